"""Module names become files and trees; the import graph becomes an order.

    apps/hello.py: `from kernel.ring import Ring`      load("kernel.ring") -> <root>/kernel/ring.py

A module is searched in the project root, then in the packaged dialect tree, then (for an app outside of the root) in
the app's own folder. `hal.board` is `hal/<target>/board.py`; a module of Python's standard library is `lib/<name>.py`.
"""

from __future__ import annotations

import difflib
import hashlib
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

from rumpkc.diagnostics import Diagnostic, fail
from rumpkc.names.loop_functions import behind_loops
from rumpkc.names.module_ifs import decided
from rumpkc.names.project import dialect_tree, display_path, inside
from rumpkc.source import NOWHERE, Source, SourceMap, Span, printable
from rumpkc.syntax import tree

# The vocabulary that the checker knows by itself: importing these reads no file.
KNOWN_MODULES = frozenset({
    "rumpk", "rumpk.prim", "typing", "dataclasses", "enum", "collections.abc", "abc", "sys", "types", "__future__"})

NEEDS_BOARD = frozenset({"lib.hive", "lib.control"})
PER_TARGET = ("hal.board", "lib.services")      # names that mean another file for each target (`canonical`)

Parser = Callable[[Source], tree.Module]

INSTEAD = {                             # what to write where a module of Python's library is missing
    "re": "text is taken apart with `find`, `partition`, `split` and the `is…` methods of `str`",
    "pathlib": "paths are texts: `os.path`, `os.listdir`, `os.stat`",
    "subprocess": "a program on a board is the only one",
    "threading": "a program is one thread; generators take turns",
    "asyncio": "a program is one thread; generators take turns",
    "argparse": "a program on a board has no arguments; `input()` reads lines",
    "logging": "`print(…, file=sys.stderr)` goes to the log",
    "decimal": "count in the smallest unit with `int`",
    "fractions": "keep a numerator and a denominator, and divide both by `math.gcd`",
    "array": "write `Array[T, N]` of `rumpk`, or a list",
    "ctypes": "write `@extern` and link the object",
    "secrets": "a board has no secret of its own; `random` gives numbers that can be guessed",
    "pickle": "`json` and `struct` write what can be read again",
    "unittest": "pytest runs the file under CPython",
    "inspect": "there is no reflection",
    "datetime": "`time.gmtime` and `time.strftime` know the calendar",
    "weakref": "keep a reference, or an index into a list",
}
PACKAGES = frozenset({                  # of PyPI, for CPython on an operating system
    "numpy", "scipy", "pandas", "matplotlib", "torch", "PIL", "requests", "flask", "django", "pydantic", "attr",
    "attrs", "yaml", "serial", "RPi", "machine", "click", "rich"})


@dataclass(frozen=True, slots=True, eq=False)
class LoadedModule:
    """One module of the program. `name` is canonical: `hal.board` is `hal.riscv64.board`, `math` is `lib.math`.

    A folder without `__init__.py` is a package with an empty tree; its `path` is the folder.
    """

    name: str
    path: Path
    display_path: str
    tree: tree.Module
    is_package: bool


@dataclass(slots=True)
class ModuleLoader:
    """Finds, reads and parses the modules of one compilation, each once.

    `parse` turns a Source into its tree; by default the parser with its cache in `cache_dir`, `own_cache_dir` for what
    belongs to the compiler.
    """

    root: Path
    target_name: str
    sources: SourceMap
    cache_dir: Path | None = None
    own_cache_dir: Path | None = None
    parse: Parser | None = None
    absent: set[Path] = field(default_factory=set)      # where a module was looked for in vain
    digests: dict[Path, str] = field(default_factory=dict)      # SHA-256 of each file's content as it was read
    warnings: list[Diagnostic] = field(default_factory=list)    # the parser's
    written: dict[str, Path] = field(default_factory=dict)      # modules that this build has written itself
    _modules: dict[str, LoadedModule] = field(default_factory=dict)
    _mentioned: dict[str, tuple[int, bool]] = field(default_factory=dict)       # of the first so many modules
    _extra_folders: list[Path] = field(default_factory=list)
    _found: dict[str, Path | None] = field(default_factory=dict)     # what `_search` knows

    # Finding

    def find(self, name: str) -> Path | None:
        """The file (or folder) that `load(name)` would read, None where there is none."""
        return self._search(self.canonical(name))

    def exists(self, name: str) -> bool:
        """Whether `load(name)` would find a module or package (known ones included)."""
        return name in KNOWN_MODULES or self.find(name) is not None

    def load(self, name: str, wanted_at: Span = NOWHERE) -> LoadedModule:
        """The module that `import name` means; E0214 (not found), E0212 (unreadable), E01xx (syntax)."""
        canonical = self.canonical(name)
        if canonical in NEEDS_BOARD and self.target_name == "host":
            raise fail("E0471", "workers run on boards only: the host has no wall to put between them", wanted_at,
                       help="build for a board: `-t riscv64`")
        known = self._modules.get(canonical)
        if known is not None:
            return known
        path = self.find(name)
        if path is None:
            raise self._not_found(name, wanted_at)
        if path.is_dir():
            shown = display_path(path, self.root)
            return self._keep(LoadedModule(canonical, path, shown, tree.Module(Span(shown, 1, 0, 1, 0), ()), True))
        return self._read(canonical, path, wanted_at)

    def mentions(self, word: str) -> bool:
        """Whether a loaded module that is no part of the dialect's own tree has the word anywhere in its text."""
        looked, found = self._mentioned.get(word, (0, False))
        if looked < len(self._modules) and not found:
            for known in list(self._modules.values())[looked:]:
                source = self.sources.get(known.display_path)
                found = found or (source is not None and word in source.text
                                  and inside(known.path, dialect_tree() / "lib") is None)
            self._mentioned[word] = len(self._modules), found
        return found

    def load_file(self, path: Path) -> LoadedModule:
        """The module in the file `path`, which the user named: `apps/hello.py` is `apps.hello`, else the stem."""
        relative = inside(path, self.root) or inside(path, dialect_tree())
        if relative is None:
            self._extra_folders.append(path.parent)
            self._found.clear()
            name = path.stem
        else:
            parts = relative.with_suffix("").parts
            name = ".".join(parts[:-1] if parts[-1] == "__init__" and len(parts) > 1 else parts)
        return self._modules.get(name) or self._read(name, path, NOWHERE)

    def resolve_relative(self, importer: str, level: int, module: str | None, at: Span = NOWHERE) -> str:
        """The absolute name that `from ..module import x` (level 2) means in the module `importer`; E0213 beyond the
        top package."""
        if level == 0:
            return module or ""
        parts = importer.split(".")
        known = self._modules.get(importer)
        package = parts if known is not None and known.is_package else parts[:-1]
        keep = len(package) - (level - 1)
        if keep <= 0:
            dots = "." * level
            where = f"`{importer}` is not in a package" if not package else \
                f"`{importer}` lies only {len(package)} package{'s' if len(package) > 1 else ''} deep"
            raise fail("E0213", f"the relative import `{dots}{module or ''}` leads beyond the top package", at, where,
                       help="import it by its full name, such as `from kernel.ring import Ring`")
        return ".".join([*package[:keep], *([module] if module else [])])

    def canonical(self, name: str) -> str:
        """The one name under which a module is kept, whatever it was imported as."""
        if name == "hal.board":
            return f"hal.{self.target_name}.board"
        if name == "lib.services":
            return "lib.services_host" if self.target_name == "host" else "lib.services_board"
        if self._is_library(name):
            return "lib.os_path" if name == "os.path" else f"lib.{name}"
        return name

    def _is_library(self, name: str) -> bool:
        """Whether `name` is a module of Python's library that no file of the project replaces."""
        return name.partition(".")[0] in sys.stdlib_module_names and self._search(name) is None

    def _search(self, name: str) -> Path | None:
        """The file (or folder, for a package without `__init__.py`) of a canonical name."""
        if name in self.written:
            return self.written[name]
        if name not in self._found:
            self._found[name] = self._look_for(name)
        return self._found[name]

    def _look_for(self, name: str) -> Path | None:
        """The same, in the folders."""
        relative = Path(*name.split("."))
        folders = [self.root, dialect_tree(), *self._extra_folders]
        for folder in folders:
            for path in (folder / relative / "__init__.py", folder / relative.with_suffix(".py")):
                if path.is_file():
                    return path
                self.absent.add(path)
        for folder in folders:
            if (folder / relative).is_dir() and relative.parts:
                return folder / relative
        return None

    def _not_found(self, name: str, at: Span) -> Exception:
        package, _, last = name.rpartition(".")
        if package and package not in KNOWN_MODULES and self.find(package) is None:
            return self._not_found(package, at)
        near = difflib.get_close_matches(last, sorted(self._siblings(package)), n=1, cutoff=0.6)
        if name.partition(".")[0] in sys.stdlib_module_names:
            instead = INSTEAD.get(name.partition(".")[0], "")
            there = " ".join(sorted(m for m in self._siblings("") if m in sys.stdlib_module_names))
            hint = f"{instead}{'; ' if instead else ''}of Python's library there are: {there}"
        elif name == "hal.board":
            hint = f"the target `{self.target_name}` has no board: expected hal/{self.target_name}/board.py"
        elif name.partition(".")[0] in PACKAGES:
            hint = "modules of the project and of the library are compiled, packages for CPython are not"
        elif near:
            hint = f"did you mean `{package + '.' if package else ''}{near[0]}`?"
        else:
            hint = f"expected {name.replace('.', '/')}.py in the project root or in the library of the compiler"
        return fail("E0214", f"there is no module `{name}`", at, help=hint)

    def _siblings(self, package: str) -> set[str]:
        """The modules that lie in `package`, or at the top for the empty name."""
        names = {known.partition(".")[0] for known in KNOWN_MODULES} if not package else set()
        folders = [self.root, dialect_tree(), *self._extra_folders]
        for folder in folders if package else [*folders, dialect_tree() / "lib"]:
            place = folder.joinpath(*package.split(".")) if package else folder
            if place.is_dir():
                names |= {entry.stem for entry in place.iterdir() if entry.suffix == ".py" or _is_package(entry)}
        return names - {"__init__"}

    # Reading

    def _read(self, name: str, path: Path, wanted_at: Span) -> LoadedModule:
        shown = display_path(path, self.root)
        from rumpkc.syntax.encoding import decode_source

        data = read_file(path, shown, wanted_at)
        if data.startswith(b"\x7fELF"):
            raise fail("E0212", f"{shown} is an image or an object, not a source file",
                       help="name the program's .py file")
        self.digests[path] = hashlib.sha256(data).hexdigest()
        source = self.sources.add(decode_source(shown, data))
        return self._keep(LoadedModule(name, path, shown, self._parse(source, path), path.name == "__init__.py"))

    def _keep(self, module: LoadedModule) -> LoadedModule:
        if module.name in self._modules:
            self._mentioned.clear()
        self._modules[module.name] = module
        return module

    def forget_trees(self) -> None:
        """Keep the modules, but not what is in them."""
        self._modules = {name: replace(module, tree=tree.Module(NOWHERE, ()))
                         for name, module in self._modules.items()}

    def read_again(self, name: str) -> LoadedModule:
        """The module as its file is now."""
        known = self._modules[name]
        return self._read(name, known.path, NOWHERE)

    def _parse(self, source: Source, path: Path) -> tree.Module:
        if self.parse is not None:
            return behind_loops(decided(self.parse(source)))
        from rumpkc.syntax.parse import parse_cached

        folder, home = self.tree_place(path)
        return behind_loops(decided(parse_cached(source, folder, self.warnings, self.tables_place, home)))

    def tree_place(self, path: Path) -> tuple[Path | None, str | None]:
        """In which cache the tree of a file lies, and the folder that its shown path counts from: what comes with the
        compiler is the same for all projects."""
        if self.own_cache_dir is None or inside(path, dialect_tree()) is None:
            return self.cache_dir, None
        return self.own_cache_dir, str(dialect_tree())

    @property
    def tables_place(self) -> Path | None:
        """In which cache the parse tables lie."""
        return self.own_cache_dir or self.cache_dir

    @property
    def loaded(self) -> list[LoadedModule]:
        """Every module read so far, in the order of reading."""
        return list(self._modules.values())


def _is_package(entry: Path) -> bool:
    """Whether a folder looks like a package, so that `build` or `.git` is never suggested."""
    return entry.is_dir() and entry.name.isidentifier() and any(entry.glob("*.py"))


def read_file(path: Path, shown: str, wanted_at: Span = NOWHERE) -> bytes:
    """The content of a file; E0212 where it cannot be read or is a folder."""
    at = wanted_at if wanted_at is not NOWHERE else Span(shown, 0, 0, 0, 0)
    if not _is_text(str(path)):
        raise fail("E0212", f"the name of {printable(str(path))} is not UTF-8", help="rename the file, or its folder")
    if path.exists() and not path.is_file() and not path.is_dir():
        raise fail("E0212", f"{shown} is not a regular file", help="name a .py file")
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise fail("E0212", f"there is no file {shown}", help=_near_file(path)) from None
    except IsADirectoryError:
        raise fail("E0212", f"{shown} is a folder, not a source file", help="name a .py file") from None
    except OSError as error:
        raise fail("E0212", f"cannot read {shown}: {error.strerror}", at) from None


def read_text(path: Path, shown: str) -> tuple[str, str]:
    """The text of a file that is always UTF-8 (a Python source may declare another encoding), and the SHA-256 of
    its content; E0212."""
    data = read_file(path, shown)
    try:
        return data.decode("utf-8-sig"), hashlib.sha256(data).hexdigest()
    except UnicodeDecodeError as error:
        raise fail("E0212", f"{shown} is not UTF-8: byte {error.start} is {error.object[error.start]:#04x}",
                   Span(shown, 0, 0, 0, 0), help="save the file as UTF-8") from None


def _is_text(name: str) -> bool:
    """Whether a path's bytes are UTF-8 (Python keeps others as lone surrogates)."""
    return not any("\ud800" <= char <= "\udfff" for char in name)


def _near_file(path: Path) -> str:
    """A suggestion for a file name that does not exist."""
    if path.is_symlink():
        return f"it is a link to {os.readlink(path)}, which does not exist"
    if not path.parent.is_dir():
        return f"there is no folder {path.parent.as_posix()}"
    names = sorted(entry.name for entry in path.parent.iterdir() if entry.suffix == ".py")
    near = difflib.get_close_matches(path.name, names, n=1)
    return f"did you mean {(path.parent / near[0]).as_posix()}?" if near else "check the path"


def as_written(name: str) -> str:
    """A module as programs call it: those of Python's library lie in `lib`."""
    short = name.removeprefix("lib.")
    return short if short.partition(".")[0] in sys.stdlib_module_names else name
