"""`text % values` where only running tells the text: functions that show a value as a field asks, and the library's
walk over the text (lib/core/percent_late.py).

    line = fmt % (a, b)         written(fmt, 2, lambda which, kind, …: a as `%kind` if which == 0 else …, …)
    line = fmt % args           the same of a `tuple[T, ...]`; of a dict by names
"""

from __future__ import annotations

from collections.abc import Callable

from rumpkc.diagnostics import CompileError, fail
from rumpkc.ir import nodes as ir
from rumpkc.source import Span
from rumpkc.syntax import tree
from rumpkc.types import callables, calls, records, text
from rumpkc.types.convert import coerce, is_var_tuple
from rumpkc.types.fx import Fx
from rumpkc.types.integers import bool_to_int
from rumpkc.types.open_unions import SEQUENCES, name_of
from rumpkc.types.operators import of_members, plain_number
from rumpkc.types.percent import is_mapping, may_be_tuple
from rumpkc.types.types import (
    BOOL,
    FLOAT,
    INT,
    NEVER,
    NONE,
    ClassInst,
    FuncType,
    IntType,
    OptionalType,
    TupleType,
    Type,
    UnionType,
    is_object,
)

HOME = "percent_late"
Use = Callable[[Fx, ir.Expr, list[ir.Expr]], ir.Expr]       # of a value, with the arguments of the function
AS_NUMBER = ("__int__", "__index__", "__float__")


def percent_late(fx: Fx, template: ir.Expr, right: tree.Expr, span: Span) -> ir.Expr:
    """`template % right` of a text that is no literal."""
    from rumpkc.types.exprs import expr

    saves, (words, value) = fx.save_all([template, expr(fx, right)])
    t = value.type
    rows = isinstance(t, ClassInst) and is_var_tuple(t)
    if isinstance(t, ClassInst) and t.info.kind == "namedtuple":
        value = records.as_tuple(fx, value)
        t = value.type
    if not rows and not isinstance(t, TupleType) and may_be_tuple(t):
        raise fail("E0413", f"{t} may be a tuple, each item of which `%` would take for a value", right.span,
                   help="write `% (x,)` to show it as one value")
    count: ir.Expr = ir.Const(span, INT, len(t.items) if isinstance(t, TupleType) else 1)
    if rows:
        count = calls.call_method(fx, value, "__len__", [], span)
    made = _Made(fx, value, span)
    mapped = of_members(fx, [value], lambda one: ir.Const(span, BOOL, is_mapping(one[0].type)), span, "`%`")
    args = (words, count, made.show(), made.size(), made.find(), made.size_of(), mapped)
    string = fx.world.cls("str")
    return ir.Seq(span, string, tuple(saves), ir.Call(span, string, fx.world.library(HOME, "written"), args))


class _Made:
    """The functions of one use of the operator."""

    def __init__(self, fx: Fx, value: ir.Expr, span: Span) -> None:
        self.fx, self.value, self.span = fx, value, span
        self.string = fx.world.cls("str")

    def show(self) -> ir.Expr:
        """What shows the value of a number."""
        of = FuncType((INT,) * 5, self.string)
        return self._by_number(of, lambda inner, value, args: _shown(inner, value, args[1:], self.span))

    def size(self) -> ir.Expr:
        """What gives the value for a `*`."""
        return self._by_number(FuncType((INT,), INT), lambda inner, value, _: _size(inner, value, self.span))

    def find(self) -> ir.Expr:
        """What shows the value of a name."""
        span, string = self.span, self.string

        def use(inner: Fx, value: ir.Expr, args: list[ir.Expr]) -> ir.Expr:
            asks = ir.Prim(span, BOOL, "icmp.eq", (args[0], ir.Const(span, INT, 0)))
            return ir.IfExp(span, string, asks, text.str_const(inner, span, ""), _shown(inner, value, args, span))

        return self._by_name(FuncType((string, INT, INT, INT, INT), string), use)

    def size_of(self) -> ir.Expr:
        """What gives the value of a name for a `*`."""
        of = FuncType((self.string,), INT)
        return self._by_name(of, lambda inner, value, _: _size(inner, value, self.span))

    def _by_name(self, of: FuncType, use: Use) -> ir.Expr:
        span = self.span

        def build(inner: Fx, held: list[ir.Expr], args: list[ir.Expr]) -> ir.Expr:
            def of_one(one: list[ir.Expr]) -> ir.Expr:
                found = _item(inner, one[0], args[0], span)
                if found is None:
                    words = text.str_const(inner, span, _no_names(one[0].type))
                    raises = ir.Eval(span, ir.Call(span, NEVER, inner.world.library(HOME, "no_item"), (words,)))
                    return ir.Seq(span, of.result, (raises,), ir.Prim(span, of.result, "unreachable", ()))
                keep, value = inner.save(found)
                return ir.Seq(span, of.result, (keep,), use(inner, value, args[1:]))

            return of_members(inner, [held[0]], of_one, span, "`%`")

        return callables.made(self.fx, "find", of, [self.value], build, span)

    def _by_number(self, of: FuncType, use: Use) -> ir.Expr:
        span = self.span

        def build(inner: Fx, held: list[ir.Expr], args: list[ir.Expr]) -> ir.Expr:
            one, t = held[0], held[0].type
            if isinstance(t, ClassInst) and is_var_tuple(t):
                keep, item = inner.save(calls.call_method(inner, one, "__getitem__", [args[0]], span))
                return ir.Seq(span, of.result, (keep,), use(inner, item, args))
            if not isinstance(t, TupleType):
                return use(inner, one, args)
            out: ir.Expr = ir.Prim(span, of.result, "unreachable", ())
            for index, item_type in reversed(list(enumerate(t.items))):
                test = ir.Prim(span, BOOL, "icmp.eq", (args[0], ir.Const(span, INT, index)))
                out = ir.IfExp(span, of.result, test, use(inner, ir.TupleGet(span, item_type, one, index), args), out)
            return out

        return callables.made(self.fx, "show", of, [self.value], build, span)


def _item(fx: Fx, mapping: ir.Expr, name: ir.Expr, span: Span) -> ir.Expr | None:
    """What a mapping has for a name; None where it has nothing by names."""
    from rumpkc.types.exprs import expr

    if not is_mapping(mapping.type):
        return None
    before = fx.state.copy()
    try:
        return expr(fx, tree.Subscript(span, calls.Evaluated(span, mapping), calls.Evaluated(span, name)))
    except CompileError:
        fx.state = before
        return None


def _no_names(t: Type) -> str:
    """CPython's words where a value has nothing by names."""
    words = SEQUENCES.get(name_of(t)) if is_mapping(t) else None
    return words.format("str") if words else "format requires a mapping"


def _shown(fx: Fx, value: ir.Expr, args: list[ir.Expr], span: Span) -> ir.Expr:
    """A value as `args` (kind, flags, width, precision) say."""
    string, (kind, flags, width, precision) = fx.world.cls("str"), args

    def words(name: str, shown: ir.Expr) -> ir.Expr:
        return ir.Call(span, string, fx.world.library("percent", name), (shown, flags, width, precision))

    out = _number(fx, value, args, span)
    for letter, name, shown in (("a", "percent_ascii", text.to_repr(fx, value, span)),
                                ("r", "percent_text", text.to_repr(fx, value, span)),
                                ("s", "percent_text", text.to_str(fx, value, span))):
        test = ir.Prim(span, BOOL, "icmp.eq", (kind, ir.Const(span, INT, ord(letter))))
        out = ir.IfExp(span, string, test, words(name, shown), out)
    return out


def _number(fx: Fx, value: ir.Expr, args: list[ir.Expr], span: Span) -> ir.Expr:
    """A value as a number or character; a TypeError where it is neither."""
    string = fx.world.cls("str")

    def call(name: str, *given: ir.Expr) -> ir.Expr:
        return ir.Call(span, string, fx.world.library(HOME, name), given)

    shown = _class(fx, value.type, span)
    value = bool_to_int(plain_number(value))
    t = value.type
    if is_object(t):
        return call("late_object", value, *args)
    if isinstance(t, UnionType):
        return of_members(fx, [value], lambda one: _number(fx, one[0], args, span), span, "`%`")
    if isinstance(t, OptionalType):
        some = _number(fx, ir.Convert(span, t.item, value), args, span)
        none = call("wrong", args[0], _class(fx, NONE, span))
        return ir.IfExp(span, string, ir.IsNone(span, BOOL, value), none, some)
    if isinstance(t, IntType):
        return call("late_int", coerce(fx, value, INT, span, "a value of `%`"), *args)
    if t is FLOAT:
        return call("late_float", value, *args)
    if isinstance(t, ClassInst) and t.info.shown_name == "str" and t.info.module.library:
        return call("late_str", value, *args[:3], shown)
    if any(calls.has_method(t, name) for name in AS_NUMBER):
        raise fail("E0413", f"{t} has a number, which a format that is no literal does not ask for", span,
                   help="write `int(…)` or `float(…)`")
    return call("wrong", args[0], shown)


def _size(fx: Fx, value: ir.Expr, span: Span) -> ir.Expr:
    """A value as the number for a `*`."""
    value = bool_to_int(plain_number(value))
    if is_object(value.type):
        return ir.Call(span, INT, fx.world.library(HOME, "size_of_object"), (value,))
    if isinstance(value.type, UnionType):
        return of_members(fx, [value], lambda one: _size(fx, one[0], span), span, "`*`")
    if isinstance(value.type, IntType):
        return coerce(fx, value, INT, span, "a width of `%`")
    return ir.Call(span, INT, fx.world.library(HOME, "no_size"), ())


def _class(fx: Fx, t: Type, span: Span) -> ir.Expr:
    return text.str_const(fx, span, "tuple" if isinstance(t, TupleType) else name_of(t))
