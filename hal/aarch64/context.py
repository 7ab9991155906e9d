"""What a fiber's stack holds while another one runs: the frame of boot/aarch64/switch.S.

word  0    1    2 … 11       12 … 19    20           21
      x29  x30  x19 … x28    d8 … d15   handler   unused
"""

from typing import Final

from rumpk import Ptr, linker_symbol, usize

WORDS: Final = 22


def new_context(top: usize, record: usize) -> usize:
    """Make a stack that ends at `top` ready for `switch_stack`: it begins in `fiber_begin`. Gives its stack pointer."""
    frame = Ptr[usize](top - usize(8 * WORDS))
    for i in range(WORDS):
        frame[i] = usize(0)
    frame[1] = usize(linker_symbol("fiber_begin"))
    frame[2] = record
    return usize(frame)
