"""Copies of files and folders. A file that is written is the old one or the new one, whole, whatever goes wrong."""

import os
from collections.abc import Callable
from typing import Final

from npl.nipbox.files import Input, absolute, fail, kind_name
from npl.nipbox.io import Io
from npl.nipbox.streams import write_all

RIGHTS: Final = 0o777
MODE: Final = 0o666                     # of a file that is new


def replace(path: str, fill: Callable[[int], None], mode: int = MODE) -> None:
    """A file becomes what `fill` writes to a descriptor: beside it, as `.part0`, and then in one step in its place.

    Where that fails the file is as it was, and nothing stays beside it. A device is written to.
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
        mode = facts.st_mode & RIGHTS
    made, beside = new_beside(path, mode)
    whole = False
    try:
        fill(made)
        os.rename(beside, path)
        whole = True
    finally:
        os.close(made)
        if not whole:
            os.unlink(beside)


def new_beside(path: str, mode: int) -> tuple[int, str]:
    """A new file in the same folder: its descriptor, and its path."""
    number = 0
    while True:
        beside = os.path.join(os.path.dirname(path), f".part{number}")
        try:
            return os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode), beside
        except FileExistsError:
            number += 1


def write_from(read: Callable[[], bytes], descriptor: int) -> None:
    """All that is read goes there."""
    piece = read()
    while len(piece) > 0:
        write_all(descriptor, piece)
        piece = read()


class Copier:
    """Copies of one command; what goes wrong is said, the rest is copied, and `status` is not 0."""

    def __init__(self, io: Io, deep: bool, keep: bool) -> None:
        self._io = io
        self._deep = deep               # folders, too
        self._keep = keep               # files that are there already
        self.status: int = 0

    def copy(self, name: str, target: str, shown: str) -> None:
        """What `name` leads to becomes `target`, a path from the root, which messages call `shown`."""
        try:
            source = absolute(self._io, name)
            facts = os.stat(source)
            if kind_name(facts.st_mode) == "folder":
                self._folder(name, source, target, shown)
            elif not (self._keep and os.path.exists(target)):
                self._file(name, source, facts, target, shown)
        except OSError as error:
            self._fail(name, error)

    def _file(self, name: str, source: str, facts: os.stat_result, target: str, shown: str) -> None:
        if source == target:
            self._refuse(f"{name}: that is the same file")
            return
        file = Input(self._io, os.open(source, os.O_RDONLY), name)
        try:
            replace(target, lambda made: write_from(file.read, made), facts.st_mode & RIGHTS)
        except OSError as error:
            self._fail(shown, error)
        file.close()

    def _folder(self, name: str, source: str, target: str, shown: str) -> None:
        if not self._deep:
            self._refuse(f"{name}: Is a directory; -r copies all that is in it")
            return
        if target == source or target.startswith(os.path.join(source, "")):
            self._refuse(f"{name}: a folder cannot be copied into itself")
            return
        if not os.path.isdir(target):
            try:
                os.mkdir(target)
            except OSError as error:
                self._fail(shown, error)
                return
        for entry in sorted(os.scandir(source), key=lambda entry: entry.name):
            self.copy(os.path.join(name, entry.name), os.path.join(target, entry.name), os.path.join(shown, entry.name))

    def _refuse(self, words: str) -> None:
        self._io.error(words)
        self.status = 1

    def _fail(self, name: str, error: OSError) -> None:
        fail(self._io, name, error)
        self.status = 1


def remove(path: str) -> None:
    """A file, or a folder and all below it."""
    if not os.path.isdir(path):
        os.unlink(path)
        return
    for entry in os.scandir(path):
        if entry.is_dir():
            remove(entry.path)
        else:
            os.unlink(entry.path)
    os.rmdir(path)


def targets(io: Io, words: list[str]) -> list[str]:
    """Where each of the words but the last goes: to the last, or into it, if that is a folder. NotADirectoryError."""
    to = absolute(io, words[-1])
    if os.path.isdir(to):
        return [os.path.join(to, os.path.basename(absolute(io, name))) for name in words[:-1]]
    if len(words) > 2:
        raise NotADirectoryError(20, "Not a directory", words[-1])
    return [to]
