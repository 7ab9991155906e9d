"""The file calls of `lib/os_files.py` for a program on the host: bytes and words in, a result or -errno out."""

from __future__ import annotations

import ctypes
import errno
import os
from collections.abc import Callable
from typing import Any

I64, POINTER = ctypes.c_int64, ctypes.c_void_p
FLAG_BITS = 0xFFFF_FFFF
MODE_SHIFT = 32
FACT_WORDS = 8
KIND_SHIFT = 12

_reading: dict[int, list[bytes]] = {}   # entries of directories that were not asked for yet, by descriptor


def or_error(call: Callable[[], int | None]) -> int:
    """What a call of the operating system gives, 0 for nothing; its error number, negated, where it fails."""
    try:
        return call() or 0
    except OSError as error:
        return -(error.errno or errno.EIO)
    except OverflowError:
        return -errno.EINVAL


def _open(path: int, count: int, word: int) -> int:
    name = ctypes.string_at(path, count)

    def opened() -> int:
        fd = os.open(name, word & FLAG_BITS | os.O_CLOEXEC, word >> MODE_SHIFT & 0o777)
        _reading.pop(fd, None)
        return fd
    return or_error(opened)


def _facts(status: os.stat_result, place: int) -> None:
    words = (status.st_mode, status.st_ino, status.st_nlink, status.st_size, status.st_atime_ns, status.st_mtime_ns,
             status.st_ctime_ns, status.st_dev)
    (ctypes.c_int64 * FACT_WORDS).from_address(place)[:] = words


def _stat(path: int, _count: int, word: int) -> int:
    return or_error(lambda: _facts(os.stat(ctypes.string_at(path, word)), path))


def _mkdir(path: int, count: int, word: int) -> int:
    return or_error(lambda: os.mkdir(ctypes.string_at(path, count), word))


def _unlink(path: int, count: int, _word: int) -> int:
    return or_error(lambda: os.unlink(ctypes.string_at(path, count)))


def _rmdir(path: int, count: int, _word: int) -> int:
    return or_error(lambda: os.rmdir(ctypes.string_at(path, count)))


def _rename(path: int, count: int, word: int) -> int:
    both = ctypes.string_at(path, count)
    return or_error(lambda: os.rename(both[:word], both[word:]))


def _truncate(path: int, count: int, word: int) -> int:
    return or_error(lambda: os.truncate(ctypes.string_at(path, count), word))


def _utime(path: int, count: int, word: int) -> int:
    given = ctypes.string_at(path, count)
    if word == count:
        return or_error(lambda: os.utime(given))
    times = int.from_bytes(given[word:-8], "little", signed=True), int.from_bytes(given[-8:], "little", signed=True)
    return or_error(lambda: os.utime(given[:word], ns=times))


def _seek(number: int, word: int, other: int) -> int:
    return or_error(lambda: os.lseek(number, word, other))


def _fstat(number: int, word: int, _other: int) -> int:
    return or_error(lambda: _facts(os.fstat(number), word))


def _resize(number: int, word: int, _other: int) -> int:
    return or_error(lambda: os.ftruncate(number, word))


def _fsync(number: int, _word: int, _other: int) -> int:
    return or_error(lambda: os.fsync(number))


def _scan(number: int, word: int, other: int) -> int:
    """Entries as fs/files.py gives them; of one that leads nowhere the facts are zeros."""
    def scanned() -> int:
        if number not in _reading:
            _reading[number] = [_row(number, os.fsencode(entry)) for entry in os.listdir(number)]
        left, at = _reading[number], word
        while left and at + len(left[-1]) <= word + other:
            row = left.pop()
            ctypes.memmove(at, row, len(row))
            at += len(row)
        if left and at == word:
            raise OSError(errno.EINVAL, "")
        return at - word
    return or_error(scanned)


def _row(number: int, name: bytes) -> bytes:
    place = ctypes.create_string_buffer(FACT_WORDS * 8)
    or_error(lambda: _facts(os.stat(name, dir_fd=number), ctypes.addressof(place)))
    row = place.raw + bytes([0, len(name)]) + name
    return row + bytes(-len(row) % 8)


def _getcwd(out: int, room: int) -> int:
    def here() -> int:
        path = os.getcwdb()
        if len(path) > room:
            raise OSError(errno.ERANGE, "")
        ctypes.memmove(out, path, len(path))
        return len(path)
    return or_error(here)


def _chdir(path: int, count: int) -> int:
    return or_error(lambda: os.chdir(ctypes.string_at(path, count)))


BY_PATH = {"open": _open, "open_write": _open, "open_both": _open, "stat": _stat, "mkdir": _mkdir, "unlink": _unlink,
           "rmdir": _rmdir, "rename": _rename, "truncate": _truncate, "utime": _utime}
BY_NUMBER = {"seek": _seek, "fstat": _fstat, "resize": _resize, "fsync": _fsync, "scan": _scan}
ROWS: list[tuple[str, Callable[..., Any], Any, tuple[Any, ...]]] = [
    *[(f"os_{name}", call, I64, (POINTER, I64, I64)) for name, call in BY_PATH.items()],
    *[(f"os_{name}", call, I64, (I64, I64, I64)) for name, call in BY_NUMBER.items()],
    ("host_getcwd", _getcwd, I64, (POINTER, I64)),
    ("host_chdir", _chdir, I64, (POINTER, I64)),
]
