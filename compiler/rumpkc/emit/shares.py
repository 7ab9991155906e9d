"""A large image in a few shares, each optimised as a whole: LLVM's time and memory grow faster than its module.

    Program  ->  ("share1", text of the functions of about 50,000 nodes) …, ("data", records of classes, globals, texts)

How a program is divided depends on the program alone, never on the machine that builds it. Modules stay together, in
the order of their names, so that most calls stay in a share; what only its own share refers to is internal there, as in
a program that is one module. Small functions of other shares, and constants, are known in each share that uses them
(`available_externally`): calls are written out in place and constants fold across the border, and one object has them.
"""

from __future__ import annotations

from collections.abc import Iterator

from rumpkc.emit.debug import DebugLevel
from rumpkc.emit.module import ModuleEmitter
from rumpkc.emit.units import DATA, divide
from rumpkc.emit.whole import Whole
from rumpkc.ir import nodes as ir
from rumpkc.ir.walk import walk
from rumpkc.targets.target import Target

SHARE_NODES = 50_000                    # of the IR; the largest program of this project has 18,000
# LLVM inlines calls that cost up to 225. With this, shares are compiled in nine tenths of the time; most benchmarks
# would stay as they are, and the worst of them (richards) would take 18 % more instructions.
INLINING = 100
MOST_KNOWN_NODES = 100                  # of a function that other shares know: LLVM seldom writes out a larger one
NOT_KNOWN = frozenset(("noinline", "cold", "naked", "interrupt", "entry"))


def is_divided(program: ir.Program) -> bool:
    """Whether a program is more than one share."""
    count = 0
    for function in program.functions:
        count += sum(1 for _ in walk(function.body or ()))
        if count > SHARE_NODES:
            return True
    return False


def emit_shares(program: ir.Program, target: Target, *, debug: DebugLevel = DebugLevel.LINES
                ) -> Iterator[tuple[str, str]]:
    """The name and the LLVM IR text of every share, in the order in which they are to be linked."""
    whole = Whole(program)
    shares = Shares(whole)
    for number, functions in enumerate(shares.functions, 1):
        text = ModuleEmitter(whole, target, debug, "", part=functions, shares=shares).emit()
        yield f"share{number}", f"; inlining: {INLINING}\n{text}"
    yield DATA, ModuleEmitter(whole, target, debug, "rumpk", part=[]).emit()


class Shares:
    """Which share has which function, and what others may know of it."""

    def __init__(self, whole: Whole) -> None:
        self._whole = whole
        self._nodes = {f: sum(1 for _ in walk(f.body or ())) for f in whole.defined.values()}
        self.functions = self._divided()
        self._share = {f: n for n, functions in enumerate(self.functions) for f in functions}
        self._outside = self._found_outside()

    def _found_outside(self) -> set[ir.Function]:
        """The functions that the data, another share or a copy there refers to."""
        whole = self._whole
        referred = {f: {whole.defined.get(c.symbol, c) for node in walk(f.body or ()) for c in _referred(node)}
                    for f in whole.defined.values()}
        todo = list(whole.addressed)
        for function, callees in referred.items():
            todo += [callee for callee in callees if self._share.get(callee) != self._share.get(function)]
        found: set[ir.Function] = set()
        while todo:
            function = todo.pop()
            if function not in found:
                found.add(function)
                if function in referred and (self._whole.is_copied(function) or self.is_known(function)):
                    todo += referred[function]
        return found

    def _divided(self) -> list[list[ir.Function]]:
        """The functions of each share, of about equal size; an even number of shares, so that two processors end
        together."""
        parts = list(divide(self._whole).values())
        sizes = [sum(self._nodes[f] for f in part) for part in parts]
        total = sum(sizes)              # not of all functions: those written out in place are in no part
        count = max(2, -(-total // (2 * SHARE_NODES)) * 2)
        out: list[list[ir.Function]] = [[] for _ in range(count)]
        before = 0
        for part, nodes in zip(parts, sizes, strict=True):
            out[min((2 * before + nodes) * count // (2 * total), count - 1)] += part       # by its middle
            before += nodes
        order = {f: n for n, f in enumerate(self._whole.program.functions)}
        return [sorted(functions, key=order.__getitem__) for functions in out if functions]

    def is_own(self, function: ir.Function) -> bool:
        """Whether nothing outside of its share refers to a function, so that LLVM sees all of its uses."""
        return not function.exported and function not in self._outside

    def is_known(self, function: ir.Function) -> bool:
        """Whether each share that calls a function of another one gets to know its code."""
        return (self._nodes[function] <= MOST_KNOWN_NODES and not NOT_KNOWN & function.attrs
                and function not in self._whole.tries and function.kept is None and not function.section)


def _referred(node: ir.Node) -> Iterator[ir.Function]:
    """The functions that a node names."""
    if isinstance(node, ir.Call):
        yield node.func
    elif isinstance(node, ir.CallVirtual):
        yield node.method
    elif isinstance(node, (ir.FuncAddr, ir.Closure)):
        yield node.target
    elif isinstance(node, ir.Closing):
        yield node.resume
