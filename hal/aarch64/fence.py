"""The wall on aarch64: what a worker may do, by page permissions in one flat address space (hal/aarch64/protect.py).

Each worker has tables of its own: levels 1 and 2 are copies of the kernel's, a level 3 for each 2 MiB of its memory
opens pages of it. Where the memory is less than 2 MiB, that table is made with the worker; else each when its first
page is opened. ASIDs tell workers apart, so a change is one write of TTBR0; all entries of RAM are not global. Guard
pages that come later are not in a worker's tables: only its own traps run on them.
"""

from typing import Final

from hal.aarch64.protect import (
    BLOCK, DATA_PAGE, EL0, ENTRIES, IMAGE_END, MEMORY, NO_KERNEL, NO_USER, OWN, PAGE, PAGE_BIT, TABLE,
    kernel_tables, table_at)
from hal.image import DATA, USER_RODATA
from rumpk import Ptr, extern, isb, prim, sysreg, u8, u64, unchecked, unroll, usize

LEVEL3: Final = 2                       # of a worker's tables: behind levels 1 and 2
UNROLLED: Final = 8
OPEN_PAGE: Final = MEMORY | EL0 | OWN | NO_KERNEL | NO_USER | PAGE_BIT


@extern("forget_translations")
def forget_translations(number: u64) -> None:
    """Forget what is cached for one ASID (boot/aarch64/wall)."""
    ...


@extern("clear_lines")
def clear_lines(start: usize, end: usize) -> None:
    """Zero whole lines of memory (boot/aarch64/wall)."""
    ...


def fence_start() -> str:
    """Workers may come; what keeps them in, in words."""
    return "page permissions"


def user_constants() -> tuple[u64, u64]:
    """The range that every worker may read."""
    return u64(usize(USER_RODATA)), u64(usize(DATA))


def fence_pages(size: int) -> int:
    """Pages that the tables of a worker with so much memory take."""
    return LEVEL3 + max(size // BLOCK, 1)


def copy_table(to: Ptr[u64], source: Ptr[u64]) -> None:
    """All entries of a table."""
    prim.mem_copy(Ptr[u8](to), Ptr[u8](source), usize(PAGE))


@unchecked
def map_pages(level3: Ptr[u64], low: int, high: int, entry: u64) -> None:
    """Let the entries `low` … `high` stand for pages that follow each other; `entry` is the first one."""
    for i in range(low, high):
        level3[i] = entry
        entry += PAGE


@unchecked
def fill_pages(level3: Ptr[u64], entry: u64) -> None:
    """Let all entries stand for pages that follow each other; `entry` is the first one."""
    for i in range(0, ENTRIES, UNROLLED):
        for j in unroll(range(UNROLLED)):
            level3[i + j] = entry
            entry += PAGE


def fence_make(tables: usize, base: usize, end: usize, guard: usize) -> None:
    """Write the tables of a worker whose memory is `base` … `end`, in whole pages, within one GiB. None is open.

    `tables` are `fence_pages()` pages; `guard` is the guard page of the stack that its traps run on. A range
    that is no multiple of 2 MiB lies within one such block.
    """
    kernel1 = kernel_tables()
    gib = int(base >> 30)
    kernel2 = table_at(kernel1[gib])
    level1, level2, level3 = Ptr[u64](tables), Ptr[u64](tables + PAGE), Ptr[u64](tables + LEVEL3 * PAGE)
    copy_table(level1, kernel1)
    copy_table(level2, kernel2)
    level1[gib] = u64(usize(level2)) | u64(TABLE)
    if (base | end) & (BLOCK - 1) == 0:
        return
    start = u64(base >> 21 << 21)
    block = entry_of(base)
    if start <= u64(usize(IMAGE_END)):
        copy_table(level3, table_at(kernel2[block]))
    else:                               # not a copy: what is a guard page today may be memory tomorrow
        fill_pages(level3, start | u64(DATA_PAGE))
    if u64(guard >> 21 << 21) == start:
        level3[int(guard >> 12) % ENTRIES] = u64(0)
    level2[block] = u64(usize(level3)) | u64(TABLE)


def entry_of(place: usize) -> int:
    """The entry of level 2 that an address belongs to."""
    return int(place >> 21) % ENTRIES


def fence_open(tables: usize, base: usize, low: usize, high: usize, number: int) -> None:
    """Open pages of the worker whose memory begins at `base`. Other rights alone need no break (D8.14.1), but what is
    cached of the old ones has to go."""
    at = low
    while at < high:
        stop = min(high, (at | usize(BLOCK - 1)) + 1)
        level3 = own_level3(tables, base, at, number)
        first = int(at >> 12) % ENTRIES
        map_pages(level3, first, first + int(stop - at >> 12), u64(at) | u64(OPEN_PAGE))
        at = stop
    forget_translations(u64(number))


def own_level3(tables: usize, base: usize, place: usize, number: int) -> Ptr[u64]:
    """The worker's own level 3 for an address in its memory; made, where it is not there yet: break before make."""
    block = entry_of(place)
    own = tables + usize((LEVEL3 + block - entry_of(base)) * PAGE)
    level2, entry = Ptr[u64](tables + PAGE), u64(own) | u64(TABLE)
    if level2[block] != entry:
        fill_pages(Ptr[u64](own), u64(place >> 21 << 21) | u64(DATA_PAGE))
        level2[block] = u64(0)
        forget_translations(u64(number))
        level2[block] = entry
    return Ptr[u64](own)


def fence_use(low: usize, high: usize, tables: usize, number: int) -> None:
    """Let the worker with these tables and this number (1 to 255) run next."""
    wanted = u64(tables) | u64(number) << 48
    if sysreg.ttbr0_el1.read() != wanted:
        sysreg.ttbr0_el1.write(wanted)
        isb()


def fence_drop(number: int) -> None:
    """Back to the kernel's own tables, before those of the worker `number` go."""
    sysreg.ttbr0_el1.write(u64(usize(kernel_tables())))
    isb()
    forget_translations(u64(number))
