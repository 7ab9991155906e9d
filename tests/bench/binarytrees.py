"""binary trees: many small trees come and go beside one that stays. The C twin has malloc and free."""

from lib.system import uptime_ns

DEPTH = 16


class Node:
    def __init__(self, left: "Node | None", right: "Node | None") -> None:
        self.left = left
        self.right = right


def make(depth: int) -> Node:
    if depth == 0:
        return Node(None, None)
    return Node(make(depth - 1), make(depth - 1))


def check(node: Node) -> int:
    left, right = node.left, node.right
    if left is None or right is None:
        return 1
    return 1 + check(left) + check(right)


def work() -> int:
    total = check(make(DEPTH + 1))
    keeping = make(DEPTH)
    for depth in range(4, DEPTH + 1, 4):
        for _ in range(1 << (DEPTH - depth + 4)):
            total += check(make(depth))
    return total * 31 + check(keeping)


def main() -> int:
    start = uptime_ns()
    result = work()
    elapsed = uptime_ns() - start
    print(result, elapsed)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
