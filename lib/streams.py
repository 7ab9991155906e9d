"""What is written and read like a file: the classes behind `typing.IO`, `TextIO` and `BinaryIO`.

`io.StringIO` and `io.BytesIO` lie in memory, `open` gives those of lib/files.py, and `sys.stdin`, `sys.stdout` and
`sys.stderr` are the system's.
"""

from abc import abstractmethod
from typing import Collection, Self, TypeVar

from lib.core.iterator import OwnIterator

T = TypeVar("T")


class UnsupportedOperation(OSError):
    """What a file cannot do as it was opened."""


class IO(OwnIterator[T]):
    """A file of texts or bytes, as `T` says."""

    closed: bool

    @abstractmethod
    def _open(self) -> bool:
        """True; ValueError once it is closed."""

    @abstractmethod
    def read(self, size: int | None = -1, /) -> T: ...

    @abstractmethod
    def readline(self, size: int | None = -1, /) -> T: ...

    @abstractmethod
    def write(self, part: T, /) -> int: ...

    def readlines(self, hint: int | None = -1, /) -> list[T]:
        """The lines that are left; no more once they have over `hint` characters or bytes."""
        return self._lines(0 if hint is None else hint)

    def _lines(self, most: int) -> list[T]:
        """The next lines, up to the one that makes them longer than `most`; all of them, where that is not positive."""
        out: list[T] = []
        have = 0
        for line in self:
            out.append(line)
            have += len(line)
            if 0 < most < have:
                break
        return out

    def writelines(self, lines: Collection[T], /) -> None:
        for line in lines:
            self.write(line)

    def readable(self) -> bool:
        return self._open()

    def writable(self) -> bool:
        return self._open()

    def seekable(self) -> bool:
        return self._open()

    def flush(self) -> None:
        self._open()

    def close(self) -> None:
        self.closed = True

    def fileno(self) -> int:
        raise UnsupportedOperation("fileno")

    def isatty(self) -> bool:
        self._open()
        return False

    def tell(self) -> int:
        raise UnsupportedOperation("underlying stream is not seekable")

    def seek(self, cookie: int, whence: int = 0, /) -> int:
        raise UnsupportedOperation("underlying stream is not seekable")

    def truncate(self, size: int | None = None, /) -> int:
        raise UnsupportedOperation("truncate")

    def __next__(self) -> T:
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def __enter__(self) -> Self:
        self._open()
        return self

    def __exit__(self, kind: object | None, error: BaseException | None, trace: object | None) -> None:
        self.close()


class TextIO(IO[str]):
    """A file of texts."""


class BinaryIO(IO[bytes]):
    """A file of bytes."""
