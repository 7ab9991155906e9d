"""Subscripts and slices: `x[i]`, `x[a:b:c]`, as values and as assignment targets."""

from __future__ import annotations

from dataclasses import replace

from rumpkc.diagnostics import counted, fail
from rumpkc.ir import nodes as ir
from rumpkc.source import Span
from rumpkc.syntax import tree
from rumpkc.types import (
    any_keys,
    any_values,
    arrays,
    awaited,
    boxes,
    calls,
    class_values,
    names,
    open_unions,
    iterable_arguments,
    records,
    slice_objects,
    slice_places,
    typed_dicts,
)
from rumpkc.types.annotations import Annotations
from rumpkc.types.any_places import AnyPlace
from rumpkc.types.changes import doubt_items
from rumpkc.types.classes import dict_base
from rumpkc.types.conditions import narrow_key
from rumpkc.types.convert import coerce, settle_item
from rumpkc.types.doubts import with_fact
from rumpkc.types.fx import Fx, PartialType
from rumpkc.types.integers import bool_to_int
from rumpkc.types.literals import fold_int
from rumpkc.types.slice_places import EitherPlace
from rumpkc.types.types import (
    BOOL,
    INT,
    NEVER,
    NONE,
    ArrayType,
    ClassInst,
    IntType,
    OptionalType,
    PtrType,
    RecursiveUnion,
    TupleType,
    Type,
    UnionType,
)


def load(fx: Fx, node: tree.Subscript, want: Type | None) -> ir.Expr:
    """`value[index]`, with what is known of it."""
    value = _load(fx, node, want)
    return value if isinstance(node.slice, tree.Slice) else with_fact(fx, value, narrow_key(fx, node), node.span)


def _load(fx: Fx, node: tree.Subscript, want: Type | None) -> ir.Expr:
    from rumpkc.types import enums
    from rumpkc.types.exprs import expr
    from rumpkc.types.library_calls import settle_default
    from rumpkc.types.operators import plain_number

    enumeration = enums.enum_named(fx, node.value)
    if enumeration is not None:
        key = coerce(fx, expr(fx, node.slice), fx.world.cls("str"), node.slice.span)
        return enums.by_name(fx, enumeration, key, node.span)
    notes = Annotations(fx.world, fx.module, fx.env, exact=True)
    if isinstance(node.value, (tree.Name, tree.Attribute)) and notes.container(node.value) is not None and (
            names.static_symbol(fx, node.value) is not None):
        return class_values.value_of(fx, notes.type_of(node), node.span)        # `list[int]`
    row = _row_for(fx, node, want)
    value = records.as_tuple(fx, names.present(fx, expr(fx, node.value, row), "__getitem__", node.span))
    if enums.is_str_enum(value.type) and not calls.has_method(value.type, "__getitem__"):
        value = plain_number(value)
    if any_values.is_open(fx, value):
        return _of_any(fx, value, node)
    typed = typed_dicts.load(fx, value, node)
    if typed is not None:
        return typed
    t = value.type
    if isinstance(t, PartialType) and t.kind == "defaultdict" and not isinstance(node.slice, tree.Slice):
        return settle_default(fx, t, node, None)
    if isinstance(t, PartialType):
        raise fail("E0321", f"the type of this empty {t.kind} is not known", t.span, help="give the variable a type")
    if isinstance(t, UnionType):
        return _of_members(fx, value, node)
    node = replace(node, slice=any_keys.with_key(fx, t, node.slice))
    key = any_keys.open_key(fx, node.slice)
    found = key and any_keys.item(fx, value, key, lambda a, k: _of_known(fx, a, k, node), node.span)
    if found is not None:
        return found
    if slice_places.is_either(fx, node.slice):
        return _at_either(fx, value, expr(fx, node.slice), node)
    if isinstance(node.slice, tree.Slice):
        return _slice(fx, value, node.slice, node.span)
    if (isinstance(t, (TupleType, ArrayType)) or calls.has_method(t, "_slice")) and (
            slice_objects.is_index(fx, node.slice)):
        return _slice_by_object(fx, value, node)
    if isinstance(t, TupleType):
        return _tuple_item(fx, value, node)
    if isinstance(t, PtrType):
        index = index_of(fx, node.slice)
        return ir.Prim(node.span, t.item, "ptr.load", (ir.Prim(node.span, t, "ptr.add", (value, index)),))
    if isinstance(t, ArrayType):
        return ir.Prim(
            node.span, t.item, "ptr.load", (arrays.array_element(fx, value, index_of(fx, node.slice), node.span),)
        )
    if calls.has_method(t, "__getitem__"):
        return calls.method_call(fx, value, "__getitem__", (_key(fx, t, node.slice),), (), node.span)
    raise fail("E0334", f"{t} has no items", node.value.span)


def _row_for(fx: Fx, node: tree.Subscript, want: Type | None) -> Type | None:
    """`x: u64 = unpack("<Q", data)[0]`: what is to be unpacked there."""
    from rumpkc.types import struct_calls

    if not isinstance(want, IntType) or INT.holds(want) or not struct_calls.is_unpacking(fx, node.value):
        return None
    at = fold_int(fx.world, fx.module, node.slice, fx.assigned)
    return struct_calls.row([None] * at + [want]) if at is not None and at >= 0 else None


def _of_known(fx: Fx, value: ir.Expr, key: ir.Expr, node: tree.Subscript) -> ir.Expr:
    at = calls.Evaluated(node.slice.span, key)
    return load(fx, tree.Subscript(node.span, calls.Evaluated(node.value.span, value), at), None)


def _at_either(fx: Fx, value: ir.Expr, index: ir.Expr, node: tree.Subscript) -> ir.Expr:
    """An item or a slice, for whichever of both the index is."""
    from rumpkc.types.operators import of_members

    saves, (got,) = fx.save_all([value])

    out = of_members(fx, [index], lambda parts: _of_known(fx, got, parts[0], node), node.span, "this item")
    return ir.Seq(node.span, out.type, tuple(saves), out)


def index_once(fx: Fx, node: tree.Subscript) -> tuple[list[ir.Stmt], tree.Expr, ir.Expr | None]:
    """The index, evaluated once: statements, the node that reads it, its value (None: a slice)."""
    from rumpkc.types.exprs import expr

    saves: list[ir.Stmt] = []
    sliced = node.slice if isinstance(node.slice, tree.Slice) else None
    ends = (sliced.lower, sliced.upper, sliced.step) if sliced is not None else (node.slice,)
    once: list[tree.Expr | None] = []
    for end in ends:
        if end is not None:
            save, key = fx.save(expr(fx, end))
            saves.append(save)
            end = calls.Evaluated(end.span, key)
        once.append(end)
    at = tree.Slice(node.slice.span, *once) if sliced is not None else once[0]
    assert at is not None
    return saves, at, once[0].value if sliced is None and isinstance(once[0], calls.Evaluated) else None


def _of_any(fx: Fx, value: ir.Expr, node: tree.Subscript) -> ir.Expr:
    """An item of a value whose class is known when the program runs."""
    save, got = fx.save(value)
    saves, at, key = index_once(fx, node)

    def item(part: ir.Expr) -> ir.Expr:
        return load(fx, tree.Subscript(node.span, calls.Evaluated(node.value.span, part), at), None)

    out = any_values.item(fx, got, key, item, node.span)
    return ir.Seq(node.span, out.type, (save, *saves), out)


def _of_members(fx: Fx, value: ir.Expr, node: tree.Subscript) -> ir.Expr:
    """An item of whichever member of a union the value is; the index is evaluated once."""
    from rumpkc.types.exprs import expr
    from rumpkc.types.operators import of_members
    from rumpkc.types.tries import raise_new

    members = value.type.members if isinstance(value.type, UnionType) else ()
    save, got = fx.save(value)
    known = fold_int(fx.world, fx.module, node.slice, fx.assigned)
    more, at, key = index_once(fx, node) if known is None else ([], node.slice, ir.Const(node.slice.span, INT, known))
    if isinstance(node.slice, tree.Constant):
        at = node.slice                 # a typed dict asks for the literal
    saves = [save, *more]
    reached = known is not None and any(_has(t, known) for t in members)

    def item(parts: list[ir.Expr]) -> ir.Expr:
        if reached and known is not None and isinstance(parts[0].type, TupleType) and not _has(parts[0].type, known):
            words = ir.StrConst(node.span, fx.world.cls("str"), "tuple index out of range")
            return raise_new(fx, "IndexError", [words], NEVER, node.span)
        if typed_dicts.lacks(parts[0].type, at) and not all(typed_dicts.lacks(t, at) for t in members):
            return raise_new(fx, "KeyError", [expr(fx, at)], NEVER, node.span)
        return load(fx, tree.Subscript(node.span, calls.Evaluated(node.value.span, parts[0]), at), None)

    got = open_unions.with_items(fx, got, key, node.span)
    out = of_members(fx, [got], item, node.span, "this item") if isinstance(got.type, UnionType) else item([got])
    return ir.Seq(node.span, out.type, tuple(saves), out)


def _has(t: Type, index: int) -> bool:
    """Whether the type is a tuple with an item of this index."""
    return isinstance(t, TupleType) and -len(t.items) <= index < len(t.items)


def _key(fx: Fx, t: Type, node: tree.Expr) -> tree.Expr:
    """The index of a sequence may be any integer type; keys of other classes are taken as they are."""
    if (
        isinstance(t, ClassInst)
        and t.info.module.library
        and t.name in ("list", "str", "bytes", "bytearray", "Span", "range", "deque", "tuple")
    ):
        return calls.Evaluated(node.span, index_of(fx, node, t))
    return node


def index_of(fx: Fx, node: tree.Expr, of: Type | None = None) -> ir.Expr:
    """An index as INT, into an `of`; any integer type serves."""
    from rumpkc.types.exprs import expr

    value = expr(fx, node)
    t = value.type
    if of is not None and any_keys.is_sequence(of) and any_values.is_open(fx, value):
        return any_keys.index(fx, of, value, node.span)
    if isinstance(t, IntType) and t is not INT:
        if t.bits < 64 or t.signed:
            return ir.Prim(node.span, INT, "zext" if not t.signed or t.bits == 64 else "sext", (value,))
        return ir.Prim(node.span, INT, "int.checked", (value,))
    if t is BOOL:
        return ir.Prim(node.span, INT, "zext", (value,))
    if calls.has_method(t, "__index__"):
        return calls.call_method(fx, value, "__index__", [], node.span)
    return coerce(fx, value, INT, node.span, "an index")


def _slice(fx: Fx, value: ir.Expr, node: tree.Slice, span: Span) -> ir.Expr:
    if isinstance(value.type, TupleType):
        return _tuple_slice(fx, value, node, span)
    if isinstance(value.type, ArrayType):
        value = arrays.array_span(fx, value, span)
    if not calls.has_method(value.type, "_slice") and calls.has_method(value.type, "__getitem__"):
        key = calls.Evaluated(span, slice_objects.made(fx, bounds(fx, node, True), span))
        return calls.method_call(fx, value, "__getitem__", (key,), (), span)
    if not calls.has_method(value.type, "_slice"):
        raise fail("E0334", f"{value.type} cannot be sliced", span)
    return calls.method_call(fx, value, "_slice", tuple(bounds(fx, node)), (), span)


def _slice_by_object(fx: Fx, value: ir.Expr, node: tree.Subscript) -> ir.Expr:
    """`xs[s]` of a slice object."""
    from rumpkc.types.exprs import expr

    keep, got = fx.save(value)
    save, parts = slice_objects.bounds(fx, expr(fx, node.slice), node.span)
    out = _slice(fx, got, tree.Slice(node.span, *parts), node.span)
    return ir.Seq(node.span, out.type, (keep, save), out)


def indices(fx: Fx, nodes: tuple[tree.Expr, ...]) -> tuple[list[ir.Stmt], list[ir.Expr]]:
    """Several as INT; objects are asked for their numbers when all of them are there."""
    from rumpkc.types.exprs import expr

    values = [expr(fx, node) for node in nodes]
    stmts: list[ir.Stmt] = []
    if any(calls.has_method(value.type, "__index__") for value in values):
        stmts, values = fx.save_all(values)
    return stmts, [index_of(fx, one) for one in calls.evaluated(values)]


def bounds(fx: Fx, node: tree.Slice, shown: bool = False) -> list[tree.Expr]:
    """start, stop and step as `int | None`; of a slice object that the program sees (`shown`) no bool becomes one."""
    from rumpkc.types.exprs import expr

    optional = OptionalType(INT)
    parts = [part for part in (node.lower, node.upper, node.step) if part is not None]
    found = [expr(fx, part) if shown else bool_to_int(expr(fx, part)) for part in parts]
    stmts: list[ir.Stmt] = []
    if any(calls.has_method(value.type, "__index__") for value in found):
        stmts, found = _asked(fx, found, node.step is not None)
    values = iter(zip(parts, found, strict=True))
    out: list[ir.Expr] = []
    for given in (node.lower, node.upper, node.step):
        if given is None:
            out.append(ir.Const(node.span, optional, None))
            continue
        part, value = next(values)
        if isinstance(value.type, IntType):
            out.append(ir.Convert(part.span, optional, index_of(fx, calls.Evaluated(part.span, value))))
        else:
            out.append(coerce(fx, value, optional, part.span, "a slice bound"))
    out[0] = ir.Seq(node.span, optional, tuple(stmts), out[0]) if stmts else out[0]
    return list(calls.evaluated(out))


def _asked(fx: Fx, values: list[ir.Expr], stepped: bool) -> tuple[list[ir.Stmt], list[ir.Expr]]:
    """Bounds of which some are objects: these are asked when all are there, the step before the others."""
    stmts, kept = fx.save_all(values)
    order = [len(kept) - 1, *range(len(kept) - 1)] if stepped else range(len(kept))
    for at in order:
        if calls.has_method(kept[at].type, "__index__"):
            save, kept[at] = fx.save(calls.call_method(fx, kept[at], "__index__", [], kept[at].span))
            stmts.append(save)
    return stmts, kept


def _tuple_item(fx: Fx, value: ir.Expr, node: tree.Subscript) -> ir.Expr:
    assert isinstance(value.type, TupleType)
    items = value.type.items
    index = fold_int(fx.world, fx.module, node.slice, fx.assigned)
    if index is not None:
        if not -len(items) <= index < len(items):
            count = counted(len(items), "item")
            raise fail("E0335", f"index {index} is outside of a tuple with {count}", node.slice.span)
        index %= len(items)
        return ir.TupleGet(node.span, items[index], value, index)
    if not items or any(t != items[0] for t in items):
        raise fail(
            "E0336",
            "a tuple with items of different types needs a constant index",
            node.slice.span,
            help="use a list, or unpack the tuple",
        )
    return _computed_item(fx, value, index_of(fx, node.slice, value.type), node.span)


def _computed_item(fx: Fx, value: ir.Expr, index: ir.Expr, span: Span) -> ir.Expr:
    """An item of a uniform tuple by a computed index."""
    from rumpkc.types.tries import raise_new

    assert isinstance(value.type, TupleType)
    items = value.type.items
    save_v, v = fx.save(value)
    save_i, i = fx.save(index)
    out = raise_new(
        fx, "IndexError", [ir.StrConst(span, fx.world.cls("str"), "tuple index out of range")], items[0], span
    )
    for at in reversed(range(len(items))):
        here = ir.Or(
            span,
            BOOL,
            ir.Prim(span, BOOL, "icmp.eq", (i, ir.Const(span, INT, at))),
            ir.Prim(span, BOOL, "icmp.eq", (i, ir.Const(span, INT, at - len(items)))),
        )
        out = ir.IfExp(span, items[0], here, ir.TupleGet(span, items[at], v, at), out)
    return ir.Seq(span, items[0], (save_v, save_i), out)


def _tuple_slice(fx: Fx, value: ir.Expr, node: tree.Slice, span: Span) -> ir.Expr:
    assert isinstance(value.type, TupleType)
    parts = [
        None if p is None else fold_int(fx.world, fx.module, p, fx.assigned)
        for p in (node.lower, node.upper, node.step)
    ]
    if any(p is not None and v is None for p, v in zip((node.lower, node.upper, node.step), parts, strict=True)):
        from rumpkc.types.tuple_operators import as_row

        return _slice(fx, as_row(fx, value, span), node, span)
    if parts[2] == 0:
        raise fail("E0335", "the step of a slice cannot be 0", span)
    picked = list(range(len(value.type.items)))[slice(*parts)]
    save, got = fx.save(value)
    items = tuple(ir.TupleGet(span, value.type.items[i], got, i) for i in picked)
    t = TupleType(tuple(i.type for i in items))
    return ir.Seq(span, t, (save,), ir.Aggregate(span, t, items))


# Stores


def place_of(fx: Fx, node: tree.Subscript, action: str = "__setitem__") -> Place | AnyPlace | EitherPlace:
    """The place that a subscript is as a target."""
    from rumpkc.types.exprs import expr

    if any_values.names_any(fx):
        now = fx.state.copy()
        container = expr(fx, node.value)
        if isinstance(container.type, UnionType) and not isinstance(container.type, RecursiveUnion) and (
                boxes.fits(container.type)):        # what a test found an Any to be, or a copy of that
            container = coerce(fx, container, fx.world.cls("object"), node.value.span)
        if any_values.is_open(fx, container):
            return AnyPlace(fx, node, container)
        fx.state = now
    if slice_places.is_either(fx, node.slice):
        return EitherPlace(fx, node)
    return Place(fx, node, action)


class Place:
    """A subscript target, its container and index evaluated once, so that `x[i] += 1` reads and writes one place."""

    def __init__(self, fx: Fx, node: tree.Subscript, action: str = "__setitem__") -> None:
        from rumpkc.types.exprs import expr

        self.fx, self.node = fx, node
        self.stmts: list[ir.Stmt] = []
        container = names.present(fx, expr(fx, node.value), action, node.span)
        if isinstance(container.type, RecursiveUnion) and not isinstance(node.slice, tree.Slice):
            node = self.node = self._opened(container, action)
            container = expr(fx, node.value)
        if isinstance(container.type, PartialType) and not isinstance(node.slice, tree.Slice):
            self._settle(container.type)
        fx.pending_store = None
        self.container = self._keep(container)
        self.index: ir.Expr | None = None
        self.bounds: list[tree.Expr] = []
        t = container.type
        has_items = isinstance(t, (PtrType, ArrayType, PartialType, ClassInst))
        if not has_items or (isinstance(t, (PtrType, ArrayType)) and isinstance(node.slice, tree.Slice)):
            raise fail("E0334", f"the items of {t} cannot be assigned", node.span,
                       help=f"make a new value; {awaited.WAYS_OUT.format('TypeError')}")
        if isinstance(node.slice, tree.Slice) and not calls.has_method(t, "_slice") and calls.has_method(t, action):
            self.index = self._keep(slice_objects.made(fx, bounds(fx, node.slice, True), node.span))
        elif calls.has_method(t, "_slice") and slice_objects.is_index(fx, node.slice):
            save, parts = slice_objects.bounds(fx, expr(fx, node.slice), node.span)
            self.stmts.append(save)
            self.bounds = [calls.Evaluated(b.span, self._keep(b.value)) for b in parts]  # type: ignore[attr-defined]
        elif isinstance(node.slice, tree.Slice):
            self.bounds = [calls.Evaluated(b.span, self._keep(b.value)) for b in bounds(fx, node.slice)]  # type: ignore[attr-defined]
        elif isinstance(t, (PtrType, ArrayType)):
            self.index = self._keep(index_of(fx, node.slice))
        else:
            key = _key(fx, t, node.slice)
            self.index = self._keep(expr(fx, key, self._key_type(t)))

    def _opened(self, container: ir.Expr, action: str) -> tree.Subscript:
        """Container and index, each evaluated once, of a container whose class is known when the program runs."""
        from rumpkc.types.exprs import expr

        got = self._keep(container)
        index = self._keep(expr(self.fx, self.node.slice))
        known = self._keep(open_unions.stored(self.fx, got, index, action, self.node.span))
        parts = calls.evaluated([known, index])
        return tree.Subscript(self.node.span, parts[0], parts[1])

    def _key_type(self, t: Type) -> Type | None:
        base = dict_base(t)
        return base.args[0] if base is not None else None

    def _keep(self, value: ir.Expr) -> ir.Expr:
        if isinstance(value, ir.Const):
            return value
        save, got = self.fx.save(value)
        self.stmts.append(save)
        return got

    def _settle(self, partial: PartialType) -> None:
        from rumpkc.types.exprs import expr
        from rumpkc.types.library_calls import settle_default

        if partial.kind == "defaultdict":
            settle_default(self.fx, partial, self.node, self.fx.pending_store)
        if partial.kind == "dict":
            value = self.fx.pending_store
            if value is not None:
                settle_item(self.fx, partial, expr(self.fx, self.node.slice).type, value)
        raise fail(
            "E0321",
            f"the type of this empty {partial.kind} is not known",
            partial.span,
            help="give the variable a type",
        )

    def item_type(self) -> Type | None:
        """What the place holds, as a hint for the value."""
        t = self.container.type
        if isinstance(t, (PtrType, ArrayType)):
            return t.item
        if typed_dicts.is_one(t):
            return typed_dicts.stored_type(self.fx.world, t, self.node.slice)
        if isinstance(t, ClassInst) and t.name in ("list", "Span", "deque") and t.args:
            return t if self.bounds else t.args[0]
        base = dict_base(t)
        return base.args[1] if base is not None else None

    def load(self) -> ir.Expr:
        """The present value, without the statements."""
        t, span = self.container.type, self.node.span
        if isinstance(t, PtrType):
            assert self.index is not None
            return ir.Prim(span, t.item, "ptr.load", (ir.Prim(span, t, "ptr.add", (self.container, self.index)),))
        if isinstance(t, ArrayType):
            assert self.index is not None
            return ir.Prim(
                span, t.item, "ptr.load", (arrays.array_element(self.fx, self.container, self.index, span),)
            )
        if self.index is None:
            return calls.method_call(self.fx, self.container, "_slice", tuple(self.bounds), (), span)
        found = calls.call_method(self.fx, self.container, "__getitem__", [self.index], span)
        typed = typed_dicts.key_type(self.fx.world, t, self.node.slice)
        return typed_dicts.known_as(self.fx, found, typed, span) if typed is not None else found

    def store(self, value: ir.Expr) -> list[ir.Stmt]:
        """The statements that put `value` there, without those of `stmts`."""
        _forget(self.fx, self.node)
        t, span, fx = self.container.type, self.node.span, self.fx
        if isinstance(t, PtrType):
            assert self.index is not None
            place: ir.Expr = ir.Prim(span, t, "ptr.add", (self.container, self.index))
            return [
                ir.Eval(
                    span, ir.Prim(span, NONE, "ptr.store", (place, coerce(fx, value, t.item, value.span, "this item")))
                )
            ]
        if isinstance(t, ArrayType):
            assert self.index is not None
            arrays.check_place(t.item, "this item", span)
            place = arrays.array_element(fx, self.container, self.index, span)
            return [
                ir.Eval(
                    span, ir.Prim(span, NONE, "ptr.store", (place, coerce(fx, value, t.item, value.span, "this item")))
                )
            ]
        method = "__setitem__" if self.index is not None else "_set_slice"
        if not calls.has_method(t, method):
            raise fail("E0334", f"the items of {t} cannot be assigned", span,
                       help=f"make a new value; {awaited.WAYS_OUT.format('TypeError')}")
        if self.index is None:
            value = iterable_arguments.slice_items(fx, t, value)
        container = typed_dicts.as_dict(self.container)
        last = calls.Evaluated(value.span, value)
        first = (calls.Evaluated(span, self.index),) if self.index is not None else tuple(self.bounds)
        return [ir.Eval(span, calls.method_call(fx, container, method, (*first, last), (), span))]


def _forget(fx: Fx, node: tree.Subscript) -> None:
    """An item is assigned or deleted: nothing is known of it, and what other items are is in doubt."""
    key = narrow_key(fx, node)
    for known in [k for k in (*fx.state.narrow, *fx.state.doubted) if key and (k == key or k.startswith(key + "."))]:
        fx.state.drop(known)
    doubt_items(fx)


def delete(fx: Fx, node: tree.Subscript) -> list[ir.Stmt]:
    """`del x[i]`, `del x[a:b]`."""
    _forget(fx, node)
    refused = awaited.unchangeable(fx, node, "__delitem__")
    if refused is not None:
        return refused
    place = place_of(fx, node, "__delitem__")
    if isinstance(place, (AnyPlace, EitherPlace)):
        return place.delete()
    method = "__delitem__" if place.index is not None else "_del_slice"
    if not calls.has_method(place.container.type, method):
        raise fail("E0334", f"the items of {place.container.type} cannot be deleted", node.span)
    args = (calls.Evaluated(node.span, place.index),) if place.index is not None else tuple(place.bounds)
    open_one = any_keys.method(fx, place.container, method, tree.Call(node.span, node, args, ()))
    if open_one is not None:
        return [*place.stmts, ir.Eval(node.span, open_one)]
    return [*place.stmts, ir.Eval(node.span, calls.method_call(fx, place.container, method, args, (), node.span))]
