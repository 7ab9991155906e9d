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

from rumpkc.diagnostics import fail
from rumpkc.targets.frames import CodeFacts
from rumpkc.targets.target import TARGET_NAMES, target_by_name
from rumpkc.tools.places import Places

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


def _board(places: Places) -> str:
    """The board that an image is for."""
    return next((n for n in TARGET_NAMES if n != "host" and target_by_name(n).elf_machine == places.machine), "")


def read_functions(image: Path) -> tuple[list[Function], Places]:
    """The functions of an ELF image with what they call."""
    places = Places(image)
    board = _board(places)
    if not board:
        raise fail("E0722", f"{image} is no image of a board", help="choose `-t riscv64` or `-t aarch64`")
    examine = import_module(f"rumpkc.targets.{board}.frames").examine
    functions: dict[int, Function] = {}
    for symbol in places.symbols:
        code = places.code_of(symbol)
        functions[symbol.address] = Function(symbol.name, symbol.address, len(code), examine(code, symbol.address))
    connect(functions)
    return list(functions.values()), places


def connect(functions: dict[int, Function]) -> None:
    """Fill in `callees`: direct calls, and jumps that leave a function; a shared prologue is a part of the frame."""
    places = sorted(functions)
    for function in functions.values():
        shared = [functions.get(target) for target in function.facts.prologues]
        function.facts.frame += sum(f.facts.frame for f in shared if f is not None)
        function.facts.unknown = function.facts.unknown or None in shared
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


def entry_points(functions: list[Function], entry: int, fixed: Iterable[str]) -> list[Function]:
    """Where the machine, C or a new stack starts: the image's entry, what has a stack of its own, and exported
    functions that no instruction calls."""
    return [f for f in functions if f.address == entry or f.name in fixed or not f.called and "." not in f.name]


def show_stacks(image: Path) -> int:
    """Print the bounds; 1 where a fixed stack is smaller than what its entry takes."""
    functions, places = read_functions(image)
    symbols = places.addresses
    fixed: dict[str, tuple[str, str | int]] = import_module(f"rumpkc.targets.{_board(places)}.stacks").FIXED_STACKS
    known, status = bounds(functions), 0
    print(f"{'bytes':>9}  entry point              (what raising an exception takes is not counted)")
    for function in sorted(entry_points(functions, places.entry, fixed), key=lambda f: (f.name not in fixed, f.name)):
        bound, room = known[function], _room(fixed.get(function.name), symbols)
        verdict = "" if not room else f"of {room}" if bound.total <= room else f"MORE THAN ITS {room} BYTES"
        status = 1 if room and bound.total > room else status
        print(f"{bound.total:>8}{'+' if bound.why else ' '}  {function.name:<24} {verdict}".rstrip())
        if bound.why:
            print(f"{'':>11}no bound: {_explained(bound.why, places)}")
        if room or bound.total:
            frames = [f"{f.name} {f.facts.frame}" for f in bound.chain if f.facts.frame]
            print(f"{'':>11}{', '.join(frames)}")
    return status


def _explained(why: str, places: Places) -> str:
    """A reason with its address as a place of the source."""
    text, _, address = why.rpartition(" at ")
    frames = places.frames(int(address, 16)) if address.startswith("0x") else []
    return f"{text} at {frames[0].file}:{frames[0].line}" if frames and frames[0].file else why


def _room(stack: tuple[str, str | int] | None, symbols: dict[str, int]) -> int:
    """The size of a fixed stack that the image has; 0 for none."""
    if stack is None or stack[0] not in symbols:
        return 0
    low, end = symbols[stack[0]], stack[1]
    return end if isinstance(end, int) else symbols.get(end, low) - low
