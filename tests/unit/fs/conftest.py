"""A machine for fs/ under CPython: pages of a memory of the test's, a clock that counts, and calls that take bytes."""

import os
import stat
import sys
import types
from contextlib import contextmanager
from importlib import import_module

import pytest

from hal.mm import Pages, open_pages
from rumpk import Memory, Ptr, u8, u64
from rumpk.memory import SYMBOLS

BASE = 0x8000_0000
BUFFER = 0x4000_0000
BUFFER_BYTES = 1 << 20
IMAGE = 0x2000_0000
WORDS = 0x3000_0000                     # module variables that are reached by address


class Board(types.ModuleType):
    """hal.board, as far as fs/ and what it imports of the kernel use it."""

    def __init__(self) -> None:
        super().__init__("hal.board")
        self.time = 1_000_000_000

    def interrupts_off(self):
        return u64(0)

    def wall_clock(self):
        return u64(1_700_000_000_000_000_000)

    def timer_frequency(self):
        return u64(1_000_000_000)

    def timer_ticks(self):
        self.time += 1
        return u64(self.time)

    def guard_tables(self, size):
        return 0

    def __getattr__(self, name):
        """What is imported and not used here."""
        if name.startswith("__"):
            raise AttributeError(name)
        return lambda *arguments: None


MODULES = ("kernel.interrupts", "kernel.pages", "kernel.descriptors", "fs.vfs", "fs.files", "fs.mounts", "fs.walk", "fs.packed", "fs.ramfs",
           "fs.ramfs_names", "fs.tree", "fs.inflate", "fs.devices")


class Machine:
    """The calls of fs/vfs.py, with bytes for paths and data."""

    def __init__(self, modules: "Modules", pages: int, quota: int) -> None:
        for name in MODULES:
            setattr(self, name.partition(".")[2], modules.get(name))
        self.mounts._count = 0
        self.packed._entry = 0
        self.kernel = self.pages
        self.kernel._pages = Pages()
        self.kernel._lock = Ptr[u64](WORDS)
        open_pages(self.kernel._pages, BASE, pages << 12)
        self.interrupts._lock = Ptr[u64](WORDS + 16)
        self.vfs._lock, self.files._stat = Ptr[u64](WORDS + 8), Ptr[int](WORDS + 64)
        self.walk._held = Ptr[u8](WORDS + 8192)
        self.packed._page = Ptr[u8](WORDS + 4096)
        self.root = self.ramfs.RamFs()
        assert self.root.begin(quota)
        self.mounts.mount(self.root, 0, 0)

    def content(self, path: bytes) -> bytes:
        """What a file of at most 64 KiB holds."""
        opening = self.open(path, os.O_RDONLY)
        data = self.read(opening, 1 << 16)
        self.files.file_close(opening)
        return data

    def everything(self, path: bytes = b"/") -> dict[bytes, object]:
        """Names, sizes, times of changes, bytes: all that an error may not touch."""
        out: dict[bytes, object] = {}
        for name in self.names(path):
            below = path.rstrip(b"/") + b"/" + name
            facts = self.stat(below)
            is_directory = stat.S_ISDIR(facts[0])
            out[below] = facts[:4] + facts[5:7], b"" if is_directory else self.content(below)
            if is_directory:
                out |= self.everything(below)
        return out

    def put(self, data: bytes, at: int = 0):
        """Lay bytes into the buffer."""
        Memory.current().write(BUFFER + at, data)
        return Ptr[u8](BUFFER + at)

    def open(self, path: bytes, flags: int, mode: int = 0o666):
        """An opening, or an error."""
        opening = self.descriptors.Opening()
        result = self.vfs.vfs_open(self.put(path), len(path), flags, mode, opening)
        return opening if result == 0 else result

    def mkdir(self, path: bytes) -> int:
        return self.vfs.vfs_mkdir(self.put(path), len(path), 0o777)

    def unlink(self, path: bytes) -> int:
        return self.vfs.vfs_unlink(self.put(path), len(path))

    def rmdir(self, path: bytes) -> int:
        return self.vfs.vfs_rmdir(self.put(path), len(path))

    def rename(self, path: bytes, new: bytes) -> int:
        return self.vfs.vfs_rename(self.put(path), len(path), self.put(new, 8192), len(new))

    def truncate(self, path: bytes, size: int) -> int:
        return self.vfs.vfs_truncate(self.put(path), len(path), size)

    def set_times(self, path: bytes, accessed: int, modified: int) -> int:
        return self.vfs.vfs_set_times(self.put(path), len(path), accessed, modified)

    def stat(self, path: bytes) -> "list[int] | int":
        result = self.vfs.vfs_stat(self.put(path), len(path), Ptr[int](BUFFER + 8192))
        return result if result < 0 else [Ptr[int](BUFFER + 8192)[i] for i in range(8)]

    def fstat(self, number) -> "list[int] | int":
        result = self.files.file_stat(number, Ptr[int](BUFFER + 8192))
        return result if result < 0 else [Ptr[int](BUFFER + 8192)[i] for i in range(8)]

    def read(self, number, count: int) -> "bytes | int":
        got = self.files.file_read(number, Ptr[u8](BUFFER), count)
        return got if got < 0 else Memory.current().read(BUFFER, got)

    def write(self, number, data: bytes) -> int:
        return self.files.file_write(number, self.put(data), len(data))

    def scan(self, opening, room: int) -> "dict[bytes, list[int]] | int":
        """Names and facts of the next entries of an open directory; an error below zero."""
        got = self.files.file_scan(opening, self.put(b"\xff" * room), room)
        if got < 0:
            return got
        data, at, found = Memory.current().read(BUFFER, got), 0, {}
        while at < got:
            end = at + 66 + data[at + 65]
            assert data[at + 66:end] not in found
            found[data[at + 66:end]] = [int.from_bytes(data[i:i + 8], "little") for i in range(at, at + 64, 8)]
            at = (end + 7) & ~7
            assert not any(data[end:at])
        return found

    def facts(self, path: bytes, room: int = 600) -> "dict[bytes, list[int]] | int":
        """Names and facts of all in a directory."""
        number = self.open(path, 0o200000)
        if isinstance(number, int):
            return number
        out = {}
        while found := self.scan(number, room):
            if isinstance(found, int):
                return found
            assert not found.keys() & out.keys()
            out |= found
        self.files.file_close(number)
        return out

    def names(self, path: bytes, room: int = 600) -> "list[bytes] | int":
        """All names in a directory."""
        found = self.facts(path, room)
        return found if isinstance(found, int) else list(found)


class Modules:
    """fs/ and what it needs of the kernel, on a board of their own: the tests of the kernel import theirs anew."""

    def __init__(self) -> None:
        SYMBOLS["__rootfs"] = IMAGE
        others = {name: sys.modules.pop(name) for name in list(sys.modules) if name.split(".")[0] in ("kernel", "fs")}
        before = sys.modules.get("hal.board")
        sys.modules["hal.board"] = Board()
        self.held = {name: import_module(name) for name in MODULES}
        for name in [name for name in sys.modules if name.split(".")[0] in ("kernel", "fs")]:
            del sys.modules[name]
        sys.modules.update(others)
        if before is None:
            del sys.modules["hal.board"]
        else:
            sys.modules["hal.board"] = before

    def get(self, name: str) -> types.ModuleType:
        return self.held[name]


@pytest.fixture(scope="session")
def modules():
    return Modules()


@pytest.fixture
def make_machine(modules):
    """A ramfs as the root, with 1,000 pages, over an image; in a `with`."""
    @contextmanager
    def made(image):
        with Memory({BASE: bytearray(2000 << 12), BUFFER: bytearray(BUFFER_BYTES), WORDS: bytearray(5 << 12), **image}):
            yield Machine(modules, 2000, 1000)
    return made


@pytest.fixture
def machine(make_machine):
    """The same over nothing."""
    with make_machine({IMAGE: bytes(8)}) as made:
        yield made
