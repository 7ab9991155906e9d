"""Why the machine entered the kernel, in words that hold for both machines."""

from enum import IntEnum


class Cause(IntEnum):
    """One trap's cause; `UNKNOWN` is whatever the machine reports beyond these."""

    UNKNOWN = 0
    ILLEGAL_INSTRUCTION = 1
    BREAKPOINT = 2
    FETCH_FAULT = 3
    LOAD_FAULT = 4
    STORE_FAULT = 5
    FETCH_MISALIGNED = 6
    LOAD_MISALIGNED = 7
    STORE_MISALIGNED = 8
    SYSCALL = 9
    TIMER = 10
    SOFTWARE = 11
    EXTERNAL = 12
