"""The image in parts, each an LLVM module of its own: what one changed line makes new is then one small object.

    Program  ->  ("big.m5", text of its functions) …, ("data", records of classes, globals, constants)

A function belongs to its module; an instance of a generic one to the module of the program that its types come from, so
that the library's parts stay as they are. The dialect's own modules are one part for each folder. A function that is to
be written out in place is in every part that calls it; all other names are defined once, and hidden.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rumpkc.emit.debug import DebugLevel
from rumpkc.emit.module import ModuleEmitter
from rumpkc.emit.whole import Whole
from rumpkc.ir import nodes as ir
from rumpkc.names.project import DIALECT_PACKAGES
from rumpkc.targets.target import Target
from rumpkc.types.types import ClassInst

DATA = "data"
NAME = re.compile(r"[^\W\d]\w*(?:\.[^\W\d]\w*)+")       # in a symbol: what may be a module with something of it


@dataclass(frozen=True, slots=True)
class Unit:
    """One part: its text, the files that the text has places in, and the texts and classes that it asks others for (a
    text is "str" or "bytes" and its value, a class its symbol)."""

    name: str
    text: str
    files: frozenset[str] = frozenset()
    texts: frozenset[tuple[str, str | bytes]] = frozenset()
    classes: frozenset[str] = frozenset()

    def asked(self) -> tuple[list[str], list[tuple[str, str]], list[str]]:
        """All but the text, as JSON can hold it."""
        plain = [(kind, value if isinstance(value, str) else value.decode("latin-1")) for kind, value in self.texts]
        return sorted(self.files), sorted(plain), sorted(self.classes)

    @staticmethod
    def known(name: str, files: list[str], texts: list[tuple[str, str]], classes: list[str]) -> Unit:
        """A part whose text is not needed, from what `asked` gave."""
        values = frozenset((kind, text.encode("latin-1") if kind == "bytes" else text) for kind, text in texts)
        return Unit(name, "", frozenset(files), values, frozenset(classes))


def emit_units(program: ir.Program, target: Target, *, debug: DebugLevel = DebugLevel.LINES) -> Iterator[Unit]:
    """Every part, in the order in which they are to be linked."""
    whole = Whole(program)
    for name, functions in divide(whole).items():
        yield emit_unit(whole, target, name, functions, debug)
    yield emit_unit(whole, target, DATA, [], debug)


def emit_unit(whole: Whole, target: Target, name: str, functions: list[ir.Function],
              debug: DebugLevel = DebugLevel.LINES) -> Unit:
    """One part. `DATA`, which has no functions, comes when all others have said what they ask for."""
    emitter = ModuleEmitter(whole, target, debug, "" if functions else "rumpk", part=functions)
    text = emitter.emit()
    files = frozenset(emitter.debug.files) if emitter.debug is not None else frozenset()
    return Unit(name, text, files, emitter.constants.asked(), emitter.classes.asked())


def ask(whole: Whole, units: Sequence[Unit], texts: dict[str, ClassInst], classes: dict[str, ClassInst]) -> None:
    """Let `whole` know what these parts have asked for, and nothing else. `texts`: the classes "str" and "bytes";
    `classes`: all by their symbols."""
    whole.texts.clear()
    whole.classes.clear()
    for unit in units:
        for kind, value in unit.texts:
            whole.text_name(texts[kind], value)
        whole.classes.update(dict.fromkeys(classes[symbol] for symbol in unit.classes))


def divide(whole: Whole) -> dict[str, list[ir.Function]]:
    """The functions of every part, by name; those that are copied into each are in none."""
    modules = {f.module for f in whole.program.functions if not _is_dialect(f.module)}
    parts: dict[str, list[ir.Function]] = {}
    for function in whole.defined.values():
        if not whole.is_copied(function):
            parts.setdefault(_part_of(function, modules), []).append(function)
    for functions in parts.values():
        functions.sort(key=_by_place)                           # not by who asked first
    return dict(sorted(parts.items()))


def _by_place(function: ir.Function) -> tuple[object, ...]:
    """Where a function stands in the sources."""
    return *function.span[:3], function.symbol


def _part_of(function: ir.Function, modules: set[str]) -> str:
    """The name of the part that a function belongs to."""
    if not _is_dialect(function.module):
        return function.module
    if "[" in function.symbol:
        for found in sorted(NAME.findall(function.symbol[function.symbol.index("["):]), reverse=True):
            name = found
            while name and name not in modules:
                name = name.rpartition(".")[0]
            if name:
                return name
    return function.module.rpartition(".")[0] or function.module


def _is_dialect(module: str) -> bool:
    return module.partition(".")[0] in DIALECT_PACKAGES
