"""`isinstance(x, P)` of a `@runtime_checkable` protocol: whether x has attributes of those names, whatever their types.

    isinstance(x, Drawable)     ->      isinstance(x, (Circle, Text))       the classes that have a `draw`

As in CPython the signatures do not count: what is called on x afterwards has to fit each of these classes.
"""

from __future__ import annotations

import builtins
import enum
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rumpkc.diagnostics import fail
from rumpkc.source import Span
from rumpkc.types import boxes, unset
from rumpkc.types.unions import make_union
from rumpkc.types.classes import assigns_field
from rumpkc.types.enums import is_flag, is_int_enum, is_str_enum
from rumpkc.types.globals import deleted_anywhere
from rumpkc.types.structural import protocol_members, twin
from rumpkc.types.symbols import ClassInfo, VarInfo
from rumpkc.types.types import NEVER, NONE, ClassInst, OptionalType, Type, UnionType, is_object

if TYPE_CHECKING:
    from rumpkc.types.fx import Fx
    from rumpkc.types.world import World

SYSTEM = ("kernel.", "hal.", "boot.")


@dataclass(frozen=True, slots=True)
class Test:
    """What `isinstance` asks that no class tells: whether all values of a type pass; E0400 where some may not."""

    what: str                           # as messages name it
    kind: object                        # what `boxes.found_in_objects` looks for
    passes: Callable[[Type], bool]
    at: Span
    never: Callable[[ClassInfo], bool] = lambda _cls: False     # whether no object of just a generic class passes


def types_having(fx: Fx, info: ClassInfo, subject: Type, at: Span) -> Type:
    """What a value of type `subject` is that passes the test for the protocol `info`. E0400 where names do not tell."""
    if not any(cls.options.get("runtime_checkable") for cls in info.ancestors()):
        raise fail("E0400", f"a test for the protocol `{info.shown_name}` is not compiled", at,
                   help="write `@runtime_checkable` before the protocol, without which CPython raises TypeError")
    test = Test(f"the protocol `{info.shown_name}`", info, lambda t: _has_all(fx.world, t, info, at), at)
    return types_passing(fx, test, subject)


def types_passing(fx: Fx, test: Test, subject: Type) -> Type:
    """What a value of type `subject` is that passes."""
    parts = (subject.item, NONE) if isinstance(subject, OptionalType) else (
        subject.members if isinstance(subject, UnionType) else (subject,))
    found: list[Type] = []
    for part in parts:
        found += _of_object(fx, test) if is_object(part) else _of_part(fx.world, part, test)
    return make_union(found) if found else NEVER


def _of_object(fx: Fx, test: Test) -> list[Type]:
    """The types of the objects that pass: the program's classes, and what else becomes an `object` anywhere."""
    found: list[Type] = [t for t in boxes.IN_BOXES if test.passes(t)]
    of_system = fx.module.name.startswith(SYSTEM)
    for module in [m for m in fx.world.modules.values() if not m.library]:
        if module.name.startswith(SYSTEM) and not of_system:
            continue                    # an image has them beside the program, which gets hold of none of their objects
        for symbol in list(module.names.values()):
            if isinstance(symbol, ClassInfo) and symbol.module is module and not symbol.type_params and (
                    symbol.kind != "protocol"):
                inst = fx.world.inst(symbol)
                if not inst.by_value and test.passes(inst):
                    found.append(inst)
    for t in boxes.found_in_objects(fx, test.kind):
        known = isinstance(t, ClassInst) and not t.args and not t.info.module.library
        if not known and t not in found and test.passes(t):
            found.append(t)
    return [t for t in found if not (isinstance(t, ClassInst) and t.base is not None and any(
        isinstance(f, ClassInst) and t.base.is_subclass_of(f) for f in found))]


def _of_part(world: World, part: Type, test: Test) -> list[Type]:
    """`part` if its values pass, else those classes below it whose objects do."""
    if test.passes(part):
        return [part]
    if not isinstance(part, ClassInst) or part.by_value:
        return []
    return _of_classes(world, part, part.info.subclasses, test)


def _of_classes(world: World, part: ClassInst, classes: list[ClassInfo], test: Test) -> list[Type]:
    """Those of `classes`, and below them, whose objects pass and can be a `part`."""
    from rumpkc.types.class_tests import only_below

    found: list[Type] = []
    for sub in classes:
        inst = only_below(world, sub, part) if sub.type_params else world.inst(sub)
        if inst is not None:
            found += _of_part(world, inst, test) if inst.is_subclass_of(part) else []
        elif not test.never(sub):
            raise fail("E0400", f"a test of {part} for {test.what} is not compiled", test.at,
                       help=f"the generic class `{sub.shown_name}` is below it: test for a class")
        else:
            found += _of_classes(world, part, sub.subclasses, test)
    return found


def _has_all(world: World, t: Type, info: ClassInfo, at: Span) -> bool:
    """Whether every value of `t` has an attribute of each name that `info` asks for. E0400 where some may lack one."""
    cpython = twin(t)
    if cpython is not None:
        return _twin_has(cpython, info)
    if not isinstance(t, ClassInst):
        raise fail("E0400", f"whether {t} has what the protocol `{info.shown_name}` asks for is not known", at,
                   help="test for a class")
    inherited = _cpython_bases(t)
    names = [n for n in protocol_members(info) if not any(hasattr(base, n) for base in inherited)]
    if not all(t.info.member(n) is not None or any(assigns_field(c, n) for c in t.info.ancestors()) for n in names):
        return False
    for name in names:
        found = t.info.member(name)
        if t.info.module.library and name.startswith("__"):
            raise fail("E0400", f"whether {t} has `{name}` is not known", at, help="test for a class")
        var = found[1] if found is not None else None
        of_class = isinstance(var, VarInfo) and var.value is not None and not deleted_anywhere(world, name)
        if (var is None or isinstance(var, VarInfo)) and not of_class and unset.may_lack(world, t.info, name):
            raise fail("E0400", f"an object of `{t}` may have no `{name}` when it is tested", at,
                       help="assign it in `__init__`, or test for a class")
    return True


def _cpython_bases(t: ClassInst) -> list[object]:
    """What has the attributes that objects of CPython's class inherit."""
    found: list[object] = [object]
    for cls in t.info.ancestors():
        builtin = getattr(builtins, cls.shown_name, None) if cls.module.library else None
        found += [builtin] if isinstance(builtin, type) else []
    if t.info.kind == "namedtuple":
        found.append(tuple)
    if t.info.kind == "enum":
        found.append(_Text.A if is_str_enum(t) else 1 if is_int_enum(t) else object)
        found.append(_Set.A if is_flag(t) else _Plain.A)
    return found


class _Plain(enum.Enum):
    A = 1


class _Set(enum.Flag):
    A = 1


class _Text(enum.StrEnum):
    A = "a"


def _twin_has(cpython: type | None, info: ClassInfo) -> bool:
    return cpython is not None and all(hasattr(cpython, name) for name in protocol_members(info))
