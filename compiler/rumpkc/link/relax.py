"""Shortens calls to what is near, where the object's compiler allows it (RISC-V ELF psABI, "Linker Relaxation").

    before: auipc ra, 0; jalr ra        with CALL_PLT and RELAX         8 bytes, reaches 2 GiB
    after:  jal ra, 0                   with JAL                        4 bytes, reaches 1 MiB

What follows moves down: symbols, places of relocations, and padding, of which ALIGN says how much there is to spare.
All else that an object says of distances in such code (branches, lines, ranges) are relocations too, by the psABI.

Distances are those of the layout before; they only shrink, except for padding between sections: `SLACK` allows for it.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from importlib import import_module

from rumpkc.link import elf
from rumpkc.link.reader import InputSection, ObjectFile, Symbol
from rumpkc.link.relocate import Relocator
from rumpkc.targets.relocation import Form, Relaxation
from rumpkc.targets.target import Target

SLACK = 1 << 16                         # bytes


@dataclass(slots=True)
class _Cuts:
    """What one section becomes. `ends[i]`, an old offset, is behind the i-th cut; `lost[i]` bytes are lost up to it."""

    data: bytearray = field(default_factory=bytearray)
    relocations: list[tuple[int, int, int]] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    lost: list[int] = field(default_factory=list)

    def cut(self, end: int, count: int) -> None:
        """The `count` bytes before the old offset `end` go."""
        if count:
            self.ends.append(end)
            self.lost.append(count + (self.lost[-1] if self.lost else 0))

    def moved(self, offset: int) -> int:
        """Where an old offset is now."""
        index = bisect_right(self.ends, offset)
        return offset - (self.lost[index - 1] if index else 0)


def relax(relocator: Relocator, target: Target) -> bool:
    """Shorten what can be in all live code; whether anything was, so that addresses have to be laid out again."""
    rules: Relaxation | None = getattr(import_module(f"rumpkc.targets.{target.name}.relocations"), "RELAXATION", None)
    objects = relocator.resolution.objects
    found: dict[int, _Cuts] = {}
    if rules is not None:
        code = [s for obj in objects for s in obj.live_sections() if s.flags & elf.SHF_EXECINSTR and s.relocations]
        found = {id(section): cuts for section in code if (cuts := _shortened(relocator, section, rules)).ends}
    if found:
        for obj in objects:
            _move_references(relocator, obj, found)
        for obj in objects:
            _move_symbols(obj, found)
    return bool(found)


def _shortened(relocator: Relocator, section: InputSection, rules: Relaxation) -> _Cuts:
    """The new code of a section, with its relocations at their new places.

    Padding is settled on the way: it counts from the section's start, which is aligned as its code asks for.
    """
    cuts, old = _Cuts(), section.data
    records = sorted(elf.RELA.iter_unpack(section.relocations), key=lambda record: record[0])
    hints = {offset for offset, info, _ in records if info & 0xFFFF_FFFF == rules.hint}
    addresses = relocator.addresses(section.owner)
    at = 0                              # up to here the old bytes are in the new ones
    for offset, info, addend in records:
        kind, value = info & 0xFFFF_FFFF, addresses[info >> 32]
        row = relocator.table.get(kind)
        place = offset - (cuts.lost[-1] if cuts.lost else 0)
        replaced = None
        if row is not None and row.form is Form.PADDING:
            align = 1 << addend.bit_length()
            if align <= section.align and -place % align <= addend:
                replaced = rules.padding(-place % align), 0, addend
        elif row is not None and kind in rules.shorter and offset in hints and value is not None:
            distance = value + addend - (section.address + offset)
            distance += SLACK if distance > 0 else -SLACK
            if (short := rules.shorter[kind](old, offset, distance)) is not None:
                replaced = *short, row.branch
        if replaced is not None:
            code, kind, length = replaced
            cuts.data += old[at:offset] + code
            at = offset + length
            cuts.cut(at, length - len(code))
        if kind not in (0, rules.hint):
            cuts.relocations.append((place, info >> 32 << 32 | kind, addend))
    cuts.data += old[at:]
    return cuts


def _move_references(relocator: Relocator, obj: ObjectFile, found: dict[int, _Cuts]) -> None:
    """Give the sections of `obj` their new code, and all their references their new distances from symbols."""
    for section in obj.live_sections():
        cuts = found.get(id(section))
        records = list(elf.RELA.iter_unpack(section.relocations)) if cuts is None else cuts.relocations
        if cuts is not None or any(addend for _, _, addend in records):
            section.relocations = b"".join([
                elf.RELA.pack(offset, info, _moved_addend(relocator, obj.symbols[info >> 32], addend, found))
                for offset, info, addend in records])
        if cuts is not None:
            section.data, section.size = bytes(cuts.data), len(cuts.data)
            section.sites = [(cuts.moved(end), frames) for end, frames in section.sites]


def _moved_addend(relocator: Relocator, symbol: Symbol, addend: int, found: dict[int, _Cuts]) -> int:
    """How far a place that was `addend` behind a symbol is from it now."""
    if addend == 0:
        return 0
    meant = relocator.resolution.definition(symbol)
    if meant is None or meant.section is None or (cuts := found.get(id(meant.section))) is None:
        return addend
    return cuts.moved(meant.value + addend) - cuts.moved(meant.value)


def _move_symbols(obj: ObjectFile, found: dict[int, _Cuts]) -> None:
    for symbol in obj.symbols:
        if symbol.section is not None and (cuts := found.get(id(symbol.section))) is not None:
            end = cuts.moved(symbol.value + symbol.size)
            symbol.value = cuts.moved(symbol.value)
            symbol.size = end - symbol.value
