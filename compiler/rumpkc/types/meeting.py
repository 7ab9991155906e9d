"""Which types have values that `==` can find equal, where a side is one of several types.

    a: list[int] | list[str]; b: list[str]      a == b      [] == [], so the lists of numbers are asked, too
    a: int | str; b: Level | None               a == b      a member of an IntEnum equals its number
"""

from __future__ import annotations

from rumpkc.types import enums, operators, records, views
from rumpkc.types.calls import has_method
from rumpkc.types.classes import dict_base, fields_of
from rumpkc.types.convert import assignable, is_var_tuple
from rumpkc.types.fx import Fx
from rumpkc.types.identity import comparable
from rumpkc.types.types import INT, NONE, ClassInst, OptionalType, TupleType, Type, UnionType, is_object, is_reference

SETS = ("set", "frozenset")
BYTES = ("bytes", "bytearray")
SEQUENCES = ("list", "tuple", "deque")


def meet(fx: Fx, a: Type, b: Type) -> bool:
    """Whether a value of `a` can equal one of `b`."""
    if views.compares(a, b):
        return True
    if comparable(a, b) or is_object(a) or is_object(b):
        return True
    for one, other in ((a, b), (b, a)):
        if isinstance(one, OptionalType):
            return _meets_none(other) or meet(fx, one.item, other)
        if isinstance(one, UnionType):
            return any(meet(fx, member, other) for member in one.members)
        if enums.is_int_enum(one) and not enums.is_int_enum(other) and meet(fx, INT, other):
            return True
        if enums.is_str_enum(one) and not enums.is_str_enum(other) and meet(fx, fx.world.cls("str"), other):
            return True
    if _is_row(a) or _is_row(b):
        return _is_row(a) and _is_row(b) and _rows_meet(fx, a, b)
    if not isinstance(a, ClassInst) or not isinstance(b, ClassInst):
        return _accepts(fx, a, b)
    return kind_of(a, b) != "" or _related(a, b) or _accepts(fx, a, b)


def kind_of(a: Type, b: Type) -> str:
    """As what containers of the library compare with each other by what they hold; "" for other types."""
    if not isinstance(a, ClassInst) or not isinstance(b, ClassInst):
        return ""
    if dict_base(a) is not None and dict_base(b) is not None:
        return "dict"
    if not (a.info.module.library and b.info.module.library):
        return ""
    if a.name in SETS and b.name in SETS:
        return "set"
    if a.name in BYTES and b.name in BYTES:
        return "bytes"
    return a.name if a.info is b.info and a.name in SEQUENCES else ""


def _meets_none(t: Type) -> bool:
    return t is NONE or isinstance(t, OptionalType) or isinstance(t, UnionType) and NONE in t.members


def _is_row(t: Type) -> bool:
    return isinstance(t, TupleType) or is_var_tuple(t) or records.is_named_tuple(t)


def _rows_meet(fx: Fx, a: Type, b: Type) -> bool:
    """Whether a tuple of each type could be equal."""
    if is_var_tuple(a) and is_var_tuple(b):
        return True
    if is_var_tuple(a) or is_var_tuple(b):
        whole, known = (a, b) if is_var_tuple(a) else (b, a)
        assert isinstance(whole, ClassInst)
        return all(meet(fx, item, whole.args[0]) for item in items_of(fx, known))
    mine, theirs = items_of(fx, a), items_of(fx, b)
    return len(mine) == len(theirs) and all(meet(fx, x, y) for x, y in zip(mine, theirs, strict=True))


def items_of(fx: Fx, t: Type) -> tuple[Type, ...]:
    """The items of a tuple whose length its type tells."""
    return tuple(fields_of(fx.world, t).values()) if isinstance(t, ClassInst) else t.items if isinstance(
        t, TupleType) else ()


def _related(a: Type, b: Type) -> bool:
    """Whether one object can be of both types."""
    return is_reference(a) and is_reference(b) and (assignable(a, b) or assignable(b, a))


def _accepts(fx: Fx, a: Type, b: Type) -> bool:
    """Whether the `__eq__` of a class of the program takes the other side."""
    return any(isinstance(one, ClassInst) and not one.info.module.library and has_method(one, "__eq__")
               and (one.info.kind != "enum" or operators.has_own_method(one, "__eq__"))
               and operators.accepts(fx, one, "__eq__", other)
               for one, other in ((a, b), (b, a)))
