"""The map file: what lies where in an image, for people and for `rumpkc size`."""

from __future__ import annotations

from rumpkc.link import elf
from rumpkc.link.layout import Placed
from rumpkc.link.reader import Symbol
from rumpkc.link.resolve import Resolution
from rumpkc.link.write import shown_name


def build_map(placed: Placed, resolution: Resolution, entry: str) -> str:
    """Sections, then every input section with its symbols, in address order; then the linker's symbols."""
    lines = [f"entry {entry}", "", "section         address           bytes"]
    loaded = [s for s in placed.sections if s.flags & elf.SHF_ALLOC]
    lines += [f"{s.name:<15} {s.address:#018x} {s.size:>6}" for s in loaded]
    by_section: dict[int, list[Symbol]] = {}
    for obj in resolution.objects:
        for symbol in obj.symbols:
            if symbol.section is not None and symbol.kind in (elf.STT_FUNC, elf.STT_OBJECT, elf.STT_NOTYPE):
                if symbol.name and not symbol.name.startswith((".L", "$")):
                    by_section.setdefault(id(symbol.section), []).append(symbol)
    for out in loaded:
        lines += ["", f"{out.name}"]
        for section in out.inputs:
            lines.append(f"  {section.address:#018x} {section.size:>7}  {section.name}  {section.owner.name}")
            for symbol in sorted(by_section.get(id(section), []), key=lambda s: (s.value, s.name)):
                lines.append(f"    {symbol.address:#018x} {symbol.size:>7}  {shown_name(symbol)}")
    lines += ["", "linker symbols"]
    ordered = sorted(placed.symbols.values(), key=lambda s: (s.address, s.name))
    lines += [f"  {s.address:#018x}  {s.name}" for s in ordered]
    return "\n".join(lines) + "\n"
