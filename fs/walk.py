"""From a path to a place: the directory that the last component is in, and that component."""

from typing import Final

from fs.errors import BAD_VALUE, NAME_TOO_LONG, NO_ENTRY, NOT_DIRECTORY
from fs.filesystem import DIRECTORY, KIND
from fs.mounts import above, over, system_of
from fs.path import (
    ABOVE, HERE, NAME, NAME_BYTES, NONE, PATH_BYTES, SLASH, component_end, has_nul, kind_of, past_slashes,
)
from rumpk import Array, Ptr, noalloc, prim, u8, usize


WALKS: Final = 2                        # a rename needs two at once

# The paths, apart from the walks: an object that begins with its type would be a part of the image with all its zeros.
_held: Array[u8, WALKS * PATH_BYTES] = Array[u8, WALKS * PATH_BYTES]()


class Walk:
    """Where a walk has come to."""

    def __init__(self, number: int) -> None:
        self.held: int = number * PATH_BYTES    # in `_held`: the path, copied once
        self.mount: int = 0             # the directory that the last component is in
        self.directory: int = 0
        self.name: usize = usize(0)     # the last component
        self.length: int = 0
        self.kind: int = NONE           # NONE: the path is `/`
        self.slash: bool = False        # behind it
        self.found: int = 0             # where `resolve` ended: its mount
        self.node: int = 0              # … and node


@noalloc
def name_of(walk: Walk) -> Ptr[u8]:
    """The last component."""
    return Ptr[u8](walk.name)


@noalloc
def is_directory(mount: int, node: int) -> bool:
    return system_of(mount).mode(node) & KIND == DIRECTORY


@noalloc
def walk_parent(walk: Walk, path: Ptr[u8], length: int) -> int:
    """Go as far as the directory of the last component. 0 or an error."""
    if length == 0:
        return NO_ENTRY
    if length >= PATH_BYTES:
        return NAME_TOO_LONG
    held = Ptr[u8](_held) + walk.held
    prim.mem_copy(held, path, usize(length))
    if held[0] != SLASH or has_nul(held, length):
        return BAD_VALUE
    walk.mount, walk.directory = over(0, system_of(0).root())
    at = past_slashes(held, length, 0)
    while True:
        end = component_end(held, length, at)
        walk.name, walk.length = usize(held + at), end - at
        walk.kind = kind_of(held + at, walk.length)
        at = past_slashes(held, length, end)
        walk.slash = at > end
        if at == length:
            return 0
        mount, node = step(walk)
        if node < 0:
            return node
        if not is_directory(mount, node):
            return NOT_DIRECTORY
        walk.mount, walk.directory = mount, node


@noalloc
def step(walk: Walk) -> tuple[int, int]:
    """The place that the component leads to; a node below zero is an error."""
    if walk.kind == HERE or walk.kind == NONE:
        return walk.mount, walk.directory
    if walk.kind == ABOVE:
        return above(walk.mount, walk.directory)
    if walk.length > NAME_BYTES:
        return walk.mount, NAME_TOO_LONG
    node = system_of(walk.mount).lookup(walk.directory, name_of(walk), walk.length)
    return over(walk.mount, node) if node > 0 else (walk.mount, node)


@noalloc
def resolve(walk: Walk, path: Ptr[u8], length: int) -> int:
    """Go the whole way. 0 or an error."""
    result = walk_parent(walk, path, length)
    if result < 0:
        return result
    walk.found, walk.node = step(walk)
    if walk.node < 0:
        return walk.node
    if walk.slash and walk.kind == NAME and not is_directory(walk.found, walk.node):
        return NOT_DIRECTORY
    return 0
