# apart: what programs assign, and what instances generic classes have, is asked of all of the image
"""`Sequence[T]` and `Collection[T]` in places that keep a list and a tuple by turns."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field


class Matrix:
    def __init__(self, rows: Sequence[Sequence[float]]) -> None:
        self.rows = rows
        self.shape = (len(rows), len(rows[0]))

    def __matmul__(self, other: "Matrix") -> "Matrix":
        columns = list(zip(*other.rows))
        return Matrix([[sum((a * b for a, b in zip(row, column)), 0.0) for column in columns] for row in self.rows])

    def __iter__(self) -> Iterator[Sequence[float]]:
        return iter(self.rows)

    def row(self, i: int) -> Sequence[float]:
        return self.rows[i]


@dataclass
class Menu:
    title: str
    entries: Sequence[str] = ()
    tags: Collection[str] = field(default_factory=list)

    def numbered(self) -> list[str]:
        return [f"{i}. {e}" for i, e in enumerate(self.entries, 1)]


@dataclass(frozen=True)
class Path:
    steps: Sequence[tuple[int, int]]

    def ends(self) -> tuple[tuple[int, int], tuple[int, int]]:
        return self.steps[0], self.steps[-1]


def choose(kind: str) -> Sequence[int]:
    if kind == "list":
        return [3, 1, 2]
    return (6, 5, 4)


class Base:
    def values(self, extra: Sequence[int]) -> Sequence[int]:
        return extra


class Derived(Base):
    def values(self, extra: Sequence[int]) -> Sequence[int]:
        return [*extra, 99]


def main() -> None:
    a = Matrix([[1.0, 2.0], [3.0, 4.0]])
    b = Matrix(([5.0, 6.0], [7.0, 8.0]))
    c = a @ b
    print(c.rows, c.shape, b.rows, b.row(1), [list(r) for r in b])
    menus = [Menu("main", ["open", "close"]), Menu("empty"), Menu("sub", ("x", "y", "z"), {"t"})]
    for m in menus:
        print(m.title, m.numbered(), len(m.entries), "x" in m.entries, ", ".join(m.entries), sorted(m.tags))
    print(menus[0], menus[1].entries == (), menus[2].entries[1:])
    for kind in ("list", "tuple"):
        xs = choose(kind)
        print(sorted(xs), max(xs), min(xs), sum(xs), list(reversed(xs)), xs.index(xs[1]), xs.count(1), tuple(xs))
        first, *rest = xs
        print(first, rest, [*xs], xs[::2], isinstance(xs, list), bool(xs), xs)
        match xs:
            case [x, y, z]:
                print("three", x, y, z)
            case _:
                print("other")
    print(Path([(0, 0), (1, 2)]).ends(), Path(((3, 4),)).ends())
    for obj in (Base(), Derived()):
        print(obj.values([1]), obj.values((2, 3)))
    table: dict[str, Sequence[str]] = {"a": ["p"], "b": ("q", "r")}
    table["c"] = ("s",)
    table["d"] = list("tu")
    for name, words in sorted(table.items()):
        print(name, words, len(words), words[-1].upper())
    print({k: len(v) for k, v in table.items()}, [w for v in table.values() for w in v])
    current: Sequence[int] = ()
    for n in range(3):
        current = (*current, n) if n % 2 else [*current, n]
        print(current)


if __name__ == "__main__":
    main()
