"""Makes a program small while it still does something else than CPython."""

from __future__ import annotations

import ast
import time
from collections.abc import Callable, Iterator

BUDGET_SECONDS = 180


def shrunk(text: str, differs: Callable[[str], bool]) -> str:
    """The smallest text that removal finds within the time: definitions go first, then statements, then expressions."""
    end = time.monotonic() + BUDGET_SECONDS
    text = ast.unparse(ast.parse(text)) + "\n"
    changed = True
    while changed and time.monotonic() < end:
        changed = False
        for ways in (_without_runs, _without_blocks, _simpler):
            tried = 0
            while time.monotonic() < end:
                candidate = next(_from(ways, text, tried), None)
                if candidate is None:
                    break
                number, smaller = candidate
                if len(smaller) < len(text) and differs(smaller):
                    text, changed = smaller, True
                    tried = number              # what stood before was tried on a larger text
                else:
                    tried = number + 1
    return text


def _from(ways: Callable[[ast.Module], Iterator[ast.Module]], text: str, start: int) -> Iterator[tuple[int, str]]:
    """The candidates from number `start` on; each is a change of a fresh tree."""
    for number, candidate in enumerate(ways(ast.parse(text))):
        if number >= start:
            try:
                smaller = ast.unparse(ast.fix_missing_locations(candidate)) + "\n"
                ast.parse(smaller)
            except (SyntaxError, ValueError):
                smaller = text
            yield number, smaller


def _bodies(module: ast.Module) -> Iterator[list[ast.stmt]]:
    for node in ast.walk(module):
        for name in ("body", "orelse", "finalbody", "handlers", "cases"):
            inner = getattr(node, name, None)
            if isinstance(inner, list) and inner:
                yield inner


def _without_runs(module: ast.Module) -> Iterator[ast.Module]:
    """Runs of statements removed, long ones first; the tree is as before when the next is asked for."""
    for body in list(_bodies(module)):
        size = len(body)
        while size:
            for start in range(0, len(body), size):
                kept = body[:]
                del body[start:start + size]
                if not body and not isinstance(kept[0], (ast.ExceptHandler, ast.match_case)):
                    body.append(ast.Pass())
                yield module
                body[:] = kept
            size //= 2


def _without_blocks(module: ast.Module) -> Iterator[ast.Module]:
    """A statement replaced by what stands in one of its blocks."""
    for body in list(_bodies(module)):
        for i, stmt in enumerate(list(body)):
            if isinstance(stmt, (ast.FunctionDef, ast.ClassDef)):
                continue
            blocks = [getattr(stmt, name, []) for name in ("body", "orelse", "finalbody")]
            blocks += [h.body for h in getattr(stmt, "handlers", [])] + [c.body for c in getattr(stmt, "cases", [])]
            for inner in blocks:
                if inner and isinstance(inner, list):
                    kept = body[:]
                    body[i:i + 1] = inner
                    yield module
                    body[:] = kept


def _simpler(module: ast.Module) -> Iterator[ast.Module]:
    """An expression replaced by a part of it or a literal; a part of a list removed."""
    for node in list(ast.walk(module)):
        for name, value in list(ast.iter_fields(node)):
            if isinstance(value, ast.expr) and name not in ("annotation", "returns", "target"):
                for other in _smaller(value):
                    setattr(node, name, other)
                    yield module
                setattr(node, name, value)
            elif isinstance(value, list) and name in ("elts", "args", "keywords", "values", "targets", "defaults", "decorator_list"):
                for i, item in enumerate(list(value)):
                    if name != "values":
                        kept = value[:]
                        del value[i]
                        yield module
                        value[:] = kept
                    if isinstance(item, ast.expr):
                        for other in _smaller(item):
                            value[i] = other
                            yield module
                        value[i] = item


def _smaller(node: ast.expr) -> Iterator[ast.expr]:
    if isinstance(node, (ast.Constant, ast.Name)):
        return
    yield from (child for child in ast.iter_child_nodes(node) if isinstance(child, ast.expr))
    yield from (ast.Constant(value) for value in (0, "", True))
