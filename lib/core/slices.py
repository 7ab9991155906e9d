"""The bounds of slices, as CPython computes them."""

from typing import Never

from rumpk import cold, inline, noinline, prim, unchecked


@noinline
@cold
def _negative_length() -> Never:
    raise ValueError("length should not be negative")


class Slice:
    """`slice(start, stop, step)`"""

    def __init__(self, start: int | None, stop: int | None, step: int | None) -> None:
        self.start = start
        self.stop = stop
        self.step = step

    def indices(self, length: int) -> tuple[int, int, int]:
        step = slice_step(self.step)
        if length < 0:
            _negative_length()
        return slice_start(self.start, length, step), slice_stop(self.stop, length, step), step

    def __eq__(self, other: "Slice") -> bool:
        return self.start == other.start and self.stop == other.stop and self.step == other.step

    def __repr__(self) -> str:
        return f"slice({self.start}, {self.stop}, {self.step})"


@noinline
@cold
def _zero_step() -> Never:
    raise ValueError("slice step cannot be zero")


def slice_step(step: int | None) -> int:
    """The step; ValueError for zero."""
    if step is None:
        return 1
    if step == 0:
        _zero_step()
    return step


@unchecked
def slice_start(start: int | None, length: int, step: int) -> int:
    """The first index, within 0 … length (or -1 … length - 1 downwards)."""
    if start is None:
        return length - 1 if step < 0 else 0
    return _cut(start, length, step)


@unchecked
def slice_stop(stop: int | None, length: int, step: int) -> int:
    """The index before which the slice ends."""
    if stop is None:
        return -1 if step < 0 else length
    return _cut(stop, length, step)


@inline
@unchecked
def first_of(start: int | None) -> int:
    """Where a slice of step 1 starts, for `bound`."""
    return 0 if start is None else start


@inline
@unchecked
def last_of(stop: int | None) -> int:
    """Where a slice of step 1 ends, for `bound`."""
    return 0x7FFF_FFFF_FFFF_FFFF if stop is None else stop


@inline
@unchecked
def bound(at: int, length: int) -> int:
    """A bound of a slice of step 1, within 0 … length."""
    if prim.icmp_uge(length, at):
        return at
    if at >= 0:
        return length
    at += length
    return 0 if at < 0 else at


@unchecked
def _cut(at: int, length: int, step: int) -> int:
    if at < 0:
        at += length
        if at < 0:
            return -1 if step < 0 else 0
        return at
    if at >= length:
        return length - 1 if step < 0 else length
    return at


@unchecked
def slice_count(start: int, stop: int, step: int) -> int:
    """How many indices the slice has."""
    if step < 0:
        return prim.sdiv(start - stop - 1, -step) + 1 if stop < start and step != -0x8000_0000_0000_0000 else \
            (1 if stop < start else 0)
    return prim.sdiv(stop - start - 1, step) + 1 if start < stop else 0
