"""Closures and generators, and facts about shared variables."""

from collections.abc import Callable, Iterator


def actions(n: int) -> Iterator[Callable[[], int]]:
    total = 0

    def add(k: int) -> int:
        nonlocal total
        total += k
        return total

    for i in range(n):
        yield lambda: add(i)
    yield lambda: total * 100


class Node:
    def __init__(self, name: str) -> None:
        self.name = name
        self.next: Node | None = None


def breaker(node: Node) -> Callable[[], None]:
    def cut() -> None:
        node.next = None
    return cut


def facts() -> None:
    a = Node("a")
    a.next = Node("b")
    cut = breaker(a)
    if a.next is not None:
        print(a.next.name)
        cut()
        print(a.next)
        try:
            print(a.next.name)
        except AttributeError as error:
            print(error)
    x: int | None = 3

    def clear() -> None:
        nonlocal x
        x = None
    if x is not None:
        print(x + 1)
        clear()
        print(x)
        try:
            print(x + 1)
        except TypeError as error:
            print(error)


def main() -> None:
    for act in actions(3):
        print(act(), end=" ")
    print()
    print([f() for f in list(actions(3))])
    facts()


if __name__ == "__main__":
    main()
