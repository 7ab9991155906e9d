"""`is`, as BOOL: of references, None, True and False. Whether two numbers or tuples are one object is not known.

And which types `==` can find equal at all, where a side is of one of several types.
"""

from __future__ import annotations

from rumpkc.diagnostics import fail
from rumpkc.ir import nodes as ir
from rumpkc.ir.logic import negate
from rumpkc.source import Span
from rumpkc.types import class_comparisons, enums, function_identity, wider_items
from rumpkc.types.fx import Fx
from rumpkc.types.types import (
    BOOL,
    F32,
    FLOAT,
    NONE,
    ClassInst,
    FormsType,
    FuncType,
    IntType,
    OptionalType,
    PtrType,
    TupleType,
    Type,
    UnionType,
    is_object,
    is_reference,
)


def identity(fx: Fx, left: ir.Expr, right: ir.Expr, span: Span) -> ir.Expr:
    classes = class_comparisons.same(fx, left, right, span)
    if classes is not None:
        return classes
    a, b = left.type, right.type
    if is_object(a) and _may_be_anything(b) or is_object(b) and _may_be_anything(a):
        from rumpkc.types.convert import coerce

        whole = fx.world.cls("object")
        save, first = fx.save(coerce(fx, left, whole, span))
        call = ir.Call(span, BOOL, fx.world.library("anything", "same"), (first, coerce(fx, right, whole, span)))
        return ir.Seq(span, BOOL, (save,), call)
    for x, y in ((left, right), (right, left)):
        if x.type is NONE and isinstance(y.type, OptionalType):
            return ir.Seq(span, BOOL, (ir.Eval(span, x),), ir.IsNone(span, BOOL, y))
    plain_a = a.item if isinstance(a, OptionalType) else a
    plain_b = b.item if isinstance(b, OptionalType) else b
    if _is_one_pointer(plain_a) and _is_one_pointer(plain_b) and not (enums.is_flag(plain_a) and a == b):
        for side in (plain_a, plain_b):
            wider_items.tell_identity(fx, side, span)
        return ir.Prim(span, BOOL, "ref.eq", (left, right))
    if a is BOOL and b is BOOL:
        return ir.Prim(span, BOOL, "icmp.eq", (left, right))
    if a is NONE and b is NONE:
        return ir.Const(span, BOOL, True)
    if isinstance(a, PtrType) and isinstance(b, PtrType):
        return ir.Prim(span, BOOL, "icmp.eq", (left, right))
    if a == b and enums.is_flag(a):
        return ir.Prim(span, BOOL, "icmp.eq", (enums.bits_of(left), enums.bits_of(right)))  # one object for each value
    by_members = _member_identity(fx, left, right, span)
    if by_members is not None:
        return by_members
    if NONE in (a, b) and isinstance(b if a is NONE else a, (ClassInst, TupleType, FuncType, IntType)):
        return ir.Seq(span, BOOL, (ir.Eval(span, left), ir.Eval(span, right)), ir.Const(span, BOOL, False))
    if isinstance(a, FormsType) and a == b and a.items:     # one function in all its forms
        left, right = (ir.TupleGet(span, a.items[0], one, 0) for one in (left, right))
        return function_identity.same(fx, left, right, span, True)
    if isinstance(a, FuncType) and isinstance(b, FuncType):
        return function_identity.same(fx, left, right, span, True)
    raise fail("E0309", f"`is` between {a} and {b} depends on the implementation", span, help="write `==`")


def _member_identity(fx: Fx, left: ir.Expr, right: ir.Expr, span: Span) -> ir.Expr | None:
    """`is` where a side is one of several types; None where numbers could be compared."""
    if not isinstance(left.type, (OptionalType, UnionType)) and not isinstance(right.type, (OptionalType, UnionType)):
        return None
    save_a, a = fx.save(left)
    save_b, b = fx.save(right)
    out: ir.Expr = ir.Const(span, BOOL, False)
    for mine in _members(left.type):
        for theirs in _members(right.type):
            if mine is NONE and theirs is NONE:
                same: ir.Expr = ir.Const(span, BOOL, True)
            elif is_reference(mine) and is_reference(theirs) and not (mine == theirs and enums.is_flag(mine)):
                for side in (mine, theirs):
                    wider_items.tell_identity(fx, side, span)
                same = ir.Prim(span, BOOL, "ref.eq", (_member(a, mine, span), _member(b, theirs, span)))
            elif isinstance(mine, FuncType) and isinstance(theirs, FuncType):
                functions = _member(a, mine, span), _member(b, theirs, span)
                same = function_identity.same(fx, *functions, span, True)
            elif mine is BOOL and theirs is BOOL:
                same = ir.Prim(span, BOOL, "icmp.eq", (_member(a, mine, span), _member(b, theirs, span)))
            elif BOOL in (mine, theirs) or not comparable(mine, theirs):
                continue                # True and False are themselves only, whatever they are equal to
            else:
                return None
            both = ir.And(span, BOOL, _is_member(a, mine, span), _is_member(b, theirs, span))
            out = ir.Or(span, BOOL, ir.And(span, BOOL, both, same), out)
    return ir.Seq(span, BOOL, (save_a, save_b), out)


def _members(t: Type) -> tuple[Type, ...]:
    if isinstance(t, OptionalType):
        return (t.item, NONE)
    return t.members if isinstance(t, UnionType) else (t,)


def _member(value: ir.Expr, t: Type, span: Span) -> ir.Expr:
    return value if value.type == t else ir.Convert(span, t, value)


def _is_member(value: ir.Expr, t: Type, span: Span) -> ir.Expr:
    """Whether a value of several types is of type `t` now."""
    if value.type == t:
        return ir.Const(span, BOOL, True)
    if t is NONE:
        return ir.IsNone(span, BOOL, value)
    if isinstance(value.type, OptionalType):
        return negate(ir.IsNone(span, BOOL, value))
    return ir.IsInstance(span, BOOL, value, t)


def _may_be_anything(t: Type) -> bool:
    """Whether identity with an `object` is not that of two pointers at once."""
    from rumpkc.types.boxes import fits

    return is_object(t) or not is_reference(t) and fits(t) and not isinstance(t, TupleType)


def _is_one_pointer(t: Type) -> bool:
    """Whether identity is the equality of two pointers: not so for a union with None or numbers."""
    return is_reference(t) or (isinstance(t, UnionType) and all(map(is_reference, t.members)))


def comparable(a: Type, b: Type) -> bool:
    number = (BOOL, FLOAT, F32)
    return a == b or ((isinstance(a, IntType) or a in number) and (isinstance(b, IntType) or b in number))
