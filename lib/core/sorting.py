"""Stable sorting with the comparisons of CPython, in its order: what `__lt__` of a class sees, and where a list with a
NaN or a comparison that raises ends up, is the same.

The method is Tim Peters's (CPython's Objects/listsort.txt) with the merge order of Munro and Wild (2018, "powersort"):
runs that are there already, short ones made longer by binary insertion, merged with their neighbours. merging.py has
the merge of two runs.

Numbers are sorted themselves, and with them, if `paired`, the places that they had. Of all other keys only the places
are sorted (`Order` compares what lies there), and the items are brought into that order at the end: a program has one
sort of places, however many types it sorts.
"""

from abc import ABC, abstractmethod
from typing import Generic, TypeVar

from lib.core.arena import allocate
from lib.core.merging import Merging, reverse_items
from rumpk import Ptr, prim, unchecked, usize

K = TypeVar("K")
V = TypeVar("V")
By = TypeVar("By")
SHORT = 64                              # fewer items are one run


class Numbers(Generic[K]):
    """The order of numbers."""

    def below(self, a: K, b: K) -> bool:
        return a < b


class Order(ABC):
    """The order of places, by what lies there."""

    @abstractmethod
    def below(self, a: int, b: int) -> bool: ...


class Keys(Order, Generic[K]):
    """The order of places by the keys that lie there."""

    def __init__(self, keys: Ptr[K]) -> None:
        self._keys = keys

    @unchecked
    def below(self, a: int, b: int) -> bool:
        return self._keys[a] < self._keys[b]


class OptionalKeys(Order, Generic[K]):
    """The order of places by keys that may be None, which has none."""

    def __init__(self, keys: Ptr[K]) -> None:
        self._keys = keys

    @unchecked
    def below(self, a: int, b: int) -> bool:
        return self._keys[a] < self._keys[b]


def _order_of(keys: Ptr[K]) -> Order:
    return Keys[K](keys)


@unchecked
def sort_items(data: Ptr[K], count: int, down: bool) -> None:
    """Sort `count` items in place; `down`: the largest first. Equal ones keep their order."""
    if count < 2:
        return
    if isinstance(data[0], (int, float)):
        if down:                        # sorted upwards and turned round twice, equal items keep their order
            reverse_items(data, count)
        try:
            _sort(Numbers[K](), data, Ptr[int](data), False, count)
        finally:
            if down:
                reverse_items(data, count)
    else:
        places = _places(count, down)
        try:
            _sort(_order_of(data), places, places, False, count)
        finally:
            _arrange(data, places, count, down)


@unchecked
def sort_with_keys(keys: Ptr[K], items: Ptr[V], count: int, down: bool) -> None:
    """Sort `count` items in place by their keys, which afterwards lie in any order."""
    if count < 2:
        return
    places = _places(count, down)
    try:
        if isinstance(keys[0], (int, float)):
            if down:
                reverse_items(keys, count)
            _sort(Numbers[K](), keys, places, True, count)
        else:
            _sort(_order_of(keys), places, places, False, count)
    finally:
        _arrange(items, places, count, down)


@unchecked
def sort_with_optional_keys(keys: Ptr[K], items: Ptr[V], count: int, down: bool) -> None:
    """Sort `count` items in place by keys that may be None."""
    if count < 2:
        return
    places = _places(count, down)
    order: Order = OptionalKeys[K](keys)
    try:
        _sort(order, places, places, False, count)
    finally:
        _arrange(items, places, count, down)


@unchecked
def _places(count: int, down: bool) -> Ptr[int]:
    """The places of `count` items, `down` from the last."""
    places = Ptr[int](allocate(prim.zext(usize, count * 8), False))
    for i in range(count):
        places[i] = count - 1 - i if down else i
    return places


@unchecked
def _arrange(items: Ptr[K], places: Ptr[int], count: int, down: bool) -> None:
    """Bring to each place the item of the place that `places` has there, `down` from the last: cycle by cycle."""
    if down:
        reverse_items(places, count)
    for start in range(count):
        if places[start] != start:
            first, at = items[start], start
            while places[at] != start:
                source = places[at]
                items[at] = items[source]
                places[at] = at
                at = source
            items[at] = first
            places[at] = at


@unchecked
def _sort(order: By, keys: Ptr[K], places: Ptr[int], paired: bool, count: int) -> None:
    """Sort `count` keys upwards and, if `paired`, their places with them."""
    if count < SHORT:
        _insert(order, keys, places, paired, _run(order, keys, places, paired, count), count)
    else:
        Runs[K, By](order, keys, places, paired, count).sort()


@unchecked
def _reverse(keys: Ptr[K], places: Ptr[int], paired: bool, count: int) -> None:
    reverse_items(keys, count)
    if paired:
        reverse_items(places, count)


@unchecked
def _run(order: By, keys: Ptr[K], places: Ptr[int], paired: bool, count: int) -> int:
    """The length of the run at the start; one that goes strictly down is turned round."""
    if count < 2:
        return count
    length = 2
    if order.below(keys[1], keys[0]):
        while length < count and order.below(keys[length], keys[length - 1]):
            length += 1
        _reverse(keys, places, paired, length)
    else:
        while length < count and not order.below(keys[length], keys[length - 1]):
            length += 1
    return length


@unchecked
def _insert(order: By, keys: Ptr[K], places: Ptr[int], paired: bool, start: int, end: int) -> None:
    """Bring the items from `start` to `end` into the sorted ones before them, each place found by halving."""
    for i in range(start, end):
        pivot = keys[i]
        low, high = 0, i
        while low < high:
            middle = low + ((high - low) >> 1)
            if order.below(pivot, keys[middle]):
                high = middle
            else:
                low = middle + 1
        _shift(keys, low, i)
        keys[low] = pivot
        if paired:
            place = places[i]
            _shift(places, low, i)
            places[low] = place


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


class Runs(Generic[K, By]):
    """The runs that wait for their merge: places, lengths, and the power of the border behind each."""

    def __init__(self, order: By, keys: Ptr[K], places: Ptr[int], paired: bool, count: int) -> None:
        self.order = order
        self.keys = keys
        self.places = places
        self.paired = paired
        self.count = count
        self.merging = Merging[K, By](order, paired)
        self.starts: list[int] = []
        self.lengths: list[int] = []
        self.powers: list[int] = []

    @unchecked
    def sort(self) -> None:
        least, at = _least_run(self.count), 0
        while at < self.count:
            rest = self.count - at
            keys, places = self.keys + at, self.places + (at if self.paired else 0)
            length = _run(self.order, keys, places, self.paired, rest)
            if length < least:
                wanted = min(least, rest)
                _insert(self.order, keys, places, self.paired, length, wanted)
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
        places = self.places + (start if self.paired else 0)
        self.merging.merge(self.keys + start, places, first, second)


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
