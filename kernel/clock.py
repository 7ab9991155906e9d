"""Monotonic time: nanoseconds since the kernel started."""

from typing import Final

from hal.board import timer_frequency, timer_init, timer_ticks
from rumpk import export, noalloc, u64

NANOSECONDS: Final = 1_000_000_000

_start: u64 = u64(0)


@noalloc
def clock_init(tree_frequency: int) -> None:
    """Time begins. `tree_frequency` is the device tree's timebase in Hz, 0 where it has none."""
    global _start
    timer_init(tree_frequency)
    _start = timer_ticks()


@noalloc
def nanoseconds(ticks: u64, frequency: u64) -> u64:
    """Ticks as nanoseconds, rounded down; no product leaves 64 bits before 584 years are over."""
    return ticks // frequency * u64(NANOSECONDS) + ticks % frequency * u64(NANOSECONDS) // frequency


@noalloc
def since_start(ticks: u64) -> u64:
    """What the counter has counted since the kernel started."""
    return ticks - _start


@noalloc
@export("plat_ticks")
def plat_ticks() -> u64:
    """Nanoseconds since the kernel started; never goes back."""
    return nanoseconds(timer_ticks() - _start, timer_frequency())
