"""Where a build begins with many files that nobody has parsed yet, several processes parse them: each tree goes to the
cache, where the loader finds it.

    parse_ahead(loader, [Path("main.py")], ["kernel.main"])

Which files those will be is guessed from lines that look like imports; a file too many or too few costs only time.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from rumpkc.diagnostics import CompileError
from rumpkc.names.modules import KNOWN_MODULES, ModuleLoader
from rumpkc.names.project import display_path
from rumpkc.source import SourceMap
from rumpkc.syntax.cache import default_cache_dir
from rumpkc.syntax.stored import tree_path
from rumpkc.targets.parallel import processors

IMPORT = re.compile(r"^[ \t]*(?:from[ \t]+([\w.]+)[ \t]+import[ \t]+\(?([\w, \t]*)|import[ \t]+([\w., \t]+))",
                    re.MULTILINE)
FEW_BYTES = 300_000                     # of source text: parsed in a second; a process needs a third of one to begin
MOST_PROCESSES = 4

Task = tuple[str, str, str | None, str | None]      # of `syntax/worker.py`


def parse_ahead(loader: ModuleLoader, paths: Iterable[Path], names: Iterable[str]) -> None:
    """Parse the files at `paths`, the modules called `names`, and what they import, if there is much to parse."""
    if loader.cache_dir is None or processors() < 2:
        return
    scout = ModuleLoader(loader.root, loader.target_name, SourceMap(), loader.cache_dir, loader.own_cache_dir)
    files = _reached(scout, [*paths, *(path for name in names if (path := scout.find(name)) is not None)])
    if sum(files.values()) < FEW_BYTES or not _can_keep(loader.cache_dir):
        return
    count = min(processors(), MOST_PROCESSES)
    shares: list[list[Task]] = [[] for _ in range(count)]
    for number, path in enumerate(sorted(files, key=lambda path: (-files[path], str(path)))):
        folder, home = loader.tree_place(path)
        shown = display_path(path, loader.root)
        shares[number % count].append((str(path), shown, str(folder) if folder else None, home))
    workers = [worker for share in shares[1:] if (worker := _start(share, loader.tables_place)) is not None]
    from rumpkc.syntax.worker import parse_files

    parse_files(shares[0], loader.tables_place)
    for worker in workers:
        worker.wait()


def _start(share: list[Task], tables: Path | None) -> subprocess.Popen[bytes] | None:
    """A process that parses some files; None where the system gives none, or it has ended already."""
    try:
        worker = subprocess.Popen([sys.executable, "-m", "rumpkc.syntax.worker", str(tables)], stdin=subprocess.PIPE,
                                  stdout=subprocess.DEVNULL)
    except OSError:
        return None
    assert worker.stdin is not None
    with suppress(OSError):
        worker.stdin.write(json.dumps(share).encode())
    with suppress(OSError):
        worker.stdin.close()
    return worker


def _can_keep(folder: Path) -> bool:
    """Whether trees that are made ahead can be kept; else they would be made twice."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return False
    return os.access(folder, os.W_OK | os.X_OK)


def _reached(scout: ModuleLoader, paths: list[Path]) -> dict[Path, int]:
    """The files without a tree that `paths` seem to import, themselves included, with their sizes in bytes."""
    found: dict[Path, int] = {}
    asked: set[str] = set()
    todo = list(paths)
    while todo:
        path = todo.pop()
        if path in found or path.suffix != ".py" or not path.is_file():        # a pipe would wait
            continue
        folder, home = scout.tree_place(path)
        if tree_path(display_path(path, scout.root), folder or default_cache_dir(), home).exists():
            continue
        try:
            text = path.read_bytes().decode("utf-8", "replace")
        except OSError:
            continue
        found[path] = len(text)
        for name in _imports(text):
            if name not in asked:
                asked.add(name)
                todo += _file_of(scout, name)
    return found


def _imports(text: str) -> Iterator[str]:
    for base, members, plain in IMPORT.findall(text):
        for name in plain.split(","):
            yield name.partition(" as ")[0].strip()
        if base:
            yield base
            yield from (f"{base}.{member.partition(' as ')[0].strip()}" for member in members.split(","))


def _file_of(scout: ModuleLoader, name: str) -> list[Path]:
    if not all(part.isidentifier() for part in name.split(".")) or name in KNOWN_MODULES:
        return []
    try:
        path = scout.find(name)
    except (CompileError, OSError):
        return []
    return [path] if path is not None else []
