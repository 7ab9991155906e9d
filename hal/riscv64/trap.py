"""What a trap frame of boot/riscv64/trap.S says (RISC-V Privileged Architecture, 3.1.14 to 3.1.16).

word  0    1 … 31     32      33     34
      mepc x1 … x31   mcause  mtval  mstatus
"""

from typing import Final

from hal.cause import Cause
from rumpk import Ptr, linker_symbol, u64, usize

NESTED: Final = linker_symbol("__nested_stack_top")
FRAME_BYTES: Final = 288
RA: Final = 1
SP: Final = 2
FP: Final = 8
MCAUSE: Final = 32
MTVAL: Final = 33
MSTATUS: Final = 34
INTERRUPT: Final = 1 << 63          # mcause: the top bit tells interrupts from exceptions

NAMES: Final = ("pc  ra  sp  gp  tp  t0  t1  t2  fp  s1  a0  a1  a2  a3  a4  a5  "
                "a6  a7  s2  s3  s4  s5  s6  s7  s8  s9  s10 s11 t3  t4  t5  t6  ")


def trap_cause(frame: Ptr[u64]) -> Cause:
    mcause = frame[MCAUSE]
    if mcause >= u64(INTERRUPT):
        return interrupt_cause(int(mcause - u64(INTERRUPT)))
    return exception_cause(int(mcause))


def trap_is_nested(frame: Ptr[u64]) -> bool:
    """A trap inside of a trap has a stack of its own (boot/riscv64/trap.S)."""
    return usize(frame) + usize(FRAME_BYTES) == usize(NESTED)


def interrupt_cause(number: int) -> Cause:
    """Machine-mode interrupts by number (table 3.6)."""
    match number:
        case 3:
            return Cause.SOFTWARE
        case 7:
            return Cause.TIMER
        case 11:
            return Cause.EXTERNAL
    return Cause.UNKNOWN


def exception_cause(number: int) -> Cause:
    """Exceptions by number (table 3.6); page faults count as faults of their access."""
    match number:
        case 0:
            return Cause.FETCH_MISALIGNED
        case 1 | 12:
            return Cause.FETCH_FAULT
        case 2:
            return Cause.ILLEGAL_INSTRUCTION
        case 3:
            return Cause.BREAKPOINT
        case 4:
            return Cause.LOAD_MISALIGNED
        case 5 | 13:
            return Cause.LOAD_FAULT
        case 6:
            return Cause.STORE_MISALIGNED
        case 7 | 15:
            return Cause.STORE_FAULT
        case 8 | 9 | 11:
            return Cause.SYSCALL
    return Cause.UNKNOWN


def trap_address(frame: Ptr[u64]) -> u64:
    return frame[MTVAL]


def trap_detail(frame: Ptr[u64]) -> u64:
    return frame[MCAUSE]


def trap_status(frame: Ptr[u64]) -> u64:
    return frame[MSTATUS]


def trap_stack(frame: Ptr[u64]) -> u64:
    return frame[SP]


def trap_frame_pointer(frame: Ptr[u64]) -> usize:
    return usize(frame[FP])


def trap_return(frame: Ptr[u64]) -> u64:
    return frame[RA]


def trap_resume_at(frame: Ptr[u64], pc: u64, stack: u64) -> None:
    frame[0] = pc
    frame[SP] = stack


def register_names() -> str:
    return NAMES
