"""Operators of two integers: primitives where the machine has them, else calls of lib/core/int.py and int_power.py.

Operands of two types meet in the wider one (`common_int`); what a type below 64 bits cannot hold is an OverflowError.
"""

from __future__ import annotations

import sys

from rumpkc.diagnostics import fail
from rumpkc.ir import nodes as ir
from rumpkc.source import Span
from rumpkc.types.convert import coerce, const_int
from rumpkc.types.fx import Fx
from rumpkc.types.types import BOOL, F32, FLOAT, INT, U64, IntType, TupleType, Type


def bool_to_int(value: ir.Expr) -> ir.Expr:
    return ir.Prim(value.span, INT, "zext", (value,)) if value.type is BOOL else value


def common_int(fx: Fx, left: ir.Expr, right: ir.Expr, op: str, span: Span) -> tuple[ir.Expr, ir.Expr]:
    """Both operands as the wider of their types; a literal takes the other operand's type."""
    a, b = left.type, right.type
    assert isinstance(a, IntType) and isinstance(b, IntType)
    if a == b:
        return left, right
    if isinstance(right, ir.Const) and b is INT:
        return left, coerce(fx, right, a, right.span)
    if isinstance(left, ir.Const) and a is INT:
        return coerce(fx, left, b, left.span), right
    if a.holds(b):
        return left, coerce(fx, right, a, right.span)
    if b.holds(a):
        return coerce(fx, left, b, left.span), right
    raise fail(
        "E0307",
        f"`{op}` mixes {a} and {b}, and neither holds the other",
        span,
        help=f"convert one side: `{a}(…)` or `{b}(…)`",
    )


def integers(fx: Fx, op: str, left: ir.Expr, right: ir.Expr, span: Span) -> ir.Expr:
    if op in ("<<", ">>"):
        return _shift(fx, op, left, right, span)
    if op == "/":
        return _true_divide(fx, left, right, span)
    if op == "**":
        return _power(fx, left, right, span)
    if op == "&":
        left, right = _mask(left, right.type), _mask(right, left.type)
    left, right = common_int(fx, left, right, op, span)
    t = left.type
    assert isinstance(t, IntType)
    if op in ("&", "|", "^"):
        return ir.Prim(span, t, {"&": "and", "|": "or", "^": "xor"}[op], (left, right))
    if op in ("+", "-", "*"):
        name = {"+": "add", "-": "sub", "*": "mul"}[op]
        return ir.Prim(span, t, f"{name}.{'wrap' if t.modular else 'checked'}", (left, right))
    if op in ("//", "%"):
        return _floor_divide(fx, op, left, right, span)
    if op == "divmod":
        save_a, a = fx.save(left)
        save_b, b = fx.save(right)
        parts = (_floor_divide(fx, "//", a, b, span), _floor_divide(fx, "%", a, b, span))
        pair = TupleType((parts[0].type, parts[1].type))
        return ir.Seq(span, pair, (save_a, save_b), ir.Aggregate(span, pair, parts))
    raise fail("E0308", f"{t} has no operator `{op}`", span)


def _mask(value: ir.Expr, other: Type) -> ir.Expr:
    """A negative literal in `x & ~15` keeps its low bits: the result is the same, since `x` has no others."""
    if isinstance(value, ir.Const) and value.type is INT and isinstance(other, IntType) and not other.signed:
        assert isinstance(value.value, int)
        if value.value < 0:
            return ir.Const(value.span, other, value.value & other.high)
    return value


def widened(fx: Fx, value: ir.Expr) -> ir.Expr:
    """As INT, or U64 where INT does not hold the type."""
    from rumpkc.types.text import to_int64

    return to_int64(value)


def _narrowed(value: ir.Expr, t: IntType, span: Span) -> ir.Expr:
    """A 64-bit result back in `t`, checked (or cut, for a modular type)."""
    if value.type == t:
        return value
    if t.bits == 64 and isinstance(value.type, IntType) and value.type.signed == t.signed:
        return ir.Prim(span, t, "zext", (value,))
    return ir.Prim(span, t, "trunc" if t.modular else "int.checked", (value,))


def _floor_divide(fx: Fx, op: str, left: ir.Expr, right: ir.Expr, span: Span) -> ir.Expr:
    t = left.type
    assert isinstance(t, IntType)
    name = "floordiv" if op == "//" else "mod"
    if not t.signed and isinstance(right, ir.Const) and right.value:
        return ir.Prim(span, t, "udiv" if op == "//" else "urem", (left, right))
    if isinstance(right, ir.Const) and isinstance(right.value, int) and 0 < right.value <= t.high \
            and right.value == 1 << (shift := right.value.bit_length() - 1):
        if op == "//":                          # an arithmetic shift rounds down, as Python does
            return ir.Prim(span, t, "ashr", (left, ir.Const(span, t, shift)))
        return ir.Prim(span, t, "and", (left, ir.Const(span, t, right.value - 1)))
    a, b = widened(fx, left), widened(fx, right)
    kind = "int" if a.type is INT else "uint"
    if t is not INT and t.signed and t.bits == 64 and op == "//":
        kind = "i64"
    call = ir.Call(span, a.type, fx.world.library("int", f"{kind}_{name}"), (a, b))
    return _narrowed(call, t, span)


def _true_divide(fx: Fx, left: ir.Expr, right: ir.Expr, span: Span) -> ir.Expr:
    left, right = common_int(fx, left, right, "/", span)
    assert isinstance(left.type, IntType)
    if left.type.modular:
        raise fail("E0308", f"{left.type} has no operator `/`", span, help="use `//`")
    a, b = widened(fx, left), widened(fx, right)
    name = "int_truediv" if a.type is INT else "uint_truediv"
    return ir.Call(span, FLOAT, fx.world.library("int", name), (a, b))


def _power(fx: Fx, left: ir.Expr, right: ir.Expr, span: Span) -> ir.Expr:
    t = left.type
    assert isinstance(t, IntType) and isinstance(right.type, IntType)
    exponent = _amount(fx, right, span)
    if isinstance(exponent, ir.Const) and isinstance(exponent.value, int) and exponent.value < 0:
        base = int_to_float(fx, left)
        return ir.Call(
            span, FLOAT, fx.world.library("float", "float_pow"), (base, ir.Const(span, FLOAT, float(exponent.value)))
        )
    if not t.signed and (t.modular or t.bits == 64):
        wide = ir.Prim(span, U64, "zext", (left,))
        if t.modular and isinstance(right.type, IntType) and not right.type.signed:
            call = ir.Call(span, U64, fx.world.library("int_power", "word_power"), (wide, widened_u64(right)))
        else:
            name = "word_pow" if t.modular else "uint_pow"
            call = ir.Call(span, U64, fx.world.library("int_power", name), (wide, exponent))
        return _narrowed(call, t, span)
    name = "int_pow" if t is INT else "narrow_pow" if t.bits < 64 else "i64_pow"
    call = ir.Call(span, INT, fx.world.library("int_power", name), (coerce(fx, left, INT, left.span), exponent))
    return _narrowed(call, t, span)


def widened_u64(value: ir.Expr) -> ir.Expr:
    """An integer of an unsigned type as U64."""
    return value if value.type is U64 else ir.Prim(value.span, U64, "zext", (value,))


def _amount(fx: Fx, value: ir.Expr, span: Span) -> ir.Expr:
    """How far to shift or multiply, as INT; what INT does not hold is as good as the largest of its parity."""
    wide = widened(fx, value)
    if wide.type is INT:
        return wide
    return ir.Call(span, INT, fx.world.library("int", "uint_amount"), (wide,))


def _shift(fx: Fx, op: str, left: ir.Expr, right: ir.Expr, span: Span) -> ir.Expr:
    t = left.type
    assert isinstance(t, IntType)
    if isinstance(right, ir.Const) and isinstance(right.value, int) and 0 <= right.value < t.bits:
        amount = const_int(span, t, right.value) if right.value <= t.high else ir.Const(span, t, right.value)
        if op == ">>":
            return ir.Prim(span, t, "ashr" if t.signed else "lshr", (left, amount))
        if t.modular:
            return ir.Prim(span, t, "shl", (left, amount))
        if (1 << right.value) <= t.high:
            return ir.Prim(span, t, "mul.checked", (left, ir.Const(span, t, 1 << right.value)))
    a = widened(fx, left)
    amount64 = _amount(fx, right, span)
    kind = "int" if a.type is INT else "uint"
    if t.modular:
        kind = "word"
        a = ir.Prim(span, U64, "zext", (left,))
    elif op == "<<" and t.bits < 64:
        kind = "narrow"
    elif op == "<<" and t is not INT and t.signed:
        kind = "i64"
    name = f"{kind}_{'shl' if op == '<<' else 'shr'}"
    call = ir.Call(span, a.type, fx.world.library("int", name), (a, amount64))
    return _narrowed(call, t, span)


def float_literal(value: ir.Expr) -> float | None:
    """The float that is nearest to an integer literal, if it is one and no float is too small for it."""
    whole = value.value if isinstance(value, ir.Const) else None
    return float(whole) if isinstance(whole, int) and whole.bit_length() < sys.float_info.max_exp else None


def int_to_float(fx: Fx, value: ir.Expr) -> ir.Expr:
    """An integer as the nearest float, as CPython converts it."""
    if value.type is FLOAT:
        return value
    if value.type is F32:
        return ir.Prim(value.span, FLOAT, "fpext", (value,))
    if value.type is BOOL:
        value = bool_to_int(value)
    literal = float_literal(value)
    if literal is not None:
        return ir.Const(value.span, FLOAT, literal)
    assert isinstance(value.type, IntType)
    return ir.Prim(value.span, FLOAT, "sitofp" if value.type.signed else "uitofp", (value,))
