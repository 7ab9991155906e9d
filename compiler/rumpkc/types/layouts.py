"""Records: classes marked `@packed` or `@layout("C")`, whose fields lie in memory as the mark says.

    @packed
    class Header:                       offset
        first: u8                       0
        length: be16                    1       most significant byte first
        name: Array[u8, 4]              3       read as a Span[u8]
        version = Bits("first", 4, 4)           four bits of `first`

    h = view(Header, frame)             one bounds check, then `h` is the address of the first byte
    h.length += 1                       a load of two bytes, a checked addition, a store of two bytes

A value of a record class is one pointer (the field `_at` of a value class): copying it copies no bytes.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rumpkc.diagnostics import CompileError, did_you_mean, fail
from rumpkc.emit.layout import Layout
from rumpkc.ir import nodes as ir
from rumpkc.source import Span
from rumpkc.syntax import tree
from rumpkc.types.annotations import Annotations
from rumpkc.types.fx import Fx
from rumpkc.types.literals import fold_int
from rumpkc.types.scopes import dotted
from rumpkc.types.symbols import ClassInfo, ModuleInfo, Special, VarInfo
from rumpkc.types.types import (
    BOOL,
    F32,
    FLOAT,
    INT,
    NONE,
    U8,
    U16,
    U32,
    U64,
    USIZE,
    ArrayType,
    ClassInst,
    IntType,
    PtrType,
    Type,
)

if TYPE_CHECKING:
    from rumpkc.types.world import World

AT = "_at"
ORDERED = {f"rumpk.{order}{t.bits}": (t, order == "be") for t in (U16, U32, U64) for order in ("be", "le")}


@dataclass(frozen=True, slots=True)
class Part:
    """One field: its bytes, the type of its value (an array of bytes: ArrayType), its byte order, or its bits."""

    offset: int
    size: int
    type: Type
    big: bool = False
    bits: tuple[int, int] | None = None         # lowest bit and width


@dataclass(frozen=True, slots=True)
class RecordLayout:
    parts: dict[str, Part]
    size: int
    align: int


def is_record(t: Type | None) -> bool:
    return isinstance(t, ClassInst) and t.info.kind == "record"


def mark(info: ClassInfo, layout: str, span: Span) -> None:
    """Make a record of a class; E0468 for what a record cannot be besides."""
    node = info.node
    if info.kind != "plain" or info.by_value or node.bases or node.type_params:
        raise fail("E0468", f"the record `{info.name}` is something else besides", span,
                   help="a record has no bases, no type parameters and no other decorator")
    info.kind, info.by_value, info.layout = "record", True, layout


def layout_of(world: World, inst: ClassInst) -> RecordLayout:
    """Where the fields of a record lie; E0468 for a field that has no fixed place."""
    found = world.layouts.get(inst)
    if found is None:
        if inst in world.laying_out:
            raise fail("E0468", f"`{inst}` would lie in itself", inst.info.node.name_span,
                       help="keep an offset, or view the inner record by itself")
        world.laying_out.add(inst)
        try:
            found = world.layouts[inst] = _lay_out(world, inst)
        finally:
            world.laying_out.discard(inst)
    return found


def _lay_out(world: World, inst: ClassInst) -> RecordLayout:
    info = inst.info
    notes = Annotations(world, info.module, {}, inst, exact=True)
    parts: dict[str, Part] = {}
    end, widest = 0, 1
    if "__init__" in info.members:
        raise fail("E0468", f"the record `{info.name}` has an `__init__`", info.node.name_span,
                   help=f"`{info.name}()` is a record of zeros, `view({info.name}, span)` one of bytes that are there")
    for name, stmt in info.declared.items():
        if stmt.value is not None:
            raise fail("E0468", f"the field `{name}` of a record has a value", stmt.span,
                       help="a record begins as zeros, or as what is in memory")
        t, big, size, align = _field(world, notes, stmt.annotation)
        align = 1 if info.layout == "packed" else align
        end = -(-end // align) * align
        parts[name] = Part(end, size, t, big)
        end, widest = end + size, max(widest, align)
    for name, member in info.members.items():
        if isinstance(member, VarInfo):
            parts[name] = _bits(world, info, name, member, parts)
    return RecordLayout(parts, -(-end // widest) * widest, widest)


def _field(world: World, notes: Annotations, node: tree.Expr) -> tuple[Type, bool, int, int]:
    """The type of a field, whether it is big-endian, its size and natural alignment in bytes."""
    symbol = notes.symbol(node) if isinstance(node, (tree.Name, tree.Attribute)) else None
    if isinstance(symbol, Special) and symbol.name in ORDERED:
        t, big = ORDERED[symbol.name]
        return t, big, t.bits // 8, t.bits // 8
    t = notes.type_of(node)
    if isinstance(t, IntType) or t in (BOOL, FLOAT, F32):
        size = Layout().size(t)
        return t, False, size, size
    if isinstance(t, ArrayType) and t.item == U8:
        return t, False, t.length, 1
    if is_record(t):
        assert isinstance(t, ClassInst)
        inner = layout_of(world, t)
        return t, False, inner.size, inner.align
    raise fail("E0468", f"{t} has no fixed place in a record", node.span,
               help="use integers, `be16` and its kin, `bool`, floats, `Array[u8, n]` and other records")


def _bits(world: World, info: ClassInfo, name: str, var: VarInfo, parts: dict[str, Part]) -> Part:
    """`version = Bits("first", 4, 4)`."""
    call = var.value
    if isinstance(call, tree.Call) and dotted(call.func).rpartition(".")[2] == "Bits" and call.args:
        named = {k.name: k.value for k in call.keywords}
        register = call.args[0].value if isinstance(call.args[0], tree.Constant) else None
        low = call.args[1] if len(call.args) > 1 else named.get("low")
        width = call.args[2] if len(call.args) > 2 else named.get("width", tree.Constant(call.span, 1, "int"))
        first = fold_int(world, info.module, low) if low is not None else None
        count = fold_int(world, info.module, width)
        home = parts.get(register) if isinstance(register, str) else None
        if home is not None and isinstance(home.type, IntType) and home.bits is None and first is not None \
                and count is not None and first >= 0 and count >= 1 and first + count <= home.type.bits:
            return Part(home.offset, home.size, home.type, home.big, (first, count))
    raise fail("E0468", f"`{name}` is no field of the record `{info.name}`", var.span,
               help='write `name: u32`, or `name = Bits("other", 4, 2)` for bits of an integer field')


# Sizes


def size_of(world: World, t: Type) -> int:
    """Bytes that a value of `t` takes in memory; of a class, the object."""
    from rumpkc.types.classes import fields_of

    if isinstance(t, ClassInst):
        if is_record(t):
            return layout_of(world, t).size
        fields_of(world, t)
        if not t.by_value:
            return Layout().object_size(t)
    return Layout().size(t)


def fold_layout(world: World, module: ModuleInfo, node: tree.Call) -> int | None:
    """The value of `sizeof(T)` or `offsetof(R, "field")`; None for any other call."""
    notes = Annotations(world, module, {}, exact=True)
    symbol = notes.symbol(node.func)
    if not isinstance(symbol, Special) or symbol.name not in ("rumpk.sizeof", "rumpk.offsetof"):
        return None
    if symbol.name == "rumpk.offsetof":
        return offset_of(world, notes, node)
    if len(node.args) != 1:
        return None
    try:
        return size_of(world, notes.type_of(node.args[0]))
    except CompileError:                # a type parameter: known in each instance, and no constant of the module
        return None


def offset_of(world: World, notes: Annotations, node: tree.Call) -> int:
    """Bytes before a field of a record."""
    t = notes.type_of(node.args[0]) if len(node.args) == 2 else None
    name = node.args[1].value if t is not None and isinstance(node.args[1], tree.Constant) else None
    if not isinstance(t, ClassInst) or not is_record(t) or not isinstance(name, str):
        raise fail("E0468", "`offsetof` takes a record and the name of a field", node.span,
                   help='write `offsetof(Header, "length")`, with a class that is `@packed` or `@layout("C")`')
    parts = {n: p for n, p in layout_of(world, t).parts.items() if p.bits is None}
    if name not in parts:
        raise fail("E0320", f"`{t}` has no field `{name}`", node.args[1].span, help=did_you_mean(name, parts))
    return parts[name].offset


# Making one


def new_record(fx: Fx, cls: ClassInst, node_args: int, span: Span) -> ir.Expr:
    """`Header()`: bytes of zeros, in the arena."""
    if node_args:
        raise fail("E0310", f"`{cls}()` takes no arguments", span, help="assign the fields afterwards")
    memory = ir.NewArray(span, ArrayType(U8, layout_of(fx.world, cls).size))
    return ir.Aggregate(span, cls, (ir.Convert(span, PtrType(U8), memory),))


def view_call(fx: Fx, node: tree.Call, want: Type | None) -> ir.Expr:
    """`view(Header, span)`: the first bytes of the span, if it has as many."""
    from rumpkc.types.classes import fields_of
    from rumpkc.types.constructors import span_of
    from rumpkc.types.exprs import expr

    if len(node.args) != 2 or node.keywords:
        raise fail("E0310", "`view` takes a record class and a span", node.span)
    cls = Annotations(fx.world, fx.module, fx.env, fx.owner).type_of(node.args[0])
    if not isinstance(cls, ClassInst) or not is_record(cls):
        raise fail("E0468", f"`view` takes a record class, and {cls} is none", node.args[0].span,
                   help='mark the class `@packed` or `@layout("C")`')
    fields_of(fx.world, cls)
    span = node.span
    goal = byte_span(fx)
    save, got = fx.save(span_of(fx, expr(fx, node.args[1]), goal, node.args[1].span))
    room = ir.Prim(span, INT, "zext", (ir.FieldGet(span, USIZE, got, "_len"),))
    size = ir.Const(span, INT, layout_of(fx.world, cls).size)
    check = ir.Call(span, NONE, fx.world.library("runtime", "rt_view_room"),
                    (room, size, ir.StrConst(span, fx.world.cls("str"), cls.name)))
    return ir.Seq(span, cls, (save, ir.Eval(span, check)),
                  ir.Aggregate(span, cls, (ir.FieldGet(span, PtrType(U8), got, "_data"),)))


def byte_span(fx: Fx) -> ClassInst:
    from rumpkc.types.classes import fields_of

    info = fx.world.module("lib.core.span").names["Span"]
    cls = fx.world.inst(info, (U8,))  # type: ignore[arg-type]
    fields_of(fx.world, cls)
    return cls


# Fields


def part_of(fx: Fx, obj: ir.Expr, name: str) -> Part | None:
    """The field `name` of the record that `obj` is; None where it has no such field."""
    assert isinstance(obj.type, ClassInst)
    return layout_of(fx.world, obj.type).parts.get(name)


def _address(obj: ir.Expr, part: Part, span: Span) -> ir.Expr:
    base = ir.FieldGet(span, PtrType(U8), obj, AT)
    if not part.offset:
        return base
    return ir.Prim(span, PtrType(U8), "ptr.addbytes", (base, ir.Const(span, USIZE, part.offset)))


def _load(obj: ir.Expr, part: Part, span: Span) -> ir.Expr:
    place = ir.Convert(span, PtrType(part.type), _address(obj, part, span))
    value = ir.Prim(span, part.type, "unaligned.load", (place,))
    return ir.Prim(span, part.type, "bswap", (value,)) if part.big else value


def _store(obj: ir.Expr, part: Part, value: ir.Expr, span: Span) -> ir.Stmt:
    place = ir.Convert(span, PtrType(part.type), _address(obj, part, span))
    if part.big:
        value = ir.Prim(span, part.type, "bswap", (value,))
    return ir.Eval(span, ir.Prim(span, NONE, "unaligned.store", (place, value)))


def read(fx: Fx, obj: ir.Expr, part: Part, span: Span) -> ir.Expr:
    """A field's value: a number, the span of its bytes, or the record that lies there."""
    if isinstance(part.type, ArrayType):
        return ir.Aggregate(span, byte_span(fx), (_address(obj, part, span), ir.Const(span, USIZE, part.size)))
    if isinstance(part.type, ClassInst):
        from rumpkc.types.classes import fields_of

        fields_of(fx.world, part.type)
        return ir.Aggregate(span, part.type, (_address(obj, part, span),))
    value = _load(obj, part, span)
    if part.bits is None:
        return value
    low, width = part.bits
    down = ir.Prim(span, part.type, "lshr", (value, ir.Const(span, part.type, low)))
    return ir.Prim(span, part.type, "and", (down, _mask(part, (1 << width) - 1, span)))


def _mask(part: Part, bits: int, span: Span) -> ir.Const:
    """A constant with these bits, in the type of the field."""
    assert isinstance(part.type, IntType)
    bits &= (1 << part.type.bits) - 1
    return ir.Const(span, part.type, bits - (1 << part.type.bits) if bits > part.type.high else bits)


def write(fx: Fx, obj: ir.Expr, name: str, part: Part, value: ir.Expr, span: Span) -> list[ir.Stmt]:
    """`obj.name = value`; `obj` may be evaluated once only."""
    from rumpkc.types.calls import Evaluated, method_call
    from rumpkc.types.constructors import span_of
    from rumpkc.types.convert import coerce

    if isinstance(part.type, ClassInst):
        raise fail("E0344", f"the record `{name}` lies in its record, and cannot be replaced", span,
                   help="assign its fields")
    keep, place = fx.save(obj)
    if isinstance(part.type, ArrayType):
        source = span_of(fx, value, byte_span(fx), span)
        copy = method_call(fx, read(fx, place, part, span), "copy_from", (Evaluated(span, source),), (), span)
        return [keep, ir.Eval(span, copy)]
    wanted = coerce(fx, value, part.type, value.span, f"`{obj.type}.{name}`")
    if part.bits is None:
        return [keep, _store(place, part, wanted, span)]
    save, got = fx.save(wanted)
    low, width = part.bits
    ones = (1 << width) - 1
    assert isinstance(part.type, IntType)
    wide = ir.Prim(span, U64, "sext" if part.type.signed else "zext", (got,))
    check = ir.Call(span, NONE, fx.world.library("runtime", "rt_check_bits"), (wide, ir.Const(span, U64, ones)))
    rest = ir.Prim(span, part.type, "and", (_load(place, part, span), _mask(part, ~(ones << low), span)))
    moved = ir.Prim(span, part.type, "shl", (got, ir.Const(span, part.type, low)))
    whole = ir.Prim(span, part.type, "or", (rest, moved))
    return [keep, save, ir.Eval(span, check), _store(place, part, whole, span)]
