"""What is kept of a build for the next one: the checked program, the objects of its parts, and what they were made of.

    <build>/cache/edits/<request>.json       every input with its hash; the parts; the name and the hash of the program
                        <request>.<hash>     the program: a pickle of `Kept`

A copy of the process writes the program down while this one goes on; it counts once the build has ended well, for the
record is written last. Both are put in place whole. What is damaged, of another compiler or not there is as nothing.
"""

from __future__ import annotations

import dataclasses
import hashlib
import io
import json
import os
import pickle
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rumpkc.beside import Beside
from rumpkc.cache import keep, prune
from rumpkc.compilation import Compilation
from rumpkc.diagnostics import CompileError, Diagnostic, Diagnostics
from rumpkc.edits.facts import runs_while_compiling
from rumpkc.edits.moved import FileSpans, Moved, file_spans
from rumpkc.effects.facts import EffectFacts, effect_facts
from rumpkc.emit.units import Unit
from rumpkc.emit.whole import Whole
from rumpkc.ir.passes.escape import ParamFacts
from rumpkc.names.modules import LoadedModule
from rumpkc.names.project import DIALECT_PACKAGES
from rumpkc.source import NOWHERE, SourceMap, Span
from rumpkc.syntax import tree
from rumpkc.types.changes import changes
from rumpkc.types.types import BOOL, F32, FIXED, FLOAT, INT, NEVER, NONE, IntType, RecursiveUnion, SimpleType
from rumpkc.types.world import World

FORMAT = 1
MOST_BYTES = 256 << 20                  # of all programs that are kept
ALONE = {t.name: t for t in (INT, *FIXED.values(), BOOL, FLOAT, F32, NONE, NEVER)}     # types that compare by identity


@dataclass(slots=True)
class Kept:
    """The program of a build, as its passes left it, and what they found out about it."""

    world: World
    whole: Whole
    placed: ParamFacts
    effects: EffectFacts
    files: list[LoadedModule]           # their trees are empty, here and below
    modules: list[LoadedModule]
    stubs: list[tuple[str, bytes]]
    warnings: list[Diagnostic]          # of the checker
    parsing: list[Diagnostic]           # warnings of the parser
    runs: frozenset[str]                # what may run while compiling, by name
    ints_for_floats: set[Span]          # the names of the functions for which the program was read a second time
    overloads: list[tuple[tuple[tree.Stmt, ...], dict[str, list[tree.FunctionDef]]]]


@dataclass(frozen=True, slots=True)
class Record:
    """What was made from what. `units`: the parts in their order, each with the key of its object in the store."""

    inputs: dict[str, str]
    absent: list[str]
    units: list[tuple[Unit, str]]
    program: Path
    digest: str


def can_keep(c: Compilation) -> bool:
    """Whether a later build can go on from this one: its program is one that `again.py` can check in parts."""
    world = c.world
    return c.kept_at is not None and c.store is not None and hasattr(os, "fork") and not (
        world.program.workers or world.names_wanted or world.kinds_wanted or world.key_function is not None
        or bool(world.class_functions) or world.functions_compared is not None or world.unnamed or world.members_kept
        or world.members_taken or world.shapes.results or world.sequences_mixed or world.texts_in_sequences
        or world.any_held or c.diagnostics.has_errors())


class Keeping:
    """The program of `c` on its way to the disk. It must be ended: by `commit`, or by `end`."""

    def __init__(self, c: Compilation) -> None:
        assert c.kept_at is not None
        self._path = c.kept_at
        self._beside: Beside | None = Beside(lambda: _write(c, self._path))
        self.units: list[tuple[Unit, str]] = []

    def commit(self, inputs: Mapping[Path, str], absent: Iterable[Path], compiler: str) -> None:
        """The build has ended well: what was written counts from now on."""
        assert self._beside is not None
        digest, self._beside = self._beside.answer(), None
        if digest:
            data = {"format": FORMAT, "compiler": compiler, "digest": digest,
                    "inputs": {os.path.abspath(path): known for path, known in inputs.items()},
                    "absent": sorted({os.path.abspath(path) for path in absent}),
                    "units": [(unit.name, key, *unit.asked()) for unit, key in self.units]}
            keep(self._path, json.dumps(data).encode())
        else:
            with suppress(OSError):
                self._path.unlink()
        _tidy(self._path, digest or "")

    def end(self) -> None:
        """Give up."""
        if self._beside is not None:
            self._beside.end()
            self._beside = None


def _tidy(path: Path, digest: str) -> None:
    """Remove the programs that the record does not name, then the oldest of all."""
    with suppress(OSError):
        for entry in os.scandir(path.parent):
            if path.stem in entry.name and not entry.name.endswith(".json") and (
                    not digest or not entry.name.endswith(digest)):
                os.unlink(entry.path)
    prune(path.parent, MOST_BYTES)


def _write(c: Compilation, path: Path) -> str:
    """In the copy: put the program beside `path`; its hash, or nothing where that is not possible."""
    try:
        content = _pickled(_texts(c), _kept(c))
    except (pickle.PicklingError, TypeError, AttributeError, RecursionError, MemoryError):
        return ""                       # something of a kind that cannot be written: the next build begins anew
    digest = hashlib.sha256(content).hexdigest()
    place = path.with_name(f"{path.stem}.{digest}")
    keep(place, content)
    return digest if place.is_file() else ""


def _kept(c: Compilation) -> Kept:
    """In the copy, whose objects nobody else sees."""
    world, program = c.world, c.program
    assert program is not None and c.params is not None
    runs = runs_while_compiling(c)
    changes(world)                      # so that it is there
    world.comptime = None
    # What is known by the number of an object: numbers mean nothing to another process.
    overloads = [(body, names) for body in _bodies(world) if (names := world.overloads.get(id(body)))]
    for known in (world.overloads, world.summaries, world.closure_layouts, world.namers, world.function_keys,
                  world.unnamed, world.frozen_objects):
        known.clear()
    world.nameless.clear()
    world.written_functions.clear()
    world.method_nodes.clear()
    world.unfoldable.clear()
    world.nested.clear()
    world.diagnostics, world.warnings = Diagnostics(), Diagnostics()
    parsing, c.loader.warnings, c.loader.sources = c.loader.warnings, [], SourceMap()
    c.loader.forget_trees()
    return Kept(world, Whole(program), c.params, effect_facts(program, c.config), [*map(_bare, c.files)],
                [*map(_bare, c.modules)], c.stubs, list(c.warnings), parsing, runs, _around(c), overloads)


def _around(c: Compilation) -> set[Span]:
    """The places of the names of the functions in which the first reading found ints for floats."""
    out: set[Span] = set()
    for module in c.world.modules.values():
        lines = [span.line for span in c.ints_for_floats if span.file == module.path]
        todo = list(module.tree.body) if lines else []
        while todo:
            at = todo.pop()
            if isinstance(at, tree.ClassDef):
                todo += at.body
            elif isinstance(at, tree.FunctionDef) and any(at.span.line <= line <= at.span.end_line for line in lines):
                out.add(at.name_span)
    return out


def _bodies(world: World) -> Iterable[tuple[tree.Stmt, ...]]:
    """Where functions with several signatures may stand."""
    todo: list[tree.Module | tree.ClassDef] = [module.tree for module in world.modules.values()]
    while todo:
        at = todo.pop()
        yield at.body
        todo += [stmt for stmt in at.body if isinstance(stmt, tree.ClassDef)]


def _bare(module: LoadedModule) -> LoadedModule:
    return dataclasses.replace(module, tree=tree.Module(NOWHERE, ()))


class _Pickler(pickle.Pickler):
    """Spans file by file, so that a reader can move them; objects that are one of their kind by their names."""

    def __init__(self, file: io.BytesIO) -> None:
        super().__init__(file, pickle.HIGHEST_PROTOCOL)
        self._spans: dict[str, FileSpans] = {}
        self._fields: dict[type, tuple[str, ...] | None] = {}

    def reducer_override(self, value: Any) -> Any:
        kind = type(value)
        if kind is Span:
            made = self._spans.get(value.file)
            if made is None:
                made = self._spans[value.file] = FileSpans(value.file)
            return made, (tuple(value),)
        if kind is IntType or kind is SimpleType:
            return alone, (value.name,)
        if kind is CompileError:
            return CompileError, tuple(value.diagnostics)
        if kind is RecursiveUnion:
            return RecursiveUnion, (value.name, value.home), value.members, None, None, RecursiveUnion.close
        fields = self._fields.get(kind, ())
        if fields == ():
            fields = self._fields[kind] = _frozen_fields(kind)
        # Made whole at once: it may be the key of a dict that is read while its own parts still are.
        return (kind, tuple(getattr(value, name) for name in fields)) if fields else NotImplemented


def _frozen_fields(kind: type) -> tuple[str, ...] | None:
    """The fields of a frozen dataclass that compares by them; None for other classes."""
    known = getattr(kind, "__dataclass_params__", None)
    if known is None or not known.frozen or not known.eq:
        return None
    return tuple(field.name for field in dataclasses.fields(kind)) or None


def _pickled(texts: dict[str, str], kept: Kept) -> bytes:
    file = io.BytesIO()
    pickle.dump(texts, file)
    _Pickler(file).dump(kept)
    return file.getvalue()


def _texts(c: Compilation) -> dict[str, str]:
    """The program's own files, by shown path: what a later build compares them with."""
    own = [module.display_path for module in c.loader.loaded if module.name.partition(".")[0] not in DIALECT_PACKAGES]
    return {path: source.text for path in own if (source := c.sources.get(path)) is not None}


def alone(name: str) -> IntType | SimpleType:
    """The type of that name, of those that are one of their kind."""
    return ALONE[name]


class _Unpickler(pickle.Unpickler):
    """Moves the spans of files whose lines have moved."""

    def __init__(self, file: io.BytesIO, changes: Mapping[str, Moved]) -> None:
        super().__init__(file)
        self._changes = changes

    def find_class(self, module: str, name: str) -> Any:
        if name == "file_spans":
            return lambda file: file_spans(file, self._changes.get(file))
        return super().find_class(module, name)


def read_record(path: Path, compiler: str) -> Record | None:
    """The record of the build before, if it is one of this compiler's."""
    try:
        data = json.loads(path.read_bytes())
        if data["format"] != FORMAT or data["compiler"] != compiler:
            return None
        units = [(Unit.known(name, *asked), key) for name, key, *asked in data["units"]]
        return Record(data["inputs"], data["absent"], units, path.with_name(f"{path.stem}.{data['digest']}"),
                      data["digest"])
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


class KeptProgram:
    """A program that lies on the disk: first the texts that it was made from, then the rest."""

    def __init__(self, content: bytes) -> None:
        self._file = io.BytesIO(content)
        self.texts: dict[str, str] = pickle.load(self._file)  # noqa: S301  (from ourselves)

    def read(self, changes: Mapping[str, Moved]) -> Kept:
        """The program, with its places where they are now; `changes` by shown path. It is read once."""
        kept = _Unpickler(self._file, changes).load()
        assert isinstance(kept, Kept)
        kept.world.overloads.update({id(body): names for body, names in kept.overloads})
        return kept


def kept_program(record: Record) -> KeptProgram | None:
    """The program of a record, if it is there and whole."""
    try:
        content = record.program.read_bytes()
    except OSError:
        return None
    return KeptProgram(content) if hashlib.sha256(content).hexdigest() == record.digest else None
