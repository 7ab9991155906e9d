from collections.abc import Callable


def evaluation() -> None:
    order: list[str] = []

    def note(s: str, v: int) -> int:
        order.append(s)
        return v

    def pick(s: str) -> Callable[[int, int], int]:
        order.append(s)
        return lambda a, b: a * 10 + b
    print(pick("f")(note("a", 1), note("b", 2)), order)
    order.clear()
    table: dict[int, Callable[[int], int]] = {note("k", 1): lambda x: note("in", x)}
    print(table[note("i", 1)](note("arg", 5)), order)
    order.clear()

    def kw(a: int, b: int = note("default", 7), *, c: int = note("kwdefault", 8)) -> str:
        return f"{a} {b} {c}"
    print(order)
    print(kw(c=note("c", 1), a=note("a2", 2)), kw(note("x", 0), note("y", 1)), order)


def rebind() -> None:
    def f() -> str:
        return "first"
    g = f

    def f2() -> str:
        return "second"
    h: Callable[[], str] = f
    f3 = f2
    print(g(), h(), f3())
    cur: Callable[[], str] = f

    def call() -> str:
        return cur()
    print(call())
    cur = f2
    print(call())
    cur = lambda: "third"  # noqa: E731
    print(call())


def shadow(x: int) -> list[int]:
    out = []

    def f(x: int) -> int:
        x += 1
        out.append(x)
        return x
    f(10)
    y = [x for x in range(3)]
    out.append(x)
    out.append(len(y))
    g = lambda x: x * 2  # noqa: E731
    out.append(g(x))
    return out


def conditional(flag: bool) -> int:
    if flag:
        def op(a: int) -> int:
            return a + 1
    else:
        def op(a: int) -> int:
            return a - 1
    return op(10)


def loops() -> None:
    fs: list[Callable[[], tuple[int, str]]] = []
    i = 0
    while i < 3:
        name = f"n{i}"
        fs.append(lambda: (i, name))
        i += 1
    print([f() for f in fs])
    gs: list[Callable[[], int]] = []
    for a, b in [(1, 2), (3, 4)]:
        def both(k: int = a) -> int:
            return k * 100 + a * 10 + b
        gs.append(both)
        gs.append(lambda: a + b)
    print([g() for g in gs])


def walrus() -> None:
    f = lambda v: (w := v * 2) + w  # noqa: E731
    print(f(3))
    xs = [y for v in range(4) if (y := v * v) > 1]
    g = lambda: y  # noqa: E731
    print(xs, g())


def main() -> None:
    evaluation()
    rebind()
    print(shadow(4))
    print(conditional(True), conditional(False))
    loops()
    walrus()


if __name__ == "__main__":
    main()
