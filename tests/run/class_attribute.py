# alone: operations on Any are chosen among all that a program makes objects of
"""`x.__class__` is `type(x)`; tables of functions and iterables beside comparisons of any objects."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from rumpk import u8


class A:
    tag = "a"

    def __init__(self, n: int) -> None:
        self.n = n

    def __repr__(self) -> str:
        return f"{self.__class__.__name__}({self.n})"

    def twin(self) -> A:
        return self.__class__(self.n + 1)

    def __eq__(self, other: object) -> bool:
        if other.__class__ is not self.__class__:
            return NotImplemented
        assert isinstance(other, A)
        return self.n == other.n


class B(A):
    tag = "b"


class Marked(Exception):
    def __str__(self) -> str:
        return f"<{self.__class__.__name__}:{super().__str__()}>"


class Counted:
    count = 0
    last = ""

    def __init__(self, name: str) -> None:
        type(self).count += 1
        self.__class__.last = name


def lengths(graph: Mapping[str, Iterable[str]]) -> int:
    return sum([len(list(v)) for v in graph.values()])


def main() -> None:
    a, b = A(1), B(2)
    print(a, b, a.twin(), b.twin(), b.__class__ is B, a.__class__ == A, a == b, a == A(1), b.__class__.tag)
    try:
        raise Marked("x")
    except Marked as error:
        print(error, error.__class__.__name__)
    kind: type[A] = b.__class__
    print(kind(3), "x".__class__.__name__, (3).__class__.__name__, isinstance(a, b.__class__))

    print(lengths({"a": ["b"], "b": ("c", "d"), "e": {"f"}}))
    anything: object = [1, 2]
    print(anything == [1, 2], anything == a, anything in [a, [1, 2]])
    table: dict[str, Callable[[], int]] = {"a": lambda: 1}
    small: list[u8] = [u8(1), u8(2)]
    Counted("x")
    Counted("y")
    print(Counted.count, Counted.last)
    print(table["a"](), small, small == [u8(1)])


if __name__ == "__main__":
    main()
