"""What a test told of a variable before a loop stands in each round, if the loop's assignments keep it."""
from __future__ import annotations

from collections.abc import Callable

Handler = Callable[[int], int]


class Node:
    def __init__(self, value: int, next: Node | None = None) -> None:
        self.value = value
        self.next = next

    def bigger(self) -> Node:
        return Node(self.value * 2, self)


class Root(Node):
    def name(self) -> str:
        return "root"


def wrapped(table: dict[str, Handler], name: str, wrappers: list[Callable[[Handler], Handler]]) -> int:
    handler = table.get(name)
    if handler is None:
        return -1
    for wrap in wrappers:
        handler = wrap(handler)
    return handler(3)


def total(counts: dict[str, int], name: str) -> int:
    got = counts.get(name)
    if got is None:
        return 0
    for step in range(4):
        if step == 2:
            continue
        got = got + step
    while got < 20:
        got += 5
    return got


def to_the_end(start: Node | None) -> int:
    if start is None:
        return 0
    steps = 0
    at = start
    while at.next is not None:
        at = at.next
        steps += 1
    node: Node | None = start
    while node is not None:
        steps += 10
        node = node.next
    return steps


def lost(node: Node | None) -> str:
    """The fact does not stand: a later round finds None."""
    if node is None:
        return "none"
    seen: list[int] = []
    for _ in range(4):
        seen.append(-1 if node is None else node.value)
        node = None if node is None else node.next
    return f"{seen} {node is None}"


def lost_by_continue(node: Node | None) -> str:
    if node is None:
        return "none"
    out = ""
    for at in range(3):
        out += f"{at}{'-' if node is None else '+'}"
        if at == 0:
            node = None
            continue
        node = Node(at)
    return out


def lost_by_finally(node: Node | None) -> str:
    if node is None:
        return "none"
    out = ""
    for at in range(3):
        out += "-" if node is None else "+"
        node = Node(at)
        try:
            if at == 0:
                continue
        finally:
            node = None
        out += "."
    return out


def either(value: int | str) -> str:
    if isinstance(value, int):
        for _ in range(3):
            value = value * 2 if value < 5 else value - 1
        return f"{value + 1}"
    while len(value) < 6:
        value = value + value
    return value.upper()


def becomes(value: int | str) -> str:
    assert isinstance(value, int)
    for _ in range(3):
        value = f"<{value}>" if isinstance(value, str) else str(value + 1)
    return f"{value}"


def below(node: Node) -> str:
    if isinstance(node, Root):
        for _ in range(2):
            node = Root(node.value + 1)
        return f"{node.name()} {node.value}"
    return "plain"


def gone(node: Node) -> str:
    if isinstance(node, Root):
        for _ in range(2):
            node = Node(node.value + 1) if isinstance(node, Root) else Root(node.value * 10)
        return f"{isinstance(node, Root)} {node.value}"
    return "plain"


def nested(node: Node | None) -> list[int]:
    if node is None:
        node = Node(1)
    out: list[int] = []
    for _ in range(2):
        while node.value < 10:
            node = node.bigger()
            out.append(node.value)
        else:
            node = Node(3)
    return out


def doubled(f: Handler) -> Handler:
    return lambda x: f(x) * 2


def main() -> None:
    print(wrapped({"a": lambda x: x + 1}, "a", [doubled, doubled]), wrapped({}, "a", [doubled]))
    print(total({"a": 1}, "a"), total({}, "a"))
    print(to_the_end(Node(1, Node(2, Node(3)))), to_the_end(None))
    print(lost(Node(1, Node(2))), lost(None), lost_by_continue(Node(1)), lost_by_finally(Node(1)))
    print(either(3), either("ab"), becomes(4))
    print(below(Root(1)), below(Node(1)), gone(Root(1)), nested(None), nested(Node(6)))


if __name__ == "__main__":
    main()
