"""Virtual tables: which methods every instantiated class must have code for, and the number of each slot."""

from __future__ import annotations

from rumpkc.diagnostics import fail
from rumpkc.ir import nodes as ir
from rumpkc.types.classes import class_env, fields_of, find_member, find_method
from rumpkc.types.signature import own_type_params, signature_of
from rumpkc.types.symbols import FuncInfo, FuncInst
from rumpkc.types.types import ClassInst, Type, is_reference
from rumpkc.types.world import World


def fill(world: World) -> bool:
    """Ask for the code behind every slot that is called; True while that brings new functions."""
    before = set(world.func_insts)
    for cls in list(world.instantiated):
        for slot in list(world.slots.values()):
            if world.needs(cls, slot):
                _implementation(world, cls, slot)
    for key, inst in world.func_insts.items():
        inst.implied = inst.implied or key not in before
    return len(world.func_insts) > len(before) or bool(world.queue)


def _implementation(world: World, cls: ClassInst, slot: ir.Slot) -> FuncInst:
    found = find_method(cls, slot.name)
    assert found is not None
    home, info = found
    if own_type_params(world, info):
        raise fail("E0358", f"the generic method `{home}.{slot.name}` cannot override another", info.node.name_span)
    inst = world.func(info, home)
    base_home, base_info = find_member(slot.owner, slot.name) or (home, info)
    assert isinstance(base_info, FuncInfo)
    if base_info is not info:
        _same_shape(world, inst, base_info, base_home)
    return inst


def _same_shape(world: World, inst: FuncInst, base: FuncInfo, home: ClassInst) -> None:
    """An override is called through its base's signature, so both must pass the same things the same way."""
    env = class_env(home, base.owner) if base.owner else {}
    params, result = signature_of(world, base, home, env)
    pairs = list(zip(inst.params[1:], params[1:], strict=False))
    if (
        len(inst.params) != len(params)
        or not all(_same(a.type, b.type) for a, b in pairs)
        or not _same(inst.result, result)
    ):
        raise fail(
            "E0317",
            f"`{inst.info.name}` of `{inst.owner}` does not fit the method of `{home}` that it overrides",
            inst.info.node.name_span,
            help=f"take and return what `{home}.{base.name}` does",
        )


def _same(a: Type, b: Type) -> bool:
    return a == b or (
        is_reference(a)
        and is_reference(b)
        and isinstance(a, ClassInst)
        and isinstance(b, ClassInst)
        and (a.is_subclass_of(b) or b.is_subclass_of(a))
    )


def number(world: World) -> None:
    """Give every slot its index and every instantiated class its table; bases come before subclasses."""
    order: list[ClassInst] = []
    for cls in [*world.instantiated, *world.type_infos]:
        _with_bases(cls, order)
    for cls in order:
        fields_of(world, cls)
    count: dict[ClassInst, int] = {}
    for cls in order:
        start = count.get(cls.base, 0) if cls.base is not None else 0
        own = [s for s in world.slots.values() if s.owner is cls]
        for offset, slot in enumerate(own):
            slot.index = start + offset
        count[cls] = start + len(own)
    for cls in order:
        table: list[ir.Function | None] = [None] * count[cls]
        for slot in world.slots.values():
            if cls in world.instantiated and world.needs(cls, slot):
                table[slot.index] = _implementation(world, cls, slot).ir
        world.program.vtables[cls] = table
    world.program.classes = order


def _with_bases(cls: ClassInst, order: list[ClassInst]) -> None:
    if cls.base is not None:
        _with_bases(cls.base, order)
    if cls not in order:
        order.append(cls)
