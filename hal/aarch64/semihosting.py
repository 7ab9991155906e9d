"""Exit through semihosting. QEMU: `-semihosting-config enable=on,target=native`.

Arm, "Semihosting for AArch32 and AArch64", 6.6 SYS_EXIT_EXTENDED: x0 = 0x20, x1 -> { reason, code }.
"""

from typing import Final

from rumpk import Array, Ptr, extern, u64

SYS_EXIT_EXTENDED: Final = 0x20
APPLICATION_EXIT: Final = 0x20026       # ADP_Stopped_ApplicationExit

_block: Array[u64, 2] = Array[u64, 2]()


@extern("semihosting")
def semihosting(operation: int, block: Ptr[u64]) -> int:
    """boot/aarch64/semihosting.S"""
    ...


def exit_extended(code: int) -> None:
    """QEMU exits with `code`; does not come back where semihosting is on."""
    _block[0] = u64(APPLICATION_EXIT)
    _block[1] = u64(code)
    semihosting(SYS_EXIT_EXTENDED, Ptr[u64](_block))
