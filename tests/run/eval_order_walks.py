"""When the arguments of calls that walk over an iterable are evaluated, and that generator expressions are walked item by item."""

def show(tag: str, x: int) -> int:
    print(tag, x)
    return x


def items(tag: str) -> list[int]:
    print(tag)
    return [1, 2]


def main() -> None:
    print(1, min([show("x", k) for k in items("i")], default=show("d", 5)))
    print(2, min(items("i"), default=show("d", 5)))
    print(3, max((show("x", k) for k in items("i")), default=show("d", 5), key=lambda k: show("k", -k)))
    print(4, next((show("x", k) for k in items("i")), show("d", 5)))
    print(5, sum([show("x", k) for k in items("i")], show("d", 5)))
    print(6, sum((show("x", k) for k in items("i")), show("d", 5)))
    print(7, sum(items("i"), start=show("d", 5)))
    print(8, sorted([show("x", k) for k in items("i")], reverse=show("d", 5) == 5))
    print(9, sorted((show("x", k) for k in items("i")), reverse=show("d", 5) == 5, key=lambda k: show("k", k)))
    print(10, list(zip((show("x", k) for k in items("i")), items("j"))))
    print(11, list(map(lambda k: show("m", k), (show("x", k) for k in items("i")))))
    print(12, dict.fromkeys((show("x", k) for k in items("i")), show("d", 5)))
    print(13, list(enumerate((show("x", k) for k in items("i")), show("d", 5))))
    print(14, max([k for k in items("i") if k > 4], default=show("d", 5)))
    print(15, ",".join(str(show("x", k)) for k in items("i")))
    print(16, set((show("x", k) for k in items("i"))) | {show("d", 5)} == {1, 2, 5})
    print(17, [(a, b) for a in items("a") for b in items("b") if show("c", a) != b])
    try:
        print(18, min([show("x", k) for k in items("i") if k > 5]))
    except ValueError as error:
        print(error)
    xs = items("q")
    print(19, any(show("x", k) > 0 for k in items("i")), all([show("x", k) > 1 for k in items("i")]))
    print(20, min(show("x", 3), *[show("y", 2)], show("z", 1), key=lambda k: show("k", k)))
    xs[show("index", 0)] = sum(items("i"), xs[show("other", 1)])
    print(xs)
    x = 10
    print(sum((x for x in [1, 2]), x), max((x for x in [1, 2]), key=lambda y: y * x, default=x), x)
    print(sum([[1], [2]], []), sum([0.5, 0.25]), sum([True, True]), sum((k / 2 for k in range(3)), 1))
