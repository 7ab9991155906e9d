"""Further errors: what the type checker finds in a program that an earlier pass has refused already.

    import nosuch               E0214, of `load`
    async def wait(): …         E0430, of `validate`
    def one() -> int:
        return "a"              E0303: is said in the same run

One error for each cause: what lies in a refused place, or mentions a name that a refused place or a missing module
would have bound, is left to the next run. Names are compared as such, wherever they stand: rather too little is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from rumpkc.compilation import Compilation
from rumpkc.diagnostics import CompileError, Diagnostic, Diagnostics
from rumpkc.names.modules import LoadedModule
from rumpkc.names.project import dialect_tree, inside
from rumpkc.source import Span
from rumpkc.syntax import tree
from rumpkc.syntax.walk import bound_by, children

MISSING = "E0214"                       # there is no such module: the one error of `load` that leaves the rest whole
UNDEFINED = "E0201"                     # which `from missing import *` might have brought
UNSURE = ("E01", "E021", "E09")         # the others, and what is our own mistake
TYPES = ("E02", "E03", "E040", "E041", "E042", "E043")      # not what may follow, as compile time does
WORD = re.compile(r"[^\W\d]\w*")
Definition = tree.FunctionDef | tree.AsyncFunctionDef


def further_errors(c: Compilation, known: Iterable[Diagnostic]) -> list[Diagnostic]:
    """What else is wrong with the program of `c`, in which a pass has found `known` and went no further."""
    from rumpkc.validate.registry import validate_module

    named = {file.path for file in c.files}
    own = [m for m in c.loader.loaded if m.path in named or inside(m.path, dialect_tree()) is None]
    causes = Diagnostics([d for d in known if d.is_error])
    if not c.files or any(d.code.startswith(UNSURE) and d.code != MISSING for d in causes.items):
        return []
    for module in own:
        causes.add(*validate_module(module.tree))
    refused = {(d.span.file, d.span.line) for d in causes.items}
    pieces = [piece for module in own for piece in _pieces(module)]
    _taint(pieces, refused)
    good = [piece for piece in pieces if not piece.tainted]
    open_files = {piece.span.file for piece in pieces if piece.tainted and "*" in piece.binds}
    found = [d for d in _type_errors(c, tuple(d.span for d in causes.items))
             if d.is_error and d.code.startswith(TYPES) and d.code != MISSING and any(p.holds(d.span) for p in good)
             and not (d.code == UNDEFINED and d.span.file in open_files)]
    return [*causes.items, *found]


def _type_errors(c: Compilation, refused: tuple[Span, ...]) -> list[Diagnostic]:
    """What the checker says. It relies on what has been refused: if it breaks over that, it has said nothing."""
    from rumpkc.types.check import typecheck

    roots = [*c.roots, *(file for file in c.files if file not in c.roots)]
    unit = replace(c, diagnostics=Diagnostics(), warnings=[], roots=roots, refused=refused)
    try:
        typecheck(unit)
    except CompileError as error:
        unit.diagnostics.add(*error.diagnostics)
    except Exception:  # noqa: BLE001
        return []
    return unit.diagnostics.items


@dataclass(slots=True, eq=False)
class _Piece:
    """A function, or what else stands in a module or class: where, the names that it binds for others, those that
    they depend on, and all that it mentions."""

    span: Span
    inner: list[Span]                   # the functions in it that are pieces of their own
    binds: set[str]
    needs: set[str]
    mentions: set[str]
    body: int = 0                       # of a function: the line where its body starts, if the signature ends before
    tainted: bool = False

    def holds(self, at: Span) -> bool:
        """Whether a place is in this piece."""
        return _within(at, self.span) and not any(_within(at, inner) for inner in self.inner)


def _within(at: Span, span: Span) -> bool:
    return at.file == span.file and span.line <= at.line <= span.end_line


def _pieces(module: LoadedModule) -> Iterator[_Piece]:
    for statement in module.tree.body:
        yield from _pieces_of(statement, set())


def _pieces_of(statement: tree.Stmt, around: set[str]) -> Iterator[_Piece]:
    """The pieces of a statement; `around`: what the class around it depends on."""
    if isinstance(statement, Definition):
        head = _names(n for n in children(statement) if n not in statement.body) | around
        inside = isinstance(statement, tree.FunctionDef) and statement.body[0].span.line > statement.name_span.line
        yield _Piece(statement.span, [], {statement.name}, head, head | _names(statement.body),
                     statement.body[0].span.line if inside else 0)
    elif isinstance(statement, tree.ClassDef):
        inner = [s for s in statement.body if isinstance(s, (tree.FunctionDef, tree.AsyncFunctionDef, tree.ClassDef))]
        head = _names(n for n in children(statement) if n not in inner) | around
        yield _Piece(statement.span, [s.span for s in inner], {statement.name}, head, head)
        for one in inner:
            yield from _pieces_of(one, head | {statement.name})
    else:
        mentions = _names([statement])
        yield _Piece(statement.span, [], _bound(statement), mentions, mentions)


def _names(nodes: Iterable[tree.Node]) -> set[str]:
    """Every name in some nodes, attributes and the words of texts (which may be types) included."""
    out: set[str] = set()
    todo = list(nodes)
    while todo:
        node = todo.pop()
        match node:
            case tree.Name(id=name) | tree.Attribute(attr=name):
                out.add(name)
            case tree.Constant(value=str() as text):
                out.update(WORD.findall(text))
            case tree.Import(names=names) | tree.ImportFrom(names=names):
                out.update(word for alias in names for word in alias.name.split("."))
        todo += children(node)
    return out


def _bound(statement: tree.Node) -> set[str]:
    """The names that a statement binds, with those that lie below it."""
    out: set[str] = set()
    todo = [statement]
    while todo:
        node = todo.pop()
        out |= bound_by(node)
        todo += children(node)
    return out


def _taint(pieces: list[_Piece], refused: set[tuple[str, int]]) -> None:
    """Mark the pieces that are refused, or that depend on what a refused one would have bound."""
    names: set[str] = set()
    for piece in pieces:
        lines = [line for file, line in refused if file == piece.span.file]
        piece.tainted = any(piece.holds(Span(piece.span.file, line, 0, line, 0)) for line in lines)
        if piece.tainted and not _is_inside(piece, lines):
            names |= piece.binds
    growing = True
    while growing:
        growing = False
        for piece in pieces:
            if not names.isdisjoint(piece.needs) and not piece.binds <= names:
                names |= piece.binds
                growing = True
    for piece in pieces:
        piece.tainted = piece.tainted or not names.isdisjoint(piece.mentions)


def _is_inside(piece: _Piece, lines: list[int]) -> bool:
    """Whether what is refused in a function concerns its body only: others see no more than the signature."""
    return piece.body > 0 and all(line >= piece.body for line in lines if line <= piece.span.end_line
                                  and line >= piece.span.line)
