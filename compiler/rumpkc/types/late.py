"""What depends on the class that an object has at run time and is no virtual method: class variables, properties that a
subclass sets aside, static and class methods called through an object. Each becomes a chain of `isinstance` tests."""

from __future__ import annotations

from collections.abc import Callable

from rumpkc.diagnostics import CompileError, fail
from rumpkc.ir import nodes as ir
from rumpkc.source import Span
from rumpkc.syntax import tree
from rumpkc.types.class_tests import only_below
from rumpkc.types.classes import assigns_field
from rumpkc.types.convert import coerce
from rumpkc.types.fx import Fx
from rumpkc.types.symbols import ClassInfo, FuncInfo
from rumpkc.types.types import BOOL, NONE, ClassInst


def answers(info: ClassInfo, name: str) -> bool:
    """Whether `info` or a class below it has a `name` of its own."""
    return name in info.members or assigns_field(info, name) or any(answers(s, name) for s in info.subclasses)


def set_below(info: ClassInfo, name: str) -> bool:
    """Whether a class below `info` has a `name` of its own."""
    return any(answers(below, name) for below in info.subclasses)


def subclasses(fx: Fx, cls: ClassInst, name: str | None, span: Span) -> list[ClassInst]:
    """The direct subclasses of `cls` in which `name` may mean something else; with None, all of them."""
    if cls.by_value or fx.discovering is not None:
        return []
    out: list[ClassInst] = []
    for info in cls.info.subclasses:
        if name is not None and not answers(info, name):
            continue
        inst = only_below(fx.world, info, cls) if info.type_params else fx.world.inst(info)
        if inst is None:
            raise fail(
                "E0400",
                f"`{name or 'this class method'}` through an object of `{cls}` is not compiled yet, as the generic "
                f"class `{info.name}` is below it",
                span,
                help="call it through the class, or make it a method",
            )
        if inst.is_subclass_of(cls):
            out.append(inst)
    return out


def only_getters_below(info: ClassInfo, name: str) -> bool:
    """Whether all that is below `info` and called `name` is a property, so that a virtual call finds it."""
    for sub in info.subclasses:
        member = sub.members.get(name)
        if member is not None and not (isinstance(member, FuncInfo) and member.kind == "getter"):
            return False
        if assigns_field(sub, name) or not only_getters_below(sub, name):
            return False
    return True


def by_class(
    fx: Fx,
    obj: ir.Expr,
    below: list[ClassInst],
    make: Callable[[ir.Expr], ir.Expr],
    own: Callable[[ir.Expr], ir.Expr],
    span: Span,
) -> ir.Expr:
    """`own(obj)`, or `make(obj as S)` where `obj` is an instance of one of the classes `below`."""
    save, got = fx.save(obj)
    out = own(got)
    t = out.type
    for cls in below:
        other = make(ir.Convert(span, cls, got))
        if t is not NONE or other.type is not NONE:
            other = coerce(fx, other, t, span)
        out = ir.IfExp(span, t, ir.IsInstance(span, BOOL, got, cls), other, out)
    return ir.Seq(span, t, (save,), out)


def of_its_class(fx: Fx, obj: ir.Expr, own: Callable[[ir.Expr], ir.Expr], span: Span) -> ir.Expr:
    """`own(obj as C)`, C being the class that the object has when the program runs; one type, whatever C is."""
    from rumpkc.types.constructors import abstract_names

    assert isinstance(obj.type, ClassInst)
    below = subclasses(fx, obj.type, None, span)
    if not below:
        return own(obj)

    def deeper(it: ir.Expr) -> ir.Expr:
        return of_its_class(fx, it, own, span)

    if not abstract_names(obj.type.info):
        return by_class(fx, obj, below, deeper, own, span)
    last = below.pop()                  # no object is of an abstract class itself
    return by_class(fx, obj, below, deeper, lambda got: deeper(ir.Convert(span, last, got)), span)


def method_of_class(
    fx: Fx,
    obj: ir.Expr,
    info: FuncInfo,
    own: Callable[[], ir.Expr],
    make: Callable[[ir.Expr], ir.Expr],
    span: Span,
) -> ir.Expr:
    """A static or class method through an object: the object's own class says which one, and is `cls` in it."""
    assert isinstance(obj.type, ClassInst)
    below = subclasses(fx, obj.type, info.name if info.kind == "static" else None, span)
    if not below:
        call = own()
        return ir.Seq(span, call.type, (ir.Eval(span, obj),), call)
    return by_class(fx, obj, below, make, lambda _: own(), span)


def new_of_class(fx: Fx, obj: ir.Expr, node: tree.Call) -> ir.Expr:
    """`type(obj)(…)`: an object of the class that `obj` has when the program runs."""
    from rumpkc.types.constructors import construct_call

    cls, span = obj.type, node.span
    if not isinstance(cls, ClassInst) or cls.info.module.library:
        raise fail("E0401", f"`type(x)(…)` of {cls} is not compiled", span, help="name the class")

    def own(it: ir.Expr) -> ir.Expr:
        assert isinstance(it.type, ClassInst)
        try:
            made = construct_call(fx, it.type, node.args, node.keywords, span)
        except CompileError as error:
            if it.type == cls:
                raise
            raise fail("E0303", f"`type(x)(…)` makes a {it.type} too, which these arguments do not fit", span,
                       help="give the subclass the same parameters, or name the class") from error
        return coerce(fx, made, cls, span)

    save, got = fx.save(obj)
    made = of_its_class(fx, got, own, span)
    return ir.Seq(span, made.type, (save,), made)


def set_property(
    fx: Fx,
    obj: ir.Expr,
    name: str,
    own: Callable[[ir.Expr], ir.Stmt],
    make: Callable[[ir.Expr], list[ir.Stmt]],
    span: Span,
) -> list[ir.Stmt]:
    """`obj.name = …` where `name` is a property: the setter of the object's own class."""
    assert isinstance(obj.type, ClassInst)
    below = subclasses(fx, obj.type, name, span)
    if not below:
        return [own(obj)]
    save, got = fx.save(obj)
    out: ir.Stmt = own(got)
    for cls in below:
        out = ir.If(span, ir.IsInstance(span, BOOL, got, cls), tuple(make(ir.Convert(span, cls, got))), (out,))
    return [save, out]
