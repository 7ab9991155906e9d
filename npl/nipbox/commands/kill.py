"""kill [job]: end what was started with &."""

from typing import Final

from npl.nipbox.command import STDIO, Arguments, Command
from npl.nipbox.commands.fg import job_number
from npl.nipbox.io import Io

COMMAND: Final = Command("kill", pledge=STDIO, usage="[JOB]",
                         summary="end a job; the last one, where none is named", most=1)


def run(arguments: Arguments, io: Io) -> int:
    io.effect(["kill", str(job_number(arguments.words))])
    return 0
