"""What commands over files share: paths from the shell's folder, inputs by name."""

import os
from typing import Final

from npl.nipbox.io import Io

PIECE: Final = 4096


def absolute(io: Io, path: str) -> str:
    """A path from the root."""
    return os.path.normpath(os.path.join(io.directory, path))


def fail(io: Io, name: str, error: OSError) -> None:
    """What went wrong with a file, by the name that was given."""
    io.error(f"{name}: {error.strerror}")


class Input:
    """Something to read: a file, or the input of the command."""

    def __init__(self, io: Io, descriptor: int, name: str) -> None:
        self._io = io
        self._descriptor = descriptor
        self.name = name                # as it was given; "" for the input

    def read(self) -> bytes:
        """Some bytes; none at the end."""
        return self._io.read(PIECE) if self._descriptor == 0 else os.read(self._descriptor, PIECE)

    def read_all(self) -> bytes:
        """All that is left."""
        pieces: list[bytes] = []
        piece = self.read()
        while len(piece) > 0:
            pieces.append(piece)
            piece = self.read()
        return b"".join(pieces)

    def lines(self) -> list[str]:
        """All lines. Bytes that are no UTF-8 become U+FFFD."""
        text = self.read_all().decode("utf-8", "replace")
        return text.removesuffix("\n").split("\n") if text != "" else []

    def close(self) -> None:
        if self._descriptor != 0:
            os.close(self._descriptor)


def open_input(io: Io, name: str) -> Input | None:
    """A file to read, `-` for the input; None, and a message, where it cannot be opened."""
    if name == "-" or name == "":
        return Input(io, 0, "")
    try:
        return Input(io, os.open(absolute(io, name), os.O_RDONLY), name)
    except OSError as error:
        fail(io, name, error)
        return None


def names_of(words: list[str]) -> list[str]:
    """The files that are named; the input where none is."""
    return words if len(words) > 0 else ["-"]
