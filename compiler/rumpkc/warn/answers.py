"""W0301 for what has one answer by its form: `len(x) >= 0`, `assert (x, "text")`.

What needs types (`byte >= 0`, `name is None`) is found by `types/one_answer.py`.
"""

from __future__ import annotations

from collections.abc import Iterator

from rumpkc.diagnostics import Diagnostic
from rumpkc.syntax import tree
from rumpkc.validate.walk import bound_names
from rumpkc.warn.names import Scopes

ALWAYS = {">=": "always true", "<": "always false"}
SWAPPED = {"<=": ">=", ">": "<"}


def one_answer(module: tree.Module, scopes: Scopes) -> Iterator[Diagnostic]:
    """The warnings of one module."""
    own_len = "len" in bound_names(module)
    for node in scopes.every:
        match node:
            case tree.Assert(test=tree.Tuple(elts=elts)) if elts:
                yield Diagnostic("W0301", "a tuple that is not empty is always true, so this asserts nothing",
                                 node.test.span, help="write `assert test, \"text\"`, without brackets")
            case tree.Compare(ops=(op,), left=left, comparators=(right,)) if not own_len:
                if _is_len(right):
                    left, right, op = right, left, SWAPPED.get(op, "")
                if op in ALWAYS and _is_len(left) and isinstance(right, tree.Constant) and right.kind == "int" and \
                        right.value == 0:
                    yield Diagnostic("W0301", f"a length is never negative, so this is {ALWAYS[op]}", node.span)
            case _:
                pass


def _is_len(node: tree.Expr) -> bool:
    return isinstance(node, tree.Call) and isinstance(node.func, tree.Name) and node.func.id == "len"
