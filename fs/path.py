"""A path, one component at a time.

    /a//b/../c/     components  a  b  ..  c     the last one has a slash behind it
A component is 1 to 255 bytes, any but NUL and `/`. Nothing is folded: `b/..` is looked up, so a `b` that is missing, or
no directory, is an error, as in POSIX.
"""

from typing import Final

from rumpk import Ptr, noalloc, u8, unchecked

PATH_BYTES: Final = 4096                # of a path, with the NUL that POSIX counts
NAME_BYTES: Final = 255
SLASH: Final = 0x2F
DOT: Final = 0x2E

NAME: Final = 0                         # kinds of components
HERE: Final = 1                         # .
ABOVE: Final = 2                        # ..
NONE: Final = 3                         # behind the last one


@noalloc
@unchecked
def past_slashes(path: Ptr[u8], length: int, at: int) -> int:
    """Where the next component begins; `length` behind the last."""
    while at < length and path[at] == SLASH:
        at += 1
    return at


@noalloc
@unchecked
def component_end(path: Ptr[u8], length: int, at: int) -> int:
    """Where the component that begins at `at` ends."""
    while at < length and path[at] != SLASH:
        at += 1
    return at


@noalloc
@unchecked
def kind_of(name: Ptr[u8], length: int) -> int:
    """Whether a component is a name."""
    if length == 0:
        return NONE
    if length > 2 or name[0] != DOT:
        return NAME
    if length == 1:
        return HERE
    return ABOVE if name[1] == DOT else NAME


@noalloc
@unchecked
def has_nul(path: Ptr[u8], length: int) -> bool:
    for i in range(length):
        if path[i] == 0:
            return True
    return False
