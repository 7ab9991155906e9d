"""What a dataclass says of itself through the class: defaults of fields, `fields(cls)`, `is_dataclass(cls)`."""

from __future__ import annotations
from dataclasses import dataclass, field, fields, is_dataclass
from typing import ClassVar, Self, TypeVar

T = TypeVar("T", bound="Base")


@dataclass
class Base:
    name: str = "base"
    ratio: float = 2
    tags: list[str] = field(default_factory=list)
    size: int = field(default=3, repr=False)
    pair: tuple[int, ...] = ()
    KIND: ClassVar[str] = "k"

    @classmethod
    def keys(cls) -> list[str]:
        return [f.name for f in fields(cls)]

    @classmethod
    def from_dict(cls, d: dict[str, str]) -> Self:
        unknown = sorted(d.keys() - {f.name for f in fields(cls)})
        if unknown:
            raise ValueError(f"unknown: {unknown}")
        return cls(d.get("name", cls.name), size=int(d.get("size", cls.size)))

    def changed(self) -> list[str]:
        out = []
        if self.size != type(self).size:
            out.append("size")
        if self.name != self.__class__.name:
            out.append("name")
        return out


@dataclass
class Below(Base):
    name: str = "below"
    extra: int | None = None


@dataclass(frozen=True)
class Opt:
    host: str = "localhost"
    port: int = 80

    @staticmethod
    def default_port() -> int:
        return Opt.port


class Plain(Below):
    size = 9


def keys_of(cls: type[Base]) -> list[str]:
    return [f.name for f in fields(cls)]


def make(cls: type[T]) -> T:
    print([f.name for f in fields(cls)], is_dataclass(cls))
    return cls()


def pick(kind: type[Base]) -> str:
    return f"{kind.name} {kind.size}"


class Shared:
    def __init__(self, n: int) -> None:
        self.n = n

    def __hash__(self) -> int:
        return 1


ONE = Shared(4)


@dataclass
class Holder:
    one: Shared = ONE
    two: Shared = Shared(5)


def main() -> None:
    print(Base.keys(), Below.keys(), keys_of(Below), keys_of(Base), [len(fields(c)) for c in (Base, Below)])
    print(
        Base.from_dict({"size": "7"}),
        Below.from_dict({}),
        Base.from_dict({"name": "x"}).changed(),
        Below.from_dict({"size": "1"}).changed(),
    )
    try:
        Base.from_dict({"nope": "1"})
    except ValueError as e:
        print(e)
    print(make(Base), make(Below), Opt.port, Opt.host.upper(), Opt.default_port(), Base.ratio, Base.pair, Base.KIND)
    print(pick(Base), pick(Below), Below.name, Below.size, Below.extra, fields(type(Below()))[0].name)
    print(Opt().port == Opt.port, is_dataclass(Opt), Plain.size, Plain.name)
    print(Holder.one is ONE, Holder().one is Holder.one, Holder.two.n, Holder().two is Holder.two)


if __name__ == "__main__":
    main()
