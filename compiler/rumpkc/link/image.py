"""The static linker: objects become one image.

in:  objects and archives (name, bytes), a target, a memory layout, options
out: `LinkedImage`: the ELF file's bytes, the map, every symbol's address, the sizes

    read and resolve -> patch instructions in line -> mark -> fold -> shorten calls -> lay out -> relocate -> write
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
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
from rumpkc.link.relocate import Relocator, build_got, fill_got, fixups, plain_bytes
from rumpkc.link.resolve import Resolution, resolve
from rumpkc.link.tracetable import Frames, build_trace_table, pack_table
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
    trace_hidden: tuple[str, ...] = ()


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
    before: Relocator | None = None             # of the layout without the table of call sites

    def place(self) -> tuple[Placed, Relocator]:
        """Lay everything out, and a relocator for the outcome."""
        placed = place(self.resolution.objects, self.extra, self.layout, set(self.resolution.wanted))
        relocator = Relocator(self.target, self.resolution, placed, before=self.before)
        if self.got is not None:
            fill_got(self.got, self.slots, relocator)
        return placed, relocator


def link_image(objects: list[tuple[str, bytes]], target: Target, layout: ImageLayout,
               options: LinkOptions = LinkOptions(),  # noqa: B008
               user: list[tuple[str, bytes]] | None = None) -> LinkedImage:
    """Link `objects` (display name and bytes of each `.o` or `.a`, in link order) into an image for `target`.
    `user` are the objects of the user domain, if there is one.

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
    if options.fold:
        fold(resolution, _frames(link))
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


def _frames(link: _Link) -> Callable[[InputSection], Hashable]:
    """What the table of call sites says of a section's code; nothing where there is none."""
    if not link.options.trace_table:
        return lambda _: ()
    placed, relocator = link.place()
    debug = [s for s in placed.sections if not s.flags & elf.SHF_ALLOC]
    for section in debug:
        relocator.apply(section)
    frames = Frames({s.name: s.data for s in debug}, link.target, link.options.trace_hidden)

    def of_section(section: InputSection) -> Hashable:
        return tuple(frames.of_code(section.data, 0, section.size, section.address))

    return of_section


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
    table = pack_table({})
    if link.options.trace_table:
        placed, relocator = link.place()
        debug = [s for s in placed.sections if not s.flags & elf.SHF_ALLOC]
        text = placed.section(code)
        assert text is not None
        for section in debug:
            relocator.apply(section)
        if code == TEXT:                        # the table moves user code, but nothing of this
            link.before = relocator
        try:                                    # a call is one before it is known where it goes
            table = build_trace_table({s.name: s.data for s in debug}, bytes(plain_bytes(text)), text.address,
                                      link.target, link.options.trace_hidden)
        except (IndexError, ValueError, KeyError) as error:
            raise fail("E0602", f"the debug information of an object is damaged ({error})",
                       help="compile it again, or without `-g`") from None
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
