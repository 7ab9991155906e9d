"""`except*` handles groups of exceptions, which only concurrent frameworks raise."""

from __future__ import annotations

from rumpkc.diagnostics import Diagnostic
from rumpkc.syntax import tree
from rumpkc.validate.rule import Rule, Scope, keyword_span, refuse


def _except_star(node: tree.Node, _scope: Scope) -> list[Diagnostic]:
    assert isinstance(node, tree.TryStar)
    at = node.handlers[0].span if node.handlers else node.span
    return refuse("E0440", "`except*` is not compiled", keyword_span(at, "except*"), help="write `except`")


def _group_name(node: tree.Node, scope: Scope) -> list[Diagnostic]:
    assert isinstance(node, tree.Name)
    if node.id not in ("ExceptionGroup", "BaseExceptionGroup") or not scope.means_builtin(node.id):
        return []
    return refuse("E0440", f"`{node.id}` is not compiled", node.span, help="raise one exception")


RULES = (Rule((tree.TryStar,), _except_star), Rule((tree.Name,), _group_name))
