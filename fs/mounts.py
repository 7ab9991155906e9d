"""Which file systems there are, and on which directories of others they stand.

A place in the tree is a pair: the number of a mount and a node of its file system. Mount 0 is the root.
"""

from typing import Final

from fs.errors import BUSY
from fs.filesystem import FileSystem
from rumpk import Array, noalloc

MOUNTS: Final = 8

_systems: Array[FileSystem | None, MOUNTS] = Array[FileSystem | None, MOUNTS]()
_below: Array[int, MOUNTS] = Array[int, MOUNTS]()       # the mount on which it stands,
_covered: Array[int, MOUNTS] = Array[int, MOUNTS]()     # and the node there
_nothing: FileSystem = FileSystem()
_count: int = 0


@noalloc
def mount(system: FileSystem, below: int, covered: int) -> int:
    """Put a file system on a directory of another; the first one is the root. Its number."""
    global _count
    if _count == MOUNTS:
        return BUSY
    _systems[_count] = system
    _below[_count], _covered[_count] = below, covered
    _count += 1
    return _count - 1


@noalloc
def system_of(number: int) -> FileSystem:
    """The file system of a mount."""
    system = _systems[number]
    return _nothing if system is None else system


@noalloc
def mounts() -> int:
    """How many there are."""
    return _count


@noalloc
def over(number: int, node: int) -> tuple[int, int]:
    """The place that is seen where a node is: the root of what is mounted there, or the node."""
    at = 1
    while at < _count:
        if _below[at] == number and _covered[at] == node:
            number, node = at, system_of(at).root()
            at = 0
        at += 1
    return number, node


@noalloc
def is_covered(number: int, node: int) -> bool:
    """Whether something is mounted there."""
    for at in range(1, _count):
        if _below[at] == number and _covered[at] == node:
            return True
    return False


@noalloc
def above(number: int, node: int) -> tuple[int, int]:
    """The place that `..` of a directory leads to."""
    while number > 0 and node == system_of(number).root():
        number, node = _below[number], _covered[number]
    return over(number, system_of(number).parent(node))
