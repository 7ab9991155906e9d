"""How the types of the dialect lie in registers and memory, as LLVM types, sizes and offsets.

    int            i64                        tuple[int, bool]   { i64, i8 }
    bool           i1, in memory i8           Board              ptr, the object is %"apps.life.Board"
    int | None     { i8, i64 }                list[int] | None   ptr, null is None

The table is in `types/types.py`. Aggregates hold the memory form of their items, so that a by-value aggregate has one
LLVM type everywhere. Sizes and offsets follow natural alignment, as LLVM's data layout of all our targets does.
"""

from __future__ import annotations

from functools import cache

from rumpkc.diagnostics import fail
from rumpkc.types.types import (
    BOOL,
    F32,
    FLOAT,
    NEVER,
    NONE,
    ArrayType,
    ClassInst,
    FuncType,
    IntType,
    OptionalType,
    TupleType,
    Type,
    UnionType,
    is_pointer,
    is_reference,
)

POINTER_BYTES = 8
HEADER = "ptr"                       # the first word of every object: its typeinfo

_SIMPLE_REGISTER: dict[Type, str] = {BOOL: "i1", FLOAT: "double", F32: "float", NONE: "i8", NEVER: "i8"}
_SIMPLE_SIZE: dict[Type, int] = {BOOL: 1, FLOAT: 8, F32: 4, NONE: 1, NEVER: 1}


@cache
def quoted(name: str) -> str:
    """`name` as LLVM writes it behind `@` or `%`."""
    if name.replace("_", "a").replace(".", "a").isalnum() and name.isascii() and not name[0].isdigit():
        return name
    return '"' + "".join(c if c.isascii() and c.isprintable() and c not in '"\\' else
                         "".join(f"\\{b:02X}" for b in c.encode()) for c in name) + '"'


class Layout:
    """LLVM types by dialect type, and the struct definitions that they need."""

    def __init__(self) -> None:
        self.definitions: list[str] = []
        self._register: dict[Type, str] = {}
        self._memory: dict[Type, str] = {}
        self._object: dict[ClassInst, str] = {}
        self._size: dict[Type, tuple[int, int]] = {}

    def register(self, t: Type) -> str:
        """The LLVM type of a value of `t` in a register."""
        found = self._register.get(t)
        if found is None:
            found = self._register[t] = self._register_of(t)
        return found

    def memory(self, t: Type) -> str:
        """The LLVM type of `t` in memory: in a field, behind a pointer, in an aggregate."""
        found = self._memory.get(t)
        if found is None:
            if isinstance(t, ArrayType):
                found = f"[{t.length} x {self.memory(t.item)}]"
            else:
                found = "i8" if t == BOOL else self.register(t)
            self._memory[t] = found
        return found

    def result(self, t: Type) -> str:
        """The LLVM result type of a function that returns `t`."""
        return "void" if t in (NONE, NEVER) else self.register(t)

    def object(self, cls: ClassInst) -> str:
        """The LLVM struct of a class: with the typeinfo header for a reference class, without for a by-value one."""
        found = self._object.get(cls)
        if found is None:
            found = self._object[cls] = f"%{quoted(cls.symbol or cls.name)}"
            parts = [] if cls.by_value else [HEADER]
            parts += [self.memory(t) for t in cls.fields.values()]
            self.definitions.append(f"{found} = type {{ {', '.join(parts)} }}")
        return found

    def items(self, t: Type) -> list[Type]:
        """The items of an aggregate type, in layout order."""
        if isinstance(t, TupleType):
            return list(t.items)
        if isinstance(t, OptionalType):
            return [BOOL, t.item]
        assert isinstance(t, ClassInst)
        return list(t.fields.values())

    def field_index(self, cls: ClassInst, name: str) -> int:
        """The index of field `name` in the LLVM struct of `cls`."""
        try:
            return list(cls.fields).index(name) + (0 if cls.by_value else 1)
        except ValueError:
            raise fail("E0903", f"internal error: {cls} has no field `{name}` in its layout") from None

    def size(self, t: Type) -> int:
        """Bytes that a value of `t` takes in memory, a multiple of its alignment."""
        return self._size_align(t)[0]

    def align(self, t: Type) -> int:
        """Alignment of `t` in memory, in bytes."""
        return self._size_align(t)[1]

    def object_size(self, cls: ClassInst) -> int:
        """Bytes of an object of a reference class, header included."""
        return struct_size([(POINTER_BYTES, POINTER_BYTES), *map(self._size_align, cls.fields.values())])

    def field_offset(self, cls: ClassInst, name: str) -> int:
        """Offset in bytes of field `name` from the start of the object (or of the by-value aggregate)."""
        parts = [] if cls.by_value else [(POINTER_BYTES, POINTER_BYTES)]
        return struct_offsets([*parts, *map(self._size_align, cls.fields.values())])[self.field_index(cls, name)]

    def shape(self, t: Type) -> list[tuple[int, int]]:
        """Size and alignment of each part of a tuple, an Optional pair, a by-value class or a function value."""
        if isinstance(t, FuncType):
            return [(POINTER_BYTES, POINTER_BYTES)] * 2
        return [self._size_align(item) for item in self.items(t)]

    def union_words(self, t: UnionType) -> int:
        """How many 8-byte words the payload of a tagged union takes."""
        return max(-(-self.size(m) // 8) for m in t.members)

    def _register_of(self, t: Type) -> str:
        if isinstance(t, IntType):
            return f"i{t.bits}"
        if is_pointer(t):
            return "ptr"
        if (simple := _SIMPLE_REGISTER.get(t)) is not None:
            return simple
        if isinstance(t, ClassInst):
            return self.object(t)
        if isinstance(t, FuncType):
            return "{ ptr, ptr }"
        if isinstance(t, OptionalType):
            return "ptr" if is_pointer(t.item) else f"{{ i8, {self.memory(t.item)} }}"
        if isinstance(t, UnionType):
            return f"{{ i64, [{self.union_words(t)} x i64] }}"
        if isinstance(t, TupleType):
            return f"{{ {', '.join(map(self.memory, t.items))} }}" if t.items else "{}"
        raise fail("E0903", f"internal error: a value of type `{t}` reached code generation")

    def _size_align(self, t: Type) -> tuple[int, int]:
        found = self._size.get(t)
        if found is None:
            found = self._size[t] = self._size_align_of(t)
        return found

    def _size_align_of(self, t: Type) -> tuple[int, int]:
        if isinstance(t, IntType):
            return t.bits // 8, t.bits // 8
        if isinstance(t, ArrayType):
            size, align = self._size_align(t.item)
            return size * t.length, align
        if is_pointer(t) or isinstance(t, OptionalType) and is_pointer(t.item):
            return POINTER_BYTES, POINTER_BYTES
        if (simple := _SIMPLE_SIZE.get(t)) is not None:
            return simple, simple
        if isinstance(t, FuncType):
            return 16, 8
        if isinstance(t, UnionType):
            return 8 + 8 * self.union_words(t), 8
        parts = [self._size_align(item) for item in self.items(t)]
        return struct_size(parts), max([align for _, align in parts], default=1)


def struct_offsets(parts: list[tuple[int, int]]) -> list[int]:
    """The offset of each (size, alignment) part of a struct, in bytes, and last the end of the last part."""
    offsets, end = [], 0
    for size, align in parts:
        end = -(-end // align) * align
        offsets.append(end)
        end += size
    return [*offsets, end]


def struct_size(parts: list[tuple[int, int]]) -> int:
    """The size in bytes of a struct of (size, alignment) parts, padded to its own alignment."""
    align = max([a for _, a in parts], default=1)
    return -(-struct_offsets(parts)[-1] // align) * align


def is_tagged(t: Type) -> bool:
    """Whether `t` is a union that carries a tag (not all members are references)."""
    return isinstance(t, UnionType) and not is_pointer(t)


def is_by_value(t: Type) -> bool:
    """Whether `t` is a class whose instances are aggregates in registers."""
    return isinstance(t, ClassInst) and t.by_value


__all__ = ["Layout", "POINTER_BYTES", "is_by_value", "is_pointer", "is_reference", "is_tagged", "quoted",
           "struct_offsets", "struct_size"]
