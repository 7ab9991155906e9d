"""What lines of the shell cost, in guest instructions: prints a line `name count` for each. Run with `-icount shift=0`.

A shell's executor runs them as behind the prompt, each command a fenced worker; from the line's text to its last worker's end, reading
and drawing of keys apart. The first run of a line is not counted.
"""

import os

from lib.hive import ALL, spawn
from lib.system import uptime_ns
from npl.nipbox.commands.table import expressions
from npl.nipbox.language.executor import Executor
from npl.nipbox.language.parser import parse
from npl.nipbox.state import State
from npl.nipbox.workers import Workers

ENTRIES = 1000
MIB = 1 << 20
MEMORY = 1 << 20


class Lines:
    """A shell without a prompt."""

    def __init__(self) -> None:
        self._state = State()
        self._executor = Executor(Workers(), self._state)

    def cost(self, line: str) -> int:
        """The instructions of a line that ran before. AssertionError where it goes badly."""
        self.run(line)
        start = uptime_ns()
        self.run(line)
        return uptime_ns() - start

    def run(self, line: str) -> None:
        self._executor.run(parse(line.encode(), expressions()))
        assert self._state.status == 0, line


def fill() -> None:
    """A folder of many files, all of them larger than 1 KiB, in no order by size; a large file."""
    os.mkdir("/many")
    for i in range(ENTRIES):
        file = os.open(f"/many/file{i:04}.txt", os.O_WRONLY | os.O_CREAT)
        os.close(file)
        os.truncate(f"/many/file{i:04}.txt", 1025 + i * 7919 % 3001)
    file = os.open("/large", os.O_WRONLY | os.O_CREAT)
    piece = bytes([i & 0xFF for i in range(4096)])
    for _ in range(MIB // 4096):
        os.write(file, piece)
    os.close(file)


def shell(packet: list[str]) -> list[str]:
    """Everything, in a worker like the shell's."""
    fill()
    lines = Lines()
    pipeline = lines.cost("ls /many | where size > 1KiB | sort size | select name size | first 5")
    hundred_bytes = lines.cost("cat /large | cat > /dev/null") * 100 // MIB
    print("pipeline over 1,000 entries", pipeline)
    print("cat of a MiB through a pipe, 100 bytes", hundred_bytes)
    return []


def main() -> int:
    return 0 if spawn(shell, [], promises=ALL, memory=MEMORY, quiet=True).join().code == 0 else 1


if __name__ == "__main__":
    raise SystemExit(main())
