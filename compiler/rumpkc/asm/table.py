"""The shape of a machine's instruction table, and the one routine that encodes from it.

A row is a mnemonic, the kinds of its operands, and the bits that are fixed. A kind turns the text of one operand into
bits, or into a `Fixup` where a symbol's address is needed. The rows and kinds are in `targets/<arch>/`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Protocol

from rumpkc.asm.expressions import Value
from rumpkc.source import Span


@dataclass(frozen=True, slots=True)
class Operand:
    """The text of one operand, and where it stands."""

    text: str
    span: Span


class Mismatch(Exception):
    """An operand is not what a row asks for; the text says what would be."""

    def __init__(self, message: str, operand: Operand | None = None) -> None:
        super().__init__(message)
        self.operand = operand


@dataclass(frozen=True, slots=True)
class Fixup:
    """A field that waits for a symbol: relocation number, what to put there, and bits known already."""

    relocation: int
    value: Value
    bits: int = 0


@dataclass(frozen=True, slots=True)
class Row:
    """One form of an instruction. A kind that ends in `?` may be left out, together with those after it."""

    kinds: tuple[str, ...]
    word: int


class Evaluator(Protocol):
    """What kinds need of the assembler: the values of expressions."""

    def constant(self, text: str, operand: Operand) -> int:
        """The value of an expression that must be a number now; Mismatch where it is not."""
        ...

    def value(self, text: str, operand: Operand) -> Value:
        """The value of an expression, which may name symbols; Mismatch where it is malformed."""
        ...


Kind = Callable[[Evaluator, Operand], int | Fixup]
Rows = Mapping[str, list[Row]]


def parse_table(text: str) -> dict[str, list[Row]]:
    """Rows from lines of `mnemonic  kind,kind,…  hexadecimal word`; `-` for no operands."""
    rows: dict[str, list[Row]] = {}
    for line in text.strip().splitlines():
        if line.strip():
            mnemonic, kinds, word = line.split()
            rows.setdefault(mnemonic, []).append(Row(() if kinds == "-" else tuple(kinds.split(",")), int(word, 16)))
    return rows


def encode_row(row: Row, kinds: Mapping[str, Kind], evaluator: Evaluator,
               operands: list[Operand]) -> tuple[int, Fixup | None]:
    """The word for `operands`, and the fixup that is still to be applied to it; Mismatch where they do not fit."""
    least = next((i for i, kind in enumerate(row.kinds) if kind.endswith("?")), len(row.kinds))
    if not least <= len(operands) <= len(row.kinds):
        many = f"{least}" if least == len(row.kinds) else f"{least} to {len(row.kinds)}"
        raise Mismatch(f"takes {many} operand{'' if many == '1' else 's'}, not {len(operands)}")
    word, fixup = row.word, None
    for name, operand in zip(row.kinds, operands, strict=False):
        found = kinds[name.removesuffix("?")](evaluator, operand)
        if isinstance(found, Fixup):
            fixup, found = found, found.bits
        word |= found
    for name in row.kinds[len(operands):]:
        word |= DEFAULTS.get(name, 0)
    return word, fixup


DEFAULTS = {"rm?": 7 << 12, "order?": 0xFF << 20, "ret?": 30 << 5, "sync?": 0xF00,
            "xextend?": 3 << 13, "wextend?": 2 << 13}


def encode_any(rows: list[Row], kinds: Mapping[str, Kind], evaluator: Evaluator,
               operands: list[Operand]) -> tuple[int, Fixup | None]:
    """The first row that takes `operands`. Of several misfits the one that got furthest is reported."""
    worst: Mismatch | None = None
    reached = -1
    for row in rows:
        try:
            return encode_row(row, kinds, evaluator, operands)
        except Mismatch as misfit:
            at = operands.index(misfit.operand) if misfit.operand in operands else -1
            if at > reached or worst is None:
                worst, reached = misfit, at
    assert worst is not None
    raise worst
