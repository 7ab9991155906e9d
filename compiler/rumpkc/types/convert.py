"""Conversions that need no words, the truth value of anything, and the common type of several values."""

from __future__ import annotations

from rumpkc.diagnostics import CompileError, fail, shown_integer
from rumpkc.ir import nodes as ir
from rumpkc.source import Span
from rumpkc.types import kept_members, open_shapes, wider_items
from rumpkc.types.annotations import ARRAY_HELP
from rumpkc.types.unions import make_union
from rumpkc.types.doubts import refused
from rumpkc.types.fx import Fx, PartialType, Restart, partials
from rumpkc.types.real import REAL
from rumpkc.types.types import (
    BOOL,
    F32,
    FLOAT,
    INT,
    NEVER,
    NONE,
    ArrayType,
    ClassInst,
    FormsType,
    FuncType,
    IntType,
    OptionalType,
    PtrType,
    RecursiveUnion,
    TupleType,
    Type,
    UnionType,
    is_object,
)


class Conversions:
    """Where the checker turned a literal or a value into a fixed-width type without a word in the source.

    The import hook of `rumpk` asks for them (`record`), so that a module does under CPython what its checked types say.
    A place that means different types in different instances of generic code is left out.
    """

    places: dict[Span, str | None] | None = None

    @classmethod
    def note(cls, span: Span, target: Type) -> None:
        if cls.places is not None and target is not INT:
            known = cls.places.setdefault(span, str(target))
            if known != str(target):
                cls.places[span] = None


def const_int(span: Span, type: IntType, value: int) -> ir.Const:  # noqa: A002
    """An integer constant of `type`, or the error that it does not fit."""
    if not type.low <= value <= type.high:
        raise does_not_fit(span, type, value)
    Conversions.note(span, type)
    return ir.Const(span, type, value)


def does_not_fit(span: Span, type: IntType, value: int) -> Exception:  # noqa: A002
    """The error for a literal outside its type."""
    wider = next((n for n in ("u8", "u16", "u32", "u64") if 0 <= value < 1 << int(n[1:])), "")
    bits = f"w{type.bits}"
    helps = []
    if type.name != "int" and not type.modular:
        helps.append(f"write `{bits}({shown_integer(value)})` for the low {type.bits} bits")
    if wider and wider != type.name:
        helps.append(f"use {wider}")
    return fail(
        "E0304",
        f"{shown_integer(value)} does not fit {type}",
        span,
        f"{type} holds {type.low} to {type.high}",
        help=", or ".join(helps),
    )


def coerce(fx: Fx, value: ir.Expr, target: Type, span: Span, what: str = "") -> ir.Expr:
    """`value` as a `target`: unchanged, or converted where nothing is lost; otherwise an error that names both types.

    `what` names the place for the message: "argument `x` of `f`", "the result of `f`".
    """
    source = value.type
    if source == target:
        return value
    if isinstance(source, PartialType):
        if source.kind == "lambda" and open_shapes.holds_open(target):
            return open_shapes.waits(fx, unknown_lambda(source), target, span)
        settle(fx, source, target, span)
    if source is NEVER:
        return ir.Convert(value.span, target, value)
    if is_object(target):
        from rumpkc.types import boxes

        if boxes.fits(source):
            return boxes.boxed(fx, value, span)
        raise refused(fx, value, span) or boxes.misfit(source, span)
    converted = _number(value, source, target, span)
    if converted is not None:
        if isinstance(source, ClassInst) and (target is INT or kept_members.is_text(target)):
            fx.world.members_taken = True
        return converted
    if isinstance(source, (OptionalType, UnionType)) and kept_members.value_of_member(source, target):
        return kept_members.values(fx, value, target, span)
    if isinstance(source, UnionType) and isinstance(target, UnionType) and any(
            isinstance(m, TupleType) for m in source.members) and any(map(is_var_tuple, target.members)):
        from rumpkc.types.operators import of_members

        return of_members(fx, [value], lambda one: coerce(fx, one[0], target, span, what), span, "this value")
    if target is FLOAT and source == REAL and fx.module.library:
        return float_of(fx, value)
    if _widens(source, target):
        return _widened(fx, value, target, span, what)
    from rumpkc.types import any_given

    tested = any_given.taken(fx, value, target, span)
    if tested is not None:
        return tested
    if isinstance(target, OptionalType) and not isinstance(source, OptionalType):
        return ir.Convert(value.span, target, coerce(fx, value, target.item, span, what))
    made = _made_anew(fx, value, target, span, what) or open_shapes.met_inside(fx, source, target, span)
    if made is not None:
        return made
    raise (refused(fx, value, span) or open_shapes.misfit(fx, source, target, span)
           or mismatch(source, target, span, what, value))


def _made_anew(fx: Fx, value: ir.Expr, target: Type, span: Span, what: str) -> ir.Expr | None:
    """Another value than `value` that stands for it as a `target`: of tuples, spans, classes and functions; or None."""
    source = value.type
    if isinstance(source, ClassInst) and source.info.kind == "namedtuple" and (
        isinstance(target, TupleType) or is_var_tuple(target) or _is_iterable(target)
    ):
        from rumpkc.types.records import as_tuple

        return coerce(fx, as_tuple(fx, value), target, span, what)
    if isinstance(source, FormsType) or isinstance(target, FormsType):
        from rumpkc.types import call_forms

        return call_forms.converted(fx, value, target, span) if call_forms.fits(source, target) else _met(
            fx, value, target, span)
    from_tuple = _from_tuple(fx, value, source, target, span, what) if isinstance(source, TupleType) else None
    if from_tuple is not None:
        return from_tuple
    span_of = _as_span(fx, value, target)
    if span_of is not None:
        return span_of
    if wider_items.fits(source, target):
        return wider_items.widened(fx, value, target, span)
    from rumpkc.types import class_values

    if class_values.fits(source, target):
        return class_values.widened(fx, value, target)
    return _function(fx, value, target, span) if isinstance(target, FuncType) else None


def _met(fx: Fx, value: ir.Expr, target: Type, span: Span) -> ir.Expr | None:
    return open_shapes.met(fx, value, target, span) if (
        open_shapes.is_open(value.type) or open_shapes.is_open(target)) else None


def _function(fx: Fx, value: ir.Expr, target: FuncType, span: Span) -> ir.Expr | None:
    """A function, or an object that is called as one, in the shape of `target`; None for what has none."""
    from rumpkc.types import any_given, callables

    met = _met(fx, value, target, span)
    if met is not None:
        return met
    fits = callables.convertible(value.type, target) or any_given.takes_function(fx, value.type, target)
    return callables.converted(fx, value, target, span) if fits else None


def kept(fx: Fx, value: ir.Expr, target: Type, span: Span, what: str = "") -> ir.Expr:
    """`coerce` for a place that keeps the value: E0303 where CPython would keep an object that shows as another one."""
    if not fx.module.library:
        _stays(fx, value.type, target, span, what)
    return coerce(fx, value, target, span, what)


def stays_apart(source: Type, target: Type) -> bool:
    """Whether a value that is kept shows as what it is, and not as `target`: see `_word_for`."""
    if isinstance(target, OptionalType):
        return stays_apart(source.item if isinstance(source, OptionalType) else source, target.item)
    return bool(_word_for(source, target))


def _word_for(source: Type, target: Type) -> str:
    """What makes `target` of a member of an IntEnum or StrEnum, which is no plain number or text, or of a named tuple,
    which is no plain tuple; empty for other types."""
    from rumpkc.types.enums import is_int_enum, is_str_enum

    if not isinstance(source, ClassInst):
        return ""
    if target is INT and is_int_enum(source) or kept_members.is_text(target) and is_str_enum(source):
        return ".value"
    is_tuple = isinstance(target, TupleType) or is_var_tuple(target)
    return "tuple(…)" if source.info.kind == "namedtuple" and is_tuple else ""


def _stays(fx: Fx, source: Type, target: Type, span: Span, what: str) -> None:
    """E0303 where `kept` would make another object of a value, or of an item of a tuple."""
    if isinstance(target, OptionalType):
        _stays(fx, source.item if isinstance(source, OptionalType) else source, target.item, span, what)
    elif isinstance(source, TupleType):
        items = target.items if isinstance(target, TupleType) else ()
        if is_var_tuple(target):
            assert isinstance(target, ClassInst)
            items = target.args * len(source.items)
        for one, other in zip(source.items, items, strict=False):
            _stays(fx, one, other, span, what)
    elif isinstance(source, ClassInst) and source.info.kind == "typeddict" and target is source.base:
        raise fail("E0303", f"{what or 'this place'} takes {target}, not {source}", span, f"this is {source}",
                   help="write `dict(…)` for a copy, or take a `Mapping`")
    elif kept_members.value_of_member(source, target):
        fx.world.members_kept = True
    elif word := _word_for(source, target):
        assert isinstance(source, ClassInst)
        raise fail("E0303", f"{what or 'this place'} takes {target}, not {source}", span, f"this is {source}",
                   help=f"write `{word}`: CPython would keep the {source.name}, which shows as what it is")


def _widened(fx: Fx, value: ir.Expr, target: Type, span: Span, what: str) -> ir.Expr:
    """A value as a type that holds its own type besides others."""
    source = value.type
    optional = isinstance(target, OptionalType)
    if source is NONE and isinstance(value, ir.Const):
        return ir.Const(value.span, target, None) if optional else ir.Convert(value.span, target, value)
    if isinstance(target, OptionalType) and source not in (NONE, target.item) and not isinstance(source, OptionalType):
        value = coerce(fx, value, target.item, span, what)
    return ir.Convert(value.span, target, value)


def _from_tuple(fx: Fx, value: ir.Expr, source: TupleType, target: Type, span: Span, what: str) -> ir.Expr | None:
    """A tuple of known length as another one, as one of any length, as a union with such a one, or as an Iterable."""
    if isinstance(target, TupleType) and len(source.items) == len(target.items):
        return _tuple(fx, value, target, span, what)
    if is_var_tuple(target):
        return _var_tuple(fx, value, target, span, what)
    if _is_iterable(target):
        assert isinstance(target, ClassInst)
        return coerce(fx, coerce(fx, value, fx.world.cls("tuple[...]", *target.args), span, what), target, span, what)
    if isinstance(target, UnionType):
        wider = next((m for m in target.members if isinstance(m, TupleType) and assignable(source, m)), None)
        if wider is not None:
            return ir.Convert(value.span, target, _tuple(fx, value, wider, span, what))
        for member in sorted(target.members, key=is_var_tuple, reverse=True):
            if isinstance(member, ClassInst) and (is_var_tuple(member) or member.name == "Iterable") and all(
                    assignable(item, member.args[0]) or kept_members.value_of_member(item, member.args[0])
                    for item in source.items):
                return ir.Convert(value.span, target, coerce(fx, value, member, span, what))
    return None


def _number(value: ir.Expr, source: Type, target: Type, span: Span) -> ir.Expr | None:
    if isinstance(target, IntType) and isinstance(source, IntType):
        if isinstance(value, ir.Const) and source is INT and isinstance(value.value, int):
            return const_int(span, target, value.value)
        if target.holds(source):
            Conversions.note(value.span, target)
            if source.bits == target.bits:
                return ir.Prim(value.span, target, "zext", (value,))
            return ir.Prim(value.span, target, "sext" if source.signed else "zext", (value,))
    if target is F32 and source is FLOAT and isinstance(value, ir.Const):
        Conversions.note(value.span, F32)
        return ir.Const(value.span, F32, value.value)
    if target is FLOAT and source is F32:
        return ir.Prim(value.span, FLOAT, "fpext", (value,))
    if isinstance(source, ClassInst) and "StrEnum" in source.info.options and kept_members.is_text(target):
        return ir.FieldGet(value.span, target, value, "_value_")
    if (
        target is INT
        and isinstance(source, ClassInst)
        and source.info.kind == "enum"
        and isinstance(source.fields.get("_value_"), IntType)
        and any(k in source.info.options for k in ("IntEnum", "IntFlag"))
    ):
        return ir.FieldGet(value.span, INT, value, "_value_")
    return None


def float_of(fx: Fx, value: ir.Expr) -> ir.Expr:
    """An int or a float as a float, as CPython's library takes them."""
    from rumpkc.types.integers import int_to_float

    span = value.span
    save, got = fx.save(value)
    plain, whole = ir.Convert(span, FLOAT, got), int_to_float(fx, ir.Convert(span, INT, got))
    return ir.Seq(span, FLOAT, (save,), ir.IfExp(span, FLOAT, ir.IsInstance(span, BOOL, got, FLOAT), plain, whole))


def _widens(source: Type, target: Type) -> bool:
    """Whether every value of `source` is a value of `target` as it stands."""
    if source == target or source is NEVER:
        return True
    if isinstance(target, OptionalType):
        return source is NONE or (_widens(source.item if isinstance(source, OptionalType) else source, target.item))
    if isinstance(target, UnionType):
        if isinstance(source, OptionalType):
            return NONE in target.members and _widens(source.item, target)
        parts = source.members if isinstance(source, UnionType) else (source,)
        return all(
            any(
                p == m or (isinstance(p, ClassInst) and isinstance(m, ClassInst) and _widens(p, m))
                for m in target.members
            )
            for p in parts
        )
    if isinstance(source, UnionType):
        return all(_widens(m, target) for m in source.members)
    if isinstance(source, ClassInst) and isinstance(target, ClassInst):
        return not source.by_value and not target.by_value and source.is_subclass_of(target)
    return False


def assignable(source: Type, target: Type) -> bool:
    """Whether `coerce` would accept a (non-literal) value of `source` for `target`."""
    if is_object(target):
        from rumpkc.types import boxes

        return boxes.fits(source)
    if _widens(source, target):
        return True
    if isinstance(source, IntType) and isinstance(target, IntType):
        return target.holds(source)
    if isinstance(source, FormsType) or isinstance(target, FormsType):
        from rumpkc.types import call_forms

        return call_forms.fits(source, target) or open_shapes.is_open(source) or open_shapes.is_open(target)
    if isinstance(source, TupleType) and isinstance(target, TupleType):
        return len(source.items) == len(target.items) and all(map(assignable, source.items, target.items))
    if _is_iterable(target) and isinstance(target, ClassInst) and (
            isinstance(source, TupleType) or isinstance(source, ClassInst) and source.info.kind == "namedtuple"):
        items = source.items if isinstance(source, TupleType) else source.fields.values()
        return all(assignable(item, target.args[0]) for item in items)
    from rumpkc.types import class_values

    if class_values.fits(source, target) or wider_items.fits(source, target):
        return True
    if isinstance(target, FuncType):
        from rumpkc.types import callables

        return callables.convertible(source, target) or isinstance(source, FuncType) and (
            open_shapes.is_open(source) or open_shapes.is_open(target))
    return False


def _is_iterable(t: Type) -> bool:
    return isinstance(t, ClassInst) and t.name == "Iterable" and t.info.module.name == wider_items.HOME


def _tuple(fx: Fx, value: ir.Expr, target: TupleType, span: Span, what: str) -> ir.Expr:
    assert isinstance(value.type, TupleType)
    if isinstance(value, ir.Aggregate):
        items = tuple(coerce(fx, v, t, v.span, what) for v, t in zip(value.items, target.items, strict=True))
        return ir.Aggregate(value.span, target, items)
    save, got = fx.save(value)
    parts = [ir.TupleGet(value.span, t, got, i) for i, t in enumerate(value.type.items)]
    try:
        items = tuple(coerce(fx, v, t, span, what) for v, t in zip(parts, target.items, strict=True))
    except Exception as error:
        raise mismatch(value.type, target, span, what) from error
    return ir.Seq(value.span, target, (save,), ir.Aggregate(value.span, target, items))


def is_var_tuple(t: Type) -> bool:
    """Whether `t` is `tuple[T, ...]`."""
    return isinstance(t, ClassInst) and t.info.module.name == "lib.core.vartuple"


def _var_tuple(fx: Fx, value: ir.Expr, target: Type, span: Span, what: str) -> ir.Expr:
    """A tuple of known length as `tuple[T, ...]`."""
    from rumpkc.types import calls, constructors

    assert isinstance(target, ClassInst) and isinstance(value.type, TupleType)
    save, got = fx.save(value)
    item = target.args[0]
    made, out = fx.save(constructors.construct(fx, fx.world.cls("list", item), [], span))
    body: list[ir.Stmt] = [save, made]
    for index, t in enumerate(value.type.items):
        part = coerce(fx, ir.TupleGet(span, t, got, index), item, span, what)
        body.append(ir.Eval(span, calls.call_method(fx, out, "append", [part], span)))
    return ir.Seq(span, target, tuple(body), constructors.construct(fx, target, [out], span))


def _as_span(fx: Fx, value: ir.Expr, target: Type) -> ir.Expr | None:
    """An Array seen as a Span of the same items."""
    if (
        isinstance(value.type, ArrayType)
        and isinstance(target, ClassInst)
        and target.info.module.name == "lib.core.span"
        and target.args == (value.type.item,)
    ):
        from rumpkc.types.classes import fields_of
        from rumpkc.types.types import USIZE

        fields_of(fx.world, target)
        data = ir.Convert(value.span, PtrType(value.type.item), value)
        return ir.Aggregate(value.span, target, (data, ir.Const(value.span, USIZE, value.type.length)))
    return None


def mismatch(source: Type, target: Type, span: Span, what: str, value: ir.Expr | None = None) -> Exception:
    """The error for a value of the wrong type, with the conversion to write where there is one."""
    shown = what or "this place"
    helps = ""
    if isinstance(target, IntType) and (isinstance(source, IntType) or source in (BOOL, FLOAT)):
        helps = f"write `{target}(…)`" + ("" if target.modular or source is BOOL else ", which is checked")
    elif target is FLOAT and isinstance(source, IntType):
        literal = value.value if isinstance(value, ir.Const) else None
        written = f"{literal}.0" if literal is not None and abs(int(literal)) < 10**15 else "float(…)"
        helps = f"write `{written}`: CPython would keep the int, which prints without a point"
    elif isinstance(source, UnionType) and target is INT and set(source.members) == {INT, BOOL}:
        helps = "a bool is an int too: test for bool first, or write `int(…)`"
    elif is_object(source):
        helps = f"test what it is first: `isinstance(x, {str(target).partition('[')[0]})`"
    elif isinstance(source, RecursiveUnion):
        helps = (f"test what it is first: `isinstance(x, {str(target).partition('[')[0]})`; without an annotation, its "
                 "items, loops over it and operators need no test")
    elif isinstance(source, OptionalType) and source.item == target:
        helps = "test it first: `if x is not None:`"
    elif isinstance(target, ClassInst) and target.name == "str":
        helps = "write `str(…)`"
    for partial in (*partials(source), *partials(target)):
        if partial.kind == "lambda":
            return unknown_lambda(partial)
        return fail(
            "E0321",
            f"the type of this empty {partial.kind} is not known",
            partial.span,
            help="give it a variable with a type",
        )
    return fail("E0303", f"{shown} takes {target}, not {source}", span, f"this is {source}", help=helps)


def unknown_lambda(partial: PartialType) -> CompileError:
    """The error for a lambda whose parameters have no types."""
    return fail("E0432", "the types of this lambda's parameters are not known here", partial.span,
                help="annotate the variable: `f: Callable[[int], int] = lambda x: …`, or write a `def`")


def only_member(t: UnionType, kind: str) -> Type | None:
    """The member of a union that is a list, dict or set, if there is one alone."""
    found = [m for m in t.members if isinstance(m, ClassInst) and m.name == kind]
    return found[0] if len(found) == 1 else None


def settle(fx: Fx, partial: PartialType, target: Type, span: Span) -> None:
    """An empty display meets the place that says what it holds: check the body again with that."""
    wanted: Type = target
    if is_object(target) and partial.kind in ("list", "set", "dict"):
        wanted = fx.world.cls(partial.kind, *[target] * (2 if partial.kind == "dict" else 1))
    if isinstance(target, OptionalType):
        wanted = target.item
    if isinstance(wanted, UnionType):
        fitting = [m for m in wanted.members if isinstance(m, ClassInst) and m.name == partial.kind]
        wanted = fitting[0] if len(fitting) == 1 else wanted
    if isinstance(wanted, FuncType) and partial.kind == "lambda":
        settle_function(fx, partial, wanted)
    if isinstance(wanted, UnionType):
        wanted = only_member(wanted, partial.kind) or wanted
    if isinstance(wanted, ClassInst) and wanted.name == "Iterable" and partial.kind in ("list", "set"):
        wanted = fx.world.cls(partial.kind, *wanted.args)
    if isinstance(wanted, ClassInst) and wanted.name in (partial.kind, partial.kind.removeprefix("default")):
        fx.hints.displays[partial.key] = wanted
        raise Restart
    raise mismatch(partial, target, span, "")


def settle_function(fx: Fx, partial: PartialType, t: FuncType) -> None:
    """The place that takes a lambda, or its first call, tells the types of its parameters."""
    fx.hints.displays[partial.key] = t
    raise Restart


def settle_item(fx: Fx, partial: PartialType, *items: Type) -> None:
    """The first use of an empty display tells its item types."""
    if any(isinstance(i, PartialType) or i in (NONE, NEVER) for i in items):
        raise fail(
            "E0321",
            f"the type of this empty {partial.kind} is not known",
            partial.span,
            help=f"give the variable a type: `x: {partial.kind}[…] = …`",
        )
    fx.hints.displays[partial.key] = fx.world.cls(partial.kind, *items)
    raise Restart


def join(fx: Fx, types: list[Type], span: Span, what: str) -> Type:
    """The smallest type that holds every one of `types`."""
    rest: list[Type] = []
    for t in types:
        if t is not NEVER and t not in rest:
            rest.append(t)
    if not rest:
        return NEVER
    if len(rest) > 1 and any(isinstance(t, ArrayType) for t in rest):
        raise fail("E0423", "a union cannot hold an `Array`", span, help=ARRAY_HELP)
    best = rest[0]
    for t in rest[1:]:
        best = _join_two(fx, best, t)
    if isinstance(best, UnionType) and any(isinstance(m, PartialType) for m in best.members):
        named = ", ".join(map(str, rest))
        raise fail(
            "E0322",
            f"{what} has values of different types: {named}",
            span,
            help="convert them to one type, or annotate the place",
        )
    return best


def _join_items(fx: Fx, a: Type, b: Type) -> Type:
    """The same of items of tuples: an empty display takes the type of those in its column."""
    if isinstance(a, PartialType) or isinstance(b, PartialType):
        return b if isinstance(a, PartialType) else a
    return _join_two(fx, a, b)


def _join_two(fx: Fx, a: Type, b: Type) -> Type:
    from rumpkc.types import class_values

    if assignable(b, a):
        return a
    if assignable(a, b):
        return b
    if isinstance(a, ClassInst) and isinstance(b, ClassInst) and not a.by_value and not b.by_value:
        cls: ClassInst | None = a
        while cls is not None:
            if b.is_subclass_of(cls) and cls.name not in NO_COMMON_TYPE and not _is_of_both_sets(cls):
                return cls
            cls = cls.base
    if isinstance(a, TupleType) and isinstance(b, TupleType) and len(a.items) == len(b.items):
        return TupleType(tuple(_join_items(fx, x, y) for x, y in zip(a.items, b.items, strict=True)))
    return class_values.joined(fx, a, b) or make_union([a, b])


# What two types have in common says too little about them: a union says more.
NO_COMMON_TYPE = frozenset({"object", "Iterable", "Iterator"})


def _is_of_both_sets(t: ClassInst) -> bool:
    """Whether this is the class that sets and frozensets share here, of which Python's have none."""
    return t.name == "Members" and t.info.module.name == "lib.core.set"


def truth(fx: Fx, value: ir.Expr) -> ir.Expr:
    """`bool(value)` as a BOOL expression."""
    t, span = value.type, value.span
    if t is BOOL:
        return value
    if isinstance(t, PartialType):
        return ir.Const(span, BOOL, False)  # a display without items; a variable of this type is checked again
    if isinstance(t, IntType):
        return ir.Prim(span, BOOL, "icmp.ne", (value, ir.Const(span, t, 0)))
    if t in (FLOAT, F32):
        return ir.Prim(span, BOOL, "fcmp.une", (value, ir.Const(span, t, 0.0)))
    if t is NEVER:
        return ir.Convert(span, BOOL, value)
    if t is NONE:
        return ir.Seq(span, BOOL, (ir.Eval(span, value),), ir.Const(span, BOOL, False))
    if isinstance(t, OptionalType):
        return _optional_truth(fx, value, t)
    if isinstance(t, TupleType):
        return ir.Seq(span, BOOL, (ir.Eval(span, value),), ir.Const(span, BOOL, bool(t.items)))
    if isinstance(t, ArrayType):
        return ir.Seq(span, BOOL, (ir.Eval(span, value),), ir.Const(span, BOOL, t.length > 0))
    if isinstance(t, PtrType):
        return ir.Prim(span, BOOL, "icmp.ne", (value, ir.Const(span, t, None)))
    if isinstance(t, ClassInst):
        return _object_truth(fx, value, t)
    if isinstance(t, FuncType):
        return ir.Seq(span, BOOL, (ir.Eval(span, value),), ir.Const(span, BOOL, True))
    if isinstance(t, UnionType):
        return _union_truth(fx, value, t)
    raise AssertionError(f"a type without a rule for its truth: {t}")


def _union_truth(fx: Fx, value: ir.Expr, t: UnionType) -> ir.Expr:
    """The truth of whichever member the value is."""
    span = value.span
    save, got = fx.save(value)
    out: ir.Expr = ir.Const(span, BOOL, False)  # of None
    for member in reversed([m for m in t.members if m is not NONE]):
        test = ir.IsInstance(span, BOOL, got, member)
        out = ir.IfExp(span, BOOL, test, truth(fx, ir.Convert(span, member, got)), out)
    return ir.Seq(span, BOOL, (save,), out)


def _optional_truth(fx: Fx, value: ir.Expr, t: OptionalType) -> ir.Expr:
    save, got = fx.save(value)
    inner = truth(fx, ir.Convert(value.span, t.item, got))
    present = ir.Prim(value.span, BOOL, "not", (ir.IsNone(value.span, BOOL, got),))
    if isinstance(inner, ir.Const):
        return ir.Seq(value.span, BOOL, (save,), present)
    return ir.Seq(value.span, BOOL, (save,), ir.And(value.span, BOOL, present, inner))


def _object_truth(fx: Fx, value: ir.Expr, t: ClassInst) -> ir.Expr:
    from rumpkc.types import late
    from rumpkc.types.calls import call_method, has_method
    from rumpkc.types.enums import is_flag, is_int_enum

    if is_int_enum(t) or is_flag(t):
        return truth(fx, ir.FieldGet(value.span, INT, value, "_value_"))
    if is_object(t):
        return call_method(fx, value, "_any_truth", [], value.span)
    if has_method(t, "__bool__"):
        return call_method(fx, value, "__bool__", [], value.span)
    below = [] if t.by_value or t.info.kind == "enum" else late.subclasses(fx, t, "__bool__", value.span)
    if not has_method(t, "__len__"):
        more = [] if t.by_value or t.info.kind == "enum" else late.subclasses(fx, t, "__len__", value.span)
        below += [cls for cls in more if cls not in below]
    if below:
        return late.by_class(fx, value, below, lambda it: truth(fx, it), lambda it: _plain_truth(fx, it, t), value.span)
    return _plain_truth(fx, value, t)


def _plain_truth(fx: Fx, value: ir.Expr, t: ClassInst) -> ir.Expr:
    """The truth of an object whose class has no `__bool__`: of its length, if it has one."""
    from rumpkc.types import operators
    from rumpkc.types.calls import has_method

    if has_method(t, "__len__"):
        length = operators.length(fx, value, value.span)
        assert isinstance(length.type, IntType)
        return ir.Prim(value.span, BOOL, "icmp.ne", (length, ir.Const(value.span, length.type, 0)))
    return ir.Seq(value.span, BOOL, (ir.Eval(value.span, value),), ir.Const(value.span, BOOL, True))
