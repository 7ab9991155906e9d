"""counters in module and class variables"""
import itertools
from collections.abc import Iterator
from itertools import count
from typing import ClassVar

_ids = itertools.count(1)
EVENS: Iterator[int] = count(0, 2)
first = next(_ids)


class Node:
    _serial: "ClassVar[itertools.count[int]]" = itertools.count(100, 10)
    _more = count(step=3)

    def __init__(self, name: str) -> None:
        self.id = next(self._serial)
        self.other = next(Node._more)
        self.name = name

    def __repr__(self) -> str:
        return f"{self.name}#{self.id}/{self.other}"


class Owner:
    def __init__(self) -> None:
        self.ids: "itertools.count[int]" = itertools.count(5)


def main() -> None:
    print(first, next(_ids), next(_ids), next(EVENS), next(EVENS))
    print([Node(c) for c in "abc"])
    o = Owner()
    print(next(o.ids), [n for n, _ in zip(o.ids, "xyz")], next(o.ids))
    for n in _ids:
        if n > 6:
            break
        print(n, end=" ")
    print(next(_ids), list(zip(EVENS, "ab")), next(EVENS))
    c = count(2.5, 0.5)
    print(next(c), next(c), sum(itertools.islice(count(10), 4)))


if __name__ == "__main__":
    main()
