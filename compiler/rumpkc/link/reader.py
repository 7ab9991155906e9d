"""Reads ELF relocatable objects and `ar` archives into sections and symbols.

in:  (name, bytes) of a `.o` or a `.a`          out: `ObjectFile`s, nothing resolved yet
"""

from __future__ import annotations

import struct
from collections.abc import Sequence
from dataclasses import dataclass, field

from rumpkc.diagnostics import fail
from rumpkc.link import elf
from rumpkc.source import Span


Frame = tuple[str, str, int]            # of a traceback: function, file, line


@dataclass(eq=False, slots=True)
class InputSection:
    """One section of one object. The linker fills in `alive`, `address` and `output_offset` as it goes."""

    owner: ObjectFile
    index: int
    name: str
    kind: int
    flags: int
    align: int
    size: int
    data: bytes
    relocations: bytes = b""
    alive: bool = False
    address: int = 0
    own_offset: int = 0         # of a worker's variables: the distance from its thread pointer
    sites: Sequence[tuple[int, tuple[Frame, ...]]] = ()         # of code: sites.py

    @property
    def is_allocated(self) -> bool:
        """True when the section takes up memory in the image."""
        return bool(self.flags & elf.SHF_ALLOC)

    @property
    def is_own(self) -> bool:
        """True for variables of which each worker has its own copy (thread-local ones, in ELF's words)."""
        return bool(self.flags & elf.SHF_TLS)

    @property
    def is_debug(self) -> bool:
        """True for DWARF."""
        return self.name.startswith(".debug_")


@dataclass(eq=False, slots=True)
class Symbol:
    """One entry of an object's symbol table, or (`owner` None) a symbol that the linker defines.

    `value` is an offset into `section`, or absolute when `section` is None and the symbol `is_defined`.
    """

    name: str
    value: int
    size: int
    bind: int
    kind: int
    visibility: int
    section: InputSection | None
    is_defined: bool
    owner: ObjectFile | None
    common_align: int = 0

    @property
    def address(self) -> int:
        """The final address, once sections are laid out (bytes); of a worker's variable its distance from the thread
        pointer."""
        if self.section is not None and self.section.is_own:
            return self.value + self.section.own_offset
        return self.value + (self.section.address if self.section else 0)


@dataclass(eq=False, slots=True)
class ObjectFile:
    """One relocatable object. `symbols` keeps the table's numbering, `sections` the header's (None where of no use)."""

    name: str
    sections: list[InputSection | None] = field(default_factory=list)
    symbols: list[Symbol] = field(default_factory=list)
    groups: list[tuple[str, list[int]]] = field(default_factory=list)
    attributes: bytes = b""
    user: bool = False          # code and data of the user domain
    image: bytes = b""          # the file

    def live_sections(self) -> list[InputSection]:
        """The sections that go into the image or describe it."""
        return [s for s in self.sections if s is not None and s.alive]


@dataclass(frozen=True, slots=True)
class Header:
    """One row of the section header table, under gABI's names (without `sh_`)."""

    name: int
    type: int
    flags: int
    addr: int
    offset: int
    size: int
    link: int
    info: int
    addralign: int
    entsize: int


def read_object(name: str, image: bytes, machine: int, user: bool = False) -> ObjectFile:
    """Read one object; E0602 where it is damaged, of another machine, or needs what an image does not have."""
    try:
        return _read_object(name, image, machine, user)
    except (struct.error, IndexError, ValueError) as error:
        raise _bad(name, f"is damaged ({error})") from None


def _bad(name: str, why: str, help: str = "") -> Exception:  # noqa: A002
    return fail("E0602", f"the object file {name} {why}", Span(name, 0, 0, 0, 0), help=help)


def _read_object(name: str, image: bytes, machine: int, user: bool) -> ObjectFile:
    if image[:4] != b"\x7fELF":
        raise _bad(name, "is not an ELF file")
    ident, kind, its_machine, _, _, _, table, _, _, _, _, entry, count, names = elf.FILE_HEADER.unpack_from(image)
    if ident[4:6] != b"\x02\x01" or its_machine != machine:
        raise _bad(name, f"is for another machine (ELF machine {its_machine}, the target is {machine})")
    if kind != elf.ET_REL:
        raise _bad(name, "is not relocatable", "link objects (`.o`) or archives (`.a`), not programs")
    if entry != elf.SECTION_HEADER.size or table + count * entry > len(image):
        raise _bad(name, "is damaged (its section table is outside the file)")
    headers = [Header(*elf.SECTION_HEADER.unpack_from(image, table + i * entry)) for i in range(count)]
    obj = ObjectFile(name, user=user, image=image)
    _read_sections(obj, image, headers, headers[names])
    _read_symbols(obj, image, headers)
    _check_relocations(obj)
    _read_groups(obj, image, headers)
    return obj


def _slice(image: bytes, header: Header) -> bytes:
    """The bytes of a section; ValueError where they are outside the file."""
    if header.offset + header.size > len(image):
        raise ValueError("a section lies outside the file")
    return image[header.offset:header.offset + header.size]


def _read_sections(obj: ObjectFile, image: bytes, headers: list[Header], name_header: Header) -> None:
    names = _slice(image, name_header)
    for index, header in enumerate(headers):
        name = elf.c_string(names, header.name)
        section = None
        if header.type == elf.SHT_RISCV_ATTRIBUTES:
            obj.attributes = _slice(image, header)
        elif _is_wanted(obj, name, header):
            data = b"" if header.type == elf.SHT_NOBITS else _slice(image, header)
            align = max(header.addralign, 1)
            if align & (align - 1) or align > MOST_ALIGN:
                raise ValueError(f"a section aligned to {align}")
            section = InputSection(obj, index, name, header.type, header.flags, align, header.size, data)
        obj.sections.append(section)
    for header in headers:
        if header.type == elf.SHT_RELA and (target := obj.sections[header.info]) is not None:
            target.relocations = _slice(image, header)
            if header.size % elf.RELA.size:
                raise ValueError("a relocation section of odd size")
        elif header.type == elf.SHT_REL:
            raise _bad(obj.name, "uses relocations without addends (SHT_REL)")


CONSTRUCTORS = (elf.SHT_INIT_ARRAY, elf.SHT_FINI_ARRAY, elf.SHT_PREINIT_ARRAY)


def _check_relocations(obj: ObjectFile) -> None:
    """Later steps rely on symbols and places that exist; ValueError otherwise."""
    for section in obj.sections:
        if section is not None and section.relocations:
            records = list(elf.RELA.iter_unpack(section.relocations))
            if max(info >> 32 for _, info, _ in records) >= len(obj.symbols):
                raise ValueError("a relocation without a symbol")
            if section.kind == elf.SHT_NOBITS or max(offset for offset, _, _ in records) >= max(section.size, 1):
                raise ValueError("a relocation outside its section")


def _is_wanted(obj: ObjectFile, name: str, header: Header) -> bool:
    """True for sections that reach the image; the others have been read for, or do not concern, the linker."""
    owner = obj.name
    if header.type in CONSTRUCTORS or name.startswith((".ctors", ".dtors")):
        raise _bad(owner, f"has constructors or destructors ({name})", "images run none: call the function yourself")
    if header.flags & elf.SHF_TLS and not obj.user:
        raise _bad(owner, f"has thread-local data ({name})", "an image has no threads of the C kind")
    if header.flags & elf.SHF_COMPRESSED:
        raise _bad(owner, f"has compressed sections ({name})", "compile it with `-gz=none`")
    if header.flags & elf.SHF_ALLOC:
        return not name.startswith((".eh_frame", ".note", ".gcc_except_table"))
    return header.type == elf.SHT_PROGBITS and name.startswith(".debug_")


def _read_symbols(obj: ObjectFile, image: bytes, headers: list[Header]) -> None:
    table = next((h for h in headers if h.type == elf.SHT_SYMTAB), None)
    if table is None:
        return
    strings = _slice(image, headers[table.link])
    extended = next((_slice(image, h) for h in headers if h.type == elf.SHT_SYMTAB_SHNDX), b"")
    for number, record in enumerate(elf.SYMBOL.iter_unpack(_slice(image, table))):
        name, info, other, shndx, value, size = record
        if shndx == elf.SHN_XINDEX:
            shndx = int.from_bytes(extended[4 * number:4 * number + 4], "little")
        elif shndx >= elf.SHN_LORESERVE and shndx not in (elf.SHN_ABS, elf.SHN_COMMON):
            raise ValueError(f"symbol {number} has the reserved section {shndx:#x}")
        obj.symbols.append(_symbol(obj, elf.c_string(strings, name), info, other, shndx, value, size))


def _symbol(obj: ObjectFile, name: str, info: int, other: int, shndx: int, value: int, size: int) -> Symbol:
    kind, bind = info & 15, info >> 4
    section = obj.sections[shndx] if elf.SHN_UNDEF < shndx < len(obj.sections) else None
    if kind == elf.STT_SECTION and section is not None:
        name = section.name
    symbol = Symbol(name, value, size, bind, kind, other & 3, section, shndx != elf.SHN_UNDEF, obj)
    if shndx == elf.SHN_COMMON:
        symbol.common_align, symbol.value = value, 0
    elif section is None and shndx not in (elf.SHN_UNDEF, elf.SHN_ABS):
        symbol.is_defined = False  # in a section that is left out, such as .eh_frame
    return symbol


def _read_groups(obj: ObjectFile, image: bytes, headers: list[Header]) -> None:
    """COMDAT groups: of all groups with one signature, the first object's is kept."""
    for header in headers:
        if header.type == elf.SHT_GROUP:
            words = struct.unpack(f"<{header.size // 4}I", _slice(image, header))
            if words[0] & elf.GRP_COMDAT:
                obj.groups.append((obj.symbols[header.info].name, list(words[1:])))


MOST_ALIGN = 1 << 21
ARCHIVE_MAGIC = b"!<arch>\n"


def read_archive(name: str, image: bytes) -> list[tuple[str, bytes]]:
    """The members of a System V `ar` archive as (`archive(member)`, bytes), in order; E0602 where it is damaged."""
    if image[:8] == b"!<thin>\n":
        raise _bad(name, "is a thin archive", "make an ordinary one: `ar rc`, without `T`")
    members, long_names, at = [], b"", 8
    while at + 60 <= len(image):
        header = image[at:at + 60]
        if header[58:60] != b"`\n" or not header[48:58].strip().isdigit():
            raise _bad(name, f"is damaged (member header at {at:#x})")
        size, label = int(header[48:58]), header[:16].decode("ascii", "replace").rstrip()
        body = image[at + 60:at + 60 + size]
        at += 60 + size + size % 2
        if label == "//":
            long_names = body
        elif label not in ("/", "/SYM64/"):
            if label[:1] == "/" and label[1:].isdigit():
                start = int(label[1:])
                label = long_names[start:long_names.find(b"\n", start)].decode("utf-8", "replace")
            members.append((f"{name}({label.rstrip('/')})", body))
    return members
