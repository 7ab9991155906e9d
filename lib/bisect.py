"""`bisect`: places in a sorted sequence. The comparisons are those of CPython: `a[i] < x` to the left, else `x < a[i]`.
"""

from typing import Callable, MutableSequence, Sequence, TypeVar

T = TypeVar("T")
K = TypeVar("K")


def _check(lo: int) -> None:
    if lo < 0:
        raise ValueError("lo must be non-negative")


def bisect_left(a: Sequence[T], x: T, lo: int = 0, hi: int | None = None) -> int:
    """The first place before which `x` keeps the order."""
    _check(lo)
    end = len(a) if hi is None or hi == -1 else hi      # -1 is None to CPython's C code
    while lo < end:
        middle = (lo + end) // 2
        if a[middle] < x:
            lo = middle + 1
        else:
            end = middle
    return lo


def _bisect_left_key(
    a: Sequence[T], x: K, lo: int = 0, hi: int | None = None, *, key: Callable[[T], K]
) -> int:
    _check(lo)
    end = len(a) if hi is None or hi == -1 else hi      # -1 is None to CPython's C code
    while lo < end:
        middle = (lo + end) // 2
        if key(a[middle]) < x:
            lo = middle + 1
        else:
            end = middle
    return lo


def bisect_right(a: Sequence[T], x: T, lo: int = 0, hi: int | None = None) -> int:
    """The last place before which `x` keeps the order."""
    _check(lo)
    end = len(a) if hi is None or hi == -1 else hi      # -1 is None to CPython's C code
    while lo < end:
        middle = (lo + end) // 2
        if x < a[middle]:
            end = middle
        else:
            lo = middle + 1
    return lo


def _bisect_right_key(
    a: Sequence[T], x: K, lo: int = 0, hi: int | None = None, *, key: Callable[[T], K]
) -> int:
    _check(lo)
    end = len(a) if hi is None or hi == -1 else hi      # -1 is None to CPython's C code
    while lo < end:
        middle = (lo + end) // 2
        if x < key(a[middle]):
            end = middle
        else:
            lo = middle + 1
    return lo


def bisect(a: Sequence[T], x: T, lo: int = 0, hi: int | None = None) -> int:
    return bisect_right(a, x, lo, hi)


def _bisect_key(a: Sequence[T], x: K, lo: int = 0, hi: int | None = None, *, key: Callable[[T], K]) -> int:
    return _bisect_right_key(a, x, lo, hi, key=key)


def insort_left(a: MutableSequence[T], x: T, lo: int = 0, hi: int | None = None) -> None:
    a.insert(bisect_left(a, x, lo, hi), x)


def _insort_left_key(
    a: MutableSequence[T], x: T, lo: int = 0, hi: int | None = None, *, key: Callable[[T], K]
) -> None:
    a.insert(_bisect_left_key(a, key(x), lo, hi, key=key), x)


def insort_right(a: MutableSequence[T], x: T, lo: int = 0, hi: int | None = None) -> None:
    a.insert(bisect_right(a, x, lo, hi), x)


def _insort_right_key(
    a: MutableSequence[T], x: T, lo: int = 0, hi: int | None = None, *, key: Callable[[T], K]
) -> None:
    a.insert(_bisect_right_key(a, key(x), lo, hi, key=key), x)


def insort(a: MutableSequence[T], x: T, lo: int = 0, hi: int | None = None) -> None:
    insort_right(a, x, lo, hi)


def _insort_key(a: MutableSequence[T], x: T, lo: int = 0, hi: int | None = None, *, key: Callable[[T], K]) -> None:
    _insort_right_key(a, x, lo, hi, key=key)
