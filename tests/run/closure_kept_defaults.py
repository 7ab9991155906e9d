"""Functions inside functions whose defaults keep a variable as it is, as values."""

from collections.abc import Callable


def part_a() -> None:
    fns: list[Callable[[], int]] = []
    for j in range(3):

        def g(j: int = j) -> int:
            return j

        fns.append(g)
    print([g() for g in fns])


def part_b() -> None:
    fns = []
    table = {}
    for j in range(3):

        def g(j: int = j) -> int:
            return j

        def f(x: int, k: int = 2, j: int = j) -> int:
            return x * k + j

        def s(x: int, by: int = 10, *, j: int = j) -> str:
            return f"{x} {by} {j}"

        fns.append(g)
        table[j] = f
        h = g
        print(h(7), g(5))
        both = [g, g]
        print([b() for b in both], g is fns[-1], g == fns[-1], fns[0] == g, g in fns)
        p = f
        print(p(1, 2, 3), s(1))
        t: Callable[[int], int] = g
        print(t(9))
        fs: list[Callable[[int], int]] = [g, f]
        print([q(4) for q in fs], list(map(g, [1, 2])), sorted([3, 1], key=g))
    print([g() for g in fns], [t(1, 2) for t in table.values()])


def outer(n: int) -> int:
    def inner(n: int = n) -> int:
        return n + 1

    pick = inner if n else inner
    return pick()


class K:
    def __init__(self) -> None:
        self.cbs: list[Callable[[], None]] = []
        for i in range(2):

            def cb(i: int = i) -> None:
                print("cb", i)

            self.cbs.append(cb)

    def run(self) -> None:
        for cb in self.cbs:
            cb()


def make() -> list[Callable[[], str]]:
    out = []
    for w in ["a", "b"]:

        def show(w: str = w) -> str:
            return w * 2

        out.append(show)
    return out


def part_c() -> None:
    print(outer(3), [f() for f in make()])
    K().run()


def main() -> None:
    part_a()
    part_b()
    part_c()


if __name__ == "__main__":
    main()
