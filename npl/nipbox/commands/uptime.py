"""uptime: how long the machine has been up."""

from typing import Final

from lib.system import uptime_ns
from npl.nipbox.command import STDIO, TIME, Arguments, Command
from npl.nipbox.io import Io

COMMAND: Final = Command("uptime", pledge=STDIO | TIME, usage="", summary="show the time since boot", most=0)


def run(arguments: Arguments, io: Io) -> int:
    io.print(f"up {duration(uptime_ns() // 1_000_000)}")
    return 0


def duration(milliseconds: int) -> str:
    """Days where there are any, then hours:minutes:seconds.milliseconds."""
    seconds = milliseconds // 1000
    days = seconds // 86_400
    prefix = "" if days == 0 else "1 day, " if days == 1 else f"{days} days, "
    return f"{prefix}{seconds // 3600 % 24}:{seconds // 60 % 60:02}:{seconds % 60:02}.{milliseconds % 1000:03}"
