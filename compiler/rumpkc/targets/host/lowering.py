"""host: where a frame record lies; there are no system registers for a program to touch."""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn

from rumpkc.diagnostics import fail
from rumpkc.source import Span

if TYPE_CHECKING:
    from rumpkc.emit.body import Body
    from rumpkc.ir.nodes import Function

# x86-64 (psABI 3.2.2) and AArch64 (AAPCS64) agree: the saved frame pointer, and behind it the return address.
FRAME_PARENT, FRAME_RETURN = 0, 8
SIGN_EXTENDS_U32 = False
EXTENDS_NARROW = True


def function_words(function: Function) -> list[str]:
    """Attributes that this machine wants on a function."""
    return []


def system(body: Body, kind: str, name: str, args: list[str], span: Span) -> NoReturn:
    """Refused: an ordinary process has no such registers or instructions."""
    what = f"`{name}()`" if kind == "do" else f"the system register `{name}`"
    raise fail("E0480", f"{what} does not exist on the host: this code runs on a board only", span)
