"""`a.union(*sets)`: methods of sets that take any number of iterables, where the call does not say how many.

    a.union(b, *more)       out = set(a); out.update(b); for one in more: out.update(one)
    set.union(*sets)        sets[0].union(*sets[1:])
"""

from __future__ import annotations

from rumpkc.ir import nodes as ir
from rumpkc.syntax import tree
from rumpkc.types import calls
from rumpkc.types.convert import settle_item
from rumpkc.types.fx import Fx, PartialType
from rumpkc.types.types import NEVER, NONE, ClassInst, Type

IN_PLACE = {"union": "update", "intersection": "intersection_update", "difference": "difference_update"}


def starred(node: tree.Call) -> bool:
    return any(isinstance(arg, tree.Starred) for arg in node.args)


def takes_none(name: str) -> bool:
    """Whether the method may be called with no set at all: `a.union()` is a copy, `a.update()` does nothing."""
    return name in IN_PLACE or name in IN_PLACE.values()


def call(fx: Fx, receiver: ir.Expr, node: tree.Call, name: str) -> ir.Expr:
    from rumpkc.types.exprs import expr
    from rumpkc.types.stmts import body_of

    span, t = node.span, receiver.type
    assert isinstance(t, ClassInst)
    keep, me = fx.save(receiver)
    stmts: list[ir.Stmt] = [keep]
    given: list[tree.Expr] = []
    for arg in node.args:                       # all of them before the first is looked at
        value = arg.value if isinstance(arg, tree.Starred) else arg
        save, got = fx.save(expr(fx, value))
        stmts.append(save)
        known = calls.Evaluated(arg.span, got)
        given.append(tree.Starred(arg.span, known) if isinstance(arg, tree.Starred) else known)
    out = me
    if name in IN_PLACE:
        save, out = fx.save(_made(fx, fx.world.cls("set", t.args[0]), me))
        stmts.append(save)
    update = tree.Attribute(span, calls.Evaluated(span, out), IN_PLACE.get(name, name), span)
    for arg in given:
        if isinstance(arg, tree.Starred):
            one = tree.Name(arg.span, f".set{fx.temp(NONE, span).name}")
            step = tree.ExprStmt(span, tree.Call(span, update, (one,), ()))
            stmts += body_of(fx, (tree.For(arg.span, one, arg.value, (step,), ()),))
        else:
            stmts += body_of(fx, (tree.ExprStmt(span, tree.Call(span, update, (arg,), ())),))
    if name not in IN_PLACE:
        return ir.Seq(span, NONE, tuple(stmts), ir.Const(span, NONE, None))
    if t.name == "frozenset":
        out = _made(fx, fx.world.cls("frozenset", t.args[0]), out)
    return ir.Seq(span, out.type, tuple(stmts), out)


def unbound(fx: Fx, func: tree.Attribute, node: tree.Call, want: Type | None) -> ir.Expr:
    """`set.union(*sets)`: the method of the first of them, which there has to be."""
    from rumpkc.types.callees import value_method
    from rumpkc.types.convert import truth
    from rumpkc.types.exprs import expr
    from rumpkc.types.tries import raise_new

    span = node.span
    save, sets = fx.save(expr(fx, tree.List(span, node.args)))
    known = calls.Evaluated(span, sets)
    words = ir.StrConst(span, fx.world.cls("str"), f"unbound method set.{func.attr}() needs an argument")
    missing = raise_new(fx, "TypeError", [words], NEVER, span)
    first = expr(fx, tree.Subscript(span, known, tree.Constant(span, 0, "int")))
    rest = tree.Subscript(span, known, tree.Slice(span, tree.Constant(span, 1, "int"), None, None))
    call = tree.Call(span, tree.Attribute(span, known, func.attr, span), (tree.Starred(span, rest),), ())
    out = value_method(fx, first, func.attr, call, want)
    return ir.Seq(span, out.type, (save, ir.If(span, truth(fx, sets), (), (ir.Eval(span, missing),))), out)


def of_nothing(fx: Fx, partial: PartialType, node: tree.Call) -> None:
    """`set().union(*sets)`: the sets tell what the empty one holds."""
    from rumpkc.types.exprs import expr
    from rumpkc.types.loops import item_type

    first = node.args[0]
    value = expr(fx, first.value if isinstance(first, tree.Starred) else first)
    held = item_type(fx, value, node.span)
    if isinstance(first, tree.Starred):
        held = item_type(fx, ir.Const(node.span, held, None), node.span)
    settle_item(fx, partial, held)


def _made(fx: Fx, cls: ClassInst, items: ir.Expr) -> ir.Expr:
    """`set(items)` or `frozenset(items)`."""
    from rumpkc.types.conversions import convert_to

    span = items.span
    return convert_to(fx, cls, tree.Call(span, tree.Name(span, cls.name), (calls.Evaluated(span, items),), ()), None)
