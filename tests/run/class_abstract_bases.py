"""Classes that derive from collections.abc."""
from __future__ import annotations
from collections.abc import Iterable, Iterator, Mapping, MutableMapping, MutableSequence, MutableSet, Sequence, Sized
from typing import TypeVar, overload

T = TypeVar("T")
K = TypeVar("K")
V = TypeVar("V")


class Row(Sequence[float]):
    def __init__(self, items: Iterable[float]) -> None:
        self._items = tuple(items)

    @overload
    def __getitem__(self, index: int) -> float: ...
    @overload
    def __getitem__(self, index: slice) -> Row: ...
    def __getitem__(self, index: int | slice) -> float | Row:
        if isinstance(index, slice):
            return Row(self._items[index])
        return self._items[index]

    def __len__(self) -> int:
        return len(self._items)

    def __repr__(self) -> str:
        return f"Row({list(self._items)})"


class Stack(MutableSequence[T]):
    def __init__(self, *items: T) -> None:
        self.data = list(items)

    def __getitem__(self, index: int) -> T:  # type: ignore[override]
        return self.data[index]

    def __setitem__(self, index: int, value: T) -> None:  # type: ignore[override]
        self.data[index] = value

    def __delitem__(self, index: int) -> None:  # type: ignore[override]
        del self.data[index]

    def __len__(self) -> int:
        return len(self.data)

    def insert(self, index: int, value: T) -> None:
        self.data.insert(index, value)


class Lower(MutableMapping[str, V]):
    def __init__(self) -> None:
        self._data: dict[str, tuple[str, V]] = {}

    def __getitem__(self, key: str) -> V:
        return self._data[key.lower()][1]

    def __setitem__(self, key: str, value: V) -> None:
        self._data[key.lower()] = (key, value)

    def __delitem__(self, key: str) -> None:
        del self._data[key.lower()]

    def __iter__(self) -> Iterator[str]:
        return (k for k, _ in self._data.values())

    def __len__(self) -> int:
        return len(self._data)

    def __repr__(self) -> str:
        return f"Lower({list(self._data.values())})"


class Squares(Mapping[int, int]):
    def __init__(self, n: int) -> None:
        self.n = n

    def __getitem__(self, key: int) -> int:
        if not 0 <= key < self.n:
            raise KeyError(key)
        return key * key

    def __iter__(self) -> Iterator[int]:
        return iter(range(self.n))

    def __len__(self) -> int:
        return self.n


class OrderedSet(MutableSet[T]):
    def __init__(self, items: Iterable[T] = ()) -> None:
        self._d: dict[T, None] = dict.fromkeys(items)

    def __contains__(self, value: object) -> bool:
        return value in self._d

    def __iter__(self) -> Iterator[T]:
        return iter(self._d)

    def __len__(self) -> int:
        return len(self._d)

    def add(self, value: T) -> None:
        self._d[value] = None

    def discard(self, value: T) -> None:
        self._d.pop(value, None)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({list(self._d)})"


class Named:
    def __init__(self, name: str) -> None:
        self.name = name


class Team(Named, Sized):
    def __len__(self) -> int:
        return len(self.name)


def total(xs: Sequence[float]) -> float:
    return sum([x * 2 for x in xs], 0.0)


def main() -> None:
    r = Row([1.5, 2.5, 1.5])
    print(r, len(r), r[0], r[1:], list(r), 2.5 in r, 9.5 in r, r.index(2.5), r.count(1.5), list(reversed(r)), total(r))
    try:
        r.index(1.5, 3)
    except ValueError as e:
        print("ValueError", e.args, r.index(1.5, 1), r.index(1.5, -1), max(r), sorted(r), [a + b for a, b in zip(r, r[1:])])
    s = Stack(1, 2, 3)
    s.append(4)
    s.extend([5, 6])
    s += (7,)
    s.extend(s)
    print(s.pop(), s.pop(0), s.data, 3 in s, s.index(4), s.count(5))
    s.reverse()
    s.remove(6)
    print(s.data, len(s), s[0], [x for x in s])
    s.clear()
    print(s.data, bool(s))
    try:
        s.pop()
    except IndexError as e:
        print("IndexError", e)
    low: Lower[int] = Lower()
    low["Accept"] = 1
    low["HOST"] = 2
    low.update({"x": 3, "ACCEPT": 4})
    low.update([("y", 5)])
    print(low, low["accept"], low.get("nope"), low.get("nope", 7) + 1, "host" in low, "z" in low, len(low))
    print(list(low), list(low.keys()), list(low.values()), list(low.items()), low.pop("X"), low.pop("q", 9), low.setdefault("New", 8), low.setdefault("y", 0))
    print(low.popitem(), low.keys(), ("HOST", 2) in low.items(), 5 in low.values(), "host" in low.keys(), len(low.items()))
    for k, v in low.items():
        print(k, v, end="; ")
    try:
        low.pop("gone")
    except KeyError as e:
        print("KeyError", e)
    low.clear()
    print(len(low), dict(low.items()))
    q = Squares(4)
    print(dict(q.items()), q.get(9), q.get(3), 2 in q, 7 in q, sum(q.values()), sorted(q, reverse=True))
    a, b = OrderedSet("abcd"), OrderedSet("bdx")
    print(a | b, a & b, a - b, a ^ b, a <= b, OrderedSet("ab") < a, a.isdisjoint(b), "a" in a, len(a))
    a |= b
    a.remove("a")
    a -= OrderedSet("c")
    print(a, a.pop(), a, sorted(a))
    try:
        a.remove("zz")
    except KeyError as e:
        print("KeyError", e)
    p1, p2 = Squares(3), Squares(3)
    print(p1 == p2, p1 != Squares(2), p1 == q, p1.keys() == {2, 0, 1}, p1.keys() == {0, 1})
    print(OrderedSet("ab") == OrderedSet("ba"), OrderedSet("ab") == OrderedSet("abc"), OrderedSet("a") != OrderedSet("b"))
    t = Team("abc")
    print(len(t), t.name, bool(Team("")))


if __name__ == "__main__":
    main()
