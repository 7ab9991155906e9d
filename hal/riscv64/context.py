"""What a fiber's stack holds while another one runs: the frame of boot/riscv64/switch.S.

word  0   1   2 … 12     13        14       16 … 27
      ra  s0  s1 … s11   handler   unused   fs0 … fs11
"""

from typing import Final

from rumpk import Ptr, linker_symbol, usize

WORDS: Final = 28


def new_context(top: usize, record: usize) -> usize:
    """Make a stack that ends at `top` ready for `switch_stack`: it begins in `fiber_begin`. Gives its stack pointer."""
    frame = Ptr[usize](top - usize(8 * WORDS))
    for i in range(WORDS):
        frame[i] = usize(0)
    frame[0] = usize(linker_symbol("fiber_begin"))
    frame[2] = record
    return usize(frame)
