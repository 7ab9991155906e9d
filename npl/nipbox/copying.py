"""Copies of files and folders. A file that is written is the old one or the new one, whole, whatever goes wrong."""

import os
from collections.abc import Callable
from typing import Final

from npl.nipbox.command import Arguments
from npl.nipbox.files import Input, absolute, fail, kind_name, quoted
from npl.nipbox.io import Io
from npl.nipbox.streams import write_all

RIGHTS: Final = 0o777
MODE: Final = 0o666                     # of a file that is new
FLEETING: Final = 0o40000000            # the board's own: the name goes with who has it open (docs/FILES.md, `open`)


def replace(path: str, fill: Callable[[int], None], mode: int = MODE, like: os.stat_result | None = None) -> None:
    """A file becomes what `fill` writes to a descriptor: beside it, as `.part0`, and then in one step in its place.

    Where that fails, or the command is ended, the file is as it was, and nothing stays beside it. A device is written.
    A file that is there keeps its rights, unless it becomes one `like` another, with the times of that, too.
    """
    try:
        held = os.open(path, os.O_WRONLY)
    except FileNotFoundError:
        held = -1
    if held >= 0:
        facts = os.fstat(held)
        if kind_name(facts.st_mode) == "device":
            try:
                fill(held)
            finally:
                os.close(held)
            return
        os.close(held)
        mode = mode if like is not None else facts.st_mode & RIGHTS
    made, beside = new_beside(path, mode)
    whole = False
    try:
        fill(made)
        if like is not None:
            os.utime(beside, ns=(like.st_atime_ns, like.st_mtime_ns))
        os.rename(beside, path)
        whole = True
    finally:
        if not whole:
            os.unlink(beside)
        os.close(made)


def new_beside(path: str, mode: int) -> tuple[int, str]:
    """A new file in the same folder: its descriptor, and its path."""
    number = 0
    while True:
        beside = os.path.join(os.path.dirname(path), f".part{number}")
        try:
            return os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | FLEETING, mode), beside
        except FileExistsError:
            number += 1


def write_from(read: Callable[[], bytes], descriptor: int) -> None:
    """All that is read goes there."""
    piece = read()
    while len(piece) > 0:
        write_all(descriptor, piece)
        piece = read()


class Manner:
    """What is done with files that are there already, and what is said."""

    def __init__(self, io: Io, arguments: Arguments, asks: bool, keeps: bool, preserves: bool) -> None:
        self.io = io
        self.asks = asks
        self.tells: bool = arguments.has("--verbose")
        self.preserves = preserves      # times and rights, in copies
        self._keeps = keeps             # what is there

    def replaces(self, target: str, shown: str) -> bool:
        """Whether a file may become another one."""
        if not os.path.exists(target):
            return True
        return not self._keeps and (not self.asks or self.io.ask(f"overwrite {quoted(shown)}"))

    def tell(self, text: str) -> None:
        if self.tells:
            self.io.print(text)


class Copier:
    """Copies of one command; what goes wrong is said, the rest is copied, and `status` is not 0."""

    def __init__(self, manner: Manner, deep: bool, verb: str) -> None:
        self._io: Io = manner.io
        self._manner: Manner = manner
        self._deep = deep               # folders, too
        self._verb = verb               # in front of what is told
        self.status: int = 0

    def copy(self, name: str, target: str, shown: str) -> None:
        """What `name` leads to becomes `target`, a path from the root, which messages call `shown`."""
        try:
            source = absolute(self._io, name)
            facts = os.stat(source)
            if kind_name(facts.st_mode) == "folder":
                self._folder(name, source, facts, target, shown)
            elif source == target:
                self._refuse(f"{name}: that is the same file")
            elif self._manner.replaces(target, shown):
                self._file(name, source, facts, target, shown)
        except OSError as error:
            self._fail(name, error)

    def _file(self, name: str, source: str, facts: os.stat_result, target: str, shown: str) -> None:
        file = Input(self._io, os.open(source, os.O_RDONLY), name)
        self._tell(name, shown)
        try:
            replace(target, lambda made: write_from(file.read, made), facts.st_mode & RIGHTS,
                    facts if self._manner.preserves else None)
        except OSError as error:
            self._fail(shown, error)
        file.close()

    def _folder(self, name: str, source: str, facts: os.stat_result, target: str, shown: str) -> None:
        if not self._deep:
            self._refuse(f"{name}: Is a directory; -r copies all that is in it")
            return
        if target == source or target.startswith(os.path.join(source, "")):
            self._refuse(f"{name}: a folder cannot be copied into itself")
            return
        if not os.path.isdir(target):
            try:
                os.mkdir(target)
                self._tell(name, shown)
            except OSError as error:
                self._fail(shown, error)
                return
        for entry in sorted(os.scandir(source), key=lambda entry: entry.name):
            self.copy(os.path.join(name, entry.name), os.path.join(target, entry.name), os.path.join(shown, entry.name))
        if self._manner.preserves:
            os.utime(target, ns=(facts.st_atime_ns, facts.st_mtime_ns))

    def _tell(self, name: str, shown: str) -> None:
        self._manner.tell(f"{self._verb}{quoted(name)} -> {quoted(shown)}")

    def _refuse(self, words: str) -> None:
        self._io.error(words)
        self.status = 1

    def _fail(self, name: str, error: OSError) -> None:
        fail(self._io, name, error)
        self.status = 1


class Remover:
    """What one command takes away; what goes wrong is said, the rest goes, and `status` is not 0."""

    def __init__(self, manner: Manner) -> None:
        self._manner: Manner = manner
        self.status: int = 0

    def remove(self, path: str, shown: str) -> None:
        """A file, or a folder and all below it."""
        try:
            facts = os.stat(path)
            kind = kind_name(facts.st_mode)
            if kind == "folder":
                self._folder(path, shown)
            elif self._may("remove character special file" if kind == "device" else "remove regular file"
                           if facts.st_size > 0 else "remove regular empty file", shown):
                os.unlink(path)
                self._manner.tell(f"removed {quoted(shown)}")
        except OSError as error:
            fail(self._manner.io, shown, error)
            self.status = 1

    def _folder(self, path: str, shown: str) -> None:
        entries = os.listdir(path)
        if len(entries) > 0 and not self._may("descend into directory", shown):
            return
        for name in entries:
            self.remove(os.path.join(path, name), os.path.join(shown, name))
        if self._may("remove directory", shown):
            os.rmdir(path)
            self._manner.tell(f"removed directory {quoted(shown)}")

    def _may(self, what: str, shown: str) -> bool:
        return not self._manner.asks or self._manner.io.ask(f"{what} {quoted(shown)}")


def targets(io: Io, words: list[str]) -> list[tuple[str, str]]:
    """Where each of the words but the last goes: to the last, or into it, if that is a folder; the path from the root
    and the one to show. NotADirectoryError."""
    to = absolute(io, words[-1])
    if os.path.isdir(to):
        names = [os.path.basename(absolute(io, name)) for name in words[:-1]]
        return [(os.path.join(to, name), os.path.join(words[-1], name)) for name in names]
    if len(words) > 2:
        raise NotADirectoryError(20, "Not a directory", words[-1])
    return [(to, words[-1])]
