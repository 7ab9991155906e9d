"""Constants: numbers, str and bytes objects (each distinct one once), and what globals hold at reset.

    "ab"   @str.0 = private constant { ptr, i64, i64, [3 x i8] } { ptr @typeinfo…, i64 2, i64 2, [3 x i8] c"ab\\00" }
    b"ab"  @bytes.0 = private constant { ptr, i64, [3 x i8] } …
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import TYPE_CHECKING

from rumpkc.diagnostics import fail
from rumpkc.emit.layout import is_tagged, quoted, struct_offsets
from rumpkc.ir import nodes as ir
from rumpkc.types.types import (
    BOOL,
    F32,
    FLOAT,
    NONE,
    U8,
    ArrayType,
    ClassInst,
    FuncType,
    IntType,
    OptionalType,
    PtrType,
    TupleType,
    Type,
    UnionType,
    is_pointer,
)

if TYPE_CHECKING:
    from rumpkc.emit.module import ModuleEmitter

KNOWN = "available_externally hidden"            # linkage of what another part defines, and this one knows
_ESCAPES = [chr(b) if 32 <= b < 127 and b not in (34, 92) else f"\\{b:02X}" for b in range(256)]


def llvm_bytes(data: bytes) -> str:
    """`c"…"` with everything odd escaped."""
    return f'c"{"".join([_ESCAPES[b] for b in data])}"'


def llvm_float(value: float) -> str:
    """A double (or a float that a double holds exactly) in LLVM's exact hexadecimal form."""
    return f"0x{struct.unpack('<Q', struct.pack('<d', value))[0]:016X}"


def round_to_f32(value: float) -> float:
    """The nearest single precision value; too large ones become infinite."""
    try:
        return struct.unpack("<f", struct.pack("<f", value))[0]
    except OverflowError:
        return float("inf") if value > 0 else float("-inf")


def scalar(t: Type, value: int | float | bool | None) -> str:
    """The LLVM operand for a constant of a scalar type, or for None."""
    if isinstance(t, IntType):
        return str(int(value or 0))
    if t == BOOL:
        return "true" if value else "false"
    if t == FLOAT:
        return llvm_float(float(0.0 if value is None else value))
    if t == F32:
        return llvm_float(round_to_f32(float(0.0 if value is None else value)))
    if t == NONE:
        return "0"
    if is_pointer(t) or isinstance(t, OptionalType) and is_pointer(t.item):
        return "null"
    return "zeroinitializer"


class Constants:
    """The constant objects of a module and the initialisers of its globals."""

    def __init__(self, module: ModuleEmitter) -> None:
        self.module = module
        self.lines: list[str] = []
        self._interned: dict[tuple[ClassInst, str | bytes], str] = {}
        self._own: dict[str, str] = {}

    def text(self, cls: ClassInst, value: str | bytes) -> str:
        """The symbol (with `@`) of the object for a str or bytes constant."""
        found = self._interned.get((cls, value))
        if found is None:
            kind = "str" if isinstance(value, str) else "bytes"
            alone = self.module.part is None
            found = self._interned[cls, value] = \
                f"@{kind}.{len(self._interned)}" if alone else self.module.whole.text_name(cls, value)
            if not self.module.has_data and self.module.shares is None:
                self.lines.append(f"{found} = external hidden constant i8, align 8")
                return found
            linkage = "private" if alone else "hidden" if self.module.has_data else KNOWN
            self._write_text(found, linkage, cls, value)
        return found

    def own_text(self, cls: ClassInst, value: str, symbol: str) -> str:
        """As `text`, but an object of its own, whatever other constant has that value."""
        found = self._own.get(symbol)
        if found is None:
            found = self._own[symbol] = f"@{quoted(symbol)}"
            self._write_text(found, self.module.shared, cls, value)
        return found

    def _write_text(self, name: str, linkage: str, cls: ClassInst, value: str | bytes) -> None:
        data = value if isinstance(value, bytes) else value.encode("utf-8", "surrogatepass")
        counts = [len(data), len(value)] if isinstance(value, str) else [len(data)]
        body = f"[{len(data) + 1} x i8]"
        shape = f"{{ ptr, {', '.join(['i64'] * len(counts))}, {body} }}"
        typeinfo = self.module.classes.typeinfo(cls)
        sizes = ", ".join(f"i64 {n}" for n in counts)
        self.lines.append(f"{name} = {linkage} constant {shape} {{ ptr {typeinfo}, {sizes}, "
                          f"{body} {llvm_bytes(data + bytes(1))} }}, align 8")

    def asked(self) -> frozenset[tuple[str, str | bytes]]:
        """The constants that were asked for: "str" or "bytes", and the value."""
        return frozenset(("str" if isinstance(value, str) else "bytes", value) for _, value in self._interned)

    def declare(self, target: ir.Global) -> None:
        """Declare a global that another part defines; between shares, a constant number is known."""
        kind = "constant" if target.constant else "global"
        shape = self.module.layout.memory(target.type)
        if self.module.shares is not None and target.constant and isinstance(target.init, ir.FScalar):
            shape, value = self.initial(target.init, target.type)
            self.lines.append(f"@{quoted(target.symbol)} = {KNOWN} constant {shape} {value}")
            return
        self.lines.append(f"@{quoted(target.symbol)} = external hidden {kind} {shape}")

    def define(self, target: ir.Global) -> str:
        """The definition (or declaration) of a global."""
        name = f"@{quoted(target.symbol)}"
        layout = self.module.layout
        if target.external:
            return f"{name} = external dso_local global {layout.memory(target.type)}"
        kind = "constant" if target.constant and target not in self.module.own else self.module.variable
        shape, value = self.initial(target.init, target.type) if target.init is not None else \
            (layout.memory(target.type), "zeroinitializer")
        section = f', section "{target.section}"' if target.section else ""
        align = f", align {target.align}" if target.align else f", align {max(8, layout.align(target.type))}" \
            if isinstance(target.init, (ir.FObject, ir.FBuffer)) or isinstance(target.type, ArrayType) else ""
        return f"{name} = {self.module.shared} {kind} {shape} {value}{section}{align}"

    def initial(self, frozen: ir.Frozen, t: Type) -> tuple[str, str]:
        """The LLVM type and value of a frozen constant in the memory form of `t`."""
        layout = self.module.layout
        if is_tagged(t):
            return layout.memory(t), f"{{ {', '.join(self._union(frozen, t))} }}"
        match frozen:
            case ir.FScalar():
                return self._scalar(frozen, t)
            case ir.FStr():
                return self._as(t, frozen.type, "ptr", self.text(frozen.type, frozen.value))
            case ir.FAddr():
                return self._address(frozen, t)
            case ir.FAggregate():
                return self._aggregate(frozen, t)
            case ir.FObject():
                parts = [f"ptr {self.module.classes.typeinfo(frozen.type)}"]
                parts += [" ".join(self.initial(item, ft))
                          for item, ft in zip(frozen.fields, frozen.type.fields.values(), strict=True)]
                return layout.object(frozen.type), f"{{ {', '.join(parts)} }}"
            case ir.FBuffer():
                return self._array(frozen.item, frozen.items)
        raise fail("E0904", f"internal error: {type(frozen).__name__} as the value of a global")

    def _scalar(self, frozen: ir.FScalar, t: Type) -> tuple[str, str]:
        memory = self.module.layout.memory(t)
        if frozen.value is None or isinstance(t, ArrayType):
            return memory, "0" if t == NONE else scalar(t, None)
        if t == BOOL:
            return memory, str(int(bool(frozen.value)))
        if isinstance(t, OptionalType):
            inner, value = self._scalar(frozen, t.item)
            return memory, f"{{ i8 1, {inner} {value} }}"
        return memory, scalar(t, frozen.value)

    def _address(self, frozen: ir.FAddr, t: Type) -> tuple[str, str]:
        if isinstance(t, FuncType):
            assert not isinstance(frozen.target, ClassInst)
            code = "null" if frozen.target is None else self.module.address(frozen.target)
            return "{ ptr, ptr }", f"{{ ptr {code}, ptr null }}"
        if frozen.target is None:
            return self.module.layout.memory(t), scalar(t, None)
        if isinstance(frozen.target, ClassInst):
            return self._as(t, frozen.type, "ptr", self.module.classes.typeinfo(frozen.target))
        return self._as(t, frozen.type, "ptr", self.module.address(frozen.target))

    def _as(self, t: Type, source: Type, shape: str, value: str) -> tuple[str, str]:
        """A pointer constant of type `source` in a place of type `t`."""
        if self.module.layout.memory(t) == "ptr":
            return shape, value
        raise fail("E0904", f"internal error: a reference as the value of a constant of type {t}")

    def _union(self, frozen: ir.Frozen, t: Type) -> tuple[str, str]:
        """The tag and the payload of a tagged union."""
        assert isinstance(t, UnionType)
        count = self.module.layout.union_words(t)
        words = [0] * (count + 1)
        pointers: dict[int, str] = {}
        for at, value in self._pieces(frozen, t, 0):
            if isinstance(value, str):
                pointers[at // 8] = value
            else:
                words[at // 8] |= value << 8 * (at % 8)
        shown = [f"i64 {pointers.get(n, word)}" for n, word in enumerate(words)]
        return shown[0], f"[{count} x i64] [{', '.join(shown[1:])}]"

    def _pieces(self, frozen: ir.Frozen, t: Type, at: int) -> Iterator[tuple[int, int | str]]:
        """The bits (or the pointer, as an i64) of all in `frozen` that is not zero, and where (bytes)."""
        layout = self.module.layout
        if is_tagged(t):
            assert isinstance(t, UnionType)
            assert isinstance(frozen, (ir.FScalar, ir.FStr, ir.FAddr, ir.FAggregate))
            absent = isinstance(frozen, ir.FScalar) and frozen.value is None
            tag = member_index(t, NONE if absent else frozen.type)
            yield at, tag
            yield from self._pieces(frozen, t.members[tag], at + 8)
            return
        match frozen:
            case ir.FScalar(value=None):
                pass
            case ir.FScalar(value=value) if isinstance(t, OptionalType):
                yield at, 1
                yield from self._pieces(ir.FScalar(t.item, value), t.item, at + struct_offsets(layout.shape(t))[1])
            case ir.FScalar():
                yield at, bits_of(t, frozen.value)
            case ir.FStr():
                yield at, f"ptrtoint (ptr {self.text(frozen.type, frozen.value)} to i64)"
            case ir.FAddr(target=target) if target is not None:
                yield at, f"ptrtoint (ptr {self._record_or(target)} to i64)"
            case ir.FAggregate(items=items):
                inner = (PtrType(U8), PtrType(U8)) if isinstance(t, FuncType) else layout.items(t)
                for item, it, offset in zip(items, inner, struct_offsets(layout.shape(t)), strict=False):
                    yield from self._pieces(item, it, at + offset)

    def _record_or(self, target: ir.Function | ir.Global | ClassInst) -> str:
        """The symbol of what an address means: a class stands for its record."""
        return self.module.classes.typeinfo(target) if isinstance(target, ClassInst) else self.module.address(target)

    def _aggregate(self, frozen: ir.FAggregate, t: Type) -> tuple[str, str]:
        layout = self.module.layout
        if isinstance(t, ArrayType):
            return self._array(t.item, frozen.items, t.length)
        if isinstance(t, FuncType):
            parts = [" ".join(self.initial(item, PtrType(U8))) for item in frozen.items]
            return "{ ptr, ptr }", f"{{ {', '.join(parts)} }}"
        if isinstance(t, (TupleType, OptionalType)) or isinstance(t, ClassInst) and t.by_value:
            parts = [" ".join(self.initial(item, it)) for item, it in zip(frozen.items, layout.items(t), strict=True)]
            return layout.memory(t), f"{{ {', '.join(parts)} }}" if parts else "zeroinitializer"
        raise fail("E0904", f"internal error: an aggregate as the value of a constant of type {t}")

    def _array(self, item: Type, items: tuple[ir.Frozen, ...], length: int | None = None) -> tuple[str, str]:
        length = len(items) if length is None else length
        shape = f"[{length} x {self.module.layout.memory(item)}]"
        if not items:
            return shape, "zeroinitializer"
        if isinstance(item, IntType) and item.bits == 8:
            values = [i.value for i in items if isinstance(i, ir.FScalar)]
            data = bytes(int(v or 0) & 255 for v in values)
            return shape, llvm_bytes(data + bytes(length - len(data)))
        parts = [" ".join(self.initial(i, item)) for i in items]
        parts += [f"{self.module.layout.memory(item)} zeroinitializer"] * (length - len(items))
        return shape, f"[{', '.join(parts)}]"


def bits_of(t: Type, value: int | float | bool | None) -> int:
    """A number's bits as an unsigned integer."""
    if t in (FLOAT, F32):
        double = 0.0 if value is None else float(value)
        data = struct.pack("<d", double) if t == FLOAT else struct.pack("<f", round_to_f32(double))
        return int.from_bytes(data, "little")
    return int(value or 0) & ((1 << (t.bits if isinstance(t, IntType) else 8)) - 1)


def member_index(union: UnionType, t: Type) -> int:
    """The tag that a value of type `t` has in `union`."""
    if t in union.members:
        return union.members.index(t)
    if isinstance(t, ClassInst):
        for index, member in enumerate(union.members):
            if isinstance(member, ClassInst) and t.is_subclass_of(member):
                return index
    raise fail("E0904", f"internal error: {t} is no member of {union}")
