"""Who owns which memory.

    __image_start … __stack_start   code, constants, data
    __stack_start … __stack_end     guard page and stack
    __image_end … end of RAM        the arena: what programs allocate from (the larger side of the device tree);
                                    its upper half goes to kernel/pages.py where fibers are used

The arena is handed out zeroed. RAM is zero at power-on; after a warm reset it is not, so the first word of the arena
is a mark that says "used": where it is found, everything is zeroed before it is handed out again.
"""

from typing import Final

from lib.core.arena import shrink
from rumpk import Ptr, export, linker_symbol, noalloc, prim, u8, u64, usize

IMAGE_START: Final = linker_symbol("__image_start")
IMAGE_END: Final = linker_symbol("__image_end")

FALLBACK_BYTES: Final = 16 << 20        # taken where the tree names no memory: every QEMU board has more
PAGE: Final = 4096
LEAST_ARENA: Final = 64 << 10
MARK_BYTES: Final = 16                  # keeps the arena's alignment
USED: Final = 0x6B70_6D75_5221_6465     # no meaning beyond "not zero by chance"

_tree: int = 0                          # the device tree's address
_ram_bytes: int = 0
_arena_base: int = 0
_arena_bytes: int = 0
_budget: int = 0                        # bytes between two collections, for tests; 0: as the library thinks best


@noalloc
def memory_init(ram_base: int, ram_bytes: int, tree: int, tree_bytes: int) -> None:
    """Take the RAM at `ram_base` that lies behind the image, on one side of the device tree."""
    global _ram_bytes, _arena_base, _arena_bytes, _tree
    _tree = tree
    begin = int(usize(IMAGE_END))
    end = ram_base + ram_bytes if ram_bytes > 0 else begin + FALLBACK_BYTES
    _ram_bytes = ram_bytes if ram_bytes > 0 else end - int(usize(IMAGE_START))
    if begin < tree < end:
        behind = tree + tree_bytes + PAGE - 1 & ~(PAGE - 1)
        if end - behind > tree - begin:
            begin = behind
        else:
            end = tree
    if end - begin > MARK_BYTES:
        claim(begin, end - begin)
        _arena_base = begin + MARK_BYTES
        _arena_bytes = end - _arena_base & ~15


@noalloc
def claim(base: int, size: int) -> None:
    """Mark the memory as used; zero it if it was used before."""
    mark = Ptr[u64](usize(base))
    if mark[0] == u64(USED):
        prim.mem_set(Ptr[u8](mark), u8(0), usize(size))
    mark[0] = u64(USED)


@noalloc
def device_tree() -> Ptr[u8]:
    """Where the device tree lies, or should."""
    return Ptr[u8](usize(_tree))


@noalloc
def cap_budget(count: int) -> None:
    """Let the app collect whenever it has allocated `count` bytes: the boot argument `rumpk.collect=often`."""
    global _budget
    _budget = count


@noalloc
@export("kernel_ram_bytes")
def ram_bytes() -> int:
    """All of the machine's memory."""
    return _ram_bytes


@noalloc
@export("kernel_image_bytes")
def image_bytes() -> int:
    """Kernel, program and stack."""
    return int(usize(IMAGE_END) - usize(IMAGE_START))


@noalloc
@export("kernel_arena_bytes")
def arena_bytes() -> int:
    """What programs can allocate."""
    return _arena_bytes


@noalloc
def cede(count: int) -> int:
    """The last `count` bytes of the arena are the caller's now: their address, or 0 where the program uses them."""
    global _arena_bytes
    left = _arena_bytes - count & ~15
    if left < LEAST_ARENA or not shrink(usize(left)):
        return 0
    _arena_bytes = left
    return _arena_base + left


@noalloc
@export("plat_arena")
def plat_arena(out: Ptr[usize]) -> usize:
    """The arena: its base in `out[0]`, its size as the result. Zeroed, 16-byte aligned. In `out[1]`: `cap_budget`."""
    out[0] = usize(_arena_base)
    out[1] = usize(_budget)
    return usize(_arena_bytes)
