"""Type parameters stand for one type each, or (`**P`) for a function's parameters: `*Ts` is not built yet."""

from __future__ import annotations

from rumpkc.diagnostics import Diagnostic
from rumpkc.syntax import tree
from rumpkc.validate.rule import Rule, Scope, refuse


def _parameter(node: tree.Node, _scope: Scope) -> list[Diagnostic]:
    assert isinstance(node, tree.TypeVarTupleParam)
    return refuse("E0445", f"the type parameter `*{node.name}` is not compiled yet", node.span,
                  help="name each type parameter")


RULES = (Rule((tree.TypeVarTupleParam,), _parameter),)
