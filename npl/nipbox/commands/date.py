"""date: the day and the time, UTC."""

from typing import Final

from lib.calendar_days import from_ordinal, to_ordinal
from lib.system import wall_ns
from npl.nipbox.command import STDIO, TIME, Arguments, Command, Option
from npl.nipbox.io import Io

COMMAND: Final = Command("date", pledge=STDIO | TIME, usage="[-s]", summary="show the day and the time (UTC)", most=0,
                         options=[Option("-s", "--seconds", "", "as seconds since 1970")])


def run(arguments: Arguments, io: Io) -> int:
    seconds = wall_ns() // 1_000_000_000
    io.print(str(seconds) if arguments.has("--seconds") else iso(seconds))
    return 0


def iso(seconds: int) -> str:
    """As ISO 8601 has it."""
    year, month, day = from_ordinal(seconds // 86_400 + to_ordinal(1970, 1, 1))
    return f"{year}-{month:02}-{day:02} {seconds // 3600 % 24:02}:{seconds // 60 % 60:02}:{seconds % 60:02} UTC"
