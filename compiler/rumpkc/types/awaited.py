"""What can only raise is refused, except where a handler waits for it.

    try:
        point.x = 1                         point is frozen: CPython raises FrozenInstanceError
    except FrozenInstanceError as error:    and this shows that it does
        print(error)

A handler waits for an error where it names the error's class, or the class above it that belongs to such errors alone
(AttributeError, TypeError); `except Exception` only if the statement is all that its `try` holds. Elsewhere the
mistake is told while compiling.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from rumpkc.ir import nodes as ir
from rumpkc.source import Span
from rumpkc.syntax import tree
from rumpkc.types import any_values, calls, constructors, text
from rumpkc.types.fx import Fx
from rumpkc.types.symbols import ClassInfo
from rumpkc.types.types import NEVER, ClassInst, TupleType, Type

BROAD = ("Exception", "BaseException")
WAYS_OUT = "inside `try … except {}` it compiles, and raises"
NO_ITEMS = {"__setitem__": "'{}' object does not support item assignment",
            "__delitem__": "'{}' object doesn't support item deletion"}


@contextmanager
def waiting(fx: Fx, body: Sequence[tree.Stmt], caught: Sequence[ClassInst]) -> Iterator[None]:
    """Check `body`, around which handlers catch `caught`."""
    alone = len(body) == 1
    before = fx.awaited
    fx.awaited = (*before, *(cls for cls in caught if alone or cls.name not in BROAD))
    try:
        yield
    finally:
        fx.awaited = before


def error_class(fx: Fx, name: str) -> ClassInst:
    """A class of exceptions of Python's, builtin or of `dataclasses`."""
    found = fx.world.module("lib.dataclass_parts").names.get(name)
    return fx.world.inst(found) if isinstance(found, ClassInfo) else fx.world.cls(name)


def is_awaited(fx: Fx, name: str) -> bool:
    """Whether a handler around this statement waits for the exception `name`."""
    return bool(fx.awaited) and any(error_class(fx, name).is_subclass_of(cls) for cls in fx.awaited)


def raising(fx: Fx, name: str, message: str, refusal: Exception, span: Span, type: Type = NEVER,  # noqa: A002
            first: Sequence[ir.Expr] = ()) -> ir.Expr:
    """An expression of `type` that evaluates `first` and raises the exception `name`, where a handler waits for it;
    elsewhere raises `refusal`."""
    if not is_awaited(fx, name):
        raise refusal
    made = constructors.construct(fx, error_class(fx, name), [text.str_const(fx, span, message)], span)
    before = [ir.Eval(span, value) for value in first]
    return ir.Seq(span, type, (*before, ir.Raise(span, made)), ir.Prim(span, type, "unreachable", ()))


def unchangeable(fx: Fx, node: tree.Subscript, action: str, first: Callable[[], list[ir.Expr]] | None = None
                 ) -> list[ir.Stmt] | None:
    """`text[0] = …`, `del pair[0]` where a handler waits for the TypeError; None where the items can be changed.
    `first`: what is evaluated before, in place of the container and the index."""
    from rumpkc.types.exprs import expr

    if not is_awaited(fx, "TypeError"):
        return None
    now = fx.state.copy()
    container = expr(fx, node.value)
    t = container.type
    if any_values.is_open(fx, container):
        fx.state = now
        return None
    name = "tuple" if isinstance(t, TupleType) else t.info.shown_name if isinstance(t, ClassInst) else ""
    if not name or calls.has_method(t, action) or calls.has_method(t, "_set_slice"):
        fx.state = now
        return None
    values = first() if first else [container] if isinstance(node.slice, tree.Slice) else [
        container, expr(fx, node.slice)]
    return [ir.Eval(node.span, raising(fx, "TypeError", NO_ITEMS[action].format(name), AssertionError(), node.span,
                                       first=values))]
