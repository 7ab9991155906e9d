"""The static linker: objects become one image.

in:  objects and archives (name, bytes), a target, a memory layout, options
out: `LinkedImage`: the ELF file's bytes, the map, every symbol's address, the sizes

    read and resolve -> patch instructions in line -> mark -> fold -> shorten calls -> lay out -> relocate -> write
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from rumpkc.diagnostics import CompileError, fail
from rumpkc.link import elf
from rumpkc.link.collect import collect
from rumpkc.link.fold import fold
from rumpkc.link.layout import FIXUPS_SECTION, TRACE_SECTION, TRACE_SYMBOL, ImageLayout, Placed, place
from rumpkc.link.map import build_map
from rumpkc.link.patchpoint import apply_patchpoints
from rumpkc.link.problems import describe_problems
from rumpkc.link.reader import InputSection, ObjectFile, Symbol
from rumpkc.link.relax import relax
from rumpkc.link.relocate import Relocator, build_got, fill_got, fixups
from rumpkc.link.resolve import Resolution, resolve
from rumpkc.link.sites import HIDDEN, Sites, sites_of
from rumpkc.link.tracetable import pack_table, table_of
from rumpkc.link.write import build_elf, named_symbols
from rumpkc.targets.target import Target

TEXT = ".text"


@dataclass(frozen=True, slots=True)
class LinkOptions:
    """What to link and how.

    `entry` is the symbol where the machine starts; `keep` are further symbols that must be in the image;
    `collect_garbage` leaves unreachable sections out; `debug` keeps DWARF; `fold` makes functions with the
    same code one; `trace_table` fills the table of call sites
    for tracebacks (it is empty otherwise, and absent when nothing refers to `__traceback_table`), in which frames of
    files below `trace_hidden` (path prefixes) are left out.
    """

    entry: str = "_start"
    keep: tuple[str, ...] = ()
    collect_garbage: bool = True
    debug: bool = True
    fold: bool = False
    trace_table: bool = False
    trace_hidden: tuple[str, ...] = HIDDEN


@dataclass(frozen=True, slots=True)
class LinkedImage:
    """A finished image. `sizes` has bytes of `text`, `rodata`, `data`, `bss` and `trace` (a part of rodata)."""

    elf_bytes: bytes
    map_text: str
    symbols: dict[str, int]
    sizes: dict[str, int]
    entry: int


@dataclass(slots=True)
class _Link:
    """The state of one link: what later steps need from earlier ones."""

    target: Target
    layout: ImageLayout
    options: LinkOptions
    resolution: Resolution
    extra: list[InputSection] = field(default_factory=list)
    got: InputSection | None = None
    slots: dict[str, Symbol] = field(default_factory=dict)

    def place(self) -> tuple[Placed, Relocator]:
        """Lay everything out, and a relocator for the outcome."""
        placed = place(self.resolution.objects, self.extra, self.layout, set(self.resolution.wanted))
        relocator = Relocator(self.target, self.resolution, placed)
        if self.got is not None:
            fill_got(self.got, self.slots, relocator)
        return placed, relocator


def link_image(objects: list[tuple[str, bytes]], target: Target, layout: ImageLayout,
               options: LinkOptions = LinkOptions(),  # noqa: B008
               user: list[tuple[str, bytes]] | None = None, sites: Mapping[str, Sites] | None = None) -> LinkedImage:
    """Link `objects` (display name and bytes of each `.o` or `.a`, in link order) into an image for `target`.
    `user` are the objects of the user domain, if there is one; `sites` those that are known, by the object's name.

    Raises E0601 (undefined symbol) to E0611; all undefined symbols and ranges are reported at once.
    """
    roots = [options.entry, *options.keep]
    resolution = resolve(objects, target.elf_machine, roots, user)
    _check_roots(resolution, roots)
    apply_patchpoints(resolution.objects)
    collect(resolution, roots, everything=not options.collect_garbage)
    link = _Link(target, layout, options, resolution)
    link.got, link.slots = build_got(resolution, target)
    if link.got is not None:
        link.extra.append(link.got)
    if options.trace_table:
        _find_sites(link, sites or {})
    if options.fold:
        fold(resolution)
    relax(link.place()[1], target)
    own = fixups(resolution)
    if user:
        link.extra.append(_own_section(FIXUPS_SECTION, bytes(4 * len(own) + 4)))
    if TRACE_SYMBOL in resolution.wanted and TRACE_SYMBOL not in resolution.table:
        link.extra.append(_trace_section(link, TEXT))
    if TRACE_SYMBOL in resolution.user_wanted:
        link.extra.append(_trace_section(link, ".user.text"))
    if not options.debug:
        _drop_debug(resolution)
    placed, relocator = link.place()
    if user:
        _fill_fixups(link.extra, own)
    for section in placed.sections:
        relocator.apply(section)
    if relocator.problems:
        raise CompileError(*describe_problems(relocator, resolution))
    entry = resolution.table[options.entry].address
    return LinkedImage(build_elf(target, placed, resolution, entry, layout.page_bytes),
                       build_map(placed, resolution, options.entry), named_symbols(placed, resolution),
                       _sizes(placed), entry)


def _find_sites(link: _Link, known: Mapping[str, Sites]) -> None:
    """Give the code of all objects its sites, which are `known` of some."""
    for obj in link.resolution.objects:
        found = known.get(obj.name)
        if found is None:
            found = sites_of(obj.name, obj.image, link.target, link.options.trace_hidden)
        for section in obj.sections:
            if section is not None:
                section.sites = found.get(section.index, ())


def _own_section(name: str, data: bytes) -> InputSection:
    """A section of the linker's own in the user domain."""
    return InputSection(ObjectFile("<linker>", user=True), 0, name, elf.SHT_PROGBITS, elf.SHF_ALLOC, 4, len(data), data,
                        alive=True)


def _fill_fixups(extra: list[InputSection], own: list[tuple[InputSection, int]]) -> None:
    """Their number, then their distances from the thread pointer, four bytes each."""
    words = [len(own), *(section.own_offset + offset for section, offset in own)]
    for section in extra:
        if section.name == FIXUPS_SECTION:
            section.data = b"".join(word.to_bytes(4, "little") for word in words)


def _trace_section(link: _Link, code: str) -> InputSection:
    """The table of call sites of one domain's code. The table comes behind the code; that of user code behind the
    kernel's, which moves it: so the addresses of a layout without the table are final, given the tables before it."""
    text = link.place()[0].section(code)
    table = table_of(text) if link.options.trace_table and text is not None else pack_table({})
    owner = ObjectFile("<linker>", user=code != TEXT)
    return InputSection(owner, 0, TRACE_SECTION, elf.SHT_PROGBITS, elf.SHF_ALLOC, 4, len(table), table, alive=True)


def _check_roots(resolution: Resolution, roots: list[str]) -> None:
    """E0605 when a root, such as the entry, is nowhere."""
    for name in roots:
        if name not in resolution.table:
            what = "entry" if name == roots[0] else "symbol to keep"
            raise fail("E0605", f"the {what} `{name}` is not defined by any object",
                       help="mark it `.globl` in the assembly, or `@export` it")


def _drop_debug(resolution: Resolution) -> None:
    """Leave the debug sections out of the image."""
    for obj in resolution.objects:
        for section in obj.sections:
            if section is not None and not section.flags & elf.SHF_ALLOC:
                section.alive = False


def _sizes(placed: Placed) -> dict[str, int]:
    """Bytes by kind of memory."""
    found = {s.name.lstrip("."): s.size for s in placed.sections if s.flags & elf.SHF_ALLOC}
    trace = placed.symbols.get("__traceback_table")
    sizes = {name: found.get(name, 0) for name in ("text", "rodata", "data", "bss")}
    return sizes | {"trace": trace.size if trace else 0}
