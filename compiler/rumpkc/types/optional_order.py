"""The order of what `key=` gave, where that may be None: `max(votes, key=votes.get)`.

    best < key      ->      raise TypeError("'<' not supported between instances of 'NoneType' and 'int'")
                            where one of the two is None, else the order of the items

A program that passes the `get` of a dict knows that every key is there.
"""

from __future__ import annotations

from rumpkc.ir import nodes as ir
from rumpkc.source import Span
from rumpkc.types import comparisons
from rumpkc.types.fx import Fx
from rumpkc.types.types import BOOL, OptionalType, Type

SORTED = ("lib.core.sorting", "OptionalKeys")           # the class that sorts by such keys


def compare(fx: Fx, op: str, left: ir.Expr, right: ir.Expr, span: Span) -> ir.Expr:
    """BOOL: the order of two keys of one type."""
    if not is_optional(left.type):
        return comparisons.compare(fx, op, left, right, span)
    save_a, a = fx.save(left)
    save_b, b = fx.save(right)
    check(fx, left.type, span)
    return ir.Seq(span, BOOL, (save_a, save_b), comparisons.order_or_raise(fx, op, a, b, span))


def check(fx: Fx, t: Type, span: Span) -> None:
    """Refuse keys of an optional type whose items have no order."""
    assert isinstance(t, OptionalType)
    item = ir.Prim(span, t.item, "unreachable", ())
    comparisons.compare(fx, "<", item, item, span)


def is_optional(t: Type) -> bool:
    """Whether keys of the type `t` may be None or have an order."""
    return isinstance(t, OptionalType)


def sorts(fx: Fx) -> bool:
    """Whether this is the method that compares such keys for a sort."""
    owner = fx.inst.info.owner if fx.inst is not None else None
    return owner is not None and (fx.module.name, owner.name) == SORTED
