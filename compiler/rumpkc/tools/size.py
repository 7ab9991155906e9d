"""`rumpkc size`: what takes the room in an image, by section, module and symbol; read from the ELF file."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from rumpkc.compilation import Project
from rumpkc.diagnostics import fail
from rumpkc.names.modules import ModuleLoader
from rumpkc.source import SourceMap

SECTIONS: tuple[str, ...] = (".text", ".rodata", ".data", ".bss")
LARGEST = 20                        # symbols shown
WORDS = re.compile(r"[A-Za-z_][\w.]*")


@dataclass(frozen=True, slots=True)
class Row:
    """One symbol with its size in bytes."""

    name: str
    section: str
    size: int


def show_sizes(image: Path, project: Project) -> int:
    """Print the tables of an ELF file; 0. E0722 for a file that is no ELF."""
    sections, rows = read_sizes(image)
    find = ModuleLoader(project.root, "", SourceMap()).find
    print(_line("", *(name[1:] for name in SECTIONS), "total"))
    print(_line(image.name, *(sections[name] for name in SECTIONS), sum(sections.values())))
    print()
    modules: dict[str, dict[str, int]] = defaultdict(lambda: dict.fromkeys(SECTIONS, 0))
    for row in rows:
        modules[module_of(row.name, find)][row.section] += row.size
    rest = {name: sections[name] - sum(m[name] for m in modules.values()) for name in SECTIONS}
    modules["(without a symbol)"] = {name: max(0, size) for name, size in rest.items()}
    print(_line("module", *(name[1:] for name in SECTIONS), "total"))
    for module, sizes in sorted(modules.items(), key=lambda item: (-sum(item[1].values()), item[0])):
        if any(sizes.values()):
            print(_line(module, *sizes.values(), sum(sizes.values())))
    print(f"\n{'bytes':>9}  section  largest symbols")
    for row in sorted(rows, key=lambda r: (-r.size, r.name))[:LARGEST]:
        print(f"{row.size:>9}  {row.section[1:]:<8} {row.name}")
    return 0


def _line(name: str, *columns: object) -> str:
    return f"{name:<32}" + "".join(f"{column:>10}" for column in columns)


def read_sizes(image: Path) -> tuple[dict[str, int], list[Row]]:
    """The bytes of each loaded section, and every sized symbol in one of them."""
    from elftools.common.exceptions import ELFError
    from elftools.elf.elffile import ELFFile
    from elftools.elf.sections import SymbolTableSection

    with image.open("rb") as file:
        try:
            elf = ELFFile(file)
        except ELFError as error:
            raise fail("E0722", f"{image} is not an ELF file: {error}") from None
        totals: dict[str, int] = dict.fromkeys(SECTIONS, 0)
        for section in elf.iter_sections():
            if kind := kind_of(section.name):
                totals[kind] += section["sh_size"]
        rows: dict[tuple[str, int], Row] = {}
        table = elf.get_section_by_name(".symtab")
        for symbol in table.iter_symbols() if isinstance(table, SymbolTableSection) else ():
            index, size = symbol["st_shndx"], symbol["st_size"]
            kind = kind_of(elf.get_section(index).name) if isinstance(index, int) else ""
            if kind and size:
                rows.setdefault((kind, symbol["st_value"]), Row(symbol.name, kind, size))
    return totals, list(rows.values())


def kind_of(section: str) -> str:
    """`.text.startup` counts as `.text`; empty for a section that is not loaded."""
    return next((kind for kind in SECTIONS if section == kind or section.startswith(f"{kind}.")), "")


def module_of(symbol: str, find: object) -> str:
    """The module that a symbol comes from: the longest dotted beginning that is one."""
    word = WORDS.match(symbol)
    parts = word[0].split(".") if word else []
    for count in range(len(parts) - 1, 0, -1):
        name = ".".join(parts[:count])
        if callable(find) and find(name) is not None:
            return name
    return "(constants)" if symbol.startswith(".") else "(assembly and exported)"
