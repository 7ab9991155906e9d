"""Reads the line tables (.debug_line) of a linked image: address -> file and line.

DWARF 2 to 5 (DWARF 5, section 6.2), of which the state machine is all that matters here. Written out instead of
using pyelftools because every link needs it.
"""

from __future__ import annotations

import posixpath
from bisect import bisect_right
from dataclasses import dataclass, field


class Cursor:
    """A place in a byte string, with readers that move it on."""

    __slots__ = ("at", "data")

    def __init__(self, data: bytes | bytearray, at: int = 0) -> None:
        self.data = data
        self.at = at

    def uint(self, size: int) -> int:
        """An unsigned little-endian number of `size` bytes."""
        self.at += size
        return int.from_bytes(self.data[self.at - size:self.at], "little")

    def uleb(self) -> int:
        """An unsigned LEB128 number."""
        data, at = self.data, self.at
        byte = data[at]
        if byte < 0x80:
            self.at = at + 1
            return byte
        value, shift = byte & 0x7F, 7
        while True:
            at += 1
            byte = data[at]
            value |= (byte & 0x7F) << shift
            shift += 7
            if byte < 0x80:
                self.at = at + 1
                return value

    def sleb(self) -> int:
        """A signed LEB128 number."""
        start = self.at
        value = self.uleb()
        bits = 7 * (self.at - start)
        return value - (1 << bits) if value >> (bits - 1) & 1 else value

    def string(self) -> str:
        """A NUL-terminated string."""
        end = self.data.index(0, self.at)
        text = self.data[self.at:end].decode("utf-8", "replace")
        self.at = end + 1
        return text


Sections = dict[str, bytearray]


def string_at(sections: Sections, name: str, offset: int) -> str:
    """The string at `offset` of a string section."""
    return Cursor(sections.get(name, bytearray(1)), offset).string()


@dataclass(slots=True)
class _Program:
    """What a line program's header says."""

    min_instruction: int
    default_is_statement: bool
    line_base: int
    line_range: int
    opcode_lengths: list[int]
    files: list[str]
    first_file: int
    end: int


@dataclass(slots=True)
class LineTable:
    """Rows by rising address. A row holds until the next one; file None marks the end of a sequence."""

    addresses: list[int] = field(default_factory=list)
    rows: list[tuple[str, int] | None] = field(default_factory=list)
    files_by_unit: dict[int, list[str]] = field(default_factory=dict)  # offset of the line program -> names by number

    @staticmethod
    def of_sections(sections: Sections) -> LineTable:
        """Read the whole of `.debug_line`; empty when there is none."""
        data = sections.get(".debug_line", bytearray())
        table, found, at = LineTable(), [], 0
        while at < len(data):
            program, cursor = _read_header(sections, data, at)
            table.files_by_unit[at] = [""] * program.first_file + program.files
            _run(program, cursor, found, table.files_by_unit[at])
            at = program.end
        # An end marker sorts before the row that starts another sequence at the same address.
        found.sort(key=lambda row: (row[0], row[1] is not None))
        table.addresses = [row[0] for row in found]
        table.rows = [row[1] for row in found]
        return table

    def find(self, address: int) -> tuple[str, int] | None:
        """The file and line of the instruction at `address`; None where nothing is known."""
        index = bisect_right(self.addresses, address) - 1
        return self.rows[index] if index >= 0 else None

    def line_before(self, address: int, start: int) -> int:
        """The last line that is not 0 of the code between `start` and `address`; 0 where there is none."""
        index = bisect_right(self.addresses, address) - 1
        while index >= 0 and self.addresses[index] >= start:
            row = self.rows[index]
            if row is not None and row[1]:
                return row[1]
            index -= 1
        return 0


def _read_header(sections: Sections, data: bytearray, start: int) -> tuple[_Program, Cursor]:
    """The header at `start`, and a cursor at the program's first opcode."""
    cursor = Cursor(data, start)
    end = cursor.uint(4)
    if end == 0xFFFF_FFFF:
        raise ValueError("64-bit DWARF")
    end += cursor.at
    version = cursor.uint(2)
    if version >= 5:
        cursor.at += 2  # address size, segment selector size
    length = cursor.uint(4)
    body = cursor.at + length
    min_instruction = cursor.uint(1)
    if version >= 4:
        cursor.at += 1  # operations per VLIW instruction
    is_statement, base, span, opcode_base = cursor.uint(1), cursor.uint(1), cursor.uint(1), cursor.uint(1)
    lengths = [0] + [cursor.uint(1) for _ in range(opcode_base - 1)]
    if version >= 5:
        directories = [row[0] for row in _entries(sections, cursor)]
        files = [_join(directories, row) for row in _entries(sections, cursor)]
    else:
        directories, files = _old_tables(cursor)
    program = _Program(min_instruction, bool(is_statement), base - 256 if base > 127 else base, span, lengths, files,
                       0 if version >= 5 else 1, end)
    return program, Cursor(data, body)


def _join(directories: list[str], entry: tuple[str, int]) -> str:
    """A file's name as the compiler knew it: relative to the compilation directory (number 0) stays relative."""
    name, number = entry
    if number == 0 or number >= len(directories) or posixpath.isabs(name):
        return name
    return posixpath.join(directories[number], name)


def _old_tables(cursor: Cursor) -> tuple[list[str], list[str]]:
    """The directory and file tables of DWARF 2 to 4."""
    directories, files = [""], []
    while cursor.data[cursor.at]:
        directories.append(cursor.string())
    cursor.at += 1
    while cursor.data[cursor.at]:
        name, number = cursor.string(), cursor.uleb()
        for _ in ("time", "length"):
            cursor.uleb()
        files.append(_join(directories, (name, number)))
    cursor.at += 1
    return directories, files


DW_LNCT_PATH, DW_LNCT_DIRECTORY = 1, 2


def _entries(sections: Sections, cursor: Cursor) -> list[tuple[str, int]]:
    """A directory or file table of DWARF 5 (6.2.4.1) as (path, directory number)."""
    formats = [(cursor.uleb(), cursor.uleb()) for _ in range(cursor.uint(1))]
    found = []
    for _ in range(cursor.uleb()):
        path, directory = "", 0
        for content, form in formats:
            value = _read_form(sections, cursor, form)
            if content == DW_LNCT_PATH:
                path = str(value)
            elif content == DW_LNCT_DIRECTORY and isinstance(value, int):
                directory = value
        found.append((path, directory))
    return found


def _read_form(sections: Sections, cursor: Cursor, form: int) -> str | int:
    """The forms that line tables use: string, line_strp, strp, udata, data1/2/4/8, data16 (an MD5 sum)."""
    if form == 0x08:
        return cursor.string()
    if form in (0x1F, 0x0E):
        return string_at(sections, ".debug_line_str" if form == 0x1F else ".debug_str", cursor.uint(4))
    if form == 0x0F:
        return cursor.uleb()
    size = {0x0B: 1, 0x05: 2, 0x06: 4, 0x07: 8, 0x1E: 16}.get(form)
    if size is None:
        raise ValueError(f"line table form {form:#x}")
    return cursor.uint(size)


Found = list[tuple[int, tuple[str, int] | None]]


def _run(program: _Program, cursor: Cursor, found: Found, files: list[str]) -> None:
    """Run one line program (6.2.5), appending its rows."""
    data, lengths = cursor.data, program.opcode_lengths
    opcode_base, line_base, line_range = len(lengths), program.line_base, program.line_range
    step = program.min_instruction
    address, file, line = 0, 1, 1
    while cursor.at < program.end:
        opcode = data[cursor.at]
        cursor.at += 1
        if opcode >= opcode_base:  # special opcode: both advance, and a row
            delta = opcode - opcode_base
            address += delta // line_range * step
            line += line_base + delta % line_range
            found.append((address, (files[file], line)))
        elif opcode == 1:  # copy
            found.append((address, (files[file], line)))
        elif opcode == 2:  # advance_pc
            address += cursor.uleb() * step
        elif opcode == 3:  # advance_line
            line += cursor.sleb()
        elif opcode == 4:  # set_file
            file = cursor.uleb()
        elif opcode == 8:  # const_add_pc
            address += (255 - opcode_base) // line_range * step
        elif opcode == 9:  # fixed_advance_pc
            address += cursor.uint(2)
        elif opcode == 0:  # extended
            length = cursor.uleb()
            end, extended = cursor.at + length, data[cursor.at]
            if extended == 1:  # end_sequence
                found.append((address, None))
                address, file, line = 0, 1, 1
            elif extended == 2:  # set_address
                cursor.at += 1
                address = cursor.uint(length - 1)
            cursor.at = end
        else:
            for _ in range(lengths[opcode]):
                cursor.uleb()
