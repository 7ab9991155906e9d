"""What names a scope binds: of a module, a function or a class, by its tree."""

from __future__ import annotations

from rumpkc.syntax import tree as t
from rumpkc.syntax.walk import bound_by, children


def bound_in(node: t.Node) -> list[str]:
    """The names that `node` binds in the scope that it stands in, as often as it does."""
    out = list(bound_by(node))
    if not isinstance(node, (t.FunctionDef, t.ClassDef, t.Lambda)):
        out += [name for below in children(node) for name in bound_in(below)]
    return out


def made_global(node: t.Node) -> set[str]:
    """The names that functions below `node` may assign."""
    own = set(node.names) if isinstance(node, t.Global) else set()
    return own.union(*map(made_global, children(node)))


def parameters(args: t.Arguments) -> list[str]:
    """The names of the parameters."""
    rest = [arg for arg in (args.vararg, args.kwarg) if arg is not None]
    return [arg.name for arg in (*args.posonly, *args.args, *args.kwonly, *rest)]
