"""Methods of the library's containers that take any iterable: what the dialect method does not take becomes that first.

xs.extend(f(x) for x in ys)     for x in ys: xs.append(f(x))        where CPython takes the items one by one
s.union(a, b)                   s.union({x for x in a}).union({x for x in b})
", ".join(f(x) for x in ys)     ", ".join([f(x) for x in ys])       members of a StrEnum as their texts
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from rumpkc.ir import nodes as ir
from rumpkc.source import Span
from rumpkc.syntax import tree
from rumpkc.types import calls, set_stars
from rumpkc.types.convert import coerce
from rumpkc.types.enums import is_str_enum
from rumpkc.types.fx import Fx, PartialType
from rumpkc.types.generators import is_iterator
from rumpkc.types.length_hints import Sized, is_own
from rumpkc.types.symbols import Special
from rumpkc.types.types import NONE, ClassInst, IntType, Type

Rule = Callable[[Fx, ir.Expr, tree.Call, str], "ir.Expr | None"]


@dataclass(frozen=True, slots=True, eq=False)
class AsText(tree.Expr):
    """An item that is only looked at: the text of a member that is one."""

    value: tree.Expr


def taking(kind: str, accepted: tuple[str, ...], item: Callable[[Fx, ClassInst], Type]) -> Rule:
    """Methods that take any iterable: what the library does not take as it is becomes a `kind` first."""

    def rule(fx: Fx, receiver: ir.Expr, node: tree.Call, name: str) -> ir.Expr | None:
        from rumpkc.types.exprs import expr

        bare = not node.args and not node.keywords
        if kind == "set" and (set_stars.starred(node) or bare and set_stars.takes_none(name)):
            return set_stars.call(fx, receiver, node, name)
        if len(node.args) != 1 or node.keywords:
            return _several(fx, receiver, node, name) if len(node.args) > 1 and kind == "set" else None
        assert isinstance(receiver.type, ClassInst)
        wanted = fx.world.cls(kind, item(fx, receiver.type))
        walks = True
        save, got = fx.save(receiver)
        arg = _as_texts(node.args[0]) if (kind, name) == ("list", "join") else node.args[0]
        step = ONE_BY_ONE.get((receiver.type.name, name))
        if step is not None and (isinstance(arg, tree.GeneratorExp) or isinstance(arg, tree.Call) and walked(fx, arg)):
            return _one_by_one(fx, [save], got, arg, step, node.span)
        if isinstance(arg, tree.GeneratorExp):
            value = expr(
                fx, (tree.ListComp if kind == "list" else tree.SetComp)(arg.span, arg.elt, arg.generators), wanted
            )
        elif isinstance(arg, tree.Call) and walked(fx, arg):
            value = comprehended(fx, arg, wanted, kind, name == "join")
        else:
            value = expr(fx, arg, wanted)
            walks = not isinstance(value.type, PartialType) and not _is_set(value.type)
            if step is not None and is_iterator(value.type):
                items: tree.Expr = calls.Evaluated(arg.span, value)
                items = Sized(arg.span, items) if receiver.type.name == "list" else items
                return _one_by_one(fx, [save], got, items, step, node.span)
            if not isinstance(value.type, PartialType) and not (
                isinstance(value.type, ClassInst) and value.type.name in accepted
                and not _narrower(value.type.args[0], wanted.args[0])
                and not is_str_enum(value.type.args[0])
            ):
                if name == "join":
                    value = listed_iterator(fx, value, wanted, arg, True)
                else:
                    value = _listed(fx, value, wanted, arg, receiver.type.name == "list")
        method = WALKING.get(name, name) if walks else name
        call = calls.call_method(fx, got, method, [value], node.span)
        return ir.Seq(node.span, call.type, (save,), call)

    return rule

# What CPython adds item by item, so that an iterable that makes them may see those that went in before.
ONE_BY_ONE = {("list", "extend"): "append", ("deque", "extend"): "append", ("deque", "extendleft"): "appendleft",
              ("set", "update"): "add", ("set", "difference_update"): "discard"}


def _one_by_one(
    fx: Fx, before: list[ir.Stmt], got: ir.Expr, arg: tree.Expr, step: str, span: Span
) -> ir.Expr:
    """`for x in arg: got.step(x)`."""
    from rumpkc.types.reductions import each

    assert isinstance(got.type, ClassInst)
    item = got.type.args[0]

    def take(value: ir.Expr) -> list[ir.Stmt]:
        return [ir.Eval(span, calls.call_method(fx, got, step, [coerce(fx, value, item, arg.span)], span))]

    return ir.Seq(span, NONE, (*before, *each(fx, arg, take)), ir.Const(span, NONE, None))


def _is_set(t: Type) -> bool:
    return isinstance(t, ClassInst) and any(c.module.name == "lib.core.set" for c in t.info.ancestors())


def _narrower(item: Type, wanted: Type) -> bool:
    """Whether items are of another type than the container's, and fit it."""
    from rumpkc.types.convert import assignable

    return item != wanted and assignable(item, wanted)


def wider_set(fx: Fx, t: Type, value: ir.Expr) -> ir.Expr:
    """A set as one of the items of `t`, which is a set too, where each fits."""
    if not (isinstance(t, ClassInst) and isinstance(value.type, ClassInst)):
        return value
    if t.name not in SETS or value.type.name not in SETS or not _narrower(value.type.args[0], t.args[0]):
        return value
    return comprehended(fx, calls.Evaluated(value.span, value), fx.world.cls("set", *t.args), "set")


def walked(fx: Fx, node: tree.Call) -> bool:
    """Whether the call has a meaning as the iterable of a loop only: `reversed(xs)`, `map(f, xs)` …"""
    from rumpkc.types.loop_calls import CALLS
    from rumpkc.types.names import static_symbol

    symbol = static_symbol(fx, node.func)
    return isinstance(symbol, Special) and symbol.name in CALLS


def _listed(fx: Fx, value: ir.Expr, wanted: ClassInst, arg: tree.Node, sized: bool, only_looked_at: bool = False
            ) -> ir.Expr:
    source: tree.Expr = calls.Evaluated(arg.span, value)
    return comprehended(fx, Sized(arg.span, source) if sized else source, wanted, wanted.name, only_looked_at)


def listed_iterator(fx: Fx, value: ir.Expr, wanted: ClassInst, arg: tree.Node, only_looked_at: bool = False) -> ir.Expr:
    """What CPython's `PySequence_Fast` makes: a list of the iterator, which is asked for an iterator and its length."""
    if is_own(value.type):
        value = calls.call_method(fx, value, "__iter__", [], arg.span)
    return _listed(fx, value, wanted, arg, True, only_looked_at)


def comprehended(fx: Fx, source: tree.Expr, wanted: ClassInst, kind: str, only_looked_at: bool = False) -> ir.Expr:
    """`[x for x in source]`; `only_looked_at`: nothing keeps the items."""
    from rumpkc.types.exprs import expr

    name = tree.Name(source.span, ".x")
    over = tree.Comprehension(source.span, name, source, (), False)
    if kind == "list":
        item = AsText(source.span, name) if only_looked_at else name
        return expr(fx, tree.ListComp(source.span, item, (over,)), wanted)
    return expr(fx, tree.SetComp(source.span, name, (over,)), wanted)


def _as_texts(node: tree.Expr) -> tree.Expr:
    """What `join` is given, with the items that are written marked as texts."""
    match node:
        case tree.List(elts=items) | tree.Tuple(elts=items):
            return replace(node, elts=tuple(i if isinstance(i, tree.Starred) else AsText(i.span, i) for i in items))
        case tree.GeneratorExp(elt=item) | tree.ListComp(elt=item):
            return replace(node, elt=AsText(item.span, item))
    return node


def as_text(fx: Fx, node: AsText, want: Type | None) -> ir.Expr:
    """The item, or the text of a member."""
    from rumpkc.types.exprs import expr

    value = expr(fx, node.value, want)
    return coerce(fx, value, fx.world.cls("str"), node.span) if is_str_enum(value.type) else value


def _several(fx: Fx, receiver: ir.Expr, node: tree.Call, name: str) -> ir.Expr | None:
    """`a.union(b, c)` is `a.union(b).union(c)`; `a.update(b, c)` is one after the other."""
    save, got = fx.save(receiver)
    stmts: list[ir.Stmt] = [save]
    for arg in node.args:
        from rumpkc.types.callees import value_method

        call = value_method(fx, got, name, tree.Call(node.span, node.func, (arg,), ()), None)
        if call.type is NONE:
            stmts.append(ir.Eval(node.span, call))
        else:
            keep, got = fx.save(call)
            stmts.append(keep)
    last: ir.Expr = (
        got
        if isinstance(got.type, ClassInst) and got.type is not receiver.type or name in PURE
        else ir.Const(node.span, NONE, None)
    )
    return ir.Seq(node.span, last.type, tuple(stmts), last)

SETS = ("set", "frozenset")

WALKING = {"intersection": "_intersection_walked", "intersection_update": "_intersection_update_walked"}

PURE = ("union", "intersection", "difference", "symmetric_difference")


def slice_items(fx: Fx, t: Type, value: ir.Expr) -> ir.Expr:
    """What is assigned to a slice of a list or bytearray, which takes any iterable."""
    from rumpkc.types.conversions import bytearray_call

    if not isinstance(t, ClassInst) or isinstance(value.type, PartialType):
        return value
    name = value.type.name if isinstance(value.type, ClassInst) else ""
    if t.name == "list" and name != "list" and not isinstance(value.type, IntType):
        return listed_iterator(fx, value, t, tree.Pass(value.span))
    if t.name == "bytearray" and name not in ("bytes", "bytearray", "str") and not isinstance(value.type, IntType):
        given = (calls.Evaluated(value.span, value),)
        return bytearray_call(fx, tree.Call(value.span, tree.Name(value.span, "bytearray"), given, ()), None)
    return value


def walked_only(fx: Fx, node: tree.Expr) -> bool:
    return isinstance(node, tree.Call) and walked(fx, node)
