"""Type-based alias tags: what LLVM may assume about two accesses not touching the same memory.

The rule of the dialect: the fields of an object are reached by name, or through a `Ptr` that `FieldAddr` made.
So these kinds of storage are disjoint, and each gets a tag of its own:
  a field by name, one tag a field (unless some code in the program takes its address);
  an object's header; a global by name (unless its address is taken); a local in a frame struct;
  everything behind a `Ptr`, in one class whatever its item type.
A module that turns raw pointers into references or back (the allocator, the collector) sees objects as bytes: its
`Ptr` accesses carry no tag and may touch anything. So do volatile and atomic accesses and `mem.copy`.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from rumpkc.emit.debug import Metadata, escaped
from rumpkc.ir import nodes as ir
from rumpkc.types.types import ClassInst, PtrType, is_reference

RAW_OBJECT_PRIMS = {"ref.ptr", "ptr.ref"}


@dataclass(slots=True)
class AliasFacts:
    """What a program does with addresses: the fields and globals whose addresses it takes, and the modules that turn
    raw pointers into references or back."""

    fields: set[tuple[ClassInst, str]] = field(default_factory=set)
    globals: set[str] = field(default_factory=set)
    raw_modules: set[str] = field(default_factory=set)

    def note(self, node: ir.Node, module: str) -> None:
        """Take in one node of a function of `module`."""
        if isinstance(node, ir.FieldAddr):
            assert isinstance(node.obj.type, ClassInst)
            self.fields.add((declaring_class(node.obj.type, node.name), node.name))
        elif isinstance(node, ir.GlobalAddr):
            self.globals.add(node.target.symbol)
        elif isinstance(node, ir.Prim):
            if node.op in RAW_OBJECT_PRIMS:
                self.raw_modules.add(module)
        elif isinstance(node, ir.Convert):
            kinds = {is_reference(node.type), is_reference(node.value.type)}
            if len(kinds) == 2 and (isinstance(node.type, PtrType) or isinstance(node.value.type, PtrType)):
                self.raw_modules.add(module)


class AliasTags:
    """The `!tbaa` attachments of a module."""

    def __init__(self, metadata: Metadata, facts: AliasFacts) -> None:
        self._metadata = metadata
        self._fields: dict[tuple[ClassInst, str], str] = {}
        self._facts = facts
        self._root = metadata.add('!{!"rumpk"}')
        self.header = self._tag("header")
        self.frame = self._tag("frame")
        self._global = self._tag("global")
        self._pointer = self._tag("pointer")

    def field(self, cls: ClassInst, name: str) -> str:
        """The tag of a field of a reference class, accessed by name."""
        cls = declaring_class(cls, name)
        found = self._fields.get((cls, name))
        if found is None:
            taken = (cls, name) in self._facts.fields
            found = self._fields[cls, name] = self._pointer if taken else self._tag(f"{cls.symbol}.{name}")
        return found

    def pointer(self, module: str) -> str:
        """The tag of an access through a `Ptr` in code of `module`."""
        return "" if module in self._facts.raw_modules else self._pointer

    def variable(self, target: ir.Global) -> str:
        """The tag of a global accessed by name."""
        return self._pointer if target.external or target.symbol in self._facts.globals else self._global

    def _tag(self, name: str) -> str:
        scalar = self._metadata.add(f'!{{!"{escaped(name)}", {self._root}, i64 0}}')
        return f", !tbaa {self._metadata.add(f'!{{{scalar}, {scalar}, i64 0}}')}"


def declaring_class(cls: ClassInst, name: str) -> ClassInst:
    """The topmost class whose layout has the field."""
    while cls.base is not None and name in cls.base.fields:
        cls = cls.base
    return cls
