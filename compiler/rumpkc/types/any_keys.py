"""`d[k]`, `d.get(k)`, `xs[k]` of a known class, where only the running program knows what `k` is (`any_values.py`).

    d[k]     d: dict[str, int]    if k is a str: d[k]    elif some key equals k: d[that key]    else: KeyError(k)
    xs[k]    xs: list[int]        if k is an int: xs[k]    else: TypeError("list indices must be integers …")

What a dict does without the key it does for one that its type cannot hold: only what puts such a key there stays a
TypeError that says so.
"""

from __future__ import annotations

from collections.abc import Callable

from rumpkc.diagnostics import fail
from rumpkc.ir import nodes as ir
from rumpkc.source import Span
from rumpkc.syntax import tree
from rumpkc.types import any_given, any_values, calls, open_unions, slice_objects
from rumpkc.types.builtins import VAR_TUPLE
from rumpkc.types.classes import dict_base, find_method
from rumpkc.types.convert import coerce, join
from rumpkc.types.enums import is_int_enum
from rumpkc.types.fx import Fx, PartialType
from rumpkc.types.literals import fold_int
from rumpkc.types.types import BOOL, INT, NEVER, NONE, ClassInst, OptionalType, TupleType, Type, UnionType, is_object

ASKS = ("get", "pop", "__getitem__", "__delitem__")        # methods of a dict that add no key


def with_key(fx: Fx, t: Type, node: tree.Expr) -> tree.Expr:
    """The key `node` of a container of type `t`, evaluated where it may be an `Any` and matters."""
    from rumpkc.types.exprs import expr

    table = dict_base(t)
    if not any_values.names_any(fx) or isinstance(node, (tree.Constant, tree.Slice, tree.UnaryOp, tree.Starred)):
        return node
    if table is not None and is_object(table.args[0]) or table is None and not is_sequence(t):
        return node
    if isinstance(t, TupleType) and fold_int(fx.world, fx.module, node, fx.assigned) is not None:
        return node
    before = fx.state.copy()
    value = expr(fx, node, table.args[0] if table is not None else None)
    if isinstance(value.type, PartialType) or isinstance(value.type, UnionType) and not any_values.is_open(fx, value):
        fx.state = before               # an `int | slice` is told apart where it stands
        return node
    return calls.Evaluated(node.span, value)


def is_sequence(t: Type) -> bool:
    """Whether the items of a `t` have numbers."""
    return _kind(t) in open_unions.SEQUENCES


def _kind(t: Type) -> str:
    return "tuple" if isinstance(t, TupleType) else open_unions.name_of(t)


def open_key(fx: Fx, node: tree.Expr) -> ir.Expr | None:
    """The value of a key that `with_key` gave, if the running program tells its class."""
    return node.value if isinstance(node, calls.Evaluated) and any_values.is_open(fx, node.value) else None


def item(
    fx: Fx, value: ir.Expr, key: ir.Expr, make: Callable[[ir.Expr, ir.Expr], ir.Expr], span: Span
) -> ir.Expr | None:
    """`value[key]`, which is `make(value, key)` for a key of a known class; None for other classes of containers."""
    t = value.type
    if _is_narrow_dict(t):
        return _asked(fx, value, "__getitem__", key, None, span)
    if isinstance(t, TupleType):
        value = coerce(fx, value, fx.world.cls(VAR_TUPLE, fx.world.cls("object")), span)
        t = value.type
    if not isinstance(t, ClassInst) or not t.info.module.library or not is_sequence(t):
        return None
    saves, (got, at) = fx.save_all([value, key])
    out = _by_number(fx, t, at, lambda k: make(got, k), span)
    return ir.Seq(span, out.type, tuple(saves), out)


def index(fx: Fx, t: Type, key: ir.Expr, span: Span) -> ir.Expr:
    """The number that the `key` of a sequence of type `t` is."""
    from rumpkc.types.subscripts import index_of

    return _by_number(fx, t, key, lambda k: index_of(fx, calls.Evaluated(span, k)), span)


def _by_number(fx: Fx, t: Type, key: ir.Expr, make: any_values.Make, span: Span) -> ir.Expr:
    def one(k: ir.Expr) -> ir.Expr:
        if k.type in (INT, BOOL) or is_int_enum(k.type) or slice_objects.is_slice(k.type) or (
                isinstance(k.type, ClassInst) and calls.has_method(k.type, "__index__")):
            return make(k)
        raise fail("E0303", f"{k.type} is no index", span)

    before, after = open_unions.SEQUENCES[_kind(t)].split("{}")
    return any_values.unary(fx, key, one, "TypeError", (before, after), span, "this item")


def method(fx: Fx, table: ir.Expr, name: str, node: tree.Call) -> ir.Expr | None:
    """`d.get(k)`, `d.get(k, default)`, `d.pop(k)` and so on of a dict; None where the key is of a known class."""
    from rumpkc.types.exprs import expr

    key = open_key(fx, node.args[0]) if name in ASKS and node.args else None
    t = table.type
    if key is None or node.keywords or len(node.args) > 2 or not isinstance(t, ClassInst) or not _is_narrow_dict(t):
        return None
    save, got = fx.save(table)
    keep, at = fx.save(key)
    stmts, default = [save, keep], None
    if len(node.args) == 2:
        last, default = fx.save(expr(fx, node.args[1], t.args[-1]))
        stmts.append(last)
    out = _asked(fx, got, name, at, default, node.span)
    return ir.Seq(node.span, out.type, tuple(stmts), out)


def _is_narrow_dict(t: Type) -> bool:
    """Whether `t` is one of the library's dicts, and has keys of some type."""
    table = dict_base(t)
    return table is not None and isinstance(t, ClassInst) and t.info.module.library and not is_object(table.args[0])


def _asked(fx: Fx, table: ir.Expr, name: str, key: ir.Expr, default: ir.Expr | None, span: Span) -> ir.Expr:
    from rumpkc.types.callees import value_method
    from rumpkc.types.hashing import hash_of
    from rumpkc.types.loops import contains_by_search

    whole = dict_base(table.type)
    assert whole is not None
    saves, (got, wanted) = fx.save_all([table, key])
    more = [calls.Evaluated(span, default)] if default is not None else []

    def of(known: ir.Expr) -> ir.Expr:
        at = calls.Evaluated(span, known)
        func = tree.Attribute(span, at, name, span)
        return value_method(fx, got, name, tree.Call(span, func, (at, *more), ()), None)

    plain = ir.Convert(span, whole, got) if whole != got.type else got
    like = ir.Call(span, whole.args[0], fx.world.library("mixed", "key_like", *whole.args), (plain, wanted))
    found, absent = of(like), _absent(fx, got, name, wanted, default, span)
    out = join(fx, [found.type, absent.type], span, f"`.{name}()`")
    hashed = ir.Eval(span, hash_of(fx, wanted, span))
    there = ir.Seq(span, BOOL, (hashed,), contains_by_search(fx, got, wanted, span))
    searched = ir.IfExp(span, out, there, coerce(fx, found, out, span), coerce(fx, absent, out, span))
    fits = any_given.fits(fx, wanted, whole.args[0], span)
    if fits is not None:
        test, known = fits
        searched = ir.IfExp(span, out, test, coerce(fx, of(known), out, span), searched)
    return ir.Seq(span, out, tuple(saves), searched)


def _absent(fx: Fx, table: ir.Expr, name: str, key: ir.Expr, default: ir.Expr | None, span: Span) -> ir.Expr:
    """What the method does for a key that is not there and cannot be put there."""
    from rumpkc.types.tries import raise_new

    cls = table.type
    assert isinstance(cls, ClassInst)
    if default is not None:
        return default
    if name == "get":
        return ir.Const(span, NONE if isinstance(cls.args[-1], OptionalType) else OptionalType(cls.args[-1]), None)
    own = find_method(cls, "_absent" if name == "__getitem__" else name)
    if own is not None and own[0].name == "Counter":
        return ir.Const(span, INT, 0) if name == "__getitem__" else ir.Const(span, NONE, None)
    if own is not None and own[0].name == "defaultdict":
        return any_values.raising(fx, "TypeError", [f"this {cls} takes no such key"], span)
    return raise_new(fx, "KeyError", [key], NEVER, span)
