"""`Self`: fluent methods, operators in place, copies and overrides give the receiver's own type."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import Generic, Self, TypeVar

T = TypeVar("T")


class Query:
    def __init__(self, table: str) -> None:
        self.table = table
        self.tests: list[str] = []

    def where(self, test: str) -> Self:
        self.tests.append(test)
        return self

    def both(self, a: str, b: str) -> Self:
        return self.where(a).where(b)

    def fresh(self) -> Self:
        made = type(self)(self.table)
        made.tests = self.tests[:]
        return made

    def longest(self, other: Self) -> Self:
        return self if len(self.tests) >= len(other.tests) else self.where("longest")

    def only_if(self, wanted: bool) -> Self | None:
        if not wanted:
            return None
        return self

    def __iadd__(self, test: str) -> Self:
        return self.where(test)

    def __enter__(self) -> Self:
        print("enter", self.table)
        return self

    def __exit__(self, kind: object | None, error: BaseException | None, trace: object | None) -> None:
        print("exit", self.table)

    @classmethod
    def of(cls, table: str) -> Self:
        return cls(table)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.table}, {self.tests})"


class UserQuery(Query):
    def adults(self) -> UserQuery:
        return self.where("age >= 18")

    def where(self, test: str) -> Self:
        print("user test", test)
        return super().where(test)


class AdminQuery(UserQuery):
    def level(self, n: int) -> str:
        return f"{self.table} admin {n}"


class Shape(ABC):
    @abstractmethod
    def scaled(self, k: int) -> Self: ...


class Square(Shape):
    def __init__(self, side: int) -> None:
        self.side = side

    def scaled(self, k: int) -> Self:
        self.side *= k
        return self


class Box(Generic[T]):
    def __init__(self) -> None:
        self.items: list[T] = []

    def add(self, item: T) -> Self:
        self.items.append(item)
        return self


class NamedBox(Box[int]):
    name = "numbers"


def main() -> None:
    print(Query("t").where("a").both("b", "c"))
    users = UserQuery.of("users").where("x").adults()
    print(users)
    print(UserQuery("u").both("p", "q").adults())
    admin = AdminQuery("adm").both("1", "2")
    print(admin.level(3), admin.fresh().level(4), admin.fresh() is admin)
    admin += "three"
    print(admin.level(5), admin)
    print(AdminQuery("a").longest(admin).level(6))
    maybe = admin.only_if(True)
    if maybe is not None:
        print(maybe.level(7))
    print(admin.only_if(False))
    with AdminQuery.of("w") as inner:
        print(inner.level(8))
    base: Query = AdminQuery("b")
    print(base.where("z"))
    print(Square(2).scaled(3).side)
    shape: Shape = Square(5).scaled(2)
    print(type(shape.scaled(2)).__name__)
    box = NamedBox().add(1).add(2)
    print(box.name, box.items)


if __name__ == "__main__":
    main()
