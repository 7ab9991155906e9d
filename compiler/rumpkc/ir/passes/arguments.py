"""What integers the parameters of functions can be, where every call of the function is known.

    def entry(i: int, j: int) -> float: …            i and j lie in (0, 2**47 - 1): both come from `range(len(v))`
    total += entry(i, j) * v[j]

Only direct calls are known: a function whose address is taken, that a vtable or a table in the image holds, that C, the
boot code or the emitter calls, or that a generator resumes, may be given anything. So may one that an `@unchecked`
function calls: the sums there wrap, and the walk over ranges says nothing about them.
"""

from __future__ import annotations

from collections.abc import Iterator

from rumpkc.ir import nodes as ir
from rumpkc.ir.passes.intervals import Interval, range_of, union
from rumpkc.ir.walk import walk
from rumpkc.types.types import IntType


class Arguments:
    """Intervals of arguments, collected call by call."""

    def __init__(self, program: ir.Program) -> None:
        self._unknown = {f for f in program.functions
                         if f.exported or f.kept is not None or f.attrs & {"entry", "interrupt"}}
        self._unknown.update(f for table in program.vtables.values() for f in table if f is not None)
        self._unknown.update(f for target in program.globals for f in _frozen(target.init))
        for function in program.functions:
            self._unknown.update(_unseen(function))
        self._found: dict[ir.Function, list[Interval | None]] = {}

    def note(self, function: ir.Function, given: list[Interval | None]) -> None:
        """A call of `function`; None for what is no integer."""
        if function not in self._unknown:
            before = self._found.get(function)
            self._found[function] = given if before is None else [
                union(a, b) if a is not None and b is not None else None for a, b in zip(before, given)]

    def of(self, function: ir.Function) -> dict[ir.Local, Interval]:
        """The parameters of which something is known."""
        return {local: found for local, found in zip(function.params, self._found.get(function, ()))
                if isinstance(local.type, IntType) and found is not None and found != range_of(local.type)}


def _unseen(function: ir.Function) -> Iterator[ir.Function]:
    """The functions that `function` calls, or lets others call, without a word about the arguments."""
    unchecked = "unchecked" in function.attrs
    for node in walk(function.body or ()):
        if isinstance(node, (ir.FuncAddr, ir.Closure)):
            yield node.target
        elif isinstance(node, ir.CallVirtual):
            yield node.method
        elif isinstance(node, ir.Closing):
            yield node.resume
        elif unchecked and isinstance(node, ir.Call):
            yield node.func


def _frozen(value: ir.Frozen | None) -> Iterator[ir.Function]:
    match value:
        case ir.FAddr(target=ir.Function() as function):
            yield function
        case ir.FAggregate(items=items) | ir.FObject(fields=items) | ir.FBuffer(items=items):
            for item in items:
                yield from _frozen(item)
