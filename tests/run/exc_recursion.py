"""Endless recursion is RecursionError, again and again, and the program goes on."""


class Node:
    def __init__(self) -> None:
        self.next: "Node | None" = None

    def walk(self, depth: int) -> int:
        assert self.next is not None
        return self.next.walk(depth + 1) + 1


def down(n: int) -> int:
    return down(n + 1) + 1


def noisy(n: int) -> int:
    try:
        return noisy(n + 1) + 1
    finally:
        if n == 3:
            print("finally", n)


def main() -> None:
    for _ in range(3):
        try:
            print(down(0))
        except RecursionError as error:
            print("RecursionError:", error)
    ring = Node()
    ring.next = ring
    try:
        ring.walk(0)
    except RecursionError:
        print("the ring has no end")
    try:
        noisy(0)
    except RuntimeError as error:
        print(type(error).__name__)
    print(sum(range(10)))
