"""Where a module's expressions become fixed-width numbers: what CPython must be told to compute as compiled code does.

    x: u32 = 5              (1, 9, 1, 10): "u32"        the literal takes the type of its place
    y = x - n               (2, 4, 2, 5): "int"         x widens to int before the subtraction (n is an int)

The checker's own results decide, never the annotations' text: every rule of the checker is recorded while it runs, and
the conversions that it put around a result are found in the IR.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from rumpkc import driver
from rumpkc.build import inputs_of
from rumpkc.cache import compiler_fingerprint, manifest_for
from rumpkc.compilation import Compilation, Options, Project, new_compilation, open_project
from rumpkc.diagnostics import CompileError
from rumpkc.garbage import without_collections
from rumpkc.ir import nodes as ir
from rumpkc.ir.walk import walk
from rumpkc.source import SourceMap, Span
from rumpkc.syntax import tree
from rumpkc.syntax.walk import children
from rumpkc.types import exprs
from rumpkc.types.types import F32, FLOAT, INT, IntType, Type

Place = tuple[int, int, int, int]           # line, column, end line, end column; columns in code points
WIDENING = ("zext", "sext", "fpext")
LITERALS = (tree.Constant, tree.UnaryOp, tree.BinOp)


def conversions_of(path: Path) -> dict[Place, str]:
    """For each expression of the module that has to be converted, the name of the type.

    Expressions that the checker could not type, because of an error in them, have none; errors are not reported here.
    The answer is kept in the project's cache.
    """
    sources = SourceMap()
    path = path.resolve()
    project = open_project(path.parent, sources)
    manifest = manifest_for(project.build_dir, "conversions", str(path), project.config)
    known = manifest.fresh(None)
    if known is not None:
        return {(a, b, c, d): name for a, b, c, d, name in known["found"]}
    compiler = compiler_fingerprint()
    try:
        unit, found = _checked(path, "host", project, sources)
    except CompileError:                    # what runs on boards only imports `hal.board`
        if project.config.target == "host":
            raise
        unit, found = _checked(path, project.config.target, project, sources)
    rows = [[*at, name] for at, name in found.items()]
    manifest.write(inputs_of(unit), unit.loader.absent, None, compiler, found=rows)
    return found


def _checked(path: Path, target: str, project: Project,
             sources: SourceMap) -> tuple[Compilation, dict[Place, str]]:
    """The conversions of a module that is checked for `target`."""
    unit = new_compilation((path,), Options(target, app=False), project, sources)
    unit.only_files = True              # what functions of others compute says nothing about this file
    with without_collections(), recorded() as results:
        for step in (driver.parse, driver.load, driver.typecheck):
            step(unit)
        return unit, choose(unit, results)


@contextmanager
def recorded() -> Iterator[list[tuple[tree.Expr, ir.Expr]]]:
    """Notes the result of every expression rule of the checker while the block runs."""
    results: list[tuple[tree.Expr, ir.Expr]] = []
    rules = dict(exprs.RULES)

    def noting(rule: Any) -> Any:
        def check(fx: Any, node: tree.Expr, want: Type | None) -> ir.Expr:
            value = rule(fx, node, want)
            results.append((node, value))
            return value
        return check

    try:
        exprs.RULES.update({kind: noting(rule) for kind, rule in rules.items()})
        yield results
    finally:
        exprs.RULES.update(rules)


def choose(unit: Compilation, results: list[tuple[tree.Expr, ir.Expr]]) -> dict[Place, str]:
    """The conversions of the unit's first file. Where two instances of a generic function disagree, there is none."""
    assert unit.program is not None
    shown, name = unit.files[0].display_path, unit.files[0].name
    bodies = [f.body for f in unit.program.functions if f.module == name and f.body is not None]
    used = [node for body in bodies for node in walk(body)]
    widened = {id(node.args[0]): node.type for node in used if isinstance(node, ir.Prim) and node.op in WIDENING}
    literals = {node.span: node.type for node in used if isinstance(node, ir.Const) and is_number(node.type)}
    reachable = {id(node) for node in used}
    operations = operations_of(unit.files[0].tree, results, used)
    found: dict[Place, set[str]] = {}
    for node, value in results:
        if node.span.file != shown:
            continue
        if isinstance(node, LITERALS) and isinstance(value, ir.Const):
            target = literals.get(node.span)
            if isinstance(target, IntType) and not target.low <= (value.value or 0) <= target.high:
                target = None                           # `x & ~15`: the mask has kept only its low bits
        else:
            target = widened.get(id(value), value.type) if id(value) in reachable else None
            target = operations.get(id(node), target) if target != value.type else target
        if target is not None and is_number(target) and wanted(value, target):
            found.setdefault(place_of(node.span), set()).add(str(target))
    return {place: names.pop() for place, names in found.items() if len(names) == 1}


def operations_of(module: tree.Module, results: list[tuple[tree.Expr, ir.Expr]],
                  used: list[ir.Node]) -> dict[int, Type | None]:
    """For each operand of an arithmetic operation (by the id of its node), the type of the operation's result.

    The compiled operation may compute in a wider type and narrow the result; under CPython the operand classes do that
    themselves, so an operand is only ever converted to the type that the operation has in the language. None: none
    (true division gives a float, but divides the integers; a shift's amount and an exponent may have any type).
    """
    own = {id(node): value.type for node, value in results}
    stored: dict[Span, Type] = {}
    for node in used:
        if isinstance(node, ir.Expr) and is_number(node.type):
            stored.setdefault(node.span, node.type)             # parents come first: the outermost one is the result
    found: dict[int, Type | None] = {}
    todo: list[Any] = [module]
    while todo:
        node = todo.pop()
        todo.extend(children(node))
        if isinstance(node, tree.BinOp) and id(node) in own:
            result = None if node.op == "/" else own[id(node)]
            found[id(node.left)] = result
            found[id(node.right)] = None if node.op in ("<<", ">>", "**") else result
        elif isinstance(node, tree.UnaryOp) and id(node) in own:
            found[id(node.operand)] = own[id(node)]
        elif isinstance(node, tree.AugAssign) and node.span in stored:
            found[id(node.value)] = None if node.op in ("<<", ">>", "**", "/") else stored[node.span]
    return found


def is_number(t: Type) -> bool:
    return isinstance(t, IntType) or t in (FLOAT, F32)


def wanted(value: ir.Expr, target: Type) -> bool:
    """Whether CPython's value may have another type than `target`: an int stays an int by itself, a float a float."""
    return target not in (INT, FLOAT) or value.type != target


def place_of(span: Span) -> Place:
    return span.line, span.col, span.end_line, span.end_col
