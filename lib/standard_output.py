"""`sys.stdout` and `sys.stderr` where a program passes them on as files. `print` and `sys.stdout.write` need no object.

Not for programs that redirect one of the two: `sys.stdout` then is what stands for it.
"""

from typing import Final

from lib.core.text import eprint_write, flush_output, print_write
from lib.streams import TextIO, UnsupportedOperation


class _StandardOutput(TextIO):
    """One of the two."""

    def __init__(self, errors: bool) -> None:
        self.closed = False
        self._errors = errors
        self.name = "<stderr>" if errors else "<stdout>"
        self.mode = "w"
        self.encoding = "utf-8"

    def _open(self) -> bool:
        return True

    def readable(self) -> bool:
        return False

    def seekable(self) -> bool:
        return False

    def read(self, size: int | None = -1, /) -> str:
        raise UnsupportedOperation("not readable")

    def readline(self, size: int | None = -1, /) -> str:
        raise UnsupportedOperation("not readable")

    def write(self, part: str, /) -> int:
        if self._errors:
            eprint_write(part)
        else:
            print_write(part)
        return len(part)

    def flush(self) -> None:
        if not self._errors:
            flush_output()

    def fileno(self) -> int:
        return 2 if self._errors else 1


stdout: Final = _StandardOutput(False)
stderr: Final = _StandardOutput(True)
