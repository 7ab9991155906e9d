"""Builtin names of Python that nothing stands behind.

    aiter(source)      anext(it)
"""

from __future__ import annotations

from rumpkc.diagnostics import Diagnostic
from rumpkc.syntax import tree
from rumpkc.validate.rule import Rule, Scope, refuse

INSTEAD = {
    "aiter": "write a plain iterator and `iter`",
    "anext": "write a plain iterator and `next`",
    "memoryview": "use a `Span`: `Span[u8](buffer)` views a bytearray, and its slices copy nothing",
    "UnicodeTranslateError": "raise a `UnicodeError`",
}


def _name(node: tree.Node, scope: Scope) -> list[Diagnostic]:
    assert isinstance(node, tree.Name)
    if node.id not in INSTEAD or not scope.means_builtin(node.id):
        return []
    return refuse("E0401", f"`{node.id}` is not compiled", node.span, help=INSTEAD[node.id])


RULES = (Rule((tree.Name,), _name),)
