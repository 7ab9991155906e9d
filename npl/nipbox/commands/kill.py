"""kill [target …]: end what was started with &, or workers by what `ps` calls them."""

from typing import Final

from npl.nipbox.command import STDIO, Arguments, Command, UsageError
from npl.nipbox.commands.fg import job_number
from npl.nipbox.io import Io

COMMAND: Final = Command("kill", pledge=STDIO, usage="[-9] [%JOB | NAME | FID ...]", loose=True,
                         summary="end jobs or workers; the last job, where none is named")


def run(arguments: Arguments, io: Io) -> int:
    words = [word for word in arguments.words if not word.startswith("-")]      # signals: an end is an end
    if len(words) == 0 and len(arguments.words) > 0:
        raise UsageError("there are no signals to choose from: name what is to end")
    for word in words if len(words) > 0 else ["%0"]:
        if word.startswith("%") or word.isdecimal():
            io.effect(["kill", str(job_number([word]))])
        else:
            io.effect(["kill", "", word])
    return 0
