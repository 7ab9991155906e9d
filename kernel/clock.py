"""Time: nanoseconds since the kernel started, and since 1970; waiting where no fibers are.

The board's clock is asked once, since it may count whole seconds only: from then on both clocks go together.
"""

from typing import Callable, Final

from hal.board import (
    event_done, event_next, interrupt_wait, interrupts_init, timer_arm, timer_disarm, timer_frequency, timer_init,
    timer_ticks, wall_clock,
)
from kernel.cue import Cue
from rumpk import export, noalloc, u64

NANOSECONDS: Final = 1_000_000_000

_start: u64 = u64(0)
_epoch: u64 = u64(0)                            # 1970 to _start in nanoseconds; 0: the clock was not asked yet
_pause: Callable[[Cue, u64], bool] | None = None    # lets other fibers run until a time in ticks; False: there are none


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


@noalloc
@export("plat_wall")
def plat_wall() -> u64:
    """Nanoseconds since 1970; never goes back."""
    global _epoch
    if _epoch == 0:
        _epoch = wall_clock() - plat_ticks()
    return _epoch + plat_ticks()


@noalloc
def ticks_of(nanoseconds: u64, frequency: u64) -> u64:
    """Nanoseconds as ticks, rounded up."""
    rest = nanoseconds % u64(NANOSECONDS) * frequency
    return nanoseconds // u64(NANOSECONDS) * frequency + (rest + u64(NANOSECONDS - 1)) // u64(NANOSECONDS)


@noalloc
def pause_by(pause: Callable[[Cue, u64], bool]) -> None:
    """From now on `pause` waits until a time in ticks; False where it cannot."""
    global _pause
    _pause = pause


@noalloc
@export("plat_pause")
def plat_pause(nanoseconds: u64) -> None:
    """Let others run for so long; where there are none, the hart sleeps. Interrupts are off then, and stay off."""
    end = timer_ticks() + ticks_of(nanoseconds, timer_frequency())
    pause = _pause
    if pause is not None and pause(Cue(0), end):
        return
    interrupts_init()
    while timer_ticks() < end:
        timer_arm(end)
        interrupt_wait()
        event = event_next()
        if event > 0:
            event_done(event)                   # whoever reads looks at the device itself
    timer_disarm()
