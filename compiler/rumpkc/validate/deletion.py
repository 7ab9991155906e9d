"""`del` of a name or a field: a variable and a field exist as long as their function or object does."""

from __future__ import annotations

from collections.abc import Iterator

from rumpkc.diagnostics import Diagnostic
from rumpkc.syntax import tree
from rumpkc.validate.rule import Rule, Scope, refuse


def _delete(node: tree.Node, _scope: Scope) -> Iterator[Diagnostic]:
    assert isinstance(node, tree.Delete)
    for target in node.targets:
        match target:
            case tree.Name(id=name):
                yield from refuse("E0439", f"the variable `{name}` cannot be deleted", target.span,
                                  help="assign another value, or end the function")
            case tree.Attribute(attr=name):
                yield from refuse("E0439", f"the field `{name}` cannot be deleted", target.span,
                                  help="give it the type `T | None` and assign None")
            case tree.Tuple() | tree.List():
                yield from refuse("E0439", "`del` takes one item at a time", target.span,
                                  help="write one `del` for each")
            case _:
                pass


RULES = (Rule((tree.Delete,), _delete),)
