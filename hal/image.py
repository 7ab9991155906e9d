"""Where the parts of the image lie: symbols of the linker and of `boot/`, the same on every board."""

from typing import Final

from rumpk import linker_symbol

TEXT: Final = linker_symbol("__text_start")
RODATA: Final = linker_symbol("__rodata_start")
USER_TEXT: Final = linker_symbol("__user_text_start")
USER_RODATA: Final = linker_symbol("__user_rodata_start")
DATA: Final = linker_symbol("__data_start")
STACK: Final = linker_symbol("__stack_start")
TRAP_GUARD: Final = linker_symbol("__trap_guard")
RESCUE_BYTES: Final = 0x4000            # of the stack's low end, kept for what reports its overflow (kernel/stack.py)
