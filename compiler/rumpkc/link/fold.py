"""Functions with the same code become one.

    before: `list[Job].append` and `list[Node].append`, the same bytes, which call the same functions or such equals
    after:  the first of them; both names mean it

Only sections are folded of which the compiler says by their name that nobody compares the function's address
(targets/apart.py). Tracebacks stay as they were: the calls at one place of all of them have the same frames, function,
file and line.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator

from rumpkc.link import elf
from rumpkc.link.reader import InputSection, Symbol
from rumpkc.link.resolve import Resolution

UNNAMED = (".text.unnamed.", ".text.unlikely.unnamed.")


def fold(resolution: Resolution) -> None:
    """Fold what can be: what tracebacks show of the calls is the same, too."""
    functions = _functions(resolution)
    for equal in _equals(resolution, functions):
        first = equal[0]
        for other in equal[1:]:
            first.align = max(first.align, other.align)
            other.alive = False
            functions[id(other)].section = first
    _rename(resolution, functions)


def _functions(resolution: Resolution) -> dict[int, Symbol]:
    """Live sections that are one function, by identity: its symbol."""
    found: dict[int, Symbol] = {}
    several: set[int] = set()
    for obj in resolution.objects:
        for symbol in obj.symbols:
            section = symbol.section
            if section is None or symbol.kind != elf.STT_FUNC or not section.alive:
                continue
            if id(section) in found:
                several.add(id(section))
            if section.name.startswith(UNNAMED) and symbol.value == 0 and symbol.size == section.size:
                found[id(section)] = symbol
            else:
                several.add(id(section))
    return {number: symbol for number, symbol in found.items() if number not in several}


def _allocated(resolution: Resolution) -> Iterator[InputSection]:
    """Live sections that are a part of the image's memory."""
    for obj in resolution.objects:
        for section in obj.live_sections():
            if section.is_allocated:
                yield section


def _equals(resolution: Resolution, functions: dict[int, Symbol]) -> list[list[InputSection]]:
    """Functions that do the same, in link order: groups of equal code, divided until equal places of all of a group
    call functions of one group."""
    sections = [section for symbol in functions.values() if (section := symbol.section) is not None]
    groups = _divided([sections], lambda section: (section.owner.user, section.data))
    groups = _divided(groups, lambda section: tuple(section.sites))
    while True:
        number = {id(section): n for n, group in enumerate(groups) for section in group}
        divided = _divided(groups, lambda section: _targets(resolution, section, number))  # noqa: B023
        if len(divided) == len(groups) and sum(map(len, divided)) == len(number):
            return divided
        groups = divided


def _divided(groups: list[list[InputSection]], key: Callable[[InputSection], Hashable]) -> list[list[InputSection]]:
    """The groups of those with equal keys; what is alone is in none."""
    out: list[list[InputSection]] = []
    for group in groups:
        parts: dict[Hashable, list[InputSection]] = {}
        for section in group:
            parts.setdefault(key(section), []).append(section)
        out += [part for part in parts.values() if len(part) > 1]
    return out


def _targets(resolution: Resolution, section: InputSection, number: dict[int, int]) -> Hashable:
    """What the relocations of a section mean: places in itself, functions of a group, others."""
    found: list[Hashable] = []
    for offset, info, addend in elf.RELA.iter_unpack(section.relocations):
        symbol = section.owner.symbols[info >> 32]
        meant = resolution.definition(symbol)
        place: Hashable = symbol.name
        if meant is not None:
            at = meant.value + addend
            other = meant.section
            place = (at if other is None or other is section else
                     ("group", number[id(other)], at) if id(other) in number else ("other", id(other), at))
        found.append((offset, info & 0xFFFF_FFFF, addend if meant is None else 0, place))
    return tuple(found)


def _rename(resolution: Resolution, functions: dict[int, Symbol]) -> None:
    """References to the sections of folded functions go by the functions' symbols, which mean the first one now."""
    numbers: dict[int, dict[int, int]] = {}
    for obj in resolution.objects:
        numbers[id(obj)] = {id(symbol): number for number, symbol in enumerate(obj.symbols)}
    for section in _allocated(resolution):
        symbols, records, changed = section.owner.symbols, [], False
        for offset, info, addend in elf.RELA.iter_unpack(section.relocations):
            meant = resolution.definition(symbols[info >> 32])
            gone = meant.section if meant is not None else None
            if gone is not None and not gone.alive and id(gone) in functions:
                assert meant is not None and gone.owner is section.owner, "a section's symbol is its object's own"
                info = numbers[id(gone.owner)][id(functions[id(gone)])] << 32 | info & 0xFFFF_FFFF
                addend += meant.value
                changed = True
            records.append((offset, info, addend))
        if changed:
            section.relocations = b"".join([elf.RELA.pack(*record) for record in records])
