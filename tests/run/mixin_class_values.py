"""Classes with several bases, and their bases, as values and in `type[A]`."""

from abc import ABC, abstractmethod
from collections.abc import Callable


class A:
    def who(self) -> str:
        return "A"


class B:
    def x(self) -> str:
        return "B"


class C(A, B):
    pass


REG: dict[str, type[A]] = {"a": A, "c": C}


def part_a() -> None:
    print([REG[k]().who() for k in REG])


class Named:
    label = "named"

    def __init__(self, name: str = "n") -> None:
        self.name = name

    def who(self) -> str:
        return f"{type(self).__name__} {self.name}"


class Loud:
    level = 1

    def shout(self) -> str:
        return "LOUD"


class Both(Named, Loud):
    label = "both"


class Two(Loud, Named):
    level = 2


class Sub(Both):
    def who(self) -> str:
        return "sub " + super().who()


def make(cls: type[Named], name: str) -> Named:
    return cls(name)


def level(cls: type[Loud]) -> int:
    return cls.level


def part_b() -> None:
    for c in (Named, Both, Two, Sub):
        n = make(c, "x")
        print(n.who(), c.__name__, c.label, issubclass(c, Loud), isinstance(n, Loud))
    print([level(c) for c in (Loud, Both, Two, Sub)])
    xs: list[type[Named]] = [Named, Sub]
    xs.append(Two)
    print([x.__name__ for x in xs], [x("q").who() for x in xs])
    k = Named
    print(k("z").who(), k is Named, xs[0] is Named, xs[1] is Named, xs[2] == Two, Named in xs, Both in xs)
    print(type(make(Two, "t")) is Two, xs, Named)
    d: dict[type[Named], int] = {Named: 1, Two: 2}
    print(d[Two], d[type(make(Named, "k"))])
    o: object = Named
    print(o is Named, o == xs[0])


class Runs(ABC):
    @abstractmethod
    def run(self) -> int: ...


class Mixin:
    def tag(self) -> str:
        return "tag"


class RunX(Runs, Mixin):
    def run(self) -> int:
        return 1


class RunY(Mixin, Runs):
    def run(self) -> int:
        return 2


RUNS: dict[str, type[Runs]] = {}


def register(cls: type[Runs]) -> None:
    RUNS[cls.__name__.lower()] = cls


def part_c() -> None:
    register(RunX)
    register(RunY)
    for k, cls in RUNS.items():
        b = cls()
        print(k, b.run(), isinstance(b, Mixin), cls.__name__)
    m: list[type[Mixin]] = [Mixin, RunX, RunY]
    print([c.__name__ for c in m], [issubclass(c, Runs) for c in m])
    fs: list[Callable[[], Runs]] = [RunX, RunY]
    print([f().run() for f in fs])
    t: type[Runs] | None = RUNS.get("y")
    if t is not None:
        print(t().run())


class Titled:
    count = 0

    @classmethod
    def make(cls, n: str) -> "Titled":
        return cls(n)

    def __init__(self, name: str = "n") -> None:
        self.name = name

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.name})"


class Noise:
    pass


class Pair(Titled, Noise):
    pass


class Plugin:
    registry: dict[str, type["Plugin"]] = {}

    def __init_subclass__(cls) -> None:
        Plugin.registry[cls.__name__] = cls

    def go(self) -> str:
        return type(self).__name__


class Extra:
    pass


class P1(Plugin, Extra):
    pass


class P2(Extra, Plugin):
    pass


class Err(Exception):
    pass


class Mix:
    pass


class E1(Mix, Err):
    pass


def build(kind: type[Titled] = Titled, *args: str) -> list[Titled]:
    return [kind(a) for a in args]


def part_d() -> None:
    print(Titled.make("a"), Pair.make("b"), build(Titled, "x", "y"), build(Pair, "z"), build())
    for k in (Titled, Pair):
        print(k.make("q"), isinstance(Pair(), k), isinstance(Titled(), k), k.count)
    print({n: c().go() for n, c in Plugin.registry.items()})
    ks = [Titled, Pair]
    print(ks, [k("w") for k in ks], sorted(k.__name__ for k in ks), set(ks) == {Titled, Pair}, ks.index(Pair))
    k2 = Pair if len(ks) > 1 else Titled
    print(k2, k2("a"))
    print([type(n) for n in build(Pair, "z")], type(build(Titled, "z")[0]) in ks)
    try:
        raise E1("m")
    except Err as e:
        print(type(e).__name__)
    m = {Titled: "named", Pair: "both"}
    for n in (Titled("1"), Pair("2")):
        print(m[type(n)], type(n) is Titled)


def main() -> None:
    part_a()
    part_b()
    part_c()
    part_d()


if __name__ == "__main__":
    main()
