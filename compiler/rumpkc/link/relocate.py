"""Patches final addresses into the bytes of every output section.

Whatever cannot be patched (an undefined symbol, a value out of range, an unknown relocation) becomes a `Problem`; all
of them are reported together, with source lines, once the debug sections are in place. Nothing is ever skipped.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from importlib import import_module

from rumpkc.link import elf
from rumpkc.link.layout import OutputSection, Placed, user_name
from rumpkc.link.reader import InputSection, ObjectFile, Symbol
from rumpkc.link.resolve import Resolution, is_user
from rumpkc.targets.relocation import Form, PatchError, Relocation
from rumpkc.targets.target import Target

# What a debug section says about code that was left out of the image. Two zeros would end a range list.
TOMBSTONE = {".debug_ranges": 1, ".debug_loc": 1}


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that cannot be linked: what kind, at which place of which section, about which symbol."""

    kind: str  # "undefined", "range", "unknown", "domain" or "padding"
    section: InputSection
    offset: int
    symbol: str
    detail: str


@dataclass(slots=True)
class Relocator:
    """Applies relocations for one layout. `got` maps a symbol (see `_slot_key`) to the address of its slot; `before`
    has relocated debug sections for an earlier layout, in which the code lay where it lies."""

    target: Target
    resolution: Resolution
    placed: Placed
    got: dict[str, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    table: dict[int, Relocation] = field(init=False)
    _addresses: dict[int, list[int | None]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.table = relocation_table(self.target)

    def apply(self, out: OutputSection) -> None:
        """Fill `out.data` with the inputs' bytes, relocated."""
        if out.kind == elf.SHT_NOBITS:
            return
        out.data = plain_bytes(out)
        for section in out.inputs:
            if section.relocations:
                self.apply_section(section, out.data, section.address - out.address)

    def addresses(self, obj: ObjectFile) -> list[int | None]:
        """The final address of each symbol of `obj`, by number; None where undefined or left out."""
        known = self._addresses.get(id(obj))
        if known is None:
            known = self._addresses[id(obj)] = [self.address(symbol) for symbol in obj.symbols]
        return known

    def address(self, symbol: Symbol) -> int | None:
        """The final address of the symbol that a reference to `symbol` means; None where undefined or left out."""
        name = user_name(symbol.name) if is_user(symbol) else symbol.name
        found = self.resolution.definition(symbol) or self.placed.symbols.get(name)
        if found is None or found.section is not None and not found.section.alive:
            return None
        return found.address

    def apply_section(self, section: InputSection, data: bytearray, base: int) -> None:
        """Patch what the section's relocations ask for into `data`, in which it begins at `base`."""
        addresses = self.addresses(section.owner)
        table, symbols = self.table, section.owner.symbols
        highs: dict[int, int] = {}
        lows: list[tuple[int, int, Relocation]] = []
        for offset, info, addend in elf.RELA.iter_unpack(section.relocations):
            kind = table.get(info & 0xFFFF_FFFF)
            if kind is None or kind.own and not section.owner.user:
                self._complain("unknown", section, offset, symbols[info >> 32], f"number {info & 0xFFFF_FFFF}")
                continue
            value = addresses[info >> 32]
            if section.owner.user and value is not None and section.is_allocated:
                self._check_domain(section, offset, symbols[info >> 32], kind)
            if kind.form is Form.VALUE and value is not None and not kind.opens_pair:
                try:
                    kind.patch(data, base + offset, value + addend, section.address + offset)
                except PatchError as error:
                    self._complain("range", section, offset, symbols[info >> 32], f"{kind.name}: {error}")
            elif kind.form is Form.PAIR_LOW:
                lows.append((offset, info >> 32, kind))
            elif kind.form is not Form.NONE:
                self._apply_special(section, data, base, (offset, symbols[info >> 32], addend), kind, value, highs)
        for offset, number, kind in lows:
            high = highs.get(addresses[number] or 0)
            if high is None:
                self._complain("unknown", section, offset, symbols[number], f"{kind.name} without its high part")
            else:
                kind.patch(data, base + offset, high, 0)

    def _apply_special(self, section: InputSection, data: bytearray, base: int, where: tuple[int, Symbol, int],
                       kind: Relocation, value: int | None, highs: dict[int, int]) -> None:
        """Everything but a plain patch with a known value."""
        offset, symbol, addend = where
        place = section.address + offset
        if kind.form is Form.PADDING:
            self._check_padding(section, offset, addend)
            return
        if value is None and symbol.bind != elf.STB_WEAK and not section.is_debug:
            beyond = section.owner.user and symbol.name in self.resolution.table
            self._complain("domain" if beyond else "undefined", section, offset, symbol, kind.name)
            return
        if kind.form is Form.GOT:
            value = self.got[_slot_key(symbol)]
        elif value is None:
            if section.is_debug:
                value = TOMBSTONE.get(section.name, 0) - addend
            elif kind.forget is not None:
                kind.forget(data, base + offset)
                highs[place] = addend
                return
            else:
                value = place + kind.branch if kind.branch else 0
        assert value is not None
        try:
            kind.patch(data, base + offset, value + addend, place)
        except PatchError as error:
            self._complain("range", section, offset, symbol, f"{kind.name}: {error}")
        if kind.opens_pair:
            highs[place] = value + addend - place

    def _check_domain(self, section: InputSection, offset: int, symbol: Symbol, kind: Relocation) -> None:
        """The proof that user code and constants refer to nothing beyond the wall: every relocation of theirs ends in a
        section of the user domain, or in a symbol of the linker's that stands for such; and what differs from worker to
        worker is only reached by its distance from the thread pointer, or from another such variable."""
        found = self.resolution.definition(symbol)
        if found is not None and (found.owner is None or not found.owner.user):
            self._complain("domain", section, offset, symbol, kind.name)
        own = found is not None and found.section is not None and found.section.is_own
        if own != kind.own and not (own and section.is_own):
            self._complain("domain", section, offset, symbol, kind.name)

    def _check_padding(self, section: InputSection, offset: int, padding: int) -> None:
        """RISC-V `ALIGN`: `padding` bytes of nops, of which the linker should delete some; none is all we can do."""
        align = 1 << padding.bit_length()
        end = section.address + offset + padding
        if end % align:
            self.problems.append(Problem("padding", section, offset, "", f"alignment to {align}"))

    def _complain(self, kind: str, section: InputSection, offset: int, symbol: Symbol, detail: str) -> None:
        self.problems.append(Problem(kind, section, offset, symbol.name, detail))


def plain_bytes(out: OutputSection) -> bytearray:
    """The bytes of a section's inputs, each in its place, as they are in the objects."""
    data = bytearray(out.size)
    for section in out.inputs:
        at = section.address - out.address
        data[at:at + len(section.data)] = section.data
    return data


def relocation_table(target: Target) -> dict[int, Relocation]:
    """The machine's relocations by number."""
    return import_module(f"rumpkc.targets.{target.name}.relocations").RELOCATIONS


def fixups(resolution: Resolution) -> list[tuple[InputSection, int]]:
    """Where the template of workers' variables holds addresses of such variables: each worker adds its own base."""
    found: list[tuple[InputSection, int]] = []
    for obj in resolution.objects:
        for section in obj.live_sections():
            if section.is_own:
                for offset, info, _ in elf.RELA.iter_unpack(section.relocations):
                    target = resolution.definition(obj.symbols[info >> 32])
                    if target is not None and target.section is not None and target.section.is_own:
                        found.append((section, offset))
    return found


GOT_SECTION = ".rodata.got"


def _slot_key(symbol: Symbol) -> str:
    """What symbols share a slot: global ones of one name."""
    if symbol.bind != elf.STB_LOCAL:
        return symbol.name
    assert symbol.owner is not None
    return f"{symbol.owner.name}#{symbol.owner.symbols.index(symbol)}"


def build_got(resolution: Resolution, target: Target) -> tuple[InputSection | None, dict[str, Symbol]]:
    """An empty table for the addresses that GOT relocations of live sections need, and whose they are, in slot order.

    None when no relocation asks for a table.
    """
    table = relocation_table(target)
    forms = {number for number, kind in table.items() if kind.form is Form.GOT}
    slots: dict[str, Symbol] = {}
    for obj in resolution.objects:
        for section in obj.live_sections():
            for _, info, _ in elf.RELA.iter_unpack(section.relocations):
                if info & 0xFFFF_FFFF in forms:
                    slots.setdefault(_slot_key(obj.symbols[info >> 32]), obj.symbols[info >> 32])
    if not slots:
        return None, {}
    owner = ObjectFile("<linker>")
    section = InputSection(owner, 0, GOT_SECTION, elf.SHT_PROGBITS, elf.SHF_ALLOC, 8, 8 * len(slots), b"", alive=True)
    return section, slots


def fill_got(section: InputSection, slots: dict[str, Symbol], relocator: Relocator) -> None:
    """Write the slots' contents (0 for what nobody defines) and tell the relocator where the slots are."""
    section.data = b"".join((relocator.address(symbol) or 0).to_bytes(8, "little") for symbol in slots.values())
    relocator.got = {key: section.address + 8 * i for i, key in enumerate(slots)}
