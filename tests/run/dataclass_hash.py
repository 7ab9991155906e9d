"""Which fields count for `hash`, and which dataclasses have one of their own."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class B:
    k: int
    name: str = field(default="", hash=False)
    note: str = field(default="", hash=None)
    rest: str = field(default="", compare=False, hash=True)
    last: str = field(default="", compare=False)


@dataclass(unsafe_hash=True)
class U:
    x: int
    y: int = field(default=0, hash=False)


@dataclass(frozen=True, eq=False)
class Id:
    x: int


@dataclass(eq=False)
class Plain:
    x: int


class Base:
    def __hash__(self) -> int:
        return 7


@dataclass(frozen=True)
class Below(Base):
    x: int


@dataclass(frozen=True, eq=False)
class Below2(Base):
    x: int


@dataclass(frozen=True)
class Own:
    x: int
    y: int

    def __hash__(self) -> int:
        return self.x


def main() -> None:
    print(hash(B(1, "x")) == hash(B(1, "y")), hash(B(1, note="x")) == hash(B(1, note="y")))
    print(hash(B(1, rest="x")) == hash(B(1, rest="y")), B(1, rest="x") == B(1, rest="y"), hash(B(1, last="x")) == hash(B(1)))
    u = U(1, 2)
    d = {u: "u"}
    print(U(1, 2) in d, U(1, 3) in d, len({Id(1), Id(1)}), len({Plain(1), Plain(1)}))
    print(hash(Below(3)) == 7, hash(Below2(3)) == 7, hash(Own(4, 5)), Below2(3) == Below2(3))
    print(len({B(1, "x"), B(1, "y"), B(1, "x")}))


if __name__ == "__main__":
    main()
