"""A machine for fs/ under CPython: pages of a memory of the test's, a clock that counts, and calls that take bytes."""

import sys
import types
from importlib import import_module

import pytest

from hal.mm import open_pages
from rumpk import Memory, Ptr, u8, u64

BASE = 0x8000_0000
BUFFER = 0x4000_0000
BUFFER_BYTES = 1 << 20
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


class Machine:
    """The calls of fs/vfs.py, with bytes for paths and data."""

    def __init__(self, pages: int, quota: int) -> None:
        self.kernel = import_module("kernel.pages")
        self.kernel._lock = Ptr[u64](WORDS)
        open_pages(self.kernel._pages, BASE, pages << 12)
        self.vfs = import_module("fs.vfs")
        self.files = import_module("fs.files")
        self.descriptors = import_module("kernel.descriptors")
        self.vfs._lock, self.files._stat = Ptr[u64](WORDS + 8), Ptr[int](WORDS + 64)
        self.vfs._walk.held, self.vfs._other.held = Ptr[u8](WORDS + 8192), Ptr[u8](WORDS + 16384)
        self.packed = import_module("fs.packed")
        self.packed._page = Ptr[u8](WORDS + 4096)
        self.mounts = import_module("fs.mounts")
        self.ramfs = import_module("fs.ramfs")
        self.root = self.ramfs.RamFs()
        assert self.root.begin(quota)
        self.mounts.mount(self.root, 0, 0)

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

    def names(self, path: bytes, room: int = 600) -> "list[bytes] | int":
        """All names in a directory."""
        number = self.open(path, 0o200000)
        if isinstance(number, int):
            return number
        out = []
        while (got := self.files.file_entries(number, Ptr[u8](BUFFER), room)) > 0:
            data = Memory.current().read(BUFFER, got)
            while data:
                out.append(data[2:2 + data[1]])
                data = data[2 + data[1]:]
        self.files.file_close(number)
        return got if got < 0 else out


@pytest.fixture
def board(monkeypatch):
    """A fresh machine: no module of the kernel or of fs/ has run."""
    fake = Board()
    monkeypatch.setitem(sys.modules, "hal.board", fake)
    for name in [name for name in sys.modules if name.split(".")[0] in ("kernel", "fs")]:
        monkeypatch.delitem(sys.modules, name)
    return fake


@pytest.fixture
def machine(board):
    """A ramfs as the root, with 1,000 pages."""
    with Memory({BASE: bytearray(2000 << 12), BUFFER: bytearray(BUFFER_BYTES), WORDS: bytearray(1 << 14 + 1)}):
        yield Machine(2000, 1000)
