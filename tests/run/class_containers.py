"""Containers as class variables: made by the module body, shared by all objects and subclasses, changed at run time."""


class Base:
    known: dict[str, int] = {"a": 1}
    names: list[str] = []
    LIMITS = (1, 2)

    def learn(self, name: str) -> None:
        self.known[name] = len(self.known)
        Base.names.append(name)


class Derived(Base):
    squares = [x * x for x in range(3)]
    shared = Base.known


def main() -> int:
    d = Derived()
    d.learn("z")
    print(Base.known, Base.names, d.LIMITS, Derived.LIMITS[1])
    print(d.squares, Derived.known is Base.known, Derived.shared is Base.known)
    Derived.squares.append(9)
    print(d.squares, len(Derived().squares))
    return 0
