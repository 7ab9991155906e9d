"""uptime: how long the machine has been up."""

from lib.system import uptime_ns
from npl.nipbox.command import STDIO, Command, Session, UsageError


class Uptime(Command):
    def __init__(self) -> None:
        super().__init__("uptime", STDIO, "", "show the time since boot")

    def run(self, arguments: list[str], session: Session) -> int:
        if len(arguments) > 0:
            raise UsageError("no arguments")
        print(f"up {duration(uptime_ns() // 1_000_000)}")
        return 0


def duration(milliseconds: int) -> str:
    """Days where there are any, then hours:minutes:seconds.milliseconds."""
    seconds = milliseconds // 1000
    days = seconds // 86_400
    prefix = "" if days == 0 else "1 day, " if days == 1 else f"{days} days, "
    return f"{prefix}{seconds // 3600 % 24}:{seconds // 60 % 60:02}:{seconds % 60:02}.{milliseconds % 1000:03}"
