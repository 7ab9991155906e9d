"""What an image with an app and the shell starts: the app as a worker with all promises, and a prompt beside it.

The app ends alone, with its traceback if it falls; the shell stays. `ps` shows it, `kill` ends it.
"""

from typing import Final

from lib.hive import ALL, spawn
from npl.nipbox.app import main as app_main
from npl.nipbox.main import main as shell

MEMORY: Final = 8 << 20                 # bytes of the app; less where there is less
LEAST: Final = 1 << 16


def app_worker(_packet: list[str]) -> list[str]:
    """The worker of the app."""
    app_main()
    return []


def start_app() -> None:
    """The app has no input: the keys are the shell's. MemoryError where there is no room even for a small one."""
    memory = MEMORY
    while True:
        try:
            spawn(app_worker, [], promises=ALL, memory=memory, stdin=-1, title="app")
            return
        except MemoryError:
            if memory == LEAST:
                raise
            memory >>= 1


def main() -> int:
    """The code that the machine ends with is the shell's."""
    start_app()
    return shell()


if __name__ == "__main__":
    raise SystemExit(main())
