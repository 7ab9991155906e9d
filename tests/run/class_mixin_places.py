"""Classes with several bases as types of fields, parameters and tables; generic ones; protocols."""

from typing import Generic, TypeVar, Protocol

T = TypeVar("T")


class Named:
    def __init__(self, name: str) -> None:
        self.name = name


class Tagged:
    tags: tuple[str, ...] = ()

    def has(self, t: str) -> bool:
        return t in self.tags

    @property
    def first(self) -> str:
        return self.tags[0] if self.tags else "-"

    @classmethod
    def kind(cls) -> str:
        return cls.__name__ + "!"

    @staticmethod
    def util(x: int) -> int:
        return x + 1


class Thing(Named, Tagged):
    tags = ("a", "b")


class Other(Tagged, Named):
    def __repr__(self) -> str:
        return f"Other({self.name})"


class Box(Generic[T]):
    def __init__(self, item: T) -> None:
        self.item = item

    def get(self) -> T:
        return self.item


class TaggedBox(Tagged, Box[int]):
    tags = ("box",)


class TB2(Box[str], Tagged):
    pass


class HasGet(Protocol):
    def get(self) -> int: ...


class Impl(Tagged, HasGet):
    def get(self) -> int:
        return 5


THINGS: list[Tagged] = [Thing("t1"), Other("o1")]
TABLE = {"x": Thing("t2")}


class Holder:
    def __init__(self, t: Tagged) -> None:
        self.t = t

    def set(self, t: Tagged) -> None:
        self.t = t


class Cfg(Named, Tagged):
    def __init__(self) -> None:
        super().__init__("cfg")
        self.extra = 1


def use(g: HasGet) -> int:
    return g.get()


def first_tagged(xs: list[Named]) -> Tagged | None:
    for x in xs:
        if isinstance(x, Tagged):
            return x
    return None


def main() -> None:
    print(
        [t.has("a") for t in THINGS],
        [t.first for t in THINGS],
        [t.kind() for t in THINGS],
        TABLE["x"].name,
        Thing.util(2),
        Thing.kind(),
    )
    tb = TaggedBox(4)
    print(tb.get() + 1, tb.first, TB2("q").get().upper(), TB2("q").has("z"), Impl().has("x"), use(Impl()))
    h = Holder(Thing("h"))
    print(h.t.first, isinstance(h.t, Thing), isinstance(h.t, Named))
    h.set(Cfg())
    print(h.t.has("a"), isinstance(h.t, Cfg))
    f = first_tagged([Named("n"), Other("o")])
    print(f, f is None, f.kind() if f else "")
    match h.t:
        case Cfg(name=n):
            print("cfg", n)
        case _:
            print("other")
    d: dict[str, Tagged] = {"a": Thing("z")}
    print(d["a"].first)
    kinds: list[type[Named]] = [Thing, Other]
    print([k("n").name for k in kinds], [issubclass(k, Tagged) for k in kinds])
    x: Tagged = Thing("q")
    x = Other("w")
    print(x, x.first, Cfg().extra)


if __name__ == "__main__":
    main()
