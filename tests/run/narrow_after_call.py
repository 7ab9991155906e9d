"""What was tested of an attribute, a global or a property, and then changed by a call: CPython goes on with what is there."""

from collections.abc import Callable
from typing import Optional, Union


class Node:
    def __init__(self, name: str, size: Optional[int] = None) -> None:
        self.name = name
        self.size = size
        self.items: Optional[list[int]] = None
        self.next: Optional[Node] = None
        self.call: Optional[Callable[[int], int]] = None
        self.value: Union[int, str, None] = None

    def clear(self) -> int:
        self.size = None
        self.items = None
        self.next = None
        self.call = None
        return 1

    def text(self) -> None:
        self.value = "text"

    def number(self) -> None:
        self.value = 7

    def quiet(self) -> int:
        return len(self.name)

    @property
    def tail(self) -> "Optional[Node]":
        return self.next

    def __repr__(self) -> str:
        return f"<{self.name}>"


def double(x: int) -> int:
    return 2 * x


def fresh() -> Node:
    node = Node("a", 3)
    node.items = [1, 2]
    node.next = Node("b")
    node.call = double
    return node


def operators(node: Node) -> None:
    if node.size is not None:
        node.clear()
        print(node.size, f"{node.size} {node.size!r}", str(node.size), node.size == 3, node.size is None)
        try:
            print(node.size + 1)
        except TypeError as error:
            print("TypeError:", error)
        try:
            print(1.5 * node.size)
        except TypeError as error:
            print("TypeError:", error)
        try:
            print(-node.size)
        except TypeError as error:
            print("TypeError:", error)
        try:
            print(node.size < 4)
        except TypeError as error:
            print("TypeError:", error)
        try:
            node.size += 1
        except TypeError as error:
            print("TypeError:", error)
        try:
            print("ab" * node.size)
        except TypeError as error:
            print("TypeError:", error)
        try:
            print(f"{node.size:>4}")
        except TypeError as error:
            print("TypeError:", error)
        try:
            print(node.size ** node.size)
        except TypeError as error:
            print("TypeError:", error)


def containers(node: Node) -> None:
    if node.items is not None:
        print(len(node.items), node.quiet(), node.items[0])
        node.clear()
        print(node.items, not node.items)
        try:
            print(len(node.items))
        except TypeError as error:
            print("TypeError:", error)
        try:
            print(node.items[0])
        except TypeError as error:
            print("TypeError:", error)
        try:
            node.items[0] = 1
        except TypeError as error:
            print("TypeError:", error)
        try:
            del node.items[0]
        except TypeError as error:
            print("TypeError:", error)
        try:
            print(3 in node.items)
        except TypeError as error:
            print("TypeError:", error)
        try:
            for item in node.items:
                print(item)
        except TypeError as error:
            print("TypeError:", error)
        try:
            print([1] + node.items)
        except TypeError as error:
            print("TypeError:", error)
        try:
            node.items.append(3)
        except AttributeError as error:
            print("AttributeError:", error)


def attributes(node: Node) -> None:
    if node.next is not None and node.call is not None:
        print(node.next.name, node.quiet(), node.next, node.call(4))
        node.clear()
        print(node.next)
        try:
            print(node.next.name)
        except AttributeError as error:
            print("AttributeError:", error)
        try:
            node.next.quiet()
        except AttributeError as error:
            print("AttributeError:", error)
        try:
            node.next.name = "c"
        except AttributeError as error:
            print("AttributeError:", error)
        try:
            print(node.call(5))
        except TypeError as error:
            print("TypeError:", error)


def through_property(node: Node) -> None:
    if node.tail is not None:
        print(node.tail.name)
        other: Optional[Node] = node.tail
        node.clear()
        print(other, node.tail)
        try:
            print(node.tail.name)
        except AttributeError as error:
            print("AttributeError:", error)


def members(node: Node) -> None:
    node.number()
    if isinstance(node.value, int):
        print(node.value + 1)
        node.text()
        print(node.value, node.value == 7)
        if isinstance(node.value, str):
            print(node.value.upper())
            node.number()
            try:
                print(node.value.upper())
            except AttributeError as error:
                print("AttributeError:", error)


def kept(node: Node) -> None:
    """A variable takes over the doubt; the operands are evaluated in order."""
    if node.size is not None:
        print(node.size + node.clear())
        size = node.size
        print(size)
        try:
            print(size - 1)
        except TypeError as error:
            print("TypeError:", error)


def in_loops(node: Node) -> None:
    if node.size is not None:
        total = 0
        for _ in range(3):
            total += node.size
            node.quiet()
        print(total)
        try:
            for _ in range(3):
                total += node.size
                node.clear()
        except TypeError as error:
            print("TypeError:", error, total)


class Shape:
    def __init__(self, name: str) -> None:
        self.name = name


class Circle(Shape):
    def __init__(self) -> None:
        super().__init__("circle")
        self.radius = 2


class Ball(Shape):
    def __init__(self) -> None:
        super().__init__("ball")
        self.radius = 5

    def bounce(self) -> str:
        return "bounced"


class Holder:
    def __init__(self) -> None:
        self.shape: Shape = Circle()

    def put(self, shape: Shape) -> None:
        self.shape = shape


def classes(holder: Holder) -> None:
    if isinstance(holder.shape, Circle):
        print(holder.shape.radius)
        holder.put(Ball())
        print(holder.shape.radius, holder.shape.name)
        holder.put(Shape("plain"))
        try:
            print(holder.shape.radius)
        except AttributeError as error:
            print("AttributeError:", error)


current: Optional[str] = "now"


def forget() -> None:
    global current
    current = None


def module_variable() -> None:
    if current is not None:
        print(current.upper())
        forget()
        print(current)
        try:
            print(current + "!")
        except TypeError as error:
            print("TypeError:", error)


def main() -> None:
    operators(fresh())
    containers(fresh())
    attributes(fresh())
    through_property(fresh())
    members(fresh())
    kept(fresh())
    in_loops(fresh())
    classes(Holder())
    module_variable()


if __name__ == "__main__":
    main()
