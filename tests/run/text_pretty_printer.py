"""A Wadler-style pretty printer: documents as unions, fitting by lookahead, S-expressions and JSON laid out at several widths."""
from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Nil:
    pass


@dataclass(frozen=True)
class Text:
    text: str


@dataclass(frozen=True)
class Line:
    flat: str = " "


@dataclass(frozen=True)
class Nest:
    by: int
    doc: Doc


@dataclass(frozen=True)
class Concat:
    parts: tuple[Doc, ...]


@dataclass(frozen=True)
class Group:
    doc: Doc


Doc = Nil | Text | Line | Nest | Concat | Group
Work = list[tuple[int, bool, Doc]]


def cat(*parts: Doc | str) -> Doc:
    return Concat(tuple([Text(p) if isinstance(p, str) else p for p in parts]))


def join(separator: Doc, docs: Iterable[Doc]) -> Doc:
    out: list[Doc] = []
    for doc in docs:
        if out:
            out.append(separator)
        out.append(doc)
    return Concat(tuple(out)) if out else Nil()


def fits(room: int, work: Work) -> bool:
    stack = list(work)
    while stack and room >= 0:
        indent, flat, doc = stack.pop()
        match doc:
            case Nil():
                pass
            case Text(text):
                room -= len(text)
            case Line(instead):
                if not flat:
                    return True
                room -= len(instead)
            case Nest(by, inner):
                stack.append((indent + by, flat, inner))
            case Concat(parts):
                stack.extend((indent, flat, part) for part in reversed(parts))
            case Group(inner):
                stack.append((indent, True, inner))
    return room >= 0


def render(doc: Doc, width: int) -> str:
    out: list[str] = []
    column = 0
    work: Work = [(0, False, doc)]
    while work:
        indent, flat, doc = work.pop()
        match doc:
            case Nil():
                continue
            case Text(text):
                out.append(text)
                column += len(text)
            case Line(instead) if flat:
                out.append(instead)
                column += len(instead)
            case Line():
                out.append("\n" + " " * indent)
                column = indent
            case Nest(by, inner):
                work.append((indent + by, flat, inner))
            case Concat(parts):
                work += [(indent, flat, part) for part in parts[::-1]]
            case Group(inner):
                work.append((indent, flat or fits(width - column, [(indent, True, inner)]), inner))
    return "".join(out)


Json = dict[str, "Json"] | list["Json"] | str | int | None


def of_json(value: Json) -> Doc:
    match value:
        case dict():
            items = [cat(f'"{k}": ', of_json(v)) for k, v in value.items()]
            return bracket("{", items, "}")
        case list():
            return bracket("[", [of_json(v) for v in value], "]")
        case str():
            return Text(f'"{value}"')
        case None:
            return Text("null")
        case int():
            return Text(str(value))


def bracket(left: str, items: list[Doc], right: str) -> Doc:
    if not items:
        return Text(left + right)
    return Group(cat(left, Nest(2, cat(Line(""), join(cat(",", Line()), items))), Line(""), right))


Sexp = str | list["Sexp"]


def of_sexp(s: Sexp) -> Doc:
    if isinstance(s, str):
        return Text(s)
    if not s:
        return Text("()")
    head, *rest = s
    return Group(cat("(", of_sexp(head), Nest(2, Concat(tuple([cat(Line(), of_sexp(r)) for r in rest]))), ")"))


def depth(s: Sexp) -> int:
    return 0 if isinstance(s, str) else 1 + max(map(depth, s), default=0)


def main() -> None:
    value: Json = {"name": "rumpk", "sizes": [1, 22, 333, 4444], "nested": {"empty": [], "none": None, "deep": [{"a": 1}, {"b": [2, 3]}]}}
    for width in (200, 40, 12):
        print(f"--- {width}")
        print(render(of_json(value), width))
    code: Sexp = ["define", ["fact", "n"], ["if", ["<", "n", "2"], "1", ["*", "n", ["fact", ["-", "n", "1"]]]]]
    for width in (80, 30, 10):
        text = render(of_sexp(code), width)
        print(text, max(map(len, text.splitlines())), sep="\n")
    print(depth(code), depth("x"), depth([]), render(join(Line(), [Text(c) for c in "abc"]), 80) == "a\nb\nc", Nil() == Nil(), Group(Text("x")))
