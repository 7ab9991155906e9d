"""Type parameters stand for one type each: `*Ts` and `**P` are not built yet."""

from __future__ import annotations

from rumpkc.diagnostics import Diagnostic
from rumpkc.syntax import tree
from rumpkc.validate.rule import Rule, Scope, refuse


def _parameter(node: tree.Node, _scope: Scope) -> list[Diagnostic]:
    star = "**" if isinstance(node, tree.ParamSpecParam) else "*"
    name = node.name if isinstance(node, (tree.ParamSpecParam, tree.TypeVarTupleParam)) else ""
    return refuse("E0445", f"the type parameter `{star}{name}` is not compiled yet", node.span,
                  help="name each type parameter")


RULES = (Rule((tree.ParamSpecParam, tree.TypeVarTupleParam), _parameter),)
