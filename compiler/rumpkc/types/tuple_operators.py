"""`+`, `*` and more of tuples whose length is known.

    (1, "a") + (2,)      ->      a tuple of three items
    (0, 1) * 3           ->      a tuple of six items
    (0, 1) * n           ->      a `tuple[int, ...]`
    (0, 1) + xs          ->      a `tuple[int, ...]`, where that is what `xs` is

and what else makes a `tuple[int, ...]` of one: `t[:n]`, `t.count(x)`, `t.index(x)`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rumpkc.ir import nodes as ir
from rumpkc.source import Span
from rumpkc.syntax import tree
from rumpkc.types import constructors
from rumpkc.types.builtins import VAR_TUPLE
from rumpkc.types.calls import Evaluated, call_method
from rumpkc.types.convert import coerce, is_var_tuple, join
from rumpkc.types.integers import bool_to_int
from rumpkc.types.records import as_tuple
from rumpkc.types.types import BOOL, INT, ClassInst, IntType, TupleType, Type

if TYPE_CHECKING:
    from rumpkc.types.fx import Fx

MOST_ITEMS = 64         # a longer result is a `tuple[T, ...]` where its items are alike


def combined(fx: Fx, op: str, left: ir.Expr, right: ir.Expr, span: Span) -> ir.Expr | None:
    """`+` or `*` where tuples, or NamedTuples, are on a side that allows it; None for other operands."""
    left, right = as_tuple(fx, left), as_tuple(fx, right)
    tuples = [isinstance(side.type, TupleType) for side in (left, right)]
    if op == "+":
        if are_rows(left.type, right.type):
            return rows_joined(fx, left, right, span)
        if tuples == [True, False] and is_var_tuple(right.type):
            return call_method(fx, coerce(fx, left, right.type, span), "__add__", [right], span)
        return _concat(fx, left, right, span) if all(tuples) else None
    numbers = [isinstance(side.type, IntType) or side.type is BOOL for side in (left, right)]
    if tuples == [True, False] and numbers[1] or tuples == [False, True] and numbers[0]:
        return _repeat(fx, left, right, span)
    return None


def _concat(fx: Fx, left: ir.Expr, right: ir.Expr, span: Span) -> ir.Expr:
    assert isinstance(left.type, TupleType) and isinstance(right.type, TupleType)
    save_a, a = fx.save(left)
    save_b, b = fx.save(right)
    whole = TupleType(left.type.items + right.type.items)
    return ir.Seq(span, whole, (save_a, save_b), ir.Aggregate(span, whole, (*_items(a), *_items(b))))


def are_rows(a: Type, b: Type) -> bool:
    """Whether both are tuples, one at least of any length, whose items have different types."""
    held = [_held(t) for t in (a, b)]
    return None not in held and (is_var_tuple(a) or is_var_tuple(b)) and len({t for h in held for t in h or ()}) > 1


def _held(t: Type) -> tuple[Type, ...] | None:
    """The types of a tuple's items; None of what is none."""
    if isinstance(t, TupleType):
        return t.items
    return t.args if isinstance(t, ClassInst) and is_var_tuple(t) else None


def rows_joined(fx: Fx, left: ir.Expr, right: ir.Expr, span: Span) -> ir.Expr:
    """`xs + ys`: a `tuple[T, ...]` of what both hold."""
    from rumpkc.types.exprs import expr

    saves, kept = fx.save_all([left, right])
    item = join(fx, [t for side in kept for t in _held(side.type) or ()], span, "`+`")
    parts = tuple(tree.Starred(span, Evaluated(span, one)) for one in kept)
    listed = expr(fx, tree.List(span, parts), fx.world.cls("list", item))
    row = constructors.construct(fx, fx.world.cls(VAR_TUPLE, item), [listed], span)
    return ir.Seq(span, row.type, tuple(saves), row)


def _repeat(fx: Fx, left: ir.Expr, right: ir.Expr, span: Span) -> ir.Expr:
    """`items * count` or `count * items`."""
    times = bool_to_int(right if isinstance(left.type, TupleType) else left)
    save_a, a = fx.save(left)
    save_b, b = fx.save(right)
    items, count = (a, b) if isinstance(a.type, TupleType) else (b, a)
    assert isinstance(items.type, TupleType)
    if isinstance(times, ir.Const) and isinstance(times.value, int):
        copies = max(times.value, 0)
        if copies * len(items.type.items) <= MOST_ITEMS:
            whole = TupleType(items.type.items * copies)
            return ir.Seq(span, whole, (save_a, save_b), ir.Aggregate(span, whole, _items(items) * copies))
    product = call_method(fx, as_row(fx, items, span), "__mul__", [coerce(fx, bool_to_int(count), INT, span)], span)
    return ir.Seq(span, product.type, (save_a, save_b), product)


def as_row(fx: Fx, value: ir.Expr, span: Span) -> ir.Expr:
    """A tuple of known length as a `tuple[T, ...]`, for what depends on values that only the run knows."""
    assert isinstance(value.type, TupleType)
    item = join(fx, list(value.type.items), span, "tuple")
    return coerce(fx, value, fx.world.cls(VAR_TUPLE, item), span)


def _items(value: ir.Expr) -> tuple[ir.Expr, ...]:
    assert isinstance(value.type, TupleType)
    return tuple(ir.TupleGet(value.span, t, value, i) for i, t in enumerate(value.type.items))
