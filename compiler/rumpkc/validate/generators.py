"""Generator functions are not built yet."""

from __future__ import annotations

from rumpkc.diagnostics import Diagnostic
from rumpkc.syntax import tree
from rumpkc.validate.rule import Rule, Scope, keyword_span, refuse


def _yield(node: tree.Node, _scope: Scope) -> list[Diagnostic]:
    return refuse("E0431", "generators are not compiled yet", keyword_span(node.span, "yield"),
                  help="return a list, or write a class with `__iter__` and `__next__`")


RULES = (Rule((tree.Yield, tree.YieldFrom), _yield),)
