"""Marks the sections that the image needs: those reachable from the roots over relocations.

Debug sections describe but do not keep: an object's are taken when anything else of that object is.
"""

from __future__ import annotations

from rumpkc.link import elf
from rumpkc.link.reader import InputSection, ObjectFile
from rumpkc.link.resolve import Resolution

ALWAYS_KEPT = (".boot",)


def collect(resolution: Resolution, roots: list[str], *, everything: bool = False) -> None:
    """Set `alive` on every section that is needed; with `everything`, on all but the linker's own inputs."""
    todo = [s for obj in resolution.objects for s in obj.sections
            if s is not None and s.is_allocated and not is_consumed(s) and (everything or _is_root(s))]
    todo += [symbol.section for name in roots if (symbol := resolution.table.get(name)) and symbol.section]
    named = _sections_by_identifier(resolution.objects)
    while todo:
        section = todo.pop()
        if section.alive or is_consumed(section):
            continue
        section.alive = True
        todo += _targets(resolution, section, named)
    for obj in resolution.objects:
        if any(s is not None and s.alive for s in obj.sections):
            for section in obj.sections:
                if section is not None and not section.is_allocated:
                    section.alive = True


def is_consumed(section: InputSection) -> bool:
    """True for sections that the linker reads and leaves out of the image."""
    return section.name == ".llvm_stackmaps"


def _is_root(section: InputSection) -> bool:
    return bool(section.flags & elf.SHF_GNU_RETAIN) or section.name.startswith(ALWAYS_KEPT)


def _sections_by_identifier(objects: list[ObjectFile]) -> dict[str, list[InputSection]]:
    """Sections whose name is a C identifier, by that name: `__start_NAME` and `__stop_NAME` bracket them."""
    found: dict[str, list[InputSection]] = {}
    for obj in objects:
        for section in obj.sections:
            if section is not None and section.is_allocated and section.name.isidentifier():
                found.setdefault(section.name, []).append(section)
    return found


def _targets(resolution: Resolution, section: InputSection, named: dict[str, list[InputSection]]) -> list[InputSection]:
    """The sections that `section` refers to."""
    symbols = section.owner.symbols
    result: list[InputSection] = []
    for number in {info >> 32 for _, info, _ in elf.RELA.iter_unpack(section.relocations)}:
        symbol = resolution.definition(symbols[number])
        if symbol is not None:
            if symbol.section is not None:
                result.append(symbol.section)
        elif symbols[number].name.startswith(("__start_", "__stop_")):
            result += named.get(symbols[number].name.removeprefix("__start_").removeprefix("__stop_"), [])
    return result
