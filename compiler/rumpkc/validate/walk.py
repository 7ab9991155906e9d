"""What belongs to a scope: its own nodes, and the names that it binds."""

from __future__ import annotations

from collections.abc import Iterator

from rumpkc.syntax import tree
from rumpkc.syntax.walk import bound_by, children


def own_nodes(node: tree.Node) -> Iterator[tree.Node]:
    """The nodes below a function, class or module that belong to its own scope (nested definitions are given, not
    entered)."""
    stack = [child for child in reversed(children(node))]
    while stack:
        current = stack.pop()
        yield current
        if not isinstance(current, (tree.FunctionDef, tree.AsyncFunctionDef, tree.ClassDef, tree.Lambda)):
            stack.extend(reversed(children(current)))


def bound_names(scope: tree.Node) -> frozenset[str]:
    """The names that a function or module binds itself (a `global` name counts as bound: it is not the builtin's)."""
    names: set[str] = set()
    if isinstance(scope, (tree.FunctionDef, tree.AsyncFunctionDef, tree.Lambda)):
        args = scope.args
        names |= {arg.name for arg in (*args.posonly, *args.args, *args.kwonly, args.vararg, args.kwarg) if arg}
    for node in own_nodes(scope):
        names |= bound_by(node)
    return frozenset(names)


def bound_here(stmt: tree.Node) -> frozenset[str]:
    """The names that one statement of a scope binds, the statements in it included."""
    names = bound_by(stmt)
    if not isinstance(stmt, (tree.FunctionDef, tree.AsyncFunctionDef, tree.ClassDef)):
        for node in own_nodes(stmt):
            names |= bound_by(node)
    return frozenset(names)
