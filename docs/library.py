"""What of Python's library is compiled: each documented name of a module is used in a program of tests/run, or refused.

`MODULES` are those that a program can import; their names are CPython's own (`__all__`, or what is public). What is not
compiled stands in compiler/rumpkc/types/absent.py with what to write instead. docs/tables.py prints the table,
tests/unit/docs fails for a name that is neither.
"""

from __future__ import annotations

import importlib
import sys
from collections import defaultdict
from functools import cache
from pathlib import Path
from types import ModuleType

import constructs

from rumpkc.syntax import tree as t
from rumpkc.syntax.walk import children
from rumpkc.types.absent import ABSENT
from rumpkc.types.builtins import KNOWN_MODULES

ROOT = Path(__file__).resolve().parent.parent
LIB = ROOT / "lib"
MODULES: tuple[str, ...] = tuple(sorted(
    {path.stem for path in LIB.glob("*.py") if path.stem in sys.stdlib_module_names}
    | {name for name in KNOWN_MODULES if name.partition(".")[0] in sys.stdlib_module_names and name != "__future__"}))
# Public by accident: imported, or the insides of the module. `__all__` is the list where a module has one.
UNDOCUMENTED = {"hmac": "digest_size trans_36 trans_5C", "sys": "abiflags api_version call_tracing setdlopenflags"
                " getdlopenflags copyright warnoptions", "abc": "get_cache_token update_abstractmethods"}
MORE = {"hashlib": ("scrypt",),                     # documented, and not in `__all__`, or not in that of every 3.11
        "enum": ("pickle_by_enum_name", "pickle_by_global_name"),
        "io": ("DEFAULT_BUFFER_SIZE", "IncrementalNewlineDecoder", "text_encoding")}


@cache
def documented(module: str) -> tuple[str, ...]:
    """The names that CPython's module offers."""
    real = importlib.import_module(module)
    hidden = UNDOCUMENTED.get(module, "").split()
    names = getattr(real, "__all__", None) or [n for n, value in vars(real).items()
                                               if not n.startswith("_") and not isinstance(value, ModuleType)]
    return tuple(sorted({*names, *MORE.get(module, ())} - set(hidden)))


@cache
def used() -> dict[str, dict[str, str]]:
    """By module and name: a program of tests/run that uses the name."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for path in sorted(constructs.RUN.glob("*.py")):
        modules: dict[str, str] = {}
        todo: list[t.Node] = [constructs.tree_of(path)]
        while todo:
            node = todo.pop()
            match node:
                case t.ImportFrom(module=str(home), names=names, level=0):
                    for alias in names:
                        found[home].setdefault(alias.name, path.stem)
                case t.Import(names=names):
                    modules.update({a.asname or a.name: a.name for a in names})
                case t.Attribute(value=t.Name(id=name), attr=attr) if name in modules:
                    found[modules[name]].setdefault(attr, path.stem)
                case t.Attribute(value=t.Attribute(value=t.Name(id=package), attr=inner), attr=attr):
                    found[f"{package}.{inner}"].setdefault(attr, path.stem)
            todo += reversed(list(children(node)))
    return found


def compiled(module: str) -> list[str]:
    return [name for name in documented(module) if name in used()[module] and name not in ABSENT.get(module, {})]


def refused(module: str) -> dict[str, str]:
    """What to write instead, by name."""
    return {name: text for name, text in sorted(ABSENT.get(module, {}).items()) if name in documented(module)}
