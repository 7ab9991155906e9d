"""Conversions that are written as calls: `u8(x)`, `int(s)`, `list(xs)`, `dict(pairs)`, `bytes(n)` …"""

from __future__ import annotations

from dataclasses import replace

from rumpkc.diagnostics import counted, fail
from rumpkc.ir import nodes as ir
from rumpkc.source import Span
from rumpkc.syntax import tree
from rumpkc.types import (
    any_values,
    arrays,
    calls,
    constructors,
    displays,
    integers,
    loops,
    open_unions,
    operators,
    records,
    systems,
    text,
)
from rumpkc.types.builtins import VAR_TUPLE
from rumpkc.types.classes import dict_base
from rumpkc.types.conditions import truth_of_value
from rumpkc.types.convert import coerce, is_var_tuple
from rumpkc.types.enums import is_int_enum, members_named
from rumpkc.types.exprs import expr, typed
from rumpkc.types.fx import Fx, PartialType, Rule
from rumpkc.types.length_hints import Sized
from rumpkc.types.real import REAL
from rumpkc.types.tries import raise_new
from rumpkc.types.types import (
    BOOL,
    F32,
    FLOAT,
    INT,
    NONE,
    U64,
    USIZE,
    ArrayType,
    ClassInst,
    IntType,
    OptionalType,
    PtrType,
    TupleType,
    Type,
    UnionType,
    is_object,
)


def no_keywords(node: tree.Call, name: str, low: int, high: int) -> None:
    if node.keywords:
        keyword = node.keywords[0]
        raise fail("E0311", f"`{name}` has no parameter `{keyword.name or '**'}`", keyword.span)
    if not low <= len(node.args) <= high:
        count = counted(low, "argument") if low == high else f"{low} to {high} arguments"
        raise fail("E0310", f"`{name}` takes {count}, not {len(node.args)}", node.span)


def convert_to(fx: Fx, t: Type, node: tree.Call, want: Type | None) -> ir.Expr:
    """`T(x)` for any type."""
    if isinstance(t, IntType):
        return _to_int(fx, t, node)
    if t in (FLOAT, F32):
        return _to_float(fx, t, node)
    if t is BOOL:
        no_keywords(node, "bool", 0, 1)
        return truth_of_value(fx, node.args[0]) if node.args else ir.Const(node.span, BOOL, False)
    if isinstance(t, PtrType):
        return systems.make_pointer(fx, t, node)
    if isinstance(t, ArrayType):
        return arrays.new_array(fx, t, node)
    if isinstance(t, ClassInst) and t.name in CLASS_CALLS and t.info.module.name.startswith("lib.core."):
        return CLASS_CALLS[t.name](fx, node, t)
    if isinstance(t, ClassInst):
        return constructors.construct_call(fx, t, node.args, node.keywords, node.span)
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
    no_keywords(node, str(t), 1, 1)
    from rumpkc.types.literals import fold_int

    folded = fold_int(fx.world, fx.module, node.args[0], fx.assigned)
    if folded is not None:
        if t.modular:
            return ir.Const(node.span, t, folded & t.high)
        from rumpkc.types.convert import const_int

        return const_int(node.args[0].span, t, folded)
    item = isinstance(node.args[0], tree.Subscript) and not INT.holds(t)
    return int_of(fx, t, expr(fx, node.args[0], t if item else None), node)


INT_TAKES = "int() argument must be a string, a bytes-like object or a real number, not '"
FLOAT_TAKES = "float() argument must be a string or a real number, not '"


def int_of(fx: Fx, t: IntType, value: ir.Expr, node: tree.Call) -> ir.Expr:
    """A value as an integer type."""
    span = node.span
    value = open_unions.number(fx, value, "int", span)
    if any_values.is_open(fx, value):
        return any_values.unary(fx, value, lambda x: int_of(fx, t, x, node), "TypeError", (INT_TAKES, "'"), span,
                                f"`{t}(…)`")
    source = value.type
    if isinstance(source, UnionType):
        return operators.of_members(fx, [value], lambda x: int_of(fx, t, x[0], node), span, f"`{t}(…)`")
    if is_int_enum(source):
        value = ir.FieldGet(span, INT, value, "_value_")
        source = INT
    if source == t:
        return value if t is not INT or isinstance(value, ir.Const) else ir.Convert(span, INT, value)
    if source is BOOL:
        return ir.Prim(span, t, "zext", (value,))
    if isinstance(source, IntType):
        return _int_to_int(value, source, t, span)
    if t.modular and not isinstance(source, PtrType):
        raise fail("E0303", f"`{t}(…)` takes the low bits of an integer, not of {source}", node.args[0].span,
                   help=f"write `{t}(int(…))`")
    if source in (FLOAT, F32):
        wide = value if source is FLOAT else ir.Prim(span, FLOAT, "fpext", (value,))
        if t.bits == 64 and not t.signed:
            out = ir.Call(span, U64, fx.world.library("int", "uint_from_float"), (wide,))
            return _int_to_int(out, U64, t, span)
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
        if source.name == "str" and t.bits == 64 and not t.signed:
            out = ir.Call(span, U64, fx.world.library("int", "uint_from_str"), (value,))
            return _int_to_int(out, U64, t, span)
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
    value = calls.plain_bytes(fx, value)
    if isinstance(value.type, ClassInst) and value.type.name == "bytes":
        return ir.Call(node.span, INT, fx.world.library("int", "int_from_bytes_text"), (value, base))
    got = coerce(fx, value, fx.world.cls("str"), node.args[0].span, "`int(…)` with a base")
    return ir.Call(node.span, INT, fx.world.library("int", "int_from_str"), (got, base))


def _to_float(fx: Fx, t: Type, node: tree.Call) -> ir.Expr:
    if not node.args:
        return ir.Const(node.span, t, 0.0)
    no_keywords(node, str(t), 1, 1)
    return float_of(fx, t, expr(fx, node.args[0]), node)


def float_of(fx: Fx, t: Type, value: ir.Expr, node: tree.Call) -> ir.Expr:
    """A value as FLOAT or F32."""
    value = open_unions.number(fx, value, "float", node.span)
    if any_values.is_open(fx, value):
        return any_values.unary(fx, value, lambda x: float_of(fx, t, x, node), "TypeError", (FLOAT_TAKES, "'"),
                                node.span, f"`{t}(…)`")
    if isinstance(value.type, UnionType):
        return operators.of_members(fx, [value], lambda x: float_of(fx, t, x[0], node), node.span, f"`{t}(…)`")
    value = calls.plain_bytes(fx, value)
    source = value.type
    if isinstance(source, ClassInst) and source.name == "bytes":
        out: ir.Expr = ir.Call(node.span, FLOAT, fx.world.library("float", "float_from_bytes_text"), (value,))
    elif isinstance(source, ClassInst) and source.name == "str":
        out = ir.Call(node.span, FLOAT, fx.world.library("float", "float_from_str"), (value,))
    elif isinstance(source, IntType) or source in (BOOL, FLOAT, F32):
        out = integers.int_to_float(fx, value)
    elif is_int_enum(source):
        out = integers.int_to_float(fx, ir.FieldGet(node.span, INT, value, "_value_"))
    elif calls.has_method(source, "__float__"):
        out = _own_float(fx, calls.call_method(fx, value, "__float__", [], node.span), source, node.span)
    else:
        raise fail("E0303", f"`float(…)` cannot take {source}", node.args[0].span)
    return ir.Prim(node.span, F32, "fptrunc", (out,)) if t is F32 else out


def _own_float(fx: Fx, got: ir.Expr, cls: Type, span: Span) -> ir.Expr:
    """What a `__float__` has returned; an int is the TypeError of CPython's."""
    if got.type != REAL:
        return got
    save, value = fx.save(got)
    words = f"{cls}.__float__ returned non-float (type int)"
    wrong = raise_new(fx, "TypeError", [text.str_const(fx, span, words)], FLOAT, span)
    test = ir.IsInstance(span, BOOL, value, FLOAT)
    return ir.Seq(span, FLOAT, (save,), ir.IfExp(span, FLOAT, test, ir.Convert(span, FLOAT, value), wrong))


def str_call(fx: Fx, node: tree.Call, want: Type | None) -> ir.Expr:
    from rumpkc.types import callees

    if not node.args:
        return text.str_const(fx, node.span, "")
    value = expr(fx, node.args[0])
    if (
        len(node.args) + len(node.keywords) > 1
        and isinstance(value.type, ClassInst)
        and value.type.name in ("bytes", "bytearray")
    ):
        return callees.value_method(fx, value, "decode", replace(node, args=node.args[1:]), None)
    no_keywords(node, "str", 0, 1)
    return text.to_str(fx, value, node.span)


def list_call(fx: Fx, node: tree.Call, want: Type | None) -> ir.Expr:
    """`list(xs)`: a comprehension over whatever it is."""
    return collected(fx, node, want, "list")


def collected(fx: Fx, node: tree.Call, want: Type | None, kind: str) -> ir.Expr:
    want = displays.wanted(want, kind)
    goal = want if isinstance(want, ClassInst) and want.name == kind and want.args else None
    if not node.args:
        if goal is None:
            return displays.partial_display(fx, kind, node)
        return constructors.construct(fx, goal, [], node.span)
    no_keywords(node, kind, 0, 1)
    arg = node.args[0]
    members = members_named(fx, arg)
    if members is not None:
        arg = calls.Evaluated(arg.span, members)
    if isinstance(arg, tree.GeneratorExp):
        maker = {"list": tree.ListComp, "set": tree.SetComp}[kind]
        return expr(fx, maker(arg.span, arg.elt, arg.generators), goal)
    hint = expr(fx, arg, fx.world.cls("list", goal.args[0])) if goal and isinstance(arg, tree.List) else None
    name = tree.Name(arg.span, ".x")
    source: tree.Expr = calls.Evaluated(arg.span, hint) if hint is not None else arg
    if kind == "list":
        source = Sized(arg.span, source)
    over = tree.Comprehension(arg.span, name, source, (), False)
    comp = tree.ListComp(node.span, name, (over,)) if kind == "list" else tree.SetComp(node.span, name, (over,))
    return expr(fx, comp, goal)


def set_call(fx: Fx, node: tree.Call, want: Type | None) -> ir.Expr:
    return collected(fx, node, want, "set")


def frozenset_call(fx: Fx, node: tree.Call, want: Type | None) -> ir.Expr:
    parts = want.members if isinstance(want, UnionType) else (want.item if isinstance(want, OptionalType) else want,)
    goal = next((p for p in parts if isinstance(p, ClassInst) and p.name in ("frozenset", "set") and p.args), None)
    inner = collected(fx, node, fx.world.cls("set", goal.args[0]) if goal else None, "set")
    if isinstance(inner.type, PartialType):
        raise fail("E0321", "the type of this empty frozenset is not known", node.span, help="write `frozenset[int]()`")
    assert isinstance(inner.type, ClassInst)
    cls = fx.world.cls("frozenset", inner.type.args[0])
    save, got = fx.save(inner)
    made, out = fx.save(constructors.construct(fx, cls, [], node.span))
    fill = ir.Eval(node.span, calls.call_method(fx, out, "_fill", [got], node.span))
    return ir.Seq(node.span, cls, (save, made, fill), out)


def dict_call(fx: Fx, node: tree.Call, want: Type | None) -> ir.Expr:
    """`dict()`, `dict(d)`, `dict(a=1)`, `dict(pairs)`."""
    from rumpkc.types import keyword_dicts, mapping_or_pairs

    want = displays.wanted(want, "dict")
    goal = want if isinstance(want, ClassInst) and want.name == "dict" else None
    if len(node.args) == 1 and is_empty(node.args[0]):
        node = tree.Call(node.span, node.func, (), node.keywords)
    if node.keywords and not node.args:
        shown = node.func.id if isinstance(node.func, tree.Name) and "." in node.func.id else "dict"
        return keyword_dicts.of(fx, node.keywords, shown, want, node.span)
    if not node.args:
        return constructors.construct(fx, goal, [], node.span) if goal else displays.partial_display(fx, "dict", node)
    source = node.args[0]
    if node.keywords:
        return _dict_with_names(fx, node, want)
    if not loops.is_loop_call(fx, source):
        value = expr(fx, source, goal)
        if any_values.is_open(fx, value):
            def copied(part: ir.Expr) -> ir.Expr:
                return dict_call(fx, tree.Call(node.span, node.func, (calls.Evaluated(node.span, part),), ()), None)

            words = ("'", "' object is not iterable")
            return any_values.unary(fx, value, copied, "TypeError", words, node.span, "`dict`")
        base = dict_base(value.type)
        if base is not None:
            return calls.call_method(fx, coerce(fx, value, base, node.span), "_plain_copy", [], node.span)
        if is_mapping(value.type):
            return dict_of_mapping(fx, value, goal, node.span)
        if mapping_or_pairs.is_either(value.type):
            def made(part: ir.Expr) -> ir.Expr:
                call = tree.Call(node.span, node.func, (calls.Evaluated(node.span, part),), ())
                return dict_call(fx, call, want)

            return mapping_or_pairs.of_each(fx, value, made, node.span)
        source = calls.Evaluated(node.span, value)
    k, v = tree.Name(node.span, ".k"), tree.Name(node.span, ".v")
    over = tree.Comprehension(node.span, tree.Tuple(node.span, (k, v)), source, (), False)
    return expr(fx, tree.DictComp(node.span, k, v, (over,)), goal)


def is_mapping(t: Type) -> bool:
    """Whether a value of `t`, which is no dict, is one to CPython: it has `keys` and can be subscripted."""
    return isinstance(t, ClassInst) and calls.has_method(t, "keys") and calls.has_method(t, "__getitem__")


def dict_of_mapping(fx: Fx, value: ir.Expr, goal: Type | None, span: Span) -> ir.Expr:
    """`{k: x[k] for k in list(x.keys())}`."""
    save, got = fx.save(value)
    name, held = tree.Name(span, ".k"), calls.Evaluated(span, got)
    keys = tree.Call(span, tree.Attribute(span, held, "keys", span), (), ())
    listed = tree.ListComp(span, name, (tree.Comprehension(span, name, keys, (), False),))
    over = tree.Comprehension(span, name, listed, (), False)
    out = expr(fx, tree.DictComp(span, name, tree.Subscript(span, held, name), (over,)), goal)
    return ir.Seq(span, out.type, (save,), out)


def is_empty(node: tree.Expr) -> bool:
    """Whether this is a display without items."""
    if isinstance(node, tree.Dict):
        return not node.values
    return isinstance(node, (tree.List, tree.Tuple)) and not node.elts


def _dict_with_names(fx: Fx, node: tree.Call, want: Type | None) -> ir.Expr:
    """`dict(d, a=1)`: the arguments are evaluated first."""
    from rumpkc.types import keyword_dicts

    span = node.span
    if len(node.args) != 1 or loops.is_loop_call(fx, node.args[0]):
        raise fail("E0404", "this call of `dict` is not compiled yet", span,
                   help="make the dict first, then set its items")
    save, source = fx.save(expr(fx, node.args[0], None if want is not None and is_object(want) else want))
    stmts: list[ir.Stmt] = [save]
    values = []
    plain = all(k.name is not None for k in node.keywords)
    rest = None
    if not plain:
        keep, rest = fx.save(keyword_dicts.of(fx, node.keywords, "dict", None, span))
        stmts.append(keep)
    for keyword in node.keywords if plain else ():
        keep, got = fx.save(expr(fx, keyword.value))
        stmts.append(keep)
        values.append((keyword, got))
    made, out = fx.save(dict_call(fx, tree.Call(span, node.func, (calls.Evaluated(span, source),), ()), want))
    stmts.append(made)
    if rest is not None:
        stmts.append(ir.Eval(span, calls.call_method(fx, out, "update", [rest], span)))
    for keyword, got in values:
        name = text.str_const(fx, keyword.span, keyword.name or "")
        stmts.append(ir.Eval(keyword.span, calls.call_method(fx, out, "__setitem__", [name, got], keyword.span)))
    return ir.Seq(span, out.type, tuple(stmts), out)


def tuple_call(fx: Fx, node: tree.Call, want: Type | None) -> ir.Expr:
    no_keywords(node, "tuple", 0, 1)
    if node.args and (loops.is_loop_call(fx, node.args[0]) or isinstance(node.args[0], tree.GeneratorExp)):
        value = collected(fx, node, None, "list")
    else:
        value = expr(fx, node.args[0]) if node.args else ir.Aggregate(node.span, TupleType(()), ())
    if not calls.has_method(value.type, "__iter__"):
        value = records.as_tuple(fx, value)
    if isinstance(value.type, TupleType) or is_var_tuple(value.type):
        return value
    call = tree.Call(node.span, node.func, (calls.Evaluated(node.span, value),), ())
    whole = _promised_items(fx, value, want)
    if isinstance(whole, TupleType):
        return _of_promised(fx, collected(fx, call, fx.world.cls("list", fx.world.cls("object")), "list"), whole)
    listed = collected(fx, call, fx.world.cls("list", whole) if whole is not None else None, "list")
    if isinstance(listed.type, PartialType):
        return ir.Aggregate(node.span, TupleType(()), ())
    assert isinstance(listed.type, ClassInst)
    return constructors.construct(fx, fx.world.cls(VAR_TUPLE, listed.type.args[0]), [listed], node.span)


def _promised_items(fx: Fx, value: ir.Expr, want: Type | None) -> Type | None:
    """What the items of `value`, known as `Any` alone, are where its place is written: their type, or those of each."""
    if not any_values.is_open(fx, value) and not open_unions.is_open(value.type):
        return None
    want = want.item if isinstance(want, OptionalType) else want
    if want is not None and is_var_tuple(want):
        assert isinstance(want, ClassInst)
        return want.args[0]
    return want if isinstance(want, TupleType) else None


def _of_promised(fx: Fx, listed: ir.Expr, t: TupleType) -> ir.Expr:
    """The items of a list of objects as a tuple of type `t`: TypeError where that has other ones."""
    from rumpkc.types.tries import raise_new

    span = listed.span
    save, got = fx.save(listed)
    words = f"this has not the {len(t.items)} items that were promised"
    error = raise_new(fx, "TypeError", [text.str_const(fx, span, words)], NONE, span)
    size = operators.usize_to_int(calls.call_method(fx, got, "__len__", [], span))
    other = ir.Prim(span, BOOL, "icmp.ne", (size, ir.Const(span, INT, len(t.items))))
    items = [coerce(fx, calls.call_method(fx, got, "__getitem__", [ir.Const(span, INT, i)], span), item, span)
             for i, item in enumerate(t.items)]
    return ir.Seq(span, t, (save, ir.If(span, other, (ir.Eval(span, error),))), ir.Aggregate(span, t, tuple(items)))


def bytes_call(fx: Fx, node: tree.Call, want: Type | None) -> ir.Expr:
    """`bytes(n)`, `bytes(list_of_int)`, `bytes(bytearray)`."""
    return _bytes_like(fx, node, "bytes", sized=True)


def bytearray_call(fx: Fx, node: tree.Call, want: Type | None) -> ir.Expr:
    return _bytes_like(fx, node, "bytearray", sized=False)


def bytes_added(fx: Fx, value: ir.Expr, node: tree.Call) -> ir.Expr:
    """What `buffer.extend(value)` adds."""
    call = tree.Call(node.span, node.func, (calls.Evaluated(value.span, value),), ())
    return _bytes_like(fx, call, "bytearray", sized=True, is_added=True)


def _bytes_like(fx: Fx, node: tree.Call, kind: str, *, sized: bool, is_added: bool = False) -> ir.Expr:
    """`sized`: whether CPython asks the items for their number first; `is_added`: it takes no number of zeros."""
    from rumpkc.types import callees

    cls, span = fx.world.cls(kind), node.span
    if not node.args:
        if kind == "bytes":
            return ir.StrConst(span, cls, b"")
        return ir.Call(span, cls, fx.world.library(kind, f"{kind}_zeros"), (ir.Const(span, INT, 0),))
    value = integers.bool_to_int(expr(fx, node.args[0]))
    if calls.has_method(value.type, "__bytes__") and kind == "bytes":
        return coerce(fx, calls.call_method(fx, value, "__bytes__", [], span), cls, span)
    if calls.has_method(value.type, "__index__") and not is_added:
        value = calls.call_method(fx, value, "__index__", [], span)
    t = value.type
    if isinstance(t, IntType):
        return ir.Call(span, cls, fx.world.library(kind, f"{kind}_zeros"), (coerce(fx, value, INT, span),))
    if isinstance(t, ClassInst) and t.name == "str":
        value = callees.value_method(fx, value, "encode", replace(node, args=node.args[1:]), None)
        t = value.type
    if isinstance(t, ClassInst) and t.name in ("bytes", "bytearray"):
        if t.name == kind == "bytes":
            return value
        return ir.Call(span, cls, fx.world.library(kind, f"{kind}_from_{t.name}"), (value,))
    name = tree.Name(span, ".x")
    as_int = tree.Call(span, tree.Name(span, "int"), (name,), ())
    source: tree.Expr = calls.Evaluated(span, value)
    over = tree.Comprehension(span, name, Sized(span, source) if sized else source, (), False)
    ints = expr(fx, tree.ListComp(span, as_int, (over,)), fx.world.cls("list", INT))
    return ir.Call(span, cls, fx.world.library(kind, f"{kind}_from_list"), (ints,))


def range_call(fx: Fx, node: tree.Call, want: Type | None) -> ir.Expr:
    """A range as an object."""
    from rumpkc.types import subscripts

    no_keywords(node, "range", 1, 3)
    stmts, parts = subscripts.indices(fx, node.args)
    start = parts[0] if len(parts) > 1 else ir.Const(node.span, INT, 0)
    stop = parts[1] if len(parts) > 1 else parts[0]
    step = parts[2] if len(parts) > 2 else ir.Const(node.span, INT, 1)
    made = constructors.construct(fx, fx.world.cls("range"), [start, stop, step], node.span)
    return ir.Seq(node.span, made.type, tuple(stmts), made) if stmts else made


def slice_call(fx: Fx, node: tree.Call, want: Type | None) -> ir.Expr:
    from rumpkc.types import slice_objects

    return slice_objects.slice_call(fx, node, want)


CLASS_CALLS: dict[str, Rule] = {
    "list": list_call,
    "set": set_call,
    "frozenset": frozenset_call,
    "dict": dict_call,
    "bytes": bytes_call,
    "bytearray": bytearray_call,
    "str": str_call,
    "range": range_call,
    "slice": slice_call,
}
