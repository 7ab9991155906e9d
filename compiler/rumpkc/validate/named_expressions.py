"""`:=` in comprehensions: where CPython's compiler refuses it as well (PEP 572)."""

from __future__ import annotations

from collections.abc import Iterator

from rumpkc.diagnostics import Diagnostic
from rumpkc.syntax import tree
from rumpkc.syntax.walk import target_names
from rumpkc.validate.rule import FUNCTIONS, Rule, Scope, refuse

COMPREHENSIONS = (tree.ListComp, tree.SetComp, tree.DictComp, tree.GeneratorExp)


def _named(node: tree.Node, scope: Scope) -> Iterator[Diagnostic]:
    """Looks outwards through the comprehensions around, up to the function."""
    assert isinstance(node, tree.NamedExpr)
    inside: tree.Node = node
    for outer in reversed(scope.around):
        if isinstance(outer, FUNCTIONS):
            return
        if isinstance(outer, tree.Comprehension) and inside is outer.iter:
            yield from refuse("E0190", "`:=` cannot stand in what a comprehension walks over", node.span,
                              help="assign the variable before the comprehension")
            return
        if isinstance(outer, COMPREHENSIONS):
            walked = {name for part in outer.generators for name in target_names(part.target)}
            if node.target.id in walked:
                yield from refuse("E0190", f"`{node.target.id}` is a variable of this comprehension, which `:=` cannot "
                                  "assign", node.span, help="use another name")
                return
        inside = outer


RULES = (Rule((tree.NamedExpr,), _named),)
