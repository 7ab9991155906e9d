# apart: functions, and objects of any type, are compared in all of the image
"""`object` in fields, parameters, closures, generators and containers; what strict code does with it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any


@dataclass
class Node:
    tag: str
    value: object = None
    extra: dict[str, object] = field(default_factory=dict)


class Holder:
    def __init__(self, value: object) -> None:
        self.value: object = value

    def double(self) -> object:
        if isinstance(self.value, int):
            return self.value * 2
        if isinstance(self.value, str):
            return self.value + self.value
        return None

    def set(self, value: object) -> None:
        self.value = value


class Temp:
    def __init__(self, d: float) -> None:
        self.d = d

    def __eq__(self, other: object) -> bool:
        if isinstance(other, (int, float)):
            return self.d == other
        if isinstance(other, Temp):
            return self.d == other.d
        return NotImplemented


def ints(xs: list[object]) -> Iterator[int]:
    for x in xs:
        if isinstance(x, int):
            yield int(x)


def find(xs: list[object], want: object) -> int:
    for i, x in enumerate(xs):
        if x == want:
            return i
    return -1


def pick(x: object, default: object = "none") -> object:
    return x if x is not None else default


def apply(f: Callable[[object], object], x: object) -> object:
    return f(x)


def describe(**kw: object) -> str:
    return ", ".join(f"{k}={v!r}" for k, v in kw.items())


def ident(x: Any) -> Any:
    return x


def main() -> None:
    n = Node("a", 3)
    m = Node("a", 3, {"x": [1]})
    print(n, m, n == Node("a", 3), n == m, Node("b"), Node("c", (1, "z")))
    h = Holder(4)
    print(h.double())
    h.set("ab")
    print(h.double(), Holder(2.5).double())
    print(list(ints([1, "a", 2, None, 3])), sum(ints([1, 2.5, 4])))
    print(find([1, "a", None, (1, 2), 2.0], 2), find([1, "a", None, (1, 2)], (1, 2)), find([], 1), find([[1], [2]], [2]))
    print(pick(None), pick(0), pick("", 1), pick(None, [1, 2]))
    print(apply(lambda v: [v, v], 3), apply(str, 3.5), apply(pick, None))
    print(describe(a=1, b="x", c=None, d=[1, 2]), describe())
    print(Temp(3.0) == 3, Temp(3.0) == Temp(3.0), Temp(1.0) == "x", 3 == Temp(3.0), Temp(2.0) != 2)
    xs: list[object] = [3, "b", 1, "a", 2.5]
    xs.sort(key=lambda v: str(v))
    print(xs, sorted(xs, key=repr, reverse=True), xs.index("a"), xs.count(1), "b" in xs, 9 in xs)
    xs.remove("b")
    xs.append(None)
    xs.extend([True, ()])
    xs[0] = [xs[1]]
    print(xs, xs[1:3], xs + ["z"], xs * 1, len(xs), list(reversed(xs)))
    words = [v for v in xs if isinstance(v, str)]
    print(words, [v.upper() if isinstance(v, str) else v for v in xs], {str(v): v for v in xs})
    d: dict[str, object] = {"a": 1, "b": {"c": [1, 2, {"d": None}]}}
    b = d["b"]
    if isinstance(b, dict):
        c = b["c"]
        if isinstance(c, list):
            last = c[-1]
            c.append("new")
            print(last, len(c), b, "c" in b, b.get("zz"))
    for key, value in sorted(d.items(), key=lambda kv: kv[0]):
        print(key, value, value is None, value == 1)
    d.setdefault("q", 5)
    d |= {"r": "s"}
    print(d, d.pop("a"), list(d.values()))
    a, *rest = xs
    print(a, rest)
    t: tuple[object, int] = ("x", 3)
    print(t, t[0], t == ("x", 3), t[1] + 1)
    u: object = t
    print(u, u == ("x", 3), u == ["x", 3], hash(u) == hash(("x", 3)))
    e: object = ValueError("bad", 3)
    if isinstance(e, ValueError):
        print(e.args, e, repr(e))
    f: object = 1.0
    print(f == 1, f is None, {f: "one"}, f in {1: 2}, f in (1, 2), str(f) + "!", ident(3) == 3, ident("s"))
    big: object = 2**62
    print(big, big == 2**62, isinstance(big, int) and big > 5, bool(big), not big, big and "yes", big or "no")
    g: object = None
    while not isinstance(g, int) or g < 3:
        g = g + 1 if isinstance(g, int) else 0
    print(g, type(g).__name__)
    nested: object = {"k": [{"z": (1, 2.5, "s", None, True)}], "s": {1}, "fs": frozenset([2]), "r": range(2), "by": b"q"}
    print(nested, f"{nested}")
    try:
        raise KeyError(nested)
    except KeyError as err:
        print(err.args[0] == nested, err.args[0] is nested)


if __name__ == "__main__":
    main()
