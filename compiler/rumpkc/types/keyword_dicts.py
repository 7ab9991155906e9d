"""The arguments with names of `dict(a=1, **d)`, `Counter(**d)` and their like, as a dict.

    dict(a=1, **d)      ->      {"a": 1, **d}, behind the TypeError of a name that comes twice
"""

from __future__ import annotations

from rumpkc.diagnostics import fail
from rumpkc.ir import nodes as ir
from rumpkc.source import Span
from rumpkc.syntax import tree
from rumpkc.types import calls, constructors, loops, text
from rumpkc.types.classes import dict_base
from rumpkc.types.fx import Fx
from rumpkc.types.types import Type

HOME = "lib.core.arguments"


def of(fx: Fx, keywords: tuple[tree.Keyword, ...], shown: str, want: Type | None, span: Span) -> ir.Expr:
    """The dict; `shown`: what CPython calls the class in its error."""
    from rumpkc.types.exprs import expr

    keys = tuple(None if k.name is None else tree.Constant(k.span, k.name, "str") for k in keywords)
    if len(keywords) == 1 or None not in keys:
        return expr(fx, tree.Dict(span, keys, tuple(k.value for k in keywords)), want)
    order, got = fx.save(constructors.construct(fx, fx.world.cls("list", fx.world.cls("str")), [], span))
    stmts: list[ir.Stmt] = [order]
    values: list[tree.Expr] = []
    names: list[str] = []                   # since the last `**`: CPython looks at them together

    def note(key: ir.Expr) -> list[ir.Stmt]:
        info = fx.world.function_of(HOME, "note")
        given = calls.evaluated([got, key, text.str_const(fx, span, shown)])
        return [ir.Eval(span, calls.call_function(fx, info, None, given, (), span))]

    def flush() -> None:
        for name in names:
            stmts.extend(note(text.str_const(fx, span, name)))
        names.clear()

    for keyword in keywords:
        save, value = fx.save(expr(fx, keyword.value))
        stmts.append(save)
        values.append(calls.Evaluated(keyword.span, value))
        if keyword.name is not None:
            names.append(keyword.name)
            continue
        base = dict_base(value.type)
        if base is None or base.args[0] != fx.world.cls("str"):
            raise fail("E0303", f"`**` takes a dict with str keys, not {value.type}", keyword.span)
        flush()
        stmts += loops.for_each(fx, values[-1], note, keyword.span)
    flush()
    out = expr(fx, tree.Dict(span, keys, tuple(values)), want)
    return ir.Seq(span, out.type, tuple(stmts), out)
