"""For editors the machine words are `int`; `rumpkc check` knows the real rules."""

from typing import TypeAlias

class Word(int):
    BITS: int
    MASK: int

w8: TypeAlias = int
w16: TypeAlias = int
w32: TypeAlias = int
w64: TypeAlias = int
