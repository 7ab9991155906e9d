"""The call sites of one object with what tracebacks show of them, before anything is linked.

    sites_of("big.m5.o", b"\\x7fELF…", target, hidden)  ->  {2: [(12, (("run", "m5.py", 7),)), (40, ()), …], …}

For each section of code, where a call returns to (an offset in the section) and its frames, innermost first, with
inlined calls expanded; a site is left out where the one before has the same frames. What relates places of one section
to lines is the object's own, so this needs no other object, and is made once for each (targets/parallel.py). The linker
moves the offsets with the code (relax.py), and makes one table of all (tracetable.py).
"""

from __future__ import annotations

import hashlib
import marshal
from collections.abc import Iterator, Sequence
from functools import cache
from importlib import import_module
from pathlib import Path

from rumpkc.diagnostics import fail
from rumpkc.link import elf
from rumpkc.link.dwarf import LineTable
from rumpkc.link.inlines import Functions, frames_at
from rumpkc.link.layout import Placed
from rumpkc.link.patchpoint import apply_patchpoints
from rumpkc.link.reader import Frame, InputSection, ObjectFile, read_object
from rumpkc.link.relocate import Relocator
from rumpkc.link.resolve import Resolution, add_object
from rumpkc.targets.target import Target

HIDDEN = ("lib/core/", "<try>")         # files that a traceback leaves out, as CPython's own C code does not show
SPREAD = 1 << 32                        # from one section's place to the next one's: more than a section has bytes
Sites = dict[int, list[tuple[int, tuple[Frame, ...]]]]


@cache
def maker() -> str:
    """Changes whenever what makes sites of objects does."""
    digest = hashlib.sha256(repr(HIDDEN).encode())
    for path in sorted(Path(__file__).parent.glob("*.py")):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def packed(sites: Sites) -> bytes:
    """The sites as bytes, for `unpacked`."""
    return marshal.dumps(sites)


def unpacked(data: bytes) -> Sites | None:
    """What `packed` has packed; None for other bytes."""
    try:
        found = marshal.loads(data)
    except (ValueError, EOFError, TypeError):
        return None
    return found if isinstance(found, dict) else None


def sites_of(name: str, image: bytes, target: Target, hidden: Sequence[str] = HIDDEN) -> Sites:
    """By number of the section. Frames in files whose name starts with one of `hidden` are left out. E0602 where the
    object is damaged."""
    obj = read_object(name, image, target.elf_machine, user=True)
    apply_patchpoints([obj])
    alone = Resolution()
    add_object(alone, obj)
    debug = _spread(obj)
    relocator = Relocator(target, alone, Placed([], {}))
    sections = {label: bytearray(b"".join([part.data for part in parts])) for label, parts in debug.items()}
    for label, parts in debug.items():
        for part in parts:
            relocator.apply_section(part, sections[label], part.address)
    find_returns = import_module(f"rumpkc.targets.{target.name}.calls").return_offsets
    try:
        functions, lines = Functions(sections), LineTable.of_sections(sections)
        out: Sites = {}
        for section in obj.live_sections():
            if section.flags & elf.SHF_EXECINSTR:
                out[section.index] = list(_sites(section, functions, lines, tuple(hidden), find_returns))
        return out
    except (IndexError, ValueError, KeyError) as error:
        raise fail("E0602", f"the debug information of the object {name} is damaged ({error})",
                   help="compile it again, or without `-g`") from None


def _spread(obj: ObjectFile) -> dict[str, list[InputSection]]:
    """Give all sections places: each of the image's far from the others, those of debug information behind their like,
    which are the result."""
    debug: dict[str, list[InputSection]] = {}
    for section in obj.sections:
        if section is None:
            continue
        section.alive = True
        if section.is_allocated:
            section.address = (section.index + 1) * SPREAD
        else:
            before = debug.setdefault(section.name, [])
            section.address = before[-1].address + before[-1].size if before else 0
            before.append(section)
    return debug


def _sites(section: InputSection, functions: Functions, lines: LineTable, hidden: tuple[str, ...],
           find_returns) -> Iterator[tuple[int, tuple[Frame, ...]]]:        # type: ignore[no-untyped-def]
    start, size = section.address, section.size
    inside = [(low - start, high - start) for scope in functions.scopes for low, high in scope.ranges
              if start <= low < start + size]
    before: tuple[Frame, ...] | None = None
    at = 0
    for low, high in [*sorted(inside), (size, size)]:
        for first, last in ((at, low), (low, high)):                # what is not a function's has no frames
            for end in find_returns(section.data, first, last):
                frames = tuple(f for f in frames_at(start + end - 1, functions, lines) if not f[1].startswith(hidden))
                if frames != before:
                    yield end, frames
                    before = frames
        at = max(at, high)
