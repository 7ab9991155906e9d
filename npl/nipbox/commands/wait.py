"""wait [job …]: go on when what was started with & has ended."""

from typing import Final

from npl.nipbox.command import STDIO, Arguments, Command
from npl.nipbox.commands.fg import job_number
from npl.nipbox.io import Io

COMMAND: Final = Command("wait", pledge=STDIO, usage="[%JOB ...]",
                         summary="go on when jobs have ended; all, where none is named")


def run(arguments: Arguments, io: Io) -> int:
    for word in arguments.words if len(arguments.words) > 0 else ["%0"]:
        io.effect(["await", str(job_number([word]))])
    return 0
