"""`hash()`: equal values have equal hashes, whatever their type."""

from __future__ import annotations

from rumpkc.diagnostics import fail
from rumpkc.ir import nodes as ir
from rumpkc.source import Span
from rumpkc.syntax import tree
from rumpkc.types import calls, conversions, function_identity, integers, operators, text
from rumpkc.types.enums import is_flag, is_int_enum, is_str_enum
from rumpkc.types.exprs import expr
from rumpkc.types.fx import Fx
from rumpkc.types.symbols import ClassInfo
from rumpkc.types.types import (
    BOOL,
    F32,
    FLOAT,
    INT,
    NONE,
    U8,
    ClassInst,
    FuncType,
    IntType,
    OptionalType,
    PtrType,
    TupleType,
    Type,
    UnionType,
)


def hash_call(fx: Fx, node: tree.Call, want: Type | None) -> ir.Expr:
    conversions.no_keywords(node, "hash", 1, 1)
    return hash_of(fx, expr(fx, node.args[0]), node.span)


def may_run_code(t: Type) -> bool:
    """Whether to hash or compare a key of type `t` may run methods of the program."""
    match t:
        case TupleType(items=parts) | UnionType(members=parts):
            return any(map(may_run_code, parts))
        case OptionalType(item=item):
            return may_run_code(item)
        case ClassInst(info=info, args=args):
            plain = info.kind == "enum" and not _has_own_equality(info)
            own = not plain and not info.module.library or info.name == "Object"
            return own or any(map(may_run_code, args))
    return False


def hash_of(fx: Fx, value: ir.Expr, span: Span) -> ir.Expr:
    """`hash(value)`; equal values of any number type have equal hashes."""
    t = value.type

    def library(name: str, arg: ir.Expr) -> ir.Expr:
        return ir.Call(span, INT, fx.world.library("hashing", name), (arg,))

    if isinstance(t, IntType) or t is BOOL:
        wide = text.to_int64(value) if isinstance(t, IntType) else ir.Prim(span, INT, "zext", (value,))
        return library("hash_int", wide if wide.type is INT else ir.Prim(span, INT, "zext", (wide,)))
    if t in (FLOAT, F32):
        return library("hash_float", integers.int_to_float(fx, value))
    if t is NONE:
        return ir.Const(span, INT, 0x0FC1)
    if isinstance(t, TupleType):
        save, got = fx.save(value)
        out: ir.Expr = ir.Const(span, INT, 0x2B67 + len(t.items))
        for index, item in enumerate(t.items):
            one = hash_of(fx, ir.TupleGet(span, item, got, index), span)
            out = ir.Call(span, INT, fx.world.library("hashing", "hash_combine"), (out, one))
        return ir.Seq(span, INT, (save,), out)
    if isinstance(t, OptionalType):
        save, got = fx.save(value)
        some = hash_of(fx, ir.Convert(span, t.item, got), span)
        return ir.Seq(
            span, INT, (save,), ir.IfExp(span, INT, ir.IsNone(span, BOOL, got), ir.Const(span, INT, 0x0FC1), some)
        )
    if isinstance(t, FuncType):
        return function_identity.hash_value(fx, value, span)
    if isinstance(t, UnionType):
        return operators.of_members(fx, [value], lambda member: hash_of(fx, member[0], span), span, "`hash`")
    if isinstance(t, ClassInst) and t.info.kind == "enum" and not _has_own_equality(t.info):
        if is_int_enum(t) or is_flag(t):
            return library("hash_int", ir.FieldGet(span, INT, value, "_value_"))
        if is_str_enum(t):
            return hash_of(fx, operators.plain_number(value), span)
        return library("hash_address", ir.Prim(span, PtrType(U8), "ref.ptr", (value,)))
    if isinstance(t, ClassInst) and _hashable(t):
        return calls.call_method(fx, value, "__hash__", [], span)
    raise fail("E0357", f"{t} is not hashable", span, help="use a frozen dataclass, a tuple, a str or a number as key")


def _has_own_equality(info: ClassInfo) -> bool:
    """Whether the program says what equals an object of a class, or what its hash is."""
    found = (info.member(name) for name in ("__eq__", "__hash__"))
    return any(one is not None and not one[0].module.library for one in found)


def _hashable(t: ClassInst) -> bool:
    """A class that defines `__eq__` without `__hash__` has none, as in Python."""
    for info in t.info.ancestors():
        if "__hash__" in info.members:
            return True
        if "__eq__" in info.members:
            return False
    return False
