"""How often a function binds each of its names: a closure may copy what is bound once, before the closure is made."""

from __future__ import annotations

from collections import Counter

from rumpkc.syntax import tree
from rumpkc.types.fx import Fx, children, target_names

ONCE, AGAIN = 1, 2
COMPREHENSIONS = (tree.ListComp, tree.SetComp, tree.DictComp, tree.GeneratorExp)


def bindings(fx: Fx, loops: bool = True) -> Counter[str]:
    """By name: 1 where it is bound once in a run of the function, 2 or more where it may be bound again.

    Parameters count as bound. With `loops` False a binding within a loop counts as one.
    """
    node = _node(fx)
    out: Counter[str] = Counter()
    if node is None:
        return out
    args = node.args
    for arg in (*args.posonly, *args.args, *args.kwonly, args.vararg, args.kwarg):
        if arg is not None:
            out[arg.name] += ONCE
    for below in node.body if isinstance(node, tree.FunctionDef) else (node.body,):
        _count(below, ONCE, AGAIN if loops else ONCE, out)
    return out


def never_read(fx: Fx, name: str) -> bool:
    """Whether the function only ever binds `name`: as often as it is written, it is written as a target."""
    node = _node(fx)
    if node is None:
        return False
    written, bound = 0, 0
    todo: list[tree.Node] = [node]
    while todo:
        below = todo.pop()
        written += isinstance(below, tree.Name) and below.id == name
        for target in _targets(below):
            bound += _bare_names(target).count(name)
        todo += children(below)
    return written == bound


def _targets(node: tree.Node) -> tuple[tree.Expr, ...]:
    match node:
        case tree.Assign(targets=targets):
            return targets
        case tree.For(target=target) | tree.Comprehension(target=target) | tree.WithItem(target=target):
            return (target,) if target is not None else ()
    return ()


def _bare_names(target: tree.Expr) -> list[str]:
    """The names that a target binds, as often as they stand in it."""
    match target:
        case tree.Name(id=name):
            return [name]
        case tree.Tuple(elts=items) | tree.List(elts=items):
            return [name for item in items for name in _bare_names(item)]
        case tree.Starred(value=value):
            return _bare_names(value)
    return []


def _node(fx: Fx) -> tree.FunctionDef | tree.Lambda | None:
    if fx.lambda_node is not None:
        return fx.lambda_node
    return fx.inst.info.node if fx.inst is not None else None


def _count(node: tree.Node, weight: int, in_loop: int, out: Counter[str]) -> None:
    if isinstance(node, (tree.For, tree.While, *COMPREHENSIONS)):
        weight = in_loop
    for name in _bound_by(node):
        out[name] += weight
    match node:
        case tree.FunctionDef() | tree.ClassDef():
            for name in declared(tree.Nonlocal, node.body, deep=True):
                out[name] += AGAIN
            return
        case tree.Lambda():
            return
        case tree.Delete():
            for target in node.targets:
                names: set[str] = set()
                target_names(target, names)
                for name in names:
                    out[name] += AGAIN
        case tree.ExceptHandler(name=name) if name:
            out[name] += AGAIN
    for child in children(node):
        _count(child, weight, in_loop, out)


def _bound_by(node: tree.Node) -> set[str]:
    """The names that `node` itself binds in the function."""
    out: set[str] = set()
    match node:
        case tree.FunctionDef() | tree.ClassDef():
            out.add(node.name)
        case tree.Assign():
            for target in node.targets:
                target_names(target, out)
        case tree.AnnAssign(value=value) if value is not None:
            target_names(node.target, out)
        case tree.AugAssign():
            target_names(node.target, out)
        case tree.For():
            target_names(node.target, out)
        case tree.WithItem(target=target) if target is not None:
            target_names(target, out)
        case tree.NamedExpr():
            out.add(node.target.id)
        case tree.MatchAs(name=name) | tree.MatchStar(name=name) if name:
            out.add(name)
        case tree.MatchMapping(rest=rest) if rest:
            out.add(rest)
    return out


def unbound_names(fx: Fx) -> set[str]:
    """The names that the function, or one inside, may unbind: by `del`, or as the exception of a handler."""
    node = _node(fx)
    out: set[str] = set()
    if isinstance(node, tree.FunctionDef):
        _find_unbound(node, out)
    return out


def _find_unbound(node: tree.Node, out: set[str]) -> None:
    if isinstance(node, tree.Delete):
        for target in node.targets:
            target_names(target, out)
    elif isinstance(node, tree.ExceptHandler) and node.name:
        out.add(node.name)
    for child in children(node):
        _find_unbound(child, out)


def declared(
    kind: type[tree.Global] | type[tree.Nonlocal], body: tuple[tree.Node, ...], deep: bool = False
) -> set[str]:
    """The names in a function's `global` or `nonlocal` statements; `deep`: in those of functions inside, too."""
    out: set[str] = set()
    for node in body:
        if isinstance(node, kind):
            out.update(node.names)
        elif isinstance(node, (tree.FunctionDef, tree.ClassDef)) and not deep:
            continue
        elif isinstance(node, (tree.Stmt, tree.ExceptHandler, tree.MatchCase)):
            out |= declared(kind, tuple(children(node)), deep)
    return out
