"""The machine starts again. Only in images that ask for it (lib/power.py)."""

from typing import Never

from hal.board import interrupts_off, power_reset
from rumpk import export, noalloc


@noalloc
@export("plat_restart")
def plat_restart() -> Never:
    """Nothing is written back: who has files on a disk calls `fsync` before."""
    interrupts_off()
    power_reset()
