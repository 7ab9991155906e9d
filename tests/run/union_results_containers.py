"""`return list(…)` and the like in functions whose result is a union."""


def a(x: bool) -> list[int] | str:
    if x:
        return list(range(3))
    return "no"


def b(x: bool) -> list[int] | None:
    return list() if x else None


def c() -> dict[str, int] | list[str]:
    return dict(a=1)


def d() -> set[str] | None:
    return set()


def e() -> set[int] | int:
    return set([1, 2])


def f(n: int) -> list[float] | str:
    return [i for i in range(n)]


def g() -> dict[str, float] | None:
    return {k: 1 for k in "ab"}


def h() -> tuple[int, ...] | str:
    return tuple([1, 2])


def i() -> dict[str, int] | None:
    return dict(zip("ab", [1, 2]))


def j() -> frozenset[int] | None:
    return frozenset()


def k(p: bool) -> list[int] | list[str]:
    if p:
        return list("ab")
    return list(range(2))


def el() -> set[float] | None:
    return {i for i in range(2)}


def m() -> list[int] | dict[str, int]:
    return []


def n() -> list[int] | dict[str, int]:
    return {}


def main() -> None:
    x: list[int] | None = list()
    print(x)
    y: list[int] | None = list(range(2))
    print(y)
    z: list[float] | None = list([1.5, 2])
    print(z)
    w: set[int] | str = set()
    print(w)
    v: dict[str, int] | None = dict()
    print(v)
    print(a(True), a(False), b(True), b(False), c(), d(), e())
    print(f(2), g(), h(), i(), j(), k(True), k(False), el(), m(), n())
    t: dict[str, list[int] | str] = {"a": list(range(3)), "b": "x"}
    t["c"] = list()
    print(t)
    s: list[list[int] | int] = [1, list(range(2)), [i * i for i in range(3)]]
    print(s)


if __name__ == "__main__":
    main()
