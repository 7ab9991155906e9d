"""Calls that the compiler does itself: `print`, `len`, conversions such as `u8(x)` and `int(s)`, `min`, `isinstance` …"""

from __future__ import annotations

from collections.abc import Callable

from rumpkc.diagnostics import fail
from rumpkc.ir import nodes as ir
from rumpkc.source import Span
from rumpkc.syntax import tree
from rumpkc.types import calls, displays, loops, operators, systems, text
from rumpkc.types.annotations import SIMPLE, Annotations
from rumpkc.types.conditions import condition, negate
from rumpkc.types.builtins import CLASS_VALUE, VAR_TUPLE
from rumpkc.types.convert import coerce, is_var_tuple, truth
from rumpkc.types.enums import is_int_enum
from rumpkc.types.exprs import expr, typed
from rumpkc.types.fx import Fx, PartialType
from rumpkc.types.symbols import ClassInfo, Special
from rumpkc.types.types import (
    BOOL,
    F32,
    FLOAT,
    INT,
    NEVER,
    NONE,
    U8,
    USIZE,
    ArrayType,
    ClassInst,
    IntType,
    OptionalType,
    PtrType,
    TupleType,
    Type,
    is_reference,
)

Rule = Callable[[Fx, tree.Call, "Type | None"], ir.Expr]


def call(fx: Fx, symbol: Special, node: tree.Call, want: Type | None) -> ir.Expr:
    """A call of a name that has no file."""
    home, _, name = symbol.name.rpartition(".")
    if home == "builtins" and name in BUILTINS:
        return BUILTINS[name](fx, node, want)
    if symbol.name in SIMPLE:
        return convert_to(fx, SIMPLE[symbol.name], node, want)
    if home == "prim":
        return systems.prim_call(fx, symbol, node)
    if home == "rumpk" and (name in systems.INSTRUCTIONS or name == "fence"):
        return systems.instruction(fx, name, node)
    if symbol.name in OTHERS:
        return OTHERS[symbol.name](fx, node, want)
    raise fail("E0401", f"`{name}` is not compiled", node.func.span, help=INSTEAD.get(name, ""))


INSTEAD = {
    "map": "use a comprehension, or `for … in map(f, xs)`",
    "filter": "use a comprehension",
    "iter": "use a `for` loop",
    "next": "use a `for` loop",
    "type": "compare with `isinstance`, or `type(a) is type(b)`",
    "callable": "every type says whether it is",
    "enumerate": "use it in a `for` loop or a comprehension",
    "zip": "use it in a `for` loop or a comprehension",
    "getattr": "name the attribute: `x.name`",
    "hasattr": "declare the attribute in the class",
}


def member_call(fx: Fx, head: Special, func: tree.Attribute, node: tree.Call, want: Type | None) -> ir.Expr:
    """`csr.mstatus.read()`, `int.from_bytes(…)`, `str.join(…)`."""
    if head.name.startswith("sys.") and head.name not in (
        "sys.exit",
        "sys.argv",
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
            return calls.call_function(fx, info, None, node.args, node.keywords, node.span, want)  # type: ignore[arg-type]
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


def _builtin_member(fx: Fx, short: str, func: tree.Attribute, node: tree.Call, want: Type | None) -> ir.Expr:
    """`bytes.fromhex(…)`, `dict.fromkeys(…)`, `str.upper(s)`."""
    from rumpkc.types.symbols import FuncInfo

    info = fx.world.builtin(short)
    found = info.members.get(func.attr)
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
        return calls.method_call(fx, receiver, func.attr, node.args[1:], node.keywords, node.span, want)
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


def _no_keywords(node: tree.Call, name: str, low: int, high: int) -> None:
    if node.keywords or not low <= len(node.args) <= high:
        count = f"{low}" if low == high else f"{low} to {high}"
        raise fail("E0310", f"`{name}` takes {count} positional argument(s)", node.span)


# Conversions


def convert_to(fx: Fx, t: Type, node: tree.Call, want: Type | None) -> ir.Expr:
    """`T(x)` for any type."""
    if isinstance(t, IntType):
        return _to_int(fx, t, node)
    if t in (FLOAT, F32):
        return _to_float(fx, t, node)
    if t is BOOL:
        _no_keywords(node, "bool", 0, 1)
        return condition(fx, node.args[0]).test if node.args else ir.Const(node.span, BOOL, False)
    if isinstance(t, PtrType):
        return systems.make_pointer(fx, t, node)
    if isinstance(t, ArrayType):
        return systems.new_array(fx, t, node)
    if isinstance(t, ClassInst) and t.name in CLASS_CALLS and t.info.module.name.startswith("lib.core."):
        return CLASS_CALLS[t.name](fx, node, t)
    if isinstance(t, ClassInst):
        return calls.construct_call(fx, t, node.args, node.keywords, node.span)
    raise fail("E0330", f"{t} cannot be called", node.func.span)


def _to_int(fx: Fx, t: IntType, node: tree.Call) -> ir.Expr:
    """`u8(x)` is checked, `w8(x)` takes the low bits, `int(x)` also reads text and cuts floats."""
    if not node.args and not node.keywords:
        return ir.Const(node.span, t, 0)
    if (
        t is INT
        and node.args
        and (len(node.args) + len(node.keywords) == 2)
        and all(k.name == "base" for k in node.keywords)
    ):
        base = node.args[1] if len(node.args) == 2 else node.keywords[0].value
        return _int_of_text(fx, expr(fx, node.args[0]), typed(fx, base, INT), node)
    _no_keywords(node, str(t), 1, 1)
    from rumpkc.types.literals import fold_int

    folded = fold_int(fx.world, fx.module, node.args[0], fx.assigned)
    if folded is not None:
        if t.modular:
            return ir.Const(node.span, t, folded & t.high)
        from rumpkc.types.convert import const_int

        return const_int(node.args[0].span, t, folded)
    return int_of(fx, t, expr(fx, node.args[0]), node)


def int_of(fx: Fx, t: IntType, value: ir.Expr, node: tree.Call) -> ir.Expr:
    """A value as an integer type."""
    span, source = node.span, value.type
    if is_int_enum(source):
        value = ir.FieldGet(span, INT, value, "_value_")
        source = INT
    if source == t:
        return value
    if source is BOOL:
        return ir.Prim(span, t, "zext", (value,))
    if isinstance(source, IntType):
        return _int_to_int(value, source, t, span)
    if source in (FLOAT, F32):
        wide = value if source is FLOAT else ir.Prim(span, FLOAT, "fpext", (value,))
        whole = ir.Call(span, INT, fx.world.library("int", "int_from_float"), (wide,))
        return whole if t is INT else _int_to_int(whole, INT, t, span)
    if isinstance(source, PtrType):
        systems.need_unsafe(fx, "the address of a pointer", span)
        return (
            ir.Prim(span, t, "zext", (ir.Prim(span, USIZE, "ptr.int", (value,)),))
            if t.bits == 64
            else _int_to_int(ir.Prim(span, USIZE, "ptr.int", (value,)), USIZE, t, span)
        )
    if isinstance(source, ClassInst) and source.name in ("str", "bytes", "bytearray"):
        whole = _int_of_text(fx, value, ir.Const(span, INT, 10), node)
        return whole if t is INT else _int_to_int(whole, INT, t, span)
    for name in ("__int__", "__index__"):
        if calls.has_method(source, name):
            return coerce(fx, calls.call_method(fx, value, name, [], span), t, span)
    raise fail("E0303", f"`{t}(…)` cannot take {source}", node.args[0].span)


def _int_to_int(value: ir.Expr, source: IntType, t: IntType, span: Span) -> ir.Expr:
    if t.modular:
        if t.bits <= source.bits:
            return ir.Prim(span, t, "trunc", (value,))
        return ir.Prim(span, t, "sext" if source.signed else "zext", (value,))
    if t.low <= source.low and source.high <= t.high:
        return ir.Prim(span, t, "sext" if source.signed and source.bits < t.bits else "zext", (value,))
    return ir.Prim(span, t, "int.checked", (value,))


def _int_of_text(fx: Fx, value: ir.Expr, base: ir.Expr, node: tree.Call) -> ir.Expr:
    if isinstance(value.type, ClassInst) and value.type.name == "bytes":
        value = calls.call_method(fx, value, "decode", [], node.span)
    got = coerce(fx, value, fx.world.cls("str"), node.args[0].span, "`int(…)` with a base")
    return ir.Call(node.span, INT, fx.world.library("int", "int_from_str"), (got, base))


def _to_float(fx: Fx, t: Type, node: tree.Call) -> ir.Expr:
    if not node.args:
        return ir.Const(node.span, t, 0.0)
    _no_keywords(node, str(t), 1, 1)
    value = expr(fx, node.args[0])
    source = value.type
    if isinstance(source, ClassInst) and source.name == "str":
        out: ir.Expr = ir.Call(node.span, FLOAT, fx.world.library("float", "float_from_str"), (value,))
    elif isinstance(source, IntType) or source in (BOOL, FLOAT, F32):
        out = operators.int_to_float(fx, value)
    elif is_int_enum(source):
        out = operators.int_to_float(fx, ir.FieldGet(node.span, INT, value, "_value_"))
    elif calls.has_method(source, "__float__"):
        out = calls.call_method(fx, value, "__float__", [], node.span)
    else:
        raise fail("E0303", f"`float(…)` cannot take {source}", node.args[0].span)
    return ir.Prim(node.span, F32, "fptrunc", (out,)) if t is F32 else out


def _str(fx: Fx, node: tree.Call, want: Type | None) -> ir.Expr:
    if not node.args:
        return text.str_const(fx, node.span, "")
    value = expr(fx, node.args[0])
    if (
        len(node.args) + len(node.keywords) > 1
        and isinstance(value.type, ClassInst)
        and value.type.name in ("bytes", "bytearray")
    ):
        return calls.method_call(fx, value, "decode", node.args[1:], node.keywords, node.span)
    _no_keywords(node, "str", 0, 1)
    return text.to_str(fx, value, node.span)


def _list(fx: Fx, node: tree.Call, want: Type | None) -> ir.Expr:
    """`list(xs)`: a comprehension over whatever it is."""
    return _collected(fx, node, want, "list")


def _collected(fx: Fx, node: tree.Call, want: Type | None, kind: str) -> ir.Expr:
    goal = want if isinstance(want, ClassInst) and want.name == kind and want.args else None
    if not node.args:
        if goal is None:
            return displays._partial(fx, kind, node)
        return calls.construct(fx, goal, [], node.span)
    _no_keywords(node, kind, 0, 1)
    arg = node.args[0]
    members = _enum_members(fx, arg)
    if members is not None:
        arg = calls.Evaluated(arg.span, members)
    if isinstance(arg, tree.GeneratorExp):
        maker = {"list": tree.ListComp, "set": tree.SetComp}[kind]
        return expr(fx, maker(arg.span, arg.elt, arg.generators), goal)
    hint = expr(fx, arg, fx.world.cls("list", goal.args[0])) if goal and isinstance(arg, tree.List) else None
    name = tree.Name(arg.span, ".x")
    source: tree.Expr = calls.Evaluated(arg.span, hint) if hint is not None else arg
    over = tree.Comprehension(arg.span, name, source, (), False)
    comp = tree.ListComp(node.span, name, (over,)) if kind == "list" else tree.SetComp(node.span, name, (over,))
    return expr(fx, comp, goal)


def _enum_members(fx: Fx, node: tree.Expr) -> ir.Expr | None:
    """The members of an enumeration named where an iterable is wanted."""
    from rumpkc.types import enums
    from rumpkc.types.names import static_symbol

    symbol = static_symbol(fx, node)
    if isinstance(symbol, ClassInfo) and symbol.kind == "enum":
        return enums.all_members(fx, fx.world.inst(symbol), node.span)
    return None


def _set(fx: Fx, node: tree.Call, want: Type | None) -> ir.Expr:
    return _collected(fx, node, want, "set")


def _frozenset(fx: Fx, node: tree.Call, want: Type | None) -> ir.Expr:
    goal = want if isinstance(want, ClassInst) and want.name == "frozenset" else None
    inner = _collected(fx, node, fx.world.cls("set", goal.args[0]) if goal else None, "set")
    if isinstance(inner.type, PartialType):
        raise fail("E0321", "the type of this empty frozenset is not known", node.span, help="write `frozenset[int]()`")
    assert isinstance(inner.type, ClassInst)
    cls = fx.world.cls("frozenset", inner.type.args[0])
    save, got = fx.save(inner)
    made, out = fx.save(calls.construct(fx, cls, [], node.span))
    fill = ir.Eval(node.span, calls.call_method(fx, out, "_fill", [got], node.span))
    return ir.Seq(node.span, cls, (save, made, fill), out)


def _dict(fx: Fx, node: tree.Call, want: Type | None) -> ir.Expr:
    """`dict()`, `dict(d)`, `dict(a=1)`, `dict(pairs)`."""
    goal = want if isinstance(want, ClassInst) and want.name == "dict" else None
    if node.keywords and not node.args:
        keys = tuple(tree.Constant(k.span, k.name, "str") for k in node.keywords)
        return expr(fx, tree.Dict(node.span, keys, tuple(k.value for k in node.keywords)), want)
    if not node.args:
        return calls.construct(fx, goal, [], node.span) if goal else displays._partial(fx, "dict", node)
    source = node.args[0]
    if not loops.is_loop_call(fx, source):
        value = expr(fx, source, goal)
        if isinstance(value.type, ClassInst) and value.type.name == "dict":
            return calls.call_method(fx, value, "copy", [], node.span)
        source = calls.Evaluated(node.span, value)
    k, v = tree.Name(node.span, ".k"), tree.Name(node.span, ".v")
    over = tree.Comprehension(node.span, tree.Tuple(node.span, (k, v)), source, (), False)
    return expr(fx, tree.DictComp(node.span, k, v, (over,)), goal)


def _tuple(fx: Fx, node: tree.Call, want: Type | None) -> ir.Expr:
    _no_keywords(node, "tuple", 0, 1)
    if node.args and (loops.is_loop_call(fx, node.args[0]) or isinstance(node.args[0], tree.GeneratorExp)):
        value = _collected(fx, node, None, "list")
    else:
        value = expr(fx, node.args[0]) if node.args else ir.Aggregate(node.span, TupleType(()), ())
    if isinstance(value.type, TupleType) or is_var_tuple(value.type):
        return value
    listed = _collected(fx, tree.Call(node.span, node.func, (calls.Evaluated(node.span, value),), ()), None, "list")
    assert isinstance(listed.type, ClassInst)
    return calls.construct(fx, fx.world.cls(VAR_TUPLE, listed.type.args[0]), [listed], node.span)


def _bytes(fx: Fx, node: tree.Call, want: Type | None) -> ir.Expr:
    """`bytes(n)`, `bytes(list_of_int)`, `bytes(bytearray)`."""
    return _bytes_like(fx, node, "bytes")


def _bytearray(fx: Fx, node: tree.Call, want: Type | None) -> ir.Expr:
    return _bytes_like(fx, node, "bytearray")


def _bytes_like(fx: Fx, node: tree.Call, kind: str) -> ir.Expr:
    cls, span = fx.world.cls(kind), node.span
    if not node.args:
        if kind == "bytes":
            return ir.StrConst(span, cls, b"")
        return ir.Call(span, cls, fx.world.library(kind, f"{kind}_zeros"), (ir.Const(span, INT, 0),))
    value = expr(fx, node.args[0])
    t = value.type
    if isinstance(t, IntType):
        return ir.Call(span, cls, fx.world.library(kind, f"{kind}_zeros"), (coerce(fx, value, INT, span),))
    if isinstance(t, ClassInst) and t.name == "str":
        value = calls.method_call(fx, value, "encode", node.args[1:], node.keywords, span)
        t = value.type
    if isinstance(t, ClassInst) and t.name in ("bytes", "bytearray"):
        if t.name == kind == "bytes":
            return value
        return ir.Call(span, cls, fx.world.library(kind, f"{kind}_from_{t.name}"), (value,))
    name = tree.Name(span, ".x")
    as_int = tree.Call(span, tree.Name(span, "int"), (name,), ())
    over = tree.Comprehension(span, name, calls.Evaluated(span, value), (), False)
    ints = expr(fx, tree.ListComp(span, as_int, (over,)), fx.world.cls("list", INT))
    return ir.Call(span, cls, fx.world.library(kind, f"{kind}_from_list"), (ints,))


def _range(fx: Fx, node: tree.Call, want: Type | None) -> ir.Expr:
    """A range as an object."""
    _no_keywords(node, "range", 1, 3)
    parts = [typed(fx, a, INT, "`range`") for a in node.args]
    start = parts[0] if len(parts) > 1 else ir.Const(node.span, INT, 0)
    stop = parts[1] if len(parts) > 1 else parts[0]
    step = parts[2] if len(parts) > 2 else ir.Const(node.span, INT, 1)
    return calls.construct(fx, fx.world.cls("range"), [start, stop, step], node.span)


# Text out


def _print(fx: Fx, node: tree.Call, want: Type | None) -> ir.Expr:
    """`print(*values, sep=, end=, file=, flush=)`: all arguments are evaluated before the first byte goes out."""
    named = {k.name: k.value for k in node.keywords}
    unknown = sorted(n or "**" for n in named.keys() - {"sep", "end", "file", "flush"})
    if unknown:
        raise fail("E0311", f"`print` has no parameter `{unknown[0]}`", node.span)
    span = node.span
    stmts: list[ir.Stmt] = []
    values: list[ir.Expr] = []
    for arg in node.args:
        if isinstance(arg, tree.Starred):
            return _print_starred(fx, node, arg, named)
        value = expr(fx, arg)
        if not isinstance(value, (ir.Const, ir.StrConst)):
            save, value = fx.save(value)
            stmts.append(save)
        values.append(value)
    sep, end = (_print_option(fx, named.get(n), d, stmts, span) for n, d in (("sep", " "), ("end", "\n")))
    write = _writer(fx, named.get("file"))
    for index, value in enumerate(values):
        if index:
            stmts.append(_write(write, sep, span))
        stmts.append(_write(write, text.to_str(fx, value, value.span), span))
    stmts.append(_write(write, end, span))
    return ir.Seq(span, NONE, tuple(stmts), ir.Const(span, NONE, None))


def _print_option(fx: Fx, node: tree.Expr | None, default: str, stmts: list[ir.Stmt], span: Span) -> ir.Expr:
    if node is None or (isinstance(node, tree.Constant) and node.kind == "none"):
        return text.str_const(fx, span, default)
    save, got = fx.save(typed(fx, node, fx.world.cls("str"), "an option of `print`"))
    stmts.append(save)
    return got


def _writer(fx: Fx, file: tree.Expr | None) -> ir.Function:
    """Where `print` writes: standard output, or `file=sys.stderr`."""
    if file is not None:
        from rumpkc.types.names import static_symbol

        symbol = static_symbol(fx, file)
        if isinstance(symbol, Special) and symbol.name == "sys.stderr":
            return fx.world.library("text", "eprint_write")
        if not (isinstance(symbol, Special) and symbol.name == "sys.stdout"):
            raise fail("E0355", "`print` writes to `sys.stdout` or `sys.stderr`", file.span)
    return fx.world.library("text", "print_write")


def _write(func: ir.Function, value: ir.Expr, span: Span) -> ir.Stmt:
    return ir.Eval(span, ir.Call(span, NONE, func, (value,)))


def _print_starred(fx: Fx, node: tree.Call, arg: tree.Starred, named: dict[str | None, tree.Expr]) -> ir.Expr:
    """`print(*xs)`: the items' texts joined by `sep`."""
    if len(node.args) != 1:
        raise fail(
            "E0404", "`*` next to other arguments of `print` is not compiled yet", arg.span, help="print in two calls"
        )
    item = tree.Name(arg.span, ".x")
    over = tree.Comprehension(arg.span, item, arg.value, (), False)
    texts = tree.ListComp(arg.span, tree.Call(arg.span, tree.Name(arg.span, "str"), (item,), ()), (over,))
    sep = named.get("sep") or tree.Constant(arg.span, " ", "str")
    joined = tree.Call(arg.span, tree.Attribute(arg.span, sep, "join", arg.span), (texts,), ())
    rest = tuple(k for k in node.keywords if k.name != "sep")
    return _print(fx, tree.Call(node.span, node.func, (joined,), rest), None)


def _repr(fx: Fx, node: tree.Call, want: Type | None) -> ir.Expr:
    _no_keywords(node, "repr", 1, 1)
    return text.to_repr(fx, expr(fx, node.args[0]), node.span)


def _ascii(fx: Fx, node: tree.Call, want: Type | None) -> ir.Expr:
    value = _repr(fx, node, None)
    return ir.Call(node.span, fx.world.cls("str"), fx.world.library("text", "ascii_of"), (value,))


def _format(fx: Fx, node: tree.Call, want: Type | None) -> ir.Expr:
    _no_keywords(node, "format", 1, 2)
    value = expr(fx, node.args[0])
    spec = typed(fx, node.args[1], fx.world.cls("str")) if len(node.args) > 1 else text.str_const(fx, node.span, "")
    return text.format_value(fx, value, spec, node.span)


# Sizes, numbers


def _len(fx: Fx, node: tree.Call, want: Type | None) -> ir.Expr:
    _no_keywords(node, "len", 1, 1)
    members = _enum_members(fx, node.args[0])
    value = members if members is not None else expr(fx, node.args[0])
    t = value.type
    if isinstance(t, TupleType):
        return ir.Seq(node.span, INT, (ir.Eval(node.span, value),), ir.Const(node.span, INT, len(t.items)))
    if isinstance(t, ArrayType):
        return ir.Const(node.span, INT, t.length)
    if calls.has_method(t, "__len__"):
        return operators.usize_to_int(calls.call_method(fx, value, "__len__", [], node.span))
    helps = "test it for None first" if isinstance(t, OptionalType) else ""
    raise fail("E0356", f"{t} has no length", node.args[0].span, help=helps)


def _isinstance(fx: Fx, node: tree.Call, want: Type | None) -> ir.Expr:
    return condition(fx, node).test


def _issubclass(fx: Fx, node: tree.Call, want: Type | None) -> ir.Expr:
    """Between named classes: known while compiling."""
    _no_keywords(node, "issubclass", 2, 2)
    notes = Annotations(fx.world, fx.module, fx.env)
    from rumpkc.types.names import static_symbol

    if static_symbol(fx, node.args[0]) is None:
        return _class_value_below(fx, node, notes)
    sub = notes.type_of(node.args[0])
    listed = node.args[1].elts if isinstance(node.args[1], tree.Tuple) else (node.args[1],)
    bases = [notes.type_of(n) for n in listed]
    yes = any(
        sub == b
        or (sub is BOOL and b is INT)
        or (isinstance(sub, ClassInst) and isinstance(b, ClassInst) and sub.is_subclass_of(b))
        for b in bases
    )
    return ir.Const(node.span, BOOL, yes)


def _class_value_below(fx: Fx, node: tree.Call, notes: Annotations) -> ir.Expr:
    """`issubclass(kind, C)` of a `type[…]` value."""
    value = coerce(fx, expr(fx, node.args[0]), fx.world.cls(CLASS_VALUE), node.args[0].span, "`issubclass`")
    save, got = fx.save(value)
    test: ir.Expr = ir.Const(node.span, BOOL, False)
    for item in node.args[1].elts if isinstance(node.args[1], tree.Tuple) else (node.args[1],):
        cls = notes.type_of(item)
        if isinstance(cls, ClassInst):
            fx.world.type_infos[cls] = None
            info = ir.TypeInfo(node.span, PtrType(U8), cls)
            test = ir.Or(
                node.span, BOOL, ir.Call(node.span, BOOL, fx.world.library("types", "is_below"), (got, info)), test
            )
    return ir.Seq(node.span, BOOL, (save,), test)


def _abs(fx: Fx, node: tree.Call, want: Type | None) -> ir.Expr:
    _no_keywords(node, "abs", 1, 1)
    value = expr(fx, node.args[0])
    t, span = value.type, node.span
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


def _min_max(op: str) -> Rule:
    name = "min" if op == "<" else "max"

    def rule(fx: Fx, node: tree.Call, want: Type | None) -> ir.Expr:
        named = {k.name: k.value for k in node.keywords}
        if len(node.args) == 1:
            return _extreme_of(fx, node, name, op, named)
        if named.keys() - {"key"} or not node.args:
            raise fail("E0310", f"`{name}` takes two or more values, or one iterable", node.span)
        if "key" in named:
            raise fail(
                "E0404", f"`{name}` of several values with `key` is not compiled yet", node.span, help="pass a list"
            )
        values = [expr(fx, a, want) for a in node.args]
        t = displays._item_type(fx, values, node.span, f"`{name}`")
        stmts: list[ir.Stmt] = []
        best = fx.temp(t, node.span)
        got_best = ir.LocalGet(node.span, t, best)
        kept = []
        for value in values:
            save, got = fx.save(coerce(fx, value, t, value.span))
            stmts.append(save)
            kept.append(got)
        stmts.append(ir.SetLocal(node.span, best, kept[0]))
        for got in kept[1:]:
            test = operators.compare(fx, op, got, got_best, node.span)
            stmts.append(ir.SetLocal(node.span, best, ir.IfExp(node.span, t, test, got, got_best)))
        return ir.Seq(node.span, t, tuple(stmts), got_best)

    return rule


def _extreme_of(fx: Fx, node: tree.Call, name: str, op: str, named: dict[str | None, tree.Expr]) -> ir.Expr:
    """`min(xs, key=f, default=d)`: one walk; ValueError on nothing."""
    from rumpkc.types.tries import raise_new

    span = node.span
    src = _walk(fx, node.args[0])
    item = src.value.type
    default = typed(fx, named["default"], item) if "default" in named else None
    best, some = fx.temp(item, span), fx.temp(BOOL, span)
    save, got = fx.save(src.value)
    stmts: list[ir.Stmt] = [ir.SetLocal(span, some, ir.Const(span, BOOL, False)), *src.setup]
    key, best_key = _key_of(fx, named.get("key"), got, span)
    key_save, key_got = fx.save(key)
    score = fx.temp(key.type, span) if best_key else best
    better = operators.compare(fx, op, key_got, ir.LocalGet(span, key.type, score), span)
    take: list[ir.Stmt] = [ir.SetLocal(span, best, got), ir.SetLocal(span, some, ir.Const(span, BOOL, True))]
    if best_key:
        take.append(ir.SetLocal(span, score, key_got))
    first = negate(ir.LocalGet(span, BOOL, some))
    body = (*src.fetch, save, key_save, ir.If(span, ir.Or(span, BOOL, first, better), tuple(take)))
    stmts.append(ir.Loop(span, ir.LoopId(), src.test, body, tuple(src.step)))
    empty = (
        default
        if default is not None
        else raise_new(fx, "ValueError", [text.str_const(fx, span, f"{name}() arg is an empty sequence")], item, span)
    )
    out = ir.IfExp(span, item, ir.LocalGet(span, BOOL, some), ir.LocalGet(span, item, best), empty)
    return ir.Seq(span, item, tuple(stmts), out)


def _key_of(fx: Fx, func: tree.Expr | None, item: ir.Expr, span: Span) -> tuple[ir.Expr, bool]:
    """The value to compare by, and whether it is not the item itself."""
    if func is None or (isinstance(func, tree.Constant) and func.kind == "none"):
        return item, False
    return expr(fx, tree.Call(span, func, (calls.Evaluated(span, item),), ())), True


def _walk(fx: Fx, node: tree.Expr) -> loops.Source:
    """A loop over an argument; a generator expression is walked as the list it would make."""
    if isinstance(node, tree.GeneratorExp):
        node = tree.ListComp(node.span, node.elt, node.generators)
    return loops.source(fx, node)


def _sum(fx: Fx, node: tree.Call, want: Type | None) -> ir.Expr:
    """`sum(xs, start)`."""
    span = node.span
    start_node = (
        node.args[1] if len(node.args) == 2 else next((k.value for k in node.keywords if k.name == "start"), None)
    )
    src = _walk(fx, node.args[0])
    item = src.value.type
    start = (
        expr(fx, start_node, item if isinstance(item, (IntType, ClassInst)) else None)
        if start_node
        else ir.Const(span, INT, 0)
    )
    value = ir.Prim(span, INT, "zext", (src.value,)) if item is BOOL else src.value
    first = operators.binary(fx, "+", start, value, span)
    total = fx.temp(first.type, span)
    if isinstance(start, ir.Const) and start.type is INT and isinstance(first.type, IntType):
        start = ir.Const(span, first.type, start.value)
    if isinstance(start, ir.Const) and first.type in (FLOAT, F32) and start.type is INT:
        return _float_sum(fx, src, start, span)
    more = operators.binary(fx, "+", ir.LocalGet(span, total.type, total), value, span)
    body = (*src.fetch, ir.SetLocal(span, total, coerce(fx, more, total.type, span)))
    stmts = (
        ir.SetLocal(span, total, coerce(fx, start, total.type, span)),
        *src.setup,
        ir.Loop(span, ir.LoopId(), src.test, body, tuple(src.step)),
    )
    return ir.Seq(span, total.type, stmts, ir.LocalGet(span, total.type, total))


def _float_sum(fx: Fx, src: loops.Source, start: ir.Const, span: Span) -> ir.Expr:
    """Floats with an int start: plain additions from the left, as CPython 3.11 adds. An empty sum is the int 0 there, so it is refused here."""
    from rumpkc.types.tries import raise_new

    total, some = fx.temp(FLOAT, span), fx.temp(BOOL, span)
    more = operators.binary(fx, "+", ir.LocalGet(span, FLOAT, total), src.value, span)
    body = (*src.fetch, ir.SetLocal(span, total, more), ir.SetLocal(span, some, ir.Const(span, BOOL, True)))
    stmts = (
        ir.SetLocal(span, total, ir.Const(span, FLOAT, float(start.value or 0))),
        ir.SetLocal(span, some, ir.Const(span, BOOL, False)),
        *src.setup,
        ir.Loop(span, ir.LoopId(), src.test, body, tuple(src.step)),
    )
    words = text.str_const(fx, span, "sum() of no floats is the int 0; write sum(xs, 0.0)")
    empty = raise_new(fx, "TypeError", [words], FLOAT, span)
    return ir.Seq(
        span, FLOAT, stmts, ir.IfExp(span, FLOAT, ir.LocalGet(span, BOOL, some), ir.LocalGet(span, FLOAT, total), empty)
    )


def _any_all(stop_on: bool) -> Rule:
    def rule(fx: Fx, node: tree.Call, want: Type | None) -> ir.Expr:
        _no_keywords(node, "any" if stop_on else "all", 1, 1)
        span, arg = node.span, node.args[0]
        found, loop = fx.temp(BOOL, span), ir.LoopId()

        def decide(value: ir.Expr) -> list[ir.Stmt]:
            test = truth(fx, value)
            hit = (ir.SetLocal(span, found, ir.Const(span, BOOL, stop_on)),)
            return [ir.If(span, test if stop_on else negate(test), hit)]

        begin = ir.SetLocal(span, found, ir.Const(span, BOOL, not stop_on))
        if isinstance(arg, tree.GeneratorExp):
            body = displays._scoped(
                fx,
                lambda: ir.Seq(span, NONE, tuple(_until(fx, arg, decide, found, stop_on)), ir.Const(span, NONE, None)),
            )
            return ir.Seq(span, BOOL, (begin, ir.Eval(span, body)), ir.LocalGet(span, BOOL, found))
        src = loops.source(fx, arg)
        going = _going(found, stop_on, span)
        walk = ir.Loop(
            span, loop, ir.And(span, BOOL, going, src.test), (*src.fetch, *decide(src.value)), tuple(src.step)
        )
        return ir.Seq(span, BOOL, (begin, *src.setup, walk), ir.LocalGet(span, BOOL, found))

    return rule


def _going(found: ir.Local, stop_on: bool, span: Span) -> ir.Expr:
    got = ir.LocalGet(span, BOOL, found)
    return negate(got) if stop_on else got


def _until(
    fx: Fx, node: tree.GeneratorExp, decide: Callable[[ir.Expr], list[ir.Stmt]], found: ir.Local, stop_on: bool
) -> list[ir.Stmt]:
    """The loops of a generator expression, each of which stops once the answer is known."""

    def inner() -> list[ir.Stmt]:
        return decide(expr(fx, node.elt))

    stmts = displays._comprehend(fx, node.generators, inner)
    return [_stopping(s, _going(found, stop_on, node.span)) for s in stmts]


def _stopping(stmt: ir.Stmt, going: ir.Expr) -> ir.Stmt:
    match stmt:
        case ir.Loop():
            body = tuple(_stopping(s, going) for s in stmt.body)
            return ir.Loop(stmt.span, stmt.id, ir.And(stmt.span, BOOL, going, stmt.test), body, stmt.step, stmt.orelse)
        case ir.If():
            return ir.If(stmt.span, stmt.test, tuple(_stopping(s, going) for s in stmt.then), stmt.orelse)
    return stmt


def _round(fx: Fx, node: tree.Call, want: Type | None) -> ir.Expr:
    value = expr(fx, node.args[0])
    digits = node.args[1] if len(node.args) > 1 else next((k.value for k in node.keywords if k.name == "ndigits"), None)
    t, span = value.type, node.span
    if isinstance(t, IntType):
        if digits is None:
            return value
        return ir.Call(
            span, INT, fx.world.library("int", "int_round"), (coerce(fx, value, INT, span), typed(fx, digits, INT))
        )
    if t in (FLOAT, F32):
        wide = operators.int_to_float(fx, value)
        if digits is None:
            return ir.Call(span, INT, fx.world.library("float", "float_round_int"), (wide,))
        return ir.Call(span, FLOAT, fx.world.library("float", "float_round"), (wide, typed(fx, digits, INT)))
    raise fail("E0303", f"`round` cannot take {t}", node.args[0].span)


def _divmod(fx: Fx, node: tree.Call, want: Type | None) -> ir.Expr:
    _no_keywords(node, "divmod", 2, 2)
    save_a, a = fx.save(expr(fx, node.args[0]))
    save_b, b = fx.save(expr(fx, node.args[1]))
    span = node.span
    if FLOAT in (a.type, b.type):
        x, y = operators.int_to_float(fx, a), operators.int_to_float(fx, b)
        out: ir.Expr = ir.Call(span, TupleType((FLOAT, FLOAT)), fx.world.library("float", "float_divmod"), (x, y))
        return ir.Seq(span, out.type, (save_a, save_b), out)
    q, r = operators.binary(fx, "//", a, b, span), operators.binary(fx, "%", a, b, span)
    pair = TupleType((q.type, r.type))
    return ir.Seq(span, pair, (save_a, save_b), ir.Aggregate(span, pair, (q, r)))


def _pow(fx: Fx, node: tree.Call, want: Type | None) -> ir.Expr:
    _no_keywords(node, "pow", 2, 3)
    if len(node.args) == 3:
        args = tuple(typed(fx, a, INT, "`pow`") for a in node.args)
        return ir.Call(node.span, INT, fx.world.library("int", "int_pow_mod"), args)
    return operators.binary(fx, "**", expr(fx, node.args[0]), expr(fx, node.args[1]), node.span)


def _ord(fx: Fx, node: tree.Call, want: Type | None) -> ir.Expr:
    _no_keywords(node, "ord", 1, 1)
    value = expr(fx, node.args[0])
    if isinstance(value, ir.StrConst) and isinstance(value.value, str) and len(value.value) == 1:
        return ir.Const(node.span, INT, ord(value.value))
    return ir.Call(
        node.span,
        INT,
        fx.world.library("str", "ord_of"),
        (coerce(fx, value, fx.world.cls("str"), node.args[0].span, "`ord`"),),
    )


def _hash(fx: Fx, node: tree.Call, want: Type | None) -> ir.Expr:
    _no_keywords(node, "hash", 1, 1)
    return hash_of(fx, expr(fx, node.args[0]), node.span)


def hash_of(fx: Fx, value: ir.Expr, span: Span) -> ir.Expr:
    """`hash(value)`; equal values of any number type have equal hashes."""
    t = value.type

    def library(name: str, arg: ir.Expr) -> ir.Expr:
        return ir.Call(span, INT, fx.world.library("hashing", name), (arg,))

    if isinstance(t, IntType) or t is BOOL:
        wide = text.to_int64(value) if isinstance(t, IntType) else ir.Prim(span, INT, "zext", (value,))
        return library("hash_int", wide if wide.type is INT else ir.Prim(span, INT, "zext", (wide,)))
    if t in (FLOAT, F32):
        return library("hash_float", operators.int_to_float(fx, value))
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
    if isinstance(t, ClassInst) and t.info.kind == "enum":
        if is_int_enum(t):
            return library("hash_int", ir.FieldGet(span, INT, value, "_value_"))
        return library("hash_address", ir.Prim(span, PtrType(U8), "ref.ptr", (value,)))
    if isinstance(t, ClassInst) and _hashable(t):
        return calls.call_method(fx, value, "__hash__", [], span)
    raise fail("E0357", f"{t} is not hashable", span, help="use a frozen dataclass, a tuple, a str or a number as key")


def _hashable(t: ClassInst) -> bool:
    """A class that defines `__eq__` without `__hash__` has none, as in Python."""
    for info in t.info.ancestors():
        if "__hash__" in info.members:
            return True
        if "__eq__" in info.members:
            return False
    return False


def _id(fx: Fx, node: tree.Call, want: Type | None) -> ir.Expr:
    _no_keywords(node, "id", 1, 1)
    value = expr(fx, node.args[0])
    if not is_reference(value.type):
        raise fail("E0401", f"`id` of {value.type} has no compiled meaning", node.span)
    return ir.Prim(
        node.span,
        INT,
        "zext",
        (ir.Prim(node.span, USIZE, "ptr.int", (ir.Prim(node.span, PtrType(U8), "ref.ptr", (value,)),)),),
    )


def _sorted(fx: Fx, node: tree.Call, want: Type | None) -> ir.Expr:
    """`sorted(xs, reverse=, key=)`: a new list, sorted in place (stable)."""
    named = {k.name: k.value for k in node.keywords}
    if len(node.args) != 1 or named.keys() - {"reverse", "key"}:
        raise fail("E0310", "`sorted` takes one iterable, `key` and `reverse`", node.span)
    save, got = fx.save(_collected(fx, tree.Call(node.span, node.func, node.args, ()), want, "list"))
    reverse = typed(fx, named["reverse"], BOOL) if "reverse" in named else ir.Const(node.span, BOOL, False)
    if "key" in named and not (isinstance(named["key"], tree.Constant) and named["key"].kind == "none"):
        return ir.Seq(node.span, got.type, (save,), sort_by_key(fx, got, named["key"], reverse, node.span))
    sort = ir.Eval(node.span, calls.call_method(fx, got, "sort", [reverse], node.span))
    return ir.Seq(node.span, got.type, (save, sort), got)


def sort_by_key(fx: Fx, listed: ir.Expr, key: tree.Expr, reverse: ir.Expr, span: Span) -> ir.Expr:
    """Each key is computed once; the pairs (key, place) are sorted by the keys alone."""
    assert isinstance(listed.type, ClassInst)
    name = tree.Name(span, ".x")
    over = tree.Comprehension(span, name, calls.Evaluated(span, listed), (), False)
    keys = expr(fx, tree.ListComp(span, tree.Call(span, key, (name,), ()), (over,)))
    assert isinstance(keys.type, ClassInst)
    func = fx.world.function_of("lib.core.list", "sorted_by_keys")
    return calls.call_function(fx, func, None, calls.evaluated([listed, keys, reverse]), (), span)


def _reversed(fx: Fx, node: tree.Call, want: Type | None) -> ir.Expr:
    raise fail(
        "E0401",
        "`reversed` is compiled in a `for` loop, a comprehension or `list(…)` only",
        node.func.span,
        help="write `list(reversed(xs))`",
    )


def _based(name: str) -> Rule:
    """`hex(x)`, `oct(x)`, `bin(x)`; what an int does not hold is written without a sign."""

    def rule(fx: Fx, node: tree.Call, want: Type | None) -> ir.Expr:
        _no_keywords(node, name, 1, 1)
        value = expr(fx, node.args[0])
        if isinstance(value.type, IntType):
            value = text.to_int64(value)
        kind = "uint" if isinstance(value.type, IntType) and not value.type.signed else "int"
        if kind == "int":
            value = coerce(fx, value, INT, node.args[0].span, f"`{name}`")
        return ir.Call(node.span, fx.world.cls("str"), fx.world.library("functions", f"{kind}_{name}"), (value,))

    return rule


BUILTINS: dict[str, Rule] = {
    "hex": _based("hex"),
    "oct": _based("oct"),
    "bin": _based("bin"),
    "print": _print,
    "len": _len,
    "str": _str,
    "repr": _repr,
    "ascii": _ascii,
    "format": _format,
    "isinstance": _isinstance,
    "range": _range,
    "min": _min_max("<"),
    "max": _min_max(">"),
    "sum": _sum,
    "any": _any_all(True),
    "all": _any_all(False),
    "abs": _abs,
    "divmod": _divmod,
    "pow": _pow,
    "round": _round,
    "ord": _ord,
    "hash": _hash,
    "id": _id,
    "sorted": _sorted,
    "list": _list,
    "set": _set,
    "frozenset": _frozenset,
    "dict": _dict,
    "tuple": _tuple,
    "bytes": _bytes,
    "bytearray": _bytearray,
    "reversed": _reversed,
    "issubclass": _issubclass,
}


CLASS_CALLS: dict[str, Rule] = {
    "list": _list,
    "set": _set,
    "frozenset": _frozenset,
    "dict": _dict,
    "bytes": _bytes,
    "bytearray": _bytearray,
    "str": _str,
    "range": _range,
}


def _sizeof(fx: Fx, node: tree.Call, want: Type | None) -> ir.Expr:
    _no_keywords(node, "sizeof", 1, 1)
    t = Annotations(fx.world, fx.module, fx.env, fx.owner).type_of(node.args[0])
    size = ir.SizeOf(node.span, USIZE, t, isinstance(t, ClassInst) and not t.by_value)
    if want == USIZE:
        return size
    return ir.Prim(node.span, INT, "zext", (size,))


def _cast(fx: Fx, node: tree.Call, want: Type | None) -> ir.Expr:
    """`typing.cast(T, x)`: allowed where it changes nothing that a check would find."""
    t = Annotations(fx.world, fx.module, fx.env, fx.owner).type_of(node.args[0])
    return typed(fx, node.args[1], t, "`cast`")


def _exit(fx: Fx, node: tree.Call, want: Type | None) -> ir.Expr:
    """`sys.exit(code)` raises SystemExit."""
    from rumpkc.types.tries import raise_new

    args = [typed(fx, a, INT, "`sys.exit`") for a in node.args]
    return raise_new(fx, "SystemExit", args, NEVER, node.span)


def _linker_symbol(fx: Fx, node: tree.Call, want: Type | None) -> ir.Expr:
    """`linker_symbol("__bss_start")`: the address of a symbol that the linker or boot/ defines."""
    systems.need_unsafe(fx, "linker_symbol", node.span)
    _no_keywords(node, "linker_symbol", 1, 1)
    name = node.args[0]
    if not isinstance(name, tree.Constant) or name.kind != "str":
        raise fail("E0303", "`linker_symbol` takes the name as a literal", name.span)
    symbols = fx.world.linker_symbols
    if str(name.value) not in symbols:
        made = ir.Global(str(name.value), U8, None, False, node.span, external=True)
        symbols[str(name.value)] = made
        fx.world.program.globals.append(made)
    return ir.GlobalAddr(node.span, PtrType(U8), symbols[str(name.value)])


OTHERS: dict[str, Rule] = {
    "rumpk.linker_symbol": _linker_symbol,
    "rumpk.sizeof": _sizeof,
    "typing.cast": _cast,
    "sys.exit": _exit,
}
