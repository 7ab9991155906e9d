"""The wall on aarch64: what a worker may do, by page permissions in one flat address space (hal/aarch64/protect.py).

Each worker has tables of its own: levels 1 and 2 are copies of the kernel's, level 3 (or blocks of 2 MiB, where its
memory is at least as large) opens its memory. ASIDs tell them apart, so a change of worker is one write of TTBR0; all
entries of RAM are not global. Guard pages that come later are not in a worker's tables: only its own traps run on them.
"""

from typing import Final

from hal.aarch64.protect import (
    BLOCK, DATA_PAGE, EL0, ENTRIES, GIB, IMAGE_END, MEMORY, NO_KERNEL, NO_USER, OWN, PAGE, PAGE_BIT, TABLE,
    kernel_tables, table_at)
from hal.image import DATA, USER_RODATA
from rumpk import Ptr, extern, isb, prim, sysreg, u8, u64, unchecked, unroll, usize

TABLE_PAGES: Final = 3                  # of a worker: level 1, 2, 3
UNROLLED: Final = 8


@extern("forget_translations")
def forget_translations(number: u64) -> None:
    """Forget what is cached for one ASID (boot/aarch64/wall)."""
    ...


def fence_start() -> str:
    """Workers may come; what keeps them in, in words."""
    return "page permissions"


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


@unchecked
def fill_pages(level3: Ptr[u64], entry: u64) -> None:
    """Let all entries stand for pages that follow each other; `entry` is the first one."""
    for i in range(0, ENTRIES, UNROLLED):
        for j in unroll(range(UNROLLED)):
            level3[i + j] = entry
            entry += PAGE


def fence_make(tables: usize, base: usize, end: usize, guard: usize) -> None:
    """Write the tables of a worker whose memory is `base` … `end`, in whole pages, within one GiB.

    `tables` are `fence_pages()` pages; `guard` is the guard page of the stack that its traps run on. A range
    that is no multiple of 2 MiB lies within one such block.
    """
    kernel1 = kernel_tables()
    gib = int(base >> 30)
    kernel2 = table_at(kernel1[gib])
    level1, level2, level3 = Ptr[u64](tables), Ptr[u64](tables + PAGE), Ptr[u64](tables + 2 * PAGE)
    copy_table(level1, kernel1)
    copy_table(level2, kernel2)
    level1[gib] = u64(usize(level2)) | u64(TABLE)
    own = u64(MEMORY | EL0 | OWN | NO_KERNEL | NO_USER)
    start = u64(gib * GIB)
    first, last = int((u64(base) - start) >> 21), int((u64(end) - start) >> 21)
    if (base | end) & (BLOCK - 1) == 0:
        for i in range(first, last):
            level2[i] = start + u64(i * BLOCK) | own
        return
    start += u64(first * BLOCK)
    if start <= u64(usize(IMAGE_END)):
        copy_table(level3, table_at(kernel2[first]))
    else:                               # not a copy: what is a guard page today may be memory tomorrow
        fill_pages(level3, start | u64(DATA_PAGE))
    if u64(guard) >> 21 == start >> 21:
        level3[int(guard >> 12) % ENTRIES] = u64(0)
    low, high = int((u64(base) - start) >> 12), int((u64(end) - start) >> 12)
    map_pages(level3, low, high, u64(base) | own | u64(PAGE_BIT))
    level2[first] = u64(usize(level3)) | u64(TABLE)


def fence_use(base: usize, end: usize, tables: usize, number: int) -> None:
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
