"""VirtIO over MMIO, and a queue: what every virtio driver shares. QEMU: `-global virtio-mmio.force-legacy=false`.

VirtIO 1.2: 2.7 (split virtqueues), 3.1.1 (how a device is begun), 4.2.2 (registers). Only the modern transport
(version 2) is served; a device behind a legacy one is passed over. Little-endian, as both machines are.

offset  register                                    offset  register
0x000   0x74726976                                  0x044   queue: ready
0x004   version: 2                                  0x050   queue notify: its number
0x008   kind of device, 0: none                     0x060   interrupt status; 0x064 acknowledges
0x010   a word of the device's features             0x070   status
0x014   … which word                                0x080   queue: descriptors (low, high word)
0x020   a word of those that the driver takes       0x090   queue: what the driver offers
0x024   … which word                                0x0a0   queue: what the device has used
0x030   which queue the next ones are about
0x034   queue: most descriptors; 0x038 how many

A queue's memory, at a multiple of 16, for n descriptors:
        + 0            n descriptors: address (64), bytes (32), flags (16; 2: the device writes), next (16)
        + 16 n         flags (16), index (16), n numbers of descriptors (16): offered
        + 20 n + 8     flags (16), index (16), n times number and bytes (32 each): used; n is a multiple of 2
"""

from typing import Final

from rumpk import RO, WO, Mmio, Ptr, Reg, noalloc, prim, u16, u32, u64, usize

MAGIC: Final = 0x7472_6976
MODERN: Final = 2
ACKNOWLEDGE: Final = 1                  # bits of the status (2.1)
DRIVER: Final = 2
DRIVER_OK: Final = 4
FEATURES_OK: Final = 8
VERSION_1: Final = 1                    # bit 32 of the features: bit 0 of word 1
DEVICE_WRITES: Final = 2
QUIET: Final = 1                        # offered flags: no interrupt


class VirtioMmio(Mmio):
    """The transport's registers."""

    magic = Reg(u32, 0x000, access=RO)
    version = Reg(u32, 0x004, access=RO)
    kind = Reg(u32, 0x008, access=RO)
    features = Reg(u32, 0x010, access=RO)
    features_word = Reg(u32, 0x014, access=WO)
    taken = Reg(u32, 0x020, access=WO)
    taken_word = Reg(u32, 0x024, access=WO)
    queue = Reg(u32, 0x030, access=WO)
    queue_most = Reg(u32, 0x034, access=RO)
    queue_size = Reg(u32, 0x038, access=WO)
    queue_ready = Reg(u32, 0x044)
    notify = Reg(u32, 0x050, access=WO)
    status = Reg(u32, 0x070)
    descriptors = Reg(u32, 0x080, access=WO)
    descriptors_high = Reg(u32, 0x084, access=WO)
    offered = Reg(u32, 0x090, access=WO)
    offered_high = Reg(u32, 0x094, access=WO)
    used = Reg(u32, 0x0A0, access=WO)
    used_high = Reg(u32, 0x0A4, access=WO)


@noalloc
def find(base: int, step: int, count: int, kind: int) -> int:
    """The address of the first modern device of a kind in `count` slots from `base` on; 0 where there is none."""
    for i in range(count):
        device = VirtioMmio(base + i * step)
        if device.magic.read() == MAGIC and device.version.read() == MODERN and device.kind.read() == kind:
            return base + i * step
    return 0


@noalloc
def begin(base: int) -> bool:
    """Reset a device and take it, with no features but the modern ones (3.1.1, steps 1 to 6). False: it refuses."""
    device = VirtioMmio(base)
    device.status.write(0)
    device.status.write(ACKNOWLEDGE)
    device.status.write(ACKNOWLEDGE | DRIVER)
    device.features_word.write(1)
    if device.features.read() & VERSION_1 == 0:
        return False
    device.taken_word.write(0)
    device.taken.write(0)
    device.taken_word.write(1)
    device.taken.write(VERSION_1)
    device.status.write(ACKNOWLEDGE | DRIVER | FEATURES_OK)
    return device.status.read() & FEATURES_OK != 0


@noalloc
def open_queue(base: int, number: int, size: int, memory: usize) -> bool:
    """Give the device a queue of `size` descriptors, whose memory is zeroed. False: it does not take it."""
    device = VirtioMmio(base)
    device.queue.write(u32(number))
    if device.queue_ready.read() != 0 or int(device.queue_most.read()) < size:
        return False
    device.queue_size.write(u32(size))
    offered, used = memory + usize(16 * size), memory + usize(20 * size + 8)
    device.descriptors.write(low(memory))
    device.descriptors_high.write(high(memory))
    device.offered.write(low(offered))
    device.offered_high.write(high(offered))
    device.used.write(low(used))
    device.used_high.write(high(used))
    device.queue_ready.write(1)
    return True


@noalloc
def low(place: usize) -> u32:
    return u32(place & 0xFFFF_FFFF)


@noalloc
def high(place: usize) -> u32:
    return u32(place >> 32)


@noalloc
def run(base: int) -> None:
    """The device may use its queues (3.1.1, step 8)."""
    VirtioMmio(base).status.write(ACKNOWLEDGE | DRIVER | FEATURES_OK | DRIVER_OK)


@noalloc
def stop(base: int) -> None:
    """Reset: the device has no queue any more, and writes nowhere."""
    VirtioMmio(base).status.write(0)


@noalloc
def describe(memory: usize, number: int, place: usize, size: int, flags: int) -> None:
    """Fill a descriptor that stands alone."""
    words = Ptr[u64](memory) + 2 * number
    words[0] = u64(place)
    words[1] = u64(size | flags << 32)


@noalloc
def offer(base: int, queue: int, size: int, memory: usize, number: int) -> None:
    """Offer descriptor `number` to the device, and tell it. It does not interrupt."""
    ring = Ptr[u16](memory + usize(16 * size))
    index = int(ring[1])
    ring[0] = u16(QUIET)
    ring[2 + index % size] = u16(number)
    prim.fence_seqcst()                 # the device may look at any time (2.7.13)
    ring[1] = u16(index + 1 & 0xFFFF)
    prim.fence_seqcst()
    VirtioMmio(base).notify.write(u32(queue))


@noalloc
def used_count(size: int, memory: usize) -> int:
    """How many descriptors the device has given back, modulo 2**16."""
    prim.fence_seqcst()
    return int(Ptr[u16](memory + usize(20 * size + 8))[1])


@noalloc
def used_bytes(size: int, memory: usize, number: int) -> int:
    """How many bytes the device has written for the `number`th that it gave back."""
    return int(Ptr[u32](memory + usize(20 * size + 8))[2 + 2 * (number % size)])
