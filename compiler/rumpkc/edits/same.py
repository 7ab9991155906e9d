"""Whether two trees are the same: of syntax, with all places; of the IR, where each side has locals of its own."""

from __future__ import annotations

from typing import Any

from rumpkc.ir import nodes as ir
from rumpkc.syntax import tree


def same_tree(a: Any, b: Any) -> bool:
    """Whether two pieces of syntax are equal, places included."""
    if a is b:
        return True
    if type(a) is not type(b):
        return False
    if isinstance(a, tuple):
        if len(a) != len(b):
            return False
        return all(map(same_tree, a, b)) if any(isinstance(item, (tree.Node, tuple)) for item in a) else a == b
    if isinstance(a, tree.Node):
        return all(same_tree(getattr(a, name), getattr(b, name)) for name in type(a).__match_args__)
    return bool(a == b) or a != a and b != b


class SameIr:
    """Compares IR; `pairs` says which local, loop and function of the one side is which of the other."""

    def __init__(self) -> None:
        self.pairs: dict[Any, Any] = {}
        self._back: dict[Any, Any] = {}

    def function(self, a: ir.Function, b: ir.Function) -> bool:
        """Whether two functions do the same, step by step and at the same places."""
        kept_a, kept_b = (f.kept if f.kept is None else list(f.kept.items()) for f in (a, b))
        return a.symbol == b.symbol and self.values(a.params, b.params) and a.result == b.result \
            and self.values(kept_a, kept_b) and self.values(a.body, b.body)

    def values(self, a: Any, b: Any) -> bool:
        """Whether two values of fields are the same."""
        if type(a) is not type(b):
            return False
        if isinstance(a, (ir.Local, ir.LoopId)):
            return self._paired(a, b) and (not isinstance(a, ir.Local) or a.name == b.name and a.type == b.type)
        if isinstance(a, ir.Node):
            return all(self.values(getattr(a, name), getattr(b, name)) for name in type(a).__match_args__)
        if isinstance(a, (tuple, list)):
            return len(a) == len(b) and all(map(self.values, a, b))
        if isinstance(a, ir.Function) and a is not b:
            return ".<locals>." in a.symbol and self._nested(a, b)
        return bool(a == b) or a != a and b != b

    def _paired(self, a: Any, b: Any) -> bool:
        if a in self.pairs or b in self._back:
            return self.pairs.get(a) is b and self._back.get(b) is a
        self.pairs[a], self._back[b] = b, a
        return True

    def _nested(self, a: ir.Function, b: ir.Function) -> bool:
        """A function inside the one that is compared, made anew."""
        return self.pairs[a] is b if a in self.pairs else self._paired(a, b) and self.function(a, b)
