"""`os.scandir`, `listdir`, `walk`: names in directories, each with what `stat` says of it; one call tells of many."""

from typing import Final, Iterator

from lib.core.arena import shorten
from lib.core.bytesmem import new_bytes, payload
from lib.os_files import (
    DIRECTORY, FACT_BYTES, FILE, KIND, O_DIRECTORY, below, done, fsdecode, os_close, os_open, raw_path, stat,
    stat_result,
)
from rumpk import Ptr, extern, prim, u8, usize

ROOM: Final = 8192                      # bytes of entries that one call asks for
LENGTH: Final = FACT_BYTES + 1          # where in a row the length of the name stands,
NAME: Final = FACT_BYTES + 2            # and where the name


@extern("os_scan")
def os_scan(number: int, word: int, other: int) -> int: ...


class DirEntry:
    """One name, and its facts as they were when the directory was read: none where it leads nowhere."""

    def __init__(self, folder: str, name: str, rows: bytes, place: usize) -> None:
        self.name = name
        self._folder = folder
        self._rows = rows               # keeps what lies at `_place`
        self._place = place

    @property
    def path(self) -> str:
        """The name behind the path that was scanned."""
        return below(self._folder, self.name)

    def _kind(self) -> int:
        return Ptr[int](self._place)[0] & KIND

    def is_dir(self) -> bool:
        return self._kind() == DIRECTORY

    def is_file(self) -> bool:
        return self._kind() == FILE

    def inode(self) -> int:
        return self.stat().st_ino

    def stat(self) -> stat_result:
        """FileNotFoundError where the name leads nowhere."""
        return stat_result(Ptr[int](self._place)) if self._kind() != 0 else stat(self.path)

    def __repr__(self) -> str:
        return f"<DirEntry {self.name!r}>"


class ScandirIterator:
    """What `scandir` gives. All was read when it was made, so that nothing is open."""

    def __init__(self, entries: list[DirEntry]) -> None:
        self._entries: list[DirEntry] = entries
        self._at: int = 0

    def __iter__(self) -> "ScandirIterator":
        return self

    def __next__(self) -> DirEntry:
        if self._at == len(self._entries):
            raise StopIteration
        self._at += 1
        return self._entries[self._at - 1]

    def __enter__(self) -> "ScandirIterator":
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    def close(self) -> None:
        """Nothing follows."""
        self._entries, self._at = [], 0


def scandir(path: str = ".") -> ScandirIterator:
    """The entries of a directory, in any order, without `.` and `..`."""
    raw = raw_path(path)
    fd = done(os_open(payload(raw), len(raw), O_DIRECTORY), path)
    out: list[DirEntry] = []
    try:
        got = 1
        while got > 0:
            rows = new_bytes(ROOM + 8)
            place = usize(payload(rows)) + 7 & ~usize(7)
            got = done(os_scan(fd, int(place), ROOM), path)
            skipped = int(place - usize(payload(rows)))
            rows._len = usize(skipped + got)            # an entry keeps all of it
            shorten(Ptr[u8](prim.ref_ptr(rows)), usize(payload(rows)) - usize(prim.ref_ptr(rows)) + rows._len + 1)
            at = skipped
            while at < skipped + got:
                length = rows[at + LENGTH]
                name = fsdecode(rows[at + NAME:at + NAME + length])
                out.append(DirEntry(path, name, rows, place + usize(at - skipped)))
                at += NAME + length + 7 & ~7
    finally:
        os_close(fd)
    return ScandirIterator(out)


def listdir(path: str = ".") -> list[str]:
    """The names in a directory, in any order."""
    return [entry.name for entry in scandir(path)]


def walk(top: str, topdown: bool = True) -> Iterator[tuple[str, list[str], list[str]]]:
    """Each directory below `top`, with the directories and the other names in it."""
    try:
        entries = scandir(top)
    except OSError:
        return
    folders: list[str] = []
    others: list[str] = []
    for entry in entries:
        (folders if entry.is_dir() else others).append(entry.name)
    if topdown:
        yield top, folders, others
    for name in folders:
        for found in walk(below(top, name), topdown):
            yield found
    if not topdown:
        yield top, folders, others
