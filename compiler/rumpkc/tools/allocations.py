"""`rumpkc build --explain-alloc`: every place that still allocates in the arena, with the reason.

    apps/life.py:31:12: Board: `step` returns it
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rumpkc.ir.passes.escape import Remaining

LIBRARY = "lib/core/"


def show_allocations(remaining: list[Remaining], opt_level: int) -> str:
    """One line for each place and class, the program's own files first."""
    if opt_level < 2:
        return "below -O2 every object lies in the arena\n"
    rows: dict[tuple[bool, str, int, int, str, str], None] = {}
    for found in remaining:
        span = found.span
        rows[span.file.startswith(LIBRARY), span.file, span.line, span.col + 1, found.what, found.reason] = None
    return "".join(f"{file}:{line}:{col}: {what}: {reason}\n" for _, file, line, col, what, reason in sorted(rows))
