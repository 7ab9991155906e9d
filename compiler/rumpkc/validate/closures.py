"""Functions and classes inside functions are not built yet: `lambda`, nested `def`, nested `class`, `nonlocal`."""

from __future__ import annotations

from rumpkc.diagnostics import Diagnostic
from rumpkc.syntax import tree
from rumpkc.validate.rule import Rule, Scope, keyword_span, refuse


def _lambda(node: tree.Node, _scope: Scope) -> list[Diagnostic]:
    return refuse("E0432", "`lambda` is not compiled yet", keyword_span(node.span, "lambda"),
                  help="write a function at module level, and pass what it needs as arguments")


def _nested_function(node: tree.Node, scope: Scope) -> list[Diagnostic]:
    assert isinstance(node, tree.FunctionDef)
    if scope.function() is None:
        return []
    return refuse("E0433", f"`{node.name}` lies inside another function; closures are not compiled yet", node.name_span,
                  help="move it to module level, and pass what it needs as arguments")


def _nested_class(node: tree.Node, scope: Scope) -> list[Diagnostic]:
    assert isinstance(node, tree.ClassDef)
    if scope.function() is None:
        return []
    return refuse("E0434", f"class `{node.name}` lies inside a function", node.name_span,
                  help="move it to module level")


def _nonlocal(node: tree.Node, scope: Scope) -> list[Diagnostic]:
    if scope.function() is None:
        return []
    return refuse("E0433", "`nonlocal` needs a function inside another one; closures are not compiled yet", node.span,
                  help="keep the variable in an object that both functions are given")


RULES = (
    Rule((tree.Lambda,), _lambda),
    Rule((tree.FunctionDef,), _nested_function),
    Rule((tree.ClassDef,), _nested_class),
    Rule((tree.Nonlocal,), _nonlocal),
)
