"""Gives every live section its place in the image, and the linker's own symbols their values.

    load address   .boot*, then code            R X     __image_start __text_start … __text_end
    next page      constants, .got, the trace   R       __rodata_start … __rodata_end
    next page      user code                    R X     __user_text_start … __user_text_end
    next page      user constants, and what a   R       __user_rodata_start … __user_rodata_end
                   worker's variables begin as          __user_data_start; how many bytes a worker needs
                                                        for them is __user_own_end less that
    next page      data                         RW      __data_start … __data_end
                   zeroed data                  RW      __bss_start … __bss_end
    next page      the boot stack, if asked for RW      __stack_start … __stack_end
    next page                                           __image_end;  __memory_end is the end of RAM
"""

from __future__ import annotations

from dataclasses import dataclass, field

from rumpkc.diagnostics import fail
from rumpkc.link import elf
from rumpkc.link.elf import align_up
from rumpkc.link.reader import InputSection, ObjectFile, Symbol
from rumpkc.source import Span
from rumpkc.targets.target import Region, Target


@dataclass(frozen=True, slots=True)
class ImageLayout:
    """Where an image goes: the memory it may use, the address of its first byte, and the stack to reserve (bytes).

    The stack is reserved only when an object refers to `__stack_start` or `__stack_end`.
    """

    memory: Region
    load_address: int
    page_bytes: int = 4096
    stack_bytes: int = 65536


def default_layout(target: Target, stack_bytes: int = 65536) -> ImageLayout:
    """The layout of an image for QEMU's board of `target`."""
    assert target.memory is not None and target.load_address is not None
    return ImageLayout(target.memory, target.load_address, target.page_bytes, stack_bytes)


@dataclass(eq=False, slots=True)
class OutputSection:
    """One section of the image: its inputs in order, its place, and (once relocated) its bytes."""

    name: str
    kind: int
    flags: int
    inputs: list[InputSection] = field(default_factory=list)
    address: int = 0
    size: int = 0
    align: int = 1
    data: bytearray = field(default_factory=bytearray)
    entry_bytes: int = 0


@dataclass(slots=True)
class Placed:
    """The outcome: sections in address order (then the debug sections), and the linker's symbols."""

    sections: list[OutputSection]
    symbols: dict[str, Symbol]

    def section(self, name: str) -> OutputSection | None:
        """The output section called `name`, if it is not empty."""
        return next((s for s in self.sections if s.name == name), None)


READ, CODE, WRITE = elf.SHF_ALLOC, elf.SHF_ALLOC | elf.SHF_EXECINSTR, elf.SHF_ALLOC | elf.SHF_WRITE
OUTPUTS = ((".text", elf.SHT_PROGBITS, CODE), (".rodata", elf.SHT_PROGBITS, READ),
           (".user.text", elf.SHT_PROGBITS, CODE), (".user.rodata", elf.SHT_PROGBITS, READ),
           (".data", elf.SHT_PROGBITS, WRITE), (".bss", elf.SHT_NOBITS, WRITE))
BRACKETS = {".text": "text", ".rodata": "rodata", ".user.text": "user_text", ".user.rodata": "user_rodata",
            ".data": "data", ".bss": "bss"}
STACK_SYMBOLS = ("__stack_start", "__stack_end")


def place(objects: list[ObjectFile], extra: list[InputSection], layout: ImageLayout, wanted: set[str]) -> Placed:
    """Lay out the live sections of `objects` and the linker's own sections `extra` (behind the constants).

    `wanted` are the undefined names, of which the linker defines those it knows. Input order decides; nothing depends
    on hashes or addresses of Python objects. E0604 where the image does not fit into memory.
    """
    live = [s for obj in objects for s in obj.live_sections()]
    outputs = [OutputSection(name, kind, flags) for name, kind, flags in OUTPUTS]
    by_name = {out.name: out for out in outputs}
    for section in [*live, *extra]:
        if section.is_allocated and not is_zeroed_own(section):
            by_name[output_name(section)].inputs.append(section)
    at = layout.load_address
    symbols = {"__image_start": _absolute("__image_start", at)}
    symbols["__memory_end"] = _absolute("__memory_end", layout.memory.end)
    for out in outputs:
        out.inputs.sort(key=_rank)  # stable: equal ranks stay in link order
        if out.name in (".text", ".user.text"):
            out.inputs = _fill_gaps(out.inputs, at)
        at = at if out.name == ".bss" else align_up(at, layout.page_bytes)
        at = _place_section(out, at)
        for edge, value in (("start", out.address), ("end", out.address + out.size)):
            name = f"__{BRACKETS[out.name]}_{edge}"
            symbols[name] = _absolute(name, value)
    for section in extra:
        if section.name in NAMED_EXTRA:
            name = user_name(NAMED_EXTRA[section.name]) if section.owner.user else NAMED_EXTRA[section.name]
            symbols[name] = _of_section(name, section)
    if any(s.owner.user for s in live):
        symbols |= _place_own(by_name[".user.rodata"], live)
    _place_stack(at, layout, wanted, symbols)
    _bracket_named(outputs, wanted, symbols)
    _check_fits(outputs, symbols["__image_end"].value, layout)
    debug = _debug_outputs(live)
    return Placed([out for out in outputs if out.size] + debug, symbols)


def output_name(section: InputSection) -> str:
    """The output section that an allocated input section belongs to, by its domain and its permissions."""
    if section.owner.user:
        if section.flags & elf.SHF_EXECINSTR:
            return ".user.text"
        if section.flags & elf.SHF_WRITE and not section.is_own and not section.name.startswith(".data.rel.ro"):
            raise fail("E0611", f"{section.name} of {section.owner.name} is writable memory that workers would share",
                       Span(section.owner.name, 0, 0, 0, 0), help="this is a bug in the compiler; please report it")
        return ".user.rodata"
    if section.flags & elf.SHF_EXECINSTR:
        return ".text"
    if not section.flags & elf.SHF_WRITE or section.name.startswith(".data.rel.ro"):
        return ".rodata"
    return ".bss" if section.kind == elf.SHT_NOBITS else ".data"


def _rank(section: InputSection) -> tuple[int, int, str]:
    """The sort key inside an output section: boot code first, cold code last, data by falling alignment."""
    if section.flags & elf.SHF_EXECINSTR:
        name = section.name
        return (0 if name.startswith(".boot") else 2 if name.startswith((".text.unlikely", ".text.cold")) else 1, 0, "")
    if section.name.isidentifier():
        return (1, 0, section.name)  # kept together, for __start_NAME and __stop_NAME
    if section.name in NAMED_EXTRA:
        return (2, 0, section.name)
    if section.is_own:
        return (3, -section.align, "")  # one behind the other: the template of a worker's variables
    return (0, -section.align, "")


def is_zeroed_own(section: InputSection) -> bool:
    """Whether a section holds variables of workers that begin as zero: no part of the image."""
    return section.is_own and section.kind == elf.SHT_NOBITS


OWN_ALIGN = 64                          # of a worker's variables: its words for the stubs take as much in front of them
OWN_HEAD = 64


def _place_own(template: OutputSection, live: list[InputSection]) -> dict[str, Symbol]:
    """Give each worker's variables their distance from the thread pointer: first what the template holds, then zeros.

    Until now `address` of the template's sections is where they lie in the image; `own_offset` is what code goes by.
    """
    inputs = [s for s in template.inputs if s.is_own]
    start = inputs[0].address if inputs else template.address + template.size
    end = inputs[-1].address + inputs[-1].size if inputs else start
    at = align_up(OWN_HEAD + end - start, 8)        # the template is copied in words
    for section in inputs:
        section.own_offset = OWN_HEAD + section.address - start
    for section in sorted((s for s in live if is_zeroed_own(s)), key=_rank):
        at = section.own_offset = align_up(at, section.align)
        at += section.size
    values = {"__user_data_start": start, "__user_data_end": end,
              "__user_own_end": start + align_up(at, OWN_ALIGN)}
    return {name: _absolute(name, value) for name, value in values.items()}


COARSE = 256  # an alignment from which a gap is worth filling: trap vectors


def _fill_gaps(sections: list[InputSection], at: int) -> list[InputSection]:
    """Put coarsely aligned sections where their alignment comes up anyway, and into the room before them what fits.

    Boot code, whose rank is 0, stays in front of everything; otherwise the order is kept where nothing is gained.
    """
    coarse = [s for s in sections if s.align >= COARSE]
    fine = [s for s in sections if s.align < COARSE]
    ordered: list[InputSection] = []
    while fine or coarse:
        edge = align_up(at, coarse[0].align) if coarse else None
        fits = [s for s in fine[:1] if edge is None or not _rank(s)[0] or _end(s, at) <= edge]
        fits = fits or [s for s in fine if edge is not None and _end(s, at) <= edge][:1]
        section = fits[0] if fits else coarse.pop(0)
        if fits:
            fine.remove(section)
        ordered.append(section)
        at = _end(section, at)
    return ordered


def _end(section: InputSection, at: int) -> int:
    """Where a section ends that is placed at `at`."""
    return align_up(at, section.align) + section.size


TRACE_SECTION, TRACE_SYMBOL = ".rodata.__traceback_table", "__traceback_table"
def user_name(name: str) -> str:
    """What user code means by a name of the linker's: `__text_start` is where its own code starts."""
    return name if name.startswith("__user_") else f"__user_{name.removeprefix('__')}"


FIXUPS_SECTION, FIXUPS_SYMBOL = ".rodata.__fixups", "__fixups"
NAMED_EXTRA = {TRACE_SECTION: TRACE_SYMBOL, FIXUPS_SECTION: FIXUPS_SYMBOL}


def _place_section(out: OutputSection, at: int) -> int:
    """Assign addresses to the inputs of `out` from `at` on; the address behind them."""
    # Boot code zeroes .bss in steps of 16 bytes and starts at its first byte.
    out.align = max([16 if out.kind == elf.SHT_NOBITS else 1, *(s.align for s in out.inputs)])
    at = out.address = align_up(at, out.align)
    for section in out.inputs:
        at = section.address = align_up(at, section.align)
        at += section.size
    out.size = at - out.address
    return at


def _place_stack(at: int, layout: ImageLayout, wanted: set[str], symbols: dict[str, Symbol]) -> None:
    """Define the stack's ends, when asked for, and `__image_end`."""
    at = align_up(at, layout.page_bytes)
    if wanted & set(STACK_SYMBOLS):
        for name, value in zip(STACK_SYMBOLS, (at, at + layout.stack_bytes), strict=True):
            symbols[name] = _absolute(name, value)
        at = align_up(at + layout.stack_bytes, layout.page_bytes)
    symbols["__image_end"] = _absolute("__image_end", at)
    symbols["__global_pointer$"] = _absolute("__global_pointer$", symbols["__data_start"].value + 0x800)


def _bracket_named(outputs: list[OutputSection], wanted: set[str], symbols: dict[str, Symbol]) -> None:
    """Define the `__start_NAME` and `__stop_NAME` that objects ask for."""
    for out in outputs:
        for section in out.inputs:
            first, last = f"__start_{section.name}", f"__stop_{section.name}"
            if first in wanted and first not in symbols:
                symbols[first] = _absolute(first, section.address)
            if last in wanted:
                symbols[last] = _absolute(last, section.address + section.size)


def _absolute(name: str, value: int) -> Symbol:
    return Symbol(name, value, 0, elf.STB_GLOBAL, elf.STT_NOTYPE, elf.STV_DEFAULT, None, True, None)


def _of_section(name: str, section: InputSection) -> Symbol:
    return Symbol(name, 0, section.size, elf.STB_GLOBAL, elf.STT_OBJECT, elf.STV_DEFAULT, section, True, None)


def _check_fits(outputs: list[OutputSection], end: int, layout: ImageLayout) -> None:
    """E0604 with the overshoot and the largest sections, unless the image ends inside memory."""
    if end <= layout.memory.end:
        return
    largest = sorted((s for out in outputs for s in out.inputs), key=lambda s: -s.size)[:3]
    biggest = ", ".join(f"{s.name} of {s.owner.name} ({s.size} bytes)" for s in largest)
    raise fail("E0604", f"the image is {end - layout.memory.end} bytes too large for the memory at "
                        f"{layout.memory.origin:#x} ({layout.memory.length} bytes)",
               help=f"the largest parts: {biggest}")


def _debug_outputs(live: list[InputSection]) -> list[OutputSection]:
    """One output per debug section name, in order of first appearance; addresses are offsets into the output.

    They are concatenated before anything is relocated, so that references between them count from the output's start.
    """
    found: dict[str, OutputSection] = {}
    for section in live:
        if not section.is_allocated:
            out = found.get(section.name)
            if out is None:
                flags = section.flags & (elf.SHF_MERGE | elf.SHF_STRINGS)
                out = found[section.name] = OutputSection(section.name, section.kind, flags)
                out.entry_bytes = 1 if flags & elf.SHF_STRINGS else 0
            out.inputs.append(section)
            section.address = align_up(out.size, section.align)
            out.size = section.address + section.size
            out.align = max(out.align, section.align)
    return list(found.values())
