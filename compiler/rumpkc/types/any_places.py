"""`x[i] = v`, `x[i] += v`, `del x[i]` of an `object` whose class only the running program knows (`any_values.py`).

A dict or list of this program has items of one type. What CPython's would take and this one cannot ends the program
with a TypeError that says so.
"""

from __future__ import annotations

from collections.abc import Callable

from rumpkc.diagnostics import fail
from rumpkc.ir import nodes as ir
from rumpkc.source import Span
from rumpkc.syntax import tree
from rumpkc.types import any_values, calls, doubts, open_unions
from rumpkc.types.fx import Fx
from rumpkc.types.tries import raise_new
from rumpkc.types.types import BOOL, NEVER, NONE, ClassInst, IntType, Type

WORDS = {"__setitem__": "' object does not support item assignment",
         "__delitem__": "' object does not support item deletion"}


class AnyPlace:
    """What `subscripts.Place` is for a container of one class: container and index, each evaluated once."""

    def __init__(self, fx: Fx, node: tree.Subscript, container: ir.Expr) -> None:
        from rumpkc.types.subscripts import index_once

        self.fx, self.node = fx, node
        save, self.container = fx.save(container)
        saves, self.at, self.key = index_once(fx, node)
        self.stmts: list[ir.Stmt] = [save, *saves]
        self.bounds: list[tree.Expr] = []

    def item_type(self) -> Type | None:
        """The place takes whatever the container does."""
        return None

    def load(self) -> ir.Expr:
        """The present value, without the statements."""
        from rumpkc.types import subscripts

        def item(part: ir.Expr) -> ir.Expr:
            return subscripts.load(self.fx, self._of(part, self.at), None)

        return any_values.item(self.fx, self.container, self.key, item, self.node.span)

    def store(self, value: ir.Expr) -> list[ir.Stmt]:
        """The statements that put `value` there, without those of `stmts`."""
        from rumpkc.types.subscripts import Place

        span = self.node.span
        save, got = self.fx.save(value)

        def put(part: ir.Expr, at: tree.Expr) -> list[ir.Stmt]:
            self.fx.pending_store = got.type
            place = Place(self.fx, self._of(part, at))
            return [*place.stmts, *place.store(got)]

        return [save, ir.Eval(span, self._each(put, "__setitem__"))]

    def delete(self) -> list[ir.Stmt]:
        """The statements that delete the item."""
        from rumpkc.types.subscripts import delete

        return [*self.stmts, ir.Eval(self.node.span, self._each(lambda part, at: delete(
            self.fx, self._of(part, at)), "__delitem__"))]

    def _of(self, part: ir.Expr, at: tree.Expr) -> tree.Subscript:
        return tree.Subscript(self.node.span, calls.Evaluated(self.node.value.span, part), at)

    def _each(self, action: Callable[[ir.Expr, tree.Expr], list[ir.Stmt]], method: str) -> ir.Expr:
        """The statements of `action(container, index)` for whichever classes both have."""
        fx, span, key = self.fx, self.node.span, self.key

        def of(part: ir.Expr) -> ir.Expr:
            if not calls.has_method(part.type, method):
                raise fail("E0320", f"{part.type} has no items to change", span)
            if key is None or not any_values.is_open(fx, key):
                return _done(action(part, self.at), span)
            return any_values.unary(
                fx, key, lambda k: _done(action(part, calls.Evaluated(span, k)), span), "TypeError",
                ("an index of class '", "' does not fit"), span, "this index",
                lambda t: self._other(part.type, t, method))

        words = ("'", WORDS[method])
        return any_values.unary(fx, self.container, of, "TypeError", words, span, "this place",
                                lambda t: self._other(t, key.type if key is not None else None, method))

    def _other(self, t: Type, index: Type | None, method: str) -> ir.Expr | None:
        """The error of a container for an index, or a value, that it does not take; None: it never takes any."""
        fx, span = self.fx, self.node.span
        number = index is None or isinstance(index, IntType) or index is BOOL
        if not isinstance(t, ClassInst) or not calls.has_method(t, method):
            name = open_unions.name_of(t)
            words: any_values.Words = [f"'{name}{open_unions.unchanging(name, method, number)}"]
            return any_values.raising(fx, "TypeError", words, span) if name in open_unions.ROWS else None
        if open_unions.name_of(t) in open_unions.SEQUENCES and not number and self.key is not None:
            before, after = open_unions.SEQUENCES[open_unions.name_of(t)].split("{}")
            words = [before, doubts.shown_class(fx, self.key), after]
            return any_values.raising(fx, "TypeError", words, span)
        if method == "__delitem__" and open_unions.name_of(t) == "dict" and self.key is not None:
            return raise_new(fx, "KeyError", [self.key], NEVER, span)
        return any_values.raising(fx, "TypeError", [f"this {t} takes no such key or item"], span)


def _done(stmts: list[ir.Stmt], span: Span) -> ir.Expr:
    return ir.Seq(span, NONE, tuple(stmts), ir.Const(span, NONE, None))
