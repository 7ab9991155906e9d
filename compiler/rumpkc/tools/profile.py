"""`rumpkc profile FILE`: where a program's guest instructions go, by function, counted exactly; and a flame graph.

    instructions      %   own %  function
          41,210   63.2    12.4  fib  hi.py:1

QEMU says which blocks of code it runs (`-d exec,nochain`) and what they consist of (`in_asm`); `-icount` makes the
counts the same in every run. Calls and returns follow from the order of the blocks, inlined calls from the image's
debug information.
"""

from __future__ import annotations

import os
import re
import tempfile
import threading
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path

from rumpkc.diagnostics import fail
from rumpkc.targets.target import Target
from rumpkc.tools.places import Place, Places, Symbol
from rumpkc.tools.run import run_image

LOGGED = ("-icount", "shift=0", "-d", "exec,nochain,in_asm", "-D")
INSTRUCTION = re.compile(rb"^0x([0-9a-f]+):  ([0-9a-f]+) ")
MOST_ROWS = 30                              # functions in the table
Stack = tuple[str, ...]                     # names from the outermost function to the innermost


@dataclass(slots=True)
class Block:
    """Code that QEMU runs in one go: its first address, the one behind it, and its instructions' addresses."""

    start: int
    end: int
    addresses: tuple[int, ...]
    returns: bool                           # the last instruction is a return
    symbol: Symbol | None = None
    inside: list[tuple[Stack, int]] = field(default_factory=list)       # names below the function, and how many


@dataclass(slots=True)
class Call:
    """One function on the machine's stack, and where the code goes on that called it."""

    symbol: Symbol
    back: int


class Recorder:
    """Reads QEMU's log; `counts` has the instructions of every stack, `entered` hears of each call."""

    def __init__(self, places: Places, returns: frozenset[str],
                 entered: Callable[[int, str, int], None] | None = None) -> None:
        self._places = places
        self._return_words = returns                    # the instructions that return, as QEMU writes them
        self._entered = entered
        self._blocks: dict[bytes, Block] = {}
        self._pending: list[tuple[int, str]] = []       # the block that is being described: address and instruction
        self._calls: list[Call] = []
        self._names: Stack = ()
        self._behind, self._returned = 0, False         # the address behind the block that ran last; how it ended
        self.counts: Counter[Stack] = Counter()
        self.total = 0

    def read(self, log: Iterable[bytes]) -> None:
        """The whole log. A block is named before it runs, and again where the host had held it up."""
        block: Block | None = None
        for line in log:
            if line.startswith(b"Trace "):
                self._ran(block)
                block = self._named(line)
            elif line.startswith(b"Stopped execution "):
                block = None
            elif found := INSTRUCTION.match(line):
                self._pending.append((int(found[1], 16), found[2].decode()))
            elif line.startswith(b"IN:"):
                self._pending = []
        self._ran(block)

    def _named(self, line: bytes) -> Block | None:
        """The block that QEMU names: one that was described here, or before."""
        key = line.split(b"/", 2)[1]
        if self._pending and self._pending[0][0] == int(key, 16):
            last, word = self._pending[-1]
            block = Block(self._pending[0][0], last + len(word) // 2, tuple(address for address, _ in self._pending),
                          word in self._return_words)
            self._blocks[key] = self._described(block)
            self._pending = []
        return self._blocks.get(key)

    def _ran(self, known: Block | None) -> None:
        """Count a block."""
        if known is None:
            return
        if known.symbol is not None:
            self._follow(known, known.symbol)
        self._behind, self._returned = known.end, known.returns
        self.total += len(known.addresses)
        for names, count in known.inside:
            self.counts[self._names + names] += count

    def _described(self, block: Block) -> Block:
        """Which function a block belongs to, and how its instructions share in what is inlined there."""
        block.symbol = self._places.symbol(block.start)
        shares: Counter[Stack] = Counter()
        for address in block.addresses:
            frames: list[Place] = self._places.frames(address)
            shares[tuple(map(label, reversed(frames[:-1])))] += 1
        block.inside = list(shares.items())
        return block

    def _follow(self, block: Block, symbol: Symbol) -> None:
        """Bring the stack of calls up to a block that runs now."""
        calls, before = self._calls, len(self._calls)
        if block.start == symbol.address and (not calls or self._behind != block.start):
            calls.append(Call(symbol, self._behind))
        elif self._returned and len(calls) > 1 and calls[-1].back == block.start:
            calls.pop()
        elif calls and calls[-1].symbol is symbol:
            return
        else:
            depth = next((n for n in range(len(calls) - 1, 0, -1) if calls[n].back == block.start), None)
            if depth is None:               # an exception, a switch of stacks, the end of a trap
                depth = next((n + 1 for n in range(len(calls) - 1, -1, -1) if calls[n].symbol is symbol), 0)
            del calls[depth:]
            if not calls or calls[-1].symbol is not symbol:
                calls.append(Call(symbol, self._behind))
        self._names = tuple(self._shown(call.symbol) for call in calls)
        if self._entered is not None and len(calls) > before:
            self._entered(len(calls) - 1, self._names[-1], self.total)

    def _shown(self, symbol: Symbol) -> str:
        """The function's own name where debug information has one, else the symbol."""
        frames = self._places.frames(symbol.address)
        return label(frames[-1]) if frames else symbol.name


def label(place: Place) -> str:
    """A function as tables and graphs call it: with the file that it stands in."""
    return place.domain + (f"{Path(place.file).stem}.{place.function}" if place.file else place.function)


def returns_of(target: Target) -> frozenset[str]:
    """The instructions of a board that return."""
    return import_module(f"rumpkc.targets.{target.name}.frames").RETURNS if target.qemu is not None else frozenset()


def record(image: Path, target: Target, extra: tuple[str, ...], recorder: Recorder) -> int:
    """Run an image while `recorder` reads what QEMU says; the program's exit status."""
    if target.qemu is None:
        raise fail("E0721", "instructions are counted by QEMU; the host target runs without it",
                   help="choose `--target riscv64` or `--target aarch64`")
    with tempfile.TemporaryDirectory() as folder:
        log = os.path.join(folder, "log")
        os.mkfifo(log)

        def listen() -> None:
            with open(log, "rb", buffering=1 << 20) as lines:
                recorder.read(lines)

        reader = threading.Thread(target=listen, name="profile", daemon=True)
        reader.start()
        status = run_image(image, target, extra=(*LOGGED, log, *extra))
        with open(os.open(log, os.O_RDWR | os.O_NONBLOCK), "wb"):
            pass                            # where QEMU never opened it, the reader still waits for a writer
        reader.join()
    return status


# What is shown

def table(counts: Counter[Stack]) -> str:
    """Functions by the instructions that they and what they call took."""
    total = sum(counts.values()) or 1
    own: Counter[str] = Counter()
    whole: Counter[str] = Counter()
    for stack, count in counts.items():
        own[stack[-1] if stack else "?"] += count
        for name in set(stack):
            whole[name] += count
    out = [f"{'instructions':>14} {'%':>6} {'own %':>6}  function"]
    for name, count in sorted(whole.items(), key=lambda item: (-own[item[0]], -item[1], item[0]))[:MOST_ROWS]:
        out.append(f"{count:>14,} {100 * count / total:>6.1f} {100 * own[name] / total:>6.1f}  {name}")
    out.append(f"{total:>14,}  in all")
    return "\n".join(out) + "\n"


def folded(counts: Counter[Stack]) -> str:
    """Stacks and counts, one a line: `main;fib;fib 120`."""
    return "".join(f"{';'.join(stack)} {count}\n" for stack, count in sorted(counts.items()))
