"""Whether two values have one class: `is`, `==`, of objects, unions and numbers."""
from typing import Generic, TypeVar

T = TypeVar("T")


class A:
    pass


class B(A):
    pass


class Box(Generic[T]):
    def __init__(self, item: T) -> None:
        self.item = item

    def like(self, other: "Box[str]") -> bool:
        return type(self) is type(other)


def f(x: object, y: object) -> bool:
    return type(x) is type(y)



def main() -> None:
    a: A | None = B()
    b: A = B()
    print(type(a) is type(b), type(b) is type(A()), type(1) is type(True), type("a") is type("b"), type([1]) is type([2]))
    print(Box(1).like(Box("a")), type(Box(1)) is type(Box([1.5])))
    print(f(1, 2), f("a", 1), f(a, b))
    print(type(a) == type(b), type(a) != type(b), type(1) == type(2.0))  # noqa: E721


if __name__ == "__main__":
    main()
