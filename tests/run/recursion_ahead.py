"""Recursive functions whose ends are tested before the call: values, order of effects, exceptions."""


class Node:
    def __init__(self, left: "Node | None", right: "Node | None", value: int) -> None:
        self.left = left
        self.right = right
        self.value = value


def make(depth: int) -> Node:
    if depth == 0:
        return Node(None, None, 1)
    return Node(make(depth - 1), make(depth - 1), depth)


def check(node: Node) -> int:
    left, right = node.left, node.right
    if left is None or right is None:
        return 1
    return 1 + check(left) + check(right)


def fib(n: int) -> int:
    if n < 2:
        return n
    return fib(n - 1) + fib(n - 2)


def ack(m: int, n: int) -> int:
    if m == 0:
        return n + 1
    if n == 0:
        return ack(m - 1, 1)
    return ack(m - 1, ack(m, n - 1))


def walk(items: list[int], at: int) -> int:
    if items[at] < 0:
        return at
    return walk(items, items[at]) + 1



def visit(n: int, out: list[int]) -> None:
    if n <= 0:
        out.append(n)
        return
    visit(n - 1, out)
    out.append(n)
    visit(n - 2, out)


def hanoi(n: int, a: str, b: str, c: str) -> int:
    if n == 0:
        return 0
    elif n == 1:
        return 1
    else:
        return hanoi(n - 1, a, c, b) + 1 + hanoi(n - 1, c, b, a)


def fail(n: int) -> int:
    if 10 // (n - 3) < 0:
        return 10 // n
    return fail(n - 1)


class Tree:
    def __init__(self, value: int) -> None:
        self.value = value
        self.below: list[Tree] = []

    def total(self, least: int) -> int:
        if self.value < least or not self.below:
            return 0
        return self.value + sum(t.total(least) for t in self.below) + self.below[0].total(least + 1)


def power(base: float, n: int) -> float:
    if n == 0:
        return 1.0
    if n < 0:
        return 1.0 / power(base, -n)
    half = power(base, n // 2)
    return half * half * (base if n % 2 == 1 else 1.0)


def moved(n: int) -> int:
    n -= 1
    if n < 0:
        return n
    return moved(n) + 10


def told(n: int) -> str:
    if n == 0:
        print("end of told")
        return "."
    print("told", n)
    return told(n - 1) + str(n) + told(0)


def depth(n: int) -> int:
    if n < 0:
        return 0
    return 1 + depth(n + 1)


def main() -> int:
    print(check(make(9)), fib(17), ack(2, 3), hanoi(6, "a", "b", "c"))
    root = Tree(9)
    root.below = [Tree(4), Tree(7)]
    root.below[1].below = [Tree(1)]
    print(root.total(0), root.total(5), root.total(10), power(2.0, 10), power(2.0, -3), moved(3))
    print(told(2))
    print(walk([3, -1, 1, 2], 0))
    try:
        print(walk([3, 9, 1, 2], 0))
    except IndexError as e:
        print("IndexError", e)
    out: list[int] = []
    visit(5, out)
    print(out)
    try:
        print(fail(9))
    except ZeroDivisionError as e:
        print(e)
    try:
        print(depth(1))
    except RecursionError:
        print("too deep")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
