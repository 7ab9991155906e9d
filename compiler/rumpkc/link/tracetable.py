"""The table that lets code on the board turn return addresses into a traceback: `__traceback_table`.

Return addresses of calls, ascending, each with its chain of frames (function, file, line; inlined calls expanded),
where that is another one than of the call before.
Little-endian; offsets count from the start of the table; an address is `(return address - __text_start) / 2`.

    0   u32  groups: the sites in groups of 16, so that a search has somewhere to begin
    4   u32  offset of sites      for each: distance of the address from the one before, place of its innermost frame in
                                  the frames, less that of the one before (signed; 0: none from here on, and the place
                                  stays); a group begins as if behind 0, 0
    8   u32  offset of frames     a byte, then: function * 2 + 1 if there is a caller frame, line less the function's
                                  first one, [bytes back to the caller frame]
    12  u32  offset of functions  u32 each: name | file << 20
    16  u32  offset of lines      u16 each: of a function the first line that a frame has
    20  u32  offset of files      u32 each: name
    24  u32  offset of strings    names are offsets into it: UTF-8, then a NUL
    28  groups × { u32 first address, u32 where its sites begin, behind `sites` }

Numbers of sites and frames have as many bytes as they need: seven bits each, the low ones first, 0x80 in all but the
last. Signed ones are 2 * n, or -2 * n - 1 below zero.

To look up: the last group that begins at or before the address, then its sites from the first on; the last that is not
behind the address is the one. Code without a traceback frame (assembly, a file that is hidden, what is no code) has
sites of no frames. Functions that have many frames have low numbers. `find` is the reference.
"""

from __future__ import annotations

import struct
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass, field

from rumpkc.diagnostics import fail
from rumpkc.link.layout import OutputSection
from rumpkc.link.reader import Frame

HEADER_WORDS = 7
GROUP = 16                              # sites


@dataclass(slots=True)
class _Pool:
    """Numbers for distinct things, in order of first use."""

    numbers: dict = field(default_factory=dict)

    def add(self, item: object) -> int:
        """The number of `item`."""
        return self.numbers.setdefault(item, len(self.numbers))


def table_of(code: OutputSection) -> bytes:
    """The table for laid-out code, whose inputs have sites (sites.py)."""
    sites: dict[int, tuple[Frame, ...]] = {}
    for section in code.inputs:
        base = section.address - code.address
        for end, frames in section.sites:
            sites[base + end >> 1] = frames
    sites[(code.size >> 1) + 1] = ()
    return pack_table(sites)


def pack_table(sites: dict[int, tuple[Frame, ...]]) -> bytes:
    """The bytes of the table for call sites (half-word address -> frames, innermost first; what lies between two has
    those of the first)."""
    functions, files, strings = _by_frames(sites), _Pool(), _Strings()
    rows = _Rows(functions, _first_lines(sites))
    groups: list[tuple[int, int]] = []
    stream = bytearray()
    address = place = 0
    count, before = 0, ()
    for at in sorted(sites):
        chain = sites[at]
        if chain == before:
            continue
        if count % GROUP == 0:
            groups.append((at, len(stream)))
            address = at
            place = 0
        row = rows.add(chain) if chain else place
        stream += _number(at - address) + _signed(row - place)
        address, place, before, count = at, row, chain, count + 1
    function_words = []
    for name, file in functions.numbers:
        name_at, number = strings.add(name), files.add(file)
        if name_at >= 1 << 20 or number >= 1 << 12:
            raise _too_large("names" if name_at >= 1 << 20 else "files")
        function_words.append(name_at | number << 20)
    lines = [rows.first_lines[key] for key in functions.numbers]
    if max(lines, default=0) > 0xFFFF:
        raise _too_large(f"the line number {max(lines)}")
    file_words = [strings.add(file) for file in files.numbers]
    parts = [struct.pack(f"<{len(function_words)}I", *function_words), struct.pack(f"<{len(file_words)}I", *file_words),
             struct.pack(f"<{len(lines)}H", *lines), bytes(stream), bytes(rows.data), bytes(strings.data)]
    return _assemble(groups, parts)


def _by_frames(sites: dict[int, tuple[Frame, ...]]) -> _Pool:
    """The functions: those with the most frames first."""
    chains = {chain[i:] for chain in sites.values() for i in range(len(chain))}
    counts = Counter(chain[0][:2] for chain in chains)
    return _Pool({function: number for number, function in enumerate(sorted(counts, key=lambda f: (-counts[f], f)))})


def _first_lines(sites: dict[int, tuple[Frame, ...]]) -> dict[tuple[str, str], int]:
    """Of each function the first line that a frame has."""
    first: dict[tuple[str, str], int] = {}
    for chain in sites.values():
        for name, file, line in chain:
            first[name, file] = min(line, first.get((name, file), line))
    return first


def _number(value: int) -> bytes:
    """Seven bits a byte, the low ones first."""
    out = bytearray()
    while value > 0x7F:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    return bytes([*out, value])


def _signed(value: int) -> bytes:
    return _number(2 * value if value >= 0 else -2 * value - 1)


@dataclass(slots=True)
class _Rows:
    """The frames; equal chains and equal tails of chains are there once."""

    functions: _Pool
    first_lines: dict[tuple[str, str], int]
    data: bytearray = field(default_factory=lambda: bytearray(1))       # no row has the place 0
    known: dict[tuple[Frame, ...], int] = field(default_factory=dict)

    def add(self, chain: tuple[Frame, ...]) -> int:
        """The place of the innermost frame of `chain`; callers come first."""
        if chain in self.known:
            return self.known[chain]
        (name, file, line), callers = chain[0], chain[1:]
        caller = self.add(callers) if callers else None
        place = self.known[chain] = len(self.data)
        self.data += _number(2 * self.functions.add((name, file)) + (caller is not None))
        self.data += _number(line - self.first_lines[name, file])
        if caller is not None:
            self.data += _number(place - caller)
        return place


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


def _too_large(what: str) -> Exception:
    return fail("E0610", f"too much code for the traceback table ({what})",
                help="split files of more than 65535 lines")


def _assemble(groups: list[tuple[int, int]], parts: list[bytes]) -> bytes:
    """Head, groups, then the parts; those of wider words stand first, so that all of them are aligned."""
    offset = 4 * HEADER_WORDS + 8 * len(groups)
    offsets = []
    for part in parts:
        offsets.append(offset)
        offset += len(part)
    functions, files, lines, sites, frames, strings = offsets
    head = struct.pack("<7I", len(groups), sites, frames, functions, lines, files, strings)
    return head + b"".join(struct.pack("<2I", *group) for group in groups) + b"".join(parts)


def find(table: bytes, text_offset: int) -> list[Frame]:
    """Reference lookup: the frames of the call that returns to `__text_start + text_offset`, innermost first."""

    def u32(at: int) -> int:
        return struct.unpack_from("<I", table, at)[0]

    def string(at: int) -> str:
        return table[at:table.index(0, at)].decode()

    def number(at: int) -> tuple[int, int]:
        value, shift = 0, 0
        while table[at] & 0x80:
            value |= (table[at] & 0x7F) << shift
            at, shift = at + 1, shift + 7
        return value | table[at] << shift, at + 1

    groups, sites, frames, functions, lines, files, strings = (u32(4 * i) for i in range(HEADER_WORDS))
    address = text_offset >> 1
    starts = [u32(4 * HEADER_WORDS + 8 * i) for i in range(groups)]
    group = bisect_right(starts, address) - 1
    if group < 0:
        return []
    at, here, place, chosen = sites + u32(4 * HEADER_WORDS + 8 * group + 4), starts[group], 0, 0
    for _ in range(GROUP):
        if at == frames:
            break
        distance, at = number(at)
        step, at = number(at)
        here += distance
        place += step >> 1 if step & 1 == 0 else -(step + 1 >> 1)
        if here > address:
            break
        chosen = place if step else 0
    found, at = [], frames + chosen
    while chosen:
        word, behind = number(at)
        line, behind = number(behind)
        function = u32(functions + 4 * (word >> 1))
        found.append((string(strings + (function & 0xFFFFF)), string(strings + u32(files + 4 * (function >> 20))),
                      line + struct.unpack_from("<H", table, lines + 2 * (word >> 1))[0]))
        if word & 1 == 0:
            return found
        at -= number(behind)[0]
    return []
