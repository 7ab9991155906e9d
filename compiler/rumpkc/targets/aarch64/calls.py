"""Finds calls in A64 code: bl and blr."""

from __future__ import annotations

from collections.abc import Iterator


def return_offsets(text: bytes, start: int, end: int) -> Iterator[int]:
    """The offset behind each call between two offsets of `text`."""
    for at in range(start, end, 4):
        top = text[at + 3]
        if top & 0xFC == 0x94:  # bl
            if not (at > start and _begins_record(text, at - 4)):
                yield at + 4
        elif top == 0xD6 and text[at + 2] == 0x3F and text[at + 1] & 0xFC == 0 and text[at] & 0x1F == 0:  # blr
            yield at + 4


def _begins_record(text: bytes, at: int) -> bool:
    """Whether the instruction is `stp x29, x30, [sp, #-n]!`: a call right behind it is that of a prologue which
    functions share (`minsize`), and returns before there is a frame."""
    return int.from_bytes(text[at:at + 4], "little") & 0xFFE07FFF == 0xA9A07BFD
