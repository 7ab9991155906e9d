"""Classes inside functions are not compiled: each run of the function would make another class."""

from __future__ import annotations

from rumpkc.diagnostics import Diagnostic
from rumpkc.syntax import tree
from rumpkc.validate.rule import Rule, Scope, refuse


def _nested_class(node: tree.Node, scope: Scope) -> list[Diagnostic]:
    assert isinstance(node, tree.ClassDef)
    if scope.function() is None:
        return []
    return refuse("E0434", f"class `{node.name}` lies inside a function", node.name_span,
                  help="move it to module level")


RULES = (
    Rule((tree.ClassDef,), _nested_class),
)
