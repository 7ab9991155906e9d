"""`type(a) is type(b)` where one of both is an `object`: instances of a generic class are one class in CPython.

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other)    self: Pair[int]; other: a Pair[str] perhaps, with a record of its own

The records are compared; a program in which that would tell `Pair[int]` from `Pair[str]` is refused when all of its
instances are known.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeGuard

from rumpkc.diagnostics import Diagnostic
from rumpkc.source import Span
from rumpkc.types.signature import has_type_var
from rumpkc.types.types import ClassInst, Type, is_object

if TYPE_CHECKING:
    from rumpkc.types.world import World


def compared(world: World, a: Type, b: Type, span: Span) -> None:
    """The classes of values of both types are compared at `span`."""
    if is_object(a) or is_object(b):
        world.classes_compared[span, b if is_object(a) else a] = None


def check(world: World) -> None:
    """E0309 for each comparison that would tell instances of one generic class apart."""
    objects = [t for t in world.widened if _is_generic(t)]
    for span, known in world.classes_compared:
        others = objects if is_object(known) else [
            t for t in list(world.class_insts.values())
            if _is_generic(t) and isinstance(known, ClassInst) and t.is_subclass_of(known)]
        several = next(((a, b) for a in objects for b in others if a.info is b.info and a != b), None)
        if several is not None:
            world.diagnostics.add(Diagnostic(
                "E0309", f"classes of objects are compared, and CPython has one for {several[0]} and {several[1]}",
                span, help="test with `isinstance`, or take the class itself where `object` is written"))


def _is_generic(t: Type) -> TypeGuard[ClassInst]:
    """Whether `t` is an instance of a generic class of the program."""
    return isinstance(t, ClassInst) and bool(t.args) and not t.info.module.library and not any(
        map(has_type_var, t.args))
