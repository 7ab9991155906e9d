"""partial bound to names that are only called: names, defaults, more arguments."""

import functools
from dataclasses import dataclass
from functools import partial


def f(a: int, b: int = 2, *, c: int = 3) -> str:
    return f"{a} {b} {c}"


@dataclass
class Node:
    kind: str
    value: int = 0
    tag: str = "-"


leaf = partial(Node, "leaf")
show = partial(print, "log:", sep="|")


def scale(x: float, by: float = 1.0) -> float:
    return x * by


def use(n: int) -> list[str]:
    out: list[str] = []
    add = functools.partial(scale, by=float(n))

    def inner(x: float) -> float:
        return add(x) + add(x, by=0.5)

    out.append(str(inner(2.0)))
    for i in range(2):
        note = partial(Node, f"n{i}", tag="t")
        out.append(repr(note(i)))
    return out


class K:
    def run(self) -> str:
        go = partial(scale, 3.0)
        return str(go()) + str(go(by=2.0))


def late(x: int) -> int:
    calls: list[int] = []

    def g(a: int, b: int) -> int:
        calls.append(a)
        return a * b

    twice = partial(g, 2)
    x += 1
    return twice(x) + len(calls)


def f_part3(a: int, b: int = 2) -> int:
    return a * 10 + b


best = partial(max, key=len)


def outer(n: int) -> int:
    g = partial(f_part3, n)

    def change() -> int:
        nonlocal n
        n += 5
        return g() + g(b=1)

    return change() + g(3)


def branch(p: bool) -> int:
    if p:
        g = partial(f_part3, 1)
        return g(b=7)
    try:
        return g()
    except UnboundLocalError:
        return -1


def scale2(a: int, b: int) -> int:
    return a * b


def value(p: bool) -> list[int]:
    g = partial(scale2, 4)
    return list(map(g, [1, 2]))


def run_part() -> None:
    g = partial(f, 1, c=5)
    print(g(), g(7), g(b=8), g(9, c=10), g(c=1))
    h = partial(f, b=4)
    print(h(1), h(2, c=9), h(a=3))
    p = partial(print, "x", sep="-")
    p("y", 1)
    p()
    q = partial(sorted, reverse=True)
    print(q([1, 3, 2]))
    r = partial(int, base=2)
    print(r("101"))
    s = partial(max, key=len)
    print(s(["a", "bcd"]))


def run_part2() -> None:
    print(leaf(), leaf(3), leaf(tag="q"), leaf(value=4, tag="z"))
    show(1, 2)
    show("a", end="!\n")
    print(use(3), K().run(), late(4))
    fns = [partial(scale, by=b) for b in (1.0, 2.0)]
    print([f(1.5) for f in fns])
    both = partial(scale, by=3.0)
    print(both(1.0), list(map(both, [1.0, 2.0])))


def run_part3() -> None:
    print(best(["a", "bcd"]), best("x", "yz"), outer(1), branch(True), branch(False), value(True))


def main() -> None:
    run_part()
    run_part2()
    run_part3()


if __name__ == "__main__":
    main()
