from typing import Final

from rumpk import static_assert

SLOTS: Final = 12

static_assert(SLOTS & SLOTS - 1 == 0, "SLOTS is a power of two")
