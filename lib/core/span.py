"""`Span[T]`: a checked view of items in a row. Two words in registers; slicing it copies nothing."""

from typing import Generic, Never, TypeVar

from lib.core.slices import slice_count, slice_start, slice_stop
from rumpk import Ptr, cold, inline, noinline, prim, sizeof, u8, unchecked, usize, value

T = TypeVar("T")


@noinline
@cold
def _no_index() -> Never:
    raise IndexError("array index out of range")


@noinline
@cold
def _no_step() -> Never:
    raise ValueError("a span has slices of step 1 only")


@noinline
@cold
def _other_size(have: int, given: int) -> Never:
    raise ValueError(f"cannot assign {given} items to a span of {have}")


@value
class Span(Generic[T]):
    """`_len` items at `_data`."""

    _data: Ptr[T]
    _len: usize

    @inline
    def __len__(self) -> int:
        return prim.zext(int, self._len)

    @inline
    @unchecked
    def _place(self, index: int) -> int:
        count = prim.zext(int, self._len)
        if prim.unlikely(prim.icmp_uge(index, count)):
            index += count
            if prim.icmp_uge(index, count):
                _no_index()
        return index

    @inline
    def __getitem__(self, index: int) -> T:
        return self._data[self._place(index)]

    @inline
    def __setitem__(self, index: int, item: T) -> None:
        self._data[self._place(index)] = item

    @unchecked
    def _slice(self, start: int | None, stop: int | None, step: int | None) -> "Span[T]":
        if step is not None and step != 1:
            _no_step()
        length = prim.zext(int, self._len)
        first = slice_start(start, length, 1)
        count = slice_count(first, slice_stop(stop, length, 1), 1)
        return Span[T](self._data + first, prim.zext(usize, count))

    @unchecked
    def _set_slice(self, start: int | None, stop: int | None, step: int | None, items: "Span[T]") -> None:
        place = self._slice(start, stop, step)
        if place._len != items._len:
            _other_size(prim.zext(int, place._len), prim.zext(int, items._len))
        prim.mem_move(Ptr[u8](place._data), Ptr[u8](items._data), place._len * sizeof(T))

    @unchecked
    def fill(self, item: T) -> None:
        """Every item becomes `item`."""
        for i in range(prim.zext(int, self._len)):
            self._data[i] = item

    def copy_from(self, source: "Span[T]") -> None:
        """All items of a span of the same length, which may overlap."""
        if source._len != self._len:
            raise ValueError("spans have different lengths")
        prim.mem_move(Ptr[u8](self._data), Ptr[u8](source._data), self._len * sizeof(T))

    def __eq__(self, other: "Span[T]") -> bool:
        if self._len != other._len:
            return False
        for i in range(prim.zext(int, self._len)):
            if not (self._data[i] == other._data[i]):
                return False
        return True

    def __contains__(self, item: T) -> bool:
        for i in range(prim.zext(int, self._len)):
            if self._data[i] == item:
                return True
        return False
