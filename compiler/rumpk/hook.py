"""The import hook: dialect modules run under CPython with the types that the checker found.

    import rumpk.hook
    rumpk.hook.install()            # then: import apps.life, lib.sha2, …

An annotation converts nothing in CPython: after `x: u32 = 5`, x is an int, and `x - 10` is -5.  A module that is
imported through the hook is rewritten first: wherever the compiler's checker converts an expression, a conversion is
written around it (`x: u32 = u32(5)`), parameters are converted on entry, and so are annotated variables of the module.
Lines and columns stay, so tracebacks and debuggers show the file as it is.  The hook applies to modules below a folder
with a `toolchain.toml`; one that neither imports `rumpk` nor another module of the dialect is left alone.
"""

from __future__ import annotations

import ast
import importlib.abc
import importlib.machinery
import sys
import types
import typing
from collections.abc import Callable
from pathlib import Path
from typing import Any

from rumpk import floats, integers, words

NUMBERS: dict[str, Any] = {
    **{name: getattr(integers, name) for name in ("u8", "u16", "u32", "u64", "usize", "i8", "i16", "i32", "i64")},
    **{name: getattr(words, name) for name in ("w8", "w16", "w32", "w64")},
    "f32": floats.f32, "int": int, "float": float,
}
PREFIX = "_rumpk_"                  # two underscores would be mangled inside classes


def install(ordinary: tuple[str, ...] = ()) -> None:
    """Puts the hook in front of CPython's own finder; doing it twice changes nothing. `ordinary` names folders of a
    project that hold Python for the host."""
    if not any(isinstance(finder, DialectFinder) for finder in sys.meta_path):
        sys.meta_path.insert(0, DialectFinder(ordinary))


def uninstall() -> None:
    """Removes the hook; modules that were imported through it stay as they are."""
    sys.meta_path[:] = [finder for finder in sys.meta_path if not isinstance(finder, DialectFinder)]


class DialectFinder(importlib.abc.MetaPathFinder):
    """Finds what CPython finds, and gives dialect modules the rewriting loader."""

    def __init__(self, ordinary: tuple[str, ...] = ()) -> None:
        self.ordinary = frozenset(ordinary)

    def find_spec(self, fullname: str, path: Any = None,
                  target: Any = None) -> importlib.machinery.ModuleSpec | None:
        spec = importlib.machinery.PathFinder.find_spec(fullname, path, target)
        if spec is None or not isinstance(spec.loader, importlib.machinery.SourceFileLoader) or spec.origin is None:
            return None
        if not is_dialect(fullname, Path(spec.origin), self.ordinary):
            return None
        spec.loader = DialectLoader(fullname, spec.origin)
        return spec


def is_dialect(name: str, file: Path, ordinary: frozenset[str] = frozenset()) -> bool:
    """Whether a file belongs to a project of the dialect: tests and the compiler itself are ordinary Python."""
    if name.partition(".")[0] in ("rumpk", "rumpkc") or file.name.startswith(("test_", "conftest")):
        return False
    folder = next((parent for parent in file.parents if (parent / "toolchain.toml").is_file()), None)
    return folder is not None and not (set(file.relative_to(folder).parts) & (ordinary | {"compiler", ".venv", "unit"}))


class DialectLoader(importlib.machinery.SourceFileLoader):
    """Loads a source file with conversions written into its tree.  No byte code is cached: other files count."""

    def source_to_code(self, data: Any, path: Any, *, _optimize: int = -1) -> types.CodeType:
        source = data.decode("utf-8") if isinstance(data, bytes) else data
        parsed = ast.parse(source, filename=str(path))
        rewritten = rewrite(parsed, source, checked_conversions(Path(str(path)))) if speaks_dialect(parsed) else parsed
        return compile(rewritten, str(path), "exec", dont_inherit=True, optimize=_optimize)

    def get_code(self, fullname: str) -> types.CodeType:
        path = self.get_filename(fullname)
        return self.source_to_code(self.get_data(path), path)

    def exec_module(self, module: types.ModuleType) -> None:
        for name, number in NUMBERS.items():
            setattr(module, PREFIX + name, converter(number))
        setattr(module, PREFIX + "as", as_type)
        setattr(module, PREFIX + "map", map)
        super().exec_module(module)


def converter(number: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """`number` for numbers only: what happens to the items of a container is noted at the place of the container."""
    return lambda value: number(value) if isinstance(value, int | float) else value


def speaks_dialect(parsed: ast.Module) -> bool:
    """Whether the module imports more than the standard library: without that it has no fixed-width numbers."""
    for node in parsed.body:
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else \
            [node.module or "."] if isinstance(node, ast.ImportFrom) else []
        if any(name.partition(".")[0] not in sys.stdlib_module_names for name in names):
            return True
    return False


def checked_conversions(path: Path) -> dict[tuple[int, int, int, int], str]:
    """What the checker says about a file; `ImportError` where the checker itself fails."""
    from rumpkc.diagnostics import CompileError
    from rumpkc.tools.conversions import conversions_of

    try:
        return conversions_of(path)
    except CompileError as error:
        raise ImportError(f"{path} cannot be checked: {error}") from error


def rewrite(parsed: ast.Module, source: str, conversions: dict[tuple[int, int, int, int], str]) -> ast.Module:
    """The tree with conversions around the expressions at the given places (columns in code points)."""
    return ast.fix_missing_locations(Rewriter(source, conversions).visit(parsed))


class Rewriter(ast.NodeTransformer):
    """Writes the conversions into one module's tree."""

    def __init__(self, source: str, conversions: dict[tuple[int, int, int, int], str]) -> None:
        self.lines = source.encode("utf-8").split(b"\n")
        self.conversions = conversions
        self.inside = 0             # depth of functions and classes

    def generic_visit(self, node: ast.AST) -> ast.AST:
        super().generic_visit(node)
        if not isinstance(node, ast.expr) or not isinstance(getattr(node, "ctx", ast.Load()), ast.Load):
            return node
        name = self._conversion(node)
        if name is None:
            return node
        if isinstance(node, ast.Starred):
            node.value = call(PREFIX + "map", ast.copy_location(ast.Name(PREFIX + name, ast.Load()), node), node.value)
            return node
        return call(PREFIX + name, node)

    def _conversion(self, node: ast.expr) -> str | None:
        end = node.end_lineno or 0
        return self.conversions.get((node.lineno, self._column(node.lineno, node.col_offset),
                                     end, self._column(end, node.end_col_offset or 0)))

    def _column(self, line: int, offset: int) -> int:
        return len(self.lines[line - 1][:offset].decode("utf-8")) if 0 < line <= len(self.lines) else -1

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        self.inside += 1
        node.body = [self.visit(statement) for statement in node.body]
        node.args.defaults = [self.visit(default) for default in node.args.defaults]
        node.args.kw_defaults = [default and self.visit(default) for default in node.args.kw_defaults]
        self.inside -= 1
        entry = [converted for argument in (*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs)
                 if (converted := self._parameter(argument))]
        start = 1 if ast.get_docstring(node, clean=False) is not None else 0
        node.body[start:start] = entry
        return node

    def _parameter(self, argument: ast.arg) -> ast.stmt | None:
        if not isinstance(argument.annotation, ast.Name) or argument.annotation.id not in NUMBERS \
                or argument.annotation.id in ("int", "float"):
            return None
        place = argument.annotation
        value = call(PREFIX + place.id, ast.copy_location(ast.Name(argument.arg, ast.Load()), place))
        target = ast.copy_location(ast.Name(argument.arg, ast.Store()), place)
        return ast.copy_location(ast.Assign([target], value), place)

    def visit_match_case(self, node: ast.match_case) -> ast.AST:
        """A pattern takes no calls. An integer equals one of any other type, but a float no single of its digits."""
        for part in ast.walk(node.pattern):
            if isinstance(part, ast.MatchValue) and self._conversion(part.value) == "f32":
                single = ast.Constant(float(floats.f32(ast.literal_eval(part.value))))
                part.value = ast.copy_location(single, part.value)
        node.guard = node.guard and self.visit(node.guard)
        node.body = [self.visit(statement) for statement in node.body]
        return node

    def visit_ClassDef(self, node: ast.ClassDef) -> ast.AST:
        self.inside += 1
        node.body = [self.visit(statement) for statement in node.body]
        self.inside -= 1
        return node

    def visit_AnnAssign(self, node: ast.AnnAssign) -> ast.AST:
        if node.value is not None:
            node.value = self.visit(node.value)
            if not self.inside:                 # the checker freezes a module's variables; nothing converts on the way
                value = node.value
                assert value is not None
                node.value = call(PREFIX + "as", value, self._annotation(node.annotation))
        return node

    def _annotation(self, annotation: ast.expr) -> ast.expr:
        """The type inside `Final[...]`; an annotation in quotes is left alone, its names may not exist yet."""
        if isinstance(annotation, ast.Subscript) and isinstance(annotation.value, ast.Name) \
                and annotation.value.id == "Final":
            return annotation.slice
        if isinstance(annotation, ast.Name) and annotation.id == "Final" or isinstance(annotation, ast.Constant):
            return ast.copy_location(ast.Constant(None), annotation)
        return annotation

    def visit_AugAssign(self, node: ast.AugAssign) -> ast.AST:
        if not isinstance(node.target, ast.Name):
            node.target.value = self.visit(node.target.value)
            if isinstance(node.target, ast.Subscript):
                node.target.slice = self.visit(node.target.slice)
        node.value = self.visit(node.value)
        return node


def call(function: str, *arguments: ast.expr) -> ast.Call:
    """`function(arguments)` at the place of the first argument."""
    place = arguments[0]
    name = ast.copy_location(ast.Name(function, ast.Load()), place)
    return ast.copy_location(ast.Call(name, list(arguments), []), place)


def as_type(value: Any, annotation: Any) -> Any:
    """`value` with every number in it as the annotation says; lists and dictionaries are changed in place."""
    if annotation in NUMBERS.values() and isinstance(value, (int, float)) and not isinstance(value, bool):
        return annotation(value) if annotation not in (int, float) else value
    origin, parts = typing.get_origin(annotation), typing.get_args(annotation)
    if origin is list and isinstance(value, list):
        value[:] = [as_type(item, parts[0]) for item in value]
    elif origin is dict and isinstance(value, dict):
        items = [(as_type(key, parts[0]), as_type(item, parts[1])) for key, item in value.items()]
        value.clear()
        value.update(items)
    elif origin is tuple and isinstance(value, tuple):
        every = parts[1:] == (...,)
        return tuple(as_type(item, parts[0] if every else part)
                     for item, part in zip(value, value if every else parts, strict=True))
    elif origin in (typing.Union, types.UnionType) and value is not None:
        others = [part for part in parts if part is not type(None)]
        return as_type(value, others[0]) if len(others) == 1 else value
    return value
