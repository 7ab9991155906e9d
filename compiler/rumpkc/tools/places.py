"""Addresses of an image become functions, files and lines: by its symbols, and by its debug information if any."""

from __future__ import annotations

import bisect
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from rumpkc.diagnostics import fail
from rumpkc.link import elf
from rumpkc.link.dwarf import LineTable
from rumpkc.link.inlines import Functions, frames_at

EXECUTABLE, NO_TYPE, FUNCTION, HIDDEN_NAMES = 4, 0, 2, "$."      # sh_flags, st_info (ELF, "Sections", "Symbol Table")


USER, USER_CODE = "user:", ".user.text"         # how names of the user domain begin; where its code is


class Symbol(NamedTuple):
    """A function of the image: what has no size (assembly) reaches to the next one."""

    address: int
    size: int
    name: str


class Place(NamedTuple):
    """One frame at an address; `file` is empty and `line` 0 where only the symbol is known."""

    function: str
    file: str
    line: int
    domain: str = ""            # `user:` for the code of workers

    def __str__(self) -> str:
        name = self.domain + self.function
        return f"{name} at {self.file}:{self.line}" if self.file else name


class Places:
    """What is known of an image's code addresses."""

    def __init__(self, image: Path) -> None:
        self.image = image
        self._data = image.read_bytes()
        if self._data[:6] != b"\x7fELF\x02\x01":
            raise fail("E0722", f"{image} is not an ELF file", help="name an image that `rumpkc build` has made")

    @cached_property
    def _headers(self) -> list[tuple[str, int, int, int, int, int, int]]:
        """Name, type, flags, address, offset, size and link of each section."""
        _, _, _, _, _, _, table, _, _, _, _, _, count, names = elf.FILE_HEADER.unpack_from(self._data)
        rows = [elf.SECTION_HEADER.unpack_from(self._data, table + n * elf.SECTION_HEADER.size) for n in range(count)]
        strings = rows[names][4]
        return [(self._string(strings + row[0]), *row[1:7]) for row in rows]

    def _string(self, at: int) -> str:
        return self._data[at:self._data.index(b"\0", at)].decode("utf-8", "replace")

    @cached_property
    def code(self) -> list[range]:
        """The addresses of the image's code."""
        return [range(at, at + size) for _, _, flags, at, _, size, _ in self._headers if flags & EXECUTABLE and size]

    @cached_property
    def symbols(self) -> list[Symbol]:
        """The functions, by address."""
        found: dict[int, Symbol] = {}
        for name, _, _, _, offset, size, link in self._headers:
            if name != ".symtab":
                continue
            strings = self._headers[link][4]
            for at in range(offset, offset + size, elf.SYMBOL.size):
                text, info, _, _, value, length = elf.SYMBOL.unpack_from(self._data, at)
                called = self._string(strings + text)
                plain = info & 15 == NO_TYPE and value not in found
                is_function = info & 15 == FUNCTION or plain
                named = called.removeprefix(USER)[:1]
                if named and named not in HIDDEN_NAMES and is_function and self.is_code(value):
                    found[value] = Symbol(value, length, called)
        return [found[at] for at in sorted(found)]

    @cached_property
    def _starts(self) -> list[int]:
        return [symbol.address for symbol in self.symbols]

    @cached_property
    def _debug(self) -> tuple[Functions, LineTable]:
        sections = {name: bytearray(self._data[offset:offset + size])
                    for name, _, _, _, offset, size, _ in self._headers if name.startswith(".debug_")}
        return Functions(sections), LineTable.of_sections(sections)

    def code_of(self, symbol: Symbol) -> bytes:
        """The bytes of a function: up to its size, else to the next symbol."""
        at = bisect.bisect_right(self._starts, symbol.address)
        for _, _, flags, start, offset, size, _ in self._headers:
            if flags & EXECUTABLE and start <= symbol.address < start + size:
                following = self._starts[at] if at < len(self._starts) else start + size
                end = symbol.address + symbol.size if symbol.size else min(following, start + size)
                return self._data[offset + symbol.address - start:offset + end - start]
        return b""

    @property
    def entry(self) -> int:
        """Where the machine starts."""
        return int(elf.FILE_HEADER.unpack_from(self._data)[4])

    @property
    def machine(self) -> int:
        """The ELF number of the machine."""
        return int(elf.FILE_HEADER.unpack_from(self._data)[2])

    @cached_property
    def addresses(self) -> dict[str, int]:
        """Every named symbol's address, functions or not."""
        out: dict[str, int] = {}
        for name, _, _, _, offset, size, link in self._headers:
            if name == ".symtab":
                for at in range(offset, offset + size, elf.SYMBOL.size):
                    text, _, _, _, value, _ = elf.SYMBOL.unpack_from(self._data, at)
                    out.setdefault(self._string(self._headers[link][4] + text), value)
        return out

    def is_code(self, address: int) -> bool:
        return any(address in part for part in self.code)

    def is_user(self, address: int) -> bool:
        """Whether an address lies in the code of workers."""
        return any(name == USER_CODE and at <= address < at + size for name, _, _, at, _, size, _ in self._headers)

    def symbol(self, address: int) -> Symbol | None:
        """The function that an address lies in."""
        at = bisect.bisect_right(self._starts, address) - 1
        if at < 0 or not self.is_code(address):
            return None
        found = self.symbols[at]
        return found if not found.size or address < found.address + found.size else None

    def frames(self, address: int) -> list[Place]:
        """The frames at an address, innermost first, with inlined calls expanded; empty for what is no code."""
        if not self.is_code(address):
            return []
        functions, lines = self._debug
        domain = USER if self.is_user(address) else ""
        known = [Place(*frame, domain) for frame in frames_at(address, functions, lines)]
        if known:
            return known
        symbol = self.symbol(address)
        where = lines.find(address)
        return [Place(symbol.name.removeprefix(USER), *(where or ("", 0)), domain)] if symbol is not None else []
