"""`os`: descriptors and pipes. On a board those of the kernel (kernel/descriptors.py), on the host the system's.

0 is standard input, 1 standard output, 2 the log. A worker gets its three from who spawns it (lib/hive.py), has up to
32, and loses them at its end. The app, in the kernel's domain, has a row of its own.
"""

from typing import Final

import lib.services  # noqa: F401  (services_board.py or services_host.py)
from lib.core.arena import shorten
from lib.core.bytesmem import new_bytes, payload
from lib.os_errors import checked, text_of
import lib.os_path as path  # noqa: F401
from lib.os_files import (  # noqa: F401
    O_ACCMODE, O_APPEND, O_CREAT, O_DIRECTORY, O_EXCL, O_RDONLY, O_RDWR, O_TRUNC, O_WRONLY, SEEK_CUR, SEEK_END,
    SEEK_SET, chdir, fsdecode, fsencode, fstat, fsync, ftruncate, getcwd, lseek, makedirs, mkdir, open, remove,
    rename, replace, rmdir, stat, stat_result, truncate, unlink, utime,
)
from lib.os_scan import DirEntry, listdir, scandir, walk  # noqa: F401
from rumpk import Array, Ptr, extern, prim, u8, u64, usize

sep: Final = "/"
curdir: Final = "."
pardir: Final = ".."
linesep: Final = "\n"
name: Final = "posix"
devnull: Final = "/dev/null"

_pair: Array[u64, 2] = Array[u64, 2]()


@extern("os_read")
def os_read(number: int, place: Ptr[u8], count: int) -> int: ...


@extern("os_write")
def os_write(number: int, place: Ptr[u8], count: int) -> int: ...


@extern("os_close")
def os_close(number: int) -> int: ...


@extern("os_dup")
def os_dup(number: int) -> int: ...


@extern("os_pipe")
def os_pipe(out: Ptr[u64]) -> int: ...


def pipe() -> tuple[int, int]:
    """A new pipe: the descriptors to read from and to write to."""
    checked(os_pipe(Ptr[u64](_pair)))
    return int(_pair[0]), int(_pair[1])


def read(fd: int, length: int, /) -> bytes:
    """Up to `length` bytes of what is there, at least one; none at the end."""
    if length < 0:
        raise OSError(22, "Invalid argument")
    out = new_bytes(length)
    got = checked(os_read(fd, payload(out), length))
    if got < length:
        out._len = usize(got)
        shorten(Ptr[u8](prim.ref_ptr(out)), usize(payload(out)) - usize(prim.ref_ptr(out)) + usize(got + 1))
    return out


def write(fd: int, data: bytes | bytearray, /) -> int:
    """Write bytes; how many were written. A pipe takes all of them, and may wait for that."""
    raw = data if isinstance(data, bytes) else bytes(data)
    return checked(os_write(fd, payload(raw), len(raw)))


def close(fd: int) -> None:
    """Give a descriptor back."""
    checked(os_close(fd))


def dup(fd: int, /) -> int:
    """One more descriptor for the same."""
    return checked(os_dup(fd))


def strerror(code: int, /) -> str:
    return text_of(code)
