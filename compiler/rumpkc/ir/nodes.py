"""The typed IR: structured, fully resolved, no implicit operation left.

The checker builds it, `verify.py` holds its rules, `emit/` turns it into LLVM IR text. It is a tree, not a graph of
blocks: loops, conditions and `try` keep their shape, locals are named slots (LLVM's mem2reg makes them registers).

    def f(n: int) -> int:          Function f(n: int) -> int
        s = 0                        SetLocal s = Const 0
        for i in range(n):           SetLocal i' = Const 0; SetLocal stop' = LocalGet n
            s += i                   Loop test=Prim(icmp.slt, i', stop') step=[SetLocal i' = Prim(add.wrap, i', 1)]
        return s                       SetLocal i = i'; SetLocal s = Prim(add.checked, s, i)
                                     Return LocalGet s

Rules that `verify.py` checks: every operand has the type that its user states; `Break`/`Continue` name an enclosing
loop; a `Prim` is in `prims.PRIMS` with matching operand kinds; a `Call` has the callee's arity and types; no
`TypeVarType` is left.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from rumpkc.node import node
from rumpkc.source import NOWHERE, Span
from rumpkc.types.types import ClassInst, FuncType, Type

# What is named

@dataclass(slots=True, eq=False)
class Local:
    """A slot of one function: parameter, variable or temporary. Compares by identity."""

    name: str                      # as written; temporaries start with a dot
    type: Type
    span: Span = NOWHERE


@dataclass(slots=True, eq=False)
class Function:
    """One function instance. `body` is None for an external one (`@extern`)."""

    symbol: str                    # unique: "apps.life.step", "lib.core.list.List[int].append", or the exported name
    shown_name: str                # what a traceback shows: "step"
    params: tuple[Local, ...]
    result: Type                   # NONE is a void result, NEVER is noreturn
    span: Span
    module: str
    body: tuple[Stmt, ...] | None = None
    exported: bool = False         # external linkage and a root of the program
    # inline noinline cold naked unchecked noalloc noraise nonblocking interrupt entry small least
    attrs: frozenset[str] = frozenset()
    section: str = ""
    align: int = 0
    # Of a generator's code: where the values of its parameters lie in the object, which is the first parameter here.
    kept: dict[Local, str] | None = None


@dataclass(slots=True, eq=False)
class Slot:
    """A virtual method that is called somewhere; its index in the vtables is known when the whole program is."""

    owner: ClassInst               # the topmost class that defines the method
    name: str
    index: int = -1
    targs: tuple[Type, ...] = ()   # of a method with type parameters of its own: each use is a slot


@dataclass(slots=True, eq=False)
class Global:
    """A module-level variable or a compiler-made constant."""

    symbol: str
    type: Type
    init: Frozen | None            # None: zero
    constant: bool                 # never written: goes to read-only memory
    span: Span = NOWHERE
    section: str = ""
    align: int = 0
    external: bool = False         # defined by the linker or the boot code


@node
class AsmStub:
    """The body of an `@asm` function: text for the assembler, which defines `symbol`. `span` is the text's place,
    `machine` the target whose instructions it is written in."""

    symbol: str
    text: str
    span: Span
    machine: str


@dataclass(slots=True, eq=False)
class Program:
    """Everything that goes into one image, in a deterministic order."""

    functions: list[Function] = field(default_factory=list)
    stubs: list[AsmStub] = field(default_factory=list)
    globals: list[Global] = field(default_factory=list)
    classes: list[ClassInst] = field(default_factory=list)          # instantiated reference classes, bases first
    vtables: dict[ClassInst, list[Function | None]] = field(default_factory=dict)   # by slot index; None: never called
    workers: list[Function] = field(default_factory=list)           # where the user domain is entered; of `functions`


# Frozen constants: what a Global holds at reset

class Frozen:
    __slots__ = ()


@node
class FScalar(Frozen):
    """A number, bool or None of a scalar type."""
    type: Type
    value: int | float | bool | None


@node
class FMember(FScalar):
    """The number of a member of the enumeration `cls`, in a place of an `int` (types/kept_members.py)."""
    cls: ClassInst
    span: Span


@node
class FStr(Frozen):
    """A reference to an interned str (or bytes) object."""
    type: ClassInst
    value: str | bytes


@node
class FMemberText(FStr):
    """The text of a member of the enumeration `cls`, in a place of a `str` (types/kept_members.py)."""
    cls: ClassInst
    span: Span


@node
class FAddr(Frozen):
    """The address of another global (an object frozen elsewhere), of a function or of a class's typeinfo record; null
    for None."""
    type: Type
    target: Global | Function | ClassInst | None


@node
class FAggregate(Frozen):
    """Fields in layout order: a tuple, a by-value class, an Optional pair {present, item}, or an array in place."""
    type: Type
    items: tuple[Frozen, ...]


@node
class FObject(Frozen):
    """An object in place: typeinfo header, then the fields in layout order."""
    type: ClassInst
    fields: tuple[Frozen, ...]


@node
class FBuffer(Frozen):
    """`length` items of one type in a row (the storage behind a list's Ptr)."""
    item: Type
    items: tuple[Frozen, ...]


# Expressions

@node
class Node:
    span: Span


@node
class Expr(Node):
    type: Type


@node
class Const(Expr):
    """A scalar: int types, BOOL, FLOAT, F32, NONE; or None of an OptionalType; or a null PtrType (value None or 0)."""
    value: int | float | bool | None


@node
class StrConst(Expr):
    """A str or bytes literal: a pointer to a constant object (layout: lib/core/str.py, lib/core/bytes.py)."""
    value: str | bytes


@node
class LocalGet(Expr):
    local: Local


@node
class GlobalGet(Expr):
    """The value of a global; for a type held in place (ArrayType), its address."""
    target: Global


@node
class GlobalAddr(Expr):
    """The address of a global's storage, as a PtrType or, for an FObject global, as the reference itself."""
    target: Global


@node
class FuncAddr(Expr):
    """A function as a value: FuncType with a null environment, or PtrType(U8) where raw code is wanted."""
    target: Function


@node
class Closure(Expr):
    """Code with an environment: the code's first parameter is `env`'s type."""
    target: Function
    env: Expr


@node
class FieldGet(Expr):
    """A field of an object (reference or by value). An ArrayType field gives its address. No None check."""
    obj: Expr
    name: str


@node
class FieldAddr(Expr):
    """The address of a reference object's field, as PtrType."""
    obj: Expr
    name: str


@node
class Aggregate(Expr):
    """Builds a TupleType or by-value ClassInst from its items, in layout order."""
    items: tuple[Expr, ...]


@node
class TupleGet(Expr):
    value: Expr
    index: int


@node
class Convert(Expr):
    """A change of type without a change of value: T to T | None, T or a smaller union to a union, subclass to base,
    and (after a check that the checker put before it) back: Optional to its item, union to a member, base to subclass;
    NEVER to anything; one PtrType to another; PtrType to reference and back. Of an `int` to `int`: the plain number,
    whatever the value has been (`flow.py`)."""
    value: Expr


@node
class IsNone(Expr):
    """BOOL: whether an OptionalType, or a UnionType with NONE, holds None."""
    value: Expr


@node
class IsInstance(Expr):
    """BOOL: whether a reference (not None) is an instance of `cls`, or a union (by tag) holds `cls`."""
    value: Expr
    cls: Type


@node
class Prim(Expr):
    """A primitive operation; see `prims.PRIMS` for the names, operands and the LLVM instruction."""
    op: str
    args: tuple[Expr, ...]


@node
class Call(Expr):
    func: Function
    args: tuple[Expr, ...]


@node
class CallVirtual(Expr):
    """A method call through the receiver's typeinfo: entry `slot.index` of its vtable. `args[0]` is the receiver.
    `method` is the static receiver class's own implementation; the emitter calls it directly when no instantiated
    subclass overrides it."""
    cls: ClassInst
    slot: Slot
    method: Function
    args: tuple[Expr, ...]


@node
class CallIndirect(Expr):
    """A call of a FuncType value."""
    callee: Expr
    args: tuple[Expr, ...]

    @property
    def signature(self) -> FuncType:
        assert isinstance(self.callee.type, FuncType)
        return self.callee.type


@node
class New(Expr):
    """A zeroed object of a reference class, with its typeinfo; `extra` (USIZE) more bytes behind the fields, or None.
    `in_frame`: it lies in the function's stack frame, one for each place in the code; nothing keeps it beyond that."""
    extra: Expr | None = None
    in_frame: bool = False


@node
class NewArray(Expr):
    """The address of a zeroed array (ArrayType) of its own: in the arena, or `in_frame` as an object of `New`."""
    in_frame: bool = False


@node
class TypeInfo(Expr):
    """The address of a class's typeinfo record, as PtrType(U8)."""
    cls: ClassInst


@node
class SizeOf(Expr):
    """USIZE: bytes that a value of `of` takes in memory (for a reference class with `instance`, of the object)."""
    of: Type
    instance: bool = False


@node
class HasReferences(Expr):
    """BOOL: whether a value of `of` may hold an address of the arena."""
    of: Type


@node
class IfExp(Expr):
    test: Expr
    then: Expr
    orelse: Expr


@node
class And(Expr):
    """BOOL operands, short circuit."""
    left: Expr
    right: Expr


@node
class Or(Expr):
    left: Expr
    right: Expr


@node
class Seq(Expr):
    """Statements, then a value: how comprehensions, f-strings and chained comparisons are spelled out."""
    body: tuple[Stmt, ...]
    value: Expr


# Statements

@node
class Stmt(Node):
    pass


@node
class Eval(Stmt):
    value: Expr


@node
class SetLocal(Stmt):
    local: Local
    value: Expr


@node
class SetGlobal(Stmt):
    target: Global
    value: Expr


@node
class SetField(Stmt):
    obj: Expr
    name: str
    value: Expr


@node
class If(Stmt):
    test: Expr
    then: tuple[Stmt, ...]
    orelse: tuple[Stmt, ...] = ()


ALL_ROUNDS = -1                     # of Loop.unroll


class LoopId:
    """The identity of one loop, for Break and Continue."""

    __slots__ = ()


@node
class Loop(Stmt):
    """`while test: body; step`. Continue goes to `step`. `orelse` runs when `test` turned false."""
    id: LoopId
    test: Expr
    body: tuple[Stmt, ...]
    step: tuple[Stmt, ...] = ()
    orelse: tuple[Stmt, ...] = ()
    unroll: int = 0                 # LLVM writes the body out for so many rounds at once; ALL_ROUNDS: for every round


@node
class Suspendable(Stmt):
    """The body of a generator, in the function that makes it go on: the code behind the newest `Yield` runs, at first
    the whole. `Break` of `id` is `return`. Its end sets `_state` to -1, a `Yield` to the number of its place."""
    id: LoopId
    body: tuple[Stmt, ...]


@node
class Yield(Stmt):
    """Leave the surrounding Suspendable; the code goes on here the next time. An exception in the object's `_thrown` is
    raised then, or, with `delegates`, left to the code that follows."""
    delegates: bool = False


@node
class Break(Stmt):
    loop: LoopId


@node
class Continue(Stmt):
    loop: LoopId


@node
class Return(Stmt):
    value: Expr | None


@node
class Raise(Stmt):
    """Raise an exception object (BaseException or below); `again` keeps its first traceback (a bare `raise`)."""
    value: Expr
    again: bool = False


@node
class Handler(Node):
    """`classes` empty: catches all. `local` holds the exception object while `body` runs (always present)."""
    classes: tuple[ClassInst, ...]
    local: Local
    body: tuple[Stmt, ...]


@node
class TryExcept(Stmt):
    """`orelse` runs after the body, outside the handlers' reach."""
    body: tuple[Stmt, ...]
    handlers: tuple[Handler, ...]
    orelse: tuple[Stmt, ...] = ()


@node
class TryFinally(Stmt):
    body: tuple[Stmt, ...]
    final: tuple[Stmt, ...]


@node
class Closing(TryFinally):
    """A loop that closes the generator of `resume` however it is left; types/closing.py decides whether it has to.
    `handlers`: what an exception that leaves the loop runs instead."""
    resume: Function
    handlers: tuple[Handler, ...] = ()
