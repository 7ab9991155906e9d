"""`range` as an object; in a `for` loop the checker makes none."""

from typing import Never

from lib.core.iterator import Iterable, Iterator, Walk
from lib.core.slices import slice_start, slice_step, slice_stop
from rumpk import cold, noinline, prim, unchecked


@noinline
@cold
def _zero_step() -> Never:
    raise ValueError("range() arg 3 must not be zero")


@noinline
@cold
def _too_long() -> Never:
    raise OverflowError("Python int too large to convert to C ssize_t")


@unchecked
def range_count(start: int, stop: int, step: int) -> int:
    """How many numbers the range has, modulo 2**64; ValueError for step zero."""
    if step == 0:
        _zero_step()
    if step > 0:
        if start >= stop:
            return 0
        return prim.udiv(stop - start - 1, step) + 1
    if start <= stop:
        return 0
    return prim.udiv(start - stop - 1, -step) + 1


class RangeIterator:
    """Walks over a range."""

    _at: int
    _step: int
    _left: int

    def __init__(self, start: int, step: int, count: int) -> None:
        self._at = prim.sub_wrap(start, step)
        self._step = step
        self._left = count

    def _next(self) -> bool:
        if self._left == 0:
            return False
        self._left -= 1
        self._at = prim.add_wrap(self._at, self._step)
        return True

    def _value(self) -> int:
        return self._at

    def _walk(self) -> "RangeIterator":
        return self


class Range(Iterable[int]):
    """The numbers start, start + step, … before stop. `_len` is unsigned: an int may not count them all."""

    start: int
    stop: int
    step: int
    _len: int

    def __init__(self, start: int, stop: int, step: int) -> None:
        self.start = start
        self.stop = stop
        self.step = step
        self._len = range_count(start, stop, step)

    def __iter__(self) -> Iterator[int]:
        return Walk[int, RangeIterator](self._walk())

    def __len__(self) -> int:
        if self._len < 0:
            _too_long()
        return self._len

    def __bool__(self) -> bool:
        return self._len != 0

    def _walk(self) -> RangeIterator:
        return RangeIterator(self.start, self.step, self._len)

    def __reversed__(self) -> RangeIterator:
        last = prim.add_wrap(self.start, prim.mul_wrap(prim.sub_wrap(self._len, 1), self.step))
        return RangeIterator(last, prim.neg_wrap(self.step), self._len)

    @unchecked
    def __getitem__(self, index: int) -> int:
        at = index + self._len if index < 0 else index
        if prim.icmp_uge(at, self._len):
            raise IndexError("range object index out of range")
        return self.start + at * self.step

    @unchecked
    def _slice(self, start: int | None, stop: int | None, step: int | None) -> "Range":
        by, count = slice_step(step), len(self)
        first, last = slice_start(start, count, by), slice_stop(stop, count, by)
        return Range(self.start + first * self.step, self.start + last * self.step, self.step * by)

    @unchecked
    def __contains__(self, value: int) -> bool:
        if self.step > 0:
            return self.start <= value < self.stop and prim.urem(value - self.start, self.step) == 0
        return self.start >= value > self.stop and prim.urem(self.start - value, -self.step) == 0

    @unchecked
    def index(self, value: int) -> int:
        if value not in self:
            raise ValueError(f"{value} is not in range")
        at = prim.udiv(value - self.start, self.step) if self.step > 0 else prim.udiv(self.start - value, -self.step)
        if at < 0:
            _too_long()
        return at

    def count(self, value: int) -> int:
        return 1 if value in self else 0

    def __eq__(self, other: "Range") -> bool:
        if self._len != other._len:
            return False
        return self._len == 0 or (self.start == other.start and (self._len == 1 or self.step == other.step))

    def __hash__(self) -> int:
        return hash((self._len, self.start if self._len > 0 else 0, self.step if self._len > 1 else 0))

    def __repr__(self) -> str:
        if self.step == 1:
            return f"range({self.start}, {self.stop})"
        return f"range({self.start}, {self.stop}, {self.step})"
