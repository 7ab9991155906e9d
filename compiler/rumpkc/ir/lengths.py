"""What is known of the lengths that the library's containers keep."""

from __future__ import annotations

from rumpkc.types.types import USIZE, ClassInst

MEMORY_LIMIT = 1 << 47                   # bytes; more than any address space of our targets
LENGTH_FIELDS = {"_len", "_cap", "_nbytes", "_nchars"}
LIBRARY = "lib.core."


def is_length(cls: ClassInst, name: str) -> bool:
    """Whether a field counts what lies in memory. A range's length does not: it is an int, and as large as one."""
    return name in LENGTH_FIELDS and cls.symbol.startswith(LIBRARY) and cls.fields[name] == USIZE
