"""The left side of an operator is computed before the right one, whatever the types are."""
from rumpk import u8, u64, w32


def f(x: float) -> float:
    print("f", x, end=" ")
    return x


def i(x: int) -> int:
    print("i", x, end=" ")
    return x


def s(x: str) -> str:
    print("s", x, end=" ")
    return x


def b(x: bytes) -> bytes:
    print("b", x, end=" ")
    return x


def xs(x: list[int]) -> list[int]:
    print("xs", x, end=" ")
    return x


def t(x: tuple[int, int]) -> tuple[int, int]:
    print("t", x, end=" ")
    return x


def u(x: int) -> u64:
    print("u", x, end=" ")
    return u64(x)


def w(x: int) -> w32:
    print("w", x, end=" ")
    return w32(x)


def o(x: int | None) -> int | None:
    print("o", x, end=" ")
    return x


def either(x: int | str) -> int | str:
    print("e", x, end=" ")
    return x


def flag(x: bool) -> bool:
    print("flag", x, end=" ")
    return x


def st(x: set[int]) -> set[int]:
    print("st", x, end=" ")
    return x


def d(x: dict[int, int]) -> dict[int, int]:
    print("d", x, end=" ")
    return x


def compares() -> None:
    print(f(1.0) == i(1), i(2) == f(2.0), f(1.0) != i(3), f(1.0) < i(3), f(1.0) >= i(3), i(1) < f(3.0))
    print(i(3) <= f(1.0), i(1) != f(1.5), f(1.0) < i(2) < f(3.0), f(1.5) == flag(True), flag(True) == f(1.0))
    print(u(3) == i(3), i(3) == u(4), u(3) < i(-1), i(-1) < u(3), u(3) == f(3.0), f(3.5) < u(4), u(1) != f(2.0))
    print(o(1) == i(1), i(1) == o(None), o(2) == o(2), o(None) == f(1.0), f(2.0) == o(2))
    print(either(1) == i(1), i(2) == either("a"), either("a") == s("a"), s("b") == either(1), either(1) == f(1.0))
    print(s("a") < s("b"), b(b"a") >= b(b"b"), t((1, 2)) < t((1, 3)), xs([1]) == xs([1]), st({1}) <= st({1, 2}))
    print(i(1) in xs([1, 2]), i(1) in (i(3), i(1)), s("a") in s("bab"), i(1) not in d({1: 2}))
    print(i(97) in b(b"abc"), o(None) in [o(1), o(None)], f(2.0) in (i(2), f(3.0)), i(1) in st({1}))
    print(xs([1]) is xs([1]), o(None) is None, i(1) == flag(True), flag(False) < i(1), flag(True) == flag(False))


def numbers() -> None:
    print(f(1.0) + i(2), i(1) * f(2.0), f(1.0) // i(2), i(7) % f(2.0), f(2.0) ** i(3), i(2) ** f(0.5))
    print(divmod(f(3.0), i(2)), divmod(i(3), f(2.0)), i(7) // i(2), i(7) / i(2), flag(True) + f(1.0), i(1) - flag(True))
    print(max(f(1.0), i(2)), min(i(1), f(2.0)), pow(i(2), f(2.0)), pow(i(2), i(3), i(5)), round(f(2.5), i(0)))
    print(u(3) + u(4), w(3) * w(5), i(1) << i(2), u(1) << u(3), i(6) & i(3), flag(True) ^ flag(False), i(1) | flag(True))


def sequences() -> None:
    print(i(2) * s("ab"), s("ab") * i(2), i(2) * xs([1]), xs([1]) * i(2), i(2) * b(b"x"), b(b"x") * i(2), i(2) * t((1, 2)))
    print(s("a") + s("b"), b(b"a") + b(b"c"), xs([1]) + xs([2]), t((1, 2)) + t((3, 4)))
    print(st({1, 2}) - st({1}), st({1}) | st({2}), st({1}) & st({1}), st({1}) ^ st({2}), d({1: 1}) | d({2: 2}))
    print(xs([4, 5])[i(1)], d({3: 4})[i(3)], s("abc")[i(0) : i(2)], xs([1, 2, 3])[i(0) : i(3) : i(2)], b(b"ab")[i(1)])
    print(s("a").join([s("x"), s("y")]), s("abc").replace(s("b"), s("c")), s("a b").split(s(" "), i(1)))
    print(f"{s('x'):>{i(4)}}", {i(1): i(2), i(3): i(4)}, [i(1), i(2)], (i(1), f(2.0)), {i(5)})


def stores() -> None:
    items = [1, 2, 3]
    table = {1: 1}
    xs(items)[i(0)] = i(7)
    print(items)
    xs(items)[i(1)] += i(5)
    print(items)
    d(table)[i(1)] -= i(3)
    print(table)
    items[i(0)], items[i(1)] = i(8), i(9)
    print(items)
    xs(items)[i(0) : i(1)] = xs([4, 5])
    print(items)
    del xs(items)[i(0)]
    x = y = i(1)
    print(x + y, items)
    print((z := i(4)) + z, i(1) if flag(False) else i(2), flag(False) or i(3), flag(True) and i(4))
    small = u8(3)
    small += u8(i(4))
    print(small)


def main() -> None:
    compares()
    numbers()
    sequences()
    stores()
