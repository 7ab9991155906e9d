"""Entropy device. QEMU: `-device virtio-rng-device -global virtio-mmio.force-legacy=false`.

VirtIO 1.2, 5.4: kind 4, one queue; the device fills what it is offered with random bytes, as many as it likes.
"""

from typing import Final

from hal.dev.virtio_mmio import (
    DEVICE_WRITES, begin, describe, find, offer, open_queue, run, stop, used_bytes, used_count)
from rumpk import Ptr, noalloc, prim, u8, usize

ENTROPY: Final = 4
SIZE: Final = 2                         # descriptors
QUEUE_BYTES: Final = 80
BUFFER: Final = 80                      # where the device writes, behind the queue
MOST: Final = 64                        # bytes at a time
MEMORY: Final = 160                     # what `read` needs: 16 + QUEUE_BYTES + MOST
PATIENCE: Final = 50_000_000            # looks at the queue: seconds


@noalloc
def read(base: int, step: int, slots: int, memory: usize, out: Ptr[u8], count: int, patience: int = PATIENCE) -> int:
    """Up to `count` bytes, at most MOST, of the first entropy device in these slots; how many, 0 where there is none.

    `memory` are MEMORY bytes of the caller's.
    """
    device = find(base, step, slots, ENTROPY)
    if device == 0:
        return 0
    memory = memory + 15 & ~usize(15)
    prim.mem_set(Ptr[u8](memory), u8(0), usize(QUEUE_BYTES + MOST))
    got = 0
    if begin(device) and open_queue(device, 0, SIZE, memory):
        run(device)
        describe(memory, 0, memory + usize(BUFFER), min(count, MOST), DEVICE_WRITES)
        offer(device, 0, SIZE, memory, 0)
        while used_count(SIZE, memory) == 0 and patience > 0:
            patience -= 1
        if used_count(SIZE, memory) != 0:
            got = min(used_bytes(SIZE, memory, 0), min(count, MOST))
    stop(device)
    for i in range(got):
        out[i] = Ptr[u8](memory + usize(BUFFER))[i]
    return got
