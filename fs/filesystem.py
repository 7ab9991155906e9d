"""What a file system is to the VFS: this one class. ramfs, devices and /proc implement it; the disk's will.

A node is a number above zero that its file system gave out. It is good until the call returns that gave it, and as long
as it is open (`open` … `close`): the VFS holds one lock from the lookup of a node to its last use. Names are 1 to 255
bytes, none of them NUL or `/`, and neither `.` nor `..`. Results below zero are errors (fs/errors.py). What a change
promises is said in docs/FILES.md: a call that gives an error has changed nothing.
"""

from typing import Final

from fs.errors import BAD_VALUE, NOT_DIRECTORY, READ_ONLY
from rumpk import Ptr, noalloc, u8

KIND: Final = 0o170000                    # bits of a mode
DIRECTORY: Final = 0o040000
FILE: Final = 0o100000
DEVICE: Final = 0o020000                  # of characters

# What `stat` writes, a word each
STAT_MODE: Final = 0
STAT_NUMBER: Final = 1
STAT_LINKS: Final = 2
STAT_SIZE: Final = 3
STAT_ACCESSED: Final = 4                  # nanoseconds since 1970
STAT_MODIFIED: Final = 5
STAT_CHANGED: Final = 6
STAT_DEVICE: Final = 7                    # which mount: the VFS adds it
STAT_WORDS: Final = 8
STAT_BYTES: Final = STAT_WORDS * 8


class FileSystem:
    """Read-only and empty, as it stands here: each file system overrides what it can do."""

    @noalloc
    def root(self) -> int:
        """The directory that everything else is in."""
        return 1

    @noalloc
    def lookup(self, directory: int, name: Ptr[u8], length: int) -> int:
        """The node of that name."""
        return NOT_DIRECTORY

    @noalloc
    def parent(self, directory: int) -> int:
        """The directory that a directory is in; the root's own is the root."""
        return self.root()

    @noalloc
    def mode(self, node: int) -> int:
        """What it is (KIND), and its permissions."""
        return DIRECTORY | 0o555

    @noalloc
    def is_fixed(self) -> bool:
        """Whether no file of it can be written: opening one for that is an error."""
        return True

    @noalloc
    def waits(self, node: int) -> bool:
        """Whether `read` and `write` of it may sleep: then they are called without the VFS's lock."""
        return False

    @noalloc
    def stat(self, node: int, out: Ptr[int]) -> int:
        """STAT_WORDS words; all of them are zero before."""
        out[STAT_MODE], out[STAT_NUMBER], out[STAT_LINKS] = self.mode(node), node, 1
        return 0

    @noalloc
    def open(self, node: int) -> int:
        """Somebody holds the node: it stays, also when its last name goes."""
        return 0

    @noalloc
    def close(self, node: int) -> None:
        """The other end of `open`."""

    @noalloc
    def read(self, node: int, at: int, out: Ptr[u8], count: int) -> int:
        """Bytes from a place on. How many; 0 behind the end."""
        return BAD_VALUE

    @noalloc
    def write(self, node: int, at: int, data: Ptr[u8], count: int) -> int:
        """Bytes to a place; a gap before them reads as zeros. How many: fewer where the room ends in between."""
        return READ_ONLY

    @noalloc
    def truncate(self, node: int, size: int) -> int:
        """The file has this size."""
        return READ_ONLY

    @noalloc
    def set_times(self, node: int, accessed: int, modified: int) -> int:
        """When it was read and written last, in nanoseconds since 1970. A device keeps no times."""
        return READ_ONLY if self.is_fixed() else 0

    @noalloc
    def fsync(self, node: int) -> int:
        """What was written before is there after a loss of power, as far as the file system promises."""
        return 0

    @noalloc
    def readdir(self, directory: int, cookie: int, out: Ptr[u8], room: int) -> tuple[int, int]:
        """The entry behind `cookie` (0: the first): its kind >> 12, length and name as bytes.

        The result is the cookie of this entry, 0 behind the last, and its node. BAD_VALUE: the room is too small.
        """
        return 0, 0

    @noalloc
    def create(self, directory: int, name: Ptr[u8], length: int, mode: int, fleeting: bool) -> int:
        """A new empty file, whose name nobody has; its node. `fleeting`: that name goes when nobody has the file open
        any more, unless it was renamed until then."""
        return READ_ONLY

    @noalloc
    def mkdir(self, directory: int, name: Ptr[u8], length: int, mode: int) -> int:
        """A new empty directory, whose name nobody has."""
        return READ_ONLY

    @noalloc
    def unlink(self, directory: int, name: Ptr[u8], length: int) -> int:
        """A file that is no directory loses its name."""
        return READ_ONLY

    @noalloc
    def rmdir(self, directory: int, name: Ptr[u8], length: int) -> int:
        """An empty directory loses its name."""
        return READ_ONLY

    @noalloc
    def rename(self, source: int, name: Ptr[u8], length: int, target: int, new: Ptr[u8], new_length: int) -> int:
        """Another name, in one step; what had it is gone. The VFS has seen to it that kinds fit, that a directory which
        is replaced is empty, and that no directory goes into itself."""
        return READ_ONLY

    @noalloc
    def is_empty(self, directory: int) -> bool:
        """Whether a directory has no entries."""
        return False
