"""Comparisons of numbers by value, whatever their types are."""

from __future__ import annotations

from rumpkc.diagnostics import fail, shown_integer
from rumpkc.ir import nodes as ir
from rumpkc.ir.logic import negate
from rumpkc.source import Span
from rumpkc.types import enums, integers, one_answer
from rumpkc.types.fx import Fx
from rumpkc.types.types import (
    BOOL,
    F32,
    FLOAT,
    INT,
    U64,
    IntType,
    Type,
)

SWAPPED = {"<": ">", ">": "<", "<=": ">=", ">=": "<=", "==": "==", "!=": "!="}


def number_compare(fx: Fx, op: str, left: ir.Expr, right: ir.Expr, span: Span) -> ir.Expr:
    a, b = left.type, right.type
    if isinstance(a, IntType) and isinstance(b, IntType):
        return _int_compare(fx, op, left, right, span)
    if isinstance(a, IntType) != isinstance(b, IntType):
        exact = _int_float_compare(fx, op, left, right, span)
        if exact is not None:
            return exact
    names = {"==": "oeq", "<": "olt", "<=": "ole", ">": "ogt", ">=": "oge"}
    return ir.Prim(
        span, BOOL, f"fcmp.{names[op]}", (integers.int_to_float(fx, left), integers.int_to_float(fx, right))
    )


def other_number(item: Type, held: Type) -> bool:
    """Whether `item` is a number that may equal a `held`, without being one: a float next to integers, either next to
    members of an IntEnum."""
    if enums.is_hashed_as_int(held):
        return isinstance(item, IntType) or item in (BOOL, FLOAT, F32)
    one, other = (isinstance(t, IntType) or t is BOOL for t in (item, held))
    if BOOL in (item, held):
        return item != held and (one or item in (FLOAT, F32)) and (other or held in (FLOAT, F32))
    return one and held in (FLOAT, F32) or other and item in (FLOAT, F32)


def as_number(fx: Fx, value: ir.Expr, t: Type, span: Span) -> tuple[ir.Expr, ir.Expr]:
    """Whether a `t` equals `value`, which is a float next to INT or the other way round, and that number."""
    if t is not INT:
        real = integers.int_to_float(fx, value)
        return number_compare(fx, "==", value, real, span), real
    bounds = (("fcmp.oge", -(2.0**63)), ("fcmp.olt", 2.0**63))
    low, high = (ir.Prim(span, BOOL, name, (value, ir.Const(span, FLOAT, bound))) for name, bound in bounds)
    whole = ir.Call(span, INT, fx.world.library("int", "int_from_float"), (value,))
    same = ir.Prim(span, BOOL, "fcmp.oeq", (integers.int_to_float(fx, whole), value))
    return ir.And(span, BOOL, ir.And(span, BOOL, low, high), same), whole


def _int_float_compare(fx: Fx, op: str, left: ir.Expr, right: ir.Expr, span: Span) -> ir.Expr | None:
    """CPython compares an int and a float exactly; only beyond 2^53 does that differ from comparing as floats."""
    whole, other = (left, right) if isinstance(left.type, IntType) else (right, left)
    if isinstance(whole, ir.Const) and integers.float_literal(whole) == whole.value:
        return None
    assert isinstance(whole.type, IntType)
    if whole.type.bits <= 32:
        return None
    first: tuple[ir.Stmt, ...] = ()
    if whole is right:
        op = SWAPPED[op]
        keep, other = fx.save(other)
        first = (keep,)
    wide = integers.widened(fx, whole)
    compare = fx.world.library("float", "compare_int_float" if wide.type is INT else "compare_uint_float")
    order = ir.Call(span, INT, compare, (wide, integers.int_to_float(fx, other)))
    names = {"==": "icmp.eq", "<": "icmp.slt", "<=": "icmp.sle", ">": "icmp.sgt", ">=": "icmp.sge"}
    # compare_int_float gives -1, 0 or 1, and 2 where the float is not a number.
    save, got = fx.save(order)
    known = ir.Prim(span, BOOL, "icmp.ne", (got, ir.Const(span, INT, 2)))
    test = ir.Prim(span, BOOL, names[op], (got, ir.Const(span, INT, 0)))
    return ir.Seq(span, BOOL, (*first, save), ir.And(span, BOOL, known, test))


def _int_compare(fx: Fx, op: str, left: ir.Expr, right: ir.Expr, span: Span) -> ir.Expr:
    names = {"==": "eq", "<": "lt", "<=": "le", ">": "gt", ">=": "ge"}
    a, b = left.type, right.type
    assert isinstance(a, IntType) and isinstance(b, IntType)
    for x, y in ((left, right), (right, left)):
        t = y.type
        if (
            isinstance(x, ir.Const)
            and x.type is INT
            and isinstance(t, IntType)
            and isinstance(x.value, int)
            and not t.low <= x.value <= t.high
        ):
            raise fail(
                "E0304",
                f"{shown_integer(x.value)} does not fit {t}, so the comparison has one answer only",
                span,
                f"{t} holds {t.low} to {t.high}",
            )
    one_answer.about_integers(fx, op, left, right, span)
    literal = any(isinstance(x, ir.Const) and x.type is INT for x in (left, right))
    if not literal and not a.holds(b) and not b.holds(a):
        left, right = integers.widened(fx, left), integers.widened(fx, right)
        if left.type != right.type:
            return _sign_compare(fx, op, left, right, span)
    left, right = integers.common_int(fx, left, right, op, span)
    t = left.type
    assert isinstance(t, IntType)
    sign = "" if op == "==" else ("s" if t.signed else "u")
    return ir.Prim(span, BOOL, f"icmp.{sign}{names[op]}", (left, right))


def _sign_compare(fx: Fx, op: str, left: ir.Expr, right: ir.Expr, span: Span) -> ir.Expr:
    """An INT and a U64, by value: a negative one is below, and from 0 on both have the same bits."""
    if left.type is not INT:
        save, kept = fx.save(left)
        return ir.Seq(span, BOOL, (save,), _sign_compare(fx, SWAPPED[op], right, kept, span))
    names = {"==": "eq", "<": "ult", "<=": "ule", ">": "ugt", ">=": "uge"}
    save_a, a = fx.save(left)
    save_b, b = fx.save(right)
    test = ir.Prim(span, BOOL, f"icmp.{names[op]}", (ir.Prim(span, U64, "zext", (a,)), b))
    negative = ir.Prim(span, BOOL, "icmp.slt", (a, ir.Const(span, INT, 0)))
    both = ir.Or(span, BOOL, negative, test) if op in ("<", "<=") else ir.And(span, BOOL, negate(negative), test)
    return ir.Seq(span, BOOL, (save_a, save_b), both)
