"""Reads functions and inlined calls from `.debug_info` of a linked image: address -> the functions that cover it.

Only what tracebacks need is looked at (DWARF 4 and 5, section numbers of DWARF 5): subprograms (3.3) and inlined
subroutines (3.3.8) with their ranges (2.17) and names. Everything else is stepped over; most of the time goes there,
so an abbreviation is turned into a short list of skips once.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field

from rumpkc.link.dwarf import Cursor, LineTable, Sections, string_at

TAG_SUBPROGRAM, TAG_INLINED, TAG_UNIT = 0x2E, 0x1D, 0x11
AT_NAME, AT_STMT_LIST, AT_LOW, AT_HIGH, AT_ORIGIN, AT_SPECIFICATION, AT_RANGES = 3, 0x10, 0x11, 0x12, 0x31, 0x47, 0x55
AT_CALL_FILE, AT_CALL_LINE, AT_STR_BASE, AT_ADDR_BASE, AT_RANGES_BASE, AT_DECL_LINE = 0x58, 0x59, 0x72, 0x73, 0x74, 0x3B
UNIT_COMPILE, UNIT_PARTIAL = 1, 3

FIXED = {0x01: 8, 0x05: 2, 0x06: 4, 0x07: 8, 0x0B: 1, 0x0C: 1, 0x0E: 4, 0x10: 4, 0x11: 1, 0x12: 2, 0x13: 4, 0x14: 8,
         0x17: 4, 0x19: 0, 0x1C: 4, 0x1D: 4, 0x1E: 16, 0x1F: 4, 0x20: 8, 0x21: 0, 0x25: 1, 0x26: 2, 0x27: 3, 0x28: 4,
         0x29: 1, 0x2A: 2, 0x2B: 3, 0x2C: 4}
LEB = {0x0D, 0x0F, 0x15, 0x1A, 0x1B, 0x22, 0x23}
BLOCK, BLOCK1, BLOCK2, BLOCK4, STRING = {0x09, 0x18}, 0x0A, 0x03, 0x04, 0x08
STRX, ADDRX = {0x1A, 0x25, 0x26, 0x27, 0x28}, {0x1B, 0x29, 0x2A, 0x2B, 0x2C}
LOCAL_REFERENCES = {0x11, 0x12, 0x13, 0x14, 0x15}


@dataclass(slots=True)
class Scope:
    """A function's code, or that of a call that was inlined into it. `call` is (file number, line) of that call."""

    name_die: int
    ranges: list[tuple[int, int]]
    unit: int  # offset of the unit's line program, for file numbers
    call: tuple[int, int] = (0, 0)
    decl_line: int = 0
    inlined: list[Scope] = field(default_factory=list)

    def covers(self, address: int) -> bool:
        """True when one of the ranges holds `address`."""
        for low, high in self.ranges:           # written out: each call site asks it
            if low <= address < high:
                return True
        return False


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """One shape of entries. `steps` skips over one: numbers of bytes, and forms of variable length (negative)."""

    tag: int
    has_children: bool
    attributes: tuple[tuple[int, int, int], ...]
    steps: tuple[int, ...]


@dataclass(slots=True)
class _Unit:
    """One unit's context for reading its entries."""

    start: int
    end: int
    version: int
    abbreviations: dict[int, Abbreviation]
    lines: int = 0
    base: int = 0
    str_base: int = 8
    addr_base: int = 8
    ranges_base: int = 12


class Functions:
    """Every function with code, by address. `name(scope)` and `chain(address)` answer the questions."""

    def __init__(self, sections: Sections) -> None:
        self.sections = sections
        self.scopes: list[Scope] = []
        # entry -> (where the name is: 0 nowhere, 1 .debug_str, 2 .debug_info; its offset there; the entry it refers to)
        self._names: dict[int, tuple[int, int, int]] = {}
        self._shown: dict[int, str] = {}        # what `name` has found
        data, at = sections.get(".debug_info", bytearray()), 0
        tables: dict[int, dict[int, Abbreviation]] = {}
        while at < len(data):
            at = self._read_unit(data, at, tables)
        self.scopes = sorted((s for s in self.scopes if s.ranges), key=lambda s: s.ranges[0][0])
        self._starts = [s.ranges[0][0] for s in self.scopes]

    def name(self, scope: Scope) -> str:
        """The function's display name (DW_AT_name), found through abstract origins and specifications."""
        found = self._shown.get(scope.name_die)
        if found is None:
            found = self._shown[scope.name_die] = self._name_of(scope.name_die)
        return found

    def _name_of(self, die: int) -> str:
        while die in self._names:
            kind, offset, origin = self._names[die]
            if kind:
                return string_at(self.sections, ".debug_str" if kind == 1 else ".debug_info", offset)
            die = origin
        return "?"

    def chain(self, address: int) -> list[Scope]:
        """The scopes around `address`, innermost first, the real function last; empty where none is known."""
        index = bisect_right(self._starts, address) - 1
        if index < 0 or not self.scopes[index].covers(address):
            return []
        found = [self.scopes[index]]
        while found[0].inlined and (inner := next((s for s in found[0].inlined if s.covers(address)), None)):
            found.insert(0, inner)
        return found

    def _read_unit(self, data: bytearray, at: int, tables: dict[int, dict[int, Abbreviation]]) -> int:
        """Read the unit at `at`; where the next one starts."""
        cursor = Cursor(data, at)
        end = cursor.uint(4) + at + 4
        version = cursor.uint(2)
        if version >= 5:
            kind, _, table = cursor.uint(1), cursor.uint(1), cursor.uint(4)
        else:
            kind, table = UNIT_COMPILE, cursor.uint(4)
            cursor.at += 1
        if kind not in (UNIT_COMPILE, UNIT_PARTIAL):
            return end
        if table not in tables:
            tables[table] = _read_abbreviations(self.sections.get(".debug_abbrev", bytearray(1)), table)
        unit = _Unit(at, end, version, tables[table])
        self._read_entries(unit, cursor)
        return end

    def _read_entries(self, unit: _Unit, cursor: Cursor) -> None:
        """Walk the unit's entries; `stack` holds the innermost scope at each depth."""
        data, abbreviations = cursor.data, unit.abbreviations
        stack: list[Scope | None] = [None]
        while cursor.at < unit.end:
            offset = cursor.at
            code = cursor.uleb()
            if code == 0:
                stack.pop()
                if not stack:
                    return
                continue
            shape = abbreviations[code]
            scope = stack[-1]
            if shape.tag == TAG_SUBPROGRAM or shape.tag == TAG_INLINED:
                scope = self._read_scope(unit, cursor, shape, offset, scope)
            elif shape.tag == TAG_UNIT:
                self._read_unit_entry(unit, cursor, shape)
            else:
                _skip(shape.steps, cursor, data)
            if shape.has_children:
                stack.append(scope)
            elif len(stack) == 1:
                return

    def _values(self, cursor: Cursor, shape: Abbreviation) -> dict[int, tuple[int, int]]:
        """attribute -> (form, raw value) of one entry."""
        found = {}
        for attribute, form, constant in shape.attributes:
            if form == STRING:
                found[attribute] = (form, cursor.at)
                cursor.at = cursor.data.index(0, cursor.at) + 1
            elif form in LEB:
                found[attribute] = (form, cursor.uleb())
            elif form == 0x21:
                found[attribute] = (form, constant)
            elif form in FIXED:
                found[attribute] = (form, cursor.uint(FIXED[form]))
            else:
                _skip((-form,), cursor, cursor.data)
        return found

    def _read_unit_entry(self, unit: _Unit, cursor: Cursor, shape: Abbreviation) -> None:
        values = self._values(cursor, shape)
        unit.lines = values.get(AT_STMT_LIST, (0, 0))[1]
        unit.str_base = values.get(AT_STR_BASE, (0, unit.str_base))[1]
        unit.addr_base = values.get(AT_ADDR_BASE, (0, unit.addr_base))[1]
        unit.ranges_base = values.get(AT_RANGES_BASE, (0, unit.ranges_base))[1]
        if AT_LOW in values:
            unit.base = self._address(unit, *values[AT_LOW])

    def _read_scope(self, unit: _Unit, cursor: Cursor, shape: Abbreviation, offset: int,
                    parent: Scope | None) -> Scope | None:
        """A subprogram or inlined subroutine; the scope that its children belong to."""
        values = self._values(cursor, shape)
        origin = values.get(AT_ORIGIN) or values.get(AT_SPECIFICATION)
        reference = 0
        if origin:
            reference = origin[1] + (unit.start if origin[0] in LOCAL_REFERENCES else 0)
        self._names[offset] = (*self._name(unit, values.get(AT_NAME)), reference)
        scope = Scope(offset, self._ranges(unit, values), unit.lines,
                      (values.get(AT_CALL_FILE, (0, 0))[1], values.get(AT_CALL_LINE, (0, 0))[1]),
                      values.get(AT_DECL_LINE, (0, 0))[1])
        if shape.tag == TAG_SUBPROGRAM:
            self.scopes.append(scope)
        elif parent is not None:
            parent.inlined.append(scope)
        return scope

    def _name(self, unit: _Unit, value: tuple[int, int] | None) -> tuple[int, int]:
        if value is None:
            return 0, 0
        form, raw = value
        if form in STRX:
            raw = Cursor(self.sections[".debug_str_offsets"], unit.str_base + 4 * raw).uint(4)
        return (2 if form == STRING else 1), raw

    def _address(self, unit: _Unit, form: int, raw: int) -> int:
        return Cursor(self.sections[".debug_addr"], unit.addr_base + 8 * raw).uint(8) if form in ADDRX else raw

    def _ranges(self, unit: _Unit, values: dict[int, tuple[int, int]]) -> list[tuple[int, int]]:
        """The code ranges; empty for declarations and for code that was left out of the image (at address 0)."""
        if AT_LOW in values and AT_HIGH in values:
            low = self._address(unit, *values[AT_LOW])
            form, high = values[AT_HIGH]
            found = [(low, self._address(unit, form, high) if form == 1 or form in ADDRX else low + high)]
        elif AT_RANGES in values:
            found = self._range_list(unit, *values[AT_RANGES])
        else:
            return []
        return sorted((low, high) for low, high in found if low and high > low)

    def _range_list(self, unit: _Unit, form: int, raw: int) -> list[tuple[int, int]]:
        if unit.version < 5:
            return self._old_range_list(unit, raw)
        data = self.sections[".debug_rnglists"]
        if form == 0x23:
            raw = unit.ranges_base + Cursor(data, unit.ranges_base + 4 * raw).uint(4)
        cursor, base, found = Cursor(data, raw), unit.base, []
        while kind := cursor.uint(1):
            if kind == 1:    # base_addressx
                base = self._address(unit, 0x1B, cursor.uleb())
            elif kind == 5:  # base_address
                base = cursor.uint(8)
            elif kind == 4:  # offset_pair
                found.append((base + cursor.uleb(), base + cursor.uleb()))
            elif kind == 6:  # start_end
                found.append((cursor.uint(8), cursor.uint(8)))
            elif kind == 7:  # start_length
                low = cursor.uint(8)
                found.append((low, low + cursor.uleb()))
            elif kind == 2:  # startx_endx
                found.append((self._address(unit, 0x1B, cursor.uleb()), self._address(unit, 0x1B, cursor.uleb())))
            else:            # startx_length
                low = self._address(unit, 0x1B, cursor.uleb())
                found.append((low, low + cursor.uleb()))
        return found

    def _old_range_list(self, unit: _Unit, raw: int) -> list[tuple[int, int]]:
        cursor, base, found = Cursor(self.sections[".debug_ranges"], raw), unit.base, []
        while True:
            low, high = cursor.uint(8), cursor.uint(8)
            if low == high == 0:
                return found
            if low == (1 << 64) - 1:
                base = high
            else:
                found.append((base + low, base + high))


def _skip(steps: tuple[int, ...], cursor: Cursor, data: bytes | bytearray) -> None:
    """Move over one entry."""
    for step in steps:
        if step >= 0:
            cursor.at += step
        elif -step in LEB:
            while data[cursor.at] & 0x80:
                cursor.at += 1
            cursor.at += 1
        elif -step in BLOCK:
            length = cursor.uleb()
            cursor.at += length
        elif -step == STRING:
            cursor.at = data.index(0, cursor.at) + 1
        else:
            size = {BLOCK1: 1, BLOCK2: 2, BLOCK4: 4}.get(-step)
            if size is None:
                raise ValueError(f"DWARF form {-step:#x}")
            length = cursor.uint(size)
            cursor.at += length


def _read_abbreviations(data: bytearray, offset: int) -> dict[int, Abbreviation]:
    """The abbreviation table at `offset` (7.5.3)."""
    cursor, found = Cursor(data, offset), {}
    while code := cursor.uleb():
        tag, has_children = cursor.uleb(), bool(cursor.uint(1))
        attributes, steps = [], [0]
        while True:
            attribute, form = cursor.uleb(), cursor.uleb()
            constant = cursor.sleb() if form == 0x21 else 0
            if attribute == form == 0:
                break
            attributes.append((attribute, form, constant))
            if form in FIXED:
                if steps[-1] < 0:
                    steps.append(0)
                steps[-1] += FIXED[form]
            else:
                steps.append(-form)
        found[code] = Abbreviation(tag, has_children, tuple(attributes), tuple(steps))
    return found


def frames_at(address: int, functions: Functions, lines: LineTable) -> list[tuple[str, str, int]]:
    """(function, file, line) of the code at `address`, innermost first, with inlined calls expanded."""
    chain = functions.chain(address)
    where = lines.find(address)
    if not chain or where is None:
        return []
    file, line = where
    if line == 0:  # code that belongs to no line: the nearest line before it in this function, or the function's own
        line = lines.line_before(address, chain[-1].ranges[0][0]) or chain[0].decl_line
    frames = []
    for scope in chain:
        frames.append((functions.name(scope), file, line))
        files = lines.files_by_unit.get(scope.unit, [])
        number, line = scope.call
        file = files[number] if number < len(files) else "?"
    return frames
