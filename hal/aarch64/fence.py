"""The wall on aarch64: page permissions, one flat address space (Arm ARM DDI 0487, D8: 4 KiB pages, 39 address bits).

                        kernel (EL1)     worker (EL0)
kernel text             read, execute    -
kernel constants        read             -
user text               read             read, execute
user constants          read             read
a worker's own memory   read, write      read, write in its own tables, else nothing
everything else         read, write      -

Each worker has tables of its own: levels 1 and 2 are copies of the kernel's, level 3 (or blocks of 2 MiB, where its
memory is at least as large) opens its memory. ASIDs tell them apart, so a change of worker is one write of TTBR0; all
entries of RAM are marked as not global. What can be written is never executed (SCTLR_EL1.WXN).
"""

from typing import Final

from rumpk import Ptr, extern, isb, linker_symbol, prim, sysreg, u8, u64, unchecked, usize

TEXT: Final = linker_symbol("__text_start")
RODATA: Final = linker_symbol("__rodata_start")
USER_TEXT: Final = linker_symbol("__user_text_start")
USER_RODATA: Final = linker_symbol("__user_rodata_start")
DATA: Final = linker_symbol("__data_start")

TABLE_PAGES: Final = 3                  # of a worker: level 1, 2, 3
PAGE: Final = 4096
ENTRIES: Final = 512
BLOCK: Final = 1 << 21                  # bytes of an entry of level 2
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
WXN: Final = 1 << 19                    # SCTLR_EL1: writable memory is not executed
NO_TIMERS: Final = 0                    # CNTKCTL_EL1: counters and timers trap at EL0

_ram_entries: int = 0                   # of level 2 that hold RAM


@extern("flush_translations")
def flush_translations() -> None:
    """Forget every cached translation (boot/aarch64/wall)."""
    ...


@extern("forget_translations")
def forget_translations(number: u64) -> None:
    """Forget what is cached for one ASID."""
    ...


def kernel_tables() -> Ptr[u64]:
    """Level 1 of the tables that boot/aarch64/reset.S made."""
    return Ptr[u64](usize(linker_symbol("__page_level1")))


def table_at(entry: u64) -> Ptr[u64]:
    """The table that an entry leads to."""
    return Ptr[u64](usize(entry & u64(ADDRESS)))


def fence_start() -> str:
    """Give the parts of the image their permissions; what the wall is made of. Empty: the image is too large for it."""
    sysreg.cntkctl_el1.write(u64(NO_TIMERS))
    level1 = kernel_tables()
    for i in range(2, ENTRIES):
        if level1[i] & u64(VALID) != 0:
            level1[i] |= u64(NO_USER | OWN)
    level2 = table_at(level1[1])
    for i in range(ENTRIES):
        if level2[i] & u64(TABLE) == TABLE:
            restrict(table_at(level2[i]), RAM_BASE + i * BLOCK)
        elif int(usize(TEXT)) < RAM_BASE + (i + 1) * BLOCK and RAM_BASE + i * BLOCK < int(usize(DATA)):
            return ""
        else:
            level2[i] |= u64(NO_USER | OWN)
    flush_translations()
    sysreg.sctlr_el1.write(sysreg.sctlr_el1.read() | u64(WXN))
    isb()
    return "page permissions"


def restrict(level3: Ptr[u64], start: int) -> None:
    """The permissions of 512 pages from `start` on."""
    for i in range(ENTRIES):
        entry = level3[i]
        if entry & u64(VALID) != 0:
            level3[i] = entry | u64(permissions(start + i * PAGE) | OWN)


def permissions(page: int) -> int:
    """What an entry of the kernel's tables says besides the address."""
    if int(usize(TEXT)) & -PAGE <= page < int(usize(RODATA)):
        return READ_ONLY | NO_USER
    if int(usize(RODATA)) <= page < int(usize(USER_TEXT)):
        return READ_ONLY | NO_USER | NO_KERNEL
    if int(usize(USER_TEXT)) <= page < int(usize(USER_RODATA)):
        return READ_ONLY | EL0 | NO_KERNEL
    if int(usize(USER_RODATA)) <= page < int(usize(DATA)):
        return READ_ONLY | EL0 | NO_USER | NO_KERNEL
    return NO_USER | NO_KERNEL


def user_constants() -> tuple[u64, u64]:
    """The range that every worker may read."""
    return u64(usize(USER_RODATA)), u64(usize(DATA))


def fence_pages() -> int:
    """Pages that the tables of a worker take."""
    return TABLE_PAGES


def copy_table(to: Ptr[u64], source: Ptr[u64]) -> None:
    """All entries of a table."""
    prim.mem_copy(Ptr[u8](to), Ptr[u8](source), usize(PAGE))


@unchecked
def map_pages(level3: Ptr[u64], low: int, high: int, entry: u64) -> None:
    """Let the entries `low` … `high` stand for pages that follow each other; `entry` is the first one."""
    for i in range(low, high):
        level3[i] = entry
        entry += PAGE


def fence_make(tables: usize, base: usize, end: usize) -> None:
    """Write the tables of a worker whose memory is `base` … `end`, in whole pages, within RAM's first GiB.

    `tables` are `fence_pages()` pages. A range that is no multiple of 2 MiB lies within one such block.
    """
    kernel1 = kernel_tables()
    kernel2 = table_at(kernel1[1])
    level1, level2, level3 = Ptr[u64](tables), Ptr[u64](tables + PAGE), Ptr[u64](tables + 2 * PAGE)
    copy_table(level1, kernel1)
    copy_table(level2, kernel2)
    level1[1] = u64(usize(level2)) | u64(TABLE)
    own = u64(MEMORY | EL0 | OWN | NO_KERNEL | NO_USER)
    first = int((base - RAM_BASE) >> 21)
    if (base | end) & (BLOCK - 1) == 0:
        for i in range(first, int((end - RAM_BASE) >> 21)):
            level2[i] = u64(RAM_BASE + i * BLOCK) | own
        return
    entry = kernel2[first]
    start = u64(RAM_BASE + first * BLOCK)
    if entry & u64(TABLE) == TABLE:
        copy_table(level3, table_at(entry))
    else:
        map_pages(level3, 0, ENTRIES, start | u64(MEMORY | PAGE_BIT | OWN | NO_KERNEL | NO_USER))
    low, high = int((u64(base) - start) >> 12), int((u64(end) - start) >> 12)
    map_pages(level3, low, high, u64(base) | own | u64(PAGE_BIT))
    level2[first] = u64(usize(level3)) | u64(TABLE)


def fence_use(base: usize, end: usize, tables: usize, number: int) -> None:
    """Let the worker with these tables and this number (1 to 255) run next."""
    sysreg.ttbr0_el1.write(u64(tables) | u64(number) << 48)
    isb()


def fence_drop(number: int) -> None:
    """Back to the kernel's own tables, before those of the worker `number` go."""
    sysreg.ttbr0_el1.write(u64(usize(kernel_tables())))
    isb()
    forget_translations(u64(number))
