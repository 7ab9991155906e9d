"""`x[i]`, `x[i] = v` and `del x[i]` of an index that is an int or a slice."""

from collections.abc import Iterable, MutableSequence, Sequence
from typing import Generic, TypeVar, overload

T = TypeVar("T")


class Row(Generic[T]):
    def __init__(self, xs: list[T]) -> None:
        self.xs = xs

    @overload
    def __getitem__(self, i: int) -> T: ...
    @overload
    def __getitem__(self, i: slice) -> "Row[T]": ...
    def __getitem__(self, i: int | slice) -> "T | Row[T]":
        if isinstance(i, slice):
            return Row(self.xs[i])
        return self.xs[i]

    def __len__(self) -> int:
        return len(self.xs)

    def __delitem__(self, i: int | slice) -> None:
        del self.xs[i]


class Seq(Sequence[int]):
    def __init__(self, xs: list[int]) -> None:
        self.xs = xs

    @overload
    def __getitem__(self, i: int) -> int: ...
    @overload
    def __getitem__(self, i: slice) -> list[int]: ...
    def __getitem__(self, i: int | slice) -> int | list[int]:
        return self.xs[i]

    def __len__(self) -> int:
        return len(self.xs)


class Items(MutableSequence[str]):
    def __init__(self, xs: list[str]) -> None:
        self.xs = xs

    @overload
    def __getitem__(self, i: int) -> str: ...
    @overload
    def __getitem__(self, i: slice) -> list[str]: ...
    def __getitem__(self, i: int | slice) -> str | list[str]:
        return self.xs[i]

    @overload
    def __setitem__(self, i: int, v: str) -> None: ...
    @overload
    def __setitem__(self, i: slice, v: Iterable[str]) -> None: ...
    def __setitem__(self, i: int | slice, v: str | Iterable[str]) -> None:
        if isinstance(i, int):
            assert isinstance(v, str)
            self.xs[i] = v
        else:
            self.xs[i] = list(v)

    def __delitem__(self, i: int | slice) -> None:
        del self.xs[i]

    def __len__(self) -> int:
        return len(self.xs)

    def insert(self, index: int, value: str) -> None:
        self.xs.insert(index, value)


class Holder:
    def __init__(self, at: int | slice) -> None:
        self.at = at


def drop(xs: list[int], i: int | slice) -> None:
    del xs[i]


def get(xs: list[int], i: int | slice) -> int | list[int]:
    return xs[i]


def text(s: str, i: int | slice) -> str:
    return s[i]


def row(s: tuple[int, ...], i: int | slice) -> int | tuple[int, ...]:
    return s[i]


def some(s: tuple[int, int, int], i: int | slice) -> int | tuple[int, ...]:
    return s[i]


def held(xs: list[int], h: Holder) -> None:
    print(xs[h.at])
    del xs[h.at]
    print(xs)


def asked(n: int) -> int | slice:
    print("asked", n)
    return n if n > 0 else slice(n, None)


def blank(data: bytearray, i: int | slice) -> None:
    del data[i]
    print(data)


def main() -> None:
    r = Row([1, 2, 3, 4, 5])
    print(r[0], r[1:3].xs, len(r[::2]))
    del r[0]
    print(r.xs)
    del r[1:3]
    print(r.xs)
    s = Seq([5, 6, 7])
    print(s[0], s[1:], 6 in s, list(s), list(reversed(s)), s.index(7))
    i = Items(["a", "b", "c"])
    i.append("d")
    i[0] = "z"
    print(i[0], i[1:])
    del i[1]
    del i[0:1]
    i.extend(["p", "q"])
    i[:1] = ["x", "y"]
    print(i.xs, i.pop(), len(i))
    xs = [1, 2, 3, 4]
    drop(xs, 1)
    print(xs)
    drop(xs, slice(1, 3))
    print(xs)
    xs = [1, 2, 3, 4]
    print(xs, get(xs, 0), get(xs, slice(1, 2)))
    print(text("hello", 1), text("hello", slice(1, 3)))
    print(row((1, 2, 3), 1), row((1, 2, 3), slice(1, 3)), some((1, 2, 3), -1), some((1, 2, 3), slice(2)))
    held([1, 2, 3], Holder(1))
    held([1, 2, 3], Holder(slice(1, None)))
    print(xs[asked(1)], xs[asked(-2)])
    del xs[asked(-1)]
    del xs[asked(1)]
    print(xs)
    blank(bytearray(b"abc"), 1)
    blank(bytearray(b"abc"), slice(1, None))
    try:
        drop(xs, 9)
    except IndexError as e:
        print(e)


if __name__ == "__main__":
    main()
