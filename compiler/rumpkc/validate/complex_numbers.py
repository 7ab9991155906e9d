"""There are no complex numbers."""

from __future__ import annotations

from rumpkc.diagnostics import Diagnostic
from rumpkc.syntax import tree
from rumpkc.validate.rule import Rule, Scope, refuse

INSTEAD = "keep two floats, or write a class of your own"


def _literal(node: tree.Node, _scope: Scope) -> list[Diagnostic]:
    assert isinstance(node, tree.Constant)
    if node.kind != "complex":
        return []
    return refuse("E0441", "complex numbers are not compiled", node.span, help=INSTEAD)


def _name(node: tree.Node, scope: Scope) -> list[Diagnostic]:
    assert isinstance(node, tree.Name)
    if node.id != "complex" or not scope.means_builtin("complex"):
        return []
    return refuse("E0441", "complex numbers are not compiled", node.span, help=INSTEAD)


RULES = (Rule((tree.Constant,), _literal), Rule((tree.Name,), _name))
