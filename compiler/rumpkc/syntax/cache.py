"""Files that can be made again: where they lie, and how to read and write them beside other processes."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path


def default_cache_dir() -> Path:
    """The user's cache folder for this compiler: $XDG_CACHE_HOME/rumpkc or ~/.cache/rumpkc."""
    base = os.environ.get("XDG_CACHE_HOME") or os.path.join(os.path.expanduser("~"), ".cache")
    return Path(base) / "rumpkc"


def read_bytes(path: Path) -> bytes | None:
    """The file's content; None where it cannot be read."""
    try:
        return path.read_bytes()
    except OSError:
        return None


def write_atomically(path: Path, data: bytes) -> bool:
    """Put `data` at `path` in one step, so that a reader sees the old file, none, or the whole new one.

    A cache that cannot be written (read-only or full) is no error: the answer is False.
    """
    name = ""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f".{path.name[:40]}.", dir=path.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        os.replace(name, path)
    except OSError:
        if name:
            try:
                os.unlink(name)
            except OSError:
                pass
        return False
    return True
