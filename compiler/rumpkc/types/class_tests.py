"""Tests of classes, for `isinstance`, `match` and overloads: which classes a test names, the test, and what it tells.

before: isinstance(x, list)     x: list[int] | str        after: IsInstance(x, list[int]); yes: list[int], no: str
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rumpkc.diagnostics import fail
from rumpkc.ir import nodes as ir
from rumpkc.ir.logic import negate
from rumpkc.syntax import tree
from rumpkc.types import abstract_tests, callable_tests, kept_members, protocol_tests, wider_items
from rumpkc.types.unions import make_union
from rumpkc.types.boxes import found_in_objects, is_of, seen_as
from rumpkc.types.enums import is_int_enum, is_str_enum
from rumpkc.types.fx import Fx
from rumpkc.types.symbols import ClassInfo, Special
from rumpkc.types.types import (
    BOOL,
    NEVER,
    NONE,
    ClassInst,
    OptionalType,
    TupleType,
    Type,
    UnionType,
    is_object,
)

if TYPE_CHECKING:
    from rumpkc.types.world import World


def below(a: Type, b: Type) -> bool:
    """Whether every object of class `a` is one of class `b`."""
    return isinstance(a, ClassInst) and isinstance(b, ClassInst) and a.is_subclass_of(b)


def class_for_test(fx: Fx, notes: object, item: tree.Expr, subject: Type) -> Type:
    """A class named in `isinstance`; a generic one without arguments means the subject's own instances of it, a union
    where there are several."""
    from rumpkc.types.annotations import CONTAINERS, Annotations
    from rumpkc.types.builtins import VAR_TUPLE

    assert isinstance(notes, Annotations)
    wider_items.tell(fx.world, subject, item.span)
    symbol = notes.symbol(item)
    if callable_tests.is_callable_name(symbol):
        return make_union(callable_tests.types_called(fx, subject, item.span))
    if abstract_tests.is_name(symbol):
        return abstract_tests.types_of(fx, symbol, subject, item.span)
    info = symbol if isinstance(symbol, ClassInfo) else None
    if isinstance(symbol, Special) and symbol.name in CONTAINERS:
        info = fx.world.builtin(CONTAINERS[symbol.name])
    if info is not None and info.kind == "protocol":
        return protocol_tests.types_having(fx, info, subject, item.span)
    parts = (
        subject.members
        if isinstance(subject, UnionType)
        else (subject.item,)
        if isinstance(subject, OptionalType)
        else (subject,)
    )
    if any(map(is_object, parts)):
        return _test_of_object(fx, notes, info, symbol, item)
    any_tuple = isinstance(symbol, Special) and symbol.name == "builtins.tuple"
    if any_tuple:
        info = fx.world.builtin(VAR_TUPLE)
    if info is not None and info.type_params:
        found = [m for m in (_seen_as(p, info, any_tuple) for p in parts) if m is not None]
        above = [p for p in parts if isinstance(p, ClassInst) and p.info in info.ancestors()]
        if not found and above:
            return _instance_below(fx, info, above[0], item)
        return make_union(found)
    return notes.type_of(item)


def _test_of_object(fx: Fx, notes: object, info: ClassInfo | None, symbol: object, item: tree.Expr) -> Type:
    """A class named in `isinstance` of an `object`."""
    from rumpkc.types.annotations import SHAPES, Annotations
    from rumpkc.types.builtins import VAR_TUPLE

    assert isinstance(notes, Annotations)
    if isinstance(symbol, Special) and symbol.name == "builtins.tuple":
        info = fx.world.builtin(VAR_TUPLE)
    if isinstance(symbol, Special) and symbol.name in SHAPES or (
        info is not None and info.module.name == "lib.core.iterator"
    ):
        raise fail("E0400", "this test of an `object` is not compiled", item.span,
                   help="test for the classes: `isinstance(x, (list, tuple))`")
    if info is not None and info.type_params:
        found = found_in_objects(fx, info)
        # None is an object anywhere: what stands behind the test is for one of objects then, and never runs.
        return make_union(found) if found else fx.world.inst(info, (fx.world.cls("object"),) * len(info.type_params))
    return seen_as(fx, notes.type_of(item))


def _instance_below(fx: Fx, info: ClassInfo, base: ClassInst, item: tree.Expr) -> Type:
    """The instance of the generic class `info` whose objects a `base` can hold: `list[int]` of an `Iterable[int]`."""
    found = only_below(fx.world, info, base)
    if found is None:
        raise fail("E0400", f"whether a {base} is a `{info.shown_name}` of any kind cannot be tested", item.span,
                   help="take a union of the possible types: `A | B`")
    return found


def only_below(world: World, info: ClassInfo, base: ClassInst) -> ClassInst | None:
    """The one instance of the generic class `info` that can be below `base`; None where `base` does not tell it."""
    from rumpkc.types.classes import base_inst
    from rumpkc.types.signature import open_arguments, unify

    found: dict[str, Type] = {}
    pattern = world.inst(info, open_arguments(world, info))
    for argument, actual in zip(base_inst(pattern, base.info).args, base.args, strict=True):
        unify(argument, actual, found)
    if any(n not in found for n in info.type_params):
        return None
    return world.inst(info, tuple(found[n] for n in info.type_params))


def _seen_as(part: Type, info: ClassInfo, any_tuple: bool) -> Type | None:
    """The instance of generic class `info` that a value of type `part` is; a tuple of known length for `tuple`."""
    if any_tuple and (isinstance(part, TupleType) or (isinstance(part, ClassInst) and part.info.kind == "namedtuple")):
        return part
    cls = part if isinstance(part, ClassInst) else None
    while cls is not None and cls.info is not info:
        cls = cls.base
    return cls


def instance_test(fx: Fx, value: ir.Expr, wanted: list[Type], node: tree.Node) -> ir.Expr:
    """BOOL: whether `value` (read more than once) is an instance of one of `wanted`."""
    t, span = value.type, node.span
    none = OptionalType if isinstance(t, OptionalType) else None
    item = t.item if isinstance(t, OptionalType) else t
    tests: list[ir.Expr] = []
    for cls in wanted:
        if cls is NEVER:
            continue
        if is_int_enum(cls) or is_str_enum(cls):
            kept_members.asked(fx.world, t, span)
        if is_object(t):
            tests.append(is_of(fx, value, cls, span))
            continue
        if cls is NONE and (none or (isinstance(t, UnionType) and NONE in t.members)):
            tests.append(ir.IsNone(span, BOOL, value))
        elif _certain(item, cls):
            tests.append(negate(ir.IsNone(span, BOOL, value)) if none else ir.Const(span, BOOL, True))
        elif isinstance(item, UnionType):
            tests += [ir.IsInstance(span, BOOL, value, m) for m in item.members if _certain(m, cls)]
            if isinstance(cls, ClassInst):
                bases = [m for m in item.members if below(cls, m) and not _certain(m, cls)]
                tests += [ir.IsInstance(span, BOOL, value, cls) for _ in bases]
        elif below(cls, item):
            plain = ir.Convert(span, item, value) if none else value
            test: ir.Expr = ir.IsInstance(span, BOOL, plain, cls)
            tests.append(ir.And(span, BOOL, negate(ir.IsNone(span, BOOL, value)), test) if none else test)
    out: ir.Expr = ir.Const(span, BOOL, False)
    for test in reversed(tests):
        out = test if isinstance(out, ir.Const) and not out.value else ir.Or(span, BOOL, test, out)
    return out


def _certain(item: Type, cls: Type) -> bool:
    """Whether every (present) value of `item` is an instance of `cls`."""
    from rumpkc.types.enums import is_str_enum
    from rumpkc.types.types import F32, FLOAT, INT, IntType

    return item == cls or below(item, cls) or (item is F32 and cls is FLOAT) or (
        item is BOOL or isinstance(item, IntType) or is_int_enum(item)
        if cls is INT else is_str_enum(item) and str(cls) == "str"
    )


def split_type(t: Type, wanted: list[Type]) -> tuple[Type, Type]:
    """The type of a value of `t` that is (not) an instance of one of `wanted`."""
    parts: tuple[Type, ...] = (t,)
    if isinstance(t, OptionalType):
        parts = (t.item, NONE)
    elif isinstance(t, UnionType):
        parts = t.members
    yes: list[Type] = []
    no: list[Type] = []
    for part in parts:
        if is_object(part) and not any(map(is_object, wanted)):
            yes += wanted
            no.append(part)
            continue
        hits = [w for w in wanted if w == part or _certain(part, w)]
        if hits:
            yes.append(part)
            continue
        narrower = [w for w in wanted if below(w, part)]
        yes += narrower
        no.append(part)
    return make_union(yes) if yes else NEVER, make_union(no) if no else NEVER
