"""The host: an ordinary process has no system registers or instructions."""

from __future__ import annotations

from rumpkc.diagnostics import fail
from rumpkc.source import Span


def check_system(kind: str, name: str, constant: int | None, span: Span) -> None:
    """E0480, whatever is asked for."""
    what = f"`{name}()`" if kind == "do" else f"the system register `{name}`"
    raise fail("E0480", f"{what} does not exist on the host: this code runs on a board only", span)
