"""host: where a frame record lies; there are no system registers for a program to touch."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rumpkc.ir.nodes import Function

# x86-64 (psABI 3.2.2) and AArch64 (AAPCS64) agree: the saved frame pointer, and behind it the return address.
FRAME_PARENT, FRAME_RETURN = 0, 8
SIGN_EXTENDS_U32 = False
EXTENDS_NARROW = True
LEAST_WORDS: list[str] = []


def function_words(function: Function) -> list[str]:
    """Attributes that this machine wants on a function."""
    return []
