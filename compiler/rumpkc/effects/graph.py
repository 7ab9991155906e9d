"""The call graph of a program, with the place of every call.

A virtual call reaches every implementation that an instantiated class at or below the receiver's has; a call of a
value reaches every function of that signature whose address is taken.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from rumpkc.emit.classes import Hierarchy
from rumpkc.ir import nodes as ir
from rumpkc.ir.walk import children
from rumpkc.source import Span
from rumpkc.types.types import NEVER, FuncType

CALLS = frozenset((ir.Call, ir.CallVirtual, ir.CallIndirect))
OTHERS = frozenset((ir.New, ir.NewArray, ir.Prim, ir.Raise))            # what else can have an effect
LEAVES = frozenset((ir.Const, ir.StrConst, ir.LocalGet, ir.GlobalGet))
CATCHES_ALL = {"BaseException", "Exception"}


@dataclass(frozen=True, slots=True)
class Site:
    """A node of a function's body. `caught`: an exception does not leave the function from here; `fatal`: it only
    serves to raise an exception (the exception object, a call that never returns)."""

    node: ir.Node
    span: Span
    caught: bool
    fatal: bool


@dataclass(slots=True)
class FunctionSites:
    """What one function does: its calls, and every other node that can have an effect."""

    calls: list[tuple[Site, list[ir.Function]]] = field(default_factory=list)
    others: list[Site] = field(default_factory=list)


class CallGraph:
    """The sites of every function of a program, or `only` of these; then `addressed` are the functions of each type
    whose addresses the program takes."""

    def __init__(self, program: ir.Program, only: list[ir.Function] | None = None,
                 addressed: dict[FuncType, list[ir.Function]] | None = None) -> None:
        self.program = program
        self._hierarchy = Hierarchy(program)
        self._defined = {f.symbol: f for f in program.functions if f.body is not None}
        self.addressed: dict[FuncType, list[ir.Function]] = {}
        self._indirect: list[tuple[list[ir.Function], FuncType]] = []
        functions = program.functions if only is None else only
        self.sites = {function: FunctionSites() for function in functions}
        for function in functions:
            for statement in function.body or ():
                self._visit(function, statement, caught=False, fatal=False)
        for target in program.globals if addressed is None else ():
            self._frozen(target.init)
        for callees, signature in self._indirect:
            callees += (self.addressed if addressed is None else addressed).get(signature, [])

    def _visit(self, function: ir.Function, node: ir.Node, caught: bool, fatal: bool) -> None:
        sites = self.sites[function]
        kind = type(node)
        if kind in CALLS:
            never = isinstance(node, ir.Expr) and node.type == NEVER
            sites.calls.append((Site(node, node.span, caught, fatal or never), self._callees(node)))
        elif kind in OTHERS:
            sites.others.append(Site(node, node.span, caught, fatal))
            fatal = fatal or kind is ir.Raise
        elif isinstance(node, (ir.FuncAddr, ir.Closure)):
            if isinstance(node.type, FuncType):
                self.addressed.setdefault(node.type, []).append(node.target)
        elif isinstance(node, ir.TryExcept) and _catches_all(node):
            for child in children(node):
                self._visit(function, child, caught or child in node.body, fatal)
            return
        for child in children(node):
            if type(child) not in LEAVES:
                self._visit(function, child, caught, fatal)

    def _frozen(self, value: ir.Frozen | None) -> None:
        """Note the functions that a table in the image holds."""
        match value:
            case ir.FAddr(type=FuncType() as t, target=ir.Function() as function):
                self.addressed.setdefault(t, []).append(function)
            case ir.FAggregate(type=FuncType() as t, items=(ir.FAddr(target=ir.Function() as function), *_)):
                self.addressed.setdefault(t, []).append(function)
            case ir.FAggregate(items=items) | ir.FObject(fields=items) | ir.FBuffer(items=items):
                for item in items:
                    self._frozen(item)

    def _callees(self, node: ir.Node) -> list[ir.Function]:
        if isinstance(node, ir.Call):
            return [self._defined.get(node.func.symbol, node.func)]         # what `@extern` declares may be here
        if isinstance(node, ir.CallVirtual):
            return self._hierarchy.implementations(node)
        assert isinstance(node, ir.CallIndirect)
        self._indirect.append(([], node.signature))
        return self._indirect[-1][0]


def _catches_all(node: ir.TryExcept) -> bool:
    return any(not handler.classes or any(cls.name in CATCHES_ALL for cls in handler.classes)
               for handler in node.handlers)
