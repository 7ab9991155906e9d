"""Methods of the library's classes that take arguments of several kinds: each kind has a dialect method of its own.

d.get(k, 0)             d._get_or(k, 0)              the result is the values' type, not `V | None`
", ".join(f(x) for x)   ", ".join([f(x) for x])      any iterable where the method takes a list
xs.sort(key=f)          xs._replace(sorted by the keys)
s.startswith(("a", b))  s.startswith("a") or s.startswith(b)
"""

from __future__ import annotations


from rumpkc.diagnostics import fail
from rumpkc.ir import nodes as ir
from rumpkc.source import Span
from rumpkc.syntax import tree
from rumpkc.types import abstract_bases, calls, encodings
from rumpkc.types.classes import dict_base, find_method
from rumpkc.types.convert import coerce
from rumpkc.types.fx import Fx, PartialType
from rumpkc.types.iterable_arguments import PURE, SETS, Rule, taking, walked_only
from rumpkc.types.symbols import ClassInfo, Special
from rumpkc.types.types import (
    BOOL,
    INT,
    NONE,
    ClassInst,
    FuncType,
    IntType,
    TupleType,
    Type,
    TypeVarType,
    UnionType,
    is_number,
)


def overloaded(fx: Fx, receiver: ir.Expr, name: str, node: tree.Call) -> ir.Expr | None:
    """The call in the form that the library has; None where the method takes the call as it is."""
    t = receiver.type
    if not isinstance(t, ClassInst):
        return None
    cls: ClassInst | None = t
    while cls is not None:
        rule = RULES.get((cls.name, name)) if cls.info.module.library else None
        if rule is not None:
            return rule(fx, receiver if cls is t else ir.Convert(receiver.span, cls, receiver), node, name)
        if name in cls.info.members:
            copied = COPIED.get(name) if abstract_bases.brought(cls.info, name) else None
            return copied(fx, receiver, node, name) if copied is not None else None
        cls = cls.base
    return None


def _with_default(fx: Fx, receiver: ir.Expr, node: tree.Call, name: str) -> ir.Expr | None:
    """`d.get(k, default)`, `d.pop(k, default)`; a default of None stays with `get`."""
    if len(node.args) != 2 or node.keywords:
        return None
    if isinstance(node.args[1], tree.Constant) and node.args[1].kind == "none":
        if name == "get":
            return None
        return calls.method_call(fx, receiver, "_pop_or_none", node.args[:1], (), node.span)
    from rumpkc.types.convert import assignable
    from rumpkc.types.exprs import expr

    assert isinstance(receiver.type, ClassInst)
    item = receiver.type.args[1]
    save, got = fx.save(receiver)
    key_save, key = fx.save(expr(fx, node.args[0], receiver.type.args[0]))
    default = expr(fx, node.args[1], item)
    literal = isinstance(default, ir.Const) and isinstance(default.type, IntType) and is_number(item)
    if not literal and not isinstance(default.type, PartialType) and not assignable(default.type, item):
        return _or_default(fx, (save, key_save), got, key, default, name, node.span)
    call = calls.call_method(fx, got, f"_{name}_or", [key, default], node.span)
    return ir.Seq(node.span, call.type, (save, key_save), call)


def _none_by_default(fx: Fx, receiver: ir.Expr, node: tree.Call, name: str) -> ir.Expr | None:
    """`d.setdefault(k)`: what the key has then is None."""
    if len(node.args) != 1 or node.keywords or isinstance(node.args[0], tree.Starred):
        return None
    none = tree.Constant(node.span, None, "none")
    return calls.method_call(fx, receiver, name, (*node.args, none), (), node.span)


def _or_default(
    fx: Fx, saves: tuple[ir.Stmt, ...], table: ir.Expr, key: ir.Expr, default: ir.Expr, name: str, span: Span
) -> ir.Expr:
    """`d.get(k, default)`, `d.pop(k, default)` where the default is of another type than the values."""
    from rumpkc.types.convert import join

    keep, other = fx.save(default)
    found = _own_method(fx, table, "pop" if name == "pop" else "__getitem__", key, span)
    t = join(fx, [found.type, other.type], span, f"`{name}`")
    there = _own_method(fx, table, "__contains__", key, span)
    out = ir.IfExp(span, t, there, coerce(fx, found, t, span), coerce(fx, other, t, span))
    return ir.Seq(span, t, (*saves, keep), out)


def _own_method(fx: Fx, table: ir.Expr, name: str, key: ir.Expr, span: Span) -> ir.Expr:
    """`table.name(key)`: of a dict its own method, whatever a class below defines; a ChainMap asks by `self[key]`."""
    cls = table.type
    found = find_method(cls, name) if isinstance(cls, ClassInst) and cls.name == "dict" else None
    if found is None or not isinstance(cls, ClassInst):
        return calls.call_method(fx, table, name, [key], span)
    return calls.plain_call(fx, found[1], found[0], [table, key], span)


def _sort(fx: Fx, receiver: ir.Expr, node: tree.Call, name: str) -> ir.Expr | None:
    """`xs.sort(key=f, reverse=r)`."""
    named = {k.name: k.value for k in node.keywords}
    key = named.get("key")
    if node.args:
        raise fail("E0310", "`sort` takes `key` and `reverse` by name only", node.span)
    if key is None or (isinstance(key, tree.Constant) and key.kind == "none"):
        if "key" not in named:
            return None
        return calls.method_call(fx, receiver, name, (), tuple(k for k in node.keywords if k.name != "key"), node.span)
    from rumpkc.types.exprs import typed
    from rumpkc.types.reductions import sort_by_key

    span = node.span
    save, got = fx.save(receiver)
    keep, reverse = fx.save(typed(fx, named["reverse"], BOOL) if "reverse" in named else ir.Const(span, BOOL, False))
    lend, held = fx.save(calls.call_method(fx, got, "_lend", [], span))
    changed = fx.temp(BOOL, span)
    back = ir.SetLocal(span, changed, calls.call_method(fx, got, "_take_back", [held], span))
    sort = ir.TryFinally(span, tuple(sort_by_key(fx, held, key, reverse, span)), (back,))
    modified = calls.call_function(fx, fx.world.function_of("lib.core.list", "_modified"), None, (), (), span)
    stop = ir.If(span, ir.LocalGet(span, BOOL, changed), (ir.Eval(span, modified),), ())
    return ir.Seq(span, NONE, (save, keep, lend, sort, stop), ir.Const(span, NONE, None))


def _edge(fx: Fx, receiver: ir.Expr, node: tree.Call, name: str) -> ir.Expr | None:
    """`s.startswith((a, b))`."""
    from rumpkc.types.exprs import expr

    if not node.args or node.keywords or not isinstance(node.args[0], (tree.Tuple, tree.Name, tree.Attribute)):
        return None
    save, got = fx.save(receiver)
    given = expr(fx, node.args[0])
    if not isinstance(given.type, TupleType):
        call = calls.method_call(fx, got, name, (calls.Evaluated(given.span, given), *node.args[1:]), (), node.span)
        return ir.Seq(node.span, call.type, (save,), call)
    keep, parts = fx.save(given)
    bounds: list[tree.Expr] = []
    saves = [save, keep]
    for arg in node.args[1:]:
        keep_bound, bound = fx.save(expr(fx, arg))
        saves.append(keep_bound)
        bounds.append(calls.Evaluated(arg.span, bound))
    out: ir.Expr = ir.Const(node.span, BOOL, False)
    for index in reversed(range(len(given.type.items))):
        part = ir.TupleGet(node.span, given.type.items[index], parts, index)
        test = calls.method_call(fx, got, name, (calls.Evaluated(node.span, part), *bounds), (), node.span)
        out = ir.Or(node.span, BOOL, test, out)
    return ir.Seq(node.span, BOOL, tuple(saves), out)


def _extend_bytes(fx: Fx, receiver: ir.Expr, node: tree.Call, name: str) -> ir.Expr | None:
    """`buffer.extend(…)` of bytes, a bytearray, or numbers."""
    if len(node.args) != 1 or node.keywords:
        return None
    from rumpkc.types.conversions import bytes_added
    from rumpkc.types.exprs import expr

    save, got = fx.save(receiver)
    value = calls.plain_bytes(fx, expr(fx, node.args[0]))
    if isinstance(value.type, IntType) or (isinstance(value.type, ClassInst) and value.type.name == "str"):
        raise fail("E0303", f"`extend` takes bytes or numbers, not {value.type}", node.args[0].span)
    if not isinstance(value.type, ClassInst) or value.type.name != "bytes":
        value = bytes_added(fx, value, node)
    call = calls.call_method(fx, got, name, [value], node.span)
    return ir.Seq(node.span, call.type, (save,), call)


def from_keys(fx: Fx, node: tree.Call, want: Type | None) -> ir.Expr:
    """`dict.fromkeys(keys, value)`: `{k: value for k in keys}` with the value evaluated once; it is None by itself."""
    from rumpkc.types.exprs import expr
    from rumpkc.types.reductions import started

    if len(node.args) not in (1, 2) or node.keywords:
        raise fail("E0310", "`dict.fromkeys` takes the keys and a value", node.span)
    goal = want if isinstance(want, ClassInst) and want.name == "dict" else None
    stmts, keys = started(fx, node.args[0], node.args[1:])
    given = node.args[1] if len(node.args) == 2 else tree.Constant(node.span, None, "none")
    save, value = fx.save(expr(fx, given, goal.args[1] if goal else None))
    stmts.append(save)
    name = tree.Name(node.span, ".k")
    over = tree.Comprehension(node.span, name, keys, (), False)
    out = expr(fx, tree.DictComp(node.span, name, calls.Evaluated(node.span, value), (over,)), goal)
    return ir.Seq(node.span, out.type, tuple(stmts), out)


def _renamed(to: str) -> Rule:
    """Where a subclass takes more than the method that it overrides: every call that names it goes to `to`."""

    def rule(fx: Fx, receiver: ir.Expr, node: tree.Call, name: str) -> ir.Expr | None:
        return calls.method_call(fx, receiver, to, node.args, node.keywords, node.span)

    return rule


def _counts(to: str) -> Rule:
    """`c.update(xs, a=1)` of a Counter: what has a name counts last."""

    def rule(fx: Fx, receiver: ir.Expr, node: tree.Call, name: str) -> ir.Expr | None:
        if not node.keywords or any(k.name is None for k in node.keywords):
            plain = calls.method_call if node.keywords else _counted
            return plain(fx, receiver, to, node.args, node.keywords, node.span)
        save, got = fx.save(receiver)
        stmts: list[ir.Stmt] = [save]
        if node.args:
            stmts.append(ir.Eval(node.span, _counted(fx, got, to, node.args, (), node.span)))
        stmts.append(ir.Eval(node.span, calls.method_call(fx, got, to, (named_items(node),), (), node.span)))
        return ir.Seq(node.span, NONE, tuple(stmts), ir.Const(node.span, NONE, None))

    return rule


def _counted(
    fx: Fx, receiver: ir.Expr, name: str, args: tuple[tree.Expr, ...], keywords: tuple[tree.Keyword, ...], span: Span
) -> ir.Expr:
    """What a Counter counts, where that is an `Iterable[T]`: whether it is a dict of counts is asked by the run."""
    from rumpkc.types import abstract_arguments
    from rumpkc.types.exprs import expr

    if len(args) != 1 or isinstance(args[0], (tree.Starred, tree.GeneratorExp)) or walked_only(fx, args[0]):
        return calls.method_call(fx, receiver, name, args, keywords, span)
    save, got = fx.save(receiver)
    keep, value = fx.save(expr(fx, args[0]))
    given = (calls.Evaluated(args[0].span, value),)
    if isinstance(value.type, ClassInst) and value.type.name == "Iterable":
        abstract_arguments.no_own_mappings(fx, value.type, span)
        name = f"{name}_any"
    elif abstract_arguments.is_own_mapping(value.type):
        name = f"{name}_mapping"
    call = calls.method_call(fx, got, name, given, (), span)
    return ir.Seq(span, call.type, (save, keep), call)


def _counts_any(fx: Fx, receiver: ir.Expr, node: tree.Call, name: str) -> ir.Expr | None:
    return _counted(fx, receiver, name, node.args, node.keywords, node.span)


def _new_child(fx: Fx, receiver: ir.Expr, node: tree.Call, name: str) -> ir.Expr | None:
    """`m.new_child(a=1)`."""
    if not node.keywords or node.args or any(k.name in (None, "m") for k in node.keywords):
        return None
    return calls.method_call(fx, receiver, name, (named_items(node),), (), node.span)


def named_items(node: tree.Call) -> tree.Dict:
    """The arguments with names, as a dict display."""
    keys = tuple(tree.Constant(k.span, k.name, "str") for k in node.keywords)
    return tree.Dict(node.span, keys, tuple(k.value for k in node.keywords))


def _own_item(fx: Fx, t: ClassInst) -> Type:
    return t.args[0]


def _enter_context(fx: Fx, receiver: ir.Expr, node: tree.Call, name: str) -> ir.Expr | None:
    """`stack.enter_context(manager)`: enter it, and keep its `__exit__`. `push` only keeps it, or a
    function that is called as an `__exit__` is."""
    from rumpkc.types.exprs import expr

    if len(node.args) != 1 or node.keywords:
        raise fail("E0310", f"`{name}` takes one context manager", node.span)
    at = node.args[0].span
    save, stack = fx.save(receiver)
    keep, manager = fx.save(expr(fx, node.args[0]))
    if name == "push" and isinstance(manager.type, FuncType):
        kept = calls.method_call(fx, stack, "_push", (calls.Evaluated(at, manager),), (), node.span)
        return ir.Seq(node.span, manager.type, (save, keep, ir.Eval(node.span, kept)), manager)
    if not calls.has_method(manager.type, "__exit__"):
        raise fail("E0303", f"{manager.type} is no context manager", at, help="pass an object with `__exit__`")
    held = calls.Evaluated(at, manager)
    leave = tree.Attribute(at, held, "__exit__", at)
    push = ir.Eval(node.span, calls.method_call(fx, stack, "_push", (leave,), (), node.span))
    if name == "push":
        return ir.Seq(node.span, manager.type, (save, keep, push), manager)
    store, entered = fx.save(calls.method_call(fx, manager, "__enter__", (), (), node.span))
    return ir.Seq(node.span, entered.type, (save, keep, store, push), entered)


def _throw(fx: Fx, receiver: ir.Expr, node: tree.Call, name: str) -> ir.Expr | None:
    """`g.throw(ValueError)`: an object of the class."""
    from rumpkc.types.names import static_symbol

    symbol = static_symbol(fx, node.args[0]) if len(node.args) == 1 and not node.keywords else None
    if not isinstance(symbol, ClassInfo):
        return None
    made = tree.Call(node.args[0].span, node.args[0], (), ())
    return calls.method_call(fx, receiver, name, (made,), (), node.span)


def _exit_callback(fx: Fx, receiver: ir.Expr, node: tree.Call, name: str) -> ir.Expr | None:
    """`stack.callback(f, a, b=1)`: keep a function that makes the call."""
    from rumpkc.types.callables import made
    from rumpkc.types.partial_calls import partial_call

    save, stack = fx.save(receiver)
    bound = partial_call(fx, node, FuncType((), TypeVarType("R")) if _asks_place(fx, node) else None)
    if not isinstance(bound.type, FuncType) or bound.type.params:
        raise fail("E0313", "this callback lacks arguments", node.span)

    def build(inner: Fx, held: list[ir.Expr], _args: list[ir.Expr]) -> ir.Expr:
        call = calls.call_value(inner, held[0], tree.Call(node.span, node.func, (), ()))
        return ir.Seq(node.span, NONE, (ir.Eval(node.span, call),), ir.Const(node.span, NONE, None))

    func = made(fx, "callback", FuncType((), NONE), [bound], build, node.span)
    call = calls.method_call(fx, stack, "_callback", (calls.Evaluated(node.span, func),), (), node.span)
    return ir.Seq(node.span, NONE, (save,), call)


def _asks_place(fx: Fx, node: tree.Call) -> bool:
    """Whether the first argument is a lambda or a builtin function, whose parameters only the place tells."""
    from rumpkc.types.names import static_symbol

    if node.args and isinstance(node.args[0], tree.Lambda):
        return True
    return bool(node.args) and isinstance(node.args[0], tree.Name) and isinstance(
        static_symbol(fx, node.args[0]), Special)


def _substitute(fx: Fx, receiver: ir.Expr, node: tree.Call, name: str) -> ir.Expr | None:
    """`template.substitute(mapping, name=value)`: the named values as text."""
    from rumpkc.types.exprs import expr

    if len(node.args) > 1 or any(k.name is None for k in node.keywords):
        raise fail("E0310", f"`{name}` takes a dict, and values by name", node.span)
    span, text = node.span, fx.world.cls("str")
    goal = fx.world.cls("dict", text, text)
    save, template = fx.save(receiver)
    keep, mapping = fx.save(expr(fx, node.args[0]) if node.args else expr(fx, tree.Dict(span, (), ()), goal))
    keys = tuple(tree.Constant(k.span, k.name, "str") for k in node.keywords)
    values = tuple(tree.Call(k.span, tree.Name(k.span, "str"), (k.value,), ()) for k in node.keywords)
    named = expr(fx, tree.Dict(span, keys, values), goal)
    safe = ir.Const(span, BOOL, name == "safe_substitute")
    call = calls.method_call(fx, template, "_fill", calls.evaluated([mapping, named, safe]), (), span)
    return ir.Seq(span, call.type, (save, keep), call)


def _format(fx: Fx, receiver: ir.Expr, node: tree.Call, name: str) -> ir.Expr | None:
    from rumpkc.types.format_method import format_call
    return format_call(fx, receiver, node, name)


def _format_map(fx: Fx, receiver: ir.Expr, node: tree.Call, name: str) -> ir.Expr | None:
    from rumpkc.types.format_method import format_map_call
    return format_map_call(fx, receiver, node, name)


def _translate(fx: Fx, receiver: ir.Expr, node: tree.Call, name: str) -> ir.Expr | None:
    from rumpkc.types.translation import translate
    return translate(fx, receiver, node, name)


def _make_table(fx: Fx, node: tree.Call, want: Type | None) -> ir.Expr:
    from rumpkc.types.translation import make_table
    return make_table(fx, node, want)


def _part(fx: Fx, receiver: ir.Expr, node: tree.Call, name: str) -> ir.Expr | None:
    """`b.find(…)` and its like: a number is the byte of that value."""
    from rumpkc.types.exprs import expr

    if not node.args or node.keywords:
        return None
    save, got = fx.save(receiver)
    value = expr(fx, node.args[0])
    if isinstance(value.type, IntType):
        code = coerce(fx, value, INT, node.args[0].span)
        value = ir.Call(node.span, fx.world.cls("bytes"), fx.world.library("bytes", "one_byte"), (code,))
    args = (calls.Evaluated(node.args[0].span, value), *node.args[1:])
    call = calls.method_call(fx, got, name, args, (), node.span)
    return ir.Seq(node.span, call.type, (save,), call)


def _update_mapping(fx: Fx, receiver: ir.Expr, node: tree.Call, name: str) -> ir.Expr | None:
    """`m.update(other, a=1)`: the items of the other one, then those with names, each through `__setitem__`."""
    from rumpkc.types import conversions, mapping_or_pairs
    from rumpkc.types.exprs import expr
    from rumpkc.types.text import str_const

    if len(node.args) > 1 or any(isinstance(a, tree.Starred) for a in node.args):
        return None
    assert isinstance(receiver.type, ClassInst)
    found = find_method(receiver.type, "__setitem__")
    assert found is not None
    item = fx.world.func(found[1], found[0]).params[2].type
    save, got = fx.save(receiver)
    stmts: list[ir.Stmt] = [save]
    given: list[tuple[str, tree.Expr]] = []
    for arg in node.args:
        if not node.keywords and (walked_only(fx, arg) or isinstance(arg, (tree.List, tree.Dict, tree.Tuple))):
            return None
        keep, value = fx.save(expr(fx, arg))
        stmts.append(keep)
        if mapping_or_pairs.is_either(value.type):
            return _update_of_either(fx, stmts, got, value, node, name)
        other = dict_base(value.type) is None and conversions.is_mapping(value.type)
        given.append(("_update_mapping" if other else name, calls.Evaluated(arg.span, value)))
    named: list[ir.Stmt] = []
    for keyword in node.keywords:
        keep, value = fx.save(expr(fx, keyword.value, item if keyword.name is not None else None))
        stmts.append(keep)
        if keyword.name is None:
            named.append(ir.Eval(node.span, calls.call_method(fx, got, name, [value], keyword.span)))
            continue
        key = str_const(fx, keyword.span, keyword.name)
        named.append(ir.Eval(node.span, calls.call_method(fx, got, "__setitem__", [key, value], keyword.span)))
    for to, source in given:
        stmts.append(ir.Eval(node.span, calls.method_call(fx, got, to, (source,), (), node.span)))
    return ir.Seq(node.span, NONE, (*stmts, *named), ir.Const(node.span, NONE, None))


def _update_of_either(
    fx: Fx, before: list[ir.Stmt], got: ir.Expr, value: ir.Expr, node: tree.Call, name: str
) -> ir.Expr:
    """`update` of what is a mapping or pairs."""
    from rumpkc.types import mapping_or_pairs
    from rumpkc.types.callees import value_method

    def update(part: ir.Expr) -> ir.Expr:
        given = (calls.Evaluated(value.span, part),)
        return value_method(fx, got, name, tree.Call(node.span, node.func, given, node.keywords), None)

    out = mapping_or_pairs.of_each(fx, value, update, node.span)
    return ir.Seq(node.span, out.type, tuple(before), out)


def _update_dict(fx: Fx, receiver: ir.Expr, node: tree.Call, name: str) -> ir.Expr | None:
    """`d.update(pairs)`, `d.update(a=1)`: the items one by one, as CPython sets them."""
    from rumpkc.types import conversions, loops, mapping_or_pairs
    from rumpkc.types.exprs import expr
    from rumpkc.types.text import str_const

    display = () if node.keywords else (tree.Dict,)
    if len(node.args) > 1 or (node.args and isinstance(node.args[0], (tree.Starred, *display))):
        return None
    assert isinstance(receiver.type, ClassInst)
    save, got = fx.save(receiver)
    stmts: list[ir.Stmt] = [save]
    put_one = "_put" if dict_base(got.type) is not None else "__setitem__"
    named: list[ir.Stmt] = []
    source = node.args[0] if node.args else None
    if source is not None and not walked_only(fx, source):
        keep, value = fx.save(expr(fx, source, receiver.type))
        if isinstance(value.type, PartialType):
            return None
        stmts.append(keep)
        if mapping_or_pairs.is_either(value.type):
            return _update_of_either(fx, stmts, got, value, node, name)
        if dict_base(value.type) is None and conversions.is_mapping(value.type):
            keep, value = fx.save(conversions.dict_of_mapping(fx, value, None, node.span))
            stmts.append(keep)
        source = calls.Evaluated(source.span, value)
        if dict_base(value.type) is not None:
            named.append(ir.Eval(node.span, calls.call_method(fx, got, "update", [value], node.span)))
            source = None
    for keyword in node.keywords:
        if keyword.name is None:
            keep, value = fx.save(expr(fx, keyword.value, receiver.type))
            stmts.append(keep)
            named.append(ir.Eval(node.span, calls.call_method(fx, got, "update", [value], keyword.span)))
            continue
        keep, value = fx.save(expr(fx, keyword.value, receiver.type.args[1]))
        stmts.append(keep)
        key = str_const(fx, keyword.span, keyword.name)
        named.append(ir.Eval(node.span, calls.call_method(fx, got, put_one, [key, value], keyword.span)))
    if source is not None:
        def put(pair: ir.Expr) -> list[ir.Stmt]:
            if not isinstance(pair.type, TupleType) or len(pair.type.items) != 2:
                raise fail("E0303", f"`update` takes a dict or pairs, not items of type {pair.type}", node.span)
            keep, item = fx.save(pair)
            parts: list[ir.Expr] = [ir.TupleGet(node.span, t, item, i) for i, t in enumerate(pair.type.items)]
            return [keep, ir.Eval(node.span, calls.call_method(fx, got, put_one, parts, node.span))]

        stmts += loops.for_each(fx, source, put, node.span)
    return ir.Seq(node.span, NONE, (*stmts, *named), ir.Const(node.span, NONE, None))


_plain_join = taking("list", ("list",), lambda fx, t: fx.world.cls("bytes"))


def _join_bytes(fx: Fx, receiver: ir.Expr, node: tree.Call, name: str) -> ir.Expr | None:
    """`b", ".join(parts)`: parts that are a bytearray become bytes first."""
    from rumpkc.types import loops
    from rumpkc.types.exprs import expr

    arg = node.args[0] if len(node.args) == 1 and not node.keywords else None
    if arg is None or isinstance(arg, tree.Starred) or walked_only(fx, arg):
        return _plain_join(fx, receiver, node, name)
    if isinstance(arg, tree.GeneratorExp):
        arg = tree.ListComp(arg.span, arg.elt, arg.generators)
    save, got = fx.save(receiver)
    value = expr(fx, arg)
    if isinstance(value.type, PartialType):
        value = coerce(fx, value, fx.world.cls("list", fx.world.cls("bytes")), arg.span)
    item = loops.item_type(fx, value, arg.span)
    kinds = item.members if isinstance(item, UnionType) else (item,)
    given: tree.Expr = calls.Evaluated(arg.span, value)
    if fx.world.cls("bytearray") in kinds and all(k in BYTES for k in map(str, kinds)):
        part = tree.Name(arg.span, ".x")
        plain = tree.Call(arg.span, tree.Name(arg.span, "bytes"), (part,), ())
        given = tree.ListComp(arg.span, plain, (tree.Comprehension(arg.span, part, given, (), False),))
    out = _plain_join(fx, got, tree.Call(node.span, node.func, (given,), ()), name)
    return out and ir.Seq(node.span, out.type, (save,), out)


BYTES = ("bytes", "bytearray")

RULES: dict[tuple[str, str], Rule] = {
    ("str", "format"): _format,
    ("str", "format_map"): _format_map,
    ("str", "translate"): _translate,
    ("str", "encode"): encodings.named,
    ("bytes", "decode"): encodings.named,
    ("bytearray", "decode"): encodings.named,
    **{(kind, name): _part for kind in ("bytes", "bytearray") for name in "find rfind index rindex count".split()},
    ("dict", "get"): _with_default,
    ("dict", "setdefault"): _none_by_default,
    ("dict", "pop"): _with_default,
    ("dict", "update"): _update_dict,
    ("list", "sort"): _sort,
    ("Counter", "update"): _counts("_update"),
    ("Counter", "subtract"): _counts("_subtract"),
    ("Counter", "_update"): _counts_any,
    ("Counter", "_subtract"): _counts_any,
    ("ChainMap", "get"): _with_default,
    ("ChainMap", "pop"): _with_default,
    ("ChainMap", "update"): _update_dict,
    ("ChainMap", "new_child"): _new_child,
    ("OrderedDict", "setdefault"): _none_by_default,
    ("OrderedDict", "update"): _update_dict,
    ("OrderedDict", "popitem"): _renamed("_pop_end"),
    ("Generator", "throw"): _throw,
    ("ExitStack", "enter_context"): _enter_context,
    ("Template", "substitute"): _substitute,
    ("Template", "safe_substitute"): _substitute,
    ("ExitStack", "push"): _enter_context,
    ("ExitStack", "callback"): _exit_callback,
    ("str", "startswith"): _edge,
    ("str", "endswith"): _edge,
    ("bytes", "startswith"): _edge,
    ("bytes", "endswith"): _edge,
    ("bytearray", "startswith"): _edge,
    ("bytearray", "endswith"): _edge,
    ("str", "join"): taking("list", ("list",), lambda fx, t: t),
    ("bytes", "join"): _join_bytes,
    ("bytearray", "join"): _join_bytes,
    ("list", "extend"): taking("list", ("list",), _own_item),
    ("deque", "extend"): taking("list", ("list",), _own_item),
    ("deque", "extendleft"): taking("list", ("list",), _own_item),
    ("bytearray", "extend"): _extend_bytes,
    **{
        (kind, name): taking("set", (*SETS, "Members"), _own_item)
        for kind in SETS
        for name in (
            *PURE,
            "update",
            "intersection_update",
            "difference_update",
            "symmetric_difference_update",
            "issubset",
            "issuperset",
            "isdisjoint",
        )
    },
}

COPIED: dict[str, Rule] = {"update": _update_mapping}    # methods that classes of the program have from collections.abc
STATIC_RULES = {("dict", "fromkeys"): from_keys, ("str", "maketrans"): _make_table}


def contains(fx: Fx, container: ir.Expr, item: ir.Expr) -> str:
    """The method behind `item in container`: a number in bytes is a byte, not a part."""
    t = container.type
    if isinstance(t, ClassInst) and t.name in ("bytes", "bytearray") and isinstance(item.type, IntType):
        return "_has_byte"
    return "__contains__"
