"""`io`: StringIO, text that is written and read like a file."""

from lib.core.text import StrBuilder


class StringIO:
    """Text with a place in it. Characters are counted, as in CPython."""

    def __init__(self, initial_value: str = "") -> None:
        self._whole = initial_value         # all text but what is in `_tail`
        self._tail = StrBuilder()           # what was written behind it
        self._some = False                  # whether `_tail` holds anything
        self._at = 0                        # the place, where `_tail` is empty; else it is the end
        self.closed = False

    def _settle(self) -> None:
        """Bring what was written into `_whole`."""
        if self.closed:
            raise ValueError("I/O operation on closed file")
        if self._some:
            self._whole += self._tail.finish()
            self._tail = StrBuilder()
            self._some = False
            self._at = len(self._whole)

    def write(self, s: str) -> int:
        if self.closed:
            raise ValueError("I/O operation on closed file")
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

    def read(self, size: int | None = -1) -> str:
        self._settle()
        end = len(self._whole) if size is None or size < 0 else min(self._at + size, len(self._whole))
        out = self._whole[self._at:end]
        self._at = max(self._at, end)
        return out

    def readline(self, size: int = -1) -> str:
        self._settle()
        stop = self._whole.find("\n", self._at)
        end = len(self._whole) if stop < 0 else stop + 1
        if size >= 0:
            end = min(end, self._at + size)
        out = self._whole[self._at:end]
        self._at = max(self._at, end)
        return out

    def readlines(self) -> list[str]:
        out: list[str] = []
        line = self.readline()
        while line:
            out.append(line)
            line = self.readline()
        return out

    def tell(self) -> int:
        self._settle()
        return self._at

    def seek(self, cookie: int, whence: int = 0) -> int:
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

    def truncate(self, size: int | None = None) -> int:
        self._settle()
        end = self._at if size is None else size
        if end < 0:
            raise ValueError(f"Negative size value {end}")
        if end < len(self._whole):
            self._whole = self._whole[:end]
        return end

    def close(self) -> None:
        self.closed = True

    def __iter__(self) -> "StringIO":
        return self

    def __next__(self) -> str:
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def __enter__(self) -> "StringIO":
        return self

    def __exit__(self, kind: object | None, error: BaseException | None, trace: object | None) -> None:
        self.close()
