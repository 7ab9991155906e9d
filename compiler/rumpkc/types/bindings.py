"""How often a function binds each of its names: a closure may copy what is bound once, before the closure is made."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from rumpkc.syntax import tree
from rumpkc.syntax.walk import bound_by, children, target_names
from rumpkc.types.fx import Fx

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
        bound += sum(list(target_names(target)).count(name) for target in _targets(below))
        todo += children(below)
    return written == bound


def _targets(node: tree.Node) -> tuple[tree.Expr | None, ...]:
    match node:
        case tree.Assign(targets=targets):
            return targets
        case tree.For(target=target) | tree.Comprehension(target=target) | tree.WithItem(target=target):
            return (target,)
    return ()


def _node(fx: Fx) -> tree.FunctionDef | tree.Lambda | None:
    if fx.lambda_node is not None:
        return fx.lambda_node
    return fx.inst.info.node if fx.inst is not None else None


def _count(node: tree.Node, weight: int, in_loop: int, out: Counter[str]) -> None:
    if isinstance(node, (tree.For, tree.While, *COMPREHENSIONS)):
        weight = in_loop
    for name in _bound_here(node):
        out[name] += weight
    match node:
        case tree.FunctionDef() | tree.ClassDef():
            for name in declared(tree.Nonlocal, node.body, deep=True):
                out[name] += AGAIN
            return
        case tree.Lambda():
            return
        case tree.Delete():
            for name in {name for target in node.targets for name in target_names(target)}:
                out[name] += AGAIN
        case tree.ExceptHandler(name=name) if name:
            out[name] += AGAIN
    for child in children(node):
        _count(child, weight, in_loop, out)


def _bound_here(node: tree.Node) -> set[str]:
    """The names that `node` itself binds in the function; a handler's is counted apart."""
    if isinstance(node, (tree.Comprehension, tree.Global, tree.Nonlocal, tree.ExceptHandler)):
        return set()
    return set() if isinstance(node, tree.AnnAssign) and node.value is None else bound_by(node)


def unbound_names(fx: Fx) -> set[str]:
    """The names that the function, or one inside, may unbind: by `del`, or as the exception of a handler."""
    node = _node(fx)
    out: set[str] = set()
    if isinstance(node, tree.FunctionDef):
        _find_unbound(node, out)
    return out


def unbinds(body: Iterable[tree.Node]) -> set[str]:
    """The names that running `body` may leave without a value, in its own scope."""
    out: set[str] = set()
    for node in body:
        if isinstance(node, tree.Delete):
            out.update(name for target in node.targets for name in target_names(target))
        elif isinstance(node, tree.ExceptHandler) and node.name:
            out.add(node.name)
        if isinstance(node, (tree.Stmt, tree.ExceptHandler, tree.MatchCase)) and not isinstance(
                node, (tree.FunctionDef, tree.ClassDef)):
            out |= unbinds(children(node))
    return out


def unbound_inside(fx: Fx, name: str) -> bool:
    """Whether a function inside the one that `name` belongs to deletes it: then it may end with any call."""
    while fx.outer is not None and name in fx.captured:
        fx = fx.outer
    node = _node(fx)
    return node is not None and any(_deletes_outer(below, name) for below in children(node))


def _deletes_outer(node: tree.Node, name: str) -> bool:
    if isinstance(node, tree.FunctionDef) and name in declared(tree.Nonlocal, node.body) and name in unbinds(node.body):
        return True
    return any(_deletes_outer(below, name) for below in children(node))


def _find_unbound(node: tree.Node, out: set[str]) -> None:
    if isinstance(node, tree.Delete):
        for target in node.targets:
            out.update(target_names(target))
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
