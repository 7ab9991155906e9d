"""Checks that a program keeps the rules of the IR (`nodes.py`) before code is generated from it.

A violation is a bug in the compiler, so it is an internal error (E0910) that names the function and the node.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from rumpkc.diagnostics import CompileError, fail
from rumpkc.ir import nodes as ir
from rumpkc.ir.prims import spec_of
from rumpkc.ir.walk import CHILD_FIELDS, children, local_of
from rumpkc.types.types import (
    BOOL,
    F32,
    FLOAT,
    INT,
    NEVER,
    NONE,
    U8,
    USIZE,
    ArrayType,
    ClassInst,
    FuncType,
    IntType,
    OptionalType,
    PtrType,
    TupleType,
    Type,
    TypeVarType,
    UnionType,
    is_pointer,
    is_reference,
)


def verify_program(program: ir.Program, functions: list[ir.Function] | None = None) -> None:
    """Check the functions (or those that a pass has changed) and globals of `program`; E0910 for a broken rule."""
    verifier = _Verifier(program)
    for function in program.functions if functions is None else functions:
        verifier.function(function)
    for target in program.globals:
        verifier.type(target.type, f"the global `{target.symbol}`")


LOOPS = (ir.Loop, ir.Suspendable)
WITH_LOCAL = frozenset((ir.LocalGet, ir.SetLocal, ir.Handler))          # of `local_of`


class _Broken(Exception):
    """A rule that does not hold, in words."""


def fits(source: Type, to: Type) -> bool:
    """Whether a value of `source` may stand where `to` is stated without a Convert."""
    if source == to or source == NEVER:
        return True
    if isinstance(source, ClassInst) and isinstance(to, ClassInst):
        return is_reference(source) and is_reference(to) and source.is_subclass_of(to)
    return isinstance(source, PtrType) and isinstance(to, PtrType)


class _Verifier:
    def __init__(self, program: ir.Program) -> None:
        self.defined = {f.symbol: f for f in program.functions}
        self.globals = {g.symbol for g in program.globals}
        self.good_types: set[Type] = set()
        self.owner: dict[ir.Local, ir.Function] = {}
        self.current: ir.Function
        self.loops: list[ir.LoopId] = []

    def function(self, function: ir.Function) -> None:
        self.current = function
        for t in (function.result, *(p.type for p in function.params)):
            self.type(t, f"the signature of `{function.symbol}`")
        for param in function.params:
            self.local(param, function.span)
        for statement in function.body or ():
            self.visit(statement)

    def type(self, t: Type, where: str) -> None:
        """No type variable anywhere in `t`."""
        if t in self.good_types:
            return
        if isinstance(t, TypeVarType):
            raise fail("E0910", f"internal error: the type variable {t} is left in {where}")
        self.good_types.add(t)
        for part in _parts(t):
            self.type(part, where)

    def local(self, local: ir.Local, span: Any) -> None:
        """A local belongs to one function."""
        if self.owner.setdefault(local, self.current) is not self.current:
            raise self.error(f"the local `{local.name}` belongs to `{self.owner[local].symbol}`", span)
        if local.type not in self.good_types:
            self.type(local.type, f"the local `{local.name}` of `{self.current.symbol}`")

    def error(self, message: str, span: Any) -> CompileError:
        return fail("E0910", f"internal error: the IR of `{self.current.symbol}` is wrong: {message}", span,
                    help="this is a bug in the compiler; please report it")

    def visit(self, node: ir.Node) -> None:
        """Check `node`, then what is below it."""
        kind = type(node)
        if isinstance(node, ir.Expr) and node.type not in self.good_types:
            self.type(node.type, f"`{self.current.symbol}`")
        if kind in WITH_LOCAL and (local := local_of(node)) is not None:
            self.local(local, node.span)
        check = _CHECKS.get(kind)
        if check is not None:
            try:
                check(self, node)
            except _Broken as broken:
                raise self.error(f"{type(node).__name__}: {broken}", node.span) from None
        if kind in LOOPS:
            assert isinstance(node, LOOPS)
            self._loop(node)
        else:
            for child in children(node):
                self.visit(child)

    def _loop(self, node: ir.Loop | ir.Suspendable) -> None:
        """What is below a loop, which `Break` and `Continue` of its body may name."""
        for name in CHILD_FIELDS[type(node)]:
            below = getattr(node, name)
            if name in ("body", "step"):
                self.loops.append(node.id)
            for child in below if isinstance(below, tuple) else (below,):
                self.visit(child)
            if name in ("body", "step"):
                self.loops.pop()


def _parts(t: Type) -> tuple[Type, ...]:
    match t:
        case ClassInst():
            return (*t.args, *t.fields.values())
        case TupleType():
            return t.items
        case OptionalType() | PtrType() | ArrayType():
            return (t.item,)
        case UnionType():
            return t.members
        case FuncType():
            return (*t.params, t.result)
    return ()


def need(condition: bool, message: str) -> None:
    """For rules whose message costs nothing; the frequent ones write theirs only when it is broken."""
    if not condition:
        raise _Broken(message)


def need_fit(source: Type, to: Type, what: str, name: str = "") -> None:
    if source is not to and not fits(source, to):
        raise _Broken(f"{what}{name and f' `{name}`'} has type {source} where {to} is stated")


# One function for each kind of node that states more than its children

def _const(v: _Verifier, node: ir.Const) -> None:
    t, value = node.type, node.value
    if isinstance(t, IntType):
        if not (isinstance(value, int) and t.low <= value <= t.high):
            raise _Broken(f"{value!r} is no {t}")
    elif t == BOOL:
        need(value in (True, False), f"{value!r} is no bool")
    elif t in (FLOAT, F32):
        need(isinstance(value, (int, float)), f"{value!r} is no {t}")
    else:
        optional = t == NONE or isinstance(t, (OptionalType, PtrType, FuncType)) or \
            isinstance(t, UnionType) and NONE in t.members
        if not (optional and (value is None or value == 0)):
            raise _Broken(f"{value!r} as a constant of type {t}")


def _local_get(v: _Verifier, node: ir.LocalGet) -> None:
    need_fit(node.local.type, node.type, "the local", node.local.name)


def _set_local(v: _Verifier, node: ir.SetLocal) -> None:
    need_fit(node.value.type, node.local.type, "the value for", node.local.name)


def _global(v: _Verifier, node: ir.GlobalGet | ir.GlobalAddr | ir.SetGlobal) -> None:
    need(node.target.symbol in v.globals, f"the global `{node.target.symbol}` is not in the program")
    if isinstance(node, ir.SetGlobal):
        need_fit(node.value.type, node.target.type, f"the value for `{node.target.symbol}`")
        need(not node.target.constant, f"`{node.target.symbol}` is constant")


def _field_type(obj: Type, name: str) -> Type:
    if not isinstance(obj, ClassInst):
        raise _Broken(f"a field of {obj}")
    if name not in obj.fields:
        raise _Broken(f"{obj} has no field `{name}`")
    return obj.fields[name]


def _field_get(v: _Verifier, node: ir.FieldGet) -> None:
    need_fit(_field_type(node.obj.type, node.name), node.type, "the field", node.name)


def _field_addr(v: _Verifier, node: ir.FieldAddr) -> None:
    _field_type(node.obj.type, node.name)
    need(is_reference(node.obj.type), f"the address of a field of the by-value class {node.obj.type}")


def _set_field(v: _Verifier, node: ir.SetField) -> None:
    need_fit(node.value.type, _field_type(node.obj.type, node.name), "the value for the field", node.name)
    need(is_reference(node.obj.type), f"a field of the by-value class {node.obj.type} is set")


def _aggregate(v: _Verifier, node: ir.Aggregate) -> None:
    t = node.type
    need(isinstance(t, TupleType) or isinstance(t, ClassInst) and t.by_value, f"an aggregate of type {t}")
    stated = t.items if isinstance(t, TupleType) else tuple(t.fields.values())  # type: ignore[union-attr]
    need(len(stated) == len(node.items), f"{len(node.items)} items for {t}")
    for number, (item, want) in enumerate(zip(node.items, stated)):
        need_fit(item.type, want, f"item {number}")


def _tuple_get(v: _Verifier, node: ir.TupleGet) -> None:
    t = node.value.type
    need(isinstance(t, TupleType) and 0 <= node.index < len(t.items), f"item {node.index} of {t}")
    assert isinstance(t, TupleType)
    need_fit(t.items[node.index], node.type, f"item {node.index}")


def _arguments(params: list[Type], args: tuple[ir.Expr, ...]) -> None:
    if len(params) != len(args):
        raise _Broken(f"{len(args)} arguments for {len(params)} parameters")
    for number, (arg, param) in enumerate(zip(args, params)):
        need_fit(arg.type, param, "argument", str(number))


def _known(v: _Verifier, function: ir.Function) -> None:
    need(function.symbol in v.defined, f"`{function.symbol}` is not in the program")


def _call(v: _Verifier, node: ir.Call) -> None:
    _known(v, node.func)
    _arguments([p.type for p in node.func.params], node.args)
    need_fit(node.func.result, node.type, "the result of", node.func.symbol)


def _call_virtual(v: _Verifier, node: ir.CallVirtual) -> None:
    _arguments([p.type for p in node.method.params], node.args)
    need_fit(node.method.result, node.type, "the result of", node.method.symbol)
    need(node.slot.index >= 0, f"the slot of `{node.slot.name}` has no index")


def _call_indirect(v: _Verifier, node: ir.CallIndirect) -> None:
    need(isinstance(node.callee.type, FuncType), f"a call of a {node.callee.type}")
    _arguments(list(node.signature.params), node.args)
    need_fit(node.signature.result, node.type, "the result")


def _code(v: _Verifier, node: ir.FuncAddr | ir.Closure) -> None:
    _known(v, node.target)


def _new(v: _Verifier, node: ir.New) -> None:
    need(is_reference(node.type), f"an object of type {node.type}")
    need(node.extra is None or node.extra.type in (USIZE, INT), "extra bytes that are no usize")
    need(not node.in_frame or node.extra is None, "an object of unknown size in a stack frame")


def _new_array(v: _Verifier, node: ir.NewArray) -> None:
    need(isinstance(node.type, ArrayType), f"an array of type {node.type}")


def _if_exp(v: _Verifier, node: ir.IfExp) -> None:
    need_fit(node.test.type, BOOL, "the test")
    need_fit(node.then.type, node.type, "the first value")
    need_fit(node.orelse.type, node.type, "the second value")


def _both(v: _Verifier, node: ir.And | ir.Or) -> None:
    need_fit(node.left.type, BOOL, "the left side")
    need_fit(node.right.type, BOOL, "the right side")


def _seq(v: _Verifier, node: ir.Seq) -> None:
    need_fit(node.value.type, node.type, "the value")


def _test(v: _Verifier, node: ir.If | ir.Loop) -> None:
    need_fit(node.test.type, BOOL, "the test")


def _jump(v: _Verifier, node: ir.Break | ir.Continue) -> None:
    need(node.loop in v.loops, "the loop does not enclose it")


def _return(v: _Verifier, node: ir.Return) -> None:
    result = v.current.result
    if node.value is None:
        need(result in (NONE, NEVER), f"no value where the result is {result}")
    else:
        need_fit(node.value.type, result, "the value")


def _raise(v: _Verifier, node: ir.Raise) -> None:
    need(is_reference(node.value.type), f"a {node.value.type} is raised")


def _handler(v: _Verifier, node: ir.Handler) -> None:
    need(is_reference(node.local.type), f"the exception in a {node.local.type}")


# Primitive operations: the operand kinds of prims.py

_KINDS: dict[str, Callable[[Type], bool]] = {
    "i": lambda t: isinstance(t, IntType), "b": lambda t: t == BOOL, "f": lambda t: t in (FLOAT, F32),
    "n": lambda t: isinstance(t, IntType) or t == BOOL or is_pointer(t), "p": lambda t: isinstance(t, PtrType),
    "P": lambda t: isinstance(t, PtrType), "u": lambda t: t in (USIZE, INT), "v": lambda t: True, "r": is_reference,
}
_SAME_OPERANDS = {"ii", "nn", "ff", "fff"}


def _prim(v: _Verifier, node: ir.Prim) -> None:
    spec = spec_of(node.op)
    if spec is None:
        raise _Broken(f"there is no primitive operation `{node.op}`")
    if len(node.args) != len(spec.kinds):
        raise _Broken(f"{len(node.args)} operands for `{node.op}`")
    types = [arg.type for arg in node.args]
    if NEVER in types:
        return
    for number, (t, kind) in enumerate(zip(types, spec.kinds)):
        if not _KINDS[kind](t):
            raise _Broken(f"operand {number} of `{node.op}` is a {t}")
        if kind == "P":
            item = t.item if isinstance(t, PtrType) else t
            stored = types[number + 1] if number + 1 < len(types) else node.type
            if not fits(stored, item):
                need_fit(stored, item, f"the value for a {t}")
    if spec.kinds in _SAME_OPERANDS and any(_shape(t) != _shape(types[0]) for t in types[1:]):
        raise _Broken(f"`{node.op}` on {', '.join(map(str, types))}")
    _prim_result(node, types, spec.result)


def _shape(t: Type) -> Any:
    """What two operands of one operation must agree in: all pointers are alike."""
    return "pointer" if is_pointer(t) else (t.bits, t.signed) if isinstance(t, IntType) else t


_RESULTS: dict[str, Type] = {"bool": BOOL, "none": NONE, "never": NEVER, "usize": USIZE, "u8ptr": PtrType(U8)}


def _prim_result(node: ir.Prim, types: list[Type], rule: str) -> None:
    stated = types[0] if rule == "same" else _RESULTS.get(rule)
    if stated is not None:
        need_fit(stated, node.type, "the result of", node.op)


_CHECKS: dict[type, Callable[[_Verifier, Any], None]] = {
    ir.Const: _const, ir.LocalGet: _local_get, ir.SetLocal: _set_local, ir.GlobalGet: _global, ir.GlobalAddr: _global,
    ir.SetGlobal: _global, ir.FieldGet: _field_get, ir.FieldAddr: _field_addr, ir.SetField: _set_field,
    ir.Aggregate: _aggregate, ir.TupleGet: _tuple_get, ir.Call: _call, ir.CallVirtual: _call_virtual,
    ir.CallIndirect: _call_indirect, ir.FuncAddr: _code, ir.Closure: _code, ir.New: _new, ir.NewArray: _new_array,
    ir.IfExp: _if_exp,
    ir.And: _both, ir.Or: _both, ir.Seq: _seq, ir.If: _test, ir.Loop: _test, ir.Break: _jump, ir.Continue: _jump,
    ir.Return: _return, ir.Raise: _raise, ir.Handler: _handler, ir.Prim: _prim,
}
