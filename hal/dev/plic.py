"""Platform-level interrupt controller. QEMU: `-machine virt` of riscv64 (0x0c00_0000).

RISC-V PLIC Specification 1.0, chapters 3 to 9. On this board context 2 * h is machine mode of hart h.

offset                    register          meaning
4 * source                priority          0: never
0x00_2000 + 0x80 * c      enable            one bit a source (1 to 127), context c
0x20_0000 + 0x1000 * c    threshold         sources above it come through
0x20_0004 + 0x1000 * c    claim / complete  read: the source, 0 for none; write it back when its device is served

A source that is claimed does not come again before it is completed; a completion counts only while it is enabled.
"""

from typing import Final

from rumpk import Mmio, Reg, u32

SOURCES: Final = 128
ENABLES: Final = 0x2000
ENABLES_STEP: Final = 0x80
CONTEXTS: Final = 0x20_0000
CONTEXT_STEP: Final = 0x1000


class Word(Mmio):
    """A word of a table: a source's priority, or the enable bits of 32 sources."""

    word = Reg(u32, 0)


class Context(Mmio):
    """What one hart sees."""

    threshold = Reg(u32, 0)
    claim = Reg(u32, 4)


def listen(base: int, context: int, source: int) -> None:
    """`source` (1 to 127) comes through to `context`, next to those that did before."""
    Word(base + 4 * source).word.write(1)
    enable = Word(base + ENABLES + ENABLES_STEP * context + 4 * (source // 32))
    enable.word.write(enable.word.read() | u32(1 << source % 32))
    Context(base + CONTEXTS + CONTEXT_STEP * context).threshold.write(0)


def ignore(base: int, context: int, source: int) -> None:
    """`source` does not come through to `context` any more."""
    enable = Word(base + ENABLES + ENABLES_STEP * context + 4 * (source // 32))
    enable.word.write(enable.word.read() & ~u32(1 << source % 32))


def claim(base: int, context: int) -> int:
    """The pending source of the highest priority, which is held back until `complete`; 0 where none is pending."""
    return int(Context(base + CONTEXTS + CONTEXT_STEP * context).claim.read())


def complete(base: int, context: int, source: int) -> None:
    """The device of a claimed source is served: it may come again."""
    Context(base + CONTEXTS + CONTEXT_STEP * context).claim.write(u32(source))
