"""Records: classes marked `@packed` or `@layout("C")`, whose fields lie in memory as the mark says.

    @packed
    class Header:                  offset
        kind: u8                   0
        length: be16               1           most significant byte first
        name: Array[u8, 4]         3

    h = view(Header, frame)        one bounds check, then `h` is the address of the first byte
    h.length += 1                  a load of two bytes, a checked addition, a store of two bytes

A value of a record class is one pointer (the field `_at` of a value class); copying it copies no bytes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rumpkc.diagnostics import CompileError
from rumpkc.emit.layout import Layout
from rumpkc.syntax import tree
from rumpkc.types.annotations import Annotations
from rumpkc.types.symbols import ModuleInfo, Special
from rumpkc.types.types import ClassInst, Type

if TYPE_CHECKING:
    from rumpkc.types.world import World


def size_of(world: World, t: Type) -> int:
    """Bytes that a value of `t` takes in memory; of a class, the object."""
    from rumpkc.types.classes import fields_of

    if isinstance(t, ClassInst):
        fields_of(world, t)
        if not t.by_value:
            return Layout().object_size(t)
    return Layout().size(t)


def fold_layout(world: World, module: ModuleInfo, node: tree.Call) -> int | None:
    """The value of `sizeof(T)`; None for any other call."""
    notes = Annotations(world, module, {})
    symbol = notes.symbol(node.func)
    if isinstance(symbol, Special) and symbol.name == "rumpk.sizeof" and len(node.args) == 1:
        try:
            return size_of(world, notes.type_of(node.args[0]))
        except CompileError:                # a type parameter: known in each instance, and no constant of the module
            return None
    return None
