"""The wall on riscv64: what a worker may do, by physical memory protection. The entries: hal/riscv64/protect.py.

Entries 8 to 15 are one configuration register, so a change of worker is two addresses and that register: QEMU forgets
what it knows of the old range only when a configuration is written. The range is what a worker has
opened so far: it may become larger, which is a change of addresses like any other.
"""

from hal.image import DATA, USER_RODATA
from hal.riscv64.protect import probe_mseccfg
from rumpk import csr, extern, u64, usize


@extern("clear_lines")
def clear_lines(start: usize, end: usize) -> None:
    """Zero whole lines of memory (boot/riscv64/wall)."""
    ...


def fence_start() -> str:
    """Workers may come; what keeps them in, in words."""
    return "PMP with Smepmp" if probe_mseccfg() >= 0 else "PMP (without Smepmp the kernel can write to its own code)"


def user_constants() -> tuple[u64, u64]:
    """The range that every worker may read."""
    return u64(usize(USER_RODATA)), u64(usize(DATA))


def fence_pages(size: int) -> int:
    """Pages that a worker takes besides its own."""
    return 0


def fence_make(tables: usize, base: usize, end: usize, guard: usize) -> None:
    """Nothing to prepare."""


def fence_open(tables: usize, base: usize, low: usize, high: usize, number: int) -> None:
    """Nothing: `fence_use` takes the range."""


def fence_drop(number: int) -> None:
    """Nothing is kept of a worker."""


def fence_use(low: usize, high: usize, tables: usize, number: int) -> None:
    """Open the range `low` … `high` to the worker that runs next, and close the one before; nothing if it is open."""
    if csr.pmpaddr7.read() != u64(low) >> 2 or csr.pmpaddr8.read() != u64(high) >> 2:
        csr.pmpaddr7.write(u64(low) >> 2)
        csr.pmpaddr8.write(u64(high) >> 2)
        csr.pmpcfg2.write(csr.pmpcfg2.read())
