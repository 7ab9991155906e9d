"""`float` where ints come too: the second reading of a program.

    total: float = 0                    REAL, which is `int | float`: CPython keeps the int, and prints `0`
    xs = [1.5]; xs.append(2)            list[REAL]

A type checker takes an int wherever `float` is written (PEP 484, "The numeric tower"), and CPython keeps it as the int
that it is. Where a program gives no int to such a place, `float` is FLOAT, a double in a register. Where the checker
finds that one does, it reads the program again, and every `float` in the annotations of the program, and every item of
a container of floats, is REAL. So a program pays for the difference only if it makes one.

What has a layout stays FLOAT: `Span[float]`, `Array[float, n]`, records, what C calls; and so do the library's own
parameters, which convert an int as CPython's do.
"""

from __future__ import annotations

from rumpkc.types.types import (
    FLOAT,
    INT,
    NONE,
    FormsType,
    FuncType,
    OptionalType,
    Pack,
    RecursiveUnion,
    TupleType,
    Type,
    UnionType,
)

REAL = UnionType((INT, FLOAT))
MIXED = ({INT, FLOAT}, {INT, REAL}, {FLOAT, REAL})         # two answers to what a type variable is that REAL holds
EXACT_HOLDERS = frozenset({"lib.core.span", "lib.core.atomic", "lib.core.types", "lib.core.box", "lib.core.cell"})


def with_ints(t: Type) -> Type:
    """`t` with REAL in place of each FLOAT; the arguments of classes have it already (`World.inst`)."""
    from rumpkc.types.unions import make_union

    match t:
        case OptionalType(item):
            return make_union([with_ints(item), NONE])
        case RecursiveUnion():
            return t
        case UnionType(members):
            return make_union(list(map(with_ints, members)))
        case FormsType(items, heads):
            return FormsType(tuple(map(with_ints, items)), heads)
        case TupleType(items):
            return TupleType(tuple(map(with_ints, items)))
        case FuncType(params, result, named):
            return FuncType(tuple(map(with_ints, params)), with_ints(result), named)
        case Pack(items, named, heads):
            return Pack(tuple(map(with_ints, items)), named, heads)
    return REAL if t is FLOAT else t


def ints_first(members: list[Type]) -> list[Type]:
    """A union's members, in one order where both int and float are among them."""
    if FLOAT not in members or INT not in members or members.index(INT) + 1 == members.index(FLOAT):
        return members
    at = min(members.index(INT), members.index(FLOAT))
    rest = [m for m in members if m not in (INT, FLOAT)]
    return [*members[:at], INT, FLOAT, *rest[at:]]
