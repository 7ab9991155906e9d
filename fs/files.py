"""The calls on an open file: an opening of kernel/descriptors.py, whose `place` is the node.

docs/FILES.md is their contract. Each is one step to all others; service.py divides long reads and writes.
"""

from typing import Final

from fs.errors import BAD_DESCRIPTOR, BAD_VALUE, IS_DIRECTORY, NO_SEEK, NOT_DIRECTORY
from fs.filesystem import DEVICE, DIRECTORY, KIND, STAT_BYTES, STAT_SIZE, STAT_WORDS, FileSystem
from fs.mounts import over, system_of
from fs.vfs import ACCESS, MOUNT_SHIFT, enter, leave, tell
from fs.walk import is_directory
from kernel.descriptors import Opening
from rumpk import Array, Ptr, noalloc, u8

WRITE_ONLY: Final = 1
APPEND: Final = 0o2000
MOST_PLACE: Final = (1 << 63) - 1

_stat: Array[int, STAT_WORDS] = Array[int, STAT_WORDS]()     # under the lock


@noalloc
def mount_of(opening: Opening) -> int:
    return opening.flags >> MOUNT_SHIFT


@noalloc
def system_at(opening: Opening) -> FileSystem:
    """The file system that has the open file."""
    return system_of(mount_of(opening))


@noalloc
def file_read(opening: Opening, out: Ptr[u8], count: int) -> int:
    """Bytes from the file's place on, and the place moves. How many: fewer at the end of the file, 0 behind it."""
    return _move(opening, out, count, False)


@noalloc
def file_write(opening: Opening, data: Ptr[u8], count: int) -> int:
    """Bytes to the file's place (APPEND: to its end), and it moves. How many: fewer where room ends in between."""
    return _move(opening, data, count, True)


@noalloc
def _move(opening: Opening, data: Ptr[u8], count: int, write: bool) -> int:
    refusal = _refusal(opening, write)
    if refusal < 0:
        return refusal
    if system_at(opening).waits(int(opening.place)):
        return _transfer(opening, data, count, write)       # whoever calls holds the file open meanwhile
    state = enter()
    moved = _transfer(opening, data, count, write)
    leave(state)
    return moved


@noalloc
def _refusal(opening: Opening, write: bool) -> int:
    """Why an open file cannot be read or written; 0: it can."""
    access = opening.flags & ACCESS
    if access == 0 if write else access == WRITE_ONLY:
        return BAD_DESCRIPTOR
    return IS_DIRECTORY if is_directory(mount_of(opening), int(opening.place)) else 0


@noalloc
def _transfer(opening: Opening, data: Ptr[u8], count: int, write: bool) -> int:
    """Read or write at the file's place, which moves."""
    system, node, at = system_at(opening), int(opening.place), opening.position
    if write:
        if opening.flags & APPEND:
            at = _size(opening)
        moved = system.write(node, at, data, count)
    else:
        moved = system.read(node, at, data, count)
    if moved > 0:
        opening.position = at + min(moved, MOST_PLACE - at)     # of a device it may be anywhere
    return moved


@noalloc
def _size(opening: Opening) -> int:
    tell(mount_of(opening), int(opening.place), Ptr[int](_stat))
    return _stat[STAT_SIZE]


@noalloc
def file_seek(opening: Opening, offset: int, whence: int) -> int:
    """Move the file's place: from its begin (0), from the place (1), from the end (2). The new place."""
    state = enter()
    result = _seek(opening, offset, whence)
    leave(state)
    return result


@noalloc
def _seek(opening: Opening, offset: int, whence: int) -> int:
    if system_at(opening).waits(int(opening.place)):
        return NO_SEEK
    if not 0 <= whence <= 2:
        return BAD_VALUE
    base = 0 if whence == 0 else opening.position if whence == 1 else _size(opening)
    if offset < -base or offset > MOST_PLACE - base:
        return BAD_VALUE
    opening.position = base + offset
    return opening.position


@noalloc
def file_stat(opening: Opening, out: Ptr[int]) -> int:
    """STAT_WORDS words about an open file."""
    state = enter()
    result = tell(mount_of(opening), int(opening.place), out)
    leave(state)
    return result


@noalloc
def file_truncate(opening: Opening, size: int) -> int:
    """The open file has this size. 0."""
    state = enter()
    system, node = system_at(opening), int(opening.place)
    result = BAD_VALUE
    if size >= 0 and opening.flags & ACCESS != 0 and system.mode(node) & KIND != DEVICE:
        result = system.truncate(node, size)
    leave(state)
    return result


@noalloc
def file_fsync(opening: Opening) -> int:
    """What was written stays, as far as the file system promises. 0."""
    state = enter()
    result = system_at(opening).fsync(int(opening.place))
    leave(state)
    return result


@noalloc
def file_scan(opening: Opening, out: Ptr[u8], room: int) -> int:
    """The next entries of an open directory: STAT_WORDS words about each, its kind >> 12, length and name, zeros up to
    a multiple of 8 bytes, as `out` and `room` are. Bytes; 0 behind the last."""
    state = enter()
    result = _scan(opening, out, room)
    leave(state)
    return result


@noalloc
def _scan(opening: Opening, out: Ptr[u8], room: int) -> int:
    mount, node = mount_of(opening), int(opening.place)
    if not is_directory(mount, node):
        return NOT_DIRECTORY
    filled = 0
    while True:
        name = filled + STAT_BYTES
        cookie, found = system_of(mount).readdir(node, opening.position, out + name, room - name)
        if cookie <= 0:
            return filled if filled > 0 else cookie
        end = name + 2 + int(out[name + 1])
        behind = end + 7 & ~7
        for at in range(end, behind):
            out[at] = u8(0)
        place = over(mount, found) if out[name] == DIRECTORY >> 12 else (mount, found)
        result = tell(place[0], place[1], Ptr[int](out + filled))
        if result < 0:
            return filled if filled > 0 else result
        opening.position = cookie
        filled = behind


@noalloc
def file_close(opening: Opening) -> None:
    """The last descriptor has gone."""
    state = enter()
    system_at(opening).close(int(opening.place))
    leave(state)
