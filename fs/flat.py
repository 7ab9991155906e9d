"""A file system that is one directory, with names that the image is made with."""

from typing import Final

from fs.errors import BAD_VALUE, NO_ENTRY
from fs.filesystem import DIRECTORY, FILE, KIND, FileSystem
from rumpk import Ptr, noalloc, u8

ROOT: Final = 1
FIRST: Final = 2                        # the node of the first name


class FlatFs(FileSystem):
    """Its entries are files that are read; who derives from it says what is in them."""

    def __init__(self, names: list[bytes]) -> None:
        self.names: list[bytes] = names

    @noalloc
    def lookup(self, directory: int, name: Ptr[u8], length: int) -> int:
        for index in range(len(self.names)):
            if is_same(self.names[index], name, length):
                return FIRST + index
        return NO_ENTRY

    @noalloc
    def mode(self, node: int) -> int:
        return DIRECTORY | 0o555 if node == ROOT else self.entry_mode()

    @noalloc
    def entry_mode(self) -> int:
        """Of all that is not the directory."""
        return FILE | 0o444

    @noalloc
    def readdir(self, directory: int, cookie: int, out: Ptr[u8], room: int) -> tuple[int, int]:
        if cookie >= len(self.names):
            return 0, 0
        name = self.names[cookie]
        if len(name) + 2 > room:
            return BAD_VALUE, 0
        out[0], out[1] = u8((self.entry_mode() & KIND) >> 12), u8(len(name))
        for i in range(len(name)):
            out[i + 2] = u8(name[i])
        return cookie + 1, FIRST + cookie


@noalloc
def is_same(text: bytes, name: Ptr[u8], length: int) -> bool:
    """Whether these are the bytes of a name."""
    if len(text) != length:
        return False
    for i in range(length):
        if text[i] != int(name[i]):
            return False
    return True
