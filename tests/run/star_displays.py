"""`*` and `**` in displays: tuples of any length, dicts of wider types."""

from collections import OrderedDict, defaultdict
from collections.abc import Iterable, Mapping, Sequence

def f(*args: int) -> tuple[int, ...]:
    return (*args, 99)

def g(xs: list[int], y: int) -> tuple[int, ...]:
    return (*xs, y)

def h(a: Iterable[int], b: Sequence[int]) -> list[int]:
    return [*a, *b]

def m(a: Mapping[str, int], b: dict[str, int]) -> dict[str, int]:
    return {**a, **b}

def wide(a: dict[str, int]) -> dict[str, int | str]:
    return {**a, "z": "end"}

def opt(a: dict[str, int]) -> dict[str, int | None]:
    out: dict[str, int | None] = {**a, "n": None}
    return out

def main() -> None:
    xs = [1, 2]
    t = (*xs, 3)
    print(t, (*xs,), (0, *xs), (*"ab", "c"), (*xs, *xs), (*range(3), *(7, 8)))
    print(f(1, 2), g(xs, 3), h({5}, (6, 7)), h(range(2), xs), m({"a": 1}, {"b": 2}))
    print(wide({"q": 1}), opt({"w": 2}))
    a, *b = (*xs, 5)
    print(a, b, len(t), t[0], t[-1])
    for q in (*xs, 9):
        print(q)
    d = OrderedDict([("a", 1)])
    print({**d, "b": 2})
    dd: defaultdict[str, int] = defaultdict(int)
    dd["x"] += 1
    print({**dd, **d}, {*xs, *xs} == {1, 2}, {*xs, 4})
    pair = (1, "x")
    print((*pair, 2.5), [*xs, *map(lambda v: v * 2, xs)], [*d.items()])
    names: list[str] = [*(str(x) for x in xs), "end"]
    print(names, [*names, *reversed(names)], *names, sep="-")
    rows = [(1, 2), (3, 4)]
    print([*zip(*rows)], list(zip(*rows)), (*zip(*rows),))
    print(max(*xs, 5), min(*xs, *t))
    xs.extend([*xs, *t])
    print(xs)
    x = *xs, 3
    print(x)
    empty: list[int] = []
    print((*empty, 1), (*empty,))
    def k(*r: str) -> str:
        return "/".join((*r, "!"))
    print(k(*names), k(*"ab", *names))

if __name__ == "__main__":
    main()
