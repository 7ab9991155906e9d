"""Generic classes and functions."""

from typing import Generic, TypeVar

T = TypeVar("T")
K = TypeVar("K")


class Stack(Generic[T]):
    def __init__(self) -> None:
        self.items: list[T] = []

    def push(self, item: T) -> None:
        self.items.append(item)

    def pop(self) -> T:
        return self.items.pop()

    def peek(self) -> T | None:
        return self.items[-1] if self.items else None

    def __len__(self) -> int:
        return len(self.items)


class Pair(Generic[T, K]):
    def __init__(self, left: T, right: K) -> None:
        self.left = left
        self.right = right

    def swapped(self) -> "Pair[K, T]":
        return Pair(self.right, self.left)


def first(items: list[T]) -> T:
    return items[0]


def pick(flag: bool, a: T, b: T) -> T:
    return a if flag else b


class Names(Stack[str]):
    def joined(self) -> str:
        return ",".join(self.items)


def main() -> None:
    numbers: Stack[int] = Stack()
    for n in range(4):
        numbers.push(n * n)
    print(numbers.pop() + numbers.pop(), len(numbers), numbers.peek())
    texts = Stack[str]()
    print(texts.peek(), len(texts))
    texts.push("a")
    print(texts.peek(), texts.pop() + "b")
    pair = Pair(1, "x").swapped()
    print(pair.left + "!", pair.right + 1)
    print(first([3, 4]), first(["p"]), first([[1], [2]]), pick(True, 1.5, 2.5), pick(False, "y", "n"))
    names = Names()
    names.push("ann")
    names.push("bob")
    print(names.joined(), len(names), names.pop())
    nested: Stack[list[int]] = Stack()
    nested.push([1])
    nested.pop().append(2)
    print(len(nested))


if __name__ == "__main__":
    raise SystemExit(main())
