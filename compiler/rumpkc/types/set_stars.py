"""`a.union(*sets)`: methods of sets that take any number of iterables, where the call does not say how many.

    a.union(b, *more)       out = set(a); out.update(b); for one in more: out.update(one)
"""

from __future__ import annotations

from rumpkc.ir import nodes as ir
from rumpkc.syntax import tree
from rumpkc.types import calls
from rumpkc.types.fx import Fx
from rumpkc.types.types import NONE, ClassInst

IN_PLACE = {"union": "update", "intersection": "intersection_update", "difference": "difference_update"}


def starred(node: tree.Call) -> bool:
    return any(isinstance(arg, tree.Starred) for arg in node.args)


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


def _made(fx: Fx, cls: ClassInst, items: ir.Expr) -> ir.Expr:
    """`set(items)` or `frozenset(items)`."""
    from rumpkc.types.conversions import convert_to

    span = items.span
    return convert_to(fx, cls, tree.Call(span, tree.Name(span, cls.name), (calls.Evaluated(span, items),), ()), None)
