# apart: what `Callable[..., R]` is given is followed through all of an image, in one more reading
"""Lambdas behind `Callable[..., R]`: defaults are made once, stars take any iterable, `*rest` and names find their place."""

from typing import Any, Callable


def seen(x: float) -> float:
    print("seen", x)
    return x


def both(*xs: float) -> float:
    return sum(xs)


REALS: dict[str, Callable[..., float]] = {
    "add": lambda a, b: a + b,
    "sub": lambda a, b: a - b,
    "sum": both,
}
ANYS: dict[str, Callable[..., Any]] = {"neg": lambda a: -a, "mul": lambda a, b: a * b}
OPTIONAL: dict[str, Callable[..., int]] = {"scaled": lambda x, y=2: x * y, "five": lambda x=5: x}
ANY_NUMBER: dict[str, Callable[..., float]] = {
    "scaled": lambda x, y=2: x * y,
    "sum": lambda *x: sum(x),
    "more": lambda a, *r: a + len(r),
    "seven": lambda: 7,
    "neg": lambda x: -x,
}


class Node:
    def __init__(self, fn: str, args: "list[Node]", v: float = 0.0) -> None:
        self.fn = fn
        self.args = args
        self.v = v


TREES: dict[str, Callable[..., float]] = {
    "neg": lambda x: -x,
    "add": lambda x, y: x + y,
    "clamp": lambda v, lo, hi: min(max(v, lo), hi),
}


def value(n: Node) -> float:
    if not n.fn:
        return n.v
    return TREES[n.fn](*(value(a) for a in n.args))


def starred() -> None:
    args = [1.0, 2.0]
    print(REALS["add"](*(a * 2 for a in args)))
    print(REALS["sub"](*[a * 2 for a in args]))
    print(REALS["sum"](*(a * 2 for a in args)), REALS["sum"](*map(abs, args)))
    print(REALS["add"](*(seen(a) for a in [1.0]), seen(2.0)))
    print(REALS["add"](*args[:1], args.pop()))
    xs = [1.0]
    print(REALS["add"](*xs, xs.pop()))
    print(ANYS["neg"](*(a for a in [1])), ANYS["mul"](*{3, 4}), ANYS["mul"](*{3: "x", 4: "y"}))
    try:
        print(ANYS["neg"](*(a for a in [1, 2])))
    except TypeError as e:
        print(e)
    two = Node("", [], 2.0)
    print(value(Node("add", [Node("neg", [two]), two])), value(Node("clamp", [Node("", [], 9), two, Node("", [], 3)])))


def made_once() -> None:
    lam: Callable[..., float] = lambda a=seen(3.0), b=seen(4.0): a + b  # noqa: E731
    print("made")
    print(lam(), lam(1.0), lam(1.0, 2.0), lam(b=7.0))
    fs: list[Callable[..., int]] = []
    for i in range(3):
        fs.append(lambda a, b=i: a * 10 + b)
    print([f(1) for f in fs], [f(2, 3) for f in fs])
    print(OPTIONAL["scaled"](2), OPTIONAL["scaled"](2, 3), OPTIONAL["scaled"](2, y=5))
    print(OPTIONAL["five"](), OPTIONAL["five"](1), OPTIONAL["five"](x=3))
    text: Callable[..., str] = lambda a, n=len("abc"), s="q": s * n + a  # noqa: E731
    print(text("x"), text("x", 2), text("x", 2, "p"))


def any_number() -> None:
    calls: list[tuple[str, list[float]]] = [
        ("scaled", [1.5]),
        ("scaled", [1.5, 3.0]),
        ("sum", []),
        ("sum", [1.0, 2.0]),
        ("more", [1.0]),
        ("more", [1.0, 2.0, 2.0]),
        ("seven", []),
        ("neg", [2.0]),
        ("seven", [1.0]),
        ("more", []),
        ("scaled", [1.0, 2.0, 3.0]),
    ]
    for name, xs in calls:
        try:
            print(name, ANY_NUMBER[name](*xs))
        except TypeError as e:
            print(name, e)
    kept: list[Callable[..., float]] = [lambda x, y=seen(4.0): x - y, lambda x, *y: x - len(y)]
    for f in kept:
        print(f(*xs[:1]), f(*xs[:2]), f(9.0), f(9.0, 7.0))
    print(kept[0](y=1.0, x=2.0), kept[0](x=7.0))


def main() -> None:
    starred()
    made_once()
    any_number()


if __name__ == "__main__":
    main()
