"""`object` holds anything: values become one, tests tell what is inside, and the value comes out again.

    x: object = n            x = New Box[int](n)          numbers, bools and None are boxed (lib/core/box.py)
    x = (1, "a")             x = tuple[object, ...]       a tuple of known length becomes one of any length
    isinstance(x, int)       typeinfo of Box[int] or Box[bool]; x is `int | bool` where a bool can be there
    isinstance(x, list)      typeinfo of each `list[…]` that the program makes an object of; x is their union

The last two need to know what becomes an object anywhere: `world.widened` notes the classes, and a body whose test
depended on them is checked again when there is a new one.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rumpkc.diagnostics import fail
from rumpkc.ir import nodes as ir
from rumpkc.source import Span
from rumpkc.types import frozen_tests
from rumpkc.types.unions import make_union
from rumpkc.types.builtins import CLASS_VALUE, VAR_TUPLE
from rumpkc.types.classes import fields_of
from rumpkc.types.fx import NOT, Deferred, Fx
from rumpkc.types.symbols import ClassInfo
from rumpkc.types.types import (
    BOOL,
    FLOAT,
    INT,
    NEVER,
    NONE,
    U8,
    ClassInst,
    OptionalType,
    PtrType,
    RecursiveUnion,
    TupleType,
    Type,
    UnionType,
    held,
    is_object,
    is_reference,
)

if TYPE_CHECKING:
    from rumpkc.types.world import World

IN_BOXES = (INT, BOOL, FLOAT, NONE)
ANYTHING = "anything"                   # as the kind that a test asks for: whatever becomes an object
CONTAINERS = {"lib.core.list.List": "list", "lib.core.vartuple.VarTuple": "tuple", "lib.core.set.Members": "set",
              "lib.core.dict.Dict": "dict"}


def fits(t: Type) -> bool:
    """Whether a value of `t` can become an `object`."""
    match t:
        case TupleType(items=items) | UnionType(members=items):
            return all(map(fits, items))
        case OptionalType(item=item):
            return fits(item)
        case ClassInst():
            # An `Iterable` could be a container whose very class nobody knows.
            if (kept := held(t)) is not None:
                return is_reference(kept) or kept in IN_BOXES
            return not t.by_value and not (t.name == "Iterable" and t.info.module.name == "lib.core.iterator")
    return t in IN_BOXES or t is NEVER


def misfits(t: Type, around: tuple[Type, ...] = ()) -> Iterator[Type]:
    """What lies in containers of type `t`, at any depth, and cannot become an `object`. `around`: the types that `t`
    lies in, of which a recursive one says all that it has to say once."""
    if isinstance(t, ClassInst) and not any(f"{a.module.name}.{a.name}" in CONTAINERS for a in t.info.ancestors()):
        return
    if isinstance(t, RecursiveUnion) and t in around:
        return
    match t:
        case TupleType(items=parts) | UnionType(members=parts) | ClassInst(args=parts):
            for part in parts:
                yield from misfits(part, (*around, t)) if fits(part) else (part,)
        case OptionalType(item=item):
            yield from misfits(item, around)


def boxed(fx: Fx, value: ir.Expr, span: Span) -> ir.Expr:
    """`value`, whose type fits, as an `object`."""
    t, whole = value.type, fx.world.cls("object")
    if is_object(t):
        return value
    if isinstance(t, ClassInst) and isinstance(value, ir.Convert) and is_object(value.value.type):
        return value.value              # it was one already, and its class is noted where it became one
    if t is BOOL:
        _note(fx, BOOL, span)
    if isinstance(value, ir.Const) and t in IN_BOXES:
        return _constant(fx, t, value.value, span)
    if held(t) is not None:
        from rumpkc.types import constructors
        from rumpkc.types.class_values import object_class, record_of, widened

        record = record_of(widened(fx, value, fx.world.cls(CLASS_VALUE, whole)))
        made = constructors.construct(fx, object_class(fx), [record], span)
        return ir.Convert(span, whole, made)
    match t:
        case ClassInst():
            _note(fx, t, span)
            return ir.Convert(span, whole, value)
        case TupleType():
            from rumpkc.types.convert import coerce

            return boxed(fx, coerce(fx, value, fx.world.cls(VAR_TUPLE, whole), span), span)
        case OptionalType(item=item):
            save, got = fx.save(value)
            some = boxed(fx, ir.Convert(span, item, got), span)
            none = _constant(fx, NONE, None, span)
            return ir.Seq(span, whole, (save,), ir.IfExp(span, whole, ir.IsNone(span, BOOL, got), none, some))
        case UnionType():
            return _boxed_union(fx, value, t, span)
    if t is NEVER:
        return ir.Convert(span, whole, value)
    if t is NONE:
        return ir.Seq(span, whole, (ir.Eval(span, value),), _constant(fx, NONE, None, span))
    if t is BOOL:
        true, false = (_constant(fx, BOOL, b, span) for b in (True, False))
        return ir.IfExp(span, whole, value, true, false)
    from rumpkc.types.constructors import construct

    return ir.Convert(span, whole, construct(fx, box_of(fx, t), [value], span))


def _boxed_union(fx: Fx, value: ir.Expr, t: UnionType, span: Span) -> ir.Expr:
    whole = fx.world.cls("object")
    if all(map(is_reference, t.members)):
        for member in t.members:
            _note(fx, member, span)
        return ir.Convert(span, whole, value)
    save, got = fx.save(value)
    out: ir.Expr | None = None
    for member in reversed(t.members):
        part = boxed(fx, ir.Convert(span, member, got) if member is not NONE else ir.Const(span, NONE, None), span)
        test = ir.IsNone(span, BOOL, got) if member is NONE else ir.IsInstance(span, BOOL, got, member)
        out = part if out is None else ir.IfExp(span, whole, test, part, out)
    assert out is not None
    return ir.Seq(span, whole, (save,), out)


def box_of(fx: Fx, t: Type) -> ClassInst:
    """The class of the boxes of `t`."""
    info = fx.world.module("lib.core.box").names["Box"]
    assert isinstance(info, ClassInfo)
    cls = fx.world.inst(info, (t,))
    fields_of(fx.world, cls)
    return cls


def _constant(fx: Fx, t: Type, value: object, span: Span) -> ir.Expr:
    """A box in the image, one for each value."""
    cls, whole = box_of(fx, t), fx.world.cls("object")
    key = (t, repr(value))
    target = fx.world.constant_boxes.get(key)
    if target is None:
        fx.world.instantiated[cls] = None
        target = ir.Global(f"box.{t}.{len(fx.world.constant_boxes)}", cls, ir.FObject(cls, (_scalar(t, value),)), True,
                           span)
        fx.world.constant_boxes[key] = target
        fx.world.program.globals.append(target)
    return ir.Convert(span, whole, ir.GlobalAddr(span, cls, target))


def _scalar(t: Type, value: object) -> ir.Frozen:
    return ir.FScalar(t, value)         # type: ignore[arg-type]


def _note(fx: Fx, t: Type, span: Span) -> None:
    """What the core of the library does with an `object` stays there, but for keys, which are no containers."""
    if not (fx.module.name.startswith("lib.core.") and isinstance(t, ClassInst) and t.args):
        note(fx.world, t, span)


def note(world: World, t: Type, span: Span) -> None:
    """Values of `t`, a class or bool, are known as `object` only from here on."""
    if t in world.widened:
        return
    world.widened[t] = span
    for inst, kinds in list(world.tests_of_objects.items()):
        if any(_counts_for(t, kind) for kind in kinds):
            world.checked.discard(inst)
            world.queue.append(inst)
    for written in list(world.frozen_tests):
        if any(_counts_for(t, kind) for kind in written.kinds):
            world.frozen_tests.remove(written)
            world.frozen_stale.append(written)


def _counts_for(t: Type, kind: object) -> bool:
    """Whether a test for `kind` (a generic class, a protocol, `int` or `str`) can find a `t`."""
    from rumpkc.types.enums import is_int_enum, is_str_enum

    if kind == ANYTHING:
        return True
    if kind == "int":
        return t is BOOL or is_int_enum(t)
    if kind == "str":
        return is_str_enum(t)
    if isinstance(kind, ClassInfo) and kind.kind == "protocol":
        return True
    if not isinstance(t, ClassInst):
        return False
    if isinstance(kind, ClassInfo) and kind.module.name == "lib.core.vartuple" and t.info.kind == "namedtuple":
        return True
    return isinstance(kind, ClassInfo) and kind in t.info.ancestors()


def found_in_objects(fx: Fx, kind: object) -> list[Type]:
    """The types that a test of an `object` for `kind` can find: of what the program makes objects of."""
    from rumpkc.types.classes import base_inst

    world = fx.world
    if not frozen_tests.asks(world, kind) and world.current is not None:
        if world.current not in world.tests_of_objects and world.current is world.may_wait and fx.discovering is None:
            raise Deferred
        world.tests_of_objects.setdefault(world.current, set()).add(kind)
    out: list[Type] = []
    for cls in world.widened:
        if not _counts_for(cls, kind):
            continue
        part: Type = cls
        if isinstance(cls, ClassInst) and isinstance(kind, ClassInfo) and kind.kind != "protocol" and (
                kind in cls.info.ancestors()):
            part = base_inst(cls, kind)
        if part not in out:
            out.append(part)
    return out


def seen_as(fx: Fx, t: Type) -> Type:
    """What an `object` that passed the test for `t` is: an `int` can be a bool or a member of an IntEnum, where the
    program makes an object of one."""
    if t is INT:
        return make_union([INT, *found_in_objects(fx, "int")])
    if t == fx.world.cls("str"):
        return make_union([t, *found_in_objects(fx, "str")])
    return t


def not_key(key: str) -> str:
    """The name of the fact which types `key` does not have; an assignment to it ends the fact."""
    return key + NOT


def is_of(fx: Fx, value: ir.Expr, t: Type, span: Span) -> ir.Expr:
    """BOOL: whether the `object` (read more than once) is a `t`, which is no union."""
    if is_object(t):
        return ir.Const(span, BOOL, True)
    if t in IN_BOXES:
        return ir.IsInstance(span, BOOL, value, box_of(fx, t))
    if not isinstance(t, ClassInst) or t.by_value:
        return ir.Const(span, BOOL, False)
    return ir.IsInstance(span, BOOL, value, t)


def exactly(fx: Fx, value: ir.Expr, t: Type, span: Span) -> tuple[ir.Expr, Type]:
    """Whether the class of the `object` (read more than once) is `t`, no subclass of it; and what it is then."""
    parts = t.members if isinstance(t, UnionType) else (t,)
    text = fx.world.cls("str")
    whole = next((p for p in (INT, text) if p in parts), None)
    if whole is not None:
        parts = (whole,)
    out: ir.Expr = ir.Const(span, BOOL, False)
    for part in parts:
        cls = box_of(fx, part) if part in IN_BOXES else part
        if not isinstance(cls, ClassInst):
            continue
        if cls.name == "dict" and cls.info.module.library and fx.world.loader.mentions("TypedDict"):
            raise fail("E0400", "whether an `object` is exactly a dict is not known where there are TypedDicts", span,
                       help="write `isinstance(x, dict)`")
        fx.world.type_infos[cls] = None
        pair = (ir.Prim(span, PtrType(U8), "ref.typeinfo", (value,)), ir.TypeInfo(span, PtrType(U8), cls))
        test = ir.Prim(span, BOOL, "icmp.eq", pair)
        out = test if isinstance(out, ir.Const) else ir.Or(span, BOOL, test, out)
    return out, make_union(list(parts))


def opened(fx: Fx, value: ir.Expr, t: Type, span: Span) -> ir.Expr:
    """The `object` `value` as the `t` that a test has found it to be."""
    if value.type == t:
        return value
    if t is NONE:
        return ir.Seq(span, NONE, (ir.Eval(span, value),), ir.Const(span, NONE, None))
    if t in IN_BOXES:
        box = box_of(fx, t)
        return ir.FieldGet(span, t, ir.Convert(span, box, value), "_inside")
    parts = t.members if isinstance(t, UnionType) else (t.item, NONE) if isinstance(t, OptionalType) else ()
    if not parts or all(map(is_reference, parts)):
        return ir.Convert(span, t, value)
    save, got = fx.save(value)
    out: ir.Expr | None = None
    for member in reversed(parts):
        part = ir.Convert(span, t, opened(fx, got, member, span)) if member is not NONE else ir.Convert(
            span, t, ir.Const(span, NONE, None))
        out = part if out is None else ir.IfExp(span, t, is_of(fx, got, member, span), part, out)
    assert out is not None
    return ir.Seq(span, t, (save,), out)


def as_known(fx: Fx, value: ir.Expr, t: Type, span: Span) -> ir.Expr:
    """`value` as the narrower type `t` that is known of it."""
    return opened(fx, value, t, span) if is_object(value.type) else ir.Convert(span, t, value)


def made_object(world: World, cls: ClassInst) -> Span | None:
    """Where objects of the container `cls`, or of one that can hold it, become an `object`; None where none does."""
    return next((span for t, span in world.widened.items() if cls == t or cls in _held_in(t)), None)


def _held_in(t: Type) -> set[Type]:
    """The types that values of type `t` can hold as items, at any depth."""
    found: set[Type] = set()
    todo = [t]
    while todo:
        match todo.pop():
            case TupleType(items=parts) | UnionType(members=parts) | ClassInst(args=parts):
                new = [part for part in parts if part not in found]
            case OptionalType(item=item):
                new = [item] if item not in found else []
            case _:
                new = []
        found.update(new)
        todo += new
    return found


def misfit(t: Type, span: Span) -> Exception:
    """The error for a value that cannot become an `object`."""
    helps = "write `int(…)`" if str(t)[:1] in "uiw" else "hold it in an object of a class"
    return fail("E0303", f"{t} cannot become an `object`", span, f"this is {t}", help=helps)
