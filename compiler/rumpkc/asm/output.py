"""The object that assembly becomes: sections, symbols and relocations in memory, and as an ELF file."""

from __future__ import annotations

from dataclasses import dataclass, field

from rumpkc.link import elf
from rumpkc.link.elf import align_up
from rumpkc.source import Span


@dataclass(slots=True)
class AsmSection:
    """One section under construction. `lines` are (offset, line) of each instruction, for the line table."""

    name: str
    kind: int
    flags: int
    align: int = 1
    data: bytearray = field(default_factory=bytearray)
    zero_bytes: int = 0  # the size, when nothing is stored (.bss)
    relocations: list[tuple[int, int, str, int]] = field(default_factory=list)  # offset, number, symbol, addend
    lines: list[tuple[int, Span]] = field(default_factory=list)
    mapping: str = ""
    entry_bytes: int = 0

    @property
    def size(self) -> int:
        """Bytes so far."""
        return self.zero_bytes if self.kind == elf.SHT_NOBITS else len(self.data)

    @property
    def is_code(self) -> bool:
        """True for sections that hold instructions."""
        return bool(self.flags & elf.SHF_EXECINSTR)


@dataclass(slots=True)
class AsmSymbol:
    """A label, an `.equ` constant (`section` None) or a mention of something outside (`is_defined` False)."""

    name: str
    section: AsmSection | None = None
    value: int = 0
    is_defined: bool = False
    bind: int = elf.STB_LOCAL
    kind: int = elf.STT_NOTYPE
    visibility: int = elf.STV_DEFAULT
    size: int = 0
    span: Span = Span("", 0, 0, 0, 0)

    @property
    def is_constant(self) -> bool:
        """True for what `.equ` made a plain number."""
        return self.is_defined and self.section is None


@dataclass(slots=True)
class AsmObject:
    """The result of one assembly file."""

    file: str
    machine: int
    flags: int
    sections: list[AsmSection]
    symbols: dict[str, AsmSymbol]

    def to_elf(self) -> bytes:
        """The bytes of an ELF relocatable object."""
        return _write(self)


@dataclass(slots=True)
class _Header:
    name: str
    kind: int
    flags: int
    data: bytes
    size: int
    align: int
    link: int = 0
    info: int = 0
    entry: int = 0


class _Strings:
    def __init__(self) -> None:
        self.data = bytearray(1)

    def add(self, text: str) -> int:
        """The offset of a fresh copy of `text`."""
        if not text:
            return 0
        at = len(self.data)
        self.data += text.encode() + b"\0"
        return at


def _write(obj: AsmObject) -> bytes:
    strings = _Strings()
    numbers, symtab, local_count = _symbol_table(obj, strings)
    headers = [_Header(s.name, s.kind, s.flags, b"" if s.kind == elf.SHT_NOBITS else bytes(s.data), s.size, s.align,
                       entry=s.entry_bytes) for s in obj.sections]
    with_relocations = [(i, s) for i, s in enumerate(obj.sections, 1) if s.relocations]
    symtab_index = len(headers) + len(with_relocations) + 1
    for index, section in with_relocations:
        packed = b"".join(elf.RELA.pack(offset, numbers[symbol] << 32 | number, addend)
                          for offset, number, symbol, addend in section.relocations)
        headers.append(_Header(".rela" + section.name, elf.SHT_RELA, elf.SHF_INFO_LINK, packed, len(packed), 8,
                               symtab_index, index, elf.RELA.size))
    headers.append(_Header(".symtab", elf.SHT_SYMTAB, 0, symtab, len(symtab), 8, symtab_index + 1, local_count,
                           elf.SYMBOL.size))
    headers.append(_Header(".strtab", elf.SHT_STRTAB, 0, bytes(strings.data), len(strings.data), 1))
    return _pack(obj, headers)


def _symbol_table(obj: AsmObject, strings: _Strings) -> tuple[dict[str, int], bytes, int]:
    """Numbers by symbol name, the packed table, and how many of its entries are local (they come first)."""
    index = {id(section): i for i, section in enumerate(obj.sections, 1)}
    ordered = sorted(obj.symbols.values(), key=lambda s: s.bind != elf.STB_LOCAL)
    packed = [bytes(elf.SYMBOL.size), elf.SYMBOL.pack(strings.add(obj.file), elf.STT_FILE, 0, elf.SHN_ABS, 0, 0)]
    numbers: dict[str, int] = {}
    for symbol in ordered:
        where = elf.SHN_UNDEF if not symbol.is_defined else elf.SHN_ABS
        where = index[id(symbol.section)] if symbol.section is not None else where
        numbers[symbol.name] = len(packed)
        shown = symbol.name.split("\0")[0]  # mapping symbols share a name
        packed.append(elf.SYMBOL.pack(strings.add(shown), symbol.bind << 4 | symbol.kind, symbol.visibility, where,
                                      symbol.value & (1 << 64) - 1, symbol.size))
    return numbers, b"".join(packed), 2 + sum(s.bind == elf.STB_LOCAL for s in ordered)


def _pack(obj: AsmObject, headers: list[_Header]) -> bytes:
    """Header, section bytes, section headers."""
    names = _Strings()
    offsets = [names.add(h.name) for h in headers] + [names.add(".shstrtab")]
    headers = [*headers, _Header(".shstrtab", elf.SHT_STRTAB, 0, bytes(names.data), len(names.data), 1)]
    body = bytearray(elf.FILE_HEADER.size)
    table = bytearray(elf.SECTION_HEADER.size)
    for header, name in zip(headers, offsets, strict=True):
        body += bytes(align_up(len(body), header.align) - len(body))
        table += elf.SECTION_HEADER.pack(name, header.kind, header.flags, 0, len(body), header.size, header.link,
                                         header.info, header.align, header.entry)
        body += header.data
    body += bytes(align_up(len(body), 8) - len(body))
    start = len(body)
    body[:elf.FILE_HEADER.size] = elf.FILE_HEADER.pack(
        b"\x7fELF\x02\x01\x01" + bytes(9), elf.ET_REL, obj.machine, 1, 0, 0, start, obj.flags, elf.FILE_HEADER.size, 0,
        0, elf.SECTION_HEADER.size, len(headers) + 1, len(headers))
    return bytes(body + table)
