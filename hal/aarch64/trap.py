"""What a trap frame of boot/aarch64/vectors.S says (Arm ARM D19.2.40 ESR_EL1, D19.2.43 FAR_EL1).

word  0     1 … 31     32   33    34   35   36
      elr   x0 … x30   sp   spsr  esr  far  vector: 4 * group + kind
"""

from typing import Final

from hal.cause import Cause
from rumpk import Ptr, u64, usize

FP: Final = 30                      # x29
LR: Final = 31
SP: Final = 32
SPSR: Final = 33
ESR: Final = 34
FAR: Final = 35
VECTOR: Final = 36

KIND_SYNCHRONOUS: Final = 0
KIND_IRQ: Final = 1

WRITE_NOT_READ: Final = 0x40        # ESR.ISS of a data abort
ALIGNMENT: Final = 0x21             # its fault status

NAMES: Final = ("pc  x0  x1  x2  x3  x4  x5  x6  x7  x8  x9  x10 x11 x12 x13 x14 "
                "x15 x16 x17 x18 x19 x20 x21 x22 x23 x24 x25 x26 x27 x28 fp  lr  ")


def trap_cause(frame: Ptr[u64]) -> Cause:
    kind = int(frame[VECTOR]) & 3
    if kind == KIND_SYNCHRONOUS:
        return exception_cause(int(frame[ESR]))
    return Cause.EXTERNAL if kind == KIND_IRQ else Cause.UNKNOWN


def trap_is_nested(frame: Ptr[u64]) -> bool:
    """The kernel runs on SP_EL0, its traps on SP_EL1: group 1."""
    return frame[VECTOR] >> 2 == 1


def exception_cause(esr: int) -> Cause:
    """By exception class, ESR bits 31:26; a data abort says what it was in its syndrome."""
    match esr >> 26 & 0x3F:
        case 0x00 | 0x0E | 0x01 | 0x18:         # the last two: WFI and system registers, for EL0
            return Cause.ILLEGAL_INSTRUCTION
        case 0x15:
            return Cause.SYSCALL
        case 0x20 | 0x21:
            return Cause.FETCH_FAULT
        case 0x22:
            return Cause.FETCH_MISALIGNED
        case 0x24 | 0x25:
            return data_abort_cause(esr & WRITE_NOT_READ != 0, esr & 0x3F == ALIGNMENT)
        case 0x26:
            return Cause.LOAD_MISALIGNED        # of the stack pointer
        case 0x3C:
            return Cause.BREAKPOINT
    return Cause.UNKNOWN


def data_abort_cause(write: bool, misaligned: bool) -> Cause:
    """A data access that failed."""
    if write:
        return Cause.STORE_MISALIGNED if misaligned else Cause.STORE_FAULT
    return Cause.LOAD_MISALIGNED if misaligned else Cause.LOAD_FAULT


def trap_address(frame: Ptr[u64]) -> u64:
    """FAR is defined for aborts only (D19.2.43)."""
    match trap_cause(frame):
        case Cause.ILLEGAL_INSTRUCTION | Cause.BREAKPOINT | Cause.SYSCALL | Cause.EXTERNAL | Cause.UNKNOWN:
            return u64(0)
    return frame[FAR]


def trap_detail(frame: Ptr[u64]) -> u64:
    return frame[ESR]


def trap_status(frame: Ptr[u64]) -> u64:
    return frame[SPSR]


def trap_stack(frame: Ptr[u64]) -> u64:
    return frame[SP]


def trap_frame_pointer(frame: Ptr[u64]) -> usize:
    return usize(frame[FP])


def trap_return(frame: Ptr[u64]) -> u64:
    return frame[LR]


def trap_resume_at(frame: Ptr[u64], pc: u64, stack: u64) -> None:
    frame[0] = pc
    frame[SP] = stack


def register_names() -> str:
    return NAMES
