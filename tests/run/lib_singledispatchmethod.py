# apart: what becomes an `object` anywhere, and which classes functions have, is asked of all of the image
"""`functools.singledispatchmethod`: methods chosen by the class of their argument."""
from functools import singledispatchmethod
from dataclasses import dataclass


class Node:
    pass


@dataclass
class Num(Node):
    value: int


@dataclass
class Add(Node):
    left: Node
    right: Node


class Special(Num):
    pass


class Printer:
    def __init__(self, indent: int = 0) -> None:
        self.indent = indent
        self.count = 0

    @singledispatchmethod
    def show(self, node: object, deep: bool = False) -> str:
        raise NotImplementedError(f"cannot show {type(node).__name__}")

    @show.register
    def _(self, node: Num, deep: bool = False) -> str:
        self.count += 1
        return f"{' ' * self.indent}{node.value}"

    @show.register
    def _(self, node: Add, deep: bool = False) -> str:
        return f"({self.show(node.left, deep)} + {self.show(node.right, deep)}{'!' if deep else ''})"

    @show.register(list)
    def show_list(self, node: list[object], deep: bool = False) -> str:
        return f"list of {len(node)}"

    @show.register(int)
    def _plain(self, node: int, deep: bool = False) -> str:
        return f"plain {node!r}"

    @show.register
    def _text(self, node: str, deep: bool = False) -> str:
        return f"text {node!r}"

    @show.register
    def _(self, node: None, deep: bool = False) -> str:
        return "nothing"


class Loud(Printer):
    def show_list(self, node: list[object], deep: bool = False) -> str:
        return "LIST"


class Only:
    @singledispatchmethod
    def neg(self, arg: int | str) -> int | str:
        raise TypeError("no")

    @neg.register
    def _(self, arg: int) -> int:
        return -arg

    @neg.register
    def _(self, arg: str) -> str:
        return arg[::-1]


def main() -> None:
    p = Printer(1)
    print(p.show(Num(3)), p.show(Add(Num(1), Special(2))), p.show(Add(Num(1), Num(4)), True), p.count)
    print(p.show([1, 2]), p.show(5), p.show("x"), p.show(None), p.show(True))
    many: list[object] = [1]
    print(Loud().show(many), Loud().show_list(many), Loud(2).show(Num(1)))
    try:
        p.show(1.5)
    except NotImplementedError as error:
        print(error)
    print(Only().neg(4), Only().neg("abc"))


if __name__ == "__main__":
    main()
