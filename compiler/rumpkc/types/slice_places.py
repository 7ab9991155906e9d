"""Subscripts whose index is an `int` or a slice, as `__getitem__(self, i: int | slice)` hands it on to a list.

    xs[i] = v       if i is an int: xs[i] = v;  else: xs[i.start:i.stop:i.step] = v
"""

from __future__ import annotations

from collections.abc import Callable

from rumpkc.ir import nodes as ir
from rumpkc.syntax import tree
from rumpkc.types import calls, slice_objects
from rumpkc.types.changes import changes
from rumpkc.types.fx import Fx
from rumpkc.types.types import NONE, Type, UnionType


def is_either(fx: Fx, node: tree.Expr) -> bool:
    """Whether an index may turn out a slice, and may turn out none."""
    from rumpkc.types.exprs import expr

    if not changes(fx.world).slices or isinstance(node, (tree.Constant, tree.Slice, tree.UnaryOp, tree.BinOp)):
        return False
    saved = fx.state.copy()
    found = expr(fx, node).type
    fx.state = saved
    return isinstance(found, UnionType) and any(map(slice_objects.is_slice, found.members))


class EitherPlace:
    """What `subscripts.Place` is for an index of one type: container and index, each evaluated once."""

    def __init__(self, fx: Fx, node: tree.Subscript) -> None:
        from rumpkc.types.exprs import expr

        self.fx, self.node = fx, node
        save, self.container = fx.save(expr(fx, node.value))
        more, self.index = fx.save(expr(fx, node.slice))
        self.stmts: list[ir.Stmt] = [save, more]
        self.bounds: list[tree.Expr] = []

    def item_type(self) -> Type | None:
        """The place takes an item or several."""
        return None

    def load(self) -> ir.Expr:
        """The present value, without the statements."""
        from rumpkc.types import subscripts

        return self._each(lambda at: subscripts.load(self.fx, at, None), "this item")

    def store(self, value: ir.Expr) -> list[ir.Stmt]:
        """The statements that put `value` there, without those of `stmts`."""
        from rumpkc.types import subscripts

        save, got = self.fx.save(value)

        def put(at: tree.Subscript) -> list[ir.Stmt]:
            place = subscripts.place_of(self.fx, at)
            return [*place.stmts, *place.store(got)]

        return [save, self._done(put)]

    def delete(self) -> list[ir.Stmt]:
        """The statements that delete the item, or the items."""
        from rumpkc.types import subscripts

        return [*self.stmts, self._done(lambda at: subscripts.delete(self.fx, at))]

    def _done(self, action: Callable[[tree.Subscript], list[ir.Stmt]]) -> ir.Stmt:
        span = self.node.span
        nothing = ir.Const(span, NONE, None)
        return ir.Eval(span, self._each(lambda at: ir.Seq(span, NONE, tuple(action(at)), nothing), "this place"))

    def _each(self, make: Callable[[tree.Subscript], ir.Expr], what: str) -> ir.Expr:
        from rumpkc.types.operators import of_members

        def of(index: ir.Expr) -> ir.Expr:
            parts = calls.evaluated([self.container, index])
            return make(tree.Subscript(self.node.span, parts[0], parts[1]))

        return of_members(self.fx, [self.index], lambda parts: of(parts[0]), self.node.span, what)
