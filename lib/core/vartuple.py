"""`tuple[T, ...]`: a tuple whose length only the running program knows. Its items are those of a list of its own."""

from typing import TypeVar

from lib.core.hashing import hash_combine
from lib.core.iterator import Indexed, Iterable, Iterator
from lib.core.list import List
from rumpk import Ptr, prim, usize

T = TypeVar("T")


class VarTuple(Iterable[T]):
    """`_data` holds `_len` items and never changes."""

    _len: usize
    _data: Ptr[T]

    def __init__(self, items: List[T]) -> None:
        """Takes over the items of `items`, which must be nobody else's."""
        self._len = items._len
        self._data = items._data

    def __iter__(self) -> Iterator[T]:
        return Indexed[T, VarTuple[T]](self)

    def _list(self) -> List[T]:
        """A list over the same items: read it, but do not change it."""
        out: List[T] = List[T]()
        out._len = self._len
        out._cap = self._len
        out._data = self._data
        return out

    def __len__(self) -> int:
        return prim.zext(int, self._len)

    def __getitem__(self, index: int) -> T:
        count = prim.zext(int, self._len)
        at = index + count if index < 0 else index
        if at < 0 or at >= count:
            raise IndexError("tuple index out of range")
        return self._data[at]

    def _slice(self, start: int | None, stop: int | None, step: int | None) -> "VarTuple[T]":
        return VarTuple[T](self._list()._slice(start, stop, step))

    def __contains__(self, item: T) -> bool:
        return item in self._list()

    def index(self, item: T, start: int = 0, stop: int = 0x7FFF_FFFF_FFFF_FFFF) -> int:
        """The first place of `item` in the slice; ValueError where there is none."""
        count = len(self)
        at = max(0, start + count) if start < 0 else start
        end = stop + count if stop < 0 else min(stop, count)
        while at < end:
            if self._data[at] == item:
                return at
            at += 1
        raise ValueError("tuple.index(x): x not in tuple")

    def count(self, item: T) -> int:
        """How many items equal `item`."""
        return self._list().count(item)

    def __add__(self, other: "VarTuple[T]") -> "VarTuple[T]":
        return VarTuple[T](self._list() + other._list())

    def __mul__(self, count: int) -> "VarTuple[T]":
        return VarTuple[T](self._list() * count)

    def __rmul__(self, count: int) -> "VarTuple[T]":
        return self * count

    def __eq__(self, other: "VarTuple[T]") -> bool:
        return self is other or self._list() == other._list()

    def __lt__(self, other: "VarTuple[T]") -> bool:
        return self._list() < other._list()

    def __gt__(self, other: "VarTuple[T]") -> bool:
        return self._list() > other._list()

    def __le__(self, other: "VarTuple[T]") -> bool:
        return self._list() <= other._list()

    def __ge__(self, other: "VarTuple[T]") -> bool:
        return self._list() >= other._list()

    def __hash__(self) -> int:
        out = 0x2B67 + len(self)
        for item in self._list():
            out = hash_combine(out, hash(item))
        return out

    def __repr__(self) -> str:
        out = "("
        for at in range(len(self)):
            if at > 0:
                out += ", "
            out += repr(self._data[at])
        return out + (",)" if len(self) == 1 else ")")
