"""Fields `Sequence[T] = ()`: a list or a tuple, whichever was given."""

from __future__ import annotations
from collections.abc import Sequence
from dataclasses import dataclass, replace


@dataclass(frozen=True)
class P:
    name: str


@dataclass
class Q:
    table: str
    projections: Sequence[P] = ()
    tags: Sequence[str] = ("a", "b")

    def names(self) -> list[str]:
        return [p.name for p in self.projections]


@dataclass(frozen=True)
class Tree:
    value: int
    children: Sequence[Tree] = ()

    def total(self) -> int:
        return self.value + sum(c.total() for c in self.children)

    def depth(self) -> int:
        return 1 + max((c.depth() for c in self.children), default=0)


class Plain:
    sizes: Sequence[int] = (1, 2)


def build(ps: Sequence[P]) -> Q:
    return Q("built", ps)


def main() -> None:
    print(Q("t"), Q("t", [P("a")]), Q("t", (P("b"),)), len(Q("t").projections))
    q = Q("u", [P("x"), P("y")], tags=[])
    print(q.names(), q.tags, bool(q.tags), q.projections[0], q.projections[-1:], q == Q("u", [P("x"), P("y")], []))
    print(Q("t") == Q("t", []), P("x") in q.projections, list(Q("v").tags), "a" in Q("w").tags)
    t = Tree(1, [Tree(2), Tree(3, (Tree(4),))])
    print(t.total(), t.depth(), t, len(t.children), replace(t, children=()))
    q.projections = (P("z"),)
    print(q, build([P("k")]), build((P("l"),)))
    print(Plain.sizes, Plain().sizes)
    for i, p in enumerate(q.projections):
        print(i, p.name)
    print(sorted(q.tags), ",".join(Q("n").tags), [*q.projections], q.projections.index(P("z")) if q.projections else -1)


if __name__ == "__main__":
    main()
