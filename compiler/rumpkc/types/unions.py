"""Types of values that have one of several types: `make_union([INT, NONE, INT])` is `int | None`."""

from __future__ import annotations

from rumpkc.diagnostics import fail
from rumpkc.source import NOWHERE
from rumpkc.types.real import ints_first
from rumpkc.types.types import NEVER, NONE, ClassInst, OptionalType, RecursiveUnion, Type, UnionType, is_object


def make_union(members: list[Type]) -> Type:
    """The type of a value that has one of `members`' types."""
    flat: list[Type] = []
    for member in members:
        parts: tuple[Type, ...] = (member,)
        if isinstance(member, OptionalType):
            parts = (member.item, NONE)
        elif isinstance(member, UnionType):
            parts = member.members
            if not parts:
                raise fail("E0204", f"`{member}` is defined by itself", NOWHERE,
                           help="a type that contains itself does so inside a list, a dict or a class")
        flat += [p for p in parts if p not in flat and p is not NEVER]
    whole = next(filter(is_object, flat), None)
    if whole is not None:
        return whole                    # it holds all the others
    has_none = NONE in flat
    rest = [t for t in flat if t is not NONE]
    rest = ints_first([t for t in rest if not _covered(t, rest)])
    if not rest:
        return NONE if has_none else NEVER
    if len(rest) == 1:
        return OptionalType(rest[0]) if has_none else rest[0]
    out = UnionType((*rest, NONE) if has_none else tuple(rest))
    return next((m for m in members if isinstance(m, RecursiveUnion) and set(m.members) == set(out.members)), out)


def but_none(t: Type) -> Type:
    """`t` where it is known not to be None."""
    if isinstance(t, UnionType) and NONE in t.members:
        return make_union([m for m in t.members if m is not NONE])
    return t.item if isinstance(t, OptionalType) else t


def holds_none(t: Type) -> bool:
    """Whether None is among the values of `t`."""
    return isinstance(t, OptionalType) or is_object(t) or isinstance(t, UnionType) and NONE in t.members


def _covered(t: Type, others: list[Type]) -> bool:
    return isinstance(t, ClassInst) and any(
        isinstance(o, ClassInst) and o is not t and t.is_subclass_of(o) for o in others
    )
