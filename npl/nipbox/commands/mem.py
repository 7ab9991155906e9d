"""mem: where the machine's memory is."""

from lib.system import arena_bytes, arena_used, image_bytes, machine_bytes
from npl.nipbox.command import STDIO, Command, Session, UsageError


class Mem(Command):
    def __init__(self) -> None:
        super().__init__("mem", STDIO, "", "show the use of memory in KiB")

    def run(self, arguments: list[str], session: Session) -> int:
        if len(arguments) > 0:
            raise UsageError("no arguments")
        used = arena_used()
        print(row("machine", machine_bytes()))
        print(row("kernel and stack", image_bytes()))
        print(row("arena", arena_bytes()))
        print(row("  used", used))
        print(row("  free", arena_bytes() - used))
        return 0


def row(name: str, size: int) -> str:
    """One line; `size` in bytes is rounded up to KiB."""
    return f"{name:<16} {(size + 1023) // 1024:>9} KiB"
