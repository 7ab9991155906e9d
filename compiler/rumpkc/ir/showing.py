"""Which functions of the library show, somewhere below them, what they are given: the ends of `flow.py`'s graph."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from rumpkc.emit.classes import Hierarchy
from rumpkc.ir import nodes as ir
from rumpkc.ir.walk import children
from rumpkc.types.types import NEVER


def in_library(function: ir.Function) -> bool:
    return function.module.startswith("lib.")


class Showing:
    """Which functions of the library call, themselves or far below, one of which `shows` is true.

    What only raises exceptions counts if `raising`.
    """

    def __init__(self, hierarchy: Hierarchy, defined: dict[str, ir.Function], shows: Callable[[ir.Function], bool],
                 raising: bool) -> None:
        self._hierarchy, self._defined, self._shows, self._raising = hierarchy, defined, shows, raising
        self._known: dict[ir.Function, bool] = {}

    def of(self, function: ir.Function) -> bool:
        found = self._known.get(function)
        if found is None:
            self._known[function] = False                   # of a function that calls itself
            found = self._known[function] = self._shows(function) or any(
                in_library(callee) and (self._raising or callee.result is not NEVER) and self.of(callee)
                for callee in self._callees(function))
        return found

    def _callees(self, function: ir.Function) -> Iterable[ir.Function]:
        stack: list[ir.Node] = list(function.body or ())
        while stack:
            node = stack.pop()
            if isinstance(node, ir.Call):
                yield self._defined.get(node.func.symbol, node.func)
            elif isinstance(node, ir.CallVirtual):
                yield from self._hierarchy.implementations(node)
            if self._raising or not isinstance(node, ir.Raise):
                stack += children(node)
