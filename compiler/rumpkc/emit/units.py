"""The image in parts, each an LLVM module of its own: what one changed line makes new is then one small object.

    Program  ->  ("big.m5", text of its functions) …, ("data", records of classes, globals, constants)

A function belongs to its module; an instance of a generic one to the module of the program that its types come from, so
that the library's parts stay as they are. The dialect's own modules are one part for each folder. A function that is to
be written out in place is in every part that calls it; all other names are defined once, and hidden.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from rumpkc.emit.debug import DebugLevel
from rumpkc.emit.module import ModuleEmitter
from rumpkc.emit.whole import Whole
from rumpkc.ir import nodes as ir
from rumpkc.names.project import DIALECT_PACKAGES
from rumpkc.targets.target import Target

DATA = "data"
NAME = re.compile(r"[^\W\d]\w*(?:\.[^\W\d]\w*)+")       # in a symbol: what may be a module with something of it


def emit_units(program: ir.Program, target: Target, *, debug: DebugLevel = DebugLevel.LINES
               ) -> Iterator[tuple[str, str]]:
    """The name and the LLVM IR text of every part, in the order in which they are to be linked."""
    whole = Whole(program)
    for name, functions in divide(whole).items():
        yield name, ModuleEmitter(whole, target, debug, "", part=functions).emit()
    yield DATA, ModuleEmitter(whole, target, debug, "rumpk", part=[]).emit()


def divide(whole: Whole) -> dict[str, list[ir.Function]]:
    """The functions of every part, by name; those that are copied into each are in none."""
    modules = {f.module for f in whole.program.functions if not _is_dialect(f.module)}
    parts: dict[str, list[ir.Function]] = {}
    for function in whole.defined.values():
        if not whole.is_copied(function):
            parts.setdefault(_part_of(function, modules), []).append(function)
    return dict(sorted(parts.items()))


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
