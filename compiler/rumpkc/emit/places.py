"""Where addresses of the arena may lie: in a value, in an object, in the module's variables. For the collector.

    class Node: value: int; next: "Node | None"      map 0b10: word 2 of the object (the typeinfo is word 0)
    rt_roots = { i64 rows, { ptr, i64 bytes }… }     the variables that may hold references
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from rumpkc.emit.layout import Layout, is_tagged, struct_offsets
from rumpkc.ir import nodes as ir
from rumpkc.types.types import ArrayType, ClassInst, FuncType, OptionalType, TupleType, Type, UnionType, is_pointer

if TYPE_CHECKING:
    from rumpkc.emit.module import ModuleEmitter

ROOTS = "rt_roots"
WORD = 8
MAP_BITS = 63                            # words that a map has bits for
ANY_WORD = -1


def places(layout: Layout, t: Type) -> list[int]:
    """The offsets in bytes of what may be an address of the arena in the memory form of `t`."""
    if isinstance(t, ArrayType):
        return _repeated(layout, t.item, t.length)
    if is_pointer(t):
        return [0]
    if isinstance(t, FuncType):
        return [WORD]                    # the environment
    if isinstance(t, UnionType) and is_tagged(t):
        used = any(places(layout, member) for member in t.members)
        return [WORD * n for n in range(1, layout.union_words(t) + 1)] if used else []
    if isinstance(t, OptionalType) and is_pointer(t.item):
        return [0]
    if isinstance(t, (TupleType, OptionalType)) or isinstance(t, ClassInst):
        return _in_struct(layout, layout.items(t), 0)
    return [0] if isinstance(t, UnionType) else []


def object_places(layout: Layout, cls: ClassInst) -> list[int]:
    """The same for an object of a reference class."""
    return _in_struct(layout, list(cls.fields.values()), WORD)


def _in_struct(layout: Layout, items: list[Type], start: int) -> list[int]:
    offsets = struct_offsets([(start, 1), *((layout.size(t), layout.align(t)) for t in items)])
    return [offset + at for offset, t in zip(offsets[1:], items, strict=False) for at in places(layout, t)]


def _repeated(layout: Layout, item: Type, count: int) -> list[int]:
    """In a row of items; of a long one only whether and how far."""
    inner, size = places(layout, item), layout.size(item)
    if not inner or not count:
        return []
    return [n * size + at for n in range(min(count, MAP_BITS)) for at in inner] + [(count - 1) * size + inner[-1]]


def block_bytes(layout: Layout, cls: ClassInst) -> int:
    """Bytes of the arena that an object takes."""
    return max(2 * WORD, -(-layout.object_size(cls) // WORD) * WORD)


def pointer_map(layout: Layout, cls: ClassInst) -> int:
    """Bit n: word n + 1 of the object may be an address; ANY_WORD where a map cannot say it."""
    words = [at // WORD for at in object_places(layout, cls)]
    if any(word > MAP_BITS for word in words):
        return ANY_WORD
    return sum(1 << (word - 1) for word in set(words))


def roots(module: ModuleEmitter, used: set[ir.Global]) -> str:
    """The definition of `rt_roots`. What no code can get at is none, and drops out of the image."""
    layout = module.layout
    rows: list[str] = []
    for target in sorted(module.program.globals, key=lambda g: g.symbol):
        if target.constant or target.external or target not in used:
            continue
        if isinstance(target.init, ir.FObject):
            found = object_places(layout, target.init.type)
        elif isinstance(target.init, ir.FBuffer):
            found = _repeated(layout, target.init.item, len(target.init.items))
        else:
            found = places(layout, target.type)
        if found:
            rows.append(f"ptr {module.global_name(target)}, i64 {found[-1] + WORD}")
    shape = ", ".join(["i64", *(["ptr, i64"] * len(rows))])
    kind = "constant" if module.variable == "global" else module.variable          # addresses differ by worker
    return f"@{ROOTS} = {module.shared} {kind} {{ {shape} }} {{ {', '.join([f'i64 {len(rows)}', *rows])} }}, align 8"


def reached(wanted: Iterable[ir.Global]) -> Iterator[ir.Global]:
    """`wanted`, and what their frozen values lead to."""
    todo, seen = list(wanted), set(wanted)
    while todo:
        target = todo.pop()
        yield target
        fresh = set(_addresses(target.init)) - seen
        seen |= fresh
        todo += fresh


def variables_of_workers(program: ir.Program) -> set[ir.Global]:
    """What differs from worker to worker: variables, and constants that hold addresses of such."""
    found = {g for g in program.globals if not g.constant and not g.external}
    holders = {g: list(_addresses(g.init)) for g in program.globals if g.constant}
    while more := {g for g, targets in holders.items() if g not in found and not found.isdisjoint(targets)}:
        found |= more
    return found


def _addresses(value: ir.Frozen | None) -> Iterator[ir.Global]:
    """The globals whose addresses a frozen constant holds."""
    match value:
        case ir.FAddr(target=ir.Global() as target):
            yield target
        case ir.FAggregate(items=items) | ir.FObject(fields=items) | ir.FBuffer(items=items):
            for item in items:
                yield from _addresses(item)
