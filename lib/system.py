"""What a program asks of the kernel beyond print and input.

Plain calls today; system calls once programs run in workers.

    read_byte() -> int          the next byte of input as it is typed, unechoed; -1 at the end of input
    write_bytes(data)           bytes to the program's output, at once
    uptime_ns() -> int          nanoseconds since boot; wall_ns() since 1970
    pause_ns(n)                 let others run, or sleep, for about so many nanoseconds
    machine_bytes() image_bytes() arena_bytes() arena_used() -> int      memory: all, the image with its stack, the heap
"""

from typing import Final

from lib.core.arena import used_bytes
from rumpk import Array, Ptr, extern, u8, u64

OUTPUT: Final = 1
CHUNK: Final = 64

_buffer: Array[u8, 64] = Array[u8, 64]()


@extern("plat_read")
def plat_read(channel: int, data: Ptr[u8], count: int) -> int: ...


@extern("plat_write")
def plat_write(channel: int, data: Ptr[u8], count: int) -> int: ...


@extern("plat_ticks")
def plat_ticks() -> u64: ...


@extern("plat_wall")
def plat_wall() -> u64: ...


@extern("plat_pause")
def plat_pause(nanoseconds: u64) -> None: ...


@extern("kernel_ram_bytes")
def kernel_ram_bytes() -> int: ...


@extern("kernel_image_bytes")
def kernel_image_bytes() -> int: ...


@extern("kernel_arena_bytes")
def kernel_arena_bytes() -> int: ...


def read_byte() -> int:
    """The next byte of input, unechoed; -1 at the end of input."""
    if plat_read(0, Ptr[u8](_buffer), 1) == 0:
        return -1
    return int(_buffer[0])


def write_bytes(data: bytes) -> None:
    """Bytes to the program's output, at once. What `print` has written without a newline comes out later."""
    at = 0
    while at < len(data):
        count = min(len(data) - at, CHUNK)
        for i in range(count):
            _buffer[i] = u8(data[at + i])
        plat_write(OUTPUT, Ptr[u8](_buffer), count)
        at += count


def uptime_ns() -> int:
    """Nanoseconds since boot."""
    return int(plat_ticks())


def wall_ns() -> int:
    """Nanoseconds since 1970."""
    return int(plat_wall())


def pause_ns(nanoseconds: int) -> None:
    """Wait so long, more or less: the caller looks at the time."""
    plat_pause(u64(nanoseconds))


def machine_bytes() -> int:
    """All of the machine's memory."""
    return kernel_ram_bytes()


def image_bytes() -> int:
    """Kernel, program and stack."""
    return kernel_image_bytes()


def arena_bytes() -> int:
    """What programs can allocate in all."""
    return kernel_arena_bytes()


def arena_used() -> int:
    """What of it is allocated."""
    return int(used_bytes())
