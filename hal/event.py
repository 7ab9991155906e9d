"""What `event_next` of a board says: numbers above 0 are devices."""

from typing import Final

EVENT_NONE: Final = 0
EVENT_TIMER: Final = -1             # the time of `timer_arm` has come, until it or `timer_disarm` is called
EVENT_CALL: Final = -2              # another hart called this one (`hart_call`)
