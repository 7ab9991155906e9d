"""fg [job]: wait for what was started with &."""

from typing import Final

from npl.nipbox.command import STDIO, Arguments, Command, whole
from npl.nipbox.io import Io

COMMAND: Final = Command("fg", pledge=STDIO, usage="[%JOB]",
                         summary="wait for a job; the last one, where none is named", most=1)


def run(arguments: Arguments, io: Io) -> int:
    io.effect(["wait", str(job_number(arguments.words))])
    return 0


def job_number(words: list[str]) -> int:
    """`2`, `%2`; 0 where none is named."""
    return 0 if len(words) == 0 else whole(words[0].removeprefix("%"), "a job")
