"""Operators: arithmetic on numbers as primitives, everything else through the class's dunder methods.

a + b  (int)         Prim add.checked          a // b  (int)      Call int_floordiv (zero check, floor)
a + b  (w32)         Prim add.wrap             a + b   (class)    Call A.__add__, else B.__radd__
"""

from __future__ import annotations

from collections.abc import Callable

from rumpkc.diagnostics import CompileError, fail
from rumpkc.ir import nodes as ir
from rumpkc.source import Span
from rumpkc.syntax import tree
from rumpkc.syntax.walk import children
from rumpkc.types import any_given, any_values, open_unions, other_sets, views
from rumpkc.types.calls import Evaluated, call_method, has_method
from rumpkc.types.classes import class_env, find_method
from rumpkc.types.convert import assignable, coerce
from rumpkc.types.doubts import firm, operands
from rumpkc.types.enums import combined, flag_value, inverted, is_flag, is_int_enum, is_str_enum
from rumpkc.types.fx import Fx, PartialType
from rumpkc.types.integers import bool_to_int, int_to_float, integers
from rumpkc.types.real import REAL
from rumpkc.types.types import (
    BOOL,
    F32,
    FLOAT,
    INT,
    NEVER,
    NONE,
    USIZE,
    ClassInst,
    IntType,
    OptionalType,
    PtrType,
    TupleType,
    Type,
    UnionType,
    is_number,
)

DISPLAYS = (tree.List, tree.Dict, tree.Set, tree.Tuple, tree.ListComp, tree.SetComp, tree.DictComp)
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
    "divmod": "divmod",
}


ORDER = {"<": "lt", "<=": "le", ">": "gt", ">=": "ge"}


FLOAT_OPS = {"+": "fadd", "-": "fsub", "*": "fmul"}


def takes_function(t: Type, op: str) -> bool:
    """Whether `value op (lambda x: …)` is a call of the method of the class `t`, which never asks the other side."""
    found = find_method(t, f"__{DUNDER[op]}__") if isinstance(t, ClassInst) and not t.info.module.library else None
    return found is not None and not _mentions_decline(found[1].node)


def display_type(fx: Fx, t: Type, name: str, node: tree.Expr) -> Type | None:
    """What the method of a class of the program says that a display as its other side holds."""
    from rumpkc.types.annotations import Annotations

    found = find_method(t, name) if isinstance(t, ClassInst) and not t.info.module.library else None
    if found is None or not isinstance(node, DISPLAYS) or len(found[1].node.args.args) < 2:
        return None
    home, info = found
    note = info.node.args.args[1].annotation
    if note is None or info.owner is None:
        return None
    try:
        wanted = Annotations(fx.world, info.module, class_env(home, info.owner), home).type_of(note)
    except CompileError:                            # a type variable of its own
        return None
    holds = isinstance(wanted, ClassInst) and wanted.args or isinstance(wanted, (OptionalType, UnionType, TupleType))
    return wanted if holds else None


def _mentions_decline(node: tree.Node) -> bool:
    return isinstance(node, tree.Name) and node.id == "NotImplemented" or any(map(_mentions_decline, children(node)))


def binary(fx: Fx, op: str, left: ir.Expr, right: ir.Expr, span: Span, want: Type | None = None) -> ir.Expr:
    """`left op right`."""
    stmts, left, right = operands(fx, op, left, right, span)
    if stmts:
        out = binary(fx, op, left, right, span, want)
        return ir.Seq(span, out.type, tuple(stmts), out)
    if any_values.is_open(fx, left) or any_values.is_open(fx, right):
        return any_values.binary(fx, op, left, right, lambda a, b: binary(fx, op, a, b, span, want), span, f"`{op}`")
    if left.type == right.type and op in ("&", "|", "^") and is_flag(left.type):
        return combined(fx, op, left, right, span)
    if isinstance(left.type, UnionType) or isinstance(right.type, UnionType):
        make = _power_of_either if op == "**" and REAL in (left.type, right.type) else binary

        def each(parts: list[ir.Expr]) -> ir.Expr:
            return make(fx, op, parts[0], parts[1], span, want)

        if open_unions.is_open(left.type) or open_unions.is_open(right.type):
            out = of_members(fx, [left, right], lambda x: open_unions.or_error(fx, op, x, each, span), span, f"`{op}`")
        else:
            out = of_members(fx, [left, right], each, span, f"`{op}`")
        return any_given.noted(fx, out, left, right)
    mixed = _flag_and_int(fx, op, left, right, span)
    if mixed is not None:
        return mixed
    if has_own_method(left.type, f"__{DUNDER[op]}__") or has_own_method(right.type, f"__r{DUNDER[op]}__"):
        return _by_method(fx, op, left, right, span, want)
    left, right = plain_number(left), plain_number(right)
    a, b = left.type, right.type
    if NEVER in (a, b):
        return ir.Seq(span, NEVER, (ir.Eval(span, left),), right if b is NEVER else left)
    if isinstance(a, PtrType) and op in ("+", "-") and isinstance(b, IntType):
        offset = right if op == "+" else unary(fx, "-", coerce(fx, right, INT, span), span)
        return ir.Prim(span, a, "ptr.add", (left, offset))
    if a is BOOL and b is BOOL and op in ("&", "|", "^"):
        return ir.Prim(span, BOOL, {"&": "and", "|": "or", "^": "xor"}[op], (left, right))
    if BOOL in (a, b) and not (is_real(bool_to_int(left).type) and is_real(bool_to_int(right).type)):
        return _with_bool(fx, op, left, right, span, want)
    left, right = bool_to_int(left), bool_to_int(right)
    a, b = left.type, right.type
    if isinstance(a, IntType) and isinstance(b, IntType):
        return integers(fx, op, left, right, span)
    if is_real(a) and is_real(b):
        return _floats(fx, op, left, right, span)
    if views.mixes(op, a, b):
        stmts, one, two = views.as_sets(fx, left, right, span)
        if op == "&" and one.type == two.type:
            out = views.meeting(fx, a, b, one, two, span)
        else:
            if op == "&" and not other_sets.same_text(fx, one.type, two.type):
                raise operator_error(op, a, b, span)
            out = _by_method(fx, op, one, two, span, want)
        return ir.Seq(span, out.type, tuple(stmts), out)
    return _by_method(fx, op, left, right, span, want)


def _power_of_either(fx: Fx, op: str, left: ir.Expr, right: ir.Expr, span: Span, want: Type | None) -> ir.Expr:
    """A power of members where the place takes both kinds of numbers: a negative exponent makes a float."""
    if left.type is not INT or right.type is not INT or isinstance(right, ir.Const):
        return binary(fx, op, left, right, span, want)
    whole = ir.Convert(span, REAL, integers(fx, op, left, right, span))
    part = ir.Convert(span, REAL, _floats(fx, op, left, right, span))
    negative = ir.Prim(span, BOOL, "icmp.slt", (right, ir.Const(span, INT, 0)))
    return ir.IfExp(span, REAL, negative, part, whole)


def _with_bool(fx: Fx, op: str, left: ir.Expr, right: ir.Expr, span: Span, want: Type | None) -> ir.Expr:
    """A bool and what is no number: it is an int to the other's method, and itself to the reader of an error."""
    try:
        return _by_method(fx, op, bool_to_int(left), bool_to_int(right), span, want)
    except CompileError as error:
        own = any((d.code, d.span) == ("E0308", span) for d in error.diagnostics[:1])
        raise operator_error(op, left.type, right.type, span) if own else error


def is_real(t: Type) -> bool:
    return t in (FLOAT, F32) or isinstance(t, IntType)


def of_members(
    fx: Fx, values: list[ir.Expr], make: Callable[[list[ir.Expr]], ir.Expr], span: Span, what: str
) -> ir.Expr:
    """`make` of values that have several types, for whichever they are of."""
    from rumpkc.types.convert import join

    saves, kept = fx.save_all(v for v in values if not isinstance(v, ir.Const))
    again = iter(kept)
    kept = [v if isinstance(v, ir.Const) else next(again) for v in values]
    choices: list[tuple[ir.Expr | None, list[ir.Expr]]] = [(None, [])]
    for got in kept:
        t = got.type
        if not isinstance(t, UnionType):
            choices = [(test, [*so_far, got]) for test, so_far in choices]
            continue
        longer: list[tuple[ir.Expr | None, list[ir.Expr]]] = []
        for test, so_far in choices:
            for member in t.members:
                here: ir.Expr = ir.IsInstance(span, BOOL, got, member)
                one = ir.Const(span, NONE, None) if member is NONE else ir.Convert(span, member, got)
                longer.append((here if test is None else ir.And(span, BOOL, test, here), [*so_far, one]))
        choices = longer
    made = [(test, make(parts)) for test, parts in choices]
    result = join(fx, [m.type for _, m in made if m.type is not NEVER] or [NEVER], span, what)
    out = coerce(fx, made[-1][1], result, span)
    for test, one in reversed(made[:-1]):
        assert test is not None
        out = ir.IfExp(span, result, test, coerce(fx, one, result, span), out)
    return ir.Seq(span, result, tuple(saves), out)


def _flag_and_int(fx: Fx, op: str, left: ir.Expr, right: ir.Expr, span: Span) -> ir.Expr | None:
    """An IntFlag and an int together are a value of the class."""
    for flag, other in ((left, right), (right, left)):
        if op in ("&", "|", "^") and other.type is INT and is_flag(flag.type) and is_int_enum(flag.type):
            assert isinstance(flag.type, ClassInst)
            name = {"&": "and", "|": "or", "^": "xor"}[op]
            bits = ir.Prim(span, INT, name, (plain_number(left), plain_number(right)))
            return flag_value(fx, flag.type, bits, span)
    return None


def has_own_method(t: Type, name: str) -> bool:
    """Whether the program itself says what `name` does with an object of `t`: its operands come as what they are, not
    as the numbers and texts that members of enumerations and bools are to other operators."""
    found = find_method(t, name) if isinstance(t, ClassInst) else None
    return found is not None and not found[1].module.library


def plain_number(value: ir.Expr) -> ir.Expr:
    """An IntEnum member as its number, a StrEnum member as its text."""
    if is_str_enum(value.type):
        assert isinstance(value.type, ClassInst)
        return ir.FieldGet(value.span, value.type.fields["_value_"], value, "_value_")
    if not is_int_enum(value.type):
        return value
    return ir.Convert(value.span, INT, ir.FieldGet(value.span, INT, value, "_value_"))


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
    if op == "divmod":
        return ir.Call(span, TupleType((FLOAT, FLOAT)), fx.world.library("float", "float_divmod"), (a, b))
    raise fail("E0308", f"float has no operator `{op}`", span)


def _singles(fx: Fx, op: str, left: ir.Expr, right: ir.Expr, span: Span) -> ir.Expr:
    """f32 arithmetic: computed in double precision and rounded once, which is exact for + - * /."""
    a, b = int_to_float(fx, left), int_to_float(fx, right)
    if op == "divmod":
        raise fail("E0308", "f32 has no `divmod`", span, help="use `//` and `%`")
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
    if has_method(left.type, f"__{name}__") and isinstance(right.type, PartialType):
        right = coerce(fx, right, left.type, span)
    for one, method, other in ((left, name, right), (right, f"r{name}", left)):
        if _has_other_form(fx, one.type, method, other.type):
            save_a, x = fx.save(left)
            save_b, y = fx.save(right)
            call = call_method(fx, x if one is left else y, f"_{method}_other", [y if one is left else x], span)
            return ir.Seq(span, call.type, (save_a, save_b), call)
    if op == "+" and _are_lists(left.type, right.type):
        return _lists_joined(fx, left, right, span)
    if op == "+" and (rows := _mixed_rows(fx, left, right, span)) is not None:
        return rows
    others = other_sets.combined(fx, op, left, right, span)
    if others is not None:
        return others
    if has_method(left.type, f"__{name}__") or has_method(right.type, f"__r{name}__"):
        return _either_side(fx, op, left, right, span)
    if op in "+*":
        from rumpkc.types import tuple_operators

        made = tuple_operators.combined(fx, op, left, right, span)
        if made is not None:
            return made
    if op == "%" and isinstance(left.type, ClassInst) and left.type.name in ("str", "bytes", "bytearray"):
        if left.type is fx.world.cls("str"):
            from rumpkc.types.percent_late import percent_late

            return percent_late(fx, left, Evaluated(span, right), span)
        raise fail("E0413", "`%` formatting of bytes is compiled for a literal only", left.span,
                   help="format a text, and encode it")
    raise operator_error(op, left.type, right.type, span)


def _mixed_rows(fx: Fx, left: ir.Expr, right: ir.Expr, span: Span) -> ir.Expr | None:
    """`+` of tuples of any length and of different items; None where it is something else."""
    from rumpkc.types import tuple_operators

    return tuple_operators.rows_joined(fx, left, right, span) if tuple_operators.are_rows(
        left.type, right.type) else None


def _are_lists(a: Type, b: Type) -> bool:
    """Whether both are lists, of different items."""
    return isinstance(a, ClassInst) and isinstance(b, ClassInst) and a != b and (
        a.info is b.info and a.info.module.name == "lib.core.list" and a.name == "list")


def _lists_joined(fx: Fx, left: ir.Expr, right: ir.Expr, span: Span) -> ir.Expr:
    """`[1] + ["a"]`: a list of what both hold."""
    from rumpkc.types.convert import join
    from rumpkc.types.exprs import expr

    assert isinstance(left.type, ClassInst) and isinstance(right.type, ClassInst)
    item = join(fx, [left.type.args[0], right.type.args[0]], span, "`+`")
    saves, kept = fx.save_all([left, right])
    parts = tuple(tree.Starred(span, Evaluated(span, one)) for one in kept)
    whole = expr(fx, tree.List(span, parts), fx.world.cls("list", item))
    return ir.Seq(span, whole.type, tuple(saves), whole)


def _has_other_form(fx: Fx, t: Type, name: str, arg: Type) -> bool:
    """Whether a library class has a second method for the operator, as its result depends on the operand: the
    difference of a date and a timedelta is a date, that of two dates a timedelta."""
    if not _is_library_class(t) or not has_method(t, f"_{name}_other"):
        return False
    return not accepts(fx, t, f"__{name}__", arg) and accepts(fx, t, f"_{name}_other", arg)


def _either_side(fx: Fx, op: str, left: ir.Expr, right: ir.Expr, span: Span) -> ir.Expr:
    """The left side's method, then the reflected one of the right side."""
    from rumpkc.types import reflected

    name, mirrored = f"__{DUNDER[op]}__", f"__r{DUNDER[op]}__"
    own = has_method(left.type, name)
    if _is_library_class(left.type) and own and (
        accepts(fx, left.type, name, right.type) or not has_method(right.type, mirrored)
    ):
        return binary_method(fx, op, left, name, right, span)
    save_a, x = fx.save(left)
    save_b, y = fx.save(right)

    def answers(right: ir.Expr, left: ir.Expr) -> bool:
        return has_method(right.type, mirrored) and accepts(fx, right.type, mirrored, left.type)

    def back(right: ir.Expr, left: ir.Expr) -> ir.Expr:
        call = call_method(fx, right, mirrored, [left], span)
        if not reflected.may_decline(right.type, mirrored):
            return call
        return reflected.ask(fx, call, unsupported(fx, op, left, right, call.type, span), span)

    def plain(left: ir.Expr, right: ir.Expr, asked: bool = False) -> ir.Expr:
        if not own:
            return back(right, left)
        declines = reflected.may_decline(left.type, name) or _is_library_class(left.type)
        if not accepts(fx, left.type, name, right.type) and declines and answers(right, left):
            return back(right, left)            # it returns NotImplemented for what it does not take
        call = binary_method(fx, op, left, name, right, span)
        if not declines:
            return call
        stop = unsupported(fx, op, left, right, call.type, span)
        if asked or not answers(right, left):
            return reflected.ask(fx, call, stop, span)
        return reflected.ask(fx, call, reflected.other_class(fx, left, right, back, stop, span), span)

    def first(right: ir.Expr, left: ir.Expr) -> ir.Expr:
        call = call_method(fx, right, mirrored, [left], span)
        if not reflected.may_decline(right.type, mirrored):
            return call
        return reflected.ask(fx, call, plain(left, right, True), span)

    out = reflected.subclass_first(fx, x, y, mirrored, first, plain, span)
    return ir.Seq(span, out.type, (save_a, save_b), out)


def _is_library_class(t: Type) -> bool:
    return isinstance(t, ClassInst) and t.info.module.library


def unsupported(fx: Fx, op: str, left: ir.Expr, right: ir.Expr, result: Type, span: Span) -> ir.Expr:
    """TypeError: no side has an answer."""
    from rumpkc.types import doubts, text
    from rumpkc.types.tries import raise_new

    words = doubts.operand_words(fx, op, left, right, op in ORDER)
    parts = [text.str_const(fx, span, w) if isinstance(w, str) else w for w in words]
    return raise_new(fx, "TypeError", [text.concat(fx, parts, span)], result, span)


def binary_method(fx: Fx, op: str, left: ir.Expr, name: str, right: ir.Expr, span: Span) -> ir.Expr:
    """`left.name(right)`, or the error that the operator is not defined."""
    try:
        return call_method(fx, left, name, [right], span)
    except CompileError as error:
        other_reading = is_number(right.type) and has_own_method(left.type, name)       # an int for a float (real.py)
        if error.code == "E0303" and not other_reading:
            raise operator_error(op, left.type, right.type, span) from error
        raise


def accepts(fx: Fx, cls: Type, name: str, arg: Type) -> bool:
    from rumpkc.types import abstract_arguments
    from rumpkc.types.annotations import Annotations

    assert isinstance(cls, ClassInst)
    found = find_method(cls, name)
    if found is None or len(found[1].node.args.args) < 2:
        return False
    home, info = found
    note = info.node.args.args[1].annotation
    if note is None or info.owner is None:
        return False
    fits = abstract_arguments.fits(fx, info, home, note, arg)
    if fits is not None:
        return fits
    try:
        wanted = Annotations(fx.world, info.module, class_env(home, info.owner), home).type_of(note)
    except CompileError:
        return True
    return assignable(arg, wanted) or assignable(_number_of(arg), wanted)


def _number_of(t: Type) -> Type:
    """What a bool or a member of an enumeration is as well."""
    if is_str_enum(t):
        assert isinstance(t, ClassInst)
        return t.fields["_value_"]
    return INT if t is BOOL or is_int_enum(t) else t


def operator_error(op: str, a: Type, b: Type, span: Span) -> Exception:
    """`int + str` and its like."""
    helps = "test it for None first" if isinstance(a, OptionalType) or isinstance(b, OptionalType) else ""
    if op == "+" and "str" in (getattr(a, "name", ""), getattr(b, "name", "")) and (is_number(a) or is_number(b)):
        helps = f"write `str(…)` around the {'bool' if BOOL in (a, b) else 'number'}, or an f-string"
    return fail("E0308", f"`{op}` is not defined between {a} and {b}", span, help=helps)


def unary(fx: Fx, op: str, value: ir.Expr, span: Span) -> ir.Expr:
    """`-x`, `+x`, `~x`."""
    value = firm(fx, value, "TypeError", [f"bad operand type for unary {op}: 'NoneType'"], span)
    if any_values.is_open(fx, value):
        words = (f"bad operand type for unary {op}: '", "'")
        return any_values.unary(fx, value, lambda x: unary(fx, op, x, span), "TypeError", words, span, f"`{op}`")
    if isinstance(value.type, UnionType):
        out = of_members(fx, [value], lambda x: unary(fx, op, x[0], span), span, f"`{op}`")
        return any_given.noted(fx, out, value)
    if op == "~" and is_flag(value.type):
        return inverted(fx, value, span)
    value = bool_to_int(plain_number(value))
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


def length(fx: Fx, value: ir.Expr, span: Span) -> ir.Expr:
    """`value.__len__()` as INT; what a class of the program returns is checked, as `len` and truth do."""
    size = usize_to_int(call_method(fx, value, "__len__", [], span))
    if size.type is not INT or not isinstance(value.type, ClassInst) or value.type.info.module.library:
        return size
    return ir.Call(span, INT, fx.world.library("object", "checked_length"), (size,))


def usize_to_int(value: ir.Expr) -> ir.Expr:
    """A USIZE (below 2^63) as INT."""
    return ir.Prim(value.span, INT, "zext", (value,)) if value.type == USIZE else value
