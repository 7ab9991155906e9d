"""NipBox, the shell: what the default image starts. The app starts it as a worker, and again if it falls."""

from typing import Final

from lib.hive import ALL, Outcome, Reason, spawn
from lib.power import restart
from npl.nipbox.shell import Shell
from npl.nipbox.terminal import Terminal
from npl.nipbox.workers import Workers

RESTART: Final = "restart"
MEMORY: Final = 1 << 22                 # bytes of the shell; a line of 64 KiB did not always fit into 1 MiB


def shell_main(packet: list[str]) -> list[str]:
    """The worker of the shell; the reply is the code that the machine ends with, or that it starts again."""
    shell = Shell(Terminal(), Workers())
    code = shell.run()
    return [RESTART if shell.restarts() else str(code)]


def main() -> int:
    """The code that the machine ends with."""
    while True:
        outcome: Outcome = spawn(shell_main, [], promises=ALL, memory=MEMORY, quiet=True,
                                 title="nipbox").join()
        if outcome.reason == Reason.EXITED and len(outcome.packet) == 1:
            if outcome.packet[0] == RESTART:
                restart()
            return int(outcome.packet[0])


if __name__ == "__main__":
    raise SystemExit(main())
