# expected: pep695.out
"""Type parameters as Python 3.12 writes them; the oracle of this suite is older, so the output is stored."""

from collections.abc import Callable

type Row = list[int]
type Grid[T] = list[list[T]]
type Pair = tuple[int, str]


class Stack[T]:
    def __init__(self) -> None:
        self.items: list[T] = []

    def push(self, item: T) -> None:
        self.items.append(item)

    def pop(self) -> T:
        return self.items.pop()


class Shape:
    def area(self) -> int:
        return 0


class Square(Shape):
    def __init__(self, side: int) -> None:
        self.side = side

    def area(self) -> int:
        return self.side * self.side


def largest[S: Shape](shapes: list[S]) -> S:
    best = shapes[0]
    for shape in shapes:
        if shape.area() > best.area():
            best = shape
    return best


def swap[A, B](a: A, b: B) -> tuple[B, A]:
    return b, a


def corner[T](grid: Grid[T]) -> T:
    return grid[0][0]


def total(row: Row) -> int:
    return sum(row)


def swap_names(a: str, b: str) -> str:
    return b + a


def twice[**P, R](fn: Callable[P, R]) -> Callable[P, tuple[R, R]]:
    def inner(*args: P.args, **kwargs: P.kwargs) -> tuple[R, R]:
        return fn(*args, **kwargs), fn(*args, **kwargs)

    return inner


def main() -> None:
    print(twice(total)([1, 2]), twice(swap_names)("a", "b"), corner([["x"]]))
    stack = Stack[str]()
    stack.push("a")
    stack.push("b")
    numbers = Stack[int]()
    numbers.push(4)
    pair: Pair = (1, "one")
    print(stack.pop(), stack.items, numbers.pop() + 1, swap(1, "x"), total([1, 2, 3]), pair)
    print(largest([Square(2), Square(5), Square(3)]).side)
