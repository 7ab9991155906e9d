"""Random operations, on ramfs and on the real file system through `os`: the same results and error numbers."""

import os
import random
import shutil
import stat
import tempfile

import pytest

NAMES = [b"a", b"b", b"c", b"dd", b"x" * 255, b"y" * 256, b"\xff\xfe", b".", b"..", b"a b", b"", b"...", b"e" * 20]
READ, WRITE, BOTH = os.O_RDONLY, os.O_WRONLY, os.O_RDWR
FLAGS = [READ, WRITE, BOTH, os.O_CREAT | WRITE, os.O_CREAT | BOTH, os.O_CREAT | os.O_EXCL | BOTH, os.O_TRUNC | BOTH,
         os.O_CREAT | os.O_TRUNC | WRITE, os.O_APPEND | WRITE | os.O_CREAT, os.O_DIRECTORY, os.O_CREAT, os.O_TRUNC,
         os.O_DIRECTORY | os.O_RDWR, os.O_DIRECTORY | os.O_CREAT | os.O_RDWR]
SIZES = [0, 1, 5, 100, 4095, 4096, 4097, 9000]


def asked(call, *arguments):
    """A result of `os`, or the error number below zero."""
    try:
        return call(*arguments)
    except OSError as error:
        return -error.errno


class Both:
    """The same operation on both; what differs fails."""

    def __init__(self, machine, folder: bytes, chance: random.Random) -> None:
        self.machine, self.folder, self.chance = machine, folder, chance
        self.held: list[tuple[object, int]] = []        # open files: of the machine, of the host
        self.seen: dict[str, set[int]] = {}             # operations and their outcomes
        self.log: list[object] = []

    def path(self) -> bytes:
        """A path, most of them short, some with dots and slashes too many."""
        parts = [self.chance.choice(NAMES[:5] if self.chance.random() < 0.8 else NAMES)
                 for _ in range(self.chance.choice((1, 1, 2, 2, 3, 4)))]
        depth = 0
        for at, part in enumerate(parts):               # `..` of the root would leave the host's folder
            depth += -1 if part == b".." else 0 if part in (b".", b"") else 1
            if depth < 0:
                parts[at], depth = b".", 0
        if not any(parts):                              # the host's folder is no root: it could be removed
            parts = [b"a"]
        text = b"/" + b"/".join(parts)
        return text + (b"/" if self.chance.random() < 0.1 else b"")

    def same(self, what: str, arguments: object, got: object, wanted: object) -> None:
        self.log.append((what, arguments, wanted))
        self.seen.setdefault(what, set()).add(wanted if isinstance(wanted, int) and wanted < 0 else 0)
        assert got == wanted, (what, arguments, got, wanted, self.log[-12:])

    def step(self) -> None:
        m, path, roll = self.machine, self.path(), self.chance.random()
        real = self.folder + path
        if roll < 0.2:
            how = self.chance.choice(FLAGS)
            got, wanted = m.open(path, how), asked(os.open, real, how, 0o666)
            self.same("open", (path, oct(how)), got if isinstance(got, int) else 0, min(wanted, 0))
            if wanted >= 0:
                self.held.append((got, wanted))
        elif roll < 0.32:
            wanted = asked(os.mkdir, real)
            self.same("mkdir", path, m.mkdir(path), wanted or 0)
        elif roll < 0.38:
            self.same("unlink", path, m.unlink(path), asked(os.unlink, real) or 0)
        elif roll < 0.44:
            self.same("rmdir", path, m.rmdir(path), asked(os.rmdir, real) or 0)
        elif roll < 0.56:
            new = self.path()
            self.same("rename", (path, new), m.rename(path, new), asked(os.rename, real, self.folder + new) or 0)
        elif roll < 0.60:
            size = self.chance.choice([*SIZES, -1])
            self.same("truncate", (path, size), m.truncate(path, size), asked(os.truncate, real, size) or 0)
        elif roll < 0.68:
            self.stat(path, real)
        elif roll < 0.74:
            got, wanted = m.names(path, self.chance.choice((328, 600, 4096))), asked(os.listdir, real)
            self.same("names", path, got if isinstance(got, int) else sorted(got), wanted if isinstance(wanted, int) else sorted(wanted))
        elif self.held:
            self.use(*self.chance.choice(self.held), self.chance.random())

    def stat(self, path: bytes, real: bytes) -> None:
        got, wanted = self.machine.stat(path), asked(os.stat, real)
        if not isinstance(got, int) and not isinstance(wanted, int):
            got, wanted = self.parts(got), self.parts([wanted.st_mode, 0, wanted.st_nlink, wanted.st_size])
        self.same("stat", path, got, wanted)

    @staticmethod
    def parts(words):
        """Kind, links and size; of a directory the size is the file system's own affair."""
        return words[0] & 0o170000, words[2], words[3] if words[0] & 0o170000 == 0o100000 else None

    def use(self, number, real: int, roll: float) -> None:
        """Something with an open file."""
        m, count = self.machine, self.chance.choice(SIZES)
        if roll < 0.3:
            self.same("read", (real, count), m.read(number, count), asked(os.read, real, count))
        elif roll < 0.6:
            data = self.chance.randbytes(count)
            self.same("write", (real, count), m.write(number, data), asked(os.write, real, data))
        elif roll < 0.75:
            offset, whence = self.chance.choice([*SIZES, -1, -100, 60000]), self.chance.choice((0, 1, 2))
            if stat.S_ISREG(os.fstat(real).st_mode):        # of a directory a place is what its file system makes of it
                got, wanted = m.files.file_seek(number, offset, whence), asked(os.lseek, real, offset, whence)
                self.same("seek", (real, offset, whence), got, wanted)
        elif roll < 0.85:
            self.same("ftruncate", (real, count), m.files.file_truncate(number, count), asked(os.ftruncate, real, count) or 0)
        elif roll < 0.9:
            status = os.fstat(real)
            self.same("fstat", real, self.parts(m.fstat(number))[::2], self.parts([status.st_mode, 0, status.st_nlink, status.st_size])[::2])
        else:
            self.held.remove((number, real))
            m.files.file_close(number)
            os.close(real)

    def contents(self) -> None:
        """Both trees are equal, byte for byte."""
        for folder, names, found in os.walk(self.folder):
            inner = folder[len(self.folder):] or b"/"
            assert sorted(self.machine.names(inner)) == sorted(names + found)
            for name in found:
                number = self.machine.open(inner + b"/" + name, READ)
                with open(os.path.join(folder, name), "rb") as file:
                    data = file.read()
                assert self.machine.read(number, len(data) + 10) == data
                self.machine.files.file_close(number)

    def clear(self) -> None:
        """Everything goes, on both sides."""
        for number, real in self.held:
            self.machine.files.file_close(number)
            os.close(real)
        for folder, names, found in os.walk(self.folder, topdown=False):
            inner = folder[len(self.folder):] + b"/"
            for name in found:
                assert self.machine.unlink(inner + name) == 0
            for name in names:
                assert self.machine.rmdir(inner + name) == 0


@pytest.fixture
def folder():
    base = tempfile.mkdtemp(dir="/dev/shm" if os.path.isdir("/dev/shm") else None)
    yield base.encode()
    shutil.rmtree(base)


@pytest.mark.parametrize("seed", range(3))
def test_like_the_real_one(machine, folder, seed):
    print("seed", seed)
    both = Both(machine, folder, random.Random(seed))
    for count in range(900):
        both.step()
        if count % 450 == 449:
            both.contents()
    assert {kind for kind, outcomes in both.seen.items() if 0 in outcomes} == set(both.seen)
    assert both.seen["rename"] >= {0, -2, -16, -20, -21, -39} and both.seen["open"] >= {0, -2, -17, -20, -21}, both.seen
    both.clear()
    assert machine.root.store.used == 1 and machine.kernel.pages_free() == machine.kernel.pages_in_all() - 1
