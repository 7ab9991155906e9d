"""File calls, as workers (by system call) and the app (by function) make them: between descriptors and fs/.

A call has three words: where its path or buffer is, how many bytes, and one more:
    open            mode << 32 | flags                          a descriptor
    stat            how long the path is that stands in the buffer; the answer takes its place, 8 words
    rename          how long the first path is; the second one stands behind it
    utime           how long the path is; behind it when it was read and written last, 8 bytes each, or nothing: now
"""

from typing import Final

from fs.errors import BAD_DESCRIPTOR, BAD_VALUE
from fs.files import (
    file_close, file_fsync, file_read, file_scan, file_seek, file_stat, file_truncate, file_write,
)
from fs.filesystem import STAT_BYTES
from fs.tree import ensure_tree
from fs.vfs import (
    ACCESS, CREATE, TRUNCATE, enter, leave, vfs_mkdir, vfs_open, vfs_rename, vfs_rmdir, vfs_set_times, vfs_stat,
    vfs_truncate, vfs_unlink,
)
from kernel.clock import plat_wall
from kernel.descriptors import (
    CLOSED, FILE, TOO_MANY_IN_ALL, Opening, asking, drop, entry_of, install, keep, make_opening, opening_of, plug,
)
from kernel.services import offer
from kernel.worker import Worker, breathe
from rumpk import Ptr, export, noalloc, prim, u8, u64, usize, w64

UNUSED: Final = 7                       # kind of an opening that leads nowhere yet: its end ends nothing

MKDIR: Final = 0                        # `do_change`
UNLINK: Final = 1
RMDIR: Final = 2
TRUNCATE_PATH: Final = 3
UTIME: Final = 4

SEEK: Final = 0                         # `file_call`
FSTAT: Final = 1
RESIZE: Final = 2
FSYNC: Final = 3
SCAN: Final = 4
TIMES_BYTES: Final = 16                 # of `utime`, behind the path
NO_FILE: Final = (-29, -22, -22, -22, -20)      # what each of these gives for the console or a pipe

FLAG_BITS: Final = 0xFFFF_FFFF
MODE_SHIFT: Final = 32
WRITE_ONLY: Final = 1
PIECE: Final = 65536                    # bytes that are copied before others may run


@noalloc
def begin() -> int:
    """The tree is there. 0 or an error."""
    state = enter()
    result = ensure_tree()
    leave(state)
    return result


@noalloc
def open_path(may: int, worker: Worker | None, path: Ptr[u8], count: int, word: int) -> int:
    """A descriptor. `may` is what the caller has promised: to read (0), to write (1), both (2)."""
    flags, mode = word & FLAG_BITS, word >> MODE_SHIFT
    if may == 0 and flags & (ACCESS | CREATE | TRUNCATE) != 0 or may == 1 and flags & ACCESS != WRITE_ONLY:
        return BAD_VALUE
    result = begin()
    if result < 0:
        return result
    opening = make_opening(UNUSED, usize(0))
    if opening is None:
        return TOO_MANY_IN_ALL
    result = vfs_open(path, count, flags, mode, opening)
    if result == 0:
        opening.kind = FILE
        result = install(worker, opening)
    if result < 0:
        drop(opening)
    return result


@noalloc
def do_stat(path: Ptr[u8], count: int, word: int) -> int:
    if not 0 <= word <= count or count < STAT_BYTES or usize(path) & 7 != 0:
        return BAD_VALUE
    result = begin()
    return vfs_stat(path, word, Ptr[int](path)) if result == 0 else result


@noalloc
def do_rename(path: Ptr[u8], count: int, word: int) -> int:
    if not 0 <= word <= count:
        return BAD_VALUE
    result = begin()
    return vfs_rename(path, word, path + word, count - word) if result == 0 else result


@noalloc
def do_change(what: int, path: Ptr[u8], count: int, word: int) -> int:
    """The calls that only change something: MKDIR and what follows."""
    result = begin()
    if result < 0:
        return result
    if what == MKDIR:
        return vfs_mkdir(path, count, word)
    if what == UNLINK:
        return vfs_unlink(path, count)
    if what == RMDIR:
        return vfs_rmdir(path, count)
    if what == TRUNCATE_PATH:
        return vfs_truncate(path, count, word)
    if word == count:
        now = prim.zext(int, plat_wall())
        return vfs_set_times(path, word, now, now)
    if not 0 <= word == count - TIMES_BYTES:
        return BAD_VALUE
    return vfs_set_times(path, word, time_at(path + word), time_at(path + word + 8))


@noalloc
def time_at(place: Ptr[u8]) -> int:
    """Eight bytes, the low ones first, anywhere."""
    time = w64(0)
    for i in range(8):
        time |= w64(place[i]) << 8 * i
    return prim.zext(int, time)


@noalloc
def file_call(what: int, worker: Worker | None, number: u64, word: int, other: int) -> int:
    """A call with a descriptor; it stays open meanwhile, whatever other fibers of the app close."""
    opening = opening_of(worker, number)
    if opening is None:
        return BAD_DESCRIPTOR if entry_of(worker, number) == CLOSED else NO_FILE[what]
    if opening.kind != FILE:
        return NO_FILE[what]
    keep(opening)
    result = on_file(what, opening, word, other)
    drop(opening)
    return result


@noalloc
def on_file(what: int, opening: Opening, word: int, other: int) -> int:
    if what == SEEK:
        return file_seek(opening, word, other)
    if what == RESIZE:
        return file_truncate(opening, word)
    if what == FSYNC:
        return file_fsync(opening)
    if what == SCAN:
        return file_scan(opening, Ptr[u8](usize(word)), other) if (word | other) & 7 == 0 else BAD_VALUE
    return file_stat(opening, Ptr[int](usize(word))) if other >= STAT_BYTES and word & 7 == 0 else BAD_VALUE


# What descriptors do with a file

@noalloc
def read_file(opening: Opening, out: Ptr[u8], count: int) -> int:
    """All that is there, up to `count` bytes."""
    done = 0
    while True:
        piece = min(count - done, PIECE)
        moved = file_read(opening, out + done, piece)
        if moved < 0:
            return done if done > 0 else moved
        done += moved
        if moved < piece or done == count or not breathe():
            return done


@noalloc
def write_file(opening: Opening, data: Ptr[u8], count: int) -> int:
    """All of it; fewer bytes where the room ends."""
    done = 0
    while True:
        piece = min(count - done, PIECE)
        moved = file_write(opening, data + done, piece)
        if moved < 0:
            return done if done > 0 else moved
        done += moved
        if moved < piece or done == count or not breathe():
            return done


plug(FILE, read_file, write_file, file_close)


# System calls and functions of the app

@noalloc
@export("os_open")
def os_open(path: Ptr[u8], count: int, word: int) -> int:
    return open_path(0, asking(), path, count, word)


@noalloc
def open_call(worker: Worker, a: u64, b: u64, c: u64) -> int:
    return open_path(0, worker, Ptr[u8](usize(a)), prim.zext(int, b), prim.zext(int, c))


@noalloc
@export("os_open_write")
def os_open_write(path: Ptr[u8], count: int, word: int) -> int:
    return open_path(1, asking(), path, count, word)


@noalloc
def open_write_call(worker: Worker, a: u64, b: u64, c: u64) -> int:
    return open_path(1, worker, Ptr[u8](usize(a)), prim.zext(int, b), prim.zext(int, c))


@noalloc
@export("os_open_both")
def os_open_both(path: Ptr[u8], count: int, word: int) -> int:
    return open_path(2, asking(), path, count, word)


@noalloc
def open_both_call(worker: Worker, a: u64, b: u64, c: u64) -> int:
    return open_path(2, worker, Ptr[u8](usize(a)), prim.zext(int, b), prim.zext(int, c))


@noalloc
@export("os_stat")
def os_stat(path: Ptr[u8], count: int, word: int) -> int:
    return do_stat(path, count, word)


@noalloc
def stat_call(_worker: Worker, a: u64, b: u64, c: u64) -> int:
    return do_stat(Ptr[u8](usize(a)), prim.zext(int, b), prim.zext(int, c))


@noalloc
@export("os_mkdir")
def os_mkdir(path: Ptr[u8], count: int, word: int) -> int:
    return do_change(MKDIR, path, count, word)


@noalloc
def mkdir_call(_worker: Worker, a: u64, b: u64, c: u64) -> int:
    return do_change(MKDIR, Ptr[u8](usize(a)), prim.zext(int, b), prim.zext(int, c))


@noalloc
@export("os_unlink")
def os_unlink(path: Ptr[u8], count: int, word: int) -> int:
    return do_change(UNLINK, path, count, word)


@noalloc
def unlink_call(_worker: Worker, a: u64, b: u64, c: u64) -> int:
    return do_change(UNLINK, Ptr[u8](usize(a)), prim.zext(int, b), prim.zext(int, c))


@noalloc
@export("os_rmdir")
def os_rmdir(path: Ptr[u8], count: int, word: int) -> int:
    return do_change(RMDIR, path, count, word)


@noalloc
def rmdir_call(_worker: Worker, a: u64, b: u64, c: u64) -> int:
    return do_change(RMDIR, Ptr[u8](usize(a)), prim.zext(int, b), prim.zext(int, c))


@noalloc
@export("os_rename")
def os_rename(path: Ptr[u8], count: int, word: int) -> int:
    return do_rename(path, count, word)


@noalloc
def rename_call(_worker: Worker, a: u64, b: u64, c: u64) -> int:
    return do_rename(Ptr[u8](usize(a)), prim.zext(int, b), prim.zext(int, c))


@noalloc
@export("os_truncate")
def os_truncate(path: Ptr[u8], count: int, word: int) -> int:
    return do_change(TRUNCATE_PATH, path, count, word)


@noalloc
def truncate_call(_worker: Worker, a: u64, b: u64, c: u64) -> int:
    return do_change(TRUNCATE_PATH, Ptr[u8](usize(a)), prim.zext(int, b), prim.zext(int, c))


@noalloc
@export("os_utime")
def os_utime(path: Ptr[u8], count: int, word: int) -> int:
    return do_change(UTIME, path, count, word)


@noalloc
def utime_call(_worker: Worker, a: u64, b: u64, c: u64) -> int:
    return do_change(UTIME, Ptr[u8](usize(a)), prim.zext(int, b), prim.zext(int, c))


@noalloc
@export("os_seek")
def os_seek(number: u64, word: int, other: int) -> int:
    return file_call(SEEK, asking(), number, word, other)


@noalloc
def seek_call(worker: Worker, a: u64, b: u64, c: u64) -> int:
    return file_call(SEEK, worker, a, prim.zext(int, b), prim.zext(int, c))


@noalloc
@export("os_fstat")
def os_fstat(number: u64, word: int, other: int) -> int:
    return file_call(FSTAT, asking(), number, word, other)


@noalloc
def fstat_call(worker: Worker, a: u64, b: u64, c: u64) -> int:
    return file_call(FSTAT, worker, a, prim.zext(int, b), prim.zext(int, c))


@noalloc
@export("os_resize")
def os_resize(number: u64, word: int, other: int) -> int:
    return file_call(RESIZE, asking(), number, word, other)


@noalloc
def resize_call(worker: Worker, a: u64, b: u64, c: u64) -> int:
    return file_call(RESIZE, worker, a, prim.zext(int, b), prim.zext(int, c))


@noalloc
@export("os_fsync")
def os_fsync(number: u64, word: int, other: int) -> int:
    return file_call(FSYNC, asking(), number, word, other)


@noalloc
def fsync_call(worker: Worker, a: u64, b: u64, c: u64) -> int:
    return file_call(FSYNC, worker, a, prim.zext(int, b), prim.zext(int, c))


@noalloc
@export("os_scan")
def os_scan(number: u64, word: int, other: int) -> int:
    return file_call(SCAN, asking(), number, word, other)


@noalloc
def scan_call(worker: Worker, a: u64, b: u64, c: u64) -> int:
    return file_call(SCAN, worker, a, prim.zext(int, b), prim.zext(int, c))


offer("open", open_call)
offer("open_write", open_write_call)
offer("open_both", open_both_call)
offer("stat", stat_call)
offer("mkdir", mkdir_call)
offer("unlink", unlink_call)
offer("rmdir", rmdir_call)
offer("rename", rename_call)
offer("truncate", truncate_call)
offer("seek", seek_call)
offer("fstat", fstat_call)
offer("resize", resize_call)
offer("fsync", fsync_call)
offer("scan", scan_call)
offer("utime", utime_call)
