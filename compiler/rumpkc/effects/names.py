"""The names of functions in messages: as the program's author would call them.

    lib.core.list.List[lib.core.str.Str].append     ->      list[str].append
"""

from __future__ import annotations

import re

from rumpkc.ir import nodes as ir
from rumpkc.types.builtins import BUILTIN_CLASSES

CLASSES = {f"{module}.{name}": builtin.replace("[...]", "") for builtin, (module, name) in BUILTIN_CLASSES.items()}
DOTTED = re.compile(r"[^\W\d]\w*(?:\.[^\W\d]\w*)*")


def shown(function: ir.Function) -> str:
    """The name in messages: with its class for a method."""
    if function.exported or not function.module or not function.symbol.startswith(function.module + "."):
        return function.shown_name
    return shown_symbol(function.symbol, function.module)


def shown_symbol(symbol: str, module: str) -> str:
    """A symbol without the modules in it: `module` is the one that it is defined in."""
    def short(found: re.Match[str]) -> str:
        word = found[0]
        for name, builtin in CLASSES.items():
            if word == name or word.startswith(f"{name}."):
                return builtin + word.removeprefix(name)
        if word.startswith(f"{module}.") and found.start() == 0:
            return word.removeprefix(f"{module}.")
        return word.rpartition(".")[2] if found.start() else word

    return DOTTED.sub(short, symbol)
