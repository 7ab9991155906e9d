"""Finds calls in A64 code: bl and blr."""

from __future__ import annotations

from collections.abc import Iterator


def return_offsets(text: bytes, start: int, end: int) -> Iterator[int]:
    """The offset behind each call between two offsets of `text`."""
    for at in range(start, end, 4):
        top = text[at + 3]
        if top & 0xFC == 0x94:  # bl
            yield at + 4
        elif top == 0xD6 and text[at + 2] == 0x3F and text[at + 1] & 0xFC == 0 and text[at] & 0x1F == 0:  # blr
            yield at + 4
