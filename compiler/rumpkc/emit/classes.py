"""Typeinfo records and virtual tables, and the questions that the class hierarchy answers at compile time.

    @"typeinfo.apps.life.Board" = { i64 size, i64 map of pointers, ptr parent, ptr name, [n x ptr] virtual methods }
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rumpkc.emit.layout import quoted
from rumpkc.emit.places import block_bytes, pointer_map
from rumpkc.ir import nodes as ir
from rumpkc.types import class_titles
from rumpkc.types.types import ClassInst

if TYPE_CHECKING:
    from rumpkc.emit.module import ModuleEmitter

PARENT_OFFSET, VTABLE_OFFSET = 16, 32   # bytes from the start of a typeinfo record
CORE = "lib.core."                      # whose classes have the plain texts as names: code compares with them
CORE_NAMES = frozenset("bool int float str bytes bytearray list dict set frozenset tuple".split())


class Hierarchy:
    """Which classes have instances, and which implementations a virtual call can reach."""

    def __init__(self, program: ir.Program) -> None:
        self._vtables = program.vtables
        self.instantiated: dict[ClassInst, None] = dict.fromkeys(program.classes)
        for target in program.globals:
            self.instantiated.update(dict.fromkeys(_objects(target.init)))
        self._below: dict[ClassInst, list[ClassInst]] = {}
        for cls in self.instantiated:
            ancestor: ClassInst | None = cls
            while ancestor is not None:
                self._below.setdefault(ancestor, []).append(cls)
                ancestor = ancestor.base

    def instances_of(self, cls: ClassInst) -> list[ClassInst]:
        """The classes that have instances and are `cls` or below it."""
        return self._below.get(cls, [])

    def implementations(self, call: ir.CallVirtual) -> list[ir.Function]:
        """The functions that a virtual call can reach, each once; the static one where no receiver can exist."""
        found: dict[ir.Function, None] = {}
        for cls in self.instances_of(call.cls):
            vtable = self._vtables.get(cls, [])
            method = vtable[call.slot.index] if 0 <= call.slot.index < len(vtable) else None
            if method is not None:
                found[method] = None
        return list(found) or [call.method]


def _objects(frozen: ir.Frozen | None) -> Iterator[ClassInst]:
    """The classes of the objects inside a frozen constant."""
    if isinstance(frozen, ir.FObject):
        yield frozen.type
        below = frozen.fields
    elif isinstance(frozen, (ir.FAggregate, ir.FBuffer)):
        below = frozen.items
    else:
        return
    for item in below:
        yield from _objects(item)


class ClassRecords:
    """The typeinfo records of a module, made on demand."""

    def __init__(self, module: ModuleEmitter) -> None:
        self.module = module
        self.lines: list[str] = []
        self._known: dict[ClassInst, str] = {}
        self._homes: dict[str, object] = {}             # the name of a class, and which class has its plain text
        self._own_names: dict[tuple[object, str], str] = {}

    def typeinfo(self, cls: ClassInst) -> str:
        """The symbol (with `@`) of the class's record."""
        found = self._known.get(cls)
        if found is None:
            found = self._known[cls] = f"@{quoted('typeinfo.' + (cls.symbol or cls.name))}"
            self.module.pending_classes.append(cls)
            if not self.module.has_data:
                self.module.whole.classes[cls] = None
                self.lines.append(f"{found} = external hidden constant i8, align 8")
        return found

    def _name(self, cls: ClassInst) -> str:
        """The address of the class's name, which stands for the class (lib/core/types.py): all instances of a generic
        class have one, and another class of that name has its own."""
        shown = "dict" if cls.info.kind == "typeddict" else class_titles.title(cls)
        home: object = class_titles.home(cls) if cls.info.title else cls.info
        if cls.info.kind == "typeddict" or class_titles.is_builtin(cls):
            home = CORE
        if home is CORE or shown not in CORE_NAMES and self._homes.setdefault(shown, home) == home:
            return self.module.text(shown)
        return self.module.own_text(shown, self._own_names.setdefault((home, shown), f"name.{cls.symbol}"))

    def asked(self) -> frozenset[str]:
        """The symbols of the classes whose records were asked for."""
        return frozenset(cls.symbol for cls in self._known)

    def define(self, cls: ClassInst) -> None:
        """Write the record of a class that `typeinfo` named."""
        module = self.module
        vtable = module.program.vtables.get(cls, [])
        parent = "null" if cls.base is None else self.typeinfo(cls.base)
        name = self._name(cls)
        entries = [f"ptr {module.function_name(f)}" if f is not None else "ptr null" for f in vtable]
        shape = f"[{len(entries)} x ptr]"
        methods = f"{shape} [{', '.join(entries)}]" if entries else f"{shape} zeroinitializer"
        words = f"i64 {block_bytes(module.layout, cls)}, i64 {pointer_map(module.layout, cls)}"
        self.lines.append(f"{self._known[cls]} = {self.module.shared} constant {{ i64, i64, ptr, ptr, {shape} }} "
                          f"{{ {words}, ptr {parent}, ptr {name}, {methods} }}, align 8")
