"""The bounds of slices, as CPython computes them."""

from typing import Never

from rumpk import cold, noinline, prim, unchecked


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
