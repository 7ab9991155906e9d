"""Functions that take the arguments of a ParamSpec, written out: `P` is a list of types once the function is compiled.

    def wrapper(*args: P.args, **kwargs: P.kwargs) -> R:        def wrapper(args@0: int, args@1: str) -> R:
        return fn(*args, **kwargs)                         ->       args = (args@0, args@1)
                                                                    return fn(*args)

All arguments are passed by position, whatever the call looks like, so a body that does more than to pass both on would
see another `args` and `kwargs` than in CPython: its annotation becomes `P.args@seen`, and `decorated_forms.py` compiles
it once for each form in which the decorated function is called. Elsewhere `decorations.py` takes calls of it only where
CPython would have passed the same (by position, every one of them).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from rumpkc.diagnostics import fail
from rumpkc.syntax import tree as t
from rumpkc.syntax.walk import bound_by, children, with_children

SEEN = "args@seen"
NO_NAMES = "kwargs@none"                # the `**kwargs` of a function that has none (`any_arguments.py`)
FORM = "form@"                          # the parameter of a decorated method: how it is called
Functions = dict[str, t.FunctionDef]
READERS = frozenset("""all any bool dict enumerate filter format frozenset isinstance iter len list map max min print
repr set sorted str sum tuple type zip""".split())
MUTATORS = frozenset(("clear", "pop", "popitem", "setdefault", "update"))


@dataclass(frozen=True, slots=True, eq=False)
class Packed(t.Expr):
    """The tuple of the arguments that stand for `*name`; `unnamed`: of a function that takes none by name."""

    name: str
    unnamed: bool


@dataclass(frozen=True, slots=True, eq=False)
class Forward(t.Starred):
    """`*args` of a call that passes `**kwargs` on as well."""


def expand(body: tuple[t.Stmt, ...]) -> tuple[t.Stmt, ...]:
    """The statements of a module with these functions written out."""
    if not any(map(_declares, body)) and not any(map(_has_parameter, body)):
        return body
    functions = {stmt.name: stmt for stmt in body if isinstance(stmt, t.FunctionDef)}
    return tuple(_written(stmt, functions) for stmt in body)


def _declares(stmt: t.Stmt) -> bool:
    """Whether the statement brings `ParamSpec` into the module."""
    match stmt:
        case t.ImportFrom(names=names):
            return any(a.name == "ParamSpec" for a in names)
        case t.Assign(value=t.Call(func=t.Attribute(attr="ParamSpec"))):
            return True
    return False


def _has_parameter(stmt: t.Node) -> bool:
    """Whether a definition has a type parameter `**P`."""
    if not isinstance(stmt, (t.FunctionDef, t.ClassDef)):
        return False
    return any(isinstance(p, t.ParamSpecParam) for p in stmt.type_params) or any(map(_has_parameter, stmt.body))


def _written(node: Any, functions: Functions) -> Any:
    if isinstance(node, t.FunctionDef):
        node = _function(node, functions)
    if not isinstance(node, (t.Stmt, t.ExceptHandler, t.MatchCase)):
        return node
    return with_children(node, lambda below: _written(below, functions))


def _function(node: t.FunctionDef, functions: Functions) -> t.FunctionDef:
    match node.args:
        case t.Arguments(vararg=t.Arg(annotation=t.Attribute(value=t.Name(id=first), attr="args") as note) as args,
                         kwarg=t.Arg(annotation=t.Attribute(value=t.Name(id=second), attr="kwargs")) as kwargs) \
                if first == second:
            pass
        case _:
            return node
    body = tuple(_passed_on(stmt, args.name, kwargs.name) for stmt in node.body)
    span = args.span
    unnamed = kwargs.name == NO_NAMES
    start: list[t.Stmt] = [t.Assign(span, (t.Name(span, args.name),), Packed(span, args.name, unnamed))]
    seen = {name for stmt in body for name in _mentioned(stmt)}
    if kwargs.name in seen:
        items = t.Tuple(span, (t.Name(span, "str"), t.Name(span, "object")))
        empty = t.Subscript(span, t.Name(span, "dict"), items)
        start.append(t.AnnAssign(span, t.Name(span, kwargs.name), empty, t.Dict(span, (), ()), True))
    observed = unnamed or bool({args.name, kwargs.name} & seen)
    kept = replace(args, annotation=replace(note, attr=SEEN if observed else "args"))
    if kwargs.name in seen and any(_has_forward(stmt) for stmt in body):
        for stmt in body:
            _check_kept(stmt, kwargs.name, functions)
    return replace(node, args=replace(node.args, vararg=kept, kwarg=None), body=(*start, *body))


def _has_forward(node: t.Node) -> bool:
    return isinstance(node, Forward) or any(map(_has_forward, children(node)))


def _check_kept(node: t.Node, kwargs: str, functions: Functions) -> None:
    """E0410 where a function may change the dict that it passes on: what it was given is passed."""
    place = _change(node, kwargs, functions)
    if place is not None:
        raise fail("E0410", f"`{kwargs}` is passed on with `**`, and may be changed here", place.span,
                   help=f"give others `dict({kwargs})`; what is added is a parameter of the function inside, and "
                   "passed by its name")


def _change(node: t.Node, name: str, functions: Functions) -> t.Node | None:
    """The first place below `node` that may change the dict in the variable `name`."""
    match node:
        case t.Call(func=t.Attribute(value=t.Name(id=head), attr=attr)) if head == name:
            changed = attr in MUTATORS
        case t.Call(func=t.Name(id=func)) if func not in READERS:
            given = [*enumerate(node.args), *((k.name, k.value) for k in node.keywords if k.name is not None)]
            changed = any(_names(value, name) and _changes(functions.get(func), at, functions) for at, value in given)
        case t.Assign(targets=targets, value=value):
            changed = _names(value, name) or any(_is_item(target, name) for target in targets)
        case t.AnnAssign(value=value) | t.NamedExpr(value=value):
            changed = _names(value, name)
        case t.Delete(targets=targets):
            changed = any(_is_item(target, name) for target in targets)
        case t.AugAssign(target=target):
            changed = _is_item(target, name)
        case _:
            changed = False
    if changed or name in bound_by(node):
        return node
    return next((found for child in children(node) if (found := _change(child, name, functions)) is not None), None)


def _changes(callee: t.FunctionDef | None, at: int | str, functions: Functions) -> bool:
    """Whether a function may change the dict that is passed at `at`, a position or a name."""
    if callee is None:
        return True
    args = (*callee.args.posonly, *callee.args.args)
    found = [a.name for i, a in enumerate((*args, *callee.args.kwonly)) if at in (a.name, i if i < len(args) else None)]
    others = {name: node for name, node in functions.items() if node is not callee}
    return not found or any(_change(stmt, found[0], others) is not None for stmt in callee.body)


def _is_item(node: t.Expr, name: str) -> bool:
    return isinstance(node, t.Subscript) and _names(node.value, name) or _names(node, name)


def _passed_on(node: Any, args: str, kwargs: str) -> Any:
    """`node` with each `f(*args, **kwargs)` marked, and without its `**kwargs`."""
    if isinstance(node, (t.FunctionDef, t.Lambda)) and args in {a.name for a in _parameters(node.args)}:
        return node
    if isinstance(node, t.Call):
        star = [a for a in node.args if _names(a.value if isinstance(a, t.Starred) else None, args)]
        double = [k for k in node.keywords if k.name is None and _names(k.value, kwargs)]
        if star and double:
            given = tuple(Forward(a.span, t.Name(a.span, args)) if a is star[0] else _passed_on(a, args, kwargs)
                          for a in node.args)
            named = tuple(_passed_on(k, args, kwargs) for k in node.keywords if k is not double[0])
            return replace(node, func=_passed_on(node.func, args, kwargs), args=given, keywords=named)
    return with_children(node, lambda below: _passed_on(below, args, kwargs))


def _names(node: t.Expr | None, name: str) -> bool:
    return isinstance(node, t.Name) and node.id == name


def _mentioned(node: t.Node) -> Iterator[str]:
    if isinstance(node, Forward):
        return
    if isinstance(node, t.Name):
        yield node.id
    for child in children(node):
        yield from _mentioned(child)


def _parameters(args: t.Arguments) -> Iterator[t.Arg]:
    yield from (a for a in (*args.posonly, *args.args, args.vararg, *args.kwonly, args.kwarg) if a is not None)
