"""What the parts of an image share while each becomes an LLVM module of its own, or all of them become one.

Which function calls what, which classes have objects, whose address is taken: facts of the whole program, found once.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from rumpkc.emit.alias import AliasFacts
from rumpkc.emit.classes import Hierarchy
from rumpkc.emit.generators import plan as plan_generator
from rumpkc.ir import nodes as ir
from rumpkc.ir.walk import walk
from rumpkc.types.types import ClassInst

GENERATOR, THROWS = "lib.core.iterator.Generator[", ("].throw", "].close", "]._it_drop")   # bring exceptions into them

NOTED = frozenset((ir.FieldAddr, ir.GlobalAddr, ir.Prim, ir.Convert))           # by `AliasFacts`
LEAVES = frozenset((ir.Const, ir.StrConst, ir.LocalGet, ir.SetLocal))
TRIES = frozenset((ir.TryExcept, ir.TryFinally))


class Whole:
    """Facts of one program, and what its parts have asked for so far."""

    def __init__(self, program: ir.Program) -> None:
        self.program = program
        self.hierarchy = Hierarchy(program)
        self.defined = {f.symbol: f for f in program.functions if f.body is not None}
        self.alias = AliasFacts()
        self.addressed: set[ir.Function] = set()                # functions that more than calls refer to
        self.tries: set[ir.Function] = set()                    # functions that have a `try`
        self.throws = False                                     # whether anything brings exceptions into generators
        self.classes: dict[ClassInst, None] = {}                # whose records some part refers to
        self.texts: dict[tuple[ClassInst, str | bytes], str] = {}       # constants, by name
        self._scan()
        for function in program.functions:
            if function.kept is not None:
                plan_generator(function)

    def _scan(self) -> None:
        program = self.program
        wanted = {f for f in program.functions if f.symbol.startswith(GENERATOR) and f.symbol.endswith(THROWS)}
        for function in program.functions:
            module = function.module
            for node in walk(function.body or ()):
                kind = type(node)
                if kind in LEAVES:
                    continue
                if kind in NOTED:
                    self.alias.note(node, module)
                elif kind in TRIES:
                    self.tries.add(function)
                elif kind is ir.FuncAddr or kind is ir.Closure:
                    assert isinstance(node, (ir.FuncAddr, ir.Closure))
                    self._take(node.target)
                elif wanted and kind is ir.Call:
                    assert isinstance(node, ir.Call)
                    self.throws = self.throws or node.func in wanted
        for vtable in program.vtables.values():
            for method in vtable:
                if method is not None:
                    self._take(method)
        for target in program.globals:
            for function in functions_in(target.init):
                self._take(function)

    def _take(self, function: ir.Function) -> None:
        self.addressed.add(self.defined.get(function.symbol, function))

    def is_copied(self, function: ir.Function) -> bool:
        """Whether every part that calls `function` has a copy of its own, to write out in place."""
        return "inline" in function.attrs and not function.exported and function not in self.addressed

    def text_name(self, cls: ClassInst, value: str | bytes) -> str:
        """The symbol of a constant str or bytes object, the same in all parts: equal ones are one object."""
        found = self.texts.get((cls, value))
        if found is None:
            kind = "str" if isinstance(value, str) else "bytes"
            data = value if isinstance(value, bytes) else value.encode("utf-8", "surrogatepass")
            found = self.texts[cls, value] = f"@{kind}.{hashlib.sha256(data).hexdigest()[:NAME_DIGITS]}"
        return found


NAME_DIGITS = 24                        # of a constant's hash, 96 bits: two texts of one name are not to be expected


def functions_in(frozen: ir.Frozen | None) -> Iterator[ir.Function]:
    """The functions whose addresses a frozen constant holds."""
    match frozen:
        case ir.FAddr(target=ir.Function() as function):
            yield function
        case ir.FAggregate(items=items) | ir.FObject(fields=items) | ir.FBuffer(items=items):
            for item in items:
                yield from functions_in(item)
