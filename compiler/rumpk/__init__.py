"""Rumpk's vocabulary: what a dialect program imports.  Real under CPython, known by name to the compiler.

| file        | what it offers                                                                             |
|-------------|--------------------------------------------------------------------------------------------|
| integers.py | `u8 u16 u32 u64 usize i8 i16 i32 i64`: checked                                               |
| words.py    | `w8 w16 w32 w64`: modulo 2^n                                                                 |
| floats.py   | `f32`                                                                                        |
| arrays.py   | `Array[T, N]`, `Span[T]`, `Inline[T]`                                                        |
| memory.py   | `Ptr[T]`, and `Memory`, what it points into under CPython                                    |
| mmio.py     | `Mmio`, `Reg`, `Regs`, `Bits`, `RO WO RW`, and `Bus`, the registers that a test scripts      |
| machine.py  | `csr`, `sysreg`, barriers, and `Machine`, their script                                       |
| atomics.py  | `Atomic[T]`, memory orders                                                                   |
| marks.py    | decorators, `static_assert`, `unroll`                                                        |
| prim.py     | `prim`: machine operations for the library and the HAL                                        |
| records.py  | `sizeof`, `offsetof`, `be16` and its kin, `view`                                             |
"""

from rumpk import prim
from rumpk.arrays import Array, Inline, Span
from rumpk.atomics import ACQ_REL, ACQUIRE, RELAXED, RELEASE, SEQ_CST, Atomic, Order
from rumpk.floats import f32
from rumpk.integers import i8, i16, i32, i64, u8, u16, u32, u64, usize
from rumpk.machine import (
    Machine,
    csr,
    dmb,
    dsb,
    fence,
    fence_i,
    isb,
    nop,
    sev,
    sfence_vma,
    sysreg,
    wfe,
    wfi,
)
from rumpk.marks import (
    align,
    asm,
    cold,
    entry,
    export,
    extern,
    inline,
    interrupt,
    layout,
    marks_of,
    naked,
    noalloc,
    noinline,
    nonblocking,
    noraise,
    packed,
    section,
    static_assert,
    unchecked,
    unroll,
    value,
)
from rumpk.memory import Memory, MemoryFault, Ptr, linker_symbol
from rumpk.mmio import RO, RW, WO, Bits, Bus, Mmio, Reg, Regs
from rumpk.records import be16, be32, be64, has_references, le16, le32, le64, offsetof, sizeof, view
from rumpk.words import w8, w16, w32, w64

__all__ = [
    "ACQUIRE", "ACQ_REL", "Array", "Atomic", "Bits", "Bus", "Inline", "Machine", "Memory", "MemoryFault", "Mmio",
    "Order", "Ptr", "RELAXED", "RELEASE", "RO", "RW", "Reg", "Regs", "SEQ_CST", "Span", "WO", "align", "asm", "be16",
    "be32", "be64", "cold", "csr", "dmb", "dsb", "entry", "export", "extern", "f32", "fence", "fence_i",
    "has_references", "i16",
    "i32", "i64", "i8", "inline", "interrupt", "isb", "layout", "le16", "le32", "le64", "linker_symbol",
    "marks_of", "naked", "noalloc", "noinline", "nonblocking", "nop", "noraise", "offsetof", "packed", "prim",
    "section", "sev", "sfence_vma", "sizeof", "static_assert", "sysreg", "u16", "u32", "u64", "u8", "unchecked",
    "unroll", "usize", "value", "view", "w16", "w32", "w64", "w8", "wfe", "wfi",
]
