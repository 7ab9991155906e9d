"""The merge of two neighbouring sorted runs, for sorting.py: with a copy of the shorter one, item by item while both
sides win in turn, and in leaps ("galloping", by doubled steps and halving) while one side wins again and again."""

from typing import Generic, TypeVar

from lib.core.arena import allocate
from rumpk import Ptr, has_references, inline, prim, sizeof, u8, unchecked, usize

K = TypeVar("K")
By = TypeVar("By")
T = TypeVar("T")
LEAPS = 7                               # so many wins in a row make galloping worth while


@unchecked
def reverse_items(items: Ptr[T], count: int) -> None:
    low, high = 0, count - 1
    while low < high:
        items[low], items[high] = items[high], items[low]
        low += 1
        high -= 1


@unchecked
def _move(to: Ptr[T], source: Ptr[T], count: int) -> None:
    """`count` items; the memory may overlap."""
    prim.mem_move(Ptr[u8](to), Ptr[u8](source), prim.zext(usize, count * prim.zext(int, sizeof(T))))


@unchecked
def _copy_of(items: Ptr[T], count: int) -> Ptr[T]:
    out = Ptr[T](allocate(prim.zext(usize, count * prim.zext(int, sizeof(T))), has_references(T)))
    _move(out, items, count)
    return out


@unchecked
def _first_not_below(order: By, key: K, items: Ptr[K], count: int, hint: int) -> int:
    """Where `key` goes before its equals: the search begins at `hint`, in steps that double."""
    near, far = 0, 1
    if order.below(items[hint], key):
        most = count - hint
        while far < most and order.below(items[hint + far], key):
            near, far = far, far * 2 + 1
        near, far = near + hint, min(far, most) + hint
    else:
        most = hint + 1
        while far < most and not order.below(items[hint - far], key):
            near, far = far, far * 2 + 1
        near, far = hint - min(far, most), hint - near
    near += 1
    while near < far:
        middle = near + ((far - near) >> 1)
        if order.below(items[middle], key):
            near = middle + 1
        else:
            far = middle
    return far


@unchecked
def _first_above(order: By, key: K, items: Ptr[K], count: int, hint: int) -> int:
    """Where `key` goes behind its equals."""
    near, far = 0, 1
    if order.below(key, items[hint]):
        most = hint + 1
        while far < most and order.below(key, items[hint - far]):
            near, far = far, far * 2 + 1
        near, far = hint - min(far, most), hint - near
    else:
        most = count - hint
        while far < most and not order.below(key, items[hint + far]):
            near, far = far, far * 2 + 1
        near, far = near + hint, min(far, most) + hint
    near += 1
    while near < far:
        middle = near + ((far - near) >> 1)
        if order.below(key, items[middle]):
            far = middle
        else:
            near = middle + 1
    return far


class Merging(Generic[K, By]):
    """Merges, and remembers how soon galloping has paid off so far (`patience`)."""

    def __init__(self, order: By, paired: bool) -> None:
        self.order = order
        self.paired = paired
        self.patience = LEAPS

    @unchecked
    def merge(self, keys: Ptr[K], places: Ptr[int], first: int, second: int) -> None:
        """`first` items and the `second` ones behind them, both sorted."""
        skip = _first_above(self.order, keys[first], keys, first, 0)       # these stay where they are
        first -= skip
        if first == 0:
            return
        keys += skip
        if self.paired:
            places += skip
        second = _first_not_below(self.order, keys[first - 1], keys + first, second, second - 1)
        if second == 0:
            return
        if first <= second:
            self._upwards(keys, places, first, second)
        else:
            self._downwards(keys, places, first, second)

    @inline
    @unchecked
    def _one(self, keys: Ptr[K], places: Ptr[int], to: int, from_keys: Ptr[K], from_places: Ptr[int], at: int) -> None:
        """A key, and its place with it."""
        keys[to] = from_keys[at]
        if self.paired:
            places[to] = from_places[at]

    @unchecked
    def _many(
        self, keys: Ptr[K], places: Ptr[int], to: int, from_keys: Ptr[K], from_places: Ptr[int], at: int, count: int
    ) -> None:
        """Keys in a row, and their places with them; the memory may overlap."""
        _move(keys + to, from_keys + at, count)
        if self.paired:
            _move(places + to, from_places + at, count)

    @unchecked
    def _upwards(self, keys: Ptr[K], places: Ptr[int], first: int, second: int) -> None:
        """From the front, with a copy of the first run. `a` counts in it, `b` and `to` in the place of both."""
        left = _copy_of(keys, first)
        held = _copy_of(places, first) if self.paired else places
        a, b, to, end = 0, first, 0, first + second
        try:
            self._one(keys, places, to, keys, places, b)
            to, b = to + 1, b + 1
            while b < end and first - a > 1:
                a_wins, b_wins = 0, 0
                while a_wins < self.patience and b_wins < self.patience:
                    if self.order.below(keys[b], left[a]):
                        self._one(keys, places, to, keys, places, b)
                        to, b = to + 1, b + 1
                        a_wins, b_wins = 0, b_wins + 1
                        if b == end:
                            return
                    else:
                        self._one(keys, places, to, left, held, a)
                        to, a = to + 1, a + 1
                        a_wins, b_wins = a_wins + 1, 0
                        if first - a == 1:
                            return
                self.patience += 1
                a_wins = LEAPS
                while a_wins >= LEAPS or b_wins >= LEAPS:
                    self.patience -= 1 if self.patience > 1 else 0
                    a_wins = _first_above(self.order, keys[b], left + a, first - a, 0)
                    if a_wins > 0:
                        self._many(keys, places, to, left, held, a, a_wins)
                        to, a = to + a_wins, a + a_wins
                        if first - a <= 1:
                            return
                    self._one(keys, places, to, keys, places, b)
                    to, b = to + 1, b + 1
                    if b == end:
                        return
                    b_wins = _first_not_below(self.order, left[a], keys + b, end - b, 0)
                    if b_wins > 0:
                        self._many(keys, places, to, keys, places, b, b_wins)
                        to, b = to + b_wins, b + b_wins
                        if b == end:
                            return
                    self._one(keys, places, to, left, held, a)
                    to, a = to + 1, a + 1
                    if first - a == 1:
                        return
                self.patience += 1
        finally:                        # a comparison that raises leaves at least two items of the first run
            if first - a == 1:
                self._many(keys, places, to, keys, places, b, end - b)
                self._one(keys, places, end - 1, left, held, a)
            else:
                self._many(keys, places, to, left, held, a, first - a)

    @unchecked
    def _downwards(self, keys: Ptr[K], places: Ptr[int], first: int, second: int) -> None:
        """From the back, with a copy of the second run. `a` and `b` items are left, and the next place is a + b - 1."""
        right = _copy_of(keys + first, second)
        held = _copy_of(places + first, second) if self.paired else places
        a, b = first, second
        try:
            self._one(keys, places, a + b - 1, keys, places, a - 1)
            a -= 1
            while a > 0 and b > 1:
                a_wins, b_wins = 0, 0
                while a_wins < self.patience and b_wins < self.patience:
                    if self.order.below(right[b - 1], keys[a - 1]):
                        self._one(keys, places, a + b - 1, keys, places, a - 1)
                        a -= 1
                        a_wins, b_wins = a_wins + 1, 0
                        if a == 0:
                            return
                    else:
                        self._one(keys, places, a + b - 1, right, held, b - 1)
                        b -= 1
                        a_wins, b_wins = 0, b_wins + 1
                        if b == 1:
                            return
                self.patience += 1
                a_wins = LEAPS
                while a_wins >= LEAPS or b_wins >= LEAPS:
                    self.patience -= 1 if self.patience > 1 else 0
                    a_wins = a - _first_above(self.order, right[b - 1], keys, a, a - 1)
                    if a_wins > 0:
                        a -= a_wins
                        self._many(keys, places, a + b, keys, places, a, a_wins)
                        if a == 0:
                            return
                    self._one(keys, places, a + b - 1, right, held, b - 1)
                    b -= 1
                    if b == 1:
                        return
                    b_wins = b - _first_not_below(self.order, keys[a - 1], right, b, b - 1)
                    if b_wins > 0:
                        b -= b_wins
                        self._many(keys, places, a + b, right, held, b, b_wins)
                        if b <= 1:
                            return
                    self._one(keys, places, a + b - 1, keys, places, a - 1)
                    a -= 1
                    if a == 0:
                        return
                self.patience += 1
        finally:                        # a comparison that raises leaves at least two items of the second run
            if b == 1:
                self._many(keys, places, 1, keys, places, 0, a)
                self._one(keys, places, 0, right, held, 0)
            else:
                self._many(keys, places, a, right, held, 0, b)
