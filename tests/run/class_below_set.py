"""Classes below set show their name; operators give plain sets, in-place ones keep the object."""

from __future__ import annotations


class Tags(set[str]):
    def toggle(self, tag: str) -> bool:
        if tag in self:
            self.remove(tag)
            return False
        self.add(tag)
        return True


class More(Tags):
    pass


class Loud(set[int]):
    def __repr__(self) -> str:
        return f"Loud{sorted(self)}"


class Named(set[int]):
    def __init__(self, xs: list[int], name: str) -> None:
        super().__init__(xs)
        self.name = name

    def __str__(self) -> str:
        return self.name


def show(s: set[str]) -> str:
    return f"{s} {s!r} {len(s)}"


def main() -> None:
    t = Tags()
    print(t, t.toggle("a"), t.toggle("b"), t.toggle("a"), t, t | {"c"} == {"b", "c"}, len(t), t & {"b"}, t <= {"b", "z"}, t - t)
    print(More(["x"]), More(), [Tags("q")], {"k": Tags()}, show(t), show({"p"}), show(More("z")), t.copy(), {*t}, Loud([2, 1]))
    n = Named([3], "three")
    print(n, repr(n), n.name, n == {3}, isinstance(n, set), 3 in n, sorted(n), n.union([4]) == {3, 4})
    t |= {"m"}
    t &= {"m"}
    t -= {"q"}
    t ^= {"r"}
    print(sorted(t), type(t).__name__, t == {"m", "r"}, {"m", "r"} == t, t.isdisjoint(["q"]), min(t), frozenset(t) == t)
    t.update(["u"], {"v"})
    t.discard("zz")
    print(sorted(t), list(map(str.upper, sorted(t))), type(t | t).__name__, bool(Tags()))


if __name__ == "__main__":
    main()
