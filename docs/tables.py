"""Writes the lists of docs/LANGUAGE.md that follow from the sources: methods, builtin functions, library modules.

    python docs/tables.py            rewrites the blocks between `<!-- methods: … -->` and `<!-- end -->`

tests/unit/docs checks that the page is what this would write.
"""

from __future__ import annotations

import ast
import builtins
import collections
import importlib
import re
import sys
import types
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "LANGUAGE.md"
LIB = ROOT / "lib"
BLOCK = re.compile(r"(<!-- (methods|builtins|modules): .*? -->\n).*?(<!-- end -->)", re.DOTALL)

# The class of the library behind each builtin, and the one of CPython that it stands for.
CLASSES: dict[str, tuple[str, str, type]] = {
    "str": ("core/str", "Str", str),
    "bytes": ("core/bytes", "Bytes", bytes),
    "bytearray": ("core/bytearray", "ByteArray", bytearray),
    "list": ("core/list", "List", list),
    "tuple[T, ...]": ("core/vartuple", "VarTuple", tuple),
    "dict": ("core/dict", "Dict", dict),
    "set": ("core/set", "Set", set),
    "frozenset": ("core/set", "FrozenSet", frozenset),
    "range": ("core/range", "Range", range),
    "deque": ("collections", "deque", collections.deque),
}
NUMBERS: dict[str, type] = {"int": int, "float": float}


def _tree(module: str) -> ast.Module:
    return ast.parse((LIB / f"{module}.py").read_text(encoding="utf-8"))


def _members(module: str, name: str) -> set[str]:
    """The public methods and annotated fields of a library class and its bases in the same file."""
    classes = {n.name: n for n in _tree(module).body if isinstance(n, ast.ClassDef)}
    found: set[str] = set()
    todo = [name]
    while todo:
        node = classes.get(todo.pop())
        if node is not None:
            found |= {m.name for m in node.body if isinstance(m, ast.FunctionDef)}
            found |= {m.target.id for m in node.body if isinstance(m, ast.AnnAssign) and isinstance(m.target, ast.Name)}
            todo += [b.value.id if isinstance(b, ast.Subscript) else b.id for b in node.bases
                     if isinstance(b, ast.Name) or isinstance(b, ast.Subscript) and isinstance(b.value, ast.Name)]
    return {n for n in found if not n.startswith("_")}


def _extra(name: str) -> set[str]:
    """Methods that the checker spells out itself."""
    from rumpkc.types.overloads import RULES, STATIC_RULES

    return {method for kind, method in (*RULES, *STATIC_RULES) if kind == name}


def methods() -> str:
    """A row for each builtin class: its methods, and those of CPython's class that it lacks."""
    rows = ["| class | methods | not yet |", "|---|---|---|"]
    for shown, (module, name, real) in CLASSES.items():
        public = {n for n in dir(real) if not n.startswith("_")}
        have = (_members(module, name) | _extra(shown)) & public
        rows.append(_row(shown, have, public - have))
    for shown, real in NUMBERS.items():
        functions = {n.name for n in _tree(f"core/{shown}").body if isinstance(n, ast.FunctionDef)}
        public = {n for n in dir(real) if not n.startswith("_")}
        have = {n for n in public if f"{shown}_{n}" in functions}
        rows.append(_row(shown, have, public - have))
    return "\n".join(rows) + "\n"


def _row(shown: str, have: set[str], lacking: set[str]) -> str:
    cells = (f"`{' '.join(sorted(names))}`" if names else "" for names in (have, lacking))
    return f"| `{shown}` | {' | '.join(cells)} |"


def builtin_functions() -> str:
    """Which of CPython's builtin functions and classes are compiled."""
    from rumpkc.types.annotations import CONTAINERS, PLAIN, SIMPLE
    from rumpkc.types.builtins import BUILTIN_FUNCTIONS, EXCEPTIONS
    from rumpkc.types.loop_calls import CALLS
    from rumpkc.types.specials import BUILTINS

    named = {n.partition(".")[2] for n in (*SIMPLE, *CONTAINERS, *PLAIN, *CALLS) if n.startswith("builtins.")}
    have = named | set(BUILTINS) | set(BUILTIN_FUNCTIONS) | {"type", "super", "object", "property", "staticmethod",
                                                             "classmethod", "tuple"}
    callables = (type, types.BuiltinFunctionType)
    real = {n for n, v in vars(builtins).items() if not n.startswith("_") and isinstance(v, callables)
            and not (isinstance(v, type) and issubclass(v, BaseException))}
    lacking = sorted(real - have)
    exceptions = " ".join(sorted(EXCEPTIONS))
    return (f"Compiled: `{' '.join(sorted(have & real))}`.\n\nRefused (E0401, E0435): `{' '.join(lacking)}`.\n\n"
            f"Exceptions: `{exceptions}`.\n")


def modules() -> str:
    """The importable modules of lib/: those that stand for one of Python's, then our own."""
    trees = {path.stem: ast.parse(path.read_text(encoding="utf-8")) for path in sorted(LIB.glob("*.py"))}
    python = [name for name in trees if name in sys.stdlib_module_names]
    rows = ["| module | offers | not yet |", "|---|---|---|"]
    for name in python:
        public = {n for n in dir(importlib.import_module(name)) if not n.startswith("_")}
        have = _defined(trees[name], imported=True) & public
        rows.append(f"| `{name}` | `{' '.join(sorted(have))}` | `{' '.join(sorted(public - have))}` |")
    parts = {n for name in python for n in _parts_of(name, trees)}
    for name in sorted(trees.keys() - set(python) - parts):
        summary = (ast.get_docstring(trees[name]) or "").partition("\n")[0].removesuffix(".")
        public = sorted(n for n in _defined(trees[name]) if not n.isupper())
        rows.append(f"| `lib.{name}` | {summary}: `{' '.join(public)}` | |")
    return "\n".join(rows) + "\n"


def _defined(tree: ast.Module, imported: bool = False) -> set[str]:
    """The public names of a module: functions, classes, constants, and what it imports, where that counts."""
    names: set[str] = set()
    for node in tree.body:
        if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
            if not any("extern" in ast.unparse(d) for d in node.decorator_list):
                names.add(node.name)
        elif isinstance(node, (ast.Assign, ast.AnnAssign)):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            names |= {t.id for t in targets if isinstance(t, ast.Name)}
        elif imported and isinstance(node, ast.ImportFrom):
            names |= {alias.asname or alias.name for alias in node.names}
    return {n for n in names if not n.startswith("_")}


def _parts_of(name: str, trees: dict[str, ast.Module]) -> set[str]:
    """The other modules of lib/ that module `name` is made of."""
    imported = {n.module or "" for n in trees[name].body if isinstance(n, ast.ImportFrom)}
    below = {m.removeprefix("lib.") for m in imported if m.startswith("lib.")} & trees.keys() - {name}
    return below.union(*(_parts_of(part, trees) for part in below)) if below else below


def rewritten(text: str) -> str:
    """`text` with its blocks brought up to date."""
    makers = {"methods": methods, "builtins": builtin_functions, "modules": modules}
    return BLOCK.sub(lambda found: found[1] + makers[found[2]]() + found[3], text)


if __name__ == "__main__":
    PAGE.write_text(rewritten(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
