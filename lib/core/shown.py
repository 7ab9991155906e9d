"""What is being shown just now: a list inside of itself is `[...]`, as in CPython.

    if not begin(place): return "[...]"
    try: …
    finally: end()
"""

from typing import Final

from rumpk import Array, unchecked, usize

ROOM: Final = 64                        # a ring that is entered deeper down ends in a RecursionError

_places: Array[usize, ROOM] = Array[usize, ROOM]()
_depth = 0


@unchecked
def begin(place: usize) -> bool:
    """Whether the object at `place` is not being shown yet; now it is."""
    global _depth
    for at in range(min(_depth, ROOM)):
        if _places[at] == place:
            return False
    if _depth < ROOM:
        _places[_depth] = place
    _depth += 1
    return True


def end() -> None:
    """The last that began is shown."""
    global _depth
    _depth -= 1
