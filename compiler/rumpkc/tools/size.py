"""`rumpkc size`: what takes the room in an image, by section, module and symbol; read from the ELF file."""

from __future__ import annotations

import os
import re
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from rumpkc.compilation import Project
from rumpkc.diagnostics import fail
from rumpkc.names.modules import ModuleLoader
from rumpkc.source import SourceMap
from rumpkc.tools.places import USER

SECTIONS: tuple[str, ...] = (".text", ".rodata", ".data", ".bss")
LARGEST = 20                        # symbols shown
WORDS = re.compile(r"[A-Za-z_][\w.]*")


@dataclass(frozen=True, slots=True)
class Row:
    """One symbol with its size in bytes."""

    name: str
    section: str
    size: int


Sizes = tuple[dict[str, int], list[Row]]


def show_sizes(image: Path, project: Project, *, everything: bool = False, other: Path | None = None,
               html: bool = False) -> int:
    """Print the tables of an ELF file; 0. E0722 for a file that is no ELF."""
    sections, rows = read_sizes(image)
    find = ModuleLoader(project.root, "", SourceMap()).find
    if html:
        from rumpkc.link.write import write_file
        from rumpkc.tools.size_map import html_map

        path = image.with_suffix(".size.html")
        named = [(module_of(row.name, find), row.name, row.size) for row in rows]
        write_file(path, html_map(image.name, named).encode())
        print(os.path.relpath(path))
    if other is not None:
        show_difference(image, (sections, rows), other, read_sizes(other))
        return 0
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
    for row in sorted(rows, key=lambda r: (-r.size, r.name))[:None if everything else LARGEST]:
        print(f"{row.size:>9}  {row.section[1:]:<8} {row.name}")
    return 0


def show_difference(image: Path, new: Sizes, other: Path, old: Sizes) -> None:
    """Print what differs from `other`: the sections, then symbols, largest change first."""
    print(_line("", *(name[1:] for name in SECTIONS), "total"))
    for name, (sections, _) in ((other.name, old), (image.name, new)):
        print(_line(name, *(sections[s] for s in SECTIONS), sum(sections.values())))
    changes = [new[0][s] - old[0][s] for s in SECTIONS]
    print(_line("difference", *(f"{n:+}" if n else 0 for n in changes), f"{sum(changes):+}" if sum(changes) else 0))
    before, after = _by_name(old[1]), _by_name(new[1])
    moved = [(after.get(key, 0) - before.get(key, 0), key) for key in before.keys() | after.keys()]
    moved = sorted(((n, key) for n, key in moved if n), key=lambda item: (-abs(item[0]), item[1]))
    print(f"\n{'bytes':>9}  section  symbol" if moved else "\nno symbol has another size")
    for change, (section, name) in moved:
        note = "" if (section, name) in before and (section, name) in after else "  (new)" if change > 0 else "  (gone)"
        print(f"{change:>+9}  {section[1:]:<8} {name}{note}")


def _by_name(rows: list[Row]) -> dict[tuple[str, str], int]:
    """Bytes by section and name; local symbols of one name are counted together."""
    out: dict[tuple[str, str], int] = defaultdict(int)
    for row in rows:
        out[row.section, row.name] += row.size
    return out


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
    """`.text.startup` and `.user.text` count as `.text`; empty for a section that is not loaded."""
    section = section.removeprefix(".user")
    return next((kind for kind in SECTIONS if section == kind or section.startswith(f"{kind}.")), "")


def module_of(symbol: str, find: object) -> str:
    """The module that a symbol comes from: the longest dotted beginning that is one; workers' code apart."""
    if symbol.startswith(USER):
        return USER + module_of(symbol.removeprefix(USER), find)
    word = WORDS.match(symbol)
    parts = word[0].split(".") if word else []
    for count in range(len(parts) - 1, 0, -1):
        name = ".".join(parts[:count])
        if callable(find) and find(name) is not None:
            return name
    return "(constants)" if symbol.startswith(".") else "(assembly and exported)"
