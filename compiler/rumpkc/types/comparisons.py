"""Comparisons: `==`, `<`, `is`, `in`, as BOOL."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from rumpkc.diagnostics import CompileError, fail, shown_integer
from rumpkc.ir import nodes as ir
from rumpkc.source import Span
from rumpkc.types import doubts, enums, operators, overloads, records, reflected, views
from rumpkc.types.calls import call_method, has_method, plain_bytes
from rumpkc.types.convert import assignable, coerce, is_var_tuple, truth
from rumpkc.types.fx import Fx, PartialType
from rumpkc.types.types import (
    BOOL,
    F32,
    FLOAT,
    INT,
    NEVER,
    NONE,
    U64,
    ClassInst,
    FuncType,
    IntType,
    OptionalType,
    PtrType,
    TupleType,
    Type,
    UnionType,
    is_reference,
)

TEXT = ("str", "bytes", "bytearray")           # equal to themselves by their `==` already
SWAPPED = {"<": ">", ">": "<", "<=": ">=", ">=": "<=", "==": "==", "!=": "!="}


def compare(fx: Fx, op: str, left: ir.Expr, right: ir.Expr, span: Span) -> ir.Expr:
    """One comparison, as BOOL."""
    if NEVER in (left.type, right.type):
        both = (ir.Eval(span, left), ir.Eval(span, right))
        return ir.Seq(span, BOOL, both, ir.Prim(span, BOOL, "unreachable", ()))
    match op:
        case "is" | "is not":
            out = _identity(fx, left, right, span)
            return out if op == "is" else _not(out)
        case "in" | "not in":
            out = _contains(fx, right, left, span)
            return out if op == "in" else _not(out)
        case "==":
            return equal(fx, left, right, span, fx.module.library)
        case "!=":
            if has_method(left.type, "__ne__"):
                return call_method(fx, left, "__ne__", [right], span)
            return _not(equal(fx, left, right, span, fx.module.library))
    return _order(fx, op, left, right, span)


def _not(test: ir.Expr) -> ir.Expr:
    from rumpkc.types.conditions import negate

    return negate(test)


def _is_this_bool(fx: Fx, value: ir.Expr, which: ir.Expr, span: Span) -> ir.Expr:
    """`x is True` where x is a bool among others: there is one True and one False."""
    parts = value.type.members if isinstance(value.type, UnionType) else (value.type.item,)     # type: ignore[attr-defined]
    save_v, got = fx.save(value)
    save_w, wanted = fx.save(which)
    test: ir.Expr = ir.Const(span, BOOL, False)
    if BOOL in parts:
        same = ir.Prim(span, BOOL, "icmp.eq", (ir.Convert(span, BOOL, got), wanted))
        here = ir.IsInstance(span, BOOL, got, BOOL) if isinstance(value.type, UnionType) else _not(
            ir.IsNone(span, BOOL, got))
        test = ir.And(span, BOOL, here, same)
    return ir.Seq(span, BOOL, (save_v, save_w), test)


def _identity(fx: Fx, left: ir.Expr, right: ir.Expr, span: Span) -> ir.Expr:
    a, b = left.type, right.type
    for x, y in ((left, right), (right, left)):
        if x.type is NONE and isinstance(y.type, OptionalType):
            return ir.Seq(span, BOOL, (ir.Eval(span, x),), ir.IsNone(span, BOOL, y))
    plain_a = a.item if isinstance(a, OptionalType) else a
    plain_b = b.item if isinstance(b, OptionalType) else b
    if _is_one_pointer(plain_a) and _is_one_pointer(plain_b) and not (enums.is_flag(plain_a) and a == b):
        return ir.Prim(span, BOOL, "ref.eq", (left, right))
    if a is BOOL and b is BOOL:
        return ir.Prim(span, BOOL, "icmp.eq", (left, right))
    if a is NONE and b is NONE:
        return ir.Const(span, BOOL, True)
    if isinstance(a, PtrType) and isinstance(b, PtrType):
        return ir.Prim(span, BOOL, "icmp.eq", (left, right))
    if a == b and enums.is_flag(a):
        return ir.Prim(span, BOOL, "icmp.eq", (enums.bits_of(left), enums.bits_of(right)))  # one object for each value
    for x, y in ((left, right), (right, left)):
        if x.type is BOOL and isinstance(y.type, UnionType | OptionalType):
            return _is_this_bool(fx, y, x, span)
    by_members = _member_identity(fx, left, right, span)
    if by_members is not None:
        return by_members
    if isinstance(a, FuncType) and isinstance(b, FuncType):
        raise fail("E0309", "functions have no identity in compiled programs", span, help="compare names or numbers")
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
                same = ir.Prim(span, BOOL, "ref.eq", (_member(a, mine, span), _member(b, theirs, span)))
            elif mine is BOOL and theirs is BOOL:
                same = ir.Prim(span, BOOL, "icmp.eq", (_member(a, mine, span), _member(b, theirs, span)))
            elif _comparable(mine, theirs):
                return None
            else:
                continue
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
        return _not(ir.IsNone(span, BOOL, value))
    return ir.IsInstance(span, BOOL, value, t)


def _is_one_pointer(t: Type) -> bool:
    """Whether identity is the equality of two pointers: not so for a union with None or numbers."""
    return is_reference(t) or (isinstance(t, UnionType) and all(map(is_reference, t.members)))


def equal(fx: Fx, left: ir.Expr, right: ir.Expr, span: Span, items: bool = False) -> ir.Expr:
    """`left == right`; of `items` in a container (what the library compares) one object is equal without a question."""
    left, right = operators.plain_number(left), operators.plain_number(right)
    a, b = left.type, right.type
    if _mixes_bytes(a, b):
        return _as_bytes(fx, equal, left, right, span)
    if views.compares(a, b):
        stmts, one, two = views.as_sets(fx, left, right, span)
        return ir.Seq(span, BOOL, tuple(stmts), equal(fx, one, two, span))
    if isinstance(a, PartialType) or isinstance(b, PartialType):
        if isinstance(a, PartialType):
            left = coerce(fx, left, b, span)
        right = coerce(fx, right, a, span)
    if a is BOOL and b is BOOL:
        return ir.Prim(span, BOOL, "icmp.eq", (left, right))
    if (operators.is_real(a) or a is BOOL) and (operators.is_real(b) or b is BOOL):
        return _number_compare(fx, "==", operators.bool_to_int(left), operators.bool_to_int(right), span)
    if isinstance(a, PtrType) and isinstance(b, PtrType):
        return ir.Prim(span, BOOL, "icmp.eq", (left, right))
    if isinstance(a, OptionalType) or isinstance(b, OptionalType) or NONE in (a, b):
        return _optional_equal(fx, left, right, span, items)
    if is_var_tuple(a) != is_var_tuple(b):
        left, right = (coerce(fx, left, b, span), right) if is_var_tuple(b) else (left, coerce(fx, right, a, span))
        return _eq_method(fx, left, right, span)
    if isinstance(a, UnionType) or isinstance(b, UnionType):
        return _union_equal(fx, left, right, span, items)
    if records.is_named_tuple(a) and isinstance(b, TupleType) or isinstance(a, TupleType) and records.is_named_tuple(b):
        return _tuple_equal(fx, records.as_tuple(fx, left), records.as_tuple(fx, right), span)
    if isinstance(a, TupleType) and isinstance(b, TupleType):
        return _tuple_equal(fx, left, right, span)
    if enums.is_flag(a) and a == b:
        return ir.Prim(span, BOOL, "icmp.eq", (enums.bits_of(left), enums.bits_of(right)))
    if has_method(a, "__eq__") and not (isinstance(a, ClassInst) and a.info.kind == "enum"):
        return _same_or_equal(fx, left, right, span) if items else _eq_method(fx, left, right, span)
    if is_reference(a) and is_reference(b) and (assignable(a, b) or assignable(b, a)):
        return ir.Prim(span, BOOL, "ref.eq", (left, right))
    if isinstance(a, FuncType) and isinstance(b, FuncType):
        raise fail("E0309", "functions have no identity in compiled programs", span, help="compare names or numbers")
    raise fail("E0309", f"{a} and {b} are never equal", span, help="convert one side")


def _same_or_equal(fx: Fx, left: ir.Expr, right: ir.Expr, span: Span) -> ir.Expr:
    """`left is right or left == right`, where an `==` of the program (or a NaN inside) may say otherwise."""
    related = assignable(left.type, right.type) or assignable(right.type, left.type)
    if not (related and _asks(left.type) and _asks(right.type)):
        return _eq_method(fx, left, right, span)
    save_a, a = fx.save(left)
    save_b, b = fx.save(right)
    same = ir.Prim(span, BOOL, "ref.eq", (a, b))
    return ir.Seq(span, BOOL, (save_a, save_b), ir.Or(span, BOOL, same, _eq_method(fx, a, b, span)))


def _asks(t: Type) -> bool:
    """Whether `t` has identity, and an `==` that could find an object unequal to itself."""
    return isinstance(t, ClassInst) and not t.by_value and t.name not in TEXT


def _mixes_bytes(a: Type, b: Type) -> bool:
    """bytes next to a bytearray: compared by their bytes."""
    names = {t.name for t in (a, b) if isinstance(t, ClassInst) and t.info.module.library}
    return a != b and names == {"bytes", "bytearray"}


def _as_bytes(fx: Fx, compare: Callable[..., ir.Expr], left: ir.Expr, right: ir.Expr, span: Span) -> ir.Expr:
    save_a, a = fx.save(left)
    save_b, b = fx.save(right)
    test = compare(fx, left=plain_bytes(fx, a), right=plain_bytes(fx, b), span=span)
    return ir.Seq(span, BOOL, (save_a, save_b), test)


def _union_equal(fx: Fx, left: ir.Expr, right: ir.Expr, span: Span, items: bool) -> ir.Expr:
    """Values of different members are unequal, unless the members compare with each other (numbers)."""
    if not isinstance(left.type, UnionType):
        left, right = right, left
    assert isinstance(left.type, UnionType)
    save_a, a = fx.save(left)
    save_b, b = fx.save(right)
    others = right.type.members if isinstance(right.type, UnionType) else (right.type,)
    out: ir.Expr = ir.Const(span, BOOL, False)
    for mine in left.type.members:
        for theirs in others:
            if not _comparable(mine, theirs):
                continue
            x = ir.Convert(span, mine, a) if mine is not NONE else ir.Const(span, NONE, None)
            y = (
                b
                if theirs == right.type
                else ir.Convert(span, theirs, b)
                if theirs is not NONE
                else ir.Const(span, NONE, None)
            )
            test: ir.Expr = ir.And(span, BOOL, ir.IsInstance(span, BOOL, a, mine), equal(fx, x, y, span, items))
            if isinstance(right.type, UnionType):
                test = ir.And(span, BOOL, ir.IsInstance(span, BOOL, b, theirs), test)
            out = ir.Or(span, BOOL, test, out)
    return ir.Seq(span, BOOL, (save_a, save_b), out)


def _comparable(a: Type, b: Type) -> bool:
    number = (BOOL, FLOAT, F32)
    return a == b or ((isinstance(a, IntType) or a in number) and (isinstance(b, IntType) or b in number))


def _eq_method(fx: Fx, left: ir.Expr, right: ir.Expr, span: Span) -> ir.Expr:
    assert isinstance(left.type, ClassInst)
    if not operators.accepts(fx, left.type, "__eq__", right.type):
        if (
            is_reference(right.type)
            and has_method(right.type, "__eq__")
            and operators.accepts(fx, right.type, "__eq__", left.type)
        ):
            return _eq_method(fx, right, left, span)
        raise fail("E0309", f"{left.type} and {right.type} are never equal", span, help="convert one side")
    if left.type.info.module.library:
        return call_method(fx, left, "__eq__", [right], span)
    save_a, a = fx.save(left)
    save_b, b = fx.save(right)

    def plain(x: ir.Expr, y: ir.Expr) -> ir.Expr:
        call = truth(fx, call_method(fx, x, "__eq__", [y], span))
        return reflected.ask(fx, call, back(y, x), span) if reflected.may_decline(x.type, "__eq__") else call

    def back(y: ir.Expr, x: ir.Expr) -> ir.Expr:
        both = is_reference(x.type) and is_reference(y.type)
        same: ir.Expr = ir.Prim(span, BOOL, "ref.eq", (x, y)) if both else ir.Const(span, BOOL, False)
        if y.type == x.type and _is_final(y.type) or not has_method(y.type, "__eq__"):
            return same
        if not operators.accepts(fx, y.type, "__eq__", x.type):
            return same
        call = truth(fx, call_method(fx, y, "__eq__", [x], span))
        return reflected.ask(fx, call, same, span) if reflected.may_decline(y.type, "__eq__") else call

    def first(y: ir.Expr, x: ir.Expr) -> ir.Expr:
        call = truth(fx, call_method(fx, y, "__eq__", [x], span))
        return reflected.ask(fx, call, plain(x, y), span) if reflected.may_decline(y.type, "__eq__") else call

    out = reflected.subclass_first(fx, a, b, "__eq__", first, plain, span)
    return ir.Seq(span, BOOL, (save_a, save_b), out)


def _is_final(t: Type) -> bool:
    """Whether no class is below `t`: two objects of it have one class."""
    return isinstance(t, ClassInst) and not t.info.subclasses


def _optional_equal(fx: Fx, left: ir.Expr, right: ir.Expr, span: Span, items: bool) -> ir.Expr:
    """None equals only None."""
    save_a, a = fx.save(left)
    save_b, b = fx.save(right)

    def none(value: ir.Expr) -> ir.Expr:
        if isinstance(value.type, OptionalType) or (isinstance(value.type, UnionType) and NONE in value.type.members):
            return ir.IsNone(span, BOOL, value)
        return ir.Const(span, BOOL, value.type is NONE)

    def some(value: ir.Expr) -> ir.Expr:
        return ir.Convert(span, value.type.item, value) if isinstance(value.type, OptionalType) else value

    if NONE in (left.type, right.type):
        test: ir.Expr = ir.And(span, BOOL, none(a), none(b))
    else:
        inner = equal(fx, some(a), some(b), span, items)
        test = ir.IfExp(span, BOOL, none(a), none(b), ir.And(span, BOOL, _not(none(b)), inner))
    return ir.Seq(span, BOOL, (save_a, save_b), test)


def _tuple_equal(fx: Fx, left: ir.Expr, right: ir.Expr, span: Span) -> ir.Expr:
    assert isinstance(left.type, TupleType) and isinstance(right.type, TupleType)
    save_a, a = fx.save(left)
    save_b, b = fx.save(right)
    test: ir.Expr = ir.Const(span, BOOL, len(left.type.items) == len(right.type.items))
    if len(left.type.items) == len(right.type.items):
        pairs = list(zip(left.type.items, right.type.items, strict=True))
        for index in reversed(range(len(pairs))):
            one = equal(
                fx,
                ir.TupleGet(span, pairs[index][0], a, index),
                ir.TupleGet(span, pairs[index][1], b, index),
                span,
                items=True,
            )
            test = one if index == len(pairs) - 1 else ir.And(span, BOOL, one, test)
    return ir.Seq(span, BOOL, (save_a, save_b), test)


def _number_compare(fx: Fx, op: str, left: ir.Expr, right: ir.Expr, span: Span) -> ir.Expr:
    a, b = left.type, right.type
    if isinstance(a, IntType) and isinstance(b, IntType):
        return _int_compare(fx, op, left, right, span)
    if isinstance(a, IntType) != isinstance(b, IntType):
        exact = _int_float_compare(fx, op, left, right, span)
        if exact is not None:
            return exact
    names = {"==": "oeq", "<": "olt", "<=": "ole", ">": "ogt", ">=": "oge"}
    return ir.Prim(
        span, BOOL, f"fcmp.{names[op]}", (operators.int_to_float(fx, left), operators.int_to_float(fx, right))
    )


def _int_float_compare(fx: Fx, op: str, left: ir.Expr, right: ir.Expr, span: Span) -> ir.Expr | None:
    """CPython compares an int and a float exactly; only beyond 2^53 does that differ from comparing as floats."""
    whole, other = (left, right) if isinstance(left.type, IntType) else (right, left)
    if isinstance(whole, ir.Const) and abs(whole.value or 0) <= 1 << 53:
        return None
    assert isinstance(whole.type, IntType)
    if whole.type.bits <= 32:
        return None
    if whole is right:
        op = SWAPPED[op]
    wide = operators.widened(fx, whole)
    compare = fx.world.library("float", "compare_int_float" if wide.type is INT else "compare_uint_float")
    order = ir.Call(span, INT, compare, (wide, operators.int_to_float(fx, other)))
    names = {"==": "icmp.eq", "<": "icmp.slt", "<=": "icmp.sle", ">": "icmp.sgt", ">=": "icmp.sge"}
    # compare_int_float gives -1, 0 or 1, and 2 where the float is not a number.
    save, got = fx.save(order)
    known = ir.Prim(span, BOOL, "icmp.ne", (got, ir.Const(span, INT, 2)))
    return ir.Seq(
        span, BOOL, (save,), ir.And(span, BOOL, known, ir.Prim(span, BOOL, names[op], (got, ir.Const(span, INT, 0))))
    )


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
    literal = any(isinstance(x, ir.Const) and x.type is INT for x in (left, right))
    if not literal and not a.holds(b) and not b.holds(a):
        left, right = operators.widened(fx, left), operators.widened(fx, right)
        if left.type != right.type:
            return _sign_compare(fx, op, left, right, span)
    left, right = operators.common_int(fx, left, right, op, span)
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
    both = ir.Or(span, BOOL, negative, test) if op in ("<", "<=") else ir.And(span, BOOL, _not(negative), test)
    return ir.Seq(span, BOOL, (save_a, save_b), both)


def _order(fx: Fx, op: str, left: ir.Expr, right: ir.Expr, span: Span) -> ir.Expr:
    stmts, left, right = doubts.operands(fx, op, left, right, span, order=True)
    if stmts:
        return ir.Seq(span, BOOL, tuple(stmts), _order(fx, op, left, right, span))
    if isinstance(left.type, UnionType) or isinstance(right.type, UnionType):
        return operators.of_members(
            fx, [left, right], lambda x: _order(fx, op, x[0], x[1], span), span, f"`{op}`"
        )
    left, right = (
        operators.bool_to_int(operators.plain_number(left)),
        operators.bool_to_int(operators.plain_number(right)),
    )
    if isinstance(left.type, PartialType) and not isinstance(right.type, PartialType):
        left = coerce(fx, left, right.type, span)
    a, b = left.type, right.type
    if views.compares(a, b):
        stmts, one, two = views.as_sets(fx, left, right, span)
        return ir.Seq(span, BOOL, tuple(stmts), _order(fx, op, one, two, span))
    if _mixes_bytes(a, b):
        return _as_bytes(fx, partial(_order, op=op), left, right, span)
    if operators.is_real(a) and operators.is_real(b):
        return _number_compare(fx, op, left, right, span)
    if isinstance(a, PtrType) and isinstance(b, PtrType):
        name = {"<": "ult", "<=": "ule", ">": "ugt", ">=": "uge"}[op]
        return ir.Prim(span, BOOL, f"icmp.{name}", (left, right))
    if isinstance(a, TupleType) or isinstance(b, TupleType):
        left, right = records.as_tuple(fx, left), records.as_tuple(fx, right)
        a, b = left.type, right.type
    if isinstance(a, TupleType) and isinstance(b, TupleType):
        return _tuple_order(fx, op, left, right, span)
    return _order_methods(fx, op, left, right, span)


def _order_methods(fx: Fx, op: str, left: ir.Expr, right: ir.Expr, span: Span) -> ir.Expr:
    """`<` and its like of classes: the left side's method, then the mirrored one of the right side."""
    a, b = left.type, right.type
    name, mirrored = f"__{operators.ORDER[op]}__", f"__{operators.ORDER[SWAPPED[op]]}__"
    if isinstance(a, ClassInst) and a.info.module.library and has_method(a, name):
        return call_method(fx, left, name, [right], span)
    if not has_method(a, name) and not has_method(b, mirrored):
        raise operators.operator_error(op, a, b, span)
    save_a, x = fx.save(left)
    save_b, y = fx.save(right)

    def stop() -> ir.Expr:
        return operators.unsupported(fx, op, x, y, BOOL, span)

    def back(right: ir.Expr, left: ir.Expr) -> ir.Expr:
        if not has_method(right.type, mirrored) or not operators.accepts(fx, right.type, mirrored, left.type):
            return stop()
        call = truth(fx, call_method(fx, right, mirrored, [left], span))
        return reflected.ask(fx, call, stop(), span) if reflected.may_decline(right.type, mirrored) else call

    def plain(left: ir.Expr, right: ir.Expr) -> ir.Expr:
        if not has_method(left.type, name):
            return back(right, left)
        call = truth(fx, call_method(fx, left, name, [right], span))
        return reflected.ask(fx, call, back(right, left), span) if reflected.may_decline(left.type, name) else call

    def first(right: ir.Expr, left: ir.Expr) -> ir.Expr:
        call = truth(fx, call_method(fx, right, mirrored, [left], span))
        if not reflected.may_decline(right.type, mirrored):
            return call
        return reflected.ask(fx, call, plain(left, right), span)

    out = reflected.subclass_first(fx, x, y, mirrored, first, plain, span)
    return ir.Seq(span, BOOL, (save_a, save_b), out)


def _tuple_order(fx: Fx, op: str, left: ir.Expr, right: ir.Expr, span: Span) -> ir.Expr:
    """The first items that differ decide; else the lengths."""
    assert isinstance(left.type, TupleType) and isinstance(right.type, TupleType)
    save_a, a = fx.save(left)
    save_b, b = fx.save(right)
    n, m = len(left.type.items), len(right.type.items)
    ends = {"<": n < m, "<=": n <= m, ">": n > m, ">=": n >= m}[op]
    test: ir.Expr = ir.Const(span, BOOL, ends)
    for index in reversed(range(min(n, m))):
        x = ir.TupleGet(span, left.type.items[index], a, index)
        y = ir.TupleGet(span, right.type.items[index], b, index)
        test = ir.IfExp(span, BOOL, equal(fx, x, y, span, True), test, _order(fx, op, x, y, span))
    return ir.Seq(span, BOOL, (save_a, save_b), test)


def _contains(fx: Fx, container: ir.Expr, item: ir.Expr, span: Span) -> ir.Expr:
    container = doubts.firm(fx, container, "TypeError", ["argument of type 'NoneType' is not iterable"], span)
    t = container.type
    if enums.is_flag(t) and item.type == t:
        return enums.flag_contains(fx, container, item, span)
    if isinstance(t, TupleType) or records.is_named_tuple(t):
        container = records.as_tuple(fx, container)
        return _tuple_contains(fx, container, item, span)
    if has_method(t, "__contains__"):
        if isinstance(item, (ir.Const, ir.StrConst)):
            save, got = (), item
        else:
            kept, got = fx.save(item)
            save = (kept,)
        return ir.Seq(
            span,
            BOOL,
            save,
            truth(fx, call_method(fx, container, overloads.contains(fx, container, item), [got], span)),
        )
    from rumpkc.types.loops import contains_by_search

    return contains_by_search(fx, container, item, span)


def _tuple_contains(fx: Fx, container: ir.Expr, item: ir.Expr, span: Span) -> ir.Expr:
    assert isinstance(container.type, TupleType)
    save_i, x = fx.save(item)
    save_c, c = fx.save(container)
    test: ir.Expr = ir.Const(span, BOOL, False)
    for index, t in reversed(list(enumerate(container.type.items))):
        try:
            one = equal(fx, ir.TupleGet(span, t, c, index), x, span, True)
        except CompileError:
            continue                    # of a type that `item` never equals
        test = one if isinstance(test, ir.Const) else ir.Or(span, BOOL, one, test)
    if isinstance(test, ir.Const) and container.type.items:
        raise fail("E0309", f"{item.type} equals no item of {container.type}", span, help="convert one side")
    return ir.Seq(span, BOOL, (save_i, save_c), test)
