"""Lays the image out as an ELF executable file, and puts it on disk whole or not at all.

    ELF header, program headers
    .text  .rodata  .data          each at a page boundary of the file as of memory
    .debug_*                       not loaded
    .symtab .strtab .shstrtab
    section headers
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from rumpkc.diagnostics import fail
from rumpkc.link import elf
from rumpkc.link.elf import align_up
from rumpkc.link.layout import OutputSection, Placed
from rumpkc.link.reader import Symbol
from rumpkc.link.resolve import Resolution, is_user
from rumpkc.source import Span
from rumpkc.targets.target import Target


class StringTable:
    """An ELF string table under construction; equal strings share their bytes."""

    def __init__(self) -> None:
        self.data = bytearray(1)
        self._known: dict[str, int] = {"": 0}

    def add(self, text: str) -> int:
        """The offset of `text`."""
        offset = self._known.get(text)
        if offset is None:
            offset = self._known[text] = len(self.data)
            self.data += text.encode() + b"\0"
        return offset


@dataclass(slots=True)
class _Row:
    """One section header to be: the section, where its bytes start in the file, and the header's link and info."""

    section: OutputSection
    offset: int
    link: int = 0
    info: int = 0


def build_elf(target: Target, placed: Placed, resolution: Resolution, entry: int, page_bytes: int) -> bytes:
    """The bytes of the executable. Equal inputs give equal bytes."""
    rows = [_Row(section, 0) for section in placed.sections]
    rows += _table_rows(placed, resolution, len(rows) + 1)
    attributes = next((o.attributes for o in resolution.objects if o.attributes), b"")
    if attributes:
        rows.insert(-1, _Row(OutputSection(".riscv.attributes", elf.SHT_RISCV_ATTRIBUTES, 0, data=bytearray(attributes),
                                           size=len(attributes)), 0))
    names = StringTable()
    name_offsets = [names.add(row.section.name) for row in rows]
    rows[-1].section.data, rows[-1].section.size = names.data, len(names.data)
    loads = [row for row in rows if row.section.flags & elf.SHF_ALLOC]
    body = _place_in_file(rows, len(loads), page_bytes)
    table = align_up(len(body), 8)
    body += bytes(table - len(body))
    body += bytes(elf.SECTION_HEADER.size)
    for row, name in zip(rows, name_offsets, strict=True):
        s = row.section
        body += elf.SECTION_HEADER.pack(name, s.kind, s.flags, s.address if s.flags & elf.SHF_ALLOC else 0, row.offset,
                                        s.size, row.link, row.info, s.align, s.entry_bytes)
    programs = _program_headers(loads, page_bytes)
    body[:elf.FILE_HEADER.size] = elf.FILE_HEADER.pack(
        b"\x7fELF\x02\x01\x01" + bytes(9), elf.ET_EXEC, target.elf_machine, 1, entry, elf.FILE_HEADER.size, table,
        target.elf_flags, elf.FILE_HEADER.size, elf.PROGRAM_HEADER.size, len(programs), elf.SECTION_HEADER.size,
        len(rows) + 1, len(rows))
    packed = b"".join(programs)
    body[elf.FILE_HEADER.size:elf.FILE_HEADER.size + len(packed)] = packed
    return bytes(body)


def _place_in_file(rows: list[_Row], loads: int, page_bytes: int) -> bytearray:
    """Append every section's bytes, noting the offsets; loaded sections are congruent to memory modulo the page."""
    body = bytearray(elf.FILE_HEADER.size + loads * elf.PROGRAM_HEADER.size)
    for row in rows:
        section = row.section
        if section.flags & elf.SHF_ALLOC and section.kind != elf.SHT_NOBITS:
            offset = align_up(len(body), page_bytes) + section.address % page_bytes
        else:
            offset = align_up(len(body), section.align if section.kind != elf.SHT_NOBITS else 1)
        row.offset = offset
        if section.kind != elf.SHT_NOBITS:
            body += bytes(offset - len(body))
            body += section.data
    return body


PERMISSIONS = {elf.SHF_ALLOC | elf.SHF_EXECINSTR: elf.PF_R | elf.PF_X, elf.SHF_ALLOC: elf.PF_R,
               elf.SHF_ALLOC | elf.SHF_WRITE: elf.PF_R | elf.PF_W}


def _program_headers(loads: list[_Row], page_bytes: int) -> list[bytes]:
    """One PT_LOAD a set of permissions; .bss extends the data segment in memory only."""
    headers: list[bytes] = []
    i = 0
    while i < len(loads):
        first, last = loads[i], loads[i]
        if i + 1 < len(loads) and loads[i + 1].section.kind == elf.SHT_NOBITS and first.section.flags & elf.SHF_WRITE:
            i += 1
            last = loads[i]
        start, is_zero = first.section.address, first.section.kind == elf.SHT_NOBITS
        headers.append(elf.PROGRAM_HEADER.pack(
            elf.PT_LOAD, PERMISSIONS[first.section.flags], 0 if is_zero else first.offset, start, start,
            0 if is_zero else first.section.size, last.section.address + last.section.size - start, page_bytes))
        i += 1
    return headers


def _table_rows(placed: Placed, resolution: Resolution, first: int) -> list[_Row]:
    """The symbol table, its strings, and an empty table of section names; `first` is the symbol table's index."""
    strings = StringTable()
    local, global_ = _symbol_records(placed, resolution, strings)
    data = bytearray(elf.SYMBOL.size) + b"".join(local + global_)
    symtab = OutputSection(".symtab", elf.SHT_SYMTAB, 0, data=data, size=len(data), align=8,
                           entry_bytes=elf.SYMBOL.size)
    strtab = OutputSection(".strtab", elf.SHT_STRTAB, 0, data=strings.data, size=len(strings.data))
    return [_Row(symtab, 0, link=first + 1, info=len(local) + 1), _Row(strtab, 0),
            _Row(OutputSection(".shstrtab", elf.SHT_STRTAB, 0), 0)]


def _symbol_records(placed: Placed, resolution: Resolution, strings: StringTable) -> tuple[list[bytes], list[bytes]]:
    """The packed local and global symbols: everything with a name that lies in the image, and the linker's own."""
    index_of = {id(section): i for i, out in enumerate(placed.sections, 1) for section in out.inputs}
    local: list[bytes] = []
    global_: list[bytes] = []
    for obj in resolution.objects:
        for symbol in obj.symbols:
            if _is_listed(symbol, resolution):
                where = index_of[id(symbol.section)] if symbol.section else elf.SHN_ABS
                record = elf.SYMBOL.pack(strings.add(shown_name(symbol)), symbol.bind << 4 | symbol.kind,
                                         symbol.visibility, where, symbol.address, symbol.size)
                (local if symbol.bind == elf.STB_LOCAL else global_).append(record)
    for symbol in sorted(placed.symbols.values(), key=lambda s: (s.address, s.name)):
        if symbol.name not in resolution.table:
            where = index_of[id(symbol.section)] if symbol.section else elf.SHN_ABS
            global_.append(elf.SYMBOL.pack(strings.add(symbol.name), symbol.bind << 4 | symbol.kind, 0, where,
                                           symbol.address, symbol.size))
    return local, global_


def _is_listed(symbol: Symbol, resolution: Resolution) -> bool:
    """True for symbols worth keeping: those of the image that have a name and are not the assembler's own labels."""
    if symbol.kind == elf.STT_FILE:
        return any(s is not None and s.alive for s in (symbol.owner.sections if symbol.owner else []))
    if not symbol.name or symbol.kind == elf.STT_SECTION or not symbol.is_defined or symbol.name.startswith(".L"):
        return False
    if symbol.section is not None and not (symbol.section.alive and symbol.section.is_allocated):
        return False
    if symbol.section is not None and symbol.section.is_own:
        return False                    # at another address in each worker
    return symbol.bind == elf.STB_LOCAL or resolution.own_table(symbol).get(symbol.name) is symbol


def shown_name(symbol: Symbol) -> str:
    """The name in the image: user code has many functions a second time."""
    return f"user:{symbol.name}" if is_user(symbol) and symbol.kind != elf.STT_FILE else symbol.name


def named_symbols(placed: Placed, resolution: Resolution) -> dict[str, int]:
    """Every listed symbol's final address by name; of local symbols with one name, the first."""
    found: dict[str, int] = {}
    listed: Iterable[Symbol] = (s for o in resolution.objects for s in o.symbols if _is_listed(s, resolution))
    for symbol in listed:
        if symbol.kind != elf.STT_FILE and not symbol.name.startswith("$"):
            if symbol.bind == elf.STB_LOCAL:
                found.setdefault(shown_name(symbol), symbol.address)
            else:
                found[shown_name(symbol)] = symbol.address
    return {**{s.name: s.address for s in placed.symbols.values()}, **found}


def write_file(path: Path, content: bytes) -> None:
    """Put `content` at `path` atomically: a temporary file beside it, then a rename. E0703 where that fails.

    A full disk, a missing or unwritable directory leave whatever was there before untouched.
    """
    temporary = ""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
        umask = os.umask(0)
        os.umask(umask)
        os.chmod(temporary, 0o666 & ~umask)
        os.replace(temporary, path)
    except OSError as error:
        if temporary:
            Path(temporary).unlink(missing_ok=True)
        raise fail("E0703", f"cannot write {path}: {error.strerror or error}", Span(str(path), 0, 0, 0, 0),
                   help="choose another place with `--output`, or make room there") from None
