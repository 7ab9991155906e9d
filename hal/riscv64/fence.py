"""The wall on riscv64: physical memory protection (RISC-V Privileged Architecture, 3.7; Smepmp 1.0).

entry   range                                 plain                with Smepmp (mseccfg.MML)
0       the boot stack's guard page           nobody (reset.S)     nobody
1, 2    kernel text      (TOR)                -                    kernel: read, execute
3       kernel constants (TOR)                -                    kernel: read
4       user text        (TOR)                worker: read, exec.  worker: read, execute; kernel: nothing
5       user constants   (TOR)                worker: read         worker and kernel: read
6, 7    the worker's own memory (TOR)         worker: read, write  worker and kernel: read, write

A TOR entry ranges from the address of the entry before it. What no entry names is the kernel's alone. Entries 0 to 7
are one configuration register, so a change of worker is two addresses and that register: QEMU forgets what it knows of
the old range only when a configuration is written.
"""

from typing import Final

from rumpk import Ptr, csr, extern, linker_symbol, u8, u64, usize

TEXT: Final = linker_symbol("__text_start")
RODATA: Final = linker_symbol("__rodata_start")
USER_TEXT: Final = linker_symbol("__user_text_start")
USER_RODATA: Final = linker_symbol("__user_rodata_start")
DATA: Final = linker_symbol("__data_start")

R: Final = 1
W: Final = 2
X: Final = 4
TOR: Final = 8
LOCKED: Final = 0x80
GUARD: Final = 0x98                     # entry 0, as in boot/riscv64/reset.S

PLAIN: Final = (GUARD, 0, 0, 0, TOR | R | X, TOR | R, 0, TOR | R | W)
# With MML the meanings change (Smepmp, table "Truth table when mseccfg.MML is set"): a rule without L is a worker's
# alone, one with L the kernel's alone; W without R shares: data with W or W and X, constants with L and all three.
MACHINE: Final = (GUARD, 0, LOCKED | TOR | R | X, LOCKED | TOR | R, TOR | R | X, LOCKED | TOR | R | W | X, 0,
                  TOR | W | X)
MML: Final = 1

_configuration: u64 = u64(0)


@extern("probe_mseccfg")
def probe_mseccfg() -> int:
    """mseccfg, -1 where there is none (boot/riscv64/wall)."""
    ...


def packed(entries: tuple[int, int, int, int, int, int, int, int]) -> u64:
    """Eight entries' bytes as a configuration register."""
    a, b, c, d, e, f, g, h = entries
    return u64(a | b << 8 | c << 16 | d << 24 | e << 32 | f << 40 | g << 48) | u64(h) << 56


def fence_start() -> str:
    """Fence the image's parts; what does it, in words. With Smepmp there is no way back until a reset."""
    global _configuration
    csr.mcounteren.write(u64(0))
    csr.pmpaddr1.write(shifted(TEXT))
    csr.pmpaddr2.write(shifted(RODATA))
    csr.pmpaddr3.write(shifted(USER_TEXT))
    csr.pmpaddr4.write(shifted(USER_RODATA))
    csr.pmpaddr5.write(shifted(DATA))
    csr.pmpaddr6.write(u64(0))
    csr.pmpaddr7.write(u64(0))
    if probe_mseccfg() < 0:
        _configuration = packed(PLAIN)
        csr.pmpcfg0.write(_configuration)
        return "PMP (without Smepmp the kernel can write to its own code)"
    _configuration = packed(MACHINE)
    csr.pmpcfg0.write(_configuration)
    csr.mseccfg.write(u64(MML))
    csr.pmpcfg0.write(_configuration)
    return "PMP with Smepmp"


def shifted(address: Ptr[u8]) -> u64:
    """An address as pmpaddr holds it: in words of four bytes."""
    return u64(usize(address)) >> 2


def user_constants() -> tuple[u64, u64]:
    """The range that every worker may read."""
    return u64(usize(USER_RODATA)), u64(usize(DATA))


def fence_pages() -> int:
    """Pages that a worker takes besides its own."""
    return 0


def fence_make(tables: usize, base: usize, end: usize) -> None:
    """Nothing to prepare."""


def fence_drop(number: int) -> None:
    """Nothing is kept of a worker."""


def fence_use(base: usize, end: usize, tables: usize, number: int) -> None:
    """Open the range `base` … `end` to the worker that runs next, and close the one before."""
    csr.pmpaddr6.write(u64(base) >> 2)
    csr.pmpaddr7.write(u64(end) >> 2)
    csr.pmpcfg0.write(_configuration)
