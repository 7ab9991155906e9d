"""Functions with the result `TypeGuard[T]` or `TypeIs[T]`: what a call tells about its argument, and a test of that.

    if is_point(x): x.move()        ->      if is_point(x) and (x is a Point, or TypeError): (x as Point).move()

Nobody checks the body of such a function; CPython goes on with whatever it lets through (docs/LANGUAGE.md lists that).
Of an `object` a guard tells no items and keys, which it may well have tested: a `list[object]` can be full of ints.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rumpkc.ir import nodes as ir
from rumpkc.ir.logic import negate
from rumpkc.source import Span
from rumpkc.syntax import tree
from rumpkc.types import doubts, typed_dicts
from rumpkc.types.boxes import is_of
from rumpkc.types.class_tests import below, split_type
from rumpkc.types.fx import Fx
from rumpkc.types.pattern_types import parts_of
from rumpkc.types.scopes import dotted
from rumpkc.types.symbols import FuncInfo
from rumpkc.types.types import BOOL, NEVER, NONE, ClassInst, OptionalType, TupleType, Type, UnionType, is_object

if TYPE_CHECKING:
    from rumpkc.types.conditions import Condition


def guarded(fx: Fx, node: tree.Expr, out: Condition) -> None:
    """Note what a call of such a function tells, if `node` is one, and test it."""
    from rumpkc.types.annotations import Annotations
    from rumpkc.types.conditions import narrow_key
    from rumpkc.types.exprs import expr
    from rumpkc.types.names import static_symbol

    func = node.func if isinstance(node, tree.Call) else None
    info = static_symbol(fx, func) if isinstance(func, (tree.Name, tree.Attribute)) else None
    note = info.node.returns if isinstance(info, FuncInfo) else None
    head = dotted(note.value).rpartition(".")[2] if isinstance(note, tree.Subscript) else ""
    if head not in ("TypeGuard", "TypeIs") or not isinstance(node, tree.Call) or not node.args:
        return
    assert isinstance(info, FuncInfo) and isinstance(note, tree.Subscript)
    key = narrow_key(fx, node.args[0])
    if not key or info.type_params:
        return
    wanted = Annotations(fx.world, info.module, {}).type_of(note.slice)
    parts = list(wanted.members) if isinstance(wanted, UnionType) else [wanted]
    value = expr(fx, node.args[0])
    if any(map(is_object, parts_of(value.type))) and any(map(_has_items, parts)):
        return
    yes, no = split_type(value.type, parts)
    if yes is not NEVER:
        out.true[key] = yes
        out.test = _promised(fx, out.test, value, yes, node.span)
    if head == "TypeIs":
        out.false[key] = no


def _has_items(t: Type) -> bool:
    return isinstance(t, TupleType) or isinstance(t, ClassInst) and (bool(t.args) or typed_dicts.is_one(t))


def _promised(fx: Fx, test: ir.Expr, value: ir.Expr, promised: Type, span: Span) -> ir.Expr:
    """`test`, and the end of the program where it holds for a `value` that is no `promised`."""
    from rumpkc.types.any_values import raising

    tests = [_is(fx, value, part, span) for part in parts_of(promised)]
    if any(isinstance(fits, ir.Const) and fits.value for fits in tests) or promised == value.type:
        return test
    fits = tests[0]
    for other in tests[1:]:
        fits = ir.Or(span, BOOL, fits, other)
    stop = ir.Eval(span, raising(
        fx, "TypeError", ["this is ", _class_name(fx, value, span), f", where {promised} was promised"], span))
    return ir.And(span, BOOL, test, ir.Seq(span, BOOL, (ir.If(span, fits, (), (stop,)),), ir.Const(span, BOOL, True)))


def _is(fx: Fx, value: ir.Expr, part: Type, span: Span) -> ir.Expr:
    """BOOL: whether `value`, which is read again, is a `part`."""
    t = value.type
    if t == part:
        return ir.Const(span, BOOL, True)
    if is_object(t):
        return is_of(fx, value, part, span)
    if isinstance(t, OptionalType):
        none = ir.IsNone(span, BOOL, value)
        return none if part is NONE else _both(negate(none), _is(fx, ir.Convert(span, t.item, value), part, span))
    if isinstance(t, UnionType):
        home = part if part in t.members else next((m for m in t.members if is_object(m) or below(part, m)), None)
        if home is None:
            return ir.Const(span, BOOL, False)
        held = ir.IsInstance(span, BOOL, value, home)
        return held if home == part else _both(held, _is(fx, ir.Convert(span, home, value), part, span))
    return ir.IsInstance(span, BOOL, value, part)


def _class_name(fx: Fx, value: ir.Expr, span: Span) -> str | ir.Expr:
    """The name of the class that `value`, which is read again, has when the program runs."""
    from rumpkc.types import text

    shown: str | ir.Expr = "NoneType"
    for part in parts_of(value.type):
        if part is NONE:
            continue
        one = doubts.shown_class(fx, ir.Convert(span, part, value) if part != value.type else value)
        if part == value.type:
            return one
        one, other = (text.str_const(fx, span, name) if isinstance(name, str) else name for name in (one, shown))
        shown = ir.IfExp(span, one.type, _is(fx, value, part, span), one, other)
    return shown


def _both(a: ir.Expr, b: ir.Expr) -> ir.Expr:
    return a if isinstance(b, ir.Const) and b.value else ir.And(a.span, BOOL, a, b)
