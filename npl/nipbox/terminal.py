"""The terminal: bytes in, bytes out."""

from typing import Final

from lib.system import write_bytes
from npl.nipbox.streams import read_bytes

AT_ONCE: Final = 256                    # bytes that are taken from the line together, up to its end


class Terminal:
    """The serial line. Tests have their own."""

    def __init__(self) -> None:
        self._held: bytes = b""         # what was taken and not read: never behind the end of a line
        self._at: int = 0

    def read(self) -> int:
        """The next byte, or -1 at the end of input."""
        if self._at == len(self._held):
            self._held, self._at = read_bytes(0, AT_ONCE), 0
            if len(self._held) == 0:
                return -1
        self._at += 1
        return self._held[self._at - 1]

    def waits(self) -> bool:
        """Whether the next byte is there already."""
        return self._at < len(self._held)

    def write(self, data: bytes) -> None:
        """Show bytes."""
        write_bytes(data)
