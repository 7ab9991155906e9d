"""Operators: arithmetic on numbers as primitives, everything else through the class's dunder methods.

a + b  (int)         Prim add.checked          a // b  (int)      Call int_floordiv (zero check, floor)
a + b  (w32)         Prim add.wrap             a + b   (class)    Call A.__add__, else B.__radd__
"""

from __future__ import annotations

from rumpkc.diagnostics import CompileError, fail
from rumpkc.ir import nodes as ir
from rumpkc.source import Span
from rumpkc.types import overloads
from rumpkc.types.calls import call_method, has_method
from rumpkc.types.convert import assignable, coerce, const_int, is_var_tuple, truth
from rumpkc.types.enums import is_int_enum
from rumpkc.types.fx import Fx, PartialType
from rumpkc.types.types import (
    BOOL,
    F32,
    FLOAT,
    INT,
    NONE,
    U64,
    USIZE,
    ClassInst,
    IntType,
    OptionalType,
    PtrType,
    TupleType,
    Type,
    UnionType,
    is_reference,
)

DUNDER = {
    "+": "add",
    "-": "sub",
    "*": "mul",
    "/": "truediv",
    "//": "floordiv",
    "%": "mod",
    "**": "pow",
    "<<": "lshift",
    ">>": "rshift",
    "&": "and",
    "|": "or",
    "^": "xor",
    "@": "matmul",
}
SWAPPED = {"<": ">", ">": "<", "<=": ">=", ">=": "<=", "==": "==", "!=": "!="}
ORDER = {"<": "lt", "<=": "le", ">": "gt", ">=": "ge"}
FLOAT_OPS = {"+": "fadd", "-": "fsub", "*": "fmul"}


def binary(fx: Fx, op: str, left: ir.Expr, right: ir.Expr, span: Span, want: Type | None = None) -> ir.Expr:
    """`left op right`."""
    if (
        left.type == right.type
        and op in ("&", "|", "^")
        and isinstance(left.type, ClassInst)
        and "IntFlag" in left.type.info.options
    ):
        return _flags(fx, op, left, right, span)
    left, right = _plain_number(left), _plain_number(right)
    a, b = left.type, right.type
    if isinstance(a, PtrType) and op in ("+", "-") and isinstance(b, IntType):
        offset = right if op == "+" else unary(fx, "-", coerce(fx, right, INT, span), span)
        return ir.Prim(span, a, "ptr.add", (left, offset))
    if a is BOOL and b is BOOL and op in ("&", "|", "^"):
        return ir.Prim(span, BOOL, {"&": "and", "|": "or", "^": "xor"}[op], (left, right))
    left, right = _bool_to_int(left), _bool_to_int(right)
    a, b = left.type, right.type
    if isinstance(a, IntType) and isinstance(b, IntType):
        return _ints(fx, op, left, right, span)
    if _is_real(a) and _is_real(b):
        return _floats(fx, op, left, right, span)
    return _by_method(fx, op, left, right, span, want)


def _is_real(t: Type) -> bool:
    return t in (FLOAT, F32) or isinstance(t, IntType)


def _plain_number(value: ir.Expr) -> ir.Expr:
    """An IntEnum member as its number."""
    return ir.FieldGet(value.span, INT, value, "_value_") if is_int_enum(value.type) else value


def _flags(fx: Fx, op: str, left: ir.Expr, right: ir.Expr, span: Span) -> ir.Expr:
    """Members of an IntFlag combined: a member of the same class that has no name of its own."""
    assert isinstance(left.type, ClassInst)
    bits = ir.Prim(span, INT, {"&": "and", "|": "or", "^": "xor"}[op], (_plain_number(left), _plain_number(right)))
    return flag_value(fx, left.type, bits, span)


def flag_value(fx: Fx, cls: ClassInst, bits: ir.Expr, span: Span) -> ir.Expr:
    """A value of an IntFlag class."""
    from rumpkc.types.classes import fields_of

    fields_of(fx.world, cls)
    fx.world.instantiated[cls] = None
    save_bits, value = fx.save(bits)
    save, obj = fx.save(ir.New(span, cls, None))
    fill = (
        ir.SetField(span, obj, "_value_", value),
        ir.SetField(span, obj, "_name_", ir.StrConst(span, fx.world.cls("str"), "")),
    )
    return ir.Seq(span, cls, (save_bits, save, *fill), obj)


def _bool_to_int(value: ir.Expr) -> ir.Expr:
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


def _ints(fx: Fx, op: str, left: ir.Expr, right: ir.Expr, span: Span) -> ir.Expr:
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
    raise fail("E0308", f"{t} has no operator `{op}`", span)


def _mask(value: ir.Expr, other: Type) -> ir.Expr:
    """A negative literal in `x & ~15` keeps its low bits: the result is the same, since `x` has no others."""
    if isinstance(value, ir.Const) and value.type is INT and isinstance(other, IntType) and not other.signed:
        assert isinstance(value.value, int)
        if value.value < 0:
            return ir.Const(value.span, other, value.value & other.high)
    return value


def _widened(fx: Fx, value: ir.Expr) -> ir.Expr:
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
    a, b = _widened(fx, left), _widened(fx, right)
    kind = "int" if a.type is INT else "uint"
    call = ir.Call(span, a.type, fx.world.library("int", f"{kind}_{name}"), (a, b))
    return _narrowed(call, t, span)


def _true_divide(fx: Fx, left: ir.Expr, right: ir.Expr, span: Span) -> ir.Expr:
    left, right = common_int(fx, left, right, "/", span)
    assert isinstance(left.type, IntType)
    if left.type.modular:
        raise fail("E0308", f"{left.type} has no operator `/`", span, help="use `//`")
    a, b = _widened(fx, left), _widened(fx, right)
    name = "int_truediv" if a.type is INT else "uint_truediv"
    return ir.Call(span, FLOAT, fx.world.library("int", name), (a, b))


def _power(fx: Fx, left: ir.Expr, right: ir.Expr, span: Span) -> ir.Expr:
    t = left.type
    assert isinstance(t, IntType) and isinstance(right.type, IntType)
    exponent = coerce(fx, right, INT, right.span) if right.type is not INT else right
    if isinstance(exponent, ir.Const) and isinstance(exponent.value, int) and exponent.value < 0:
        base = int_to_float(fx, left)
        return ir.Call(
            span, FLOAT, fx.world.library("float", "float_pow"), (base, ir.Const(span, FLOAT, float(exponent.value)))
        )
    if t.modular:
        word = ir.Prim(span, U64, "zext", (left,))
        return _narrowed(ir.Call(span, U64, fx.world.library("int", "word_pow"), (word, exponent)), t, span)
    call = ir.Call(span, INT, fx.world.library("int", "int_pow"), (coerce(fx, left, INT, left.span), exponent))
    return _narrowed(call, t, span)


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
    a = _widened(fx, left)
    amount64 = _widened(fx, right)
    if amount64.type is not INT:
        amount64 = ir.Prim(span, INT, "int.checked", (amount64,))
    kind = "int" if a.type is INT else "uint"
    if t.modular:
        kind = "word"
        a = ir.Prim(span, U64, "zext", (left,))
    name = f"{kind}_{'shl' if op == '<<' else 'shr'}"
    call = ir.Call(span, a.type, fx.world.library("int", name), (a, amount64))
    return _narrowed(call, t, span)


def int_to_float(fx: Fx, value: ir.Expr) -> ir.Expr:
    """An integer as the nearest float, as CPython converts it."""
    if value.type is FLOAT:
        return value
    if value.type is F32:
        return ir.Prim(value.span, FLOAT, "fpext", (value,))
    if value.type is BOOL:
        value = _bool_to_int(value)
    if isinstance(value, ir.Const) and isinstance(value.value, int):
        return ir.Const(value.span, FLOAT, float(value.value))
    assert isinstance(value.type, IntType)
    return ir.Prim(value.span, FLOAT, "sitofp" if value.type.signed else "uitofp", (value,))


def _floats(fx: Fx, op: str, left: ir.Expr, right: ir.Expr, span: Span) -> ir.Expr:
    if F32 in (left.type, right.type) and FLOAT not in (left.type, right.type):
        return _singles(fx, op, left, right, span)
    a, b = int_to_float(fx, left), int_to_float(fx, right)
    if op in FLOAT_OPS:
        return ir.Prim(span, FLOAT, FLOAT_OPS[op], (a, b))
    names = {"/": "float_div", "//": "float_floordiv", "%": "float_mod", "**": "float_pow"}
    if op == "/" and isinstance(b, ir.Const) and b.value:
        return ir.Prim(span, FLOAT, "fdiv", (a, b))
    if op in names:
        return ir.Call(span, FLOAT, fx.world.library("float", names[op]), (a, b))
    raise fail("E0308", f"float has no operator `{op}`", span)


def _singles(fx: Fx, op: str, left: ir.Expr, right: ir.Expr, span: Span) -> ir.Expr:
    """f32 arithmetic: computed in double precision and rounded once, which is exact for + - * /."""
    a, b = int_to_float(fx, left), int_to_float(fx, right)
    return ir.Prim(span, F32, "fptrunc", (_floats(fx, op, a, b, span),))


def _by_method(fx: Fx, op: str, left: ir.Expr, right: ir.Expr, span: Span, want: Type | None) -> ir.Expr:
    name = DUNDER[op]
    if isinstance(left.type, PartialType):
        raise fail(
            "E0321",
            f"the type of this empty {left.type.kind} is not known",
            left.type.span,
            help="give the variable a type",
        )
    if has_method(left.type, f"__{name}__"):
        if isinstance(right.type, PartialType):
            right = coerce(fx, right, left.type, span)
        if _accepts(fx, left.type, f"__{name}__", right.type) or not has_method(right.type, f"__r{name}__"):
            return _binary_method(fx, op, left, f"__{name}__", right, span)
    if has_method(right.type, f"__r{name}__"):
        save, got = fx.save(left)
        call = call_method(fx, right, f"__r{name}__", [got], span)
        return ir.Seq(span, call.type, (save,), call)
    if isinstance(left.type, TupleType) and isinstance(right.type, TupleType) and op == "+":
        return _tuple_concat(fx, left, right, span)
    raise operator_error(op, left.type, right.type, span)


def _binary_method(fx: Fx, op: str, left: ir.Expr, name: str, right: ir.Expr, span: Span) -> ir.Expr:
    try:
        return call_method(fx, left, name, [right], span)
    except CompileError as error:
        if error.diagnostics[0].code == "E0303":
            raise operator_error(op, left.type, right.type, span) from error
        raise


def _accepts(fx: Fx, cls: Type, name: str, arg: Type) -> bool:
    from rumpkc.types.annotations import Annotations
    from rumpkc.types.classes import class_env, find_member
    from rumpkc.types.symbols import FuncInfo

    assert isinstance(cls, ClassInst)
    found = find_member(cls, name)
    if found is None or not isinstance(found[1], FuncInfo) or len(found[1].node.args.args) < 2:
        return False
    home, info = found
    note = info.node.args.args[1].annotation
    if note is None or info.owner is None:
        return False
    try:
        wanted = Annotations(fx.world, info.module, class_env(home, info.owner), home).type_of(note)
    except CompileError:
        return True
    return assignable(arg, wanted)


def operator_error(op: str, a: Type, b: Type, span: Span) -> Exception:
    """`int + str` and its like."""
    helps = "test it for None first" if isinstance(a, OptionalType) or isinstance(b, OptionalType) else ""
    if op == "+" and {getattr(a, "name", ""), getattr(b, "name", "")} >= {"str", "int"}:
        helps = "write `str(…)` around the number, or an f-string"
    return fail("E0308", f"`{op}` is not defined between {a} and {b}", span, help=helps)


def _tuple_concat(fx: Fx, left: ir.Expr, right: ir.Expr, span: Span) -> ir.Expr:
    assert isinstance(left.type, TupleType) and isinstance(right.type, TupleType)
    save_a, a = fx.save(left)
    save_b, b = fx.save(right)
    items = tuple(ir.TupleGet(span, t, a, i) for i, t in enumerate(left.type.items)) + tuple(
        ir.TupleGet(span, t, b, i) for i, t in enumerate(right.type.items)
    )
    whole = TupleType(left.type.items + right.type.items)
    return ir.Seq(span, whole, (save_a, save_b), ir.Aggregate(span, whole, items))


def unary(fx: Fx, op: str, value: ir.Expr, span: Span) -> ir.Expr:
    """`-x`, `+x`, `~x`."""
    if op == "~" and isinstance(value.type, ClassInst) and "IntFlag" in value.type.info.options:
        return flag_value(fx, value.type, ir.Prim(span, INT, "not", (_plain_number(value),)), span)
    value = _bool_to_int(_plain_number(value))
    t = value.type
    if isinstance(t, IntType):
        if op == "+":
            return value
        if op == "~":
            return ir.Prim(span, t, "not", (value,))
        return ir.Prim(span, t, "neg.wrap" if t.modular else "neg.checked", (value,))
    if t in (FLOAT, F32) and op in "+-":
        return value if op == "+" else ir.Prim(span, t, "fneg", (value,))
    name = {"-": "__neg__", "+": "__pos__", "~": "__invert__"}[op]
    if has_method(t, name):
        return call_method(fx, value, name, [], span)
    raise fail("E0308", f"`{op}` is not defined for {t}", span)


# Comparison


def compare(fx: Fx, op: str, left: ir.Expr, right: ir.Expr, span: Span) -> ir.Expr:
    """One comparison, as BOOL."""
    match op:
        case "is" | "is not":
            out = _identity(fx, left, right, span)
            return out if op == "is" else _not(out)
        case "in" | "not in":
            out = _contains(fx, right, left, span)
            return out if op == "in" else _not(out)
        case "==":
            return equal(fx, left, right, span)
        case "!=":
            if has_method(left.type, "__ne__"):
                return call_method(fx, left, "__ne__", [right], span)
            return _not(equal(fx, left, right, span))
    return _order(fx, op, left, right, span)


def _not(test: ir.Expr) -> ir.Expr:
    from rumpkc.types.conditions import negate

    return negate(test)


def _identity(fx: Fx, left: ir.Expr, right: ir.Expr, span: Span) -> ir.Expr:
    a, b = left.type, right.type
    for x, y in ((left, right), (right, left)):
        if x.type is NONE and isinstance(y.type, OptionalType):
            return ir.Seq(span, BOOL, (ir.Eval(span, x),), ir.IsNone(span, BOOL, y))
    plain_a = a.item if isinstance(a, OptionalType) else a
    plain_b = b.item if isinstance(b, OptionalType) else b
    if (is_reference(plain_a) or isinstance(plain_a, UnionType)) and (
        is_reference(plain_b) or isinstance(plain_b, UnionType)
    ):
        return ir.Prim(span, BOOL, "ref.eq", (left, right))
    if a is BOOL and b is BOOL:
        return ir.Prim(span, BOOL, "icmp.eq", (left, right))
    if a is NONE and b is NONE:
        return ir.Const(span, BOOL, True)
    if isinstance(a, PtrType) and isinstance(b, PtrType):
        return ir.Prim(span, BOOL, "icmp.eq", (left, right))
    raise fail("E0309", f"`is` between {a} and {b} depends on the implementation", span, help="write `==`")


def equal(fx: Fx, left: ir.Expr, right: ir.Expr, span: Span) -> ir.Expr:
    """`left == right`."""
    left, right = _plain_number(left), _plain_number(right)
    a, b = left.type, right.type
    if isinstance(a, PartialType) or isinstance(b, PartialType):
        if isinstance(a, PartialType):
            left = coerce(fx, left, b, span)
        right = coerce(fx, right, a, span)
    if a is BOOL and b is BOOL:
        return ir.Prim(span, BOOL, "icmp.eq", (left, right))
    if (_is_real(a) or a is BOOL) and (_is_real(b) or b is BOOL):
        return _number_compare(fx, "==", _bool_to_int(left), _bool_to_int(right), span)
    if isinstance(a, PtrType) and isinstance(b, PtrType):
        return ir.Prim(span, BOOL, "icmp.eq", (left, right))
    if isinstance(a, OptionalType) or isinstance(b, OptionalType) or NONE in (a, b):
        return _optional_equal(fx, left, right, span)
    if is_var_tuple(a) != is_var_tuple(b):
        left, right = (coerce(fx, left, b, span), right) if is_var_tuple(b) else (left, coerce(fx, right, a, span))
        return _eq_method(fx, left, right, span)
    if isinstance(a, UnionType) or isinstance(b, UnionType):
        return _union_equal(fx, left, right, span)
    if isinstance(a, TupleType) and isinstance(b, TupleType):
        return _tuple_equal(fx, left, right, span)
    if has_method(a, "__eq__") and not (isinstance(a, ClassInst) and a.info.kind == "enum"):
        return _eq_method(fx, left, right, span)
    if is_reference(a) and is_reference(b) and (assignable(a, b) or assignable(b, a)):
        return ir.Prim(span, BOOL, "ref.eq", (left, right))
    raise fail("E0309", f"{a} and {b} are never equal", span, help="convert one side")


def _union_equal(fx: Fx, left: ir.Expr, right: ir.Expr, span: Span) -> ir.Expr:
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
            test: ir.Expr = ir.And(span, BOOL, ir.IsInstance(span, BOOL, a, mine), equal(fx, x, y, span))
            if isinstance(right.type, UnionType):
                test = ir.And(span, BOOL, ir.IsInstance(span, BOOL, b, theirs), test)
            out = ir.Or(span, BOOL, test, out)
    return ir.Seq(span, BOOL, (save_a, save_b), out)


def _comparable(a: Type, b: Type) -> bool:
    number = (BOOL, FLOAT, F32)
    return a == b or ((isinstance(a, IntType) or a in number) and (isinstance(b, IntType) or b in number))


def _eq_method(fx: Fx, left: ir.Expr, right: ir.Expr, span: Span) -> ir.Expr:
    assert isinstance(left.type, ClassInst)
    if not _accepts(fx, left.type, "__eq__", right.type):
        if (
            is_reference(right.type)
            and has_method(right.type, "__eq__")
            and _accepts(fx, right.type, "__eq__", left.type)
        ):
            return _eq_method(fx, right, left, span)
        raise fail("E0309", f"{left.type} and {right.type} are never equal", span, help="convert one side")
    return call_method(fx, left, "__eq__", [right], span)


def _optional_equal(fx: Fx, left: ir.Expr, right: ir.Expr, span: Span) -> ir.Expr:
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
        inner = equal(fx, some(a), some(b), span)
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
                fx, ir.TupleGet(span, pairs[index][0], a, index), ir.TupleGet(span, pairs[index][1], b, index), span
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
    return ir.Prim(span, BOOL, f"fcmp.{names[op]}", (int_to_float(fx, left), int_to_float(fx, right)))


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
    wide = _widened(fx, whole)
    if wide.type is not INT:
        wide = ir.Prim(span, INT, "int.checked", (wide,))
    order = ir.Call(span, INT, fx.world.library("float", "compare_int_float"), (wide, int_to_float(fx, other)))
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
                f"{x.value} does not fit {t}, so the comparison has one answer only",
                span,
                f"{t} holds {t.low} to {t.high}",
            )
    left, right = common_int(fx, left, right, op, span)
    t = left.type
    assert isinstance(t, IntType)
    sign = "" if op == "==" else ("s" if t.signed else "u")
    return ir.Prim(span, BOOL, f"icmp.{sign}{names[op]}", (left, right))


def _order(fx: Fx, op: str, left: ir.Expr, right: ir.Expr, span: Span) -> ir.Expr:
    left, right = _bool_to_int(_plain_number(left)), _bool_to_int(_plain_number(right))
    a, b = left.type, right.type
    if _is_real(a) and _is_real(b):
        return _number_compare(fx, op, left, right, span)
    if isinstance(a, PtrType) and isinstance(b, PtrType):
        name = {"<": "ult", "<=": "ule", ">": "ugt", ">=": "uge"}[op]
        return ir.Prim(span, BOOL, f"icmp.{name}", (left, right))
    if isinstance(a, TupleType) and isinstance(b, TupleType):
        return _tuple_order(fx, op, left, right, span)
    name = f"__{ORDER[op]}__"
    if has_method(a, name):
        return call_method(fx, left, name, [right], span)
    mirrored = f"__{ORDER[SWAPPED[op]]}__"
    if has_method(b, mirrored):
        save, got = fx.save(left)
        return ir.Seq(span, BOOL, (save,), call_method(fx, right, mirrored, [got], span))
    raise operator_error(op, a, b, span)


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
        test = ir.IfExp(span, BOOL, equal(fx, x, y, span), test, _order(fx, op, x, y, span))
    return ir.Seq(span, BOOL, (save_a, save_b), test)


def _contains(fx: Fx, container: ir.Expr, item: ir.Expr, span: Span) -> ir.Expr:
    t = container.type
    if isinstance(t, ClassInst) and "IntFlag" in t.info.options and item.type == t:
        save, wanted = fx.save(_plain_number(item))
        common = ir.Prim(span, INT, "and", (_plain_number(container), wanted))
        return ir.Seq(span, BOOL, (save,), ir.Prim(span, BOOL, "icmp.eq", (common, wanted)))
    if isinstance(t, TupleType):
        return _tuple_contains(fx, container, item, span)
    if has_method(t, "__contains__"):
        save, got = fx.save(item)
        return ir.Seq(
            span,
            BOOL,
            (save,),
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
        one = equal(fx, x, ir.TupleGet(span, t, c, index), span)
        test = one if index == len(container.type.items) - 1 else ir.Or(span, BOOL, one, test)
    return ir.Seq(span, BOOL, (save_i, save_c), test)


def usize_to_int(value: ir.Expr) -> ir.Expr:
    """A USIZE (below 2^63) as INT."""
    return ir.Prim(value.span, INT, "zext", (value,)) if value.type == USIZE else value
