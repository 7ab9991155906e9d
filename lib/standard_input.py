"""`sys.stdin`: lines and text of standard input. `input()` reads from the same place (lib/core/functions.py)."""

from typing import Final

from lib.core.functions import LINE_FEED, read_byte
from lib.core.str_codec import decode_bytes
from lib.streams import TextIO, UnsupportedOperation


class _StandardInput(TextIO):
    """The one object of its class."""

    def __init__(self) -> None:
        self.closed = False

    def _open(self) -> bool:
        return True

    def writable(self) -> bool:
        return False

    def write(self, part: str, /) -> int:
        raise UnsupportedOperation("not writable")

    def fileno(self) -> int:
        return 0

    def read(self, size: int | None = -1, /) -> str:
        """What is left, or `size` characters of it."""
        limit = -1 if size is None else size
        found = bytearray()
        count = 0
        while limit < 0 or count < limit:
            byte = read_byte()
            if byte < 0:
                break
            found.append(byte)
            count += 1
            for _ in range(_rest(byte)):
                byte = read_byte()
                if byte >= 0:
                    found.append(byte)
        return decode_bytes(bytes(found), "utf-8", "strict")

    def readline(self, size: int | None = -1, /) -> str:
        """A line with its end; empty at the end of input."""
        found = bytearray()
        count = 0
        limit = -1 if size is None else size
        while limit < 0 or count < limit:
            byte = read_byte()
            if byte < 0:
                break
            found.append(byte)
            count += 1
            if byte == LINE_FEED:
                break
            for _ in range(_rest(byte)):
                byte = read_byte()
                if byte >= 0:
                    found.append(byte)
        return decode_bytes(bytes(found), "utf-8", "strict")


def _rest(byte: int) -> int:
    """How many bytes of UTF-8 follow this one."""
    return 0 if byte < 0xC0 else 1 if byte < 0xE0 else 2 if byte < 0xF0 else 3


stdin: Final = _StandardInput()
