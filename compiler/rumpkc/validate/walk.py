"""Walks a syntax tree: children in source order, and the names that a scope binds."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from rumpkc.syntax import tree

# Fields that never hold nodes.
PLAIN_FIELDS = frozenset({"span", "name_span", "attr_span", "op", "ops", "id", "attr", "kind", "conversion", "level",
                          "simple", "is_async", "asname", "rest", "kwd_attrs", "module"})


@cache
def _fields(cls: type[tree.Node]) -> tuple[str, ...]:
    """The fields of a node class that can hold nodes."""
    return tuple(name for name in cls.__dataclass_fields__ if name not in PLAIN_FIELDS)


def children(node: tree.Node) -> Iterator[tree.Node]:
    """The nodes directly below `node`, in the order of its fields."""
    for name in _fields(type(node)):
        value = getattr(node, name)
        if isinstance(value, tree.Node):
            yield value
        elif isinstance(value, tuple):
            for item in value:
                if isinstance(item, tree.Node):
                    yield item


def own_nodes(node: tree.Node) -> Iterator[tree.Node]:
    """The nodes below a function, class or module that belong to its own scope (nested definitions are given, not
    entered)."""
    stack = [child for child in reversed(list(children(node)))]
    while stack:
        current = stack.pop()
        yield current
        if not isinstance(current, (tree.FunctionDef, tree.AsyncFunctionDef, tree.ClassDef, tree.Lambda)):
            stack.extend(reversed(list(children(current))))


def bound_names(scope: tree.Node) -> frozenset[str]:
    """The names that a function or module binds itself (a `global` name counts as bound: it is not the builtin's)."""
    names: set[str] = set()
    if isinstance(scope, (tree.FunctionDef, tree.AsyncFunctionDef, tree.Lambda)):
        args = scope.args
        names |= {arg.name for arg in (*args.posonly, *args.args, *args.kwonly, args.vararg, args.kwarg) if arg}
    for node in own_nodes(scope):
        names |= _bound_by(node)
    return frozenset(names)


def bound_here(stmt: tree.Node) -> frozenset[str]:
    """The names that one statement of a scope binds, the statements in it included."""
    names = _bound_by(stmt)
    if not isinstance(stmt, (tree.FunctionDef, tree.AsyncFunctionDef, tree.ClassDef)):
        for node in own_nodes(stmt):
            names |= _bound_by(node)
    return frozenset(names)


def _bound_by(node: tree.Node) -> set[str]:
    match node:
        case tree.FunctionDef(name=name) | tree.AsyncFunctionDef(name=name) | tree.ClassDef(name=name):
            return {name}
        case tree.Import(names=aliases):
            return {alias.asname or alias.name.partition(".")[0] for alias in aliases}
        case tree.ImportFrom(names=aliases):
            return {alias.asname or alias.name for alias in aliases}
        case tree.Assign(targets=targets):
            return {name for target in targets for name in target_names(target)}
        case tree.AnnAssign(target=target) | tree.AugAssign(target=target) | tree.For(target=target):
            return set(target_names(target))
        case tree.NamedExpr(target=target):
            return {target.id}
        case tree.WithItem(target=tree.Expr() as target) | tree.Comprehension(target=target):
            return set(target_names(target))
        case tree.ExceptHandler(name=str(name)) | tree.MatchAs(name=str(name)) | tree.MatchStar(name=str(name)):
            return {name}
        case tree.Global(names=names) | tree.Nonlocal(names=names):
            return set(names)
        case _:
            return set()


def target_names(target: tree.Expr) -> Iterator[str]:
    """The names that assigning to `target` binds."""
    match target:
        case tree.Name(id=name):
            yield name
        case tree.Tuple(elts=elts) | tree.List(elts=elts):
            for item in elts:
                yield from target_names(item)
        case tree.Starred(value=value):
            yield from target_names(value)
        case _:
            pass
