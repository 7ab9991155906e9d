"""A parameter's default is made once, when the function is defined, and shared by all calls.

A list, dict or set there is shared state that nobody means; what calls a function there would run at compile time.
"""

from __future__ import annotations

from collections.abc import Iterator

from rumpkc.diagnostics import Diagnostic
from rumpkc.syntax import tree
from rumpkc.validate.rule import Rule, Scope, refuse

MUTABLE = (tree.List, tree.Dict, tree.Set, tree.ListComp, tree.DictComp, tree.SetComp, tree.GeneratorExp)
CONTAINERS = ("list", "dict", "set", "bytearray", "deque")


def _defaults(node: tree.Node, scope: Scope) -> Iterator[Diagnostic]:
    assert isinstance(node, tree.Arguments)
    for arg in (*node.posonly, *node.args, *node.kwonly):
        default = arg.default
        made = isinstance(default, tree.Call) and isinstance(default.func, tree.Name) and default.func.id in CONTAINERS
        if default is not None and (isinstance(default, MUTABLE) or made):
            yield from refuse("E0444", f"the default of `{arg.name}` would be shared by all calls", default.span,
                              help=f"write `{arg.name}: … | None = None`, and make it in the function")


RULES = (Rule((tree.Arguments,), _defaults),)
