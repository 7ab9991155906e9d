"""`io`: StringIO and BytesIO, text and bytes that are written and read like a file."""

from lib.core.text import StrBuilder
from lib.streams import BinaryIO, TextIO, UnsupportedOperation  # noqa: F401


class StringIO(TextIO):
    """Text with a place in it. Characters are counted, as in CPython."""

    def __init__(self, initial_value: str = "") -> None:
        self.closed = False
        self._whole = initial_value         # all text but what is in `_tail`
        self._tail = StrBuilder()           # what was written behind it
        self._some = False                  # whether `_tail` holds anything
        self._at = 0                        # the place, where `_tail` is empty; else it is the end

    def _open(self) -> bool:
        if self.closed:
            raise ValueError("I/O operation on closed file")
        return True

    def _settle(self) -> None:
        """Bring what was written into `_whole`."""
        self._open()
        if self._some:
            self._whole += self._tail.finish()
            self._tail = StrBuilder()
            self._some = False
            self._at = len(self._whole)

    def write(self, s: str, /) -> int:
        self._open()
        if self._some or self._at == len(self._whole):
            if s:
                self._tail.append(s)
                self._some = True
            return len(s)
        if self._at > len(self._whole):
            self._whole += "\0" * (self._at - len(self._whole))
        self._whole = self._whole[:self._at] + s + self._whole[self._at + len(s):]
        self._at += len(s)
        return len(s)

    def getvalue(self) -> str:
        self._settle()
        return self._whole

    def read(self, size: int | None = -1, /) -> str:
        self._settle()
        end = len(self._whole) if size is None or size < 0 else min(self._at + size, len(self._whole))
        out = self._whole[self._at:end]
        self._at = max(self._at, end)
        return out

    def readline(self, size: int | None = -1, /) -> str:
        self._settle()
        stop = self._whole.find("\n", self._at)
        end = len(self._whole) if stop < 0 else stop + 1
        if size is not None and size >= 0:
            end = min(end, self._at + size)
        out = self._whole[self._at:end]
        self._at = max(self._at, end)
        return out

    def tell(self) -> int:
        self._settle()
        return self._at

    def seek(self, cookie: int, whence: int = 0, /) -> int:
        self._settle()
        if whence == 0:
            if cookie < 0:
                raise ValueError(f"Negative seek position {cookie}")
            self._at = cookie
        elif whence != 1 and whence != 2:
            raise ValueError(f"Invalid whence ({whence}, should be 0, 1 or 2)")
        elif cookie != 0:
            raise OSError("Can't do nonzero cur-relative seeks")
        elif whence == 2:
            self._at = len(self._whole)
        return self._at

    def truncate(self, size: int | None = None, /) -> int:
        self._settle()
        end = self._at if size is None else size
        if end < 0:
            raise ValueError(f"Negative size value {end}")
        if end < len(self._whole):
            self._whole = self._whole[:end]
        return end


SEEK_SET = 0
SEEK_CUR = 1
SEEK_END = 2


class BytesIO(BinaryIO):
    """Bytes with a place among them."""

    def __init__(self, initial_bytes: bytes = b"") -> None:
        self.closed = False
        self._held = bytearray(initial_bytes)
        self._at = 0

    def _open(self) -> bool:
        if self.closed:
            raise ValueError("I/O operation on closed file.")
        return True

    def write(self, b: bytes, /) -> int:
        self._open()
        if not b:
            return 0
        if self._at > len(self._held):
            self._held += bytes(self._at - len(self._held))
        if self._at == len(self._held):
            self._held += b
        else:
            self._held[self._at:self._at + len(b)] = b
        self._at += len(b)
        return len(b)

    def getvalue(self) -> bytes:
        self._open()
        return bytes(self._held)

    def read(self, size: int | None = -1, /) -> bytes:
        self._open()
        end = len(self._held)
        if size is not None and size >= 0:
            end = min(self._at + size, end)
        out = bytes(self._held[self._at:end])
        self._at = max(self._at, end)
        return out

    def read1(self, size: int | None = -1, /) -> bytes:
        return self.read(size)

    def readinto(self, buffer: bytearray, /) -> int:
        data = self.read(len(buffer))
        buffer[:len(data)] = data
        return len(data)

    def readline(self, size: int | None = -1, /) -> bytes:
        self._open()
        held, end = self._held, self._at
        last = len(held) if size is None or size < 0 else min(len(held), end + size)
        while end < last:
            end += 1
            if held[end - 1] == 10:
                break
        out = bytes(self._held[self._at:end])
        self._at = max(self._at, end)
        return out

    def readlines(self, hint: int | None = -1, /) -> list[bytes]:
        """The lines that are left; no more once they have `hint` bytes."""
        if hint == 1:
            line = self.readline()
            return [line] if line else []
        return self._lines(0 if hint is None or hint <= 0 else hint - 1)

    def tell(self) -> int:
        self._open()
        return self._at

    def seek(self, pos: int, whence: int = 0, /) -> int:
        self._open()
        if whence == 0:
            if pos < 0:
                raise ValueError(f"negative seek value {pos}")
            self._at = pos
        elif whence == 1:
            self._at = max(self._at + pos, 0)
        elif whence == 2:
            self._at = max(len(self._held) + pos, 0)
        else:
            raise ValueError(f"invalid whence ({whence}, should be 0, 1 or 2)")
        return self._at

    def truncate(self, size: int | None = None, /) -> int:
        self._open()
        end = self._at if size is None else size
        if end < 0:
            raise ValueError(f"negative size value {end}")
        if end < len(self._held):
            del self._held[end:]
        return end
