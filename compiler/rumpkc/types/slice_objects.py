"""`slice` as a value: `s = slice(1, 3)`, `xs[s]`, and what `x[a:b]` passes to a `__getitem__` of the program."""

from __future__ import annotations

from rumpkc.ir import nodes as ir
from rumpkc.source import Span
from rumpkc.syntax import tree
from rumpkc.types import calls, constructors, conversions
from rumpkc.types.changes import changes
from rumpkc.types.classes import fields_of
from rumpkc.types.fx import Fx
from rumpkc.types.types import ClassInst, Type

PARTS = ("start", "stop", "step")


def is_slice(t: Type) -> bool:
    """Whether `t` is the class `slice`."""
    return isinstance(t, ClassInst) and t.name == "slice" and t.info.module.name == "lib.core.slices"


def is_index(fx: Fx, node: tree.Expr) -> bool:
    """Whether the index `node` is a slice that was made elsewhere."""
    from rumpkc.types.exprs import expr

    if not changes(fx.world).slices or isinstance(node, (tree.Constant, tree.Slice, tree.UnaryOp)):
        return False
    saved = fx.state.copy()
    found = expr(fx, node).type
    fx.state = saved
    return is_slice(found)


def made(fx: Fx, bounds: list[tree.Expr], span: Span) -> ir.Expr:
    """The object for `a:b:c`, whose bounds are `int | None`."""
    return constructors.construct_call(fx, fx.world.cls("slice"), tuple(bounds), (), span)


def bounds(fx: Fx, value: ir.Expr, span: Span) -> tuple[ir.Stmt, list[tree.Expr]]:
    """The bounds of a slice object, which is evaluated once."""
    assert isinstance(value.type, ClassInst)
    fields = fields_of(fx.world, value.type)
    save, got = fx.save(value)
    return save, [calls.Evaluated(span, ir.FieldGet(span, fields[name], got, name)) for name in PARTS]


def slice_call(fx: Fx, node: tree.Call, want: Type | None) -> ir.Expr:
    """`slice(stop)`, `slice(start, stop[, step])`."""
    from rumpkc.types.subscripts import bounds as written

    conversions.no_keywords(node, "slice", 1, 3)
    parts: list[tree.Expr | None] = [None, node.args[0]] if len(node.args) == 1 else list(node.args)
    parts = [None if _is_none(p) else p for p in parts]
    lower, upper, step = (*parts, None)[:3]
    return made(fx, written(fx, tree.Slice(node.span, lower, upper, step)), node.span)


def _is_none(node: tree.Expr | None) -> bool:
    return isinstance(node, tree.Constant) and node.kind == "none"
