"""`from module import *`: which names a file uses must be visible in the file."""

from __future__ import annotations

from rumpkc.diagnostics import Diagnostic
from rumpkc.syntax import tree
from rumpkc.validate.rule import Rule, Scope, refuse


def _star(node: tree.Node, _scope: Scope) -> list[Diagnostic]:
    assert isinstance(node, tree.ImportFrom)
    if node.names and node.names[0].name == "*":
        return refuse("E0438", "`import *` is not compiled", node.names[0].span, help="name what the file uses")
    return []


RULES = (Rule((tree.ImportFrom,), _star),)
