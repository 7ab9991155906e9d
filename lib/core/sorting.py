"""A stable merge sort: runs of 16 by insertion, then merges from the bottom up. Equal items keep their order."""

from typing import Final, TypeVar

from lib.core.arena import allocate
from rumpk import Ptr, has_references, prim, sizeof, u8, unchecked, usize

T = TypeVar("T")
K = TypeVar("K")
RUN: Final = 16


@unchecked
def _insertion(data: Ptr[T], start: int, end: int, down: bool) -> None:
    for i in range(start + 1, end):
        item = data[i]
        at = i
        while at > start and (data[at - 1] < item if down else item < data[at - 1]):
            data[at] = data[at - 1]
            at -= 1
        data[at] = item


@unchecked
def _merge(source: Ptr[T], to: Ptr[T], start: int, middle: int, end: int, down: bool) -> None:
    """Merge two sorted neighbours of `source` into the same place of `to`."""
    left, right, at = start, middle, start
    while left < middle and right < end:
        take = source[left] < source[right] if down else source[right] < source[left]
        if take:
            to[at] = source[right]
            right += 1
        else:
            to[at] = source[left]
            left += 1
        at += 1
    while left < middle:
        to[at] = source[left]
        left += 1
        at += 1
    while right < end:
        to[at] = source[right]
        right += 1
        at += 1


@unchecked
def _is_sorted(data: Ptr[T], count: int, down: bool) -> bool:
    for i in range(1, count):
        if data[i - 1] < data[i] if down else data[i] < data[i - 1]:
            return False
    return True


@unchecked
def sort_items(data: Ptr[T], count: int, down: bool) -> None:
    """Sort `count` items in place; `down`: the largest first."""
    if count < 2 or _is_sorted(data, count, down):
        return
    start = 0
    while start < count:
        _insertion(data, start, min(start + RUN, count), down)
        start += RUN
    if count <= RUN:
        return
    source, to = data, Ptr[T](allocate(prim.zext(usize, count * prim.zext(int, sizeof(T))), has_references(T)))
    width = RUN
    while width < count:
        start = 0
        while start < count:
            _merge(source, to, start, min(start + width, count), min(start + 2 * width, count), down)
            start += 2 * width
        source, to = to, source
        width *= 2
    if usize(source) != usize(data):
        prim.mem_copy(Ptr[u8](data), Ptr[u8](source), prim.zext(usize, count * prim.zext(int, sizeof(T))))


@unchecked
def _merge_order(keys: Ptr[K], source: Ptr[int], to: Ptr[int], start: int, middle: int, end: int, down: bool) -> None:
    left, right, at = start, middle, start
    while at < end:
        take = left >= middle
        if not take and right < end:
            a, b = keys[source[left]], keys[source[right]]
            take = a < b if down else b < a
        if take:
            to[at] = source[right]
            right += 1
        else:
            to[at] = source[left]
            left += 1
        at += 1


@unchecked
def sort_by_keys(keys: Ptr[K], count: int, down: bool) -> Ptr[int]:
    """The indices of the keys in sorted order; equal ones keep theirs."""
    size = prim.zext(usize, count * 8)
    source, to = Ptr[int](allocate(size, False)), Ptr[int](allocate(size, False))
    for i in range(count):
        source[i] = i
    width = 1
    while width < count:
        start = 0
        while start < count:
            _merge_order(keys, source, to, start, min(start + width, count), min(start + 2 * width, count), down)
            start += 2 * width
        source, to = to, source
        width *= 2
    return source
