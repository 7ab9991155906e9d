"""Two classes of one name, from two modules, as type arguments of the same generic code."""

import sys
from typing import Protocol, TypeVar

from apps import richards

T = TypeVar("T")


class Packet:
    """Laid out otherwise than its namesake."""

    def __init__(self, owner: int) -> None:
        self.words = ["x"]
        self.owner = owner * 100

    def __repr__(self) -> str:
        return f"mine {self.owner}"


class Owned(Protocol):
    owner: int


def last(items: list[T]) -> T:
    return items[-1]


def second(pairs: list[tuple[int, T]]) -> T:
    return pairs[0][1]


def owner_of(thing: Owned) -> int:
    return thing.owner


def or_else(found: T | None, other: T) -> T:
    return other if found is None else found


def main() -> int:
    theirs = [richards.Packet(None, n, richards.Kind.WORK) for n in (1, 2)]
    mine = [Packet(n) for n in (3, 4)]
    print(last(theirs).owner, last(mine).owner, last(mine))
    print(owner_of(theirs[0]), owner_of(mine[0]), second([(1, theirs[1])]).owner, second([(1, mine[1])]).owner)
    print(or_else(None, theirs[0]).owner, or_else(None, mine[0]).owner)
    print([p.owner for p in sorted(theirs, key=lambda p: -p.owner)], [p.owner for p in sorted(mine, key=lambda p: -p.owner)])
    print({p.owner: p for p in mine}[300], max(mine, key=owner_of), len({1: theirs[0]}), len({1: mine[0]}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
