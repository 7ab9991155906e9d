"""What holds itself is shown once: inside of itself it is `...`, `[...]` or `{...}`."""

from __future__ import annotations
from dataclasses import dataclass, field


@dataclass
class Rec:
    name: str
    me: Rec | None = None
    others: list[Rec] = field(default_factory=list)


@dataclass
class Parent:
    kids: dict[str, Kid] = field(default_factory=dict)


@dataclass
class Kid:
    parent: Parent
    n: int = 1


class Plain:
    def __init__(self) -> None:
        self.kids: list[Plain] = []
    def __repr__(self) -> str:
        return f"Plain({self.kids})"


@dataclass
class Raises:
    inner: Bad


class Bad:
    def __repr__(self) -> str:
        raise ValueError("bad repr")


def main() -> None:
    r = Rec("a")
    r.me = r
    r.others += [r, Rec("b"), Rec("c", r)]
    print(r)
    print(r.others, [r, Rec("z")])
    p = Parent()
    p.kids["x"] = Kid(p)
    p.kids["y"] = Kid(p, 2)
    print(p, p.kids, f"{p.kids['x']!r}")
    pl = Plain()
    pl.kids += [pl, Plain()]
    print(pl, pl.kids)
    xs: list[object] = [1, "a"]
    xs.append(xs)
    print(xs, [xs, xs])
    d: dict[str, object] = {"k": 1}
    d["me"] = d
    print(d)
    for _ in range(2):
        try:
            print(Raises(Bad()))
        except ValueError as e:
            print(e)
        try:
            print([Bad()], [1])
        except ValueError as e:
            print(e)
    print(r == r, [Rec("q")] * 2, Rec("s", Rec("t")))
    deep = Rec("0")
    for i in range(1, 100):
        deep = Rec(str(i), deep)
    print(len(repr(deep)))


if __name__ == "__main__":
    raise SystemExit(main())
