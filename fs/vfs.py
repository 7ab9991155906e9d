"""The file system calls: paths and open files in, results or errors (below zero) out. docs/FILES.md is their contract.

Each call is one step to all others: it holds the one lock. What may sleep (the console) is read without it.
Paths are absolute; they lie in memory that nobody else writes meanwhile.
"""

from typing import Final

from fs.errors import (
    BAD_VALUE, BUSY, EXISTS, IS_DIRECTORY, NO_ENTRY, NOT_DIRECTORY, NOT_EMPTY, OTHER_MOUNT, READ_ONLY,
)
from fs.filesystem import DEVICE, DIRECTORY, FILE, KIND, STAT_DEVICE, STAT_WORDS
from fs.mounts import above, system_of
from fs.path import ABOVE, HERE, NAME
from fs.walk import Walk, is_directory, name_of, resolve, step, walk_parent
from hal.board import interrupts_off, interrupts_restore
from kernel import lock
from kernel.descriptors import Opening
from rumpk import Array, Ptr, noalloc, u8, u64, usize

ACCESS: Final = 3                       # flags, as Linux has them: 0 to read, 1 to write, 2 both
CREATE: Final = 0o100
EXCLUSIVE: Final = 0o200
TRUNCATE: Final = 0o1000
FLEETING: Final = 0o40000000            # ours: what CREATE makes has its name until nobody has it open, or a new one
MUST_BE_DIRECTORY: Final = 0o200000
PERMISSIONS: Final = 0o777

MOUNT_SHIFT: Final = 32                 # of an opening's flags: from this bit on the number of the mount

_lock: Array[u64, 1] = Array[u64, 1]()
_walk: Walk = Walk(0)                   # under the lock
_other: Walk = Walk(1)


@noalloc
def enter() -> u64:
    """From here to `leave` all of fs/ is the caller's."""
    state = interrupts_off()
    lock.take(Ptr[u64](_lock))
    return state


@noalloc
def leave(state: u64) -> None:
    lock.release(Ptr[u64](_lock))
    interrupts_restore(state)


@noalloc
def vfs_open(path: Ptr[u8], length: int, flags: int, mode: int, opening: Opening) -> int:
    """The opening is one of the file from now on. 0."""
    state = enter()
    result = _open(path, length, flags, mode, opening)
    leave(state)
    return result


@noalloc
def _open(path: Ptr[u8], length: int, flags: int, mode: int, opening: Opening) -> int:
    if flags & ACCESS == ACCESS or flags & CREATE and flags & MUST_BE_DIRECTORY:
        return BAD_VALUE
    result = _find(path, length, flags, mode & PERMISSIONS) if flags & CREATE else resolve(_walk, path, length)
    if result < 0:
        return result
    made, mount, node = result == 1, _walk.found, _walk.node
    system = system_of(mount)
    kind = system.mode(node) & KIND
    if kind == DIRECTORY:
        if flags & (ACCESS | TRUNCATE | CREATE) != 0:
            return IS_DIRECTORY
    elif flags & MUST_BE_DIRECTORY:
        return NOT_DIRECTORY
    elif kind != DEVICE and flags & (ACCESS | TRUNCATE) != 0 and system.is_fixed():
        return READ_ONLY
    result = system.open(node)
    if result == 0 and flags & TRUNCATE and kind != DEVICE and not made:
        result = system.truncate(node, 0)
        if result < 0:
            system.close(node)
    if result < 0:
        return result
    opening.place, opening.position, opening.flags = usize(node), 0, flags | mount << MOUNT_SHIFT
    return 0


@noalloc
def _find(path: Ptr[u8], length: int, flags: int, mode: int) -> int:
    """What `open` with CREATE finds (0) or makes (1), in `_walk`; or an error."""
    result = walk_parent(_walk, path, length)
    if result < 0:
        return result
    if _walk.kind == NAME and _walk.slash:
        return IS_DIRECTORY
    _walk.found, _walk.node = step(_walk)
    if _walk.node > 0:
        return EXISTS if flags & EXCLUSIVE else 0
    if _walk.node != NO_ENTRY:
        return _walk.node
    _walk.node = system_of(_walk.mount).create(_walk.directory, name_of(_walk), _walk.length, mode,
                                                flags & FLEETING != 0)
    return _walk.node if _walk.node < 0 else 1


@noalloc
def vfs_stat(path: Ptr[u8], length: int, out: Ptr[int]) -> int:
    """STAT_WORDS words about what the path leads to."""
    state = enter()
    result = resolve(_walk, path, length)
    if result == 0:
        result = tell(_walk.found, _walk.node, out)
    leave(state)
    return result


@noalloc
def tell(mount: int, node: int, out: Ptr[int]) -> int:
    """STAT_WORDS words about a place. The lock is held."""
    for i in range(STAT_WORDS):
        out[i] = 0
    out[STAT_DEVICE] = mount + 1
    return system_of(mount).stat(node, out)


@noalloc
def vfs_mkdir(path: Ptr[u8], length: int, mode: int) -> int:
    """A new directory. 0."""
    state = enter()
    result = _mkdir(path, length, mode & PERMISSIONS)
    leave(state)
    return result


@noalloc
def _mkdir(path: Ptr[u8], length: int, mode: int) -> int:
    result = walk_parent(_walk, path, length)
    if result < 0:
        return result
    if _walk.kind != NAME:
        return EXISTS
    node = step(_walk)[1]
    if node != NO_ENTRY:
        return EXISTS if node > 0 else node
    return min(system_of(_walk.mount).mkdir(_walk.directory, name_of(_walk), _walk.length, mode), 0)


@noalloc
def vfs_unlink(path: Ptr[u8], length: int) -> int:
    """A file loses its name. 0."""
    state = enter()
    result = _unlink(path, length)
    leave(state)
    return result


@noalloc
def _unlink(path: Ptr[u8], length: int) -> int:
    result = walk_parent(_walk, path, length)
    if result < 0:
        return result
    if _walk.kind != NAME:
        return IS_DIRECTORY
    mount, node = step(_walk)
    if node < 0:
        return node
    if is_directory(mount, node):
        return IS_DIRECTORY
    if _walk.slash:
        return NOT_DIRECTORY
    return system_of(mount).unlink(_walk.directory, name_of(_walk), _walk.length)


@noalloc
def vfs_rmdir(path: Ptr[u8], length: int) -> int:
    """An empty directory loses its name. 0."""
    state = enter()
    result = _rmdir(path, length)
    leave(state)
    return result


@noalloc
def _rmdir(path: Ptr[u8], length: int) -> int:
    result = walk_parent(_walk, path, length)
    if result < 0:
        return result
    if _walk.kind != NAME:
        return BAD_VALUE if _walk.kind == HERE else NOT_EMPTY if _walk.kind == ABOVE else BUSY
    mount, node = step(_walk)
    if node < 0:
        return node
    if not is_directory(mount, node):
        return NOT_DIRECTORY
    if mount != _walk.mount:
        return BUSY
    if not system_of(mount).is_empty(node):
        return NOT_EMPTY
    return system_of(mount).rmdir(_walk.directory, name_of(_walk), _walk.length)


@noalloc
def vfs_rename(path: Ptr[u8], length: int, new: Ptr[u8], new_length: int) -> int:
    """Another name for a file or directory; what had that name is replaced, in one step. 0."""
    state = enter()
    result = _rename(path, length, new, new_length)
    leave(state)
    return result


@noalloc
def _rename(path: Ptr[u8], length: int, new: Ptr[u8], new_length: int) -> int:
    result = walk_parent(_walk, path, length)
    if result == 0:
        result = walk_parent(_other, new, new_length)
    if result < 0:
        return result
    if _walk.mount != _other.mount:
        return OTHER_MOUNT
    if _walk.kind != NAME or _other.kind != NAME:
        return BUSY
    mount, node = step(_walk)
    if node < 0:
        return node
    place, lost = step(_other)
    if lost < 0 and lost != NO_ENTRY:
        return lost
    moves_directory = is_directory(mount, node)
    if not moves_directory and (_walk.slash or _other.slash):
        return NOT_DIRECTORY
    if _is_in(mount, node, _other.mount, _other.directory):
        return BAD_VALUE
    if lost > 0:
        if _is_in(place, lost, _walk.mount, _walk.directory):
            return NOT_EMPTY
        if mount == place and node == lost:
            return 0
        if moves_directory != is_directory(place, lost):
            return NOT_DIRECTORY if moves_directory else IS_DIRECTORY
    if mount != _walk.mount or lost > 0 and place != _other.mount:
        return BUSY
    system = system_of(mount)
    if lost > 0 and moves_directory and not system.is_empty(lost):
        return NOT_EMPTY
    source, target = _walk.directory, _other.directory
    return system.rename(source, name_of(_walk), _walk.length, target, name_of(_other), _other.length)


@noalloc
def _is_in(mount: int, node: int, at_mount: int, at: int) -> bool:
    """Whether a place is a directory, or one of those that it is in."""
    while not (at_mount == mount and at == node):
        if at_mount == 0 and at == system_of(0).root():
            return False
        at_mount, at = above(at_mount, at)
    return True


@noalloc
def vfs_truncate(path: Ptr[u8], length: int, size: int) -> int:
    """The file has this size. 0."""
    state = enter()
    result = BAD_VALUE if size < 0 else resolve(_walk, path, length)
    if result == 0:
        system = system_of(_walk.found)
        kind = system.mode(_walk.node) & KIND
        result = IS_DIRECTORY if kind == DIRECTORY else BAD_VALUE
        if kind == FILE:
            result = system.truncate(_walk.node, size)
    leave(state)
    return result


@noalloc
def vfs_set_times(path: Ptr[u8], length: int, accessed: int, modified: int) -> int:
    """When what the path leads to was read and written last. 0."""
    state = enter()
    result = resolve(_walk, path, length)
    if result == 0:
        result = system_of(_walk.found).set_times(_walk.node, accessed, modified)
    leave(state)
    return result
