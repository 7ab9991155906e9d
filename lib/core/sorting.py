"""Stable sorting with the comparisons of CPython, in its order: what `__lt__` of a class sees, and where a list with a
NaN or a comparison that raises ends up, is the same.

The method is Tim Peters's (CPython's Objects/listsort.txt) with the merge order of Munro and Wild (2018, "powersort"):
runs that are there already, short ones made longer by binary insertion, merged with their neighbours. merging.py has
the merge of two runs. The items may have keys beside them: `keys` are compared, `values` go with them (`paired`).
"""

from typing import Generic, TypeVar

from lib.core.merging import Merging, reverse_items
from rumpk import Ptr, unchecked

K = TypeVar("K")
V = TypeVar("V")
SHORT = 64                              # fewer items are one run


@unchecked
def sort_items(data: Ptr[K], count: int, down: bool) -> None:
    """Sort `count` items in place; `down`: the largest first."""
    sort_pairs(data, Ptr[bool](data), False, count, down)


@unchecked
def sort_pairs(keys: Ptr[K], values: Ptr[V], paired: bool, count: int, down: bool) -> None:
    """Sort `count` keys in place and, if `paired`, their values with them; equal keys keep their order."""
    if count < 2:
        return
    if down:                            # sorted upwards and turned round twice, equal keys keep their order
        _reverse(keys, values, paired, count)
    try:
        if count < SHORT:
            _insert(keys, values, paired, _run(keys, values, paired, count), count)
        else:
            Runs[K, V](keys, values, paired, count).sort()
    finally:
        if down:
            _reverse(keys, values, paired, count)


@unchecked
def _reverse(keys: Ptr[K], values: Ptr[V], paired: bool, count: int) -> None:
    reverse_items(keys, count)
    if paired:
        reverse_items(values, count)


@unchecked
def _run(keys: Ptr[K], values: Ptr[V], paired: bool, count: int) -> int:
    """The length of the run at the start; one that goes strictly down is turned round."""
    if count < 2:
        return count
    length = 2
    if keys[1] < keys[0]:
        while length < count and keys[length] < keys[length - 1]:
            length += 1
        _reverse(keys, values, paired, length)
    else:
        while length < count and not keys[length] < keys[length - 1]:
            length += 1
    return length


@unchecked
def _insert(keys: Ptr[K], values: Ptr[V], paired: bool, start: int, end: int) -> None:
    """Bring the items from `start` to `end` into the sorted ones before them, each place found by halving."""
    for i in range(start, end):
        pivot = keys[i]
        low, high = 0, i
        while low < high:
            middle = low + ((high - low) >> 1)
            if pivot < keys[middle]:
                high = middle
            else:
                low = middle + 1
        _shift(keys, low, i)
        keys[low] = pivot
        if paired:
            value = values[i]
            _shift(values, low, i)
            values[low] = value


@unchecked
def _shift(items: Ptr[K], low: int, end: int) -> None:
    at = end
    while at > low:
        items[at] = items[at - 1]
        at -= 1


@unchecked
def _least_run(count: int) -> int:
    """Between 32 and 64, so that `count` is a little less than a power of two of them, or exactly one."""
    rest = 0
    while count >= SHORT:
        rest |= count & 1
        count >>= 1
    return count + rest


class Runs(Generic[K, V]):
    """The runs that wait for their merge: places, lengths, and the power of the border behind each."""

    def __init__(self, keys: Ptr[K], values: Ptr[V], paired: bool, count: int) -> None:
        self.keys = keys
        self.values = values
        self.paired = paired
        self.count = count
        self.merging = Merging[K, V](paired)
        self.starts: list[int] = []
        self.lengths: list[int] = []
        self.powers: list[int] = []

    @unchecked
    def sort(self) -> None:
        least, at = _least_run(self.count), 0
        while at < self.count:
            rest = self.count - at
            keys, values = self.keys + at, self.values + (at if self.paired else 0)
            length = _run(keys, values, self.paired, rest)
            if length < least:
                wanted = min(least, rest)
                _insert(keys, values, self.paired, length, wanted)
                length = wanted
            self._found(at, length)
            at += length
        self._collapse()

    @unchecked
    def _found(self, start: int, length: int) -> None:
        """A new run: what is cheaper merged before it comes is merged."""
        if self.starts:
            power = _power(self.starts[-1], self.lengths[-1], length, self.count)
            while len(self.starts) > 1 and self.powers[-2] > power:
                self._merge(len(self.starts) - 2)
            self.powers[-1] = power
        self.starts.append(start)
        self.lengths.append(length)
        self.powers.append(0)

    @unchecked
    def _collapse(self) -> None:
        while len(self.starts) > 1:
            at = len(self.starts) - 2
            if at > 0 and self.lengths[at - 1] < self.lengths[at + 1]:
                at -= 1
            self._merge(at)

    @unchecked
    def _merge(self, at: int) -> None:
        """Merge the runs `at` and `at` + 1."""
        start, first, second = self.starts[at], self.lengths[at], self.lengths[at + 1]
        self.lengths[at] = first + second
        del self.starts[at + 1]
        del self.lengths[at + 1]
        del self.powers[at + 1]
        place = self.values + (start if self.paired else 0)
        self.merging.merge(self.keys + start, place, first, second)


@unchecked
def _power(start: int, first: int, second: int, count: int) -> int:
    """The level of the border between two runs in the tree of halves over `count` items: the first bit in which the
    middles of both, as fractions of `count`, differ."""
    a = 2 * start + first
    b = a + first + second
    result = 0
    while True:
        result += 1
        if a >= count:
            a -= count
            b -= count
        elif b >= count:
            return result
        a <<= 1
        b <<= 1
