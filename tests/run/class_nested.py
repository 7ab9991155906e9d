"""nested classes in styles"""
from __future__ import annotations
import sys
from abc import ABC, abstractmethod
from collections.abc import Iterator, Callable
from dataclasses import dataclass, field
from enum import Enum, IntEnum, auto
from typing import ClassVar, Generic, NamedTuple, Optional, TypeVar

T = TypeVar("T")


class LinkedList(Generic[T]):
    class Empty(LookupError):
        """No items."""

    def __init__(self) -> None:
        self.items: list[T] = []

    def pop(self) -> T:
        if not self.items:
            raise LinkedList.Empty("empty list")
        return self.items.pop()


class Graph:
    @dataclass
    class Node:
        name: str
        edges: list[Graph.Edge] = field(default_factory=list)

    @dataclass(frozen=True)
    class Edge:
        to: str
        weight: int = 1

    class Kind(IntEnum):
        DIRECTED = 1
        UNDIRECTED = 2

    DEFAULT: ClassVar[Graph.Kind] = Kind.DIRECTED

    def __init__(self, kind: Kind = Kind.UNDIRECTED) -> None:
        self.kind = kind
        self.nodes: dict[str, Graph.Node] = {}

    def add(self, a: str, b: str, weight: int = 1) -> None:
        self.nodes.setdefault(a, self.Node(a)).edges.append(Graph.Edge(b, weight))
        if self.kind is Graph.Kind.UNDIRECTED:
            self.nodes.setdefault(b, self.Node(b)).edges.append(self.Edge(a, weight))

    def __iter__(self) -> Iterator["Graph.Node"]:
        return iter(self.nodes.values())


class Query:
    class Builder:
        class Mode(Enum):
            READ = "r"
            WRITE = "w"

        def __init__(self, table: str) -> None:
            self.table = table
            self.filters: list[str] = []
            self.mode = Query.Builder.Mode.READ

        def where(self, text: str) -> Query.Builder:
            self.filters.append(text)
            return self

        def writing(self) -> Query.Builder:
            self.mode = self.Mode.WRITE
            return self

        def build(self) -> Query:
            return Query(self.table, tuple(self.filters), self.mode)

    def __init__(self, table: str, filters: tuple[str, ...], mode: Builder.Mode) -> None:
        self.table, self.filters, self.mode = table, filters, mode

    @classmethod
    def of(cls, table: str) -> Builder:
        return cls.Builder(table)

    def __repr__(self) -> str:
        return f"Query({self.table!r}, {self.filters}, {self.mode.value})"


class Parser:
    class Error(Exception):
        def __init__(self, message: str, pos: int) -> None:
            super().__init__(message)
            self.pos = pos

    class Unexpected(Error):
        pass

    class Token(NamedTuple):
        kind: Parser.Kind
        text: str

    class Kind(Enum):
        NUM = auto()
        OP = auto()

    _TABLE: ClassVar[dict[str, Kind]] = {"+": Kind.OP, "-": Kind.OP}

    def tokens(self, text: str) -> list[Token]:
        out: list[Parser.Token] = []
        for i, c in enumerate(text):
            if c.isdigit():
                out.append(self.Token(Parser.Kind.NUM, c))
            elif c in self._TABLE:
                out.append(Parser.Token(self._TABLE[c], c))
            else:
                raise self.Unexpected(f"bad {c!r}", i)
        return out

    def show(self, token: Token) -> str:
        match token:
            case Parser.Token(Parser.Kind.NUM, text):
                return f"num {text}"
            case Parser.Token(kind=Parser.Kind.OP, text=text):
                return f"op {text}"
            case _:
                return "?"


class Shape(ABC):
    class Style(Enum):
        PLAIN = 0
        FANCY = 1

    style: Style = Style.PLAIN

    @abstractmethod
    def area(self) -> float: ...


class Square(Shape):
    style = Shape.Style.FANCY

    def __init__(self, side: float) -> None:
        self.side = side

    def area(self) -> float:
        return self.side ** 2

    def is_fancy(self) -> bool:
        return self.style is self.Style.FANCY

    class Unit(Shape):
        def area(self) -> float:
            return 1.0


@dataclass
class Config:
    @dataclass
    class Db:
        host: str = "localhost"
        port: int = 5432

    db: Db = field(default_factory=Db)
    level: Optional[Db] = None


GRAPH_KINDS: dict[str, Graph.Kind] = {k.name.lower(): k for k in Graph.Kind}


def main() -> int:
    g = Graph()
    g.add("a", "b", 3)
    g.add("b", "c")
    for node in g:
        print(node)
    print(Graph.DEFAULT, repr(Graph.DEFAULT), GRAPH_KINDS, Graph(Graph.Kind.DIRECTED).kind.name)
    print(Query.of("t").where("x > 1").writing().build())
    p = Parser()
    print([p.show(t) for t in p.tokens("1+2")], p.tokens("3")[0])
    try:
        p.tokens("1*")
    except Parser.Error as error:
        print(type(error).__name__, error, error.pos, isinstance(error, Parser.Unexpected), repr(error))
    try:
        LinkedList[int]().pop()
    except LinkedList.Empty as e:
        print("caught", e)
    s = Square(3.0)
    print(s.area(), s.is_fancy(), s.style, Square.Unit().area(), Square.Unit.style, Square.Style.PLAIN.value)
    c = Config()
    print(c, Config(level=Config.Db(port=1)), Config.Db() == Config.Db(), type(c.db).__name__, type(c.db).__qualname__)
    print(Config.Db.__name__, Config.Db.__qualname__, Graph.Edge.__qualname__)
    make: Callable[[str], Graph.Edge] = Graph.Edge
    print(make("z"), {Graph.Edge("q"): 1}, sorted([Parser.Token(Parser.Kind.OP, "b").text, "a"]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
