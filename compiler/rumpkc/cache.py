"""The whole-build cache: whether what was made last time is still what these inputs give.

A manifest lies in build/cache/ for each request (kind, files, options). It lists every file that was read with the hash
of its content, every place where a module was looked for in vain, a fingerprint of the compiler, and the output's hash.
A build is reused only if all of them are as they were; a damaged manifest is the same as none.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
import threading
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from rumpkc.diagnostics import Diagnostic
from rumpkc.reports import read_quoted, restored, stored
from rumpkc.source import SourceMap

FORMAT = 2


@dataclass(frozen=True, slots=True)
class Manifest:
    """Where the manifest of one request is kept."""

    path: Path

    def reuse(self, output: Path | None, sources: SourceMap) -> list[Diagnostic] | None:
        """The warnings of the build, if every input and the output file (if there is one) are as when the manifest was
        written; else None."""
        data = self.fresh(output)
        try:
            warnings = restored(data["warnings"]) if data is not None else None
            if warnings and data is not None:
                read_quoted(warnings, map(Path, data["inputs"]), sources)
            return warnings
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return None

    def fresh(self, output: Path | None) -> dict[str, Any] | None:
        """What the manifest says, if it still holds; a damaged one says nothing."""
        try:
            data = json.loads(self.path.read_bytes())
            fresh = (data["format"] == FORMAT and data["compiler"] == compiler_fingerprint()
                     and all(file_hash(path) == known for path, known in data["inputs"].items())
                     and not any(os.path.exists(path) for path in data["absent"])
                     and (output is None or file_hash(output) == data["output"]))
            return data if fresh else None
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return None

    def write(self, inputs: Mapping[Path, str], absent: Iterable[Path], output: Path | None, compiler: str,
              warnings: Iterable[Diagnostic] = (), found: object = None) -> None:
        """Record a finished build. `inputs` has the hash of each file as it was read, `compiler` the fingerprint from
        before: what was edited since then makes the record stale at once. `found` is what else is to be known again."""
        data: dict[str, Any] = {
            "format": FORMAT,
            "compiler": compiler,
            "inputs": {os.path.abspath(path): digest for path, digest in inputs.items()},
            "absent": sorted({os.path.abspath(path) for path in absent}),
            "output": file_hash(output) if output is not None else "",
            "warnings": stored(warnings),
            "found": found,
        }
        keep(self.path, json.dumps(data, indent=1).encode())


def keep(path: Path, content: bytes) -> None:
    """Put `content` into the cache at `path`, whole or not at all. A cache that cannot be written only costs time."""
    temporary = path.with_name(f".{path.name}.{os.getpid()}.{threading.get_ident()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary.write_bytes(content)
        os.replace(temporary, path)
    except OSError:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)


def prune(folder: Path, most_bytes: int) -> None:
    """Remove the oldest files of a cache if all of them have more than `most_bytes`, until three quarters are left."""
    entries: list[tuple[float, str, int]] = []
    with suppress(OSError):
        for entry in os.scandir(folder):
            with suppress(OSError):
                status = entry.stat()
                entries.append((status.st_mtime, entry.path, status.st_size))
    room = sum(size for _, _, size in entries)
    if room <= most_bytes:
        return
    for _, path, size in sorted(entries):
        if room <= most_bytes * 3 // 4:
            break
        with suppress(OSError):
            os.unlink(path)
            room -= size


def manifest_for(build_dir: Path, *request: object) -> Manifest:
    """The manifest of one request; equal requests share it."""
    key = hashlib.sha256("\0".join(map(repr, request)).encode()).hexdigest()[:32]
    return Manifest(build_dir / "cache" / "builds" / f"{key}.json")


def file_hash(path: str | Path) -> str:
    """The SHA-256 of a file's content, in hex; of a folder that of the names in it."""
    if os.path.isdir(path):
        return hashlib.sha256("\0".join(sorted(os.listdir(path))).encode(errors="surrogateescape")).hexdigest()
    with open(path, "rb") as file:
        return hashlib.sha256(file.read()).hexdigest()


def compiler_fingerprint() -> str:
    """Changes when the compiler, the host package, Python or llvmlite does.

    Sizes and times stand for the content of the compiler's own files: there are many, and a stale image after an edit
    would need a file of equal size written within one tick of the clock.
    """
    package = Path(__file__).resolve().parent
    digest = hashlib.sha256(repr(sys.version_info).encode())
    for folder in (package, package.parent / "rumpk"):
        for entry in sorted(_files(folder)):
            digest.update(repr(entry).encode())
    digest.update(llvm_stamp())
    return digest.hexdigest()


def llvm_stamp() -> bytes:
    """Changes when the installed llvmlite does."""
    llvm = find_spec("llvmlite")
    if llvm is None or not llvm.origin:
        return b""
    status = os.stat(llvm.origin)
    return f"{status.st_size} {status.st_mtime_ns}".encode()


def _files(folder: Path) -> Iterable[tuple[str, int, int]]:
    """Name, size and time of every file below `folder` that can change what the compiler does."""
    for entry in os.scandir(folder):
        if entry.is_dir():
            if entry.name not in ("__pycache__", "dialect", "codes"):
                yield from ((f"{entry.name}/{name}", size, time) for name, size, time in _files(Path(entry.path)))
        elif entry.name.endswith((".py", ".lark")):
            status = entry.stat()
            yield entry.name, status.st_size, status.st_mtime_ns
