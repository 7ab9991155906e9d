"""What commands over files share: paths from the shell's folder, inputs by name."""

import os
from collections.abc import Callable, Iterator
from typing import Final

from lib.calendar_days import from_ordinal, to_ordinal
from npl.nipbox.io import Io
from npl.nipbox.nodes.plain import PlainInput
from npl.nipbox.streams import TOO_LONG, lines_of

PIECE: Final = 4096
IS_DIRECTORY: Final = 21                # errno.EISDIR
AT_ONCE: Final = 1 << 16              # bytes; the longest text of /proc is shorter


def absolute(io: Io, path: str) -> str:
    """A path from the root."""
    return os.path.normpath(os.path.join(io.directory, path))


def quoted(name: str) -> str:
    """A name in a sentence, as the GNU commands have it."""
    return f'"{name}"' if "'" in name else f"'{name}'"


def fail(io: Io, name: str, error: OSError) -> None:
    """What went wrong with a file, by the name that was given. That nobody reads the output is not its fault."""
    if isinstance(error, BrokenPipeError):
        raise error
    io.error(f"{name}: {error.strerror}")


class Input:
    """Something to read: a file, or the input of the command."""

    def __init__(self, io: Io, descriptor: int, name: str) -> None:
        self._descriptor = descriptor
        self._plain: PlainInput = PlainInput(io.read)
        self.name = name                # as it was given; "" for the input
        self.taken = 0                  # bytes of the file that were read

    def read(self) -> bytes:
        """Some bytes; none at the end. Of nodes in the command's input: as KDL."""
        if self._descriptor == 0:
            return self._plain.read()
        piece = os.read(self._descriptor, PIECE)
        self.taken += len(piece)
        return piece

    def read_all(self) -> bytes:
        """All that is left."""
        pieces: list[bytes] = []
        piece = self.read()
        while len(piece) > 0:
            pieces.append(piece)
            piece = self.read()
        return b"".join(pieces)

    def lines(self) -> Iterator[str]:
        """The lines that are left (`streams.lines_of`)."""
        return lines_of(self.read)

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


def each_input(io: Io, names: list[str], use: Callable[[Input], None]) -> bool:
    """Use each file that is named, the input where none is. False, and messages, where one cannot be read."""
    good = True
    for name in names if len(names) > 0 else ["-"]:
        file = open_input(io, name)
        if file is None:
            good = False
            continue
        try:
            use(file)
        except OSError as error:
            if error.errno != IS_DIRECTORY and error.errno != TOO_LONG:     # a folder can be opened
                raise
            fail(io, name, error)
            good = False
        file.close()
    return good


def kind_name(mode: int) -> str:
    """What `st_mode` says that something is."""
    kind = mode & 0o170000
    return "folder" if kind == 0o040000 else "file" if kind == 0o100000 else "device"


def moment(seconds: int) -> str:
    """Seconds since 1970 as KDL's `date-time`, UTC."""
    year, month, day = from_ordinal(seconds // 86_400 + to_ordinal(1970, 1, 1))
    clock = f"{seconds // 3600 % 24:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"
    return f"{year:04}-{month:02}-{day:02}T{clock}Z"


def snapshot(path: str) -> str:
    """All of a file of /proc, as it was at one moment."""
    file = os.open(path, os.O_RDONLY)
    text = os.read(file, AT_ONCE).decode()
    os.close(file)
    return text


def whole_text(path: str) -> str:
    """All of a file, which is text."""
    file = os.open(path, os.O_RDONLY)
    pieces: list[bytes] = []
    piece = os.read(file, PIECE)
    while len(piece) > 0:
        pieces.append(piece)
        piece = os.read(file, PIECE)
    os.close(file)
    return b"".join(pieces).decode()
