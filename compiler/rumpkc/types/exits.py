"""`SystemExit` and `sys.exit`: what the program ends with.

sys.exit(3)             raise SystemExit(3), whose `code` is 3
sys.exit(not ok)        its arguments are (True,); `code` holds 1, where the program never asks for it
sys.exit(None)          raise SystemExit()
"""

from __future__ import annotations

from rumpkc.diagnostics import fail
from rumpkc.ir import nodes as ir
from rumpkc.source import Span
from rumpkc.syntax import tree
from rumpkc.types import constructors, conversions, exceptions, text
from rumpkc.types.changes import changes
from rumpkc.types.classes import fields_of
from rumpkc.types.convert import assignable, coerce, is_var_tuple
from rumpkc.types.fx import Fx
from rumpkc.types.integers import bool_to_int
from rumpkc.types.operators import of_members, plain_number
from rumpkc.types.types import BOOL, NEVER, NONE, ClassInst, OptionalType, TupleType, Type, UnionType


def exit_call(fx: Fx, node: tree.Call, want: Type | None) -> ir.Expr:
    """`sys.exit(code)`"""
    from rumpkc.types.exprs import expr

    conversions.no_keywords(node, "sys.exit", 0, 1)
    args = [expr(fx, a) for a in node.args]
    cls = fx.world.cls("SystemExit")
    made = _exit_of(fx, args[0], node.span) if args else constructors.construct(fx, cls, [], node.span)
    return ir.Seq(node.span, NEVER, (ir.Raise(node.span, made),), ir.Prim(node.span, NEVER, "unreachable", ()))


def _exit_of(fx: Fx, code: ir.Expr, span: Span) -> ir.Expr:
    """The SystemExit that `sys.exit(code)` raises: None gives it no argument, a tuple would give it its items."""
    cls, t = fx.world.cls("SystemExit"), code.type
    if isinstance(t, TupleType) or isinstance(t, ClassInst) and (is_var_tuple(t) or t.info.kind == "namedtuple"):
        raise fail("E0303", f"`code` of `SystemExit` takes int | str | None, not {t}", code.span)
    if isinstance(t, UnionType):
        return of_members(fx, [code], lambda one: _exit_of(fx, one[0], span), span, "`sys.exit`")
    if isinstance(t, OptionalType):
        save, got = fx.save(code)
        some = constructors.construct(fx, cls, [ir.Convert(span, t.item, got)], span)
        none = constructors.construct(fx, cls, [], span)
        return ir.Seq(span, cls, (save,), ir.IfExp(span, cls, ir.IsNone(span, BOOL, got), none, some))
    return constructors.construct(fx, cls, [] if t is NONE else [code], span)


def take_code(fx: Fx, receiver: ir.Expr, values: list[ir.Expr], span: Span) -> ir.Expr:
    """`SystemExit.__init__(self, code)`, a NONE."""
    if len(values) > 1:
        raise fail("E0400", "a `SystemExit` of several values is not compiled", span, help="give it one value")
    cls = fx.world.cls("SystemExit")
    field = fields_of(fx.world, cls)["code"]
    stmts, kept = fx.save_all(values)
    me = receiver if receiver.type == cls else ir.Convert(span, cls, receiver)
    code = _code(fx, kept[0], field, values[0].span) if kept else ir.Const(span, field, None)
    call = exceptions.take(fx, receiver, kept, span)
    return ir.Seq(span, call.type, (*stmts, ir.SetField(span, me, "code", code)), call)


def _code(fx: Fx, value: ir.Expr, field: Type, span: Span) -> ir.Expr:
    """What `code` holds: the value itself; where the program never asks, what the end of the program makes of it."""
    t = value.type
    if "code" not in changes(fx.world).attributes:
        if isinstance(t, UnionType):
            return of_members(fx, [value], lambda one: _code(fx, one[0], field, span), span, "`code`")
        if isinstance(t, OptionalType):
            some = _code(fx, ir.Convert(span, t.item, value), field, span)
            return ir.IfExp(span, field, ir.IsNone(span, BOOL, value), ir.Const(span, field, None), some)
        value = bool_to_int(plain_number(value))
        if not assignable(value.type, field) and exceptions.stays_the_same(value.type):
            value = text.to_str(fx, value, span)
    return coerce(fx, value, field, span, "`code` of `SystemExit`")
