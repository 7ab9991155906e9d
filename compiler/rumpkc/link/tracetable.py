"""The table that lets code on the board turn return addresses into a traceback: `__traceback_table`.

Return addresses of calls, sorted, each with its chain of frames (function, file, line; inlined calls expanded).
Little-endian; offsets count from the start of the table; an address is `(return address - __text_start) / 2`.

    0   u32  blocks: the code in pieces of 65536 half-words (128 KiB), so that keys fit 16 bits
    4   u32  offset of keys       u16 each: low half of the address, ascending within a block
    8   u32  offset of values     u16 each: the innermost frame, as an index of half-words into the block's frames
    12  u32  offset of frames     u16 function | 0x8000 if there is a caller frame, u16 line, [half-words back to it]
    16  u32  offset of functions  u32 each: name | file << 20
    20  u32  offset of files      u32 each: name
    24  u32  offset of strings    names are offsets into it: UTF-8, then a NUL
    28  (blocks + 1) × { u32 first key of the block, u32 first half-word of its frames }

To look up: address >> 16 is the block; search its keys for address & 0xffff; an address that is not there belongs to
code without a traceback frame (assembly, or a file that is hidden). `find` below is the reference.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence
from dataclasses import dataclass, field
from importlib import import_module

from rumpkc.diagnostics import fail
from rumpkc.link.dwarf import LineTable, Sections
from rumpkc.link.inlines import Functions, frames_at
from rumpkc.targets.target import Target

HEADER_WORDS = 7
HAS_CALLER = 0x8000
Frame = tuple[str, str, int]


@dataclass(slots=True)
class _Pool:
    """Numbers for distinct things, in order of first use."""

    numbers: dict = field(default_factory=dict)

    def add(self, item: object) -> int:
        """The number of `item`."""
        return self.numbers.setdefault(item, len(self.numbers))


def build_trace_table(sections: Sections, text: bytes, text_start: int, target: Target, hidden: Sequence[str]) -> bytes:
    """The table for a laid-out image: `sections` are its relocated debug sections, `text` its code.

    Frames in files whose name starts with one of `hidden` are left out, and with them calls that have no other frame.
    """
    functions, lines = Functions(sections), LineTable.of_sections(sections)
    sites: dict[int, tuple[Frame, ...]] = {}
    find_returns = import_module(f"rumpkc.targets.{target.name}.calls").return_offsets
    for scope in functions.scopes:
        for low, high in scope.ranges:
            if not text_start <= low < text_start + len(text):
                continue                # code of the other domain
            for end in find_returns(text, low - text_start, high - text_start):
                frames = frames_at(text_start + end - 1, functions, lines)
                shown = tuple(f for f in frames if not f[1].startswith(tuple(hidden)))
                if shown:
                    sites[end >> 1] = shown
    return pack_table(sites)


def pack_table(sites: dict[int, tuple[Frame, ...]]) -> bytes:
    """The bytes of the table for call sites (half-word address -> frames, innermost first)."""
    functions, files, strings = _Pool(), _Pool(), _Strings()
    keys, values, frames = [], [], []
    blocks = max(sites, default=-1) // 65536 + 1
    starts = []
    for block in range(blocks):
        starts.append((len(keys), len(frames)))
        known: dict[tuple[Frame, ...], int] = {}
        for address in sorted(a for a in sites if a >> 16 == block):
            keys.append(address & 0xFFFF)
            values.append(_add_chain(sites[address], known, frames, starts[-1][1], functions))
    starts.append((len(keys), len(frames)))
    function_words = []
    for name, file in functions.numbers:
        name_at, number = strings.add(name), files.add(file)
        if name_at >= 1 << 20 or number >= 1 << 12:
            raise _too_large("names" if name_at >= 1 << 20 else "files")
        function_words.append(name_at | number << 20)
    file_words = [strings.add(file) for file in files.numbers]
    return _assemble(blocks, starts, keys, values, frames, function_words, file_words, bytes(strings.data))


class _Strings:
    """NUL-terminated names, each once."""

    def __init__(self) -> None:
        self.data = bytearray()
        self._known: dict[str, int] = {}

    def add(self, text: str) -> int:
        """The offset of `text`."""
        if text not in self._known:
            self._known[text] = len(self.data)
            self.data += text.encode() + b"\0"
        return self._known[text]


def _add_chain(chain: tuple[Frame, ...], known: dict[tuple[Frame, ...], int], frames: list[int], base: int,
               functions: _Pool) -> int:
    """The index of the innermost frame of `chain`; callers come first, so that equal tails are shared."""
    if chain in known:
        return known[chain]
    (name, file, line), callers = chain[0], chain[1:]
    caller = _add_chain(callers, known, frames, base, functions) if callers else None
    number, index = functions.add((name, file)), len(frames) - base
    if number >= HAS_CALLER or line > 0xFFFF or index > 0xFFFF:
        raise _too_large(f"the line number {line}" if line > 0xFFFF else "functions or calls")
    frames += [number, line] if caller is None else [number | HAS_CALLER, line, index - caller]
    known[chain] = index
    return index


def _too_large(what: str) -> Exception:
    return fail("E0610", f"too much code for the traceback table ({what})",
                help="split files of more than 65535 lines")


def _assemble(blocks: int, starts: list[tuple[int, int]], keys: list[int], values: list[int], frames: list[int],
              functions: list[int], files: list[int], strings: bytes) -> bytes:
    halves = [keys, values, frames]
    offset = 4 * HEADER_WORDS + 8 * len(starts)
    offsets = []
    words = [functions, files]
    for part in words:
        offsets.append(offset)
        offset += 4 * len(part)
    for part in halves:
        offsets.append(offset)
        offset += 2 * len(part)
    functions_at, files_at, keys_at, values_at, frames_at_ = offsets
    header = struct.pack("<7I", blocks, keys_at, values_at, frames_at_, functions_at, files_at, offset)
    body = b"".join(struct.pack("<2I", *start) for start in starts)
    body += b"".join(struct.pack(f"<{len(part)}I", *part) for part in words)
    body += b"".join(struct.pack(f"<{len(part)}H", *part) for part in halves)
    return header + body + strings


def find(table: bytes, text_offset: int) -> list[Frame]:
    """Reference lookup: the frames of the call that returns to `__text_start + text_offset`, innermost first."""

    def u32(at: int) -> int:
        return struct.unpack_from("<I", table, at)[0]

    def u16(at: int) -> int:
        return struct.unpack_from("<H", table, at)[0]

    def string(at: int) -> str:
        return table[at:table.index(0, at)].decode()

    blocks, keys, values, frames, functions, files, strings = (u32(4 * i) for i in range(HEADER_WORDS))
    address = text_offset >> 1
    block = address >> 16
    if block >= blocks:
        return []
    start = 4 * HEADER_WORDS + 8 * block
    low, high, first_frame = u32(start), u32(start + 8), u32(start + 4)
    while low < high:
        middle = (low + high) // 2
        if u16(keys + 2 * middle) < address & 0xFFFF:
            low = middle + 1
        else:
            high = middle
    if low == u32(start + 8) or u16(keys + 2 * low) != address & 0xFFFF:
        return []
    found, index = [], u16(values + 2 * low)
    while True:
        at = frames + 2 * (first_frame + index)
        function = u32(functions + 4 * (u16(at) & ~HAS_CALLER))
        found.append((string(strings + (function & 0xFFFFF)), string(strings + u32(files + 4 * (function >> 20))),
                      u16(at + 2)))
        if not u16(at) & HAS_CALLER:
            return found
        index -= u16(at + 4)
