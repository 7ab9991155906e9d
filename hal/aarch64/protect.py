"""What the kernel may do with the image, and the guard pages of its stacks: page permissions, in every image.

Arm ARM DDI 0487, D8: 4 KiB pages, 39 address bits; boot/aarch64/reset.S has made a flat map of large blocks.

                        kernel (EL1)     worker (EL0)
kernel text             read, execute    -
kernel constants        read             -
user text               read             read, execute
user constants          read             read
guard pages             -                -
everything else         read, write      -

A block of 2 MiB in which that differs is split into pages. What can be written is never executed (SCTLR_EL1.WXN), for
each CPU by itself. The memory that fibers come from is split as a whole, so that a guard page is one entry.
"""

from typing import Final

from hal.image import DATA, RESCUE_BYTES, RODATA, STACK, TEXT, TRAP_GUARD, USER_RODATA, USER_TEXT
from rumpk import Ptr, extern, isb, linker_symbol, noinline, sysreg, u64, unchecked, usize

IMAGE_END: Final = linker_symbol("__image_end")
LEVEL1: Final = linker_symbol("__page_level1")
LEVEL3: Final = linker_symbol("__page_level3")

LEVEL3_TABLES: Final = 6                # four borders between parts of the image, two guard pages
PAGE: Final = 4096
ENTRIES: Final = 512
BLOCK: Final = 1 << 21                  # bytes of an entry of level 2
GIB: Final = 1 << 30                    # … of level 1
RAM_BASE: Final = 1 << 30               # entry 1 of level 1
ADDRESS: Final = 0x0000_FFFF_FFFF_F000
VALID: Final = 1
TABLE: Final = 3                        # low bits of an entry that leads on, and of a page

EL0: Final = 1 << 6                     # AP[1]: EL0, too
READ_ONLY: Final = 1 << 7               # AP[2]
OWN: Final = 1 << 11                    # nG: of this ASID only
NO_KERNEL: Final = 1 << 53              # PXN
NO_USER: Final = 1 << 54                # UXN
MEMORY: Final = 0x705                   # AF, inner shareable, attribute 1, a block; with bit 1 a page
PAGE_BIT: Final = 2
DATA_PAGE: Final = MEMORY | PAGE_BIT | OWN | NO_KERNEL | NO_USER
WXN: Final = 1 << 19                    # SCTLR_EL1: writable memory is not executed
WAITS: Final = 1 << 16 | 1 << 18        # … nTWI, nTWE: without them wfi and wfe of EL0 are trapped
NO_TIMERS: Final = 0                    # CNTKCTL_EL1: counters and timers trap at EL0


@extern("flush_translations")
def flush_translations() -> None:
    """Forget every cached translation, on all CPUs (boot/aarch64/protect.S)."""
    ...


@extern("forget_page")
def forget_page(place: usize) -> None:
    """Forget what is cached for one page, on all CPUs."""
    ...


def kernel_tables() -> Ptr[u64]:
    """Level 1 of the kernel's tables."""
    return Ptr[u64](usize(LEVEL1))


def table_at(entry: u64) -> Ptr[u64]:
    """The table that an entry leads to."""
    return Ptr[u64](usize(entry & u64(ADDRESS)))


def boot_guard() -> usize:
    """The guard page of the stack that the machine boots on."""
    return usize(STACK) + usize(RESCUE_BYTES)


@unchecked
def protect_image() -> None:
    """The boot CPU's: from here on kernel text and constants cannot be written, and nothing else is executed."""
    level2 = table_at(kernel_tables()[1])
    first, last = block_of(usize(TEXT)), block_of(usize(IMAGE_END))
    tables = 0
    for i in range(ENTRIES):
        start = RAM_BASE + i * BLOCK
        if not first <= i <= last:
            level2[i] |= u64(NO_KERNEL | NO_USER)
        elif is_mixed(start) and tables < LEVEL3_TABLES:
            table = Ptr[u64](usize(LEVEL3) + usize(tables * PAGE))
            fill(table, start)
            level2[i] = u64(usize(table)) | u64(TABLE)
            tables += 1
        else:
            level2[i] |= u64(permissions(start))
    flush_translations()
    protect_hart(usize(0), usize(0))


@noinline
@unchecked
def fill(table: Ptr[u64], start: int) -> None:
    """The 512 pages from `start` on."""
    for i in range(ENTRIES):
        page = start + i * PAGE
        table[i] = u64(page | MEMORY | PAGE_BIT | OWN | permissions(page))
        if page == boot_guard() or page == usize(TRAP_GUARD):
            table[i] = u64(0)


@unchecked
def block_of(place: usize) -> int:
    """The entry of level 2 that an address in RAM's first GiB belongs to."""
    return int(place - RAM_BASE) >> 21


@unchecked
def is_mixed(start: int) -> bool:
    """Whether the pages of a block differ: the parts of an image follow each other, so its ends tell."""
    return permissions(start) != permissions(start + BLOCK - PAGE) or \
        block_of(boot_guard()) == block_of(usize(start)) or block_of(usize(TRAP_GUARD)) == block_of(usize(start))


@unchecked
def permissions(page: int) -> int:
    """What an entry of the kernel's tables says besides the address."""
    if page >= int(usize(DATA)) or page < int(usize(TEXT)) & -PAGE:
        return NO_USER | NO_KERNEL
    if page < int(usize(RODATA)):
        return READ_ONLY | NO_USER
    if page < int(usize(USER_TEXT)):
        return READ_ONLY | NO_USER | NO_KERNEL
    if page < int(usize(USER_RODATA)):
        return READ_ONLY | EL0 | NO_KERNEL
    return READ_ONLY | EL0 | NO_USER | NO_KERNEL


def protect_hart(guard: usize, trap_guard: usize) -> None:
    """What each CPU has for itself; its guard pages are in the tables that all of them use."""
    sysreg.cntkctl_el1.write(u64(NO_TIMERS))
    sysreg.sctlr_el1.write((sysreg.sctlr_el1.read() | u64(WXN)) & ~u64(WAITS))
    isb()


# Guard pages of fibers

def guards_hold() -> bool:
    """A stack that is full faults at its guard page."""
    return True


def guard_tables(size: int) -> int:
    """Pages that the guards in `size` bytes of memory need, wherever it lies."""
    return size // BLOCK + size // GIB + 4


def guards_open(base: usize, size: int, tables: usize) -> None:
    """Split the memory into pages. Its blocks are gone for a moment: nobody else runs, nobody's stack is there."""
    kernel = kernel_tables()
    free = tables
    end = base + usize(size)
    for gib in range(int(base >> 30), int((end - 1) >> 30) + 1):
        entry = kernel[gib]
        if entry & u64(TABLE) != TABLE:
            level2 = Ptr[u64](free)
            free += usize(PAGE)
            for i in range(ENTRIES):
                level2[i] = u64(gib * GIB + i * BLOCK | MEMORY | OWN | NO_KERNEL | NO_USER)
            replace(kernel + gib, u64(usize(level2)) | u64(TABLE))
    for block in range(int(base >> 21), int((end - 1) >> 21) + 1):
        place = table_at(kernel[block // ENTRIES]) + block % ENTRIES
        if place[0] & u64(TABLE) != TABLE:
            level3 = Ptr[u64](free)
            free += usize(PAGE)
            for i in range(ENTRIES):
                level3[i] = u64(block * BLOCK + i * PAGE | DATA_PAGE)
            replace(place, u64(usize(level3)) | u64(TABLE))


@noinline
def replace(place: Ptr[u64], entry: u64) -> None:
    """Break before make (D8.14.1)."""
    place[0] = u64(0)
    flush_translations()
    place[0] = entry
    flush_translations()


def guard_word(place: usize, worker: bool) -> u64:
    """A fiber of the kernel runs with the kernel's tables: those of a worker know only its own guard page for sure."""
    return u64(0) if worker else u64(usize(LEVEL1))


def guard_set(place: usize, on: bool) -> None:
    """A page, of memory that `guards_open` has split, is a guard page from now on, or no more."""
    level2 = table_at(kernel_tables()[int(place >> 30)])
    level3 = table_at(level2[int(place >> 21) % ENTRIES])
    level3[int(place >> 12) % ENTRIES] = u64(0) if on else u64(place) | u64(DATA_PAGE)
    forget_page(place)


def guard_renew() -> None:
    """Nothing: `guard_set` has told all CPUs."""
