"""The terminal: bytes in, bytes out."""

from lib.system import read_byte, write_bytes


class Terminal:
    """The serial line. Tests have their own."""

    def read(self) -> int:
        """The next byte, or -1 at the end of input."""
        return read_byte()

    def write(self, data: bytes) -> None:
        """Show bytes."""
        write_bytes(data)
