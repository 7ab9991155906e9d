"""jobs: what runs behind the prompt."""

from typing import Final

from npl.nipbox.command import STDIO, Arguments, Command
from npl.nipbox.io import Io

COMMAND: Final = Command("jobs", pledge=STDIO, usage="", summary="show what was started with &", most=0, wants="jobs")


def run(arguments: Arguments, io: Io) -> int:
    for line in arguments.extra:
        io.print(line)
    return 0
