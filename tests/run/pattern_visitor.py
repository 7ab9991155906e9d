"""Visitors over a document tree: double dispatch, results returned or kept, a subclass of a visitor, a fluent builder that makes the tree."""
from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence

class Element(ABC):
    @abstractmethod
    def accept(self, visitor: Visitor) -> str: ...


class Text(Element):
    def __init__(self, text: str) -> None:
        self.text = text

    def accept(self, visitor: Visitor) -> str:
        return visitor.visit_text(self)


class Container(Element):
    def __init__(self, children: Iterable[Element] = ()) -> None:
        self.children = list(children)


class Paragraph(Container):
    def accept(self, visitor: Visitor) -> str:
        return visitor.visit_paragraph(self)


class Section(Container):
    def __init__(self, title: str, children: Iterable[Element] = ()) -> None:
        super().__init__(children)
        self.title = title

    def accept(self, visitor: Visitor) -> str:
        return visitor.visit_section(self)


class Visitor(ABC):
    @abstractmethod
    def visit_text(self, node: Text) -> str: ...
    @abstractmethod
    def visit_paragraph(self, node: Paragraph) -> str: ...
    @abstractmethod
    def visit_section(self, node: Section) -> str: ...


class Html(Visitor):
    def __init__(self) -> None:
        self.level = 0

    def visit_text(self, node: Text) -> str:
        return node.text.replace("&", "&amp;").replace("<", "&lt;")

    def visit_paragraph(self, node: Paragraph) -> str:
        return "<p>" + "".join(c.accept(self) for c in node.children) + "</p>"

    def visit_section(self, node: Section) -> str:
        self.level += 1
        try:
            inside = "".join([c.accept(self) for c in node.children])
            return f"<h{self.level}>{node.title}</h{self.level}>{inside}"
        finally:
            self.level -= 1


class Outline(Visitor):
    """Keeps its result in a field, as visitors without type parameters do."""

    def __init__(self) -> None:
        self.titles: list[tuple[int, str]] = []
        self.words = 0
        self.depth = 0

    def visit_text(self, node: Text) -> str:
        self.words += len(node.text.split())
        return ""

    def visit_paragraph(self, node: Paragraph) -> str:
        return "¶" + "".join(child.accept(self) for child in node.children)

    def visit_section(self, node: Section) -> str:
        self.titles.append((self.depth, node.title))
        self.depth += 1
        marks = [child.accept(self) for child in node.children]
        self.depth -= 1
        return f"[{''.join(marks)}]"


class Shouting(Html):
    def visit_text(self, node: Text) -> str:
        return super().visit_text(node).upper()


class Builder:
    def __init__(self, title: str) -> None:
        self._stack = [Section(title)]

    def section(self, title: str) -> Builder:
        inner = Section(title)
        self._stack[-1].children.append(inner)
        self._stack.append(inner)
        return self

    def text(self, *parts: str) -> Builder:
        self._stack[-1].children.append(Paragraph(map(Text, parts)))
        return self

    def end(self) -> Builder:
        if len(self._stack) == 1:
            raise RuntimeError("nothing to end")
        self._stack.pop()
        return self

    def build(self) -> Section:
        return self._stack[0]


def report(visitors: Sequence[Visitor], root: Element) -> list[str]:
    return [root.accept(v) for v in visitors]


def main() -> None:
    builder = Builder("the book").text("hello & ", "<world>").section("one").text("a b c").section("deep").end().end().section("two").text()
    book = builder.build()
    print(book.accept(Html()))
    outline = Outline()
    print(book.accept(outline), outline.titles, outline.words)
    print(report([Html(), Shouting()], book)[1])
    try:
        Builder("x").section("y").end().end()
    except RuntimeError as error:
        print(error)
