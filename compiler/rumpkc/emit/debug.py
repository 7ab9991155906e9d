"""DWARF as LLVM metadata: one compile unit, a subprogram for every function, a line for every instruction.

`DebugLevel.LINES` is what tracebacks need; `FULL` adds variables and types for gdb. Two conventions:
- a subprogram's name is the name that a traceback shows;
- the call that enters a `try` body lies in the file `<try>`. The body is an outlined function with a frame of its own
  that a traceback shows under the same name; so the linker's traceback table leaves frames of that file out.
"""

from __future__ import annotations

import re
from enum import IntEnum
from functools import cache
from typing import TYPE_CHECKING

from rumpkc.emit.layout import Layout
from rumpkc.ir import nodes as ir
from rumpkc.types.types import (
    BOOL,
    F32,
    FLOAT,
    NONE,
    U8,
    U64,
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
    is_reference,
)

if TYPE_CHECKING:
    from rumpkc.emit.body import Body


TRY_FILE = "<try>"
PLAIN_TEXT = re.compile(r'[ !#-\[\]-~]*')              # needs no escapes


class DebugLevel(IntEnum):
    """How much debug information goes into the module."""

    NONE = 0
    LINES = 1
    FULL = 2


class Metadata:
    """The numbered metadata nodes of the module, each distinct text once."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self._known: dict[str, str] = {}

    def add(self, text: str) -> str:
        """A node; gives its reference, such as `!7`."""
        found = self._known.get(text)
        if found is None:
            found = self._known[text] = self.add_distinct(text)
        return found

    def add_distinct(self, text: str) -> str:
        """A node that is never merged with an equal one."""
        self.lines.append(f"!{len(self.lines)} = {text}")
        return f"!{len(self.lines) - 1}"

    def reserve(self) -> int:
        """A number whose node is written later, for nodes that refer to themselves."""
        self.lines.append("")
        return len(self.lines) - 1

    def fill(self, number: int, text: str) -> str:
        self.lines[number] = f"!{number} = {text}"
        return f"!{number}"


@cache
def escaped(text: str) -> str:
    """A metadata string's content."""
    if PLAIN_TEXT.fullmatch(text):
        return text
    return "".join(c if c.isascii() and c.isprintable() and c not in '"\\' else
                   "".join(f"\\{b:02X}" for b in c.encode("utf-8", "surrogatepass")) for c in text)


class DebugInfo:
    """Makes the debug metadata of a module."""

    def __init__(self, metadata: Metadata, layout: Layout, level: DebugLevel, main_file: str) -> None:
        self.metadata = metadata
        self.full = level == DebugLevel.FULL
        self.files: set[str] = set()                    # that something of the module lies in
        self.types = DebugTypes(metadata, layout)
        self.unit = metadata.add_distinct(
            f'distinct !DICompileUnit(language: DW_LANG_C11, file: {self.file(main_file)}, producer: "rumpkc", '
            "isOptimized: true, runtimeVersion: 0, emissionKind: FullDebug, splitDebugInlining: false, "
            "nameTableKind: None)")
        self._no_types = metadata.add(f"!DISubroutineType(types: {metadata.add('!{null}')})")

    def file(self, path: str) -> str:
        self.files.add(path)
        return self.metadata.add(f'!DIFile(filename: "{escaped(path)}", directory: ".")')

    def scope(self, function: ir.Function) -> Scope | None:
        """The debug scope of one LLVM function; None for code without a place in a source file."""
        span = function.span
        if not span.file:
            return None
        file = self.file(span.file)
        signature = self.types.signature(function) if self.full else self._no_types
        node = self.metadata.add_distinct(
            f'distinct !DISubprogram(name: "{escaped(function.shown_name)}", scope: {file}, file: {file}, '
            f"line: {span.line}, type: {signature}, scopeLine: {span.line}, spFlags: DISPFlagDefinition, "
            f"unit: {self.unit})")
        return Scope(self, node, function, file)

    def flags(self) -> list[str]:
        """The module flags that LLVM wants beside debug information."""
        return [self.metadata.add('!{i32 2, !"Debug Info Version", i32 3}'),
                self.metadata.add('!{i32 7, !"Dwarf Version", i32 4}')]


class Scope:
    """The debug information of one LLVM function."""

    def __init__(self, info: DebugInfo, node: str, function: ir.Function, file_node: str) -> None:
        self.info = info
        self.node = node
        self.file = function.span.file
        self.function = function
        self._file_node = file_node
        self._locations: dict[int, str] = {}
        self._try_scope = ""

    @property
    def attachment(self) -> str:
        """What follows the function's attributes in its definition."""
        return f" !dbg {self.node}"

    def location(self, line: int) -> str:
        """The attachment of an instruction of `line`."""
        found = self._locations.get(line)
        if found is None:
            number = self.info.metadata.add_distinct(f"!DILocation(line: {line}, scope: {self.node})")
            found = self._locations[line] = f", !dbg {number}"
        return found

    def try_location(self, line: int) -> str:
        """The attachment of the call that enters the body of a `try`: a frame that tracebacks leave out."""
        if not self._try_scope:
            self._try_scope = self.info.metadata.add(
                f"!DILexicalBlockFile(scope: {self.node}, file: {self.info.file(TRY_FILE)}, discriminator: 0)")
        return f", !dbg {self.info.metadata.add(f'!DILocation(line: {line}, scope: {self._try_scope})')}"

    def declare(self, body: Body, local: ir.Local, address: str, offset: int) -> None:
        """Describe a variable that lies `offset` bytes behind `address` while the function runs (level FULL)."""
        if not self.info.full or local.name.startswith("."):
            return
        params = self.function.params
        arg = f"arg: {params.index(local) + 1}, " if local in params else ""
        line = local.span.line or self.function.span.line
        variable = self.info.metadata.add_distinct(
            f'!DILocalVariable(name: "{escaped(local.name)}", {arg}scope: {self.node}, file: {self._file_node}, '
            f"line: {line}, type: {self.info.types.of(local.type)})")
        where = self.location(line).removeprefix(", !dbg ")
        path = f"!DIExpression(DW_OP_plus_uconst, {offset})" if offset else "!DIExpression()"
        body.entry.append(f"    #dbg_declare(ptr {address}, {variable}, {path}, {where})")


class DebugTypes:
    """DWARF types for the dialect's types, so that gdb prints values and fields."""

    def __init__(self, metadata: Metadata, layout: Layout) -> None:
        self.metadata = metadata
        self.layout = layout
        self._known: dict[Type, str] = {}
        self._objects: dict[ClassInst, str] = {}

    def signature(self, function: ir.Function) -> str:
        result = "null" if self.layout.result(function.result) == "void" else self.of(function.result)
        items = ", ".join([result, *(self.of(p.type) for p in function.params)])
        return self.metadata.add(f"!DISubroutineType(types: {self.metadata.add(f'!{{{items}}}')})")

    def of(self, t: Type) -> str:
        """The node of `t` as a variable or field holds it."""
        found = self._known.get(t)
        if found is None:
            found = self._known[t] = self._make(t)
        return found

    def _make(self, t: Type) -> str:
        if isinstance(t, IntType):
            encoding = "DW_ATE_signed" if t.signed else "DW_ATE_unsigned"
            return self._basic(t.name, t.bits, encoding)
        if t in (BOOL, NONE):
            return self._basic(str(t), 8, "DW_ATE_boolean" if t == BOOL else "DW_ATE_unsigned")
        if t in (FLOAT, F32):
            return self._basic(str(t), 64 if t == FLOAT else 32, "DW_ATE_float")
        if is_reference(t):
            assert isinstance(t, ClassInst)
            return self._pointer(self.object(t))
        if isinstance(t, ArrayType):
            count = self.metadata.add(f"!DISubrange(count: {t.length})")
            return self.metadata.add(
                f"!DICompositeType(tag: DW_TAG_array_type, baseType: {self.of(t.item)}, "
                f"size: {8 * self.layout.size(t)}, elements: {self.metadata.add(f'!{{{count}}}')})")
        if isinstance(t, OptionalType) and is_pointer(t.item):
            return self.of(t.item)
        if isinstance(t, PtrType):
            return self._pointer(self.of(t.item))
        if is_pointer(t):
            return self._pointer("null")
        return self._aggregate(t)

    def _aggregate(self, t: Type) -> str:
        if isinstance(t, ClassInst):
            return self._struct(str(t), [(n, ft, self.layout.field_offset(t, n)) for n, ft in t.fields.items()],
                                self.layout.size(t))
        if isinstance(t, UnionType):
            words = ArrayType(U64, self.layout.union_words(t))
            parts: list[tuple[str, Type, int]] = [("tag", U64, 0), ("words", words, 8)]
            return self._struct(str(t), parts, self.layout.size(t))
        if isinstance(t, FuncType):
            byte = PtrType(U8)
            return self._struct(str(t), [("code", byte, 0), ("environment", byte, 8)], 16)
        items = self.layout.items(t)
        names = ["present", "value"] if isinstance(t, OptionalType) else [f"_{i}" for i in range(len(items))]
        assert isinstance(t, (OptionalType, TupleType))
        offsets, end = [], 0
        for item in items:
            end = -(-end // self.layout.align(item)) * self.layout.align(item)
            offsets.append(end)
            end += self.layout.size(item)
        return self._struct(str(t), list(zip(names, items, offsets)), self.layout.size(t))

    def object(self, cls: ClassInst) -> str:
        """The struct behind a reference; it may refer to itself, so its number comes first."""
        found = self._objects.get(cls)
        if found is None:
            number = self.metadata.reserve()
            found = self._objects[cls] = f"!{number}"
            parts = [(n, t, self.layout.field_offset(cls, n)) for n, t in cls.fields.items()]
            self.metadata.fill(number, "distinct " + self._struct_text(str(cls), parts, self.layout.object_size(cls)))
        return found

    def _struct(self, name: str, parts: list[tuple[str, Type, int]], size: int) -> str:
        return self.metadata.add(self._struct_text(name, parts, size))

    def _struct_text(self, name: str, parts: list[tuple[str, Type, int]], size: int) -> str:
        members = [self.metadata.add_distinct(
            f'!DIDerivedType(tag: DW_TAG_member, name: "{escaped(n)}", baseType: {self.of(t)}, '
            f"size: {8 * self.layout.size(t)}, offset: {8 * offset})") for n, t, offset in parts]
        elements = self.metadata.add(f"!{{{', '.join(members)}}}")
        return (f'!DICompositeType(tag: DW_TAG_structure_type, name: "{escaped(name)}", size: {8 * size}, '
                f"elements: {elements})")

    def _basic(self, name: str, bits: int, encoding: str) -> str:
        return self.metadata.add(f'!DIBasicType(name: "{name}", size: {bits}, encoding: {encoding})')

    def _pointer(self, target: str) -> str:
        return self.metadata.add(f"!DIDerivedType(tag: DW_TAG_pointer_type, baseType: {target}, size: 64)")
