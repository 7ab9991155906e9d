"""Functions that a loop of a module's body makes and hands on: they stand behind the loop to the compiler.

    for sign in (1, -1):                                    for sign in (1, -1):
        def add(a: int, b: int, n: int = sign) -> int:          pass
            return a + n * b                        ->          OPS.append(add)
        OPS.append(add)                                     def add(a: int, b: int, n: int = sign) -> int: …

CPython runs the loop as it is written; each of its functions in a table is then this one, with the defaults that it was
made with (`comptime/functions.py`). Nothing else may use the name: only a run tells whether the loop has bound it.
"""

from __future__ import annotations

from dataclasses import replace

from rumpkc.syntax import tree
from rumpkc.syntax.walk import bound_by, children


def behind_loops(module: tree.Module) -> tree.Module:
    """The module with such functions behind their loops; itself where there is none."""
    if not any(isinstance(stmt, tree.For) and _functions_of(stmt) for stmt in module.body):
        return module
    out: list[tree.Stmt] = []
    for stmt in module.body:
        found = _functions_of(stmt) if isinstance(stmt, tree.For) else []
        moved = [node for node in found if _is_only_handed_on(module, stmt, node)]
        if moved and isinstance(stmt, tree.For):
            body = tuple(tree.Pass(node.span) if node in moved else node for node in stmt.body)
            stmt = replace(stmt, body=body)
        out += (stmt, *moved)
    return replace(module, body=tuple(out))


def is_made_in_loop(module: tree.Module, node: tree.FunctionDef) -> bool:
    """Whether the function is written inside of a loop of the module."""
    return any(isinstance(stmt, tree.For) and stmt.span.line < node.span.line <= stmt.span.end_line
               for stmt in module.body)


def _functions_of(stmt: tree.For) -> list[tree.FunctionDef]:
    return [node for node in stmt.body if isinstance(node, tree.FunctionDef) and not node.decorators]


def _is_only_handed_on(module: tree.Module, loop: tree.Stmt, node: tree.FunctionDef) -> bool:
    """Whether the name is bound here alone, and read by statements of the loop alone."""
    todo: list[tuple[tree.Node, bool]] = [(stmt, stmt is loop) for stmt in module.body]
    while todo:
        at, inside = todo.pop()
        if at is not node and (node.name in bound_by(at) or isinstance(at, tree.Global) and node.name in at.names):
            return False
        if isinstance(at, tree.Name) and at.id == node.name and not inside:
            return False
        inside &= not isinstance(at, (tree.FunctionDef, tree.ClassDef, tree.Lambda))
        todo += [(child, inside) for child in children(at)]
    return True
