# apart: what `Callable[..., R]` is given is followed through all of an image, in one more reading
"""Lambdas in variables whose defaults, `*rest` and names the calls use in several ways; sums of nothing."""

join = lambda *p: "/".join(p)  # noqa: E731
pad = lambda s, n=5: s.ljust(n) + "|"  # noqa: E731


class Adder:
    def all(self, v: int) -> int:
        f = lambda x, y=v: x + y  # noqa: E731
        return f(1) + f(2, 3) + v


def main() -> None:
    at = lambda h, m=0: h * 60 + m  # noqa: E731
    print(at(9), at(10, 30), at(h=1, m=2), at(*[3, 4]))
    k = 5
    tot = lambda *xs: sum(xs) + k  # noqa: E731
    print(tot(1), tot(1, 2, 3), tot())
    one = lambda x, y=2: x * y  # noqa: E731
    print([one(i) for i in range(3)], one(7))

    def inner(q: str) -> str:
        return pad(q) + pad(q, 1)

    print(join("a"), join("a", "b"), pad("x"), pad("y", 2), pad("z", n=3), inner("w"))
    print(Adder().all(10))
    fs = []
    for i in range(3):
        g = lambda x, i=i: x * i  # noqa: E731
        fs.append(g)
    print([f(2) for f in fs], g(1), g(1, 2))
    nothing = ()
    print(sum(nothing), sum(nothing, 5), sum(()), sum(nothing, 1.5))


if __name__ == "__main__":
    main()
