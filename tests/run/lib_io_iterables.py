"""Files in memory wherever something that can be walked over, or a `TextIO`, is asked for; `sys.stdout` as a value."""
import io
import sys
from collections.abc import Iterable, Iterator
from typing import IO, BinaryIO, Self, TextIO


class Lines:
    def __init__(self, n: int) -> None:
        self.n = n

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> str:
        if self.n == 0:
            raise StopIteration
        self.n -= 1
        return f"l{self.n}"


class Both:
    def __iter__(self) -> Iterator[str]:
        yield "a"


def count(xs: Iterable[str]) -> int:
    return sum(len(x) for x in xs)


def gen(xs: Iterable[str]) -> Iterator[str]:
    for x in xs:
        yield x.upper()


class Keep:
    def __init__(self, xs: Iterable[str]) -> None:
        self.xs = xs


def first(f: IO[str], out: TextIO = sys.stdout) -> None:
    out.write(f.readline())
    print(f.readlines(4), file=out)


def sizes(f: BinaryIO) -> list[int]:
    return [len(line) for line in f]


def main() -> None:
    print(count(Lines(3)), list(gen(Lines(2))), list(gen(Both())), count(io.StringIO("ab\ncd")))
    print(list(gen(io.StringIO("ab\ncd"))))
    for line in Keep(io.StringIO("ab\ncd")).xs:
        print(line)
    x: Iterable[str] = io.StringIO("q")
    print(list(x), list(enumerate(io.StringIO("a\nb"))), list(map(str.strip, io.StringIO("a\nb"))))
    first(io.StringIO("a\nbb\nccc\nd\n"))
    print(sizes(io.BytesIO(b"ab\nc")), first.__name__)
    for hint in (-1, 0, 1, 2, 3, 4):
        print(hint, io.BytesIO(b"a\nb\nc\n").readlines(hint), io.StringIO("a\nb\nc\n").readlines(hint))
    print(io.BytesIO(b"").readlines(1), io.BytesIO(b"q").readlines(None))
    kept = io.StringIO()
    first(io.StringIO("q"), kept)
    print(repr(kept.getvalue()), sys.stdout.writable())
    it = iter(io.StringIO("z\ny"))
    print(next(it), next(it, None), next(it, None))


if __name__ == "__main__":
    main()
