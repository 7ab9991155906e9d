"""Calls that `for` walks over without making an object: `range`, `zip`, `enumerate`, `reversed`, `map`, `filter`."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rumpkc.diagnostics import fail
from rumpkc.ir import nodes as ir
from rumpkc.ir.walk import walk
from rumpkc.source import Span
from rumpkc.syntax import tree
from rumpkc.types import arrays, calls, class_titles, constructors, enums, lambdas, length_hints, operators, stars
from rumpkc.types.builtins import VAR_TUPLE
from rumpkc.types.changes import changes
from rumpkc.types.fx import Fx
from rumpkc.types.literals import fold_int
from rumpkc.types.loops import Source, bump, for_each, get_local, of_union, of_value, source, until
from rumpkc.types.operators import usize_to_int
from rumpkc.types.symbols import Special
from rumpkc.types.types import (
    BOOL,
    INT,
    NEVER,
    NONE,
    USIZE,
    ArrayType,
    ClassInst,
    OptionalType,
    TupleType,
    UnionType,
)
from rumpkc.types.unions import make_union

SEQUENCES = frozenset("list tuple str bytes bytearray".split())
# Modules whose walks run no code of the program.
ONLY_WALK = frozenset("lib.core." + name for name in "list dict set str bytes bytearray vartuple range span".split())


def _int_arg(fx: Fx, node: tree.Expr) -> ir.Expr:
    from rumpkc.types.subscripts import index_of

    return index_of(fx, node)


def _int_args(fx: Fx, nodes: tuple[tree.Expr, ...]) -> tuple[list[ir.Stmt], list[ir.Expr]]:
    from rumpkc.types.subscripts import indices

    return indices(fx, nodes)


def range_source(fx: Fx, node: tree.Call) -> Source:
    """`range(…)`: a counter."""
    node = stars.spread_call(fx, node)
    span = node.span
    if node.keywords or not 1 <= len(node.args) <= 3:
        raise fail(
            "E0310", f"`range` takes 1 to 3 positional arguments, not {len(node.args) + len(node.keywords)}", span
        )
    setup, parts = _int_args(fx, node.args)
    start = parts[0] if len(parts) > 1 else ir.Const(span, INT, 0)
    stop = parts[1] if len(parts) > 1 else parts[0]
    step = fold_int(fx.world, fx.module, node.args[2], fx.assigned) if len(parts) == 3 else 1
    index = fx.temp(INT, span)
    setup.append(ir.SetLocal(span, index, start))
    if step in (1, -1):
        if not isinstance(stop, ir.Const):
            save, stop = fx.save(stop)
            setup.append(save)
        test = ir.Prim(span, BOOL, "icmp.slt" if step == 1 else "icmp.sgt", (get_local(index, span), stop))
        return Source(setup, test, get_local(index, span), step=[bump(index, ir.Const(span, INT, step), span)])
    save_stop, stop = fx.save(stop)
    save_step, by = fx.save(parts[2])
    return _counted(fx, index, [*setup, save_stop, save_step], stop, by, span)


def _counted(fx: Fx, index: ir.Local, setup: list[ir.Stmt], stop: ir.Expr, by: ir.Expr, span: Span) -> Source:
    """Any step: the number of turns is computed first, so that the last step cannot leave the integers."""
    left = fx.temp(INT, span)
    count = ir.Call(span, INT, fx.world.library("range", "range_count"), (get_local(index, span), stop, by))
    setup.append(ir.SetLocal(span, left, count))
    test = ir.Prim(span, BOOL, "icmp.ne", (get_local(left, span), ir.Const(span, INT, 0)))
    step = [bump(index, by, span), bump(left, ir.Const(span, INT, -1), span)]
    return Source(setup, test, get_local(index, span), step=step)


def _enumerate(fx: Fx, node: tree.Call) -> Source:
    node, span = stars.spread_call(fx, node), node.span
    start: ir.Expr = ir.Const(span, INT, 0)
    if not 1 <= len(node.args) <= 2:
        raise fail("E0310", f"`enumerate` takes 1 or 2 arguments, not {len(node.args)}", span)
    begin = node.args[1] if len(node.args) == 2 else next((k.value for k in node.keywords if k.name == "start"), None)
    inner = source(fx, node.args[0])
    if begin is not None:
        start = _int_arg(fx, begin)
    count = fx.temp(INT, span)
    inner.setup.append(ir.SetLocal(span, count, start))
    pair = TupleType((INT, inner.value.type))
    inner.value = ir.Aggregate(span, pair, (get_local(count, span), inner.value))
    inner.step.append(bump(count, ir.Const(span, INT, 1), span))
    return inner


def _zip(fx: Fx, node: tree.Call) -> Source:
    span = node.span
    strict = any(k.name == "strict" and isinstance(k.value, tree.Constant) and k.value.value for k in node.keywords)
    if not node.args:
        raise fail("E0310", "`zip` without arguments has no items", span)
    args = stars.spread_call(fx, node).args
    if any(isinstance(a, tree.Starred) for a in args):
        if strict:
            raise fail("E0400", "`strict` next to `*` is not compiled yet", span, help="compare the lengths first")
        return _zip_rows(fx, tree.List(span, args), span)
    parts = _side_by_side(fx, args, span)
    test, fetch = parts[0].test, list(parts[0].fetch)
    if strict:
        test = _strict(fx, parts, span)
    else:
        for part in parts[1:]:
            test = ir.And(span, BOOL, test, part.test)
    for part in parts[1:]:
        fetch += part.fetch
    values = tuple(p.value for p in parts)
    pair = ir.Aggregate(span, TupleType(tuple(v.type for v in values)), values)
    return Source([s for p in parts for s in p.setup], test, pair, fetch, [s for p in parts for s in p.step],
                  [c for p in parts for c in p.closes])


def _side_by_side(fx: Fx, args: Sequence[tree.Expr], span: Span) -> list[Source]:
    """Walks that move in turn. An item is read before the next walk moves, if that could change it: `zip(it, it)` makes
    pairs, and a generator may assign to the list that lies before it."""
    parts = [source(fx, a) for a in args]
    changed = False
    for part in reversed(parts):
        runs = _runs_program(part)
        if (part.shared or changed) and part.value.type is not NEVER:
            held = fx.temp(part.value.type, span)
            read = (*part.fetch, ir.SetLocal(span, held, part.value))
            part.test = ir.And(span, BOOL, part.test, ir.Seq(span, BOOL, read, ir.Const(span, BOOL, True)))
            part.fetch, part.value = [], get_local(held, span)
        changed = changed or runs
    return parts


def _runs_program(part: Source) -> bool:
    """Whether code of the program may run where this walk goes on."""
    return any(isinstance(node, (ir.CallVirtual, ir.CallIndirect))
               or isinstance(node, ir.Call) and node.func.module not in ONLY_WALK
               for node in walk((part.test, *part.fetch)))


def _zip_rows(fx: Fx, rows: tree.List, span: Span) -> Source:
    """`zip(*rows)`: as many columns as the shortest row has items; each is a `tuple[T, ...]`."""
    from rumpkc.types.exprs import expr

    name = tree.Name(span, ".row")
    listed = expr(fx, rows)
    assert isinstance(listed.type, ClassInst)
    row = listed.type.args[0]
    if isinstance(row, TupleType) and row.items:
        over = tree.Comprehension(span, name, calls.Evaluated(span, listed), (), False)
        listed = expr(fx, tree.ListComp(span, tree.List(span, (tree.Starred(span, name),)), (over,)))
        assert isinstance(listed.type, ClassInst)
        row = listed.type.args[0]
    save, table = fx.save(listed)
    if not (isinstance(row, ClassInst) and row.name in SEQUENCES and row.info.module.library):
        started = tree.Call(span, tree.Name(span, "iter"), (name,), ())
        over = tree.Comprehension(span, name, calls.Evaluated(span, table), (), False)
        many = fx.world.function_of("lib.core.iterator", "zip_many")
        walk = calls.call_function(fx, many, None, (tree.ListComp(span, started, (over,)),), (), span)
        out = of_value(fx, walk, span)
        out.setup.insert(0, save)
        return out
    shortest = fx.temp(INT, span)

    def measure(one: ir.Expr) -> list[ir.Stmt]:
        keep, size = fx.save(usize_to_int(calls.call_method(fx, one, "__len__", [], span)))
        none = ir.Prim(span, BOOL, "icmp.slt", (get_local(shortest, span), ir.Const(span, INT, 0)))
        less = ir.Prim(span, BOOL, "icmp.slt", (size, get_local(shortest, span)))
        return [keep, ir.If(span, ir.Or(span, BOOL, none, less), (ir.SetLocal(span, shortest, size),), ())]

    begin = ir.SetLocal(span, shortest, ir.Const(span, INT, -1))
    again = calls.Evaluated(span, table)
    count = calls.Evaluated(span, get_local(shortest, span))
    out = range_source(fx, tree.Call(span, tree.Name(span, "range"), (count,), ()))
    item = tree.Subscript(span, name, calls.Evaluated(span, out.value))
    column = expr(fx, tree.ListComp(span, item, (tree.Comprehension(span, name, again, (), False),)))
    assert isinstance(column.type, ClassInst)
    out.value = constructors.construct(fx, fx.world.cls(VAR_TUPLE, column.type.args[0]), [column], span)
    out.setup = [save, begin, *for_each(fx, again, measure, span), *out.setup]
    return out


def _strict(fx: Fx, parts: list[Source], span: Span) -> ir.Expr:
    """`zip(strict=True)`: all end together, or ValueError names the argument that differs."""
    from rumpkc.types.tries import raise_new

    text = fx.world.cls("str")
    first = fx.temp(BOOL, span)
    stmts: list[ir.Stmt] = [ir.SetLocal(span, first, parts[0].test)]
    for number, part in enumerate(parts[1:], 2):
        others = "argument 1" if number == 2 else f"arguments 1-{number - 1}"
        longer = raise_new(
            fx, "ValueError", [ir.StrConst(span, text, f"zip() argument {number} is longer than {others}")], NEVER, span
        )
        shorter = raise_new(
            fx,
            "ValueError",
            [ir.StrConst(span, text, f"zip() argument {number} is shorter than {others}")],
            NEVER,
            span,
        )
        here = fx.temp(BOOL, span)
        stmts.append(ir.SetLocal(span, here, part.test))
        stmts.append(
            ir.If(
                span,
                get_local(first, span),
                (ir.If(span, get_local(here, span), (), (ir.Eval(span, shorter),)),),
                (ir.If(span, get_local(here, span), (ir.Eval(span, longer),)),),
            )
        )
    return ir.Seq(span, BOOL, tuple(stmts), get_local(first, span))


def _reversed(fx: Fx, node: tree.Call) -> Source:
    from rumpkc.types.exprs import expr
    from rumpkc.types.names import static_symbol

    span = node.span
    if len(node.args) != 1:
        raise fail("E0310", "`reversed` takes one argument", span)
    arg = node.args[0]
    if isinstance(arg, tree.Call):
        symbol = static_symbol(fx, arg.func)
        if isinstance(symbol, Special) and symbol.name == "builtins.range":
            return _reversed_range(fx, arg)
    return _reversed_value(fx, enums.members_named(fx, arg) or expr(fx, arg), span)


def _reversed_value(fx: Fx, value: ir.Expr, span: Span) -> Source:
    t = value.type
    if isinstance(t, UnionType):
        return of_union(fx, value, t, span, _reversed_value)
    if isinstance(t, ArrayType):
        return _reversed_value(fx, arrays.array_span(fx, value, span), span)
    if isinstance(t, ClassInst) and t.name == "list":
        return _reversed_list(fx, value, t, span)
    if isinstance(t, TupleType):
        save, got = fx.save(value)
        items = tuple(ir.TupleGet(span, x, got, len(t.items) - 1 - i) for i, x in enumerate(reversed(t.items)))
        back = ir.Aggregate(span, TupleType(tuple(reversed(t.items))), items)
        src = of_value(fx, back, span)
        src.setup.insert(0, save)
        return src
    if calls.has_method(t, "__reversed__"):
        back = calls.call_method(fx, value, "__reversed__", [], span)
        src = of_value(fx, back, span)
        src.title = "generator"
        if isinstance(back.type, ClassInst) and class_titles.is_builtin(back.type) and back.type.name != "Iterator":
            src.title = class_titles.title(back.type)
        return src
    if calls.has_method(t, "__len__") and calls.has_method(t, "__getitem__"):
        return _reversed_sequence(fx, value, span)
    raise fail("E0337", f"{t} cannot be reversed", span)


def _reversed_list(fx: Fx, value: ir.Expr, t: ClassInst, span: Span) -> Source:
    from rumpkc.types.classes import fields_of

    fields = fields_of(fx.world, t)
    save, got = fx.save(value)
    index = fx.temp(USIZE, span)
    size = ir.FieldGet(span, fields["_len"], got, "_len")
    below = ir.Prim(span, USIZE, "sub.wrap", (get_local(index, span), ir.Const(span, USIZE, 1)))
    data = ir.FieldGet(span, fields["_data"], got, "_data")
    item = ir.Prim(span, t.args[0], "ptr.load", (ir.Prim(span, data.type, "ptr.add", (data, below)),))
    test = ir.Prim(span, BOOL, "icmp.ult", (below, size))
    return Source([save, ir.SetLocal(span, index, size)], test, item, step=[ir.SetLocal(span, index, below)],
                  title="list_reverseiterator")


def _reversed_sequence(fx: Fx, value: ir.Expr, span: Span) -> Source:
    """`__len__` and `__getitem__`, from the last index down."""
    save, got = fx.save(value)
    index = fx.temp(INT, span)
    size = operators.length(fx, got, span)
    if size.type != INT:
        size = ir.Prim(span, INT, "zext", (size,))
    below = ir.Prim(span, INT, "sub.wrap", (get_local(index, span), ir.Const(span, INT, 1)))
    test = ir.Prim(span, BOOL, "icmp.sgt", (get_local(index, span), ir.Const(span, INT, 0)))
    item = calls.call_method(fx, got, "__getitem__", [below], span)
    return Source([save, ir.SetLocal(span, index, size)], test, item, step=[ir.SetLocal(span, index, below)],
                  asks=lambda: length_hints.ask_sequence(fx, got, span))


def _reversed_range(fx: Fx, node: tree.Call) -> Source:
    node = stars.spread_call(fx, node)
    span = node.span
    saves, parts = _int_args(fx, node.args)
    kept: list[ir.Expr] = []
    for part in parts:
        save, got = fx.save(part)
        saves.append(save)
        kept.append(got)
    start = kept[0] if len(kept) > 1 else ir.Const(span, INT, 0)
    stop = kept[1] if len(kept) > 1 else kept[0]
    by = kept[2] if len(kept) > 2 else ir.Const(span, INT, 1)
    count = fx.temp(INT, span)
    saves.append(
        ir.SetLocal(span, count, ir.Call(span, INT, fx.world.library("range", "range_count"), (start, stop, by)))
    )
    below = ir.Prim(span, INT, "sub.wrap", (get_local(count, span), ir.Const(span, INT, 1)))
    value = ir.Prim(span, INT, "add.wrap", (start, ir.Prim(span, INT, "mul.wrap", (below, by))))
    test = ir.Prim(span, BOOL, "icmp.ne", (get_local(count, span), ir.Const(span, INT, 0)))
    return Source(saves, test, value, step=[ir.SetLocal(span, count, below)], title="range_iterator")


def _map(fx: Fx, node: tree.Call) -> Source:
    """`map(f, xs)`: `f` is evaluated once."""
    from rumpkc.types.exprs import expr

    if len(node.args) < 2 or node.keywords:
        raise fail("E0310", "`map` takes a function and at least one iterable", node.span)
    parts = _side_by_side(fx, node.args[1:], node.span)
    test, fetch = parts[0].test, list(parts[0].fetch)
    for part in parts[1:]:
        test = ir.And(node.span, BOOL, test, part.test)
        fetch += part.fetch
    chosen, func = lambdas.once(fx, node.args[0], tuple(p.value.type for p in parts), in_place=False)
    inner = tree.Call(node.span, func, calls.evaluated([p.value for p in parts]), ())
    setup, value = [*chosen, *(s for p in parts for s in p.setup)], expr(fx, inner)
    going = None
    if _may_stop(fx, node.args[0]):
        going = fx.temp(BOOL, node.span)
        more, value = until(fx, value, ("StopIteration",), node.span, going)
        test = ir.And(node.span, BOOL, test, ir.Seq(node.span, BOOL, tuple(fetch), more) if fetch else more)
        fetch = []
    steps, closes = [s for p in parts for s in p.step], [c for p in parts for c in p.closes]
    return Source(setup, test, value, fetch, steps, closes, going=going)


def _may_stop(fx: Fx, func: tree.Expr) -> bool:
    """Whether the function given to `map` or `filter` may raise StopIteration, which ends the loop without a word."""
    from rumpkc.types.names import static_symbol

    builtin = isinstance(func, (tree.Name, tree.Attribute)) and isinstance(static_symbol(fx, func), Special)
    return not builtin and changes(fx.world).stops


def _filter(fx: Fx, node: tree.Call) -> Source:
    """`filter(f, xs)`: the items before the next one that passes are walked over in the test."""
    from rumpkc.types import optional_keys
    from rumpkc.types.convert import truth

    span = node.span
    if len(node.args) != 2 or node.keywords:
        raise fail("E0310", "`filter` takes a function or None, and an iterable", span)
    src = source(fx, node.args[1])
    keep, got = fx.save(src.value)
    given = got
    going, loop = fx.temp(BOOL, span), ir.LoopId()
    if isinstance(node.args[0], tree.Constant) and node.args[0].kind == "none":
        chosen, test = [], truth(fx, got)
        given = _but_none(got)
    else:
        chosen, func = lambdas.once(fx, node.args[0], (got.type,), in_place=False)
        test = optional_keys.passes(fx, func, got, span)
    found = ir.SetLocal(span, going, ir.Const(span, BOOL, True))
    turn: ir.Stmt = ir.If(span, test, (found, ir.Break(span, loop)))
    unstopped = fx.temp(BOOL, span) if _may_stop(fx, node.args[0]) else None
    if unstopped is not None:
        more, test = until(fx, test, ("StopIteration",), span, unstopped)
        turn = ir.If(span, more, (ir.If(span, test, (found, ir.Break(span, loop))),), (ir.Break(span, loop),))
    walk = ir.Loop(span, loop, src.test, (*src.fetch, keep, turn), tuple(src.step))
    begin = ir.SetLocal(span, going, ir.Const(span, BOOL, False))
    more = ir.Seq(span, BOOL, (begin, walk), get_local(going, span))
    return Source([*chosen, *src.setup], more, given, step=src.step, closes=src.closes, going=unstopped)


def _but_none(value: ir.Expr) -> ir.Expr:
    """A value that is true, without None in its type."""
    t = value.type
    if isinstance(t, OptionalType):
        return ir.Convert(value.span, t.item, value)
    if isinstance(t, UnionType) and NONE in t.members:
        return ir.Convert(value.span, make_union([m for m in t.members if m is not NONE]), value)
    return value


def _unroll(fx: Fx, node: tree.Call) -> Source:
    """`unroll(range(4))`: a loop whose rounds are known, so that they can be written out."""
    from rumpkc.types.names import static_symbol

    inner = node.args[0] if len(node.args) == 1 and not node.keywords else None
    symbol = static_symbol(fx, inner.func) if isinstance(inner, tree.Call) else None
    is_range = getattr(symbol, "shown_name", getattr(symbol, "name", "")).rpartition(".")[2] == "range"
    if not isinstance(inner, tree.Call) or not is_range or \
            any(fold_int(fx.world, fx.module, a, fx.assigned) is None for a in inner.args):
        raise fail("E0469", "`unroll` takes a `range` of constants", node.span,
                   help="write `for i in unroll(range(8)):`, with literals and `Final` integers")
    src = range_source(fx, inner)
    src.unroll = True
    return src


CALLS: dict[str, Callable[[Fx, tree.Call], Source]] = {
    "rumpk.unroll": _unroll,
    "builtins.range": range_source,
    "builtins.enumerate": _enumerate,
    "builtins.zip": _zip,
    "builtins.reversed": _reversed,
    "builtins.map": _map,
    "builtins.filter": _filter,
}
