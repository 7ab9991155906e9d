"""What a KDL document is made of: nodes with arguments, properties and children.

    size "big" unit=KiB { part 1 }      Node("size", args=[Value.of_text("big")], props={"unit": …}, children=[…])
"""

from dataclasses import dataclass, field
from enum import IntEnum
from typing import Self


class Kind(IntEnum):
    """What a value is."""

    NULL = 0
    BOOL = 1
    INT = 2
    NUMBER = 3                          # one that is no int of 64 bits: fractions, exponents, #inf, #nan, long ones
    TEXT = 4


@dataclass(slots=True)
class Value:
    """One value. `number` is that of BOOL and INT, `text` that of TEXT and NUMBER (as printed); `note` is its type."""

    kind: Kind
    text: str = ""
    number: int = 0
    note: str | None = None

    @classmethod
    def null(cls) -> Self:
        return cls(Kind.NULL)

    @classmethod
    def of_bool(cls, value: bool) -> Self:
        return cls(Kind.BOOL, "", 1 if value else 0)

    @classmethod
    def of_int(cls, value: int) -> Self:
        return cls(Kind.INT, "", value)

    @classmethod
    def of_float(cls, value: float) -> Self:
        return cls(Kind.NUMBER, _float_text(value))

    @classmethod
    def of_text(cls, value: str) -> Self:
        return cls(Kind.TEXT, value)

    def is_number(self) -> bool:
        return self.kind == Kind.INT or self.kind == Kind.NUMBER

    def real(self) -> float:
        """A number as a float; beyond its range an infinity."""
        if self.kind == Kind.INT:
            return float(self.number)
        return float(self.text.lstrip("#"))


def _float_text(value: float) -> str:
    """A float as KDL writes it: `1.5`, `1.0E+22`, `#inf`, `#-inf`, `#nan`."""
    text = repr(value)
    if not text[-1].isdigit():
        return "#" + text
    mantissa, mark, exponent = text.partition("e")
    return f"{mantissa}E{exponent}" if mark != "" else text


@dataclass(slots=True)
class Node:
    """One node. Properties keep the order in which they were first written; the last value of a name counts."""

    name: str
    args: list[Value] = field(default_factory=list)
    props: dict[str, Value] = field(default_factory=dict)
    children: list["Node"] = field(default_factory=list)
    note: str | None = None
