"""`collections.Counter`: a dict of counts in which what is missing counts 0."""

from typing import Collection, Iterable, Iterator, Mapping, TypeVar

from lib.core.dict import Dict
from lib.core.object import DICT, Object
from rumpk import prim

T = TypeVar("T")


def _count(pair: tuple[T, int]) -> int:
    return pair[1]


def _no_other_dict(given: Iterable[T]) -> None:
    """CPython takes the values of any dict for counts."""
    if prim.ptr_ref(Object, prim.ref_ptr(given))._any_kind() == DICT:
        raise NotImplementedError("a Counter of a dict whose values are no ints is not compiled")


class Counter(Dict[T, int]):
    """How often each item occurs. Counts may be zero or negative; operators drop what is not positive."""

    def __init__(self, iterable: Collection[T] | None = None) -> None:
        if iterable is not None:
            self._update(iterable)

    def _absent(self, key: T) -> int:
        return 0

    def __delitem__(self, key: T) -> None:
        if key in self:
            self._remove_key(key)

    def _update(self, iterable: Collection[T]) -> None:
        """`update` with items, or with counts."""
        if isinstance(iterable, dict):
            for key, count in iterable.items():
                self[key] = self._get_or(key, 0) + count
        else:
            for item in iterable:
                self[item] = self._get_or(item, 0) + 1

    def _update_mapping(self, other: Mapping[T, int]) -> None:
        for key in other:
            self[key] = self._get_or(key, 0) + other[key]

    def _update_any(self, iterable: Iterable[T]) -> None:
        """`update` with what only the run tells."""
        if isinstance(iterable, Dict[T, int]):
            self._update(iterable)
        else:
            _no_other_dict(iterable)
            for item in iterable:
                self[item] = self._get_or(item, 0) + 1

    def update(self, other: Dict[T, int]) -> None:
        self._update(other)

    def subtract(self, iterable: Collection[T] | None = None) -> None:
        if iterable is not None:
            self._subtract(iterable)

    def _subtract(self, iterable: Collection[T]) -> None:
        """`subtract` with items, or with counts."""
        if isinstance(iterable, dict):
            for key, count in iterable.items():
                self[key] = self._get_or(key, 0) - count
        else:
            for item in iterable:
                self[item] = self._get_or(item, 0) - 1

    def _subtract_mapping(self, other: Mapping[T, int]) -> None:
        for key in other:
            self[key] = self._get_or(key, 0) - other[key]

    def _subtract_any(self, iterable: Iterable[T]) -> None:
        """`subtract` with what only the run tells."""
        if isinstance(iterable, Dict[T, int]):
            self._subtract(iterable)
        else:
            _no_other_dict(iterable)
            for item in iterable:
                self[item] = self._get_or(item, 0) - 1

    def total(self) -> int:
        return sum([count for count in self.values()])

    def elements(self) -> Iterator[T]:
        for item, count in self.items():
            for _ in range(count):
                yield item

    def most_common(self, n: int | None = None) -> list[tuple[T, int]]:
        pairs = sorted([pair for pair in self.items()], key=_count, reverse=True)
        return pairs if n is None else pairs[:max(n, 0)]

    def copy(self) -> "Counter[T]":
        out = Counter[T]()
        for key, count in self.items():
            out[key] = count
        return out

    # Operators

    def _positive(self) -> "Counter[T]":
        """Without what is not positive."""
        out = Counter[T]()
        for key, count in self.items():
            if count > 0:
                out[key] = count
        return out

    def _become(self, other: "Counter[T]") -> "Counter[T]":
        self.clear()
        for key, count in other.items():
            self[key] = count
        return self

    def __pos__(self) -> "Counter[T]":
        return self._positive()

    def __neg__(self) -> "Counter[T]":
        out = Counter[T]()
        for key, count in self.items():
            if count < 0:
                out[key] = 0 - count
        return out

    def __add__(self, other: "Counter[T]") -> "Counter[T]":
        out = Counter[T]()
        for key, count in self.items():
            sum_ = count + other[key]
            if sum_ > 0:
                out[key] = sum_
        for key, count in other.items():
            if key not in self and count > 0:
                out[key] = count
        return out

    def __sub__(self, other: "Counter[T]") -> "Counter[T]":
        out = Counter[T]()
        for key, count in self.items():
            left = count - other[key]
            if left > 0:
                out[key] = left
        for key, count in other.items():
            if key not in self and count < 0:
                out[key] = 0 - count
        return out

    def __or__(self, other: "Counter[T]") -> "Counter[T]":
        out = Counter[T]()
        for key, count in self.items():
            larger = max(count, other[key])
            if larger > 0:
                out[key] = larger
        for key, count in other.items():
            if key not in self and count > 0:
                out[key] = count
        return out

    def __and__(self, other: "Counter[T]") -> "Counter[T]":
        out = Counter[T]()
        for key, count in self.items():
            smaller = min(count, other[key])
            if smaller > 0:
                out[key] = smaller
        return out

    def __iadd__(self, other: "Counter[T]") -> "Counter[T]":
        for key, count in other.items():
            self[key] += count
        return self._become(self._positive())

    def __isub__(self, other: "Counter[T]") -> "Counter[T]":
        for key, count in other.items():
            self[key] -= count
        return self._become(self._positive())

    def __ior__(self, other: "Counter[T]") -> "Counter[T]":
        for key, count in other.items():
            if count > self[key]:
                self[key] = count
        return self._become(self._positive())

    def __iand__(self, other: "Counter[T]") -> "Counter[T]":
        for key, count in self.items():
            if other[key] < count:
                self[key] = other[key]
        return self._become(self._positive())

    # Comparison: what is missing counts 0

    def __eq__(self, other: Dict[T, int]) -> bool:
        if not isinstance(other, Counter[T]):
            return super().__eq__(other)
        return self <= other and other <= self

    def __le__(self, other: "Counter[T]") -> bool:
        for key, count in self.items():
            if count > other[key]:
                return False
        for key, count in other.items():
            if self[key] > count:
                return False
        return True

    def __lt__(self, other: "Counter[T]") -> bool:
        return self <= other and not other <= self

    def __ge__(self, other: "Counter[T]") -> bool:
        return other <= self

    def __gt__(self, other: "Counter[T]") -> bool:
        return other < self

    def __repr__(self) -> str:
        if not self:
            return f"{type(self).__name__}()"
        parts = [f"{pair[0]!r}: {pair[1]!r}" for pair in self.most_common()]
        return f"{type(self).__name__}({{" + ", ".join(parts) + "})"
