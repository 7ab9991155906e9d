"""Calls that the compiler does itself: `print`, `len`, `u8(x)`, `int(s)`, `min`, `isinstance` …"""

from __future__ import annotations

from rumpkc.diagnostics import fail
from rumpkc.ir import nodes as ir
from rumpkc.syntax import tree
from rumpkc.types import (
    any_values,
    arrays,
    as_dict,
    calls,
    class_comparisons,
    class_values,
    conversions,
    data_fields,
    enums,
    exits,
    hashing,
    integers,
    iterators,
    layouts,
    literal_arguments,
    number_methods,
    open_unions,
    operators,
    overloads,
    printing,
    records,
    reductions,
    set_stars,
    stars,
    systems,
    text,
)
from rumpkc.types.annotations import SIMPLE, Annotations
from rumpkc.types.arity import check_arity, counted
from rumpkc.types.classes import base_inst
from rumpkc.types.conditions import condition
from rumpkc.types.convert import assignable, coerce
from rumpkc.types.doubts import firm
from rumpkc.types.exprs import expr, typed
from rumpkc.types.fx import Fx, PartialType, Rule, is_nothing
from rumpkc.types.symbols import Special
from rumpkc.types.types import (
    BOOL,
    F32,
    FLOAT,
    INT,
    NEVER,
    U8,
    USIZE,
    ArrayType,
    ClassInst,
    IntType,
    OptionalType,
    PtrType,
    TupleType,
    Type,
    UnionType,
    is_reference,
)


def call(fx: Fx, symbol: Special, node: tree.Call, want: Type | None) -> ir.Expr:
    """A call of a name that has no file."""
    home, _, name = symbol.name.rpartition(".")
    if counted(name):
        node = stars.spread_call(fx, node)
    check_arity(name, node)
    if home == "builtins" and name in BUILTINS:
        return BUILTINS[name](fx, node, want)
    if symbol.name in SIMPLE:
        return conversions.convert_to(fx, SIMPLE[symbol.name], node, want)
    if home == "prim":
        return systems.prim_call(fx, symbol, node)
    if home == "rumpk" and (name in systems.INSTRUCTIONS or name == "fence"):
        return systems.instruction(fx, name, node)
    if symbol.name in OTHERS:
        return OTHERS[symbol.name](fx, node, want)
    raise fail("E0401", f"`{name}` is not compiled", node.func.span, help=INSTEAD.get(name, ""))


INSTEAD = {
    "getattr": "name the attribute: `x.name`",
    "hasattr": "declare the attribute in the class",
    "NamedTuple": "write `class P(NamedTuple):` with the fields and their types below",
    "Enum": "write `class E(Enum):` with the members below",
}


def member_call(fx: Fx, head: Special, func: tree.Attribute, node: tree.Call, want: Type | None) -> ir.Expr:
    """`csr.mstatus.read()`, `int.from_bytes(…)`, `str.join(…)`."""
    if head.name in ("sys.stdout", "sys.stderr") and func.attr in ("write", "writelines", "flush"):
        return printing.stream_call(fx, head.name, func.attr, node)
    if head.name in ("sys.stdout", "sys.stderr"):
        from rumpkc.types.callees import value_method

        return value_method(fx, expr(fx, func.value), func.attr, node, want)
    if head.name.startswith("sys.") and head.name not in (
        "sys.exit",
        "sys.stdout",
        "sys.stderr",
        "sys.stdin",
    ):
        return systems.system_register(fx, head, func.attr, node)
    short = head.name.partition(".")[2]
    if head.name in ("builtins.int", "builtins.float"):
        module = fx.world.module(f"lib.core.{short}")
        info = module.names.get(f"{short}_{func.attr}")
        if info is not None:
            if func.attr == "from_bytes" and node.args:
                node = tree.Call(node.span, node.func, (_byte_source(fx, node.args[0]), *node.args[1:]), node.keywords)
            return calls.call_function(fx, info, None, node.args, node.keywords, node.span, want)  # type: ignore[arg-type]
        if (done := number_methods.call(fx, short, func, node)) is not None:
            return done
    if head.name in (
        "builtins.str",
        "builtins.bytes",
        "builtins.bytearray",
        "builtins.dict",
        "builtins.list",
        "builtins.set",
    ):
        return _builtin_member(fx, short, func, node, want)
    raise fail("E0320", f"`{short}` has no attribute `{func.attr}` that rumpkc knows", func.attr_span)


def _byte_source(fx: Fx, node: tree.Expr) -> tree.Expr:
    """The bytes of `int.from_bytes`: also of numbers, one by one."""
    value = calls.plain_bytes(fx, expr(fx, node))
    if not isinstance(value.type, (IntType, PartialType)) and not (
        isinstance(value.type, ClassInst) and value.type.name in ("bytes", "str")
    ):
        value = conversions.bytes_call(fx, tree.Call(node.span, node, (calls.Evaluated(node.span, value),), ()), None)
    return calls.Evaluated(node.span, value)


def _builtin_member(fx: Fx, short: str, func: tree.Attribute, node: tree.Call, want: Type | None) -> ir.Expr:
    """`bytes.fromhex(…)`, `dict.fromkeys(…)`, `str.upper(s)`."""
    from rumpkc.types.symbols import FuncInfo

    info = fx.world.builtin(short)
    found = info.members.get(func.attr)
    if short == "set" and func.attr in set_stars.IN_PLACE and node.args and isinstance(node.args[0], tree.Starred):
        return set_stars.unbound(fx, func, node, want)
    if (short, func.attr) in overloads.STATIC_RULES:
        return overloads.STATIC_RULES[short, func.attr](fx, node, want)
    if not isinstance(found, FuncInfo):
        raise fail("E0320", f"`{short}` has no method `{func.attr}`", func.attr_span)
    if found.kind == "method":
        if not node.args:
            raise fail(
                "E0313",
                f"the call of `{short}.{func.attr}` lacks `self`",
                node.span,
                help=f"call it on a value: `x.{func.attr}(…)`",
            )
        receiver = expr(fx, node.args[0])
        if not isinstance(receiver.type, ClassInst) or info not in receiver.type.info.ancestors():
            raise fail("E0303", f"`{short}.{func.attr}` takes a {short} first, not {receiver.type}", node.args[0].span)
        home = base_inst(receiver.type, info)
        args = (calls.Evaluated(receiver.span, coerce(fx, receiver, home, receiver.span)), *node.args[1:])
        return calls.call_function(fx, found, home, args, node.keywords, node.span, want)
    goal = want if isinstance(want, ClassInst) and want.info is info else None
    if goal is None and info.type_params:
        raise fail(
            "E0316",
            f"the type of this {short} does not follow from the call",
            node.span,
            help=f"give it a variable with a type: `x: {short}[…] = {short}.{func.attr}(…)`",
        )
    cls = goal or fx.world.inst(info, ())
    return calls.call_function(fx, found, cls, node.args, node.keywords, node.span, want)


def _len(fx: Fx, node: tree.Call, want: Type | None) -> ir.Expr:
    conversions.no_keywords(node, "len", 1, 1)
    members = enums.members_named(fx, node.args[0])
    value = members if members is not None else expr(fx, node.args[0])
    value = firm(fx, value, "TypeError", ["object of type 'NoneType' has no len()"], node.span)
    return _length(fx, value, node)


def _length(fx: Fx, value: ir.Expr, node: tree.Call) -> ir.Expr:
    """`len(value)`."""
    if is_nothing(value):
        return ir.Const(node.span, INT, 0)
    value = open_unions.measured(fx, value, node.span)
    if any_values.is_open(fx, value):
        return any_values.unary(fx, value, lambda x: _length(fx, x, node), "TypeError",
                                ("object of type '", "' has no len()"), node.span, "`len`")
    if isinstance(value.type, UnionType):
        return operators.of_members(fx, [value], lambda x: _length(fx, x[0], node), node.span, "`len`")
    value = enums.parts(fx, value, node.span) if enums.is_flag(value.type) else operators.plain_number(value)
    value = records.as_tuple(fx, value)
    t = value.type
    if isinstance(t, TupleType):
        return ir.Seq(node.span, INT, (ir.Eval(node.span, value),), ir.Const(node.span, INT, len(t.items)))
    if isinstance(t, ArrayType):
        return arrays.length(value, node.span)
    if isinstance(t, PartialType):
        return ir.Const(node.span, INT, 0)
    if calls.has_method(t, "__len__"):
        return operators.length(fx, value, node.span)
    helps = "test it for None first" if isinstance(t, OptionalType) else ""
    raise fail("E0356", f"{t} has no length", node.args[0].span, help=helps)


def _isinstance(fx: Fx, node: tree.Call, want: Type | None) -> ir.Expr:
    return condition(fx, node).test


def _issubclass(fx: Fx, node: tree.Call, want: Type | None) -> ir.Expr:
    """Between named classes: known while compiling."""
    conversions.no_keywords(node, "issubclass", 2, 2)
    notes = Annotations(fx.world, fx.module, fx.env, exact=True)
    from rumpkc.types.names import static_symbol

    listed = node.args[1].elts if isinstance(node.args[1], tree.Tuple) else (node.args[1],)
    if static_symbol(fx, node.args[0]) is None or any(static_symbol(fx, n) is None for n in listed):
        return _class_value_below(fx, node, listed)
    sub = notes.type_of(node.args[0])
    named = [notes.type_of(n) for n in listed]
    bases = [b for t in named for b in (t.members if isinstance(t, UnionType) else (t,))]
    yes = any(
        sub == b
        or (b is INT and (sub is BOOL or isinstance(sub, IntType)))
        or (isinstance(sub, ClassInst) and isinstance(b, ClassInst) and sub.is_subclass_of(b))
        for b in bases
    )
    return ir.Const(node.span, BOOL, yes)


def _class_value_below(fx: Fx, node: tree.Call, listed: tuple[tree.Expr, ...]) -> ir.Expr:
    """`issubclass(kind, C)` of a `type[…]` value."""
    from rumpkc.types.names import static_symbol

    row = class_comparisons.for_test(fx, listed[0]) if len(listed) == 1 else None
    found = class_comparisons.below_one_of(fx, expr(fx, node.args[0]), row, node.span) if row is not None else None
    if found is not None:
        return found
    wanted: list[ir.Expr] = []
    for item in listed:
        named = static_symbol(fx, item) is not None
        known = Annotations(fx.world, fx.module, fx.env, exact=True).type_of(item) if named else None
        members = known.members if isinstance(known, UnionType) else (known,)
        wanted += [expr(fx, item) if m is None else class_values.value_of(fx, m, item.span) for m in members]
    stmts, values = fx.save_all([class_values.as_one(fx, v, node.span) for v in (expr(fx, node.args[0]), *wanted)])
    for value in values:
        if class_values.held(value.type) is None:
            raise fail("E0303", f"`issubclass` takes classes, not {value.type}", node.span)
    test: ir.Expr = ir.Const(node.span, BOOL, False)
    for base in reversed(values[1:]):
        test = ir.Or(node.span, BOOL, class_comparisons.below(fx, values[0], base, node.span), test)
    return ir.Seq(node.span, BOOL, tuple(stmts), test)


def _type(fx: Fx, node: tree.Call, want: Type | None) -> ir.Expr:
    """`type(x)` as a value."""
    conversions.no_keywords(node, "type", 1, 1)
    return class_values.class_of(fx, expr(fx, node.args[0]), node.span)


def _abs(fx: Fx, node: tree.Call, want: Type | None) -> ir.Expr:
    conversions.no_keywords(node, "abs", 1, 1)
    return _abs_of(fx, expr(fx, node.args[0]), node)


def _abs_of(fx: Fx, value: ir.Expr, node: tree.Call) -> ir.Expr:
    value = operators.plain_number(value)
    t, span = value.type, node.span
    if any_values.is_open(fx, value):
        words = ("bad operand type for abs(): '", "'")
        return any_values.unary(fx, value, lambda x: _abs_of(fx, x, node), "TypeError", words, span, "`abs`")
    if isinstance(t, UnionType):
        return operators.of_members(fx, [value], lambda x: _abs_of(fx, x[0], node), span, "`abs`")
    if t is BOOL:
        return ir.Prim(span, INT, "zext", (value,))
    if t in (FLOAT, F32):
        return ir.Prim(span, t, "fabs", (value,))
    if isinstance(t, IntType):
        if not t.signed:
            return value
        save, got = fx.save(value)
        test = ir.Prim(span, BOOL, "icmp.slt", (got, ir.Const(span, t, 0)))
        return ir.Seq(span, t, (save,), ir.IfExp(span, t, test, ir.Prim(span, t, "neg.checked", (got,)), got))
    if calls.has_method(t, "__abs__"):
        return calls.call_method(fx, value, "__abs__", [], span)
    raise fail("E0303", f"`abs` cannot take {t}", node.args[0].span)


def _round(fx: Fx, node: tree.Call, want: Type | None) -> ir.Expr:
    value = expr(fx, node.args[0])
    digits = node.args[1] if len(node.args) > 1 else next((k.value for k in node.keywords if k.name == "ndigits"), None)
    if isinstance(digits, tree.Constant) and digits.kind == "none":
        digits = None
    return _round_of(fx, value, digits, node)


def _round_of(fx: Fx, value: ir.Expr, digits: tree.Expr | None, node: tree.Call) -> ir.Expr:
    value = integers.bool_to_int(value if calls.has_method(value.type, "__round__") else operators.plain_number(value))
    t, span = value.type, node.span
    if any_values.is_open(fx, value):
        return any_values.unary(fx, value, lambda x: _round_of(fx, x, digits, node), "TypeError",
                                ("type ", " doesn't define __round__ method"), span, "`round`")
    if isinstance(t, UnionType):
        return operators.of_members(fx, [value], lambda x: _round_of(fx, x[0], digits, node), span, "`round`")
    if isinstance(t, IntType):
        if digits is None:
            return value
        wide = integers.widened(fx, value)
        rounded = fx.world.library("int", "int_round" if wide.type is INT else "uint_round")
        return ir.Call(span, INT, rounded, (wide, typed(fx, digits, INT)))
    if t in (FLOAT, F32):
        wide = integers.int_to_float(fx, value)
        if digits is None:
            return ir.Call(span, INT, fx.world.library("float", "float_round_int"), (wide,))
        return ir.Call(span, FLOAT, fx.world.library("float", "float_round"), (wide, typed(fx, digits, INT)))
    if digits is not None and calls.has_method(t, "_round_to") and isinstance(t, ClassInst) and t.info.module.library:
        return calls.method_call(fx, value, "_round_to", (digits,), (), span)
    if calls.has_method(t, "__round__"):
        return calls.method_call(fx, value, "__round__", (digits,) if digits is not None else (), (), span)
    raise fail("E0303", f"`round` cannot take {t}", value.span)


def _divmod(fx: Fx, node: tree.Call, want: Type | None) -> ir.Expr:
    conversions.no_keywords(node, "divmod", 2, 2)
    return operators.binary(fx, "divmod", expr(fx, node.args[0]), expr(fx, node.args[1]), node.span)


def _pow(fx: Fx, node: tree.Call, want: Type | None) -> ir.Expr:
    conversions.no_keywords(node, "pow", 2, 3)
    if len(node.args) == 3:
        args = tuple(typed(fx, a, INT, "`pow`") for a in node.args)
        return ir.Call(node.span, INT, fx.world.library("int_power", "int_pow_mod"), args)
    return operators.binary(fx, "**", expr(fx, node.args[0]), expr(fx, node.args[1]), node.span)


def _ord(fx: Fx, node: tree.Call, want: Type | None) -> ir.Expr:
    conversions.no_keywords(node, "ord", 1, 1)
    value = expr(fx, node.args[0])
    if isinstance(value, ir.StrConst) and isinstance(value.value, str) and len(value.value) == 1:
        return ir.Const(node.span, INT, ord(value.value))
    return ir.Call(
        node.span,
        INT,
        fx.world.library("str", "ord_of"),
        (coerce(fx, value, fx.world.cls("str"), node.args[0].span, "`ord`"),),
    )


def _id(fx: Fx, node: tree.Call, want: Type | None) -> ir.Expr:
    conversions.no_keywords(node, "id", 1, 1)
    value = expr(fx, node.args[0])
    if not is_reference(value.type):
        raise fail("E0401", f"`id` of {value.type} has no compiled meaning", node.span)
    return ir.Prim(
        node.span,
        INT,
        "zext",
        (ir.Prim(node.span, USIZE, "ptr.int", (ir.Prim(node.span, PtrType(U8), "ref.ptr", (value,)),)),),
    )


def _based(name: str) -> Rule:
    """`hex(x)`, `oct(x)`, `bin(x)`; what an int does not hold is written without a sign."""

    def rule(fx: Fx, node: tree.Call, want: Type | None) -> ir.Expr:
        conversions.no_keywords(node, name, 1, 1)
        value = expr(fx, node.args[0])
        if isinstance(value.type, IntType):
            value = text.to_int64(value)
        elif calls.has_method(value.type, "__index__"):
            value = calls.call_method(fx, value, "__index__", [], node.span)
        kind = "uint" if isinstance(value.type, IntType) and not value.type.signed else "int"
        if kind == "int":
            value = coerce(fx, value, INT, node.args[0].span, f"`{name}`")
        return ir.Call(node.span, fx.world.cls("str"), fx.world.library("functions", f"{kind}_{name}"), (value,))

    return rule


BUILTINS: dict[str, Rule] = {
    "next": iterators.next_call,
    "iter": iterators.iter_call,
    **dict.fromkeys(("enumerate", "filter", "map", "reversed", "zip"), iterators.lazy_call),
    "hex": _based("hex"),
    "oct": _based("oct"),
    "bin": _based("bin"),
    "print": printing.print_call,
    "len": _len,
    "str": conversions.str_call,
    "repr": printing.repr_call,
    "ascii": printing.ascii_call,
    "format": printing.format_call,
    "callable": _isinstance,
    "isinstance": _isinstance,
    "range": conversions.range_call,
    "min": reductions.min_max_call("<"),
    "max": reductions.min_max_call(">"),
    "sum": reductions.sum_call,
    "any": reductions.any_all_call(True),
    "all": reductions.any_all_call(False),
    "abs": _abs,
    "divmod": _divmod,
    "pow": _pow,
    "round": _round,
    "ord": _ord,
    "hash": hashing.hash_call,
    "id": _id,
    "sorted": reductions.sorted_call,
    "list": conversions.list_call,
    "set": conversions.set_call,
    "frozenset": conversions.frozenset_call,
    "dict": conversions.dict_call,
    "tuple": conversions.tuple_call,
    "bytes": conversions.bytes_call,
    "bytearray": conversions.bytearray_call,
    "issubclass": _issubclass,
    "type": _type,
}


def _sizeof(fx: Fx, node: tree.Call, want: Type | None) -> ir.Expr:
    conversions.no_keywords(node, "sizeof", 1, 1)
    item = node.args[0]
    t = Annotations(fx.world, fx.module, fx.env, fx.owner, exact=True).type_of(item)
    named = not (isinstance(item, tree.Name) and item.id in fx.env)       # of a type variable: a value, not an object
    size: ir.Expr = ir.SizeOf(node.span, USIZE, t, named and isinstance(t, ClassInst) and not t.by_value)
    if named and layouts.is_record(t):
        size = ir.Const(node.span, USIZE, layouts.size_of(fx.world, t))
    if want == USIZE:
        return size
    return ir.Prim(node.span, INT, "zext", (size,))


def _has_references(fx: Fx, node: tree.Call, want: Type | None) -> ir.Expr:
    """`has_references(T)`: whether a value of T may hold an address that the collector must know."""
    systems.need_unsafe(fx, "has_references", node.span)
    conversions.no_keywords(node, "has_references", 1, 1)
    return ir.HasReferences(node.span, BOOL, Annotations(fx.world, fx.module, fx.env, fx.owner).type_of(node.args[0]))


def _offsetof(fx: Fx, node: tree.Call, want: Type | None) -> ir.Expr:
    at = layouts.offset_of(fx.world, Annotations(fx.world, fx.module, fx.env, fx.owner), node)
    return ir.Const(node.span, USIZE if want == USIZE else INT, at)


def _cast(fx: Fx, node: tree.Call, want: Type | None) -> ir.Expr:
    """`typing.cast(T, x)`: `x` itself; where it is a `T` by promise only, its uses are checked."""
    t = Annotations(fx.world, fx.module, fx.env, fx.owner).type_of(node.args[0])
    value = expr(fx, node.args[1], t)
    if assignable(t, value.type) and t != value.type and not assignable(value.type, t):
        fx.doubtful[id(value)] = (value, t)         # a promise about the value, which nothing has tested
        return value
    return coerce(fx, value, t, node.args[1].span, "`cast`")


def _linker_symbol(fx: Fx, node: tree.Call, want: Type | None) -> ir.Expr:
    """`linker_symbol("__bss_start")`: the address of a symbol that the linker or boot/ defines."""
    systems.need_unsafe(fx, "linker_symbol", node.span)
    conversions.no_keywords(node, "linker_symbol", 1, 1)
    name = node.args[0]
    if not isinstance(name, tree.Constant) or name.kind != "str":
        raise fail("E0303", "`linker_symbol` takes the name as a literal", name.span)
    symbols = fx.world.linker_symbols
    if str(name.value) not in symbols:
        made = ir.Global(str(name.value), U8, None, False, node.span, external=True)
        symbols[str(name.value)] = made
        fx.world.program.globals.append(made)
    return ir.GlobalAddr(node.span, PtrType(U8), symbols[str(name.value)])


def _assert_never(fx: Fx, node: tree.Call, want: Type | None) -> ir.Expr:
    """`assert_never(x)`: an AssertionError, where no value can come."""
    from rumpkc.types.tries import raise_new

    conversions.no_keywords(node, "assert_never", 1, 1)
    save, got = fx.save(expr(fx, node.args[0]))
    words = text.str_const(fx, node.span, "Expected code to be unreachable, but got: ")
    shown = [words] if got.type is NEVER else [words, text.to_repr(fx, got, node.span)]
    error = raise_new(fx, "AssertionError", [text.concat(fx, shown, node.span)], NEVER, node.span)
    return ir.Seq(node.span, NEVER, (save,), error)


def _assert_type(fx: Fx, node: tree.Call, want: Type | None) -> ir.Expr:
    conversions.no_keywords(node, "assert_type", 2, 2)
    return expr(fx, node.args[0], want)


OTHERS: dict[str, Rule] = {
    "rumpk.linker_symbol": _linker_symbol,
    "rumpk.sizeof": _sizeof,
    "rumpk.offsetof": _offsetof,
    "rumpk.view": layouts.view_call,
    "rumpk.has_references": _has_references,
    "typing.cast": _cast,
    "typing.assert_never": _assert_never,
    "typing.assert_type": _assert_type,
    "typing.get_args": literal_arguments.get_args_call,
    "sys.exit": exits.exit_call,
    "dataclasses.replace": records.replace_call,
    "dataclasses.fields": data_fields.fields_call,
    "dataclasses.is_dataclass": data_fields.is_dataclass_call,
    "dataclasses.asdict": as_dict.call("dict"),
    "dataclasses.astuple": as_dict.call("tuple"),
}
