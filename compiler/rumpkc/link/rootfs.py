"""The folder `rootfs/` as constants of the image: what fs/packed.py reads. docs/SPEC.md has the bytes.

Each page is compressed by itself, so that one page can be read without those before it. A directory stands before what
is in it; the order is that of names, so that two builds are equal.
"""

from __future__ import annotations

import os
import stat
import zlib
from collections.abc import Iterator
from pathlib import Path

from rumpkc.diagnostics import fail

PAGE = 4096
WORD = 8
ROW_WORDS = 5                           # path, its bytes, mode, size, pages
RAW_DEFLATE = -15                       # zlib: no frame around the stream
BEST = 9
DIRECTORY, FILE, PROGRAM = 0o040755, 0o100644, 0o100755


def entries(folder: Path) -> Iterator[Path]:
    """Everything below a folder, a directory before what is in it. Names that begin with a dot stay out."""
    for path in sorted(folder.iterdir(), key=lambda p: os.fsencode(p.name)):
        if not path.name.startswith("."):
            yield path
            if path.is_dir() and not path.is_symlink():
                yield from entries(path)


def pack(folder: Path | None) -> bytes:
    """The blob; of no folder it is one without entries."""
    if folder is None:
        return bytes(WORD)
    paths = list(entries(folder))
    blob = bytearray(WORD + WORD * ROW_WORDS * len(paths))
    blob[:WORD] = len(paths).to_bytes(WORD, "little")
    for number, path in enumerate(paths):
        name = os.fsencode(path.relative_to(folder))
        mode, data = content(path)
        place = len(blob)
        blob += name
        row = (place, len(name), mode, len(data), add_pages(blob, data))
        at = WORD + WORD * ROW_WORDS * number
        blob[at:at + WORD * ROW_WORDS] = b"".join(word.to_bytes(WORD, "little") for word in row)
    return bytes(blob)


def content(path: Path) -> tuple[int, bytes]:
    """Mode and bytes of an entry."""
    mode = path.lstat().st_mode
    if stat.S_ISDIR(mode):
        return DIRECTORY, b""
    if not stat.S_ISREG(mode):
        raise fail("E0731", f"`{path}` is neither a file nor a directory",
                   help="an image has no links and devices of the host: copy the file there, or take it out of rootfs/")
    return PROGRAM if mode & stat.S_IXUSR else FILE, path.read_bytes()


def add_pages(blob: bytearray, data: bytes) -> int:
    """Append the pages of a file, then the places where they begin and the last one ends. Where those places stand."""
    places = []
    for begin in range(0, len(data), PAGE):
        page = data[begin:begin + PAGE]
        packer = zlib.compressobj(BEST, zlib.DEFLATED, RAW_DEFLATE)
        packed = packer.compress(page) + packer.flush()
        places.append(len(blob))
        blob += packed if len(packed) < len(page) else page
    places.append(len(blob))
    blob += bytes(-len(blob) % WORD)
    table = len(blob)
    blob += b"".join(place.to_bytes(WORD, "little") for place in places)
    return table


def assembly(blob: bytes) -> str:
    """The blob as text for the assembler, under the name that fs/packed.py asks for."""
    blob += bytes(-len(blob) % WORD)
    words = [f".quad {int.from_bytes(blob[at:at + WORD], 'little'):#x}" for at in range(0, len(blob), WORD)]
    return '.section .rodata.rootfs, "a"; .balign 8; .globl __rootfs; __rootfs:\n' + "\n".join(words) + "\n"
