"""ELF-64 little-endian: the numbers and record shapes that the linker reads and writes (gABI, chapters 4 and 5)."""

from __future__ import annotations

import struct

FILE_HEADER = struct.Struct("<16sHHIQQQIHHHHHH")
SECTION_HEADER = struct.Struct("<IIQQQQIIQQ")
PROGRAM_HEADER = struct.Struct("<IIQQQQQQ")
SYMBOL = struct.Struct("<IBBHQQ")
RELA = struct.Struct("<QQq")

ET_REL, ET_EXEC = 1, 2
PT_LOAD = 1
PF_X, PF_W, PF_R = 1, 2, 4

SHT_PROGBITS, SHT_SYMTAB, SHT_STRTAB, SHT_RELA, SHT_NOBITS, SHT_REL = 1, 2, 3, 4, 8, 9
SHT_INIT_ARRAY, SHT_FINI_ARRAY, SHT_PREINIT_ARRAY, SHT_GROUP, SHT_SYMTAB_SHNDX = 14, 15, 16, 17, 18
SHT_RISCV_ATTRIBUTES = 0x7000_0003

SHF_WRITE, SHF_ALLOC, SHF_EXECINSTR, SHF_MERGE, SHF_STRINGS = 1, 2, 4, 0x10, 0x20
SHF_INFO_LINK, SHF_GROUP, SHF_TLS, SHF_COMPRESSED = 0x40, 0x200, 0x400, 0x800
SHF_GNU_RETAIN = 0x20_0000

SHN_UNDEF, SHN_LORESERVE, SHN_ABS, SHN_COMMON, SHN_XINDEX = 0, 0xFF00, 0xFFF1, 0xFFF2, 0xFFFF
STB_LOCAL, STB_GLOBAL, STB_WEAK = 0, 1, 2
STT_NOTYPE, STT_OBJECT, STT_FUNC, STT_SECTION, STT_FILE, STT_COMMON, STT_TLS = 0, 1, 2, 3, 4, 5, 6
STV_DEFAULT, STV_INTERNAL, STV_HIDDEN = 0, 1, 2
GRP_COMDAT = 1


def align_up(value: int, align: int) -> int:
    """The next multiple of `align` (a power of two, or 0 for none) at or above `value`."""
    return (value + align - 1) & -align if align > 1 else value


def c_string(table: bytes | memoryview, offset: int) -> str:
    """The NUL-terminated UTF-8 string at `offset` of a string table."""
    table = bytes(table) if isinstance(table, memoryview) else table
    return table[offset:table.index(0, offset)].decode("utf-8", "replace")
