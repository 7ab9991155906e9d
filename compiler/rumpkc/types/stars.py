"""`*` in parameters and calls.

    def f(*args: T)       args is a `tuple[T, ...]`
    f(a, *xs, b)          its items are a, those of xs, and b
    f(*pair)              a tuple of known length stands for its items, whatever parameters they meet
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import count, takewhile

from rumpkc.ir import nodes as ir
from rumpkc.syntax import tree
from rumpkc.types import calls, constructors, loops, records
from rumpkc.types.builtins import VAR_TUPLE
from rumpkc.types.fx import Fx
from rumpkc.types.param_specs import Packed
from rumpkc.types.types import NONE, ClassInst, TupleType, Type, TypeVarType


@dataclass(frozen=True, slots=True, eq=False)
class Spread(calls.Evaluated):
    """An item of a starred tuple."""


@dataclass(frozen=True, slots=True, eq=False)
class Rest(tree.Expr):
    """The arguments of a call that go into its `*args`."""

    items: tuple[tree.Expr, ...]


def _is_empty_list(node: tree.Expr) -> bool:
    """`[]`, whose type follows from the lists beside it."""
    return isinstance(node, tree.List) and not node.elts


def spread_call(fx: Fx, node: tree.Call) -> tree.Call:
    """A call with the items of starred tuples in their place."""
    starred = any(isinstance(arg, tree.Starred) for arg in node.args)
    return replace(node, args=spread(fx, node.args)) if starred else node


def spread(fx: Fx, args: tuple[tree.Expr, ...]) -> tuple[tree.Expr, ...]:
    """The arguments of a call, with the items of starred tuples in their place. Other starred values are evaluated."""
    from rumpkc.types.exprs import expr

    out: list[tree.Expr] = []
    for arg in args:
        if not isinstance(arg, tree.Starred):
            out.append(arg)
            continue
        if isinstance(arg.value, (tree.List, tree.Tuple)) and not any(map(_is_empty_list, arg.value.elts)):
            out += spread(fx, arg.value.elts)
            continue
        value = expr(fx, arg.value)
        value = records.as_tuple(fx, value) if records.is_named_tuple(value.type) else value
        t = value.type
        if t == TupleType(()) and isinstance(arg.value, tree.Name):
            continue
        if not isinstance(t, TupleType) or not t.items:
            out.append(tree.Starred(arg.span, calls.Evaluated(arg.span, value)))
            continue
        save, got = fx.save(value)
        for index, item in enumerate(t.items):
            part: ir.Expr = ir.TupleGet(arg.span, item, got, index)
            if index == 0:
                part = ir.Seq(arg.span, item, (save,), part)
            out.append(Spread(arg.span, part))
    return tuple(out)


def packed(fx: Fx, node: Packed, want: Type | None) -> ir.Expr:
    """The tuple `args` of `*args: P.args`."""
    from rumpkc.types.exprs import expr

    names = takewhile(lambda name: fx.lookup(name) is not None, (f"{node.name}@{index}" for index in count()))
    items = tuple(expr(fx, tree.Name(node.span, name)) for name in names)
    return ir.Aggregate(node.span, TupleType(tuple(item.type for item in items)), items)


def rest_value(fx: Fx, node: Rest, want: Type | None) -> ir.Expr:
    """The tuple that `*args` gets."""
    from rumpkc.types.signature import has_type_var

    item = want.args[0] if isinstance(want, ClassInst) and want.args and not has_type_var(want) else None
    if not node.items and item is not None:
        listed = constructors.construct(fx, fx.world.cls("list", item), [], node.span)
    else:
        from rumpkc.types.exprs import expr

        goal = fx.world.cls("list", item) if item is not None else None
        listed = expr(fx, tree.List(node.span, node.items), goal)
    assert isinstance(listed.type, ClassInst)
    return constructors.construct(fx, fx.world.cls(VAR_TUPLE, listed.type.args[0]), [listed], node.span)


def open_rest(fx: Fx, node: tree.Expr, pattern: Type, found: dict[str, Type]) -> ir.Expr | None:
    """The tuple for `*args: Iterable[T]`: each argument may be another kind of iterable, and tells T."""
    from rumpkc.types.exprs import expr
    from rumpkc.types.generators import HOME
    from rumpkc.types.signature import substitute, unify

    item = pattern.args[0] if isinstance(node, Rest) and isinstance(pattern, ClassInst) else None
    if not isinstance(node, Rest) or not isinstance(item, ClassInst) or item.info.module.name != HOME:
        return None
    if not node.items:                          # nothing tells what it would have held, and nothing asks
        found |= {t.name: NONE for t in item.args if isinstance(t, TypeVarType) and t.name not in found}
    starred = [isinstance(arg, tree.Starred) for arg in node.items]
    values = [expr(fx, arg.value if isinstance(arg, tree.Starred) else arg) for arg in node.items]
    for star, value in zip(starred, values, strict=True):
        unify(item, loops.item_type(fx, value, value.span) if star else value.type, found)
    if any(starred):
        parts = zip(starred, calls.evaluated(values), strict=True)
        args = tuple(tree.Starred(part.span, part) if star else part for star, part in parts)
        return rest_value(fx, Rest(node.span, args), fx.world.cls(VAR_TUPLE, substitute(item, found, fx.world)))
    known = fx.world.cls(VAR_TUPLE, substitute(item, found, fx.world))
    return rest_value(fx, Rest(node.span, calls.evaluated(values)), known)
