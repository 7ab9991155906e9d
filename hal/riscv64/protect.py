"""What a hart may do with the image, and the guard pages of its stacks: physical memory protection, in every image.

RISC-V Privileged Architecture, 3.7; Smepmp 1.0. Each hart has entries of its own; the first one that matches counts.

entry   range                                 with Smepmp (mseccfg.MML)              plain
0       the running stack's guard page        nobody                                 nobody: the boot stack's
1       the trap stack's guard page           nobody                                 nobody
2, 3    kernel text      (TOR)                kernel: read, execute                  kernel: the same, unless
4       kernel constants (TOR)                kernel: read                           there are workers
5       user text        (TOR)                worker: read, execute; kernel: nothing worker: read, execute
6       user constants   (TOR)                worker and kernel: read                worker: read
7, 8    the worker's own memory (TOR)         worker and kernel: read, write         worker: read, write
9       the board's boot ROM                  kernel: read, execute                  kernel: the same  } without
10      everything else                       -                                      kernel: read, write  } workers

A TOR entry ranges from the address of the entry before it. With MML what no entry names is the kernel's to read and
write, and never executed. The ROM is where a reset begins, and QEMU 7.2 resets none of this. On a plain hart a rule
binds the kernel only if it is locked, and then workers have the same rights: so an image with workers leaves its kernel
unprotected there, and says so (hal/riscv64/fence.py). A locked guard page cannot move, either: fibers have words that
are looked at instead (kernel/guard.py).
"""

from typing import Final

from hal.image import DATA, RESCUE_BYTES, RODATA, STACK, TEXT, TRAP_GUARD, USER_RODATA, USER_TEXT
from rumpk import Ptr, csr, extern, u8, u64, usize

R: Final = 1
W: Final = 2
X: Final = 4
TOR: Final = 8
NAPOT: Final = 0x18
LOCKED: Final = 0x80
PAGE_NAPOT: Final = 0x1FF               # low address bits of 4 KiB: nine ones
ROM: Final = 0x1000
ALL_NAPOT: Final = (1 << 54) - 1        # of all there is

# With MML the meanings change (Smepmp, table "Truth table when mseccfg.MML is set"): a rule without L is a worker's
# alone (and one without rights nobody's, which may still be moved), one with L the kernel's alone; W without R shares:
# data with W or W and X, constants with L and all three.
MACHINE: Final = (NAPOT, NAPOT, 0, LOCKED | TOR | R | X, LOCKED | TOR | R, TOR | R | X, LOCKED | TOR | R | W | X, 0)
PLAIN: Final = (LOCKED | NAPOT, LOCKED | NAPOT, 0, 0, 0, TOR | R | X, TOR | R, 0)
ALONE: Final = (LOCKED | NAPOT, LOCKED | NAPOT, 0, LOCKED | TOR | R | X, LOCKED | TOR | R, 0, 0, 0)
# Entries 8, 9, 10; with MML nothing can be made executable any more, nor can QEMU make W and X without R.
MACHINE_MORE: Final = TOR | W | X | (LOCKED | NAPOT | R | X) << 8
PLAIN_MORE: Final = TOR | R | W
ALONE_MORE: Final = (LOCKED | NAPOT | R | X) << 8 | (LOCKED | NAPOT | R | W) << 16
MML: Final = 1
NO_COUNTERS: Final = 0                 # mcounteren: cycles and time trap in user mode

_guarded: bool = False                  # guard pages may move


@extern("probe_mseccfg")
def probe_mseccfg() -> int:
    """mseccfg, -1 where there is none (boot/riscv64/protect.S)."""
    ...


def packed(entries: tuple[int, int, int, int, int, int, int, int]) -> u64:
    """Eight entries' bytes as a configuration register."""
    a, b, c, d, e, f, g, h = entries
    return u64(a | b << 8 | c << 16 | d << 24 | e << 32 | f << 40 | g << 48) | u64(h) << 56


def shifted(address: Ptr[u8]) -> u64:
    """An address as pmpaddr holds it: in words of four bytes."""
    return u64(usize(address)) >> 2


def page_word(place: usize) -> u64:
    """A page as the address of an entry."""
    return u64(place) >> 2 | u64(PAGE_NAPOT)


def guard_word(place: usize, worker: bool) -> u64:
    """What boot/riscv64/switch.S makes of entry 0. QEMU still honours what it knows of the page from before."""
    return page_word(place)


def boot_guard() -> usize:
    """The guard page of the stack that the machine boots on."""
    return usize(STACK) + usize(RESCUE_BYTES)


def protect_image() -> None:
    """The boot hart's: from here on kernel text and constants cannot be written, and nothing else is executed."""
    protect_hart(boot_guard(), usize(TRAP_GUARD))


def protect_hart(guard: usize, trap_guard: usize) -> None:
    """This hart's; the guard pages of the stack in use and of its trap stack. There is no way back until a reset."""
    global _guarded
    csr.mcounteren.write(u64(NO_COUNTERS))
    csr.pmpaddr0.write(page_word(guard))
    csr.pmpaddr1.write(page_word(trap_guard))
    csr.pmpaddr2.write(shifted(TEXT))
    csr.pmpaddr3.write(shifted(RODATA))
    csr.pmpaddr4.write(shifted(USER_TEXT))
    csr.pmpaddr5.write(shifted(USER_RODATA))
    csr.pmpaddr6.write(shifted(DATA))
    csr.pmpaddr7.write(shifted(DATA))           # nothing yet; up to 0 would be everything to QEMU
    csr.pmpaddr8.write(shifted(DATA))
    csr.pmpaddr9.write(page_word(usize(ROM)))
    csr.pmpaddr10.write(u64(ALL_NAPOT))
    if probe_mseccfg() >= 0:
        _guarded = True
        csr.pmpcfg2.write(u64(MACHINE_MORE))
        csr.pmpcfg0.write(packed(MACHINE))
        csr.mseccfg.write(u64(MML))
        csr.pmpcfg0.write(packed(MACHINE))      # what says something only now
    elif usize(USER_TEXT) < usize(DATA):        # `!=` would be true to LLVM: they are two symbols
        csr.pmpcfg2.write(u64(PLAIN_MORE))
        csr.pmpcfg0.write(packed(PLAIN))
    else:
        csr.pmpcfg0.write(packed(ALONE))
        csr.pmpcfg2.write(u64(ALONE_MORE))      # last: it says of all but those above that it is not executed


def guards_hold() -> bool:
    """Whether a stack that is full faults at its guard page."""
    return _guarded


def guard_tables(size: int) -> int:
    """Pages that the guards in `size` bytes of memory need."""
    return 0


def guards_open(base: usize, size: int, tables: usize) -> None:
    """Nothing to prepare."""


def guard_set(place: usize, on: bool) -> None:
    """A page is a guard page from now on, or no more: the entry says it when its stack is in use."""


def guard_renew() -> None:
    """Whatever this hart knows of guard pages from before they were that is forgotten."""
    csr.pmpcfg0.write(csr.pmpcfg0.read())
