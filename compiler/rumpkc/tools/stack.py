"""`rumpkc size --stack`: how much stack each entry point can take, added up from the image's instructions.

      bytes  entry point
        832+ trap_entry           of 8192
             no bound: kernel_trap calls through a register at 0x80000606
             trap_entry 288, kernel_trap 96, …

A bound is the deepest chain of frames. There is none (`+`: at least so much) where functions call each other in a
circle, a call goes through a register, or a frame's size is no constant; the circle or the place is named.
"""

from __future__ import annotations

import bisect
from collections.abc import Iterable
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from typing import Any

from rumpkc.diagnostics import fail
from rumpkc.targets.frames import CodeFacts
from rumpkc.targets.target import TARGET_NAMES, Target, target_by_name

# What only raises: it ends in a handler far above, or ends the program, and is no part of a way that returns.
RAISING = {"rt_raise", "rt_reraise", "rt_overflow", "rt_throw", "lib.core.arena.no_memory"}


@dataclass(eq=False, slots=True)
class Function:
    """A function of the image; `callees` with the address of one call each."""

    name: str
    address: int
    size: int
    facts: CodeFacts = field(default_factory=CodeFacts)
    callees: dict[Function, int] = field(default_factory=dict)
    called: bool = False


@dataclass(frozen=True, slots=True)
class Bound:
    """Bytes of the deepest chain that is known, its functions, and why it may get deeper."""

    total: int
    chain: tuple[Function, ...]
    why: str = ""


def read_functions(image: Path) -> tuple[list[Function], str, dict[str, int]]:
    """The functions of an ELF image with what they call, the name of its entry, and the addresses of all symbols."""
    from elftools.elf.elffile import ELFFile
    from elftools.elf.sections import SymbolTableSection

    with image.open("rb") as file:
        elf = ELFFile(file)
        name = board_of(image)
        if not name:
            raise fail("E0722", f"{image} is no image of a board", help="choose `-t riscv64` or `-t aarch64`")
        table = elf.get_section_by_name(".symtab")
        rows = list(table.iter_symbols()) if isinstance(table, SymbolTableSection) else []
        symbols = {row.name: int(row["st_value"]) for row in rows if row.name}
        functions: dict[int, Function] = {}
        for index, section in enumerate(elf.iter_sections()):
            if section["sh_flags"] & 4 and section["sh_size"]:
                own = [row for row in rows if row["st_shndx"] == index and row.name and row.name[0] not in "$."]
                for function, code in _cut(own, section["sh_addr"], section.data()):
                    function.facts = import_module(f"rumpkc.targets.{name}.frames").examine(code, function.address)
                    functions.setdefault(function.address, function)
        entry = next((f.name for f in functions.values() if f.address == elf["e_entry"]), "")
    _connect(functions)
    return list(functions.values()), entry, symbols


def board_of(image: Path) -> str:
    """The board that an ELF file is for, by `e_machine`; empty for none."""
    machine = int.from_bytes(image.read_bytes()[18:20], "little")
    return next((n for n in TARGET_NAMES if n != "host" and target_by_name(n).elf_machine == machine), "")


def _cut(rows: list[Any], start: int, data: bytes) -> list[tuple[Function, bytes]]:
    """The functions of one section: by their sizes; what has none (assembly) reaches to the next symbol."""
    sized = {row["st_value"]: row for row in rows if row["st_size"] and row["st_info"]["type"] == "STT_FUNC"}
    plain = {row["st_value"]: row for row in rows if row["st_value"] not in sized
             and start <= row["st_value"] < start + len(data) and not _inside(sized, row["st_value"])}
    places = sorted({**plain, **sized})
    out = []
    for number, at in enumerate(places):
        row = sized.get(at) or plain[at]
        following = places[number + 1] if number + 1 < len(places) else start + len(data)
        size = row["st_size"] or following - at
        out.append((Function(row.name, at, size), data[at - start:at - start + size]))
    return out


def _inside(sized: dict[int, Any], address: int) -> bool:
    """Whether an address lies within a function of known size."""
    return any(at < address < at + row["st_size"] for at, row in sized.items())


def _connect(functions: dict[int, Function]) -> None:
    """Fill in `callees`: direct calls, and jumps that leave a function."""
    places = sorted(functions)
    for function in functions.values():
        inside = range(function.address, function.address + function.size)
        for target, place in function.facts.calls + [j for j in function.facts.jumps if j[0] not in inside]:
            at = bisect.bisect_right(places, target) - 1
            callee = functions[places[at]] if at >= 0 else None
            if callee is not None and target < callee.address + callee.size:
                function.callees.setdefault(callee, place)
                callee.called = callee.called or callee is not function


def bounds(functions: list[Function]) -> dict[Function, Bound]:
    """The bound of every function, callees first."""
    out: dict[Function, Bound] = {}
    for function in functions:
        _visit(function, out)
    return out


def _visit(root: Function, out: dict[Function, Bound]) -> None:
    """A walk in depth without recursion: images have chains of thousands."""
    path: dict[Function, None] = {}
    circles: dict[Function, str] = {}
    stack: list[tuple[Function, bool]] = [(root, False)]
    while stack:
        function, done = stack.pop()
        if done:
            path.popitem()
            out[function] = _bound(function, out, circles.get(function, ""))
        elif function in path:
            way = list(path)
            ring = way[way.index(function):]
            names = " -> ".join(f.name for f in [*ring, function])
            circles.update(dict.fromkeys(ring, f"they call each other: {names}"))
        elif function not in out:
            path[function] = None
            stack.append((function, True))
            stack += [(callee, False) for callee in function.callees if callee.name not in RAISING]


def _bound(function: Function, out: dict[Function, Bound], why: str) -> Bound:
    """From what is known of the callees; one that is not is above, in a circle."""
    if function.facts.unknown:
        why = f"the frame of {function.name} has no fixed size"
    elif function.facts.indirect and not why:
        why = f"{function.name} calls through a register at {function.facts.indirect[0]:#x}"
    below = [out[callee] for callee in function.callees if callee in out and callee.name not in RAISING]
    deepest = max(below, key=lambda b: b.total, default=Bound(0, ()))
    why = why or next((b.why for b in below if b.why), "")
    return Bound(function.facts.frame + deepest.total, (function, *deepest.chain), why)


def entry_points(functions: list[Function], entry: str, fixed: Iterable[str]) -> list[Function]:
    """Where the machine, C or a new stack starts: the image's entry, what has a stack of its own, and exported
    functions that no instruction calls."""
    return [f for f in functions if f.name == entry or f.name in fixed or not f.called and "." not in f.name]


def show_stacks(image: Path, target: Target) -> int:
    """Print the bounds; 1 where a fixed stack is smaller than what its entry takes."""
    functions, entry, symbols = read_functions(image)
    fixed: dict[str, tuple[str, str | int]] = import_module(f"rumpkc.targets.{target.name}.stacks").FIXED_STACKS
    known, status = bounds(functions), 0
    print(f"{'bytes':>9}  entry point              (what raising an exception takes is not counted)")
    for function in sorted(entry_points(functions, entry, fixed), key=lambda f: (f.name not in fixed, f.name)):
        bound, room = known[function], _room(fixed.get(function.name), symbols)
        verdict = "" if not room else f"of {room}" if bound.total <= room else f"MORE THAN ITS {room} BYTES"
        status = 1 if room and bound.total > room else status
        print(f"{bound.total:>8}{'+' if bound.why else ' '}  {function.name:<24} {verdict}".rstrip())
        if bound.why:
            print(f"{'':>11}no bound: {bound.why}")
        if room or bound.total:
            frames = [f"{f.name} {f.facts.frame}" for f in bound.chain if f.facts.frame]
            print(f"{'':>11}{', '.join(frames)}")
    return status


def _room(stack: tuple[str, str | int] | None, symbols: dict[str, int]) -> int:
    """The size of a fixed stack that the image has; 0 for none."""
    if stack is None or stack[0] not in symbols:
        return 0
    low, end = symbols[stack[0]], stack[1]
    return end if isinstance(end, int) else symbols.get(end, low) - low
