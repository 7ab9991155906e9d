from typing import Generic, TypeVar

T = TypeVar("T")


class Pair(Generic[T]):
    def __init__(self, item: T) -> None:
        self.item = item

    def like(self, other: object) -> bool:
        return type(self) is type(other)


def main() -> None:
    held: object = Pair(3)
    print(Pair("a").like(held))
