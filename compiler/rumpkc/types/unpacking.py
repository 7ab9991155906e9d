"""`a, *b = value`: tuples by their parts, sequences by index, all else by walking over it."""

from __future__ import annotations

from collections.abc import Callable

from rumpkc.diagnostics import counted, fail
from rumpkc.ir import nodes as ir
from rumpkc.source import Span
from rumpkc.syntax import tree
from rumpkc.types import any_values, arrays, calls, constructors, generators, length_hints, operators
from rumpkc.types.classes import fields_of
from rumpkc.types.convert import coerce, join
from rumpkc.types.exprs import expr
from rumpkc.types.fx import Fx
from rumpkc.types.types import (
    BOOL,
    INT,
    NEVER,
    NONE,
    ArrayType,
    ClassInst,
    OptionalType,
    TupleType,
    UnionType,
)

# How a part goes to its target: `assignment.store`, or `bind_fresh` for names that have no value yet.
Put = Callable[[Fx, tree.Expr, ir.Expr], list[ir.Stmt]]


def unpack(fx: Fx, targets: tuple[tree.Expr, ...], value: ir.Expr, span: Span, put: Put) -> list[ir.Stmt]:
    """Statements that `put` the parts of `value` into `targets`; E0345 where their numbers cannot agree."""
    t = value.type
    star = next((i for i, x in enumerate(targets) if isinstance(x, tree.Starred)), None)
    if isinstance(t, TupleType):
        return _unpack_tuple(fx, targets, value, span, star, put)
    if star is not None and isinstance(t, UnionType) and (
            whole := _starred_type(fx, t, star, len(targets) - star - 1, span)) is not None:
        rest, places = star, len(targets)
        value = operators.of_members(
            fx, [value], lambda one: _gathered(fx, one[0], whole, rest, places, span), span, "what is unpacked")
        return _unpack_tuple(fx, targets, value, span, None, put)
    if any_values.is_open(fx, value):
        from rumpkc.types import loops

        words = ("cannot unpack non-iterable ", " object")
        value = any_values.opened(fx, value, lambda x: loops.of_value(fx, x, span).test, words, span)
        value = _as_list(fx, value, span) if star is not None else _first_items(fx, value, len(targets) + 1, span)
        t = value.type
    if isinstance(t, UnionType) and all(isinstance(m, ClassInst) and _iterates(m) for m in t.members):
        value = operators.of_members(fx, [value], lambda one: _as_list(fx, one[0], span), span, "what is unpacked")
        t = value.type
    if isinstance(t, ArrayType):
        value = arrays.array_span(fx, value, span)
        t = value.type
    if isinstance(t, ClassInst) and t.info.kind == "namedtuple":
        fields = list(fields_of(fx.world, t).items())
        save, got = fx.save(value)
        whole = ir.Aggregate(
            span, TupleType(tuple(f for _, f in fields)), tuple(ir.FieldGet(span, f, got, n) for n, f in fields)
        )
        return [save, *_unpack_tuple(fx, targets, whole, span, star, put)]
    if isinstance(t, ClassInst) and _iterates(t) and not (t.info.module.library and t.name in INDEXED):
        if star is None:
            value = _first_items(fx, value, len(targets) + 1, span)
        else:
            value = _staged(fx, value, star, span) or _as_list(fx, value, span)
        t = value.type
    if isinstance(t, ClassInst) and calls.has_method(t, "__getitem__") and calls.has_method(t, "__len__"):
        return _unpack_sequence(fx, targets, value, span, star, put)
    raise fail("E0345", f"{t} cannot be unpacked", span)


def _starred_type(fx: Fx, t: UnionType, star: int, after: int, span: Span) -> TupleType | None:
    """What targets with a star get from tuples of several lengths; None for others, and where one is too short."""
    rows = [m.items for m in t.members if isinstance(m, TupleType)]
    if len(rows) < len(t.members) or any(len(row) < star + after for row in rows):
        return None
    item = join(fx, [x for row in rows for x in row[star : len(row) - after]], span, "the starred target")
    columns = [join(fx, [row[i] for row in rows], span, "what is unpacked") for i in (*range(star), *range(-after, 0))]
    if item is NEVER:
        return None
    return TupleType((*columns[:star], fx.world.cls("list", item), *columns[star:]))


def _gathered(fx: Fx, value: ir.Expr, whole: TupleType, star: int, places: int, span: Span) -> ir.Expr:
    """One of these tuples with the list of the star in its place."""
    assert isinstance(value.type, TupleType)
    save, got = fx.save(value)
    parts: list[ir.Expr] = [ir.TupleGet(span, item, got, i) for i, item in enumerate(value.type.items)]
    end = len(parts) - (places - star - 1)
    listed = expr(fx, tree.List(span, calls.evaluated(parts[star:end])), whole.items[star])
    made = zip([*parts[:star], listed, *parts[end:]], whole.items, strict=True)
    items = tuple(coerce(fx, part, t, span) for part, t in made)
    return ir.Seq(span, whole, (save,), ir.Aggregate(span, whole, items))


# What is unpacked by index; all else is walked over.
INDEXED = frozenset("list tuple str bytes bytearray range deque Span".split())


def _first_items(fx: Fx, value: ir.Expr, limit: int, span: Span) -> ir.Expr:
    """A list of at most `limit` items: no more are asked for, since an iterator may have no end."""
    from rumpkc.types import loops

    src = loops.of_value(fx, value, span)
    save, got = fx.save(constructors.construct(fx, fx.world.cls("list", src.value.type), [], span))
    size = operators.usize_to_int(calls.call_method(fx, got, "__len__", [], span))
    room = ir.Prim(span, BOOL, "icmp.slt", (size, ir.Const(span, INT, limit)))
    append = ir.Eval(span, calls.call_method(fx, got, "append", [src.value], span))
    walk = ir.Loop(span, ir.LoopId(), ir.And(span, BOOL, room, src.test), (*src.fetch, append), tuple(src.step))
    return ir.Seq(span, got.type, (*src.setup, save, loops.closing(fx, src, walk)), got)


def _staged(fx: Fx, value: ir.Expr, before: int, span: Span) -> ir.Expr | None:
    """`a, *rest = x` where an iterator of the program sees how: after `before` items CPython makes a list of what is
    left, for which it asks the iterator for an iterator and for its length."""
    from rumpkc.types import loops

    if not length_hints.is_own(value.type):
        return None
    save, it = fx.save(generators.made_by(fx, calls.call_method(fx, value, "__iter__", [], span)))
    if not length_hints.is_own(it.type) or not calls.has_method(it.type, "__next__"):
        return None
    src = loops.by_next(fx, save, it, span)
    make, got = fx.save(constructors.construct(fx, fx.world.cls("list", src.value.type), [], span))
    size = operators.usize_to_int(calls.call_method(fx, got, "__len__", [], span))
    room = ir.Prim(span, BOOL, "icmp.slt", (size, ir.Const(span, INT, before)))
    append = ir.Eval(span, calls.call_method(fx, got, "append", [src.value], span))
    walk = ir.Loop(span, ir.LoopId(), ir.And(span, BOOL, room, src.test), (*src.fetch, append), tuple(src.step))
    name = tree.Name(span, ".x")
    over = tree.Comprehension(span, name, length_hints.Sized(span, calls.Evaluated(span, it)), (), False)
    rest = ir.Eval(span, calls.call_method(fx, got, "extend", [expr(fx, tree.ListComp(span, name, (over,)))], span))
    return ir.Seq(span, got.type, (*src.setup, make, walk, ir.If(span, room, (), (rest,))), got)


def _iterates(t: ClassInst) -> bool:
    return calls.has_method(t, "__iter__") or calls.has_method(t, "__getitem__")


def _unpack_tuple(
    fx: Fx,
    targets: tuple[tree.Expr, ...],
    value: ir.Expr,
    span: Span,
    star: int | None,
    put: Put,
) -> list[ir.Stmt]:
    assert isinstance(value.type, TupleType)
    items = value.type.items
    if star is None and len(items) != len(targets) or star is not None and len(items) < len(targets) - 1:
        raise fail("E0345", f"{counted(len(items), 'value')} for {counted(len(targets), 'target')}", span)
    out: list[ir.Stmt] = []
    parts: list[ir.Expr] = []
    if isinstance(value, ir.Aggregate):
        for item in value.items:
            save, got = fx.save(item)
            out.append(save)
            parts.append(got)
    else:
        save, got = fx.save(value)
        out.append(save)
        parts = [ir.TupleGet(span, t, got, i) for i, t in enumerate(items)]
    if star is not None:
        after = len(targets) - star - 1
        rest = parts[star : len(parts) - after]
        listed = expr(fx, tree.List(span, calls.evaluated(rest)))
        parts = [*parts[:star], listed, *parts[len(parts) - after :]]
    for target, part in zip(targets, parts, strict=True):
        out += put(fx, target.value if isinstance(target, tree.Starred) else target, part)
    return out


def _as_list(fx: Fx, value: ir.Expr, span: Span) -> ir.Expr:
    """A starred target is a list, whatever was unpacked."""
    if isinstance(value.type, ClassInst) and value.type.name == "list":
        return value
    item = tree.Name(span, ".x")
    over = tree.Comprehension(span, item, calls.Evaluated(span, value), (), False)
    return expr(fx, tree.ListComp(span, item, (over,)))


def _unpack_sequence(
    fx: Fx,
    targets: tuple[tree.Expr, ...],
    value: ir.Expr,
    span: Span,
    star: int | None,
    put: Put,
) -> list[ir.Stmt]:
    """A list or another sequence: its length is checked when the program runs. All items are read before what stores
    one could change it: `xs[1], xs[0] = xs`."""
    save, got = fx.save(value)
    size = operators.usize_to_int(calls.call_method(fx, got, "__len__", [], span))
    keep, length = fx.save(size)
    need = len(targets) - (star is not None)
    check = fx.world.library("runtime", "rt_unpack" if star is None else "rt_unpack_star")
    out: list[ir.Stmt] = [save, keep, ir.Eval(span, ir.Call(span, NONE, check, (length, ir.Const(span, INT, need))))]
    later: list[ir.Stmt] = []
    only_names = all(map(_is_name, targets))

    def give(target: tree.Expr, item: ir.Expr) -> None:
        if not only_names:
            read, item = fx.save(item)
            out.append(read)
        (out if only_names else later).extend(put(fx, target, item))

    for index, target in enumerate(targets):
        at: ir.Expr = ir.Const(span, INT, index)
        if isinstance(target, tree.Starred):
            stop = ir.Prim(span, INT, "sub.wrap", (length, ir.Const(span, INT, len(targets) - index - 1)))
            optional = OptionalType(INT)
            bounds = [ir.Convert(span, optional, at), ir.Convert(span, optional, stop), ir.Const(span, optional, None)]
            give(target.value, _as_list(fx, calls.call_method(fx, got, "_slice", bounds, span), span))
            continue
        if star is not None and index > star:
            at = ir.Prim(span, INT, "sub.wrap", (length, ir.Const(span, INT, len(targets) - index)))
        give(target, calls.call_method(fx, got, "__getitem__", [at], span))
    return [*out, *later]


def _is_name(target: tree.Expr) -> bool:
    """Whether a target is a name, or nothing but names."""
    if isinstance(target, (tree.Tuple, tree.List)):
        return all(map(_is_name, target.elts))
    return isinstance(target.value if isinstance(target, tree.Starred) else target, tree.Name)
