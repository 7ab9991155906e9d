"""Further errors: what the type checker finds in a program that an earlier pass has refused already.

    import nosuch               E0214, of `load`
    async def wait(): …         E0430, of `validate`
    def one() -> int:
        return "a"              E0303: is said in the same run

One error for each cause: of a statement that lies in a refused place, or mentions a name that a refused place or a
missing module would have bound, nothing is said (`types/after_errors.py`); nor of a function or class that depends on
such a name by its signature or its lines. Names are compared as such, wherever they stand: rather too little is said.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from rumpkc.compilation import Compilation
from rumpkc.diagnostics import CompileError, Diagnostic, Diagnostics
from rumpkc.names.modules import LoadedModule
from rumpkc.names.project import dialect_tree, inside
from rumpkc.source import Span
from rumpkc.syntax import tree
from rumpkc.syntax.walk import all_bound_by, children, words_of

MISSING = "E0214"                       # there is no such module: the one error of `load` that leaves the rest whole
UNDEFINED = "E0201"                     # which `from missing import *` might have brought
UNSURE = ("E01", "E021", "E09")         # the others, and what is our own mistake
TYPES = ("E02", "E03", "E040", "E041", "E042", "E043")      # not what may follow, as compile time does
FOLLOW = ("E0316", "E0321", "E0346", "E0432", "E0434")      # types and names that a refused place might have told
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
    refused = [d.span for d in causes.items]
    decorators = _decorators(own)
    pieces = [piece for module in own for piece in _pieces(module, decorators)]
    tainted = _taint(pieces, refused)
    good = [piece for piece in pieces if not piece.tainted]
    open_files = {piece.span.file for piece in pieces if piece.tainted and "*" in piece.binds}
    found = [d for d in _type_errors(c, tuple(refused), frozenset(tainted))
             if d.is_error and d.code.startswith(TYPES) and d.code not in (MISSING, *FOLLOW)
             and any(p.holds(d.span) for p in good) and not (d.code == UNDEFINED and d.span.file in open_files)]
    return [*causes.items, *found]


def _type_errors(c: Compilation, refused: tuple[Span, ...], tainted: frozenset[str]) -> list[Diagnostic]:
    """What the checker says. It relies on what has been refused: if it breaks over that, it has said nothing."""
    from rumpkc.types.check import typecheck

    roots = [*c.roots, *(file for file in c.files if file not in c.roots)]
    unit = replace(c, diagnostics=Diagnostics(), warnings=[], roots=roots, refused=refused, tainted=tainted)
    try:
        typecheck(unit)
    except CompileError as error:
        unit.diagnostics.add(*error.diagnostics)
    except Exception:  # noqa: BLE001
        return []
    return unit.diagnostics.items


@dataclass(slots=True, eq=False)
class _Piece:
    """A function, or what else stands in a module or class: where, the names that it binds for others, and those that
    it depends on. What a function's body mentions is no such: its statements are looked at one by one."""

    span: Span
    inner: list[Span]                   # the functions in it that are pieces of their own
    binds: set[str]
    needs: set[str]
    body: int = 0                       # of a function: the line where its body starts, if the signature ends before
    tainted: bool = False

    def holds(self, at: Span) -> bool:
        """Whether a place is in this piece."""
        return at.within(self.span) and not any(at.within(inner) for inner in self.inner)


def _pieces(module: LoadedModule, decorators: set[str]) -> Iterator[_Piece]:
    for statement in module.tree.body:
        yield from _pieces_of(statement, decorators, set())


def _pieces_of(statement: tree.Stmt, decorators: set[str], around: set[str], owner: str = "") -> Iterator[_Piece]:
    """The pieces of a statement; `around`: what the class around it, `owner`, depends on. What a decorator makes of a
    function is in its body; and nobody names the methods that operators call."""
    if isinstance(statement, Definition):
        whole = statement.name in decorators or isinstance(statement, tree.AsyncFunctionDef)
        head = words_of(n for n in children(statement) if whole or n not in statement.body) | around
        inside = not whole and statement.body[0].span.line > statement.name_span.line
        binds = {statement.name} | ({owner} if owner and statement.name.startswith("__") else set())
        yield _Piece(statement.span, [], binds, head, statement.body[0].span.line if inside else 0)
    elif isinstance(statement, tree.ClassDef):
        inner = [s for s in statement.body if isinstance(s, (tree.FunctionDef, tree.AsyncFunctionDef, tree.ClassDef))]
        head = words_of(n for n in children(statement) if n not in inner) | around
        yield _Piece(statement.span, [s.span for s in inner], {statement.name}, head)
        for one in inner:
            yield from _pieces_of(one, decorators, head | {statement.name}, statement.name)
    else:
        yield _Piece(statement.span, [], all_bound_by([statement]), words_of([statement]))


def _decorators(modules: list[LoadedModule]) -> set[str]:
    """The names in all lines `@…`, wherever they stand."""
    out: set[str] = set()
    todo: list[tree.Node] = [module.tree for module in modules]
    while todo:
        node = todo.pop()
        if isinstance(node, (tree.FunctionDef, tree.ClassDef)):
            out |= words_of(node.decorators)
        todo += children(node)
    return out


def _taint(pieces: list[_Piece], refused: list[Span]) -> set[str]:
    """Mark the pieces that are refused, or that depend on what a refused one would have bound: the result. What is
    refused in a function's body concerns that alone: others see no more than the signature."""
    names: set[str] = set()
    for piece in pieces:
        piece.tainted = any(piece.holds(at) and not 0 < piece.body <= at.line for at in refused)
        if piece.tainted:
            names |= piece.binds
    growing = True
    while growing:
        growing = False
        for piece in pieces:
            if not piece.tainted and not names.isdisjoint(piece.needs):
                piece.tainted = growing = True
                names |= piece.binds
    return names
