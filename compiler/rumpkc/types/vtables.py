"""Virtual tables: which methods every instantiated class must have code for, and the number of each slot."""

from __future__ import annotations

from rumpkc.diagnostics import fail
from rumpkc.ir import nodes as ir
from rumpkc.syntax import tree
from rumpkc.types import adapters
from rumpkc.types.classes import class_env, fields_of, find_member, find_method
from rumpkc.types.param_specs import FORM
from rumpkc.types.signature import has_type_var, own_type_params, signature_of, type_var_env, unify
from rumpkc.types.symbols import FuncInfo, FuncInst, Param
from rumpkc.types.types import ClassInst, Type, is_object, is_reference
from rumpkc.types.wide import method
from rumpkc.types.world import World

LITERALS = ("str", "bytes")           # no code makes the objects of literals


def fill(world: World) -> bool:
    """Ask for the code behind every slot that is called; True while that brings new functions."""
    before = set(world.func_insts)
    for name in LITERALS:
        cls = world.class_insts.get((world.builtin(name), ()))
        if cls is not None:
            world.instantiated[cls] = None
    for cls in list(world.instantiated):
        for slot in list(world.slots.values()):
            if world.needs(cls, slot):
                _implementation(world, cls, slot)
    for key, inst in world.func_insts.items():
        inst.implied = inst.implied or key not in before
    return len(world.func_insts) > len(before) or bool(world.queue)


def _implementation(world: World, cls: ClassInst, slot: ir.Slot) -> FuncInst:
    wide = method(world, cls, slot.name) if is_object(slot.owner) else None
    if wide is not None:
        return wide
    found = find_method(cls, slot.name)
    assert found is not None
    home, info = found
    base_home, base_info = find_member(slot.owner, slot.name) or (home, info)
    assert isinstance(base_info, FuncInfo)
    inst = world.func(info, home, slot.targs if base_info is info else _type_arguments(world, home, info, slot))
    if base_info is not info and not _same_shape(world, inst, base_info, base_home, slot.targs):
        return adapters.adapted(world, inst, base_home, *_called_as(world, base_info, base_home, slot.targs))
    return inst


def _type_arguments(world: World, home: ClassInst, info: FuncInfo, slot: ir.Slot) -> tuple[Type, ...]:
    """What the type parameters of an override stand for when it is called as the method of `slot`."""
    names = own_type_params(world, info)
    if not names:
        return ()
    base_home, base = find_member(slot.owner, slot.name) or (home, info)
    assert isinstance(base, FuncInfo)
    theirs, result = _called_as(world, base, base_home, slot.targs)
    env = class_env(home, info.owner) if info.owner else {}
    mine, own_result = signature_of(world, info, home, env | type_var_env(info, world))
    found: dict[str, Type] = {}
    for pattern, actual in [*zip([p.type for p in mine[1:]], [p.type for p in theirs[1:]]), (own_result, result)]:
        unify(pattern, actual, found)
    if any(name not in found or has_type_var(found[name]) for name in names):
        raise fail("E0358", f"the type parameters of `{home}.{slot.name}` do not follow from the method that it "
                   "overrides", info.node.name_span, help=f"take what `{base_home}.{slot.name}` takes")
    return tuple(found[name] for name in names)


def _called_as(world: World, base: FuncInfo, home: ClassInst, targs: tuple[Type, ...]
               ) -> tuple[tuple[Param, ...], Type]:
    """The parameters and the result of the method that a slot is of."""
    env = class_env(home, base.owner) if base.owner else {}
    return signature_of(world, base, home, env | dict(zip(own_type_params(world, base), targs)))


def _same_shape(world: World, inst: FuncInst, base: FuncInfo, home: ClassInst, targs: tuple[Type, ...]) -> bool:
    """An override is called through its base's signature: whether both pass the same things the same way. E0317 where
    they do not, and what one passes cannot become what the other takes."""
    from rumpkc.types.decorated_forms import check_override

    params, result = _called_as(world, base, home, targs)
    pairs = list(zip(inst.params[1:], params[1:], strict=False))
    check_override(inst, base, params)
    _check_names(inst)
    _check_ways(inst, base, home, pairs)
    same = _passes_the_same(inst, base, params, result)
    if not same and not adapters.fits(inst, params, result):
        raise fail(
            "E0317",
            f"`{inst.info.name}` of `{inst.owner}` does not fit the method of `{home}` that it overrides",
            inst.info.node.name_span,
            help=f"take and return what `{home}.{base.name}` does",
        )
    for mine, theirs in pairs:
        if theirs.default is None or theirs.name == FORM:
            continue
        if _written(mine.default) != _written(theirs.default):
            raise fail(
                "E0317",
                f"the parameter `{mine.name}` has another default in `{home}.{base.name}`, which this overrides",
                inst.info.node.name_span,
                help="give both the same default",
            )
    return same


def _check_names(inst: FuncInst) -> None:
    """E0317 where a call gives an argument by a name that the override has for another parameter, or for none."""
    assert inst.owner is not None
    names = _names(inst.info)
    for cls in inst.owner.info.ancestors()[1:]:
        base = cls.members.get(inst.info.name)
        if not isinstance(base, FuncInfo):
            continue
        theirs = _names(base)
        keywords = () if base.module.library else base.node.args.kwonly         # datetime.replace passes more
        for name in (*base.named, *(arg.name for arg in keywords)):
            if name in theirs and name not in names[theirs.index(name):][:1]:
                words = f"`{cls.shown_name}.{base.name}` is called with `{name}=`, which is another parameter of"
                raise fail("E0317", f"{words} `{inst.owner}.{base.name}`, or none",
                           base.named.get(name, inst.info.node.name_span),
                           help="give both the same name, or pass it by position")


def _check_ways(inst: FuncInst, base: FuncInfo, home: ClassInst, pairs: list[tuple[Param, Param]]) -> None:
    """E0317 where calls of the base may pass by position what the override takes by its name, or the other way."""
    if base.module.library:
        return
    for mine, theirs in pairs:
        if (mine.how, theirs.how) in (("kw", "any"), ("kw", "pos"), ("pos", "kw")) or (
                (mine.how, theirs.how) == ("pos", "any") and theirs.name in base.named):
            taken = "by its name alone" if mine.how == "kw" else "by position alone"
            raise fail("E0317", f"`{inst.info.name}` of `{inst.owner}` takes `{mine.name}` {taken}, and "
                       f"`{home}.{base.name}`, which it overrides, does not", mine.span,
                       help="take it the same way in both")


def _names(info: FuncInfo) -> list[str]:
    """The names of the parameters, in the order in which they are passed."""
    args = info.node.args
    return [arg.name for arg in (*args.posonly, *args.args, *args.kwonly)]


def _passes_the_same(inst: FuncInst, base: FuncInfo, params: tuple[Param, ...], result: Type) -> bool:
    special = base.name.startswith("__")  # `__eq__(self, other: Point)` under `object`'s
    return (
        len(inst.params) == len(params)
        and all(_passes(b.type, a.type) or (special and _passes(a.type, b.type))
                for a, b in zip(inst.params[1:], params[1:], strict=False))
        and _passes(inst.result, result)
    )


def slot_owner(world: World, inst: FuncInst, targs: tuple[Type, ...]) -> ClassInst:
    """The farthest base whose method of this name is called as `inst` is: the class that has its virtual slot."""
    assert inst.owner is not None
    if inst not in world.slot_owners:
        best = cls = inst.owner
        while cls is not None:
            member = cls.info.members.get(inst.info.name)
            if isinstance(member, FuncInfo) and member is not inst.info and not is_object(cls) and not (
                    own_type_params(world, member) or own_type_params(world, inst.info)):
                if not _passes_the_same(inst, member, *_called_as(world, member, cls, targs)):
                    break
            best = cls if member is not None else best
            cls = cls.base
        world.slot_owners[inst] = best
    return world.slot_owners[inst]


def _written(node: object) -> object:
    """An expression without its places, to compare."""
    if isinstance(node, tuple):
        return tuple(map(_written, node))
    if not isinstance(node, tree.Node):
        return type(node), node
    names = (n for n in type(node).__dataclass_fields__ if not n.endswith("span"))
    return type(node), tuple(_written(getattr(node, n)) for n in names)


def _passes(source: Type, target: Type) -> bool:
    """Whether a value of type `source` can be taken for a `target` as it is."""
    return source == target or (
        is_reference(source)
        and is_reference(target)
        and isinstance(source, ClassInst)
        and isinstance(target, ClassInst)
        and source.is_subclass_of(target)
    )


def number(world: World) -> None:
    """Give every slot its index and every instantiated class its table; bases come before subclasses."""
    order: list[ClassInst] = []
    called = [slot.owner for slot in world.slots.values()]  # perhaps of a class that no object is made of
    wanted = dict.fromkeys((*world.instantiated, *world.type_infos, *called))
    for cls in sorted(wanted, key=lambda cls: cls.symbol):
        _with_bases(cls, order)                             # by name: what asked first does not matter
    for cls in order:
        fields_of(world, cls)
    count: dict[ClassInst, int] = {}
    for cls in order:
        start = count.get(cls.base, 0) if cls.base is not None else 0
        own = sorted((s for s in world.slots.values() if s.owner is cls), key=lambda s: (s.name, str(s.targs)))
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
