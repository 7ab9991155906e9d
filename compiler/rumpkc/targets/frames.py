"""What a function's instructions say of its stack: how far it moves the stack pointer down, and where it goes.

`targets/<target>/frames.py` reads the instructions; `tools/stack.py` adds up.
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class CodeFacts:
    """The facts of one function. `frame` is the sum of all moves down (bytes), so never less than what it takes."""

    frame: int = 0
    calls: list[tuple[int, int]] = field(default_factory=list)      # where to, and the address of the call
    jumps: list[tuple[int, int]] = field(default_factory=list)      # the same, of jumps that may leave the function
    indirect: list[int] = field(default_factory=list)               # addresses of calls through a register
    prologues: list[int] = field(default_factory=list)              # what makes a part of the frame and returns into it
    unknown: bool = False                                           # moves by what is not a constant

    def move(self, by: int | None) -> None:
        """The stack pointer is moved by so many bytes; None: by a number that is not known here."""
        if by is None:
            self.unknown = True
        elif by < 0:
            self.frame -= by

    def go(self, target: int, call: bool, place: int) -> None:
        """A direct call or jump at `place`."""
        (self.calls if call else self.jumps).append((target, place))


def signed(value: int, bits: int) -> int:
    """The low `bits` of `value` as two's complement."""
    value &= (1 << bits) - 1
    return value - (1 << bits) if value >> (bits - 1) else value
