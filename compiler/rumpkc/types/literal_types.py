"""The type that a `Literal[…]` is: the plain types of its values. Which values those are, `value_facts.py` asks.

    Literal["r", "w"]                       str
    Literal[Color.RED, Color.BLUE]          Color
    Literal["auto", 0, None]                str | int | None
    Literal[Mode, "a"]                      whatever the alias `Mode` is, besides
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rumpkc.diagnostics import fail
from rumpkc.syntax import tree
from rumpkc.types.symbols import AliasInfo, ClassInfo, VarInfo
from rumpkc.types.types import BOOL, INT, NONE, Type
from rumpkc.types.unions import make_union

if TYPE_CHECKING:
    from rumpkc.types.annotations import Annotations

SIMPLE = {"int": INT, "bool": BOOL, "none": NONE}
CLASSES = ("str", "bytes")


def literal_type(notes: Annotations, values: tuple[tree.Expr, ...]) -> Type:
    """The type of `Literal[values]`."""
    return make_union([_type_of(notes, value) for value in values])


def _type_of(notes: Annotations, value: tree.Expr) -> Type:
    match value:
        case tree.Constant(kind=kind) if kind in SIMPLE:
            return SIMPLE[kind]
        case tree.Constant(kind=kind) if kind in CLASSES:
            return notes.world.cls(kind)
        case tree.UnaryOp(op="-" | "+", operand=tree.Constant(kind="int")):
            return INT
        case tree.Subscript():
            return notes.type_of(value)
        case tree.Name() | tree.Attribute():
            symbol = notes.symbol(value)
            owner = symbol.owner if isinstance(symbol, VarInfo) else None
            if isinstance(owner, ClassInfo) and owner.kind == "enum":
                return notes.world.inst(owner)
            if isinstance(symbol, (AliasInfo, VarInfo)) and owner is None and isinstance(symbol.value, tree.Subscript):
                return notes.type_of(value)
    raise fail("E0301", "this is no value of a `Literal`", value.span,
               help="write literals of int, bool, str and bytes, None, or members of enumerations")
