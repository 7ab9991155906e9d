"""events: what happened in the kernel lately."""

from typing import Final

from lib.events import last_events
from npl.nipbox.command import STDIO, Command, Session, UsageError

MOST: Final = 32


class Events(Command):
    def __init__(self) -> None:
        super().__init__("events", STDIO, "", "show the last events of the kernel: us, hart, what")

    def run(self, arguments: list[str], session: Session) -> int:
        if len(arguments) > 0:
            raise UsageError("no arguments")
        for event in last_events(MOST):
            words = f"0x{event.first:016x} 0x{event.second:016x}"
            print(f"{event.time_ns // 1000} us  {event.hart}  {event.what:<12}  {words}")
        return 0
