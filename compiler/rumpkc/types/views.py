"""Views of dicts as sets: `d.keys() & e.keys()`, `d.items() - pairs`, `d.keys() <= names`.

    d.keys() | xs       {*d.keys()} | {*xs}: CPython makes sets of both as well
"""

from __future__ import annotations

from rumpkc.ir import nodes as ir
from rumpkc.source import Span
from rumpkc.syntax import tree
from rumpkc.types import calls
from rumpkc.types.fx import Fx
from rumpkc.types.types import ClassInst, Type

OPERATORS = ("&", "|", "-", "^")
VIEWS = ("DictKeys", "DictItems", "KeysView")
SETS = ("set", "frozenset")


def is_view(t: Type) -> bool:
    """Whether a type is a view that is like a set."""
    return isinstance(t, ClassInst) and t.info.module.name == "lib.core.dict" and t.info.name in VIEWS


def _is_set(t: Type) -> bool:
    return isinstance(t, ClassInst) and t.info.module.library and t.name in SETS


def mixes(op: str, a: Type, b: Type) -> bool:
    """Whether `a op b` is an operator of sets because one side is a view."""
    return op in OPERATORS and (is_view(a) or (is_view(b) and _is_set(a)))


def compares(a: Type, b: Type) -> bool:
    """Whether a comparison is one of sets because one side is a view."""
    return (is_view(a) and (is_view(b) or _is_set(b))) or (is_view(b) and _is_set(a))


def as_sets(fx: Fx, left: ir.Expr, right: ir.Expr, span: Span) -> tuple[list[ir.Stmt], ir.Expr, ir.Expr]:
    """Both operands, evaluated in order, as sets."""
    save_a, a = fx.save(left)
    save_b, b = fx.save(right)
    keep_a, one = fx.save(_as_set(fx, a, span))
    keep_b, two = fx.save(_as_set(fx, b, span))
    return [save_a, save_b, keep_a, keep_b], one, two


def meeting(fx: Fx, a: Type, b: Type, one: ir.Expr, two: ir.Expr, span: Span) -> ir.Expr:
    """`&` of what were an `a` and a `b`, made sets of one type. What stays are the keys of the smaller one of sets and
    views, of anything else its own: CPython walks over a frozenset as over a list.
    """
    view, given, other = (one, two, b) if is_view(a) else (two, one, a)
    if is_view(other):
        return calls.call_method(fx, view, "intersection", [given], span)
    if isinstance(other, ClassInst) and other.name == "set":
        return calls.call_method(fx, given, "intersection", [view], span)
    return calls.call_method(fx, view, "_intersection_walked", [given], span)


def _as_set(fx: Fx, value: ir.Expr, span: Span) -> ir.Expr:
    from rumpkc.types.exprs import expr

    if isinstance(value.type, ClassInst) and value.type.name == "set":
        return value
    name = tree.Name(span, ".x")
    over = tree.Comprehension(span, name, calls.Evaluated(span, value), (), False)
    return expr(fx, tree.SetComp(span, name, (over,)))
