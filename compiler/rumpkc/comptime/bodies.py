"""Which module bodies must run although nothing asks for what they leave: those that could fail.

    static_assert(sizeof(Header) == 20)        X = table(5)        for name in NAMES: check(name)

CPython would stop at such a line before `main` begins; so does the compiler. A body of definitions, imports and plain
constants cannot fail once it is type-checked, and is not run.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rumpkc.diagnostics import CompileError, Diagnostic
from rumpkc.names.graph import is_type_checking
from rumpkc.names.project import DIALECT_PACKAGES
from rumpkc.syntax import tree
from rumpkc.names.module_ifs import is_decided
from rumpkc.types.scopes import runs_code
from rumpkc.validate.module_body import is_main_guard

if TYPE_CHECKING:
    from rumpkc.compilation import Compilation

SAFE_OPERATORS = frozenset({"+", "-", "*", "&", "|", "^"})
SAFE_CALLS = frozenset({"TypeVar", "linker_symbol", "auto", "field", "Reg", "Regs", "Bits", "Final"})


def run_bodies(unit: Compilation) -> list[Diagnostic]:
    """The failures (E0490, E0491) of the module bodies of `unit` that could fail; the dialect's own packages are known
    not to."""
    from rumpkc.comptime.globals import FrozenGlobals

    found: list[Diagnostic] = []
    frozen = FrozenGlobals(unit)
    for name in computing_modules(unit):
        try:
            frozen.run(name)
        except CompileError as error:
            found += [d for d in error.diagnostics if d not in found]
    return found


def computing_modules(unit: Compilation) -> list[str]:
    """The modules of the program whose bodies do more than to name constants."""
    return [module.name for module in unit.modules
            if module.name.partition(".")[0] not in DIALECT_PACKAGES and _computes(module.tree.body)]


def _computes(body: tuple[tree.Stmt, ...]) -> bool:
    return any(_may_fail(statement) for statement in body)


def _may_fail(statement: tree.Stmt) -> bool:
    match statement:
        case tree.Import() | tree.ImportFrom() | tree.FunctionDef() | tree.TypeAlias() | tree.Pass():
            return False
        case tree.If() if is_main_guard(statement) or is_type_checking(statement.test) or is_decided(statement):
            return False
        case tree.ClassDef():
            return runs_code(statement) or _computes(statement.body)
        case tree.ExprStmt(value=value):
            return not isinstance(value, tree.Constant)         # nothing else looks at it
        case tree.Assign(targets=(tree.Name(),), value=value):
            return not _is_plain(value)
        case tree.AnnAssign(target=tree.Name(), value=value):
            return value is not None and not _is_plain(value)
        case _:
            return True


def _is_plain(value: tree.Expr) -> bool:
    """Whether computing `value` can do nothing but give a constant, a container of constants or a known declaration."""
    match value:
        case tree.Constant() | tree.Name() | tree.Attribute():
            return True
        case tree.BinOp(op=op) if op not in SAFE_OPERATORS:
            return False
        case tree.Call(func=tree.Subscript(value=tree.Name(id="Array")), args=()):
            return True
        case tree.Call(func=tree.Name(id=name)) if name not in SAFE_CALLS:
            return False
        case tree.Call(func=tree.Name()) | tree.BinOp() | tree.UnaryOp() | tree.Tuple() | tree.List() | tree.Dict() \
                | tree.Set():
            return all(_is_plain(part) for part in _parts(value))
        case _:
            return False


def _parts(value: tree.Expr) -> Iterator[tree.Expr]:
    match value:
        case tree.BinOp(left=left, right=right):
            yield from (left, right)
        case tree.UnaryOp(operand=operand):
            yield operand
        case tree.Tuple(elts=items) | tree.List(elts=items) | tree.Set(elts=items):
            yield from items
        case tree.Dict(keys=keys, values=values):
            yield from (key for key in keys if key is not None)
            yield from values
        case tree.Call(args=args, keywords=keywords):
            yield from args
            yield from (keyword.value for keyword in keywords)
        case _:
            pass
