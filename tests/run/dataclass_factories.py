# apart: what programs assign, and what instances generic classes have, is asked of all of the image
"""`field(default_factory=…)`: None that is given stays None, whatever the annotation calls it; one factory for all objects."""

import itertools
from collections import defaultdict, deque
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any, Generic, Optional, TypeVar, Union

T = TypeVar("T")
MaybeNames = Optional[list[str]]

ids = itertools.count(1)


class Pool:
    def __init__(self) -> None:
        self.taken = 0

    def take(self) -> int:
        self.taken += 1
        return self.taken


pool = Pool()


@dataclass
class Open:
    numbers: list[int] | None = field(default_factory=list)
    names: MaybeNames = field(default_factory=lambda: ["nobody"])
    both: Union[int, None, str] = field(default_factory=lambda: 3)
    rest: "Optional[dict[str, int]]" = field(default_factory=dict)
    last: int = 0


@dataclass
class Loose:
    what: Any = field(default_factory=list)
    which: object = field(default_factory=dict)


@dataclass
class Held(Generic[T]):
    item: T
    more: list[T] = field(default_factory=list)


@dataclass
class Numbered:
    name: str
    id: int = field(default_factory=ids.__next__)
    taken: int = field(default_factory=pool.take, init=False)


@dataclass
class Made:
    groups: defaultdict[str, list[int]] = field(default_factory=partial(defaultdict, list))
    latest: deque[int] = field(default_factory=partial(deque, maxlen=3))
    counts: dict[str, int] = field(default_factory=partial(dict, a=1, b=2))
    typed: list[float] = field(default_factory=list[float])
    level: int = field(default=-4, init=False)
    place: tuple[int, str] = field(default=(1, "x"), init=False)


def main() -> int:
    print(Open(), Open(None, None, None, None), Open(numbers=None, last=2), Open([1], ["a"], "b", {"c": 4}))
    one, other = Open(), Open()
    assert one.numbers is not None and other.numbers is not None
    one.numbers.append(1)
    print(one, other, replace(one, names=None))
    print(Loose(), Loose(None, None), Loose(1, "x"))
    print(Held(1), Held("a", ["b"]), Held(None), Held[int | None](None, [None, 2]))
    print(Numbered("a"), Numbered("b"), Numbered("c", 70), Numbered("d"))
    made = Made()
    made.groups["x"].append(1)
    made.latest.extend([1, 2, 3, 4])
    made.counts["c"] = 3
    made.typed.append(0.5)
    print(made, Made())
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
