"""Calls that walk over an iterable for one result: `min`, `max`, `sum`, `any`, `all`, `sorted`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from rumpkc.diagnostics import fail
from rumpkc.ir import nodes as ir
from rumpkc.ir.logic import negate
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
    optional_order,
    text,
)
from rumpkc.types.unions import make_union
from rumpkc.types.convert import coerce, join, truth
from rumpkc.types.exprs import expr, typed
from rumpkc.types.fx import Fx, PartialType, Rule
from rumpkc.types.real import REAL
from rumpkc.types.types import (
    BOOL,
    F32,
    FLOAT,
    INT,
    NEVER,
    NONE,
    ClassInst,
    IntType,
    OptionalType,
    Type,
)

T = TypeVar("T")


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
    span = node.span
    values = expr(fx, tree.List(span, node.args))
    if not isinstance(values.type, ClassInst) or values.type.name != "list":
        raise fail("E0321", f"the type of what `{name}` compares is not known", span)
    item = values.type.args[0]
    save, got = fx.save(values)
    stmts: list[ir.Stmt] = [save]
    if sum(not isinstance(a, tree.Starred) for a in node.args) < 2:
        if not (isinstance(item, IntType) or item in (FLOAT, F32, BOOL, REAL)):
            raise fail("E0404", f"`{name}(*xs)` of {item} has another meaning where only one is left", span,
                       help=f"pass the list itself: `{name}(xs)`")
        stmts += _too_few(fx, got, name, span)
    whole = tree.Call(span, node.func, (calls.Evaluated(span, got),), node.keywords)
    out = _extreme_of(fx, whole, name, op, named)
    return ir.Seq(span, out.type, tuple(stmts), out)


def _too_few(fx: Fx, got: ir.Expr, name: str, span: Span) -> list[ir.Stmt]:
    """What raises the TypeError of `min(*xs)` where the list `got` has no item, or one number."""
    from rumpkc.types.tries import raise_new

    def error(words: str) -> ir.Expr:
        return raise_new(fx, "TypeError", [text.str_const(fx, span, words)], NEVER, span)

    size = operators.usize_to_int(calls.call_method(fx, got, "__len__", [], span))
    only = calls.call_method(fx, got, "__getitem__", [ir.Const(span, INT, 0)], span)
    errors = (error(f"{name} expected at least 1 argument, got 0"), operators.of_members(
        fx, [only], lambda one: error(f"'{one[0].type}' object is not iterable"), span, "this call"))
    return [ir.If(span, ir.Prim(span, BOOL, "icmp.eq", (size, ir.Const(span, INT, count))), (ir.Eval(span, one),))
            for count, one in enumerate(errors)]


def _extreme_of(fx: Fx, node: tree.Call, name: str, op: str, named: dict[str | None, tree.Expr]) -> ir.Expr:
    """`min(xs, key=f, default=d)`: one walk; ValueError on nothing. `key` and `default` are evaluated before it."""
    from rumpkc.types.tries import raise_new

    span, items = node.span, node.args[0]
    if isinstance(items, tree.List) and not items.elts or isinstance(items, tree.Dict) and not items.keys:
        items = tree.Tuple(items.span, ())          # nothing tells the type of these items, and nothing needs it
    before, over = started(fx, items, tuple(named.values()))
    chosen: list[ir.Stmt] = []
    best: ir.Local | None = None
    some = fx.temp(BOOL, span)

    def take(value: ir.Expr) -> list[ir.Stmt]:
        nonlocal best
        best = fx.temp(value.type, span)
        if value.type is NEVER and isinstance(named.get("key"), tree.Lambda):
            return [ir.Eval(span, value)]           # nothing ever calls it
        save, got = fx.save(value)
        setup, func = _outside(fx, over, lambda: _key_function(fx, named.get("key"), value.type))
        chosen.extend(setup)
        key, best_key = _key_of(fx, func, got, span)
        key_save, key_got = fx.save(key)
        score = fx.temp(key.type, span) if best_key else best
        order = optional_order.compare if best_key else comparisons.compare
        better = order(fx, op, key_got, ir.LocalGet(span, key.type, score), span)
        keep: list[ir.Stmt] = [ir.SetLocal(span, best, got), ir.SetLocal(span, some, ir.Const(span, BOOL, True))]
        if best_key:
            keep.append(ir.SetLocal(span, score, key_got))
        first = negate(ir.LocalGet(span, BOOL, some))
        return [save, key_save, ir.If(span, ir.Or(span, BOOL, first, better), tuple(keep))]

    walk = each(fx, over, take)
    assert best is not None
    item = best.type
    if "default" in named:
        other = expr(fx, named["default"], item)
        if isinstance(other.type, PartialType):
            other = coerce(fx, other, item, span)
        item = join(fx, [item, other.type], span, f"`{name}`")
        save, empty = fx.save(coerce(fx, other, item, span))
        chosen.insert(0 if next(iter(named)) == "default" else len(chosen), save)
    else:
        words = text.str_const(fx, span, f"{name}() arg is an empty sequence")
        empty = raise_new(fx, "ValueError", [words], item, span)
    out = empty
    if best.type is not NEVER:                  # of `()` there is never one
        found = coerce(fx, ir.LocalGet(span, best.type, best), item, span)
        out = ir.IfExp(span, item, ir.LocalGet(span, BOOL, some), found, empty)
    stmts = (*before, ir.SetLocal(span, some, ir.Const(span, BOOL, False)), *chosen, *walk)
    return ir.Seq(span, item, stmts, out)


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


def started(fx: Fx, node: tree.Expr, others: tuple[tree.Expr, ...]) -> tuple[list[ir.Stmt], tree.Expr]:
    """An iterable that is walked over after `others` are evaluated: what comes before them, and what is left to walk.

    Of a generator expression it is the first iterable; the rest runs item by item.
    """
    if all(isinstance(other, (tree.Constant, tree.Name, tree.Lambda)) for other in others):
        return [], node
    if isinstance(node, tree.GeneratorExp):
        first, *rest = node.generators
        stmts, over = started(fx, first.iter, others)
        return stmts, replace(node, generators=(replace(first, iter=over), *rest))
    if isinstance(node, (tree.Name, tree.Attribute, tree.Constant, calls.Evaluated)):
        return [], node
    save, got = fx.save(expr(fx, node))
    return [save], calls.Evaluated(node.span, got)


def each(fx: Fx, node: tree.Expr, take: Callable[[ir.Expr], list[ir.Stmt]]) -> list[ir.Stmt]:
    """The statements that do something with each item of an iterable; a generator expression makes one at a time."""
    if not isinstance(node, tree.GeneratorExp):
        return loops.for_each(fx, node, take, node.span)

    def build() -> ir.Expr:
        stmts = displays.comprehend(fx, node.generators, lambda: take(expr(fx, node.elt)))
        return ir.Seq(node.span, NONE, tuple(stmts), ir.Const(node.span, NONE, None))

    return [ir.Eval(node.span, displays.scoped(fx, build))]


def _outside(fx: Fx, over: tree.Expr, build: Callable[[], T]) -> T:
    """What `build` makes, without the variables of the generator expression whose items `each` takes."""
    if not isinstance(over, tree.GeneratorExp):
        return build()
    own = fx.scopes.pop()
    try:
        return build()
    finally:
        fx.scopes.append(own)


def sum_call(fx: Fx, node: tree.Call, want: Type | None) -> ir.Expr:
    """`sum(xs, start)`. Of floats, and of objects with an `__radd__`, it is the int 0 where there are none."""
    span = node.span
    start_node = (
        node.args[1] if len(node.args) == 2 else next((k.value for k in node.keywords if k.name == "start"), None)
    )
    if loops.never_runs(node.args[0]):
        return ir.Const(span, INT, 0) if start_node is None else expr(fx, start_node, want)
    before, over = started(fx, node.args[0], (start_node,) if start_node else ())
    start: ir.Expr = ir.Const(span, INT, 0)
    total: ir.Local | None = None
    some: ir.Local | None = None            # of floats with an int start: an empty sum is no float

    def take(item: ir.Expr) -> list[ir.Stmt]:
        nonlocal start, total, some
        if start_node is not None:
            given = start_node
            hint = item.type if isinstance(item.type, (IntType, ClassInst)) else None
            start = _outside(fx, over, lambda: expr(fx, given, hint))
        if item.type is NEVER:                  # of a tuple without items
            total = fx.temp(start.type, span)
            return [ir.Eval(span, item)]
        value = ir.Prim(span, INT, "zext", (item,)) if item.type is BOOL else item
        first = operators.binary(fx, "+", start, value, span).type
        if isinstance(start, ir.Const) and start.type is INT and isinstance(first, IntType):
            start = ir.Const(span, first, start.value)
        noted: list[ir.Stmt] = []
        if isinstance(start, ir.Const) and first in (FLOAT, F32) and start.type is INT:
            start = ir.Const(span, FLOAT, float(start.value or 0))
            first, some = FLOAT, fx.temp(BOOL, span)
            noted = [ir.SetLocal(span, some, ir.Const(span, BOOL, True))]
        if isinstance(start, ir.Const) and start.type is INT and isinstance(first, ClassInst):
            total = fx.temp(OptionalType(first), span)
            return _added_to_zero(fx, total, start, value)
        total = fx.temp(first, span)
        more = operators.binary(fx, "+", ir.LocalGet(span, first, total), value, span)
        return [ir.SetLocal(span, total, coerce(fx, more, first, span)), *noted]

    walk = each(fx, over, take)
    assert total is not None
    out: ir.Expr = ir.LocalGet(span, total.type, total)
    if isinstance(total.type, OptionalType):
        begin: ir.Expr = ir.Const(span, total.type, None)
        either = make_union([INT, total.type.item])
        out = ir.IfExp(span, either, ir.IsNone(span, BOOL, out), ir.Convert(span, either, start),
                       ir.Convert(span, either, ir.Convert(span, total.type.item, out)))
    else:
        begin = coerce(fx, start, total.type, span)
    stmts = [*before, ir.SetLocal(span, total, begin)]
    if some is not None:
        stmts.append(ir.SetLocal(span, some, ir.Const(span, BOOL, False)))
        zero = ir.Const(span, INT, 0)
        got = ir.LocalGet(span, BOOL, some)
        out = ir.IfExp(span, REAL, got, ir.Convert(span, REAL, out), ir.Convert(span, REAL, zero))
    return ir.Seq(span, out.type, (*stmts, *walk), out)


def _added_to_zero(fx: Fx, total: ir.Local, zero: ir.Expr, value: ir.Expr) -> list[ir.Stmt]:
    """One step of a sum of objects: the first one is added to the int 0, which its `__radd__` does."""
    span = value.span
    assert isinstance(total.type, OptionalType)
    save, item = fx.save(value)
    so_far = ir.LocalGet(span, total.type, total)
    first = operators.binary(fx, "+", zero, item, span)
    more = operators.binary(fx, "+", ir.Convert(span, total.type.item, so_far), item, span)
    sums = [coerce(fx, one, total.type, span) for one in (first, more)]
    return [save, ir.SetLocal(span, total, ir.IfExp(span, total.type, ir.IsNone(span, BOOL, so_far), *sums))]


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
    before, over = started(fx, node.args[0], tuple(named.values()))
    listed = conversions.collected(fx, tree.Call(node.span, node.func, (over,), ()), want, "list")
    if isinstance(listed.type, PartialType):
        return listed                   # of nothing
    made, got = fx.save(listed)
    reverse: ir.Expr = ir.Const(node.span, BOOL, False)
    if "reverse" in named:
        save, reverse = fx.save(typed(fx, named["reverse"], BOOL))
        before.append(save)
    before.append(made)
    if "key" in named and not (isinstance(named["key"], tree.Constant) and named["key"].kind == "none"):
        return ir.Seq(node.span, got.type, (*before, *sort_by_key(fx, got, named["key"], reverse, node.span)), got)
    sort = ir.Eval(node.span, calls.call_method(fx, got, "sort", [reverse], node.span))
    return ir.Seq(node.span, got.type, (*before, sort), got)


def sort_by_key(fx: Fx, listed: ir.Expr, key: tree.Expr, reverse: ir.Expr, span: Span) -> list[ir.Stmt]:
    """Sort a list in place: each key is computed once, and the items go with them."""
    assert isinstance(listed.type, ClassInst)
    chosen, func = lambdas.once(fx, key, (listed.type.args[0],))
    item = tree.Name(span, ".x")
    over = tree.Comprehension(span, item, calls.Evaluated(span, listed), (), False)
    keys = expr(fx, tree.ListComp(span, tree.Call(span, func, (item,), ()), (over,)))
    assert isinstance(keys.type, ClassInst)
    name = "sort_by_keys"
    if optional_order.is_optional(keys.type.args[0]):
        name = "sort_by_optional_keys"
        optional_order.check(fx, keys.type.args[0], span)
    by_keys = fx.world.function_of("lib.core.list", name)
    call = calls.call_function(fx, by_keys, None, calls.evaluated([listed, keys, reverse]), (), span)
    return [*chosen, ir.Eval(span, call)]
