"""The import graph: which modules a program runs, in the order in which their bodies run.

    apps.hello imports kernel.log, kernel.log imports lib.text      ->      [lib.text, kernel.log, apps.hello]

Only imports that run when the module body runs make an edge: not those under `if TYPE_CHECKING:` or inside a function.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from rumpkc.diagnostics import CompileError, Label, fail
from rumpkc.names.modules import KNOWN_MODULES, LoadedModule, ModuleLoader
from rumpkc.names.optional_imports import chosen
from rumpkc.source import Span
from rumpkc.syntax import tree
from rumpkc.syntax.walk import children

FILES = "lib.files"                                     # behind the builtin `open`
OPENS = re.compile(r"(?<![\w.])(?<!def )open\(")


def load_graph(loader: ModuleLoader, entry: LoadedModule) -> list[LoadedModule]:
    """The modules that `entry` needs, dependencies first, `entry` last; E0211 where imports form a ring."""
    order: list[LoadedModule] = []
    done: set[str] = set()
    steps: list[tuple[LoadedModule, Span]] = []     # the chain from the entry: importer and the place of its import

    def visit(module: LoadedModule) -> None:
        for name, at in _imports_or_all_errors(loader, module):
            wanted = loader.load(name, at)
            if wanted.name in done:
                continue
            steps.append((module, at))
            ring = next((i for i, (importer, _) in enumerate(steps) if importer is wanted), None)
            if ring is not None:
                raise _cycle(steps[ring:])
            visit(wanted)
            steps.pop()
        done.add(module.name)
        order.append(module)

    visit(entry)
    for module in order:                        # grows: what a function imports runs when all of this has run
        for name, at in _imported_by(loader, module, _imports_inside(module.tree.body)):
            if loader.exists(name) and loader.load(name, at).name not in done:
                visit(loader.load(name, at))
        if FILES not in done and opens_files(loader, module):
            visit(loader.load(FILES))
    return order


def opens_files(loader: ModuleLoader, module: LoadedModule) -> bool:
    """Whether a module calls the builtin `open`, which no import says: what serves it has to be there."""
    source = loader.sources.get(module.display_path)
    return source is not None and not module.name.startswith("lib.") and OPENS.search(source.text) is not None


def _imports_or_all_errors(loader: ModuleLoader, module: LoadedModule) -> Iterator[tuple[str, Span]]:
    """`imported_modules`; where one of them cannot be had, what is wrong with each import of the module."""
    try:
        yield from imported_modules(loader, module)
    except CompileError:
        found = []
        for statement in _running_imports(module.tree.body, loader.exists):
            try:
                list(_imported_by(loader, module, [statement]))
            except CompileError as error:
                found += [one for one in error.diagnostics if one not in found]
        raise CompileError(*found) from None


def _cycle(steps: list[tuple[LoadedModule, Span]]) -> CompileError:
    """One error for a ring of imports; a label for each step."""
    names = [importer.name for importer, _ in steps]
    following = names[1:] + names[:1]
    labels = tuple(Label(at, f"{importer.name} imports {wanted}")
                   for (importer, at), wanted in zip(steps[1:], following[1:], strict=True))
    return fail("E0211", f"modules import each other in a ring: {' -> '.join([*names, names[0]])}", steps[0][1],
                f"{names[0]} imports {following[0]}", labels=labels,
                help="move what they share into a module of its own, or import it inside the function that uses it")


def imported_modules(loader: ModuleLoader, module: LoadedModule) -> Iterator[tuple[str, Span]]:
    """The modules that the body of `module` imports when it runs, with the place of each import.

    `module` itself and the packages around it are being imported already, so they are no step of the graph.
    """
    for name, at in _named_modules(loader, module):
        if not f"{module.name}.".startswith(f"{name}."):
            yield name, at


def _named_modules(loader: ModuleLoader, module: LoadedModule) -> Iterator[tuple[str, Span]]:
    return _imported_by(loader, module, _running_imports(module.tree.body, loader.exists))


def _imported_by(loader: ModuleLoader, module: LoadedModule, statements: Iterable[tree.Import | tree.ImportFrom]
                 ) -> Iterator[tuple[str, Span]]:
    for statement in statements:
        if isinstance(statement, tree.Import):
            for alias in statement.names:
                yield from _with_packages(loader, alias.name, alias.span)
            continue
        base = loader.resolve_relative(module.name, statement.level, statement.module, statement.span)
        if base in KNOWN_MODULES:
            continue
        if base != module.name:
            yield from _with_packages(loader, base, statement.span)
        if loader.load(base, statement.span).is_package:
            for alias in statement.names:
                if alias.name != "*" and loader.exists(f"{base}.{alias.name}"):
                    yield f"{base}.{alias.name}", alias.span


def _with_packages(loader: ModuleLoader, name: str, at: Span) -> Iterator[tuple[str, Span]]:
    """`a.b.c` runs the bodies of a, a.b and a.b.c; folders without `__init__.py` have no body and are left out."""
    if name in KNOWN_MODULES:
        return
    loader.load(name, at)                   # so that what is missing is the whole name
    parts = name.split(".")
    for count in range(1, len(parts) + 1):
        package = ".".join(parts[:count])
        if loader.exists(package) and loader.load(package, at).path.suffix == ".py":
            yield package, at


def _running_imports(body: tuple[tree.Stmt, ...], exists: Callable[[str], bool]
                     ) -> Iterator[tree.Import | tree.ImportFrom]:
    """The import statements that run with the module body, in source order."""
    for statement in body:
        match statement:
            case tree.Import() | tree.ImportFrom():
                yield statement
            case tree.If() if is_type_checking(statement.test):
                yield from _running_imports(statement.orelse, exists)
            case tree.If() | tree.For() | tree.While():
                yield from _running_imports((*statement.body, *statement.orelse), exists)
            case tree.Try() if (found := chosen(statement, exists)) is not None:
                yield from _running_imports(found, exists)
            case tree.Try() | tree.TryStar():
                handled = (inner for handler in statement.handlers for inner in handler.body)
                yield from _running_imports(
                    (*statement.body, *handled, *statement.orelse, *statement.finalbody), exists)
            case tree.With() | tree.ClassDef():
                yield from _running_imports(statement.body, exists)
            case tree.Match():
                for case in statement.cases:
                    yield from _running_imports(case.body, exists)
            case _:
                pass


def _imports_inside(body: tuple[tree.Stmt, ...]) -> Iterator[tree.Import | tree.ImportFrom]:
    """The import statements in functions, which run later than the module's body."""
    todo: list[tuple[tree.Node, bool]] = []
    todo += ((stmt, False) for stmt in reversed(body))
    while todo:
        node, inside = todo.pop()
        if isinstance(node, (tree.Import, tree.ImportFrom)):
            if inside:
                yield node
        elif isinstance(node, (tree.Stmt, tree.ExceptHandler, tree.MatchCase)):
            todo += [(n, inside or isinstance(node, tree.FunctionDef)) for n in children(node)][::-1]


def is_type_checking(test: tree.Expr) -> bool:
    """Whether a condition is `TYPE_CHECKING` or `typing.TYPE_CHECKING`, which is False when the program runs."""
    match test:
        case tree.Name(id="TYPE_CHECKING"):
            return True
        case tree.Attribute(value=tree.Name(id="typing"), attr="TYPE_CHECKING"):
            return True
        case _:
            return False
