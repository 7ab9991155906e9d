"""What `os` is served by on a board: the kernel's descriptors and pipes. For the host: services_host.py."""

from typing import Final

import fs.service  # noqa: F401  (os_open and what follows; plugs files in, and offers their system calls)
import kernel.descriptors  # noqa: F401  (os_read, os_write, os_close, os_dup for the app)
import kernel.pipe  # noqa: F401  (os_pipe for the app; plugs pipes in, and offers their system call)

SLASH: Final = 47

_here = b"/"


def absolute(path: bytes) -> bytes:
    """A path from the root on: the kernel knows no other."""
    if not path or path[0] == SLASH:
        return path
    return _here + path if _here[-1] == SLASH else _here + b"/" + path


def current_directory() -> bytes:
    return _here


def change_directory(path: bytes) -> None:
    """To a directory that is there. Nothing is a link, so `..` can be left out here."""
    global _here
    parts: list[bytes] = []
    for part in path.split(b"/"):
        if part == b"..":
            if parts:
                parts.pop()
        elif part and part != b".":
            parts.append(part)
    _here = b"/" + b"/".join(parts)
