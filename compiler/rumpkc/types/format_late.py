"""`text.format(a, name=b)` where only running tells the text: a function that shows each argument, and the library's
walk over the text (lib/core/templates.py).

    template.format(x, y)       format_text(template, 2, [], lambda which, how, spec: format(x, spec) if which == 0 …)

Fields that ask for parts of a value (`{0.name}`, `{0[key]}`) are for literal texts: here they raise
NotImplementedError.
"""

from __future__ import annotations

from rumpkc.diagnostics import fail
from rumpkc.ir import nodes as ir
from rumpkc.source import Span
from rumpkc.syntax import tree
from rumpkc.types import callables, calls, text
from rumpkc.types.fx import Fx
from rumpkc.types.types import BOOL, INT, FuncType, Type

HOME = "templates"
REPR, STR = 1, 2                        # lib/core/templates.py


def format_call(fx: Fx, receiver: ir.Expr, node: tree.Call) -> ir.Expr:
    """A call of `str.format`."""
    from rumpkc.types.exprs import expr

    span, string = node.span, fx.world.cls("str")
    if len(node.args) == 0 and len(node.keywords) == 1 and node.keywords[0].name is None:
        return mapped(fx, receiver, node.keywords[0].value, True, span)
    if any(isinstance(a, tree.Starred) for a in node.args) or any(k.name is None for k in node.keywords):
        raise fail("E0404", "`*` and `**` beside other arguments of `format` are not compiled", span,
                   help="pass the values one by one, or all of them in one dict: `.format(**values)`")
    save, template = fx.save(receiver)
    values = [expr(fx, arg) for arg in (*node.args, *(k.value for k in node.keywords))]
    names = tree.List(span, tuple(tree.Constant(k.span, k.name, "str") for k in node.keywords))

    def build(inner: Fx, held: list[ir.Expr], args: list[ir.Expr]) -> ir.Expr:
        which, how, spec = args
        out: ir.Expr = text.str_const(inner, span, "")
        for index in reversed(range(len(held))):
            test = ir.Prim(span, BOOL, "icmp.eq", (which, ir.Const(span, INT, index)))
            out = ir.IfExp(span, string, test, _shown(inner, held[index], how, spec, span), out)
        return out

    show = callables.made(fx, "show", FuncType((INT, INT, string), string), values, build, span)
    known = expr(fx, names, fx.world.cls("list", string))
    args = (template, ir.Const(span, INT, len(node.args)), known, show)
    return ir.Seq(span, string, (save,), ir.Call(span, string, fx.world.library(HOME, "format_text"), args))


def mapped(fx: Fx, receiver: ir.Expr, values: tree.Expr, numbers: bool, span: Span) -> ir.Expr:
    """`text.format_map(values)`, and with `numbers` `text.format(**values)`."""
    from rumpkc.types.exprs import expr

    string: Type = fx.world.cls("str")
    save, template = fx.save(receiver)

    def build(inner: Fx, held: list[ir.Expr], args: list[ir.Expr]) -> ir.Expr:
        key, how, spec = args
        found = tree.Subscript(span, calls.Evaluated(span, held[0]), calls.Evaluated(span, key))
        keep, value = inner.save(expr(inner, found))
        return ir.Seq(span, string, (keep,), _shown(inner, value, how, spec, span))

    find = callables.made(fx, "find", FuncType((string, INT, string), string), [expr(fx, values)], build, span)
    args = (template, find, ir.Const(span, BOOL, numbers))
    call = ir.Call(span, string, fx.world.library(HOME, "format_mapped"), args)
    return ir.Seq(span, string, (save,), call)


def _shown(fx: Fx, value: ir.Expr, how: ir.Expr, spec: ir.Expr, span: Span) -> ir.Expr:
    """The text of one value, as its field asks."""
    string = fx.world.cls("str")

    def asks(number: int) -> ir.Expr:
        return ir.Prim(span, BOOL, "icmp.eq", (how, ir.Const(span, INT, number)))

    as_repr = text.to_repr(fx, value, span)
    as_ascii = ir.Call(span, string, fx.world.library("text", "ascii_of"), (text.to_repr(fx, value, span),))
    words = ir.IfExp(span, string, asks(STR), text.to_str(fx, value, span),
                     ir.IfExp(span, string, asks(REPR), as_repr, as_ascii))
    plain = text.format_value(fx, value, spec, span)
    return ir.IfExp(span, string, asks(0), plain, text.format_value(fx, words, spec, span))
