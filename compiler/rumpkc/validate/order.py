"""Names that a module's body uses before the line that binds them: CPython stops there with NameError.

    X = Y            ->   E0201          class Node:
    Y = 3                                    next: Node | None     ->   E0201, unless annotations stay text:
                                                                         `from __future__ import annotations`

Annotations, defaults, decorators and bases count where the definition stands; the bodies of functions do not.
"""

from __future__ import annotations

from collections.abc import Iterator

from rumpkc.diagnostics import Diagnostic
from rumpkc.source import Span
from rumpkc.syntax import tree
from rumpkc.syntax.walk import children
from rumpkc.validate.rule import BUILTIN_NAMES, Rule, Scope
from rumpkc.validate.walk import bound_here, bound_names

COMPREHENSIONS = (tree.ListComp, tree.SetComp, tree.DictComp, tree.GeneratorExp)


def _used_too_early(node: tree.Node, scope: Scope) -> list[Diagnostic]:
    """E0201 for each such use, once a name."""
    assert isinstance(node, tree.Module)
    later = set(bound_names(node) - BUILTIN_NAMES)
    as_text = any(isinstance(s, tree.ImportFrom) and s.module == "__future__" for s in node.body)
    found: list[Diagnostic] = []
    for name, span, is_annotation in _body(node.body, later, as_text):
        hint = "write `from __future__ import annotations` at the top" if is_annotation else "define it above this line"
        found.append(Diagnostic("E0201", f"`{name}` is not defined yet here", span, help=hint))
        later.discard(name)
    return found


def _body(body: tuple[tree.Node, ...], later: set[str], as_text: bool) -> Iterator[tuple[str, Span, bool]]:
    """Uses of names in `later`, from which every statement takes what it binds."""
    for stmt in body:
        match stmt:
            case tree.FunctionDef() | tree.AsyncFunctionDef():
                yield from _function(stmt, later, as_text)
            case tree.ClassDef():
                for part in (*stmt.decorators, *stmt.bases, *stmt.keywords):
                    yield from _uses(part, later, False)
                own = bound_names(stmt)
                yield from _body(stmt.body, later - own, as_text)
            case tree.AnnAssign():
                if stmt.value is not None:
                    yield from _uses(stmt.value, later, False)
                if not as_text:
                    yield from _uses(stmt.annotation, later, True)
            case tree.If() | tree.For() | tree.While() | tree.With() | tree.Try() | tree.Match() | tree.TryStar():
                pass                        # what of it runs is known only when it runs: comptime/bodies.py
            case tree.TypeAlias():
                pass                        # its value is computed when it is asked for
            case _:
                yield from _uses(stmt, later, False)
        later -= bound_here(stmt)


def _function(node: tree.FunctionDef | tree.AsyncFunctionDef, later: set[str], as_text: bool,
              ) -> Iterator[tuple[str, Span, bool]]:
    for decorator in node.decorators:
        yield from _uses(decorator, later, False)
    for arg in _parameters(node.args):
        if arg.default is not None:
            yield from _uses(arg.default, later, False)
    if as_text or node.type_params:
        return
    for arg in _parameters(node.args):
        if arg.annotation is not None:
            yield from _uses(arg.annotation, later, True)
    if node.returns is not None:
        yield from _uses(node.returns, later, True)


def _parameters(args: tree.Arguments) -> list[tree.Arg]:
    return [a for a in (*args.posonly, *args.args, *args.kwonly, args.vararg, args.kwarg) if a is not None]


def _uses(node: tree.Node, later: set[str], is_annotation: bool) -> Iterator[tuple[str, Span, bool]]:
    if not later:
        return
    match node:
        case tree.Name(id=name):
            if name in later:
                yield name, node.span, is_annotation
        case tree.NamedExpr(target=target, value=value):
            yield from _uses(value, later, is_annotation)
            later.discard(target.id)
        case tree.Assign(value=value) | tree.AugAssign(value=value):
            yield from _uses(value, later, is_annotation)
        case tree.Lambda():
            for arg in _parameters(node.args):
                if arg.default is not None:
                    yield from _uses(arg.default, later, is_annotation)
        case _ if isinstance(node, COMPREHENSIONS):
            inner = later - bound_names(node)
            for child in children(node):
                yield from _uses(child, inner, is_annotation)
        case _:
            for child in children(node):
                yield from _uses(child, later, is_annotation)


RULES = (Rule((tree.Module,), _used_too_early),)
