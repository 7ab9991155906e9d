"""`async` and `await` have no compiled meaning: concurrency in the system is fibers and rings."""

from __future__ import annotations

from rumpkc.diagnostics import Diagnostic
from rumpkc.syntax import tree
from rumpkc.validate.rule import Rule, Scope, keyword_span, refuse


def _async(node: tree.Node, _scope: Scope) -> list[Diagnostic]:
    if isinstance(node, tree.Comprehension):
        if not node.is_async:
            return []
        return refuse("E0430", "an asynchronous comprehension is not compiled", node.span, help="write a plain `for`")
    word = "await" if isinstance(node, tree.Await) else "async"
    return refuse("E0430", f"`{word}` is not compiled", keyword_span(node.span, word),
                  help="write a plain function; what must wait, waits on its fiber")


RULES = (Rule((tree.AsyncFunctionDef, tree.AsyncFor, tree.AsyncWith, tree.Await, tree.Comprehension), _async),)
