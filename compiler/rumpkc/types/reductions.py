"""Calls that walk over an iterable for one result: `min`, `max`, `sum`, `any`, `all`, `sorted`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from rumpkc.diagnostics import fail
from rumpkc.ir import nodes as ir
from rumpkc.source import Span
from rumpkc.syntax import tree
from rumpkc.types import (
    calls,
    comparisons,
    conversions,
    displays,
    lambdas,
    loops,
    operators,
    text,
)
from rumpkc.types.conditions import negate
from rumpkc.types.convert import coerce, truth
from rumpkc.types.exprs import expr, typed
from rumpkc.types.fx import Fx, Rule
from rumpkc.types.types import (
    BOOL,
    F32,
    FLOAT,
    INT,
    NEVER,
    NONE,
    ClassInst,
    IntType,
    Type,
)


def min_max_call(op: str) -> Rule:
    name = "min" if op == "<" else "max"

    def rule(fx: Fx, node: tree.Call, want: Type | None) -> ir.Expr:
        named = {k.name: k.value for k in node.keywords}
        if len(node.args) == 1 and not isinstance(node.args[0], tree.Starred):
            return _extreme_of(fx, node, name, op, named)
        if named.keys() - {"key"} or not node.args:
            raise fail("E0310", f"`{name}` takes two or more values, or one iterable", node.span)
        if "key" in named or any(isinstance(a, tree.Starred) for a in node.args):
            return _extreme_of_list(fx, node, name, op, named)
        values = [expr(fx, a, want) for a in node.args]
        t = displays.common_item_type(fx, values, node.span, f"`{name}`")
        stmts: list[ir.Stmt] = []
        best = fx.temp(t, node.span)
        got_best = ir.LocalGet(node.span, t, best)
        kept = []
        for value in values:
            save, got = fx.save(coerce(fx, value, t, value.span))
            stmts.append(save)
            kept.append(got)
        stmts.append(ir.SetLocal(node.span, best, kept[0]))
        for got in kept[1:]:
            test = comparisons.compare(fx, op, got, got_best, node.span)
            stmts.append(ir.SetLocal(node.span, best, ir.IfExp(node.span, t, test, got, got_best)))
        return ir.Seq(node.span, t, tuple(stmts), got_best)

    return rule


def _extreme_of_list(
    fx: Fx, node: tree.Call, name: str, op: str, named: dict[str | None, tree.Expr]
) -> ir.Expr:
    """`min(*xs, y)`, `min(x, y, key=f)`: over the list of the arguments, which must be two at least."""
    from rumpkc.types.tries import raise_new

    span = node.span
    values = expr(fx, tree.List(span, node.args))
    if not isinstance(values.type, ClassInst) or values.type.name != "list":
        raise fail("E0321", f"the type of what `{name}` compares is not known", span)
    item = values.type.args[0]
    save, got = fx.save(values)
    stmts: list[ir.Stmt] = [save]
    if sum(not isinstance(a, tree.Starred) for a in node.args) < 2:
        if not (isinstance(item, IntType) or item in (FLOAT, F32, BOOL)):
            raise fail("E0404", f"`{name}(*xs)` of {item} has another meaning where only one is left", span,
                       help=f"pass the list itself: `{name}(xs)`")
        size = operators.usize_to_int(calls.call_method(fx, got, "__len__", [], span))
        few = ((0, f"{name} expected at least 1 argument, got 0"), (1, f"'{item}' object is not iterable"))
        for count, words in few:
            test = ir.Prim(span, BOOL, "icmp.eq", (size, ir.Const(span, INT, count)))
            error = raise_new(fx, "TypeError", [text.str_const(fx, span, words)], NEVER, span)
            stmts.append(ir.If(span, test, (ir.Eval(span, error),)))
    whole = tree.Call(span, node.func, (calls.Evaluated(span, got),), node.keywords)
    out = _extreme_of(fx, whole, name, op, named)
    return ir.Seq(span, out.type, tuple(stmts), out)


def _extreme_of(fx: Fx, node: tree.Call, name: str, op: str, named: dict[str | None, tree.Expr]) -> ir.Expr:
    """`min(xs, key=f, default=d)`: one walk; ValueError on nothing."""
    from rumpkc.types.tries import raise_new

    span = node.span
    src = _walk(fx, node.args[0])
    item = src.value.type
    default = typed(fx, named["default"], item) if "default" in named else None
    best, some = fx.temp(item, span), fx.temp(BOOL, span)
    save, got = fx.save(src.value)
    chosen, func = _key_function(fx, named.get("key"), item)
    stmts: list[ir.Stmt] = [ir.SetLocal(span, some, ir.Const(span, BOOL, False)), *src.setup, *chosen]
    key, best_key = _key_of(fx, func, got, span)
    key_save, key_got = fx.save(key)
    score = fx.temp(key.type, span) if best_key else best
    better = comparisons.compare(fx, op, key_got, ir.LocalGet(span, key.type, score), span)
    take: list[ir.Stmt] = [ir.SetLocal(span, best, got), ir.SetLocal(span, some, ir.Const(span, BOOL, True))]
    if best_key:
        take.append(ir.SetLocal(span, score, key_got))
    first = negate(ir.LocalGet(span, BOOL, some))
    body = (*src.fetch, save, key_save, ir.If(span, ir.Or(span, BOOL, first, better), tuple(take)))
    stmts.append(loops.closing(fx, src, ir.Loop(span, ir.LoopId(), src.test, body, tuple(src.step))))
    empty = (
        default
        if default is not None
        else raise_new(fx, "ValueError", [text.str_const(fx, span, f"{name}() arg is an empty sequence")], item, span)
    )
    out = ir.IfExp(span, item, ir.LocalGet(span, BOOL, some), ir.LocalGet(span, item, best), empty)
    return ir.Seq(span, item, tuple(stmts), out)


def _key_function(fx: Fx, func: tree.Expr | None, item: Type) -> tuple[list[ir.Stmt], tree.Expr | None]:
    """What evaluates the argument `key`, and what to call for each item; None where there is no key."""
    if func is None or (isinstance(func, tree.Constant) and func.kind == "none"):
        return [], None
    return lambdas.once(fx, func, (item,))


def _key_of(fx: Fx, func: tree.Expr | None, item: ir.Expr, span: Span) -> tuple[ir.Expr, bool]:
    """The value to compare by, and whether it is not the item itself."""
    if func is None:
        return item, False
    return expr(fx, tree.Call(span, func, (calls.Evaluated(span, item),), ())), True


def _walk(fx: Fx, node: tree.Expr) -> loops.Source:
    """A loop over an argument; a generator expression is walked as the list it would make."""
    if isinstance(node, tree.GeneratorExp):
        node = tree.ListComp(node.span, node.elt, node.generators)
    return loops.source(fx, node)


def sum_call(fx: Fx, node: tree.Call, want: Type | None) -> ir.Expr:
    """`sum(xs, start)`."""
    span = node.span
    start_node = (
        node.args[1] if len(node.args) == 2 else next((k.value for k in node.keywords if k.name == "start"), None)
    )
    src = _walk(fx, node.args[0])
    item = src.value.type
    start = (
        expr(fx, start_node, item if isinstance(item, (IntType, ClassInst)) else None)
        if start_node
        else ir.Const(span, INT, 0)
    )
    value = ir.Prim(span, INT, "zext", (src.value,)) if item is BOOL else src.value
    first = operators.binary(fx, "+", start, value, span)
    total = fx.temp(first.type, span)
    if isinstance(start, ir.Const) and start.type is INT and isinstance(first.type, IntType):
        start = ir.Const(span, first.type, start.value)
    if isinstance(start, ir.Const) and first.type in (FLOAT, F32) and start.type is INT:
        return _float_sum(fx, src, start, span)
    more = operators.binary(fx, "+", ir.LocalGet(span, total.type, total), value, span)
    body = (*src.fetch, ir.SetLocal(span, total, coerce(fx, more, total.type, span)))
    stmts = (
        ir.SetLocal(span, total, coerce(fx, start, total.type, span)),
        *src.setup,
        loops.closing(fx, src, ir.Loop(span, ir.LoopId(), src.test, body, tuple(src.step))),
    )
    return ir.Seq(span, total.type, stmts, ir.LocalGet(span, total.type, total))


def _float_sum(fx: Fx, src: loops.Source, start: ir.Const, span: Span) -> ir.Expr:
    """Floats with an int start: plain additions from the left, as CPython 3.11 adds.

    An empty sum is the int 0 there, which is no float: TypeError.
    """
    from rumpkc.types.tries import raise_new

    total, some = fx.temp(FLOAT, span), fx.temp(BOOL, span)
    more = operators.binary(fx, "+", ir.LocalGet(span, FLOAT, total), src.value, span)
    body = (*src.fetch, ir.SetLocal(span, total, more), ir.SetLocal(span, some, ir.Const(span, BOOL, True)))
    stmts = (
        ir.SetLocal(span, total, ir.Const(span, FLOAT, float(start.value or 0))),
        ir.SetLocal(span, some, ir.Const(span, BOOL, False)),
        *src.setup,
        loops.closing(fx, src, ir.Loop(span, ir.LoopId(), src.test, body, tuple(src.step))),
    )
    words = text.str_const(fx, span, "sum() of no floats is the int 0; write sum(xs, 0.0)")
    empty = raise_new(fx, "TypeError", [words], FLOAT, span)
    return ir.Seq(
        span, FLOAT, stmts, ir.IfExp(span, FLOAT, ir.LocalGet(span, BOOL, some), ir.LocalGet(span, FLOAT, total), empty)
    )


def any_all_call(stop_on: bool) -> Rule:
    def rule(fx: Fx, node: tree.Call, want: Type | None) -> ir.Expr:
        conversions.no_keywords(node, "any" if stop_on else "all", 1, 1)
        span, arg = node.span, node.args[0]
        found, loop = fx.temp(BOOL, span), ir.LoopId()

        def decide(value: ir.Expr) -> list[ir.Stmt]:
            test = truth(fx, value)
            hit = (ir.SetLocal(span, found, ir.Const(span, BOOL, stop_on)),)
            return [ir.If(span, test if stop_on else negate(test), hit)]

        begin = ir.SetLocal(span, found, ir.Const(span, BOOL, not stop_on))
        if isinstance(arg, tree.GeneratorExp):
            body = displays.scoped(
                fx,
                lambda: ir.Seq(span, NONE, tuple(_until(fx, arg, decide, found, stop_on)), ir.Const(span, NONE, None)),
            )
            return ir.Seq(span, BOOL, (begin, ir.Eval(span, body)), ir.LocalGet(span, BOOL, found))
        src = loops.source(fx, arg)
        going = _going(found, stop_on, span)
        walk = ir.Loop(
            span, loop, ir.And(span, BOOL, going, src.test), (*src.fetch, *decide(src.value)), tuple(src.step)
        )
        whole = (begin, *src.setup, loops.closing(fx, src, walk))
        return ir.Seq(span, BOOL, whole, ir.LocalGet(span, BOOL, found))

    return rule


def _going(found: ir.Local, stop_on: bool, span: Span) -> ir.Expr:
    got = ir.LocalGet(span, BOOL, found)
    return negate(got) if stop_on else got


def _until(
    fx: Fx, node: tree.GeneratorExp, decide: Callable[[ir.Expr], list[ir.Stmt]], found: ir.Local, stop_on: bool
) -> list[ir.Stmt]:
    """The loops of a generator expression, each of which stops once the answer is known."""

    def inner() -> list[ir.Stmt]:
        return decide(expr(fx, node.elt))

    stmts = displays.comprehend(fx, node.generators, inner)
    return [_stopping(s, _going(found, stop_on, node.span)) for s in stmts]


def _stopping(stmt: ir.Stmt, going: ir.Expr) -> ir.Stmt:
    match stmt:
        case ir.Loop():
            body = tuple(_stopping(s, going) for s in stmt.body)
            return ir.Loop(stmt.span, stmt.id, ir.And(stmt.span, BOOL, going, stmt.test), body, stmt.step, stmt.orelse)
        case ir.Closing():
            return replace(stmt, body=tuple(_stopping(s, going) for s in stmt.body))
        case ir.If():
            return ir.If(stmt.span, stmt.test, tuple(_stopping(s, going) for s in stmt.then), stmt.orelse)
    return stmt


def sorted_call(fx: Fx, node: tree.Call, want: Type | None) -> ir.Expr:
    """`sorted(xs, reverse=, key=)`: a new list, sorted in place (stable)."""
    named = {k.name: k.value for k in node.keywords}
    if len(node.args) != 1 or named.keys() - {"reverse", "key"}:
        raise fail("E0310", "`sorted` takes one iterable, `key` and `reverse`", node.span)
    save, got = fx.save(conversions.collected(fx, tree.Call(node.span, node.func, node.args, ()), want, "list"))
    reverse = typed(fx, named["reverse"], BOOL) if "reverse" in named else ir.Const(node.span, BOOL, False)
    if "key" in named and not (isinstance(named["key"], tree.Constant) and named["key"].kind == "none"):
        return ir.Seq(node.span, got.type, (save,), sort_by_key(fx, got, named["key"], reverse, node.span))
    sort = ir.Eval(node.span, calls.call_method(fx, got, "sort", [reverse], node.span))
    return ir.Seq(node.span, got.type, (save, sort), got)


def sort_by_key(fx: Fx, listed: ir.Expr, key: tree.Expr, reverse: ir.Expr, span: Span) -> ir.Expr:
    """Each key is computed once; the pairs (key, place) are sorted by the keys alone."""
    assert isinstance(listed.type, ClassInst)
    chosen, func = lambdas.once(fx, key, (listed.type.args[0],))
    name = tree.Name(span, ".x")
    over = tree.Comprehension(span, name, calls.Evaluated(span, listed), (), False)
    keys = expr(fx, tree.ListComp(span, tree.Call(span, func, (name,), ()), (over,)))
    assert isinstance(keys.type, ClassInst)
    by_keys = fx.world.function_of("lib.core.list", "sorted_by_keys")
    out = calls.call_function(fx, by_keys, None, calls.evaluated([listed, keys, reverse]), (), span)
    return ir.Seq(span, out.type, tuple(chosen), out)
