# apart: what programs assign, and what instances generic classes have, is asked of all of the image
"""AbstractSet as a result or field: sets, frozensets, and keys and items of dicts, told when it runs."""

from collections.abc import Set as AbstractSet
from typing import AbstractSet as ASet, KeysView


class G:
    def __init__(self) -> None:
        self._adj: dict[str, dict[str, float]] = {"a": {}, "b": {}}
        self.seen: AbstractSet[str] = frozenset()

    @property
    def nodes(self) -> AbstractSet[str]:
        return self._adj.keys()

    def view(self) -> KeysView[str]:
        return self._adj.keys()

    def pick(self, some: bool) -> ASet[str]:
        if some:
            return {"x"}
        return self.nodes

    def froz(self) -> AbstractSet[int]:
        return frozenset({1, 2})

    def both(self, other: AbstractSet[str]) -> AbstractSet[str]:
        return self.nodes & other

    def update(self) -> None:
        self.seen = self._adj.keys() - {"a"}
        self.seen = self.seen | {"q"}


def common(a: AbstractSet[str], b: AbstractSet[str]) -> AbstractSet[str]:
    return a & b


class Store:
    def __init__(self, allowed: AbstractSet[str] = frozenset()) -> None:
        self.allowed = allowed
        self.d: dict[str, int] = {"a": 1}

    def ok(self, x: str) -> bool:
        return x in self.allowed

    def all(self) -> dict[str, AbstractSet[str]]:
        return {"d": self.d.keys(), "s": {"q"}, "f": frozenset({"z"})}

    def items(self) -> AbstractSet[tuple[str, int]]:
        return self.d.items()


def stores() -> None:
    s = Store()
    print(s.ok("a"), Store({"a"}).ok("a"), Store(s.d.keys()).ok("a"), Store(frozenset({"b"})).ok("a"))
    print(sorted(common(s.d.keys(), {"a", "b"})), sorted(common(frozenset({"a"}), s.d.keys())))
    for k, v in s.all().items():
        print(k, sorted(v), len(v), "q" in v, v == {"q"}, v)
    x = {1} if len(s.d) > 5 else frozenset({2})
    print(x, len(x), 2 in x, x == {2}, x | {3}, isinstance(x, frozenset))


def main() -> None:
    g = G()
    n = g.nodes
    g._adj["c"] = {}
    print(
        len(n),
        sorted(n),
        sorted(n & {"a", "q"}),
        "a" in n,
        "z" in n,
        [k for k in n][:1],
        sorted(n | {"z"}),
        sorted(n - {"a"}),
        sorted(n ^ {"a", "y"}),
    )
    print(n == {"a", "b", "c"}, n <= {"a", "b", "c", "d"}, n >= {"a"}, n < {"a"}, n.isdisjoint({"q"}), bool(n), list(n))
    print(
        sorted(g.pick(True)),
        sorted(g.pick(False)),
        sorted(g.froz()),
        sum(g.froz()),
        sorted(g.both({"a", "x"})),
        sorted(g.both(n)),
    )
    g.update()
    print(sorted(g.seen), sorted(set(n)), frozenset(g.nodes) == {"a", "b", "c"}, len(g.view()))
    print({"a"} & n, {"a", "b", "c"} == n, {"a"} <= n, sorted({"q"} | n))
    print(n, g.froz())
    stores()


if __name__ == "__main__":
    main()
