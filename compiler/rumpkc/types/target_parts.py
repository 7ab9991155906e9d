"""What each name of an assignment in a module's or a class's body stands for.

A = B = 0              A: 0, B: 0
W, H = 32, 8           W: 32, H: 8
a, *rest = f()         a: f()[0], rest: list(f()[1:])

Only the type of such an expression counts, and what it says where it is a literal: bodies are run by CPython.
"""

from __future__ import annotations

from collections.abc import Iterator

from rumpkc.source import Span
from rumpkc.syntax import tree

WALKED = frozenset("map filter zip enumerate reversed iter set frozenset dict".split()) # no sequences


def bound_values(stmt: tree.Assign) -> Iterator[tuple[str, tree.Expr]]:
    """Each name that `stmt` binds, with its value."""
    for target in stmt.targets:
        yield from _parts(target, stmt.value)


def bound_beside(node: tree.Node) -> Iterator[tuple[str, tree.Expr]]:
    """Each name that a loop, `with` or `:=` binds, with an expression of its type."""
    match node:
        case tree.For(target=target, iter=walked):
            for name in _names(target):
                steps = (tree.Comprehension(walked.span, target, walked, (), False),)
                items = tree.ListComp(walked.span, tree.Name(walked.span, name), steps)
                yield name, tree.Subscript(walked.span, items, tree.Constant(walked.span, 0, "int"))
        case tree.WithItem(context=context, target=target) if target is not None:
            method = tree.Attribute(context.span, context, "__enter__", context.span)
            yield from _parts(target, tree.Call(context.span, method, (), ()))
        case tree.NamedExpr(target=target, value=value):
            yield target.id, value


def _names(target: tree.Expr) -> Iterator[str]:
    match target:
        case tree.Name(id=name):
            yield name
        case tree.Starred(value=inner):
            yield from _names(inner)
        case tree.Tuple(elts=items) | tree.List(elts=items):
            for item in items:
                yield from _names(item)


def binds_names_only(stmt: tree.Assign) -> bool:
    """Whether nothing but names is assigned."""
    return all(_names_only(target) for target in stmt.targets)


def _names_only(target: tree.Expr) -> bool:
    match target:
        case tree.Name():
            return True
        case tree.Starred(value=inner):
            return _names_only(inner)
        case tree.Tuple(elts=items) | tree.List(elts=items):
            return all(map(_names_only, items))
    return False


def _parts(target: tree.Expr, value: tree.Expr) -> Iterator[tuple[str, tree.Expr]]:
    if isinstance(target, tree.Name):
        yield target.id, value
    if not isinstance(target, (tree.Tuple, tree.List)):
        return
    star = next((n for n, one in enumerate(target.elts) if isinstance(one, tree.Starred)), None)
    for at, one in enumerate(target.elts):
        if not isinstance(one, tree.Starred):
            behind = star is not None and at > star
            yield from _parts(one, _item(value, at - len(target.elts) if behind else at))
        else:
            yield from _parts(one.value, _rest(value, at, at + 1 - len(target.elts)))


def _item(value: tree.Expr, at: int) -> tree.Expr:
    if isinstance(value, (tree.Tuple, tree.List)) and not any(isinstance(e, tree.Starred) for e in value.elts):
        if -len(value.elts) <= at < len(value.elts):
            return value.elts[at]
    if (first := _counted_from(value)) is not None and at >= 0:
        return tree.Constant(value.span, first + at, "int")
    return tree.Subscript(value.span, _sequence(value), tree.Constant(value.span, at, "int"))


def _counted_from(value: tree.Expr) -> int | None:
    """The first item of `range(4)` or `range(1, 5)`."""
    match value:
        case tree.Call(func=tree.Name(id="range"), args=(tree.Constant(kind="int"),)):
            return 0
        case tree.Call(func=tree.Name(id="range"), args=(tree.Constant(value=int(first)), tree.Constant(kind="int"))):
            return first
    return None


def _rest(value: tree.Expr, start: int, stop: int) -> tree.Expr:
    """`list(value[start:stop])`."""
    bound = tree.Constant(value.span, stop, "int") if stop else None
    part = tree.Slice(value.span, tree.Constant(value.span, start, "int"), bound, None)
    return _list(value.span, tree.Subscript(value.span, _sequence(value), part))


def _sequence(value: tree.Expr) -> tree.Expr:
    """`value`, or a list of what it gives."""
    walked = isinstance(value, tree.Call) and isinstance(value.func, tree.Name) and value.func.id in WALKED
    return _list(value.span, value) if walked or isinstance(value, tree.GeneratorExp) else value


def _list(span: Span, value: tree.Expr) -> tree.Expr:
    return tree.Call(span, tree.Name(span, "list"), (value,), ())
