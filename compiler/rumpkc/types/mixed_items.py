"""`==`, `<` and their like of containers of one kind whose items have different types: `[1, 2] == [1.0, 2.0]`.

They are functions of `lib/core/mixed.py`, once for each pair of item types that compare with each other. Where no item
of one side can equal one of the other, the comparison stays an error (E0309).
"""

from __future__ import annotations

from rumpkc.ir import nodes as ir
from rumpkc.source import Span
from rumpkc.types.classes import base_inst
from rumpkc.types.fx import Fx
from rumpkc.types.identity import comparable
from rumpkc.types.types import BOOL, ClassInst, OptionalType, TupleType, Type, UnionType

SEQUENCES = {"list": "lists", "tuple": "rows"}
SETS = ("set", "frozenset")
FORMS = {"==": ("equal", False), "<": ("less", False), "<=": ("less_equal", False), ">": ("less", True),
         ">=": ("less_equal", True)}


def meet(a: Type, b: Type) -> bool:
    """Whether a value of `a` can equal one of `b`: numbers, containers of such, or one of several types that can."""
    if comparable(a, b):
        return True
    if isinstance(a, TupleType) and isinstance(b, TupleType):
        return len(a.items) == len(b.items) and all(map(meet, a.items, b.items))
    for one, other in ((a, b), (b, a)):
        if isinstance(one, OptionalType):
            return meet(one.item, other.item if isinstance(other, OptionalType) else other)
        if isinstance(one, UnionType):
            return any(meet(member, other) for member in one.members)
    return _kind(a, b) != ""


def _kind(a: Type, b: Type) -> str:
    """Which functions compare the containers `a` and `b`; empty where none does."""
    if not isinstance(a, ClassInst) or not isinstance(b, ClassInst) or a is b or not (
            a.info.module.library and b.info.module.library):
        return ""
    if a.info is b.info and a.name in SEQUENCES and meet(a.args[0], b.args[0]):
        return SEQUENCES[a.name]
    if a.name in SETS and b.name in SETS and a.args != b.args and comparable(a.args[0], b.args[0]):
        return "sets"
    if a.info is b.info and a.name == "dict" and a.args[0] == b.args[0] and meet(a.args[1], b.args[1]):
        return "dicts"
    return ""


def compare(fx: Fx, op: str, left: ir.Expr, right: ir.Expr, span: Span) -> ir.Expr | None:
    """`left op right`; None where they are no such containers."""
    a, b = left.type, right.type
    kind = _kind(a, b)
    if not kind or kind in ("sets", "dicts") and op != "==":
        return None
    assert isinstance(a, ClassInst) and isinstance(b, ClassInst)
    form, swapped = FORMS[op]
    saves, (x, y) = fx.save_all([left, right])
    args = (a.args[0], a.args[1], b.args[1]) if kind == "dicts" else (a.args[0], b.args[0])
    if kind == "sets":
        x, y = (_members(fx, part, span) for part in (x, y))
    if swapped:
        x, y, args = y, x, args[::-1]
    call = ir.Call(span, BOOL, fx.world.library("mixed", f"{kind}_{form}", *args), (x, y))
    return ir.Seq(span, BOOL, tuple(saves), call)


def _members(fx: Fx, value: ir.Expr, span: Span) -> ir.Expr:
    """A set or frozenset as what both are."""
    cls = value.type
    assert isinstance(cls, ClassInst)
    above = next(info for info in cls.info.ancestors() if info.name == "Members")
    return ir.Convert(span, base_inst(cls, above), value)
