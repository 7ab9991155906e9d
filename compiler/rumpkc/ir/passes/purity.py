"""Which functions change nothing that their caller can see (they may raise): calls that a loop's facts survive."""

from __future__ import annotations

from rumpkc.ir import nodes as ir
from rumpkc.ir.prims import spec_of
from rumpkc.ir.walk import children
from rumpkc.types.types import NEVER

WRITES = (ir.New, ir.NewArray, ir.SetField, ir.SetGlobal, ir.CallVirtual, ir.CallIndirect, ir.TryExcept, ir.TryFinally,
          ir.Yield)


class Purity:
    """Answers for the functions of one program, each computed once."""

    def __init__(self) -> None:
        self._known: dict[ir.Function, bool] = {}

    def of(self, function: ir.Function) -> bool:
        """Whether a call of `function` writes nothing that outlives it."""
        found = self._known.get(function)
        if found is None:
            self._known[function] = False                # a function that calls itself counts as writing
            found = self._known[function] = function.body is not None and all(map(self._allows, function.body))
        return found

    def _allows(self, node: ir.Node) -> bool:
        if isinstance(node, WRITES):
            return False
        if isinstance(node, ir.Raise) or isinstance(node, ir.Expr) and node.type == NEVER:
            return True                                  # what leads out of the function does not come back
        if isinstance(node, ir.Prim) and has_effect(node):
            return False
        if isinstance(node, ir.Call) and not self.of(node.func):
            return False
        return all(map(self._allows, children(node)))


def has_effect(node: ir.Prim) -> bool:
    """Whether a primitive operation does more than compute (or raise)."""
    spec = spec_of(node.op)
    return spec is None or spec.effect
