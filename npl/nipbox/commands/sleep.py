"""sleep seconds: wait."""

from typing import Final

from lib.worker import sleep_us
from npl.nipbox.command import STDIO, TIME, Arguments, Command, duration_us
from npl.nipbox.io import Io

COMMAND: Final = Command("sleep", pledge=STDIO | TIME, usage="SECONDS", summary="wait", least=1, most=1)


def run(arguments: Arguments, io: Io) -> int:
    sleep_us(duration_us(arguments.words[0], "the time"))
    return 0
