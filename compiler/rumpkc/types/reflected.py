"""Which of the two sides answers an operator: NotImplemented, and subclasses that go first.

a < b        declined = False; r = a.__lt__(b)          `return NotImplemented` sets `declined`
             if declined: r = b.__gt__(a); if declined: TypeError

A right operand whose class is below that of the left one, and has the reflected method itself, is asked first.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rumpkc.ir import nodes as ir
from rumpkc.source import Span
from rumpkc.syntax import tree
from rumpkc.syntax.walk import children
from rumpkc.types import globals as module_globals
from rumpkc.types.convert import coerce, join
from rumpkc.types.fx import Fx
from rumpkc.types.symbols import ClassInfo, FuncInfo, VarInfo
from rumpkc.types.types import BOOL, NEVER, NONE, ClassInst, OptionalType, Type, is_reference

Make = Callable[[ir.Expr, ir.Expr], ir.Expr]


def declined(fx: Fx) -> ir.Global:
    """The flag that a method which returned NotImplemented has set."""
    found = fx.world.module("lib.core.runtime").names["declined"]
    assert isinstance(found, VarInfo)
    place = module_globals.storage(fx.world, found)
    place.constant = False              # only compiled code assigns it
    return place


def decline(fx: Fx, result: Type, span: Span) -> list[ir.Stmt]:
    """`return NotImplemented`; the value that leaves is nothing that anybody looks at."""
    flag = ir.SetGlobal(span, declined(fx), ir.Const(span, BOOL, True))
    if result is NONE or result is NEVER:
        return [flag, ir.Return(span, None)]
    if isinstance(result, OptionalType):
        return [flag, ir.Return(span, ir.Const(span, result, None))]
    nothing = ir.Const(span, OptionalType(result), None)
    return [flag, ir.Return(span, ir.Const(span, BOOL, False) if result is BOOL else ir.Convert(span, result, nothing))]


def may_decline(t: Type, name: str) -> bool:
    """Whether the method `name` of some object of type `t` may return NotImplemented."""
    if not isinstance(t, ClassInst):
        return False
    found = t.info.member(name)
    own = found is not None and isinstance(found[1], FuncInfo) and declines(found[1])
    return own or any(_below_declines(sub, name) for sub in t.info.subclasses)


def _below_declines(info: ClassInfo, name: str) -> bool:
    member = info.members.get(name)
    if isinstance(member, FuncInfo) and declines(member):
        return True
    return any(_below_declines(sub, name) for sub in info.subclasses)


def declines(info: FuncInfo) -> bool:
    """Whether the body names NotImplemented, or passes on what the same method of a base returns."""
    return _names_decline(info.node.body, info.name)


def _names_decline(body: Sequence[tree.Node], method: str) -> bool:
    todo: list[tree.Node] = list(body)
    while todo:
        at = todo.pop()
        if isinstance(at, tree.Name) and at.id == "NotImplemented":
            return True
        if isinstance(at, tree.Attribute) and at.attr == method:
            return True
        todo += children(at)
    return False


def declines_own_class(cls: ClassInfo, name: str) -> bool:
    """Whether the method may decline an object of `cls` itself, and not only what is no such object:

        if not isinstance(other, C): return NotImplemented        # C is `cls`, or a base of it
        if isinstance(other, C): …                                # and `return NotImplemented` behind it
    """
    found = cls.member(name)
    if found is None or not isinstance(found[1], FuncInfo):
        return False
    method = found[1]
    bases: set[str] = set()
    at: ClassInfo | None = cls
    while at is not None:
        bases.add(at.name)
        at = at.base
    for stmt in method.node.body:
        if isinstance(stmt, tree.If):
            test, unless = stmt.test, False
            if isinstance(test, tree.UnaryOp) and test.op == "not":
                test, unless = test.operand, True
            if _is_own_test(test, bases):
                if unless and not stmt.orelse:
                    continue
                return not unless and _names_decline(stmt.body, name)
        if _names_decline((stmt,), name):
            return True
    return False


def _is_own_test(test: tree.Expr, bases: set[str]) -> bool:
    """`isinstance(other, C)` or `type(self) is type(other)`, of one of the names of classes."""
    match test:
        case tree.Call(func=tree.Name(id="isinstance"), args=(_, tree.Name(id=cls))):
            return cls in bases
        case tree.Compare(left=tree.Call(func=tree.Name(id="type")), ops=("is",),
                          comparators=(tree.Call(func=tree.Name(id="type")),)):
            return True
    return False


def ask(fx: Fx, call: ir.Expr, otherwise: ir.Expr, span: Span) -> ir.Expr:
    """`call`, or `otherwise` where it returned NotImplemented."""
    flag = declined(fx)
    t = join(fx, [call.type, otherwise.type], span, "this operator")
    slot = fx.temp(t, span)
    off = ir.SetGlobal(span, flag, ir.Const(span, BOOL, False))
    again = ir.SetLocal(span, slot, coerce(fx, otherwise, t, span))
    if call.type is NEVER:
        return ir.Seq(span, NEVER, (off,), call)
    first = ir.SetLocal(span, slot, coerce(fx, call, t, span))
    test = ir.If(span, ir.GlobalGet(span, BOOL, flag), (off, again))
    return ir.Seq(span, t, (off, first, test), ir.LocalGet(span, t, slot))


def subclass_first(
    fx: Fx, left: ir.Expr, right: ir.Expr, name: str, reflected: Make, plain: Make, span: Span, compares: bool = False
) -> ir.Expr:
    """`plain(left, right)`, but `reflected` where the right operand's class has its own `name` and is below the left's.

    A comparison (`compares`) asks the right operand first where its class only inherits the method, too. The operands
    may be read more than once; `reflected` gets the right one as the class that has the method.
    """
    out = plain(left, right)
    a, b = left.type, right.type
    if not (is_reference(a) and is_reference(b) and isinstance(a, ClassInst) and isinstance(b, ClassInst)):
        return out
    if not (a.is_subclass_of(b) or b.is_subclass_of(a)):
        return out
    below = ir.Call(span, BOOL, fx.world.library("object", "is_below"), (_object(fx, right), _object(fx, left)))
    if compares and a.info.subclasses and _is_written(a.info, name):
        made = reflected(right if b.is_subclass_of(a) else ir.Convert(span, a, right), left)
        t = join(fx, [made.type, out.type], span, "this operator")
        return ir.IfExp(span, t, below, coerce(fx, made, t, span), coerce(fx, out, t, span))
    for cls in _definers(fx, a, name):
        if not (cls.is_subclass_of(b) or b.is_subclass_of(cls)):
            continue
        as_cls = right if b.is_subclass_of(cls) else ir.Convert(span, cls, right)
        made = reflected(as_cls, left)
        t = join(fx, [made.type, out.type], span, "this operator")
        is_cls = ir.IsInstance(span, BOOL, right, cls) if not b.is_subclass_of(cls) else ir.Const(span, BOOL, True)
        is_not = ir.Prim(span, BOOL, "not", (ir.IsInstance(span, BOOL, left, cls),)) if cls.is_subclass_of(a) else None
        test: ir.Expr = ir.And(span, BOOL, is_cls, below)
        if is_not is not None:
            test = ir.And(span, BOOL, test, is_not)
        out = ir.IfExp(span, t, test, coerce(fx, made, t, span), coerce(fx, out, t, span))
    return out


def other_class(fx: Fx, left: ir.Expr, right: ir.Expr, reflected: Make, same: ir.Expr, span: Span) -> ir.Expr:
    """`reflected(right, left)`, but `same` where both are of one class: its reflected method is not asked then."""
    a, b = left.type, right.type
    if not (is_reference(a) and is_reference(b) and isinstance(a, ClassInst) and isinstance(b, ClassInst)):
        return same if a == b else reflected(right, left)
    if not (a.is_subclass_of(b) or b.is_subclass_of(a)):
        return reflected(right, left)
    if a == b and not a.info.subclasses:
        return same
    one = ir.Call(span, BOOL, fx.world.library("object", "same_class"), (_object(fx, left), _object(fx, right)))
    back = reflected(right, left)
    t = join(fx, [same.type, back.type], span, "this operator")
    return ir.IfExp(span, t, one, coerce(fx, same, t, span), coerce(fx, back, t, span))


def _object(fx: Fx, value: ir.Expr) -> ir.Expr:
    return ir.Convert(value.span, fx.world.cls("object"), value)


def _is_written(info: ClassInfo, name: str) -> bool:
    """Whether the method `name` of a class stands in the program: what a dataclass has tells nobody who was asked."""
    found = info.member(name)
    return found is not None and not found[0].module.library and any(
        isinstance(stmt, tree.FunctionDef) and stmt.name == name for stmt in found[0].node.body)


def _definers(fx: Fx, cls: ClassInst, name: str) -> list[ClassInst]:
    """The classes strictly below `cls` that define `name`, bases before the classes below them."""
    out: list[ClassInst] = []
    for info in cls.info.subclasses:
        if info.type_params or info.by_value:
            continue
        inst = fx.world.inst(info)
        if isinstance(info.members.get(name), FuncInfo) and inst.is_subclass_of(cls):
            out.append(inst)
        out += _definers(fx, inst, name)
    return out
