"""Generators of fixed-width integers, over an Array, in module bodies; a promise of no allocation."""

from collections.abc import Iterable, Iterator

from rumpk import Array, noalloc, u8, u32, w32


def octets(n: int) -> Iterator[u8]:
    for i in range(n):
        yield u8(i)
    yield 7
    x: u8 = 200
    yield x


def words() -> Iterator[w32]:
    yield 5
    yield w32(0) - 1


def widen(xs: Iterable[u8]) -> Iterator[u32]:
    for x in xs:
        yield x


TABLE = [x * 2 for x in range(3)]


def table(n: int) -> list[int]:
    return [y for y in _items(n)]


def _items(n: int) -> Iterator[int]:
    for i in range(n):
        yield i * i


SQUARES = table(4)


class Buffer:
    def __init__(self) -> None:
        self.cells: Array[u8, 4] = Array[u8, 4]()

    def __iter__(self) -> Iterator[u8]:
        for cell in self.cells:
            yield cell


@noalloc
def step(it: Iterator[int]) -> int:
    return 1


def main() -> None:
    print(list(octets(3)), list(words()), list(widen(octets(2))), TABLE, SQUARES)
    for o in octets(1):
        print(o + 1)
        try:
            big: u8 = o + 250
            print(big)
        except OverflowError:
            print("over")
    b = Buffer()
    b.cells[1] = 9
    print(list(b), sum(b))
    print(step(iter([1])))


if __name__ == "__main__":
    main()
