"""The files of `os`: on a board those of fs/, on the host the system's.

A path is text; bytes that are no UTF-8 stand in it as CPython has them (`surrogateescape`). A call goes to the kernel
with one buffer: docs/SYSCALLS.md, docs/FILES.md.
"""

from typing import Final

from lib.core.bytesmem import new_bytes, payload
from lib.os_errors import checked, text_of
from lib.services import absolute, change_directory, current_directory
from rumpk import Array, Ptr, extern, prim, u8, u64, usize

O_RDONLY: Final = 0
O_WRONLY: Final = 1
O_RDWR: Final = 2
O_ACCMODE: Final = 3
O_CREAT: Final = 0o100
O_EXCL: Final = 0o200
O_TRUNC: Final = 0o1000
O_APPEND: Final = 0o2000
O_DIRECTORY: Final = 0o200000
SEEK_SET: Final = 0
SEEK_CUR: Final = 1
SEEK_END: Final = 2

KIND: Final = 0o170000                  # bits of a mode
DIRECTORY: Final = 0o040000
FILE: Final = 0o100000
UMASK: Final = 0o022                    # on a board
MODE_SHIFT: Final = 32
FACT_BYTES: Final = 64
ESCAPED: Final = 0xDC00                 # surrogateescape (PEP 383): this and the byte

_facts: Array[u64, 8] = Array[u64, 8]()


@extern("os_open")
def os_open(path: Ptr[u8], count: int, word: int) -> int: ...


@extern("os_open_write")
def os_open_write(path: Ptr[u8], count: int, word: int) -> int: ...


@extern("os_open_both")
def os_open_both(path: Ptr[u8], count: int, word: int) -> int: ...


@extern("os_stat")
def os_stat(path: Ptr[u8], count: int, word: int) -> int: ...


@extern("os_mkdir")
def os_mkdir(path: Ptr[u8], count: int, word: int) -> int: ...


@extern("os_unlink")
def os_unlink(path: Ptr[u8], count: int, word: int) -> int: ...


@extern("os_rmdir")
def os_rmdir(path: Ptr[u8], count: int, word: int) -> int: ...


@extern("os_rename")
def os_rename(path: Ptr[u8], count: int, word: int) -> int: ...


@extern("os_truncate")
def os_truncate(path: Ptr[u8], count: int, word: int) -> int: ...


@extern("os_utime")
def os_utime(path: Ptr[u8], count: int, word: int) -> int: ...


@extern("os_seek")
def os_seek(number: int, word: int, other: int) -> int: ...


@extern("os_fstat")
def os_fstat(number: int, word: int, other: int) -> int: ...


@extern("os_resize")
def os_resize(number: int, word: int, other: int) -> int: ...


@extern("os_fsync")
def os_fsync(number: int, word: int, other: int) -> int: ...


@extern("os_close")
def os_close(number: int) -> int: ...


# Paths

def fsencode(filename: str) -> bytes:
    """A path as the system has it."""
    if filename.isascii():
        return filename.encode()
    out = bytearray()
    for letter in filename:
        code = ord(letter)
        if ESCAPED + 128 <= code < ESCAPED + 256:
            out.append(code - ESCAPED)
        else:
            out += letter.encode()
    return bytes(out)


def fsdecode(filename: bytes) -> str:
    """The other way round."""
    try:
        return filename.decode()
    except UnicodeDecodeError:
        return _escaped(filename)


def _escaped(raw: bytes) -> str:
    out, at = "", 0
    while at < len(raw):
        piece, size = chr(ESCAPED + raw[at]), 1
        for length in (1, 2, 3, 4):
            try:
                piece, size = raw[at:at + length].decode(), length
                break
            except UnicodeDecodeError:
                pass
        out += piece
        at += size
    return out


def raw_path(path: str) -> bytes:
    """What the kernel is given."""
    raw = fsencode(path)
    if 0 in raw:
        raise ValueError("embedded null byte")
    return absolute(raw)


def done(result: int, path: str) -> int:
    """A result of a call with a path; below zero it is an error that names it."""
    if result < 0:
        raise OSError(-result, text_of(-result), path)
    return result


# Open files

def open(path: str, flags: int, mode: int = 0o777) -> int:  # noqa: A001
    """A descriptor of a file."""
    raw = raw_path(path)
    word = (mode & ~UMASK) << MODE_SHIFT | flags
    if flags & (O_ACCMODE | O_CREAT | O_TRUNC) == 0:
        return done(os_open(payload(raw), len(raw), word), path)
    if flags & O_ACCMODE == O_WRONLY:
        return done(os_open_write(payload(raw), len(raw), word), path)
    return done(os_open_both(payload(raw), len(raw), word), path)


def lseek(fd: int, position: int, whence: int, /) -> int:
    """Move the place in a file; the new one."""
    return checked(os_seek(fd, position, whence))


def ftruncate(fd: int, length: int, /) -> None:
    checked(os_resize(fd, length, 0))


def fsync(fd: int) -> None:
    """What was written stays, as far as the file system promises (docs/FILES.md)."""
    checked(os_fsync(fd, 0, 0))


class stat_result:  # noqa: N801
    """What is known of a file."""

    def __init__(self, place: Ptr[int]) -> None:
        self.st_mode = place[0]
        self.st_ino = place[1]
        self.st_nlink = place[2]
        self.st_size = place[3]
        self.st_atime_ns = place[4]
        self.st_mtime_ns = place[5]
        self.st_ctime_ns = place[6]
        self.st_dev = place[7]
        self.st_uid = 0
        self.st_gid = 0

    @property
    def st_atime(self) -> float:
        return self.st_atime_ns / 1_000_000_000

    @property
    def st_mtime(self) -> float:
        return self.st_mtime_ns / 1_000_000_000

    @property
    def st_ctime(self) -> float:
        return self.st_ctime_ns / 1_000_000_000


def fstat(fd: int) -> stat_result:
    """About an open file."""
    checked(os_fstat(fd, int(usize(Ptr[u64](_facts))), FACT_BYTES))
    return stat_result(Ptr[int](_facts))


# Paths that something is done with

def stat(path: str) -> stat_result:
    """About what a path leads to."""
    done(_stat(path), path)
    return stat_result(Ptr[int](_facts))


def _stat(path: str) -> int:
    """The same, into `_facts`; an error below zero."""
    raw = raw_path(path)
    size = max(len(raw), FACT_BYTES)
    held = new_bytes(size + 8)
    place = Ptr[u8]((usize(payload(held)) + 7) & ~usize(7))
    prim.mem_copy(place, payload(raw), usize(len(raw)))
    result = os_stat(place, size, len(raw))
    if result == 0:
        prim.mem_copy(Ptr[u8](_facts), place, usize(FACT_BYTES))
    return result


def kind_of(path: str) -> int:
    """The kind of what a path leads to (KIND); 0: there is nothing, or it cannot be looked at."""
    try:
        return int(_facts[0]) & KIND if _stat(path) == 0 else 0
    except ValueError:
        return 0


def mkdir(path: str, mode: int = 0o777) -> None:
    raw = raw_path(path)
    done(os_mkdir(payload(raw), len(raw), mode & ~UMASK), path)


def makedirs(name: str, mode: int = 0o777, exist_ok: bool = False) -> None:
    """A directory, and those that it is in."""
    cut = name.rstrip("/").rfind("/")
    head = name[:cut].rstrip("/") if cut > 0 else ""
    if head and kind_of(head) == 0:
        try:
            makedirs(head, 0o777, exist_ok)
        except FileExistsError:
            pass
    try:
        mkdir(name, mode)
    except OSError:
        if not exist_ok or kind_of(name) != DIRECTORY:
            raise


def unlink(path: str) -> None:
    raw = raw_path(path)
    done(os_unlink(payload(raw), len(raw), 0), path)


def remove(path: str) -> None:
    unlink(path)


def rmdir(path: str) -> None:
    raw = raw_path(path)
    done(os_rmdir(payload(raw), len(raw), 0), path)


def rename(src: str, dst: str) -> None:
    """Another name, in one step; a file that has it is replaced."""
    old, new = raw_path(src), raw_path(dst)
    both = old + new
    result = os_rename(payload(both), len(both), len(old))
    if result < 0:
        words = text_of(-result)
        error = OSError(-result, words, src)
        error._take_(f"[Errno {-result}] {words}: {src!r} -> {dst!r}", f"({-result}, {words!r})", error._values_)
        raise error


def replace(src: str, dst: str) -> None:
    rename(src, dst)


def truncate(path: str, length: int) -> None:
    raw = raw_path(path)
    done(os_truncate(payload(raw), len(raw), length), path)


def utime(path: str, times: tuple[float, float] | None = None, *, ns: tuple[int, int] | None = None) -> None:
    """When something was read and written last: in seconds, or in nanoseconds; now, where nothing is said."""
    if times is not None and ns is not None:
        raise ValueError("utime: you may specify either 'times' or 'ns' but not both")
    raw = raw_path(path)
    given = raw
    if times is not None:
        ns = (int(times[0] * 1_000_000_000), int(times[1] * 1_000_000_000))
    if ns is not None:
        given += ns[0].to_bytes(8, "little", signed=True) + ns[1].to_bytes(8, "little", signed=True)
    checked(os_utime(payload(given), len(given), len(raw)))      # as CPython: the time may be wrong, not the path


def below(top: str, name: str) -> str:
    """A name in a directory, as a path."""
    return top + name if top.endswith("/") or not top else f"{top}/{name}"


def getcwd() -> str:
    """The directory that paths without a slash at the begin start from; each worker has its own."""
    return fsdecode(current_directory())


def chdir(path: str) -> None:
    raw = raw_path(path)
    if kind_of(path) != DIRECTORY:
        stat(path)
        raise OSError(20, text_of(20), path)
    change_directory(raw)
