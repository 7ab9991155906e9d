"""What the assembler asks of a machine; each `targets/<arch>/assembly.py` offers one `Isa`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Protocol

from rumpkc.asm.table import Evaluator, Kind, Operand, Row


class Sink(Evaluator, Protocol):
    """What a pseudo-instruction may do: emit rows, make labels, and ask for literals."""

    def emit(self, mnemonic: str, *operands: str) -> None:
        """Assemble one instruction of the table from operand texts."""
        ...

    def label_here(self) -> str:
        """A fresh local label at the next instruction."""
        ...

    def literal(self, operand: Operand, size: int) -> str:
        """The label of a literal-pool entry of `size` bytes that holds the value of `operand`."""
        ...


Pseudo = Callable[[Sink, list[Operand]], bool]


@dataclass(frozen=True, slots=True)
class Isa:
    """One machine. `pseudos` are tried before `rows`; a pseudo that returns False leaves the rest to the rows."""

    name: str
    rows: Mapping[str, list[Row]]
    kinds: Mapping[str, Kind]
    pseudos: Mapping[str, Pseudo]
    nop: bytes
    hash_comments: bool
    data_relocations: Mapping[int, int]        # bytes -> number of the absolute relocation
    relative_relocations: Mapping[int, int]    # bytes -> number of the place-relative one
    difference_relocations: Mapping[int, tuple[int, int]]  # bytes -> numbers that add and subtract a symbol
    normalise: Callable[[str], str]            # spelling of mnemonics: `beq` for `b.eq`, lower case
