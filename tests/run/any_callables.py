"""Functions of one class in places of Callable[[Any], R]: event buses, registries, tables at module level."""

from dataclasses import dataclass
from typing import Any, Callable, Type, TypeVar

E = TypeVar("E")


@dataclass
class A:
    n: int


@dataclass
class B:
    s: str


class Bus:
    def __init__(self) -> None:
        self.handlers: dict[type, list[Callable[[Any], None]]] = {}

    def on(self, t: type, h: Callable[[Any], None]) -> None:
        self.handlers.setdefault(t, []).append(h)

    def emit(self, e: object) -> None:
        for h in self.handlers.get(type(e), []):
            h(e)


def on_a(a: A) -> None:
    print("A", a.n)


def on_b(b: B) -> None:
    print("B", b.s)


class Ev:
    pass


class A_bus2(Ev):
    def __init__(self, n: int) -> None:
        self.n = n


class B_bus2(Ev):
    pass


class Bus_bus2:
    def __init__(self) -> None:
        self.handlers: dict[Type[Ev], list[Callable[[Any], None]]] = {}

    def on(self, t: type[E], h: Callable[[E], None]) -> None:
        self.handlers.setdefault(t, []).append(h)

    def emit(self, e: Ev) -> None:
        for h in self.handlers.get(type(e), []):
            h(e)


class A_anyfn:
    def __init__(self, n: int) -> None:
        self.n = n


def size(a: A_anyfn) -> int:
    return a.n


def up(s: str) -> str:
    return s.upper()


def half(x: float) -> float:
    return x / 2


def apply(f: Callable[[Any], Any], *xs: object) -> list[object]:
    return [f(x) for x in xs]


CONVERT: dict[str, Callable[[Any], Any]] = {"size": size, "up": up, "int": lambda v: v + 1, "half": half}


class Registry:
    def __init__(self) -> None:
        self.fns: list[Callable[[Any], str]] = []

    def add(self, f: Callable[[Any], str]) -> Callable[[Any], str]:
        self.fns.append(f)
        return f


reg = Registry()


@reg.add
def show(n: int) -> str:
    return f"<{n}>"


def show_modfn(n: int) -> str:
    return f"<{n}>"


def half_modfn(n: float) -> float:
    return n / 2


FNS: list[Callable[[int], object]] = []
FNS.append(show_modfn)
FNS.append(half_modfn)
GNS: list[Callable[[int], float]] = [half_modfn, abs]


def show_modfn2(n: int) -> str:
    return f"<{n}>"


def half_modfn2(n: float) -> float:
    return n / 2


FNS_modfn2: list[Callable[[Any], object]] = []
FNS_modfn2.append(show_modfn2)
FNS_modfn2.append(half_modfn2)


CONVERT_c2: dict[str, Callable[[Any], Any]] = {"int": lambda v: v + 1}


class X:
    def __init__(self, name: str) -> None:
        self.name = name


class Y:
    def __init__(self, name: str) -> None:
        self.name = name


SHOW: dict[str, Callable[[Any], str]] = {"n": lambda v: f"list {len(v)}" if isinstance(v, list) else v.name}


def later() -> None:
    print(SHOW["n"](Y("y")))
    print(SHOW["n"]([Y("z")]))


def late() -> None:
    print(SHOW["n"](X("q")))
    print(SHOW["n"](["a"]))
    later()


class X_late2:
    def __init__(self, name: str) -> None:
        self.name = name


SHOW_late2: Callable[[Any], str] = lambda v: v.name  # noqa: E731


def late_late2() -> None:
    print(SHOW_late2(X_late2("q")))


class X_late3:
    def __init__(self, name: str) -> None:
        self.name = name


class Y_late3:
    def __init__(self, name: str) -> None:
        self.name = name


def grow(v: Any) -> str:
    return GROW["n"](Y_late3(v.name))


GROW: dict[str, Callable[[Any], str]] = {"n": lambda v: f"<{v.name}>", "m": lambda v: grow(v)}


def run_bus() -> None:
    bus = Bus()
    bus.on(A, on_a)
    bus.on(B, on_b)
    bus.emit(A(1))
    bus.emit(B("x"))


def run_bus2() -> None:
    bus = Bus_bus2()
    bus.on(A_bus2, lambda a: print("A_bus2", a.n))
    bus.on(B_bus2, lambda b: print("B_bus2"))
    bus.emit(A_bus2(1))
    bus.emit(B_bus2())


def run_anyfn() -> None:
    print(apply(size, A_anyfn(1), A_anyfn(2)), apply(up, "a"), apply(half, 3))
    print(CONVERT["size"](A_anyfn(7)), CONVERT["up"]("q"), CONVERT["int"](4), CONVERT["half"](5.0))
    f: Callable[[int], Any] = CONVERT["int"]
    print(f(3))
    g: Callable[[str], str] = CONVERT["up"]
    print(g("ab").lower())
    print([h(3) for h in reg.fns])
    try:
        apply(up, 1)
    except (TypeError, AttributeError):
        print("bad")


def run_modfn() -> None:
    print([h(3) for h in FNS], [g(5) for g in GNS], show_modfn in FNS, FNS[0] == show_modfn, FNS[0].__name__)


def run_modfn2() -> None:
    print(
        [h(3) for h in FNS_modfn2],
        show_modfn2 in FNS_modfn2,
        FNS_modfn2[0] == show_modfn2,
        FNS_modfn2[0].__name__,
        FNS_modfn2.index(half_modfn2),
    )
    FNS_modfn2.remove(show_modfn2)
    print(len(FNS_modfn2), [f.__name__ for f in FNS_modfn2])


def run_c2() -> None:
    print(CONVERT_c2["int"](4))
    f: Callable[[int], Any] = CONVERT_c2["int"]
    print(f(3))


def run_late1() -> None:
    print(SHOW["n"]([1]))
    late()


def run_late2() -> None:
    try:
        print(SHOW_late2(1))
    except AttributeError as e:
        print(e)
    late_late2()


def run_late3() -> None:
    print(GROW["m"](X_late3("x")))


def main() -> None:
    run_bus()
    run_bus2()
    run_anyfn()
    run_modfn()
    run_modfn2()
    run_c2()
    run_late1()
    run_late2()
    run_late3()


if __name__ == "__main__":
    main()
