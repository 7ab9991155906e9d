"""`del` of names, fields, properties, items, and several of these at once.

    del x            the flag (or cell) of `x` says that it has no value: reading it is an UnboundLocalError
    del obj.x        the flag of the field (`unset.py`) says the same: an AttributeError, or the class's variable shows
    del obj.prop     calls the deleter
"""

from __future__ import annotations

from rumpkc.diagnostics import fail
from rumpkc.ir import nodes as ir
from rumpkc.source import Span
from rumpkc.syntax import tree
from rumpkc.types import awaited, calls, late, names, subscripts, text
from rumpkc.types.changes import doubt
from rumpkc.types.classes import fields_of, find_member, missing_field
from rumpkc.types.conditions import narrow_key
from rumpkc.types.exprs import expr
from rumpkc.types.fx import Fx
from rumpkc.types.symbols import ClassInfo, FuncInfo
from rumpkc.types.tries import raise_new
from rumpkc.types.types import BOOL, NEVER, NONE, ClassInst
from rumpkc.types.unset import FLAG


def delete_stmt(fx: Fx, node: tree.Delete) -> list[ir.Stmt]:
    return [stmt for target in node.targets for stmt in _delete(fx, target)]


def _delete(fx: Fx, target: tree.Expr) -> list[ir.Stmt]:
    match target:
        case tree.Name():
            return _name(fx, target)
        case tree.Attribute():
            return _attribute(fx, target)
        case tree.Tuple(elts=items) | tree.List(elts=items):
            return [stmt for item in items for stmt in _delete(fx, item)]
        case tree.Subscript():
            return subscripts.delete(fx, target)
    raise fail("E0342", "this cannot be deleted", target.span)


def _name(fx: Fx, target: tree.Name) -> list[ir.Stmt]:
    name = target.id
    var = fx.lookup(name)
    if name in fx.globals or var is None and name not in fx.assigned:
        raise fail("E0439", f"the module's variable `{name}` cannot be deleted", target.span,
                   help="give it the type `T | None` and assign None")
    value = expr(fx, target)                    # refuses what has no value on any path
    assert var is not None
    if var.nested is not None or var.decorated is not None or name in fx.class_params:
        raise fail("E0439", f"the function or class `{name}` cannot be deleted", target.span, help="leave it")
    sure = isinstance(value, ir.LocalGet)
    fx.state.bound.discard(name)
    fx.state.drop(name)
    fx.state.drop_parts(name)
    return [*([] if sure else [ir.Eval(target.span, value)]), *fx.unbind(var, target.span)]


def _attribute(fx: Fx, target: tree.Attribute) -> list[ir.Stmt]:
    name, span = target.attr, target.span
    owner = names.static_symbol(fx, target.value)
    if isinstance(owner, (ClassInfo, names.TypeSymbol)):
        raise fail("E0439", f"the variable `{name}` of a class cannot be deleted", span,
                   help="give it the type `T | None` and assign None")
    obj = names.present(fx, expr(fx, target.value), name, span)
    key = narrow_key(fx, target)
    doubt(fx, frozenset((name,)))
    if key:
        fx.state.drop_parts(key)
        fx.state.drop(key)
    return _delete_of(fx, obj, name, span, inner=False)


def _delete_of(fx: Fx, obj: ir.Expr, name: str, span: Span, inner: bool) -> list[ir.Stmt]:
    """`inner`: of a subclass, which may turn out when the program runs."""
    t = obj.type
    if not isinstance(t, ClassInst):
        raise fail("E0439", f"the attributes of {t} cannot be deleted", span, help="test for one class before")
    if name in fields_of(fx.world, t):
        if t.info.frozen and t.info.kind == "dataclass" and awaited.is_awaited(fx, "FrozenInstanceError"):
            return [ir.Eval(span, awaited.raising(fx, "FrozenInstanceError", f"cannot delete field '{name}'",
                                                  AssertionError(), span, first=[obj]))]
        if FLAG + name not in t.fields or t.by_value or t.info.frozen or _has_default(t.info, name):
            raise fail("E0439", f"the field `{name}` of `{t}` cannot be deleted", span,
                       help="give it the type `T | None` and assign None")
        return _field(fx, obj, name, span)
    found = find_member(t, name)
    if found is None:
        raise missing_field(fx.world, t, name, span)
    if not (isinstance(found[1], FuncInfo) and found[1].kind == "getter"):
        raise fail("E0439", f"`{t}.{name}` belongs to the class, and cannot be deleted", span, help="leave it")
    getter, home = found[1], found[0]
    if getter.deleter is None and not inner and not late.subclasses(fx, t, name, span):
        raise fail("E0344", f"the property `{name}` has no deleter", span, help=f"add `@{name}.deleter` to the class")
    return _property(fx, obj, name, getter, home, span)


def _has_default(info: ClassInfo, name: str) -> bool:
    """Whether a dataclass keeps a default in its class, which would show behind the deleted field."""
    stmt = next((c.declared[name] for c in info.ancestors() if c.kind == "dataclass" and name in c.declared), None)
    return stmt is not None and stmt.value is not None


def _field(fx: Fx, obj: ir.Expr, name: str, span: Span) -> list[ir.Stmt]:
    save, got = fx.save(obj)
    words = ir.StrConst(span, fx.world.cls("str"), name)
    kind = ir.Call(span, words.type, fx.world.library("object", "type_name"), (names.coerce_object(fx, got),))
    stop = ir.Eval(span, ir.Call(span, NEVER, fx.world.library("runtime", "rt_unset"), (kind, words)))
    test = ir.If(span, ir.FieldGet(span, BOOL, got, FLAG + name), (), (stop,))
    return [save, test, ir.SetField(span, got, FLAG + name, ir.Const(span, BOOL, False))]


def _property(fx: Fx, obj: ir.Expr, name: str, getter: FuncInfo, home: ClassInst, span: Span) -> list[ir.Stmt]:
    def own(it: ir.Expr) -> ir.Stmt:
        if getter.deleter is None:
            assert isinstance(it.type, ClassInst)
            words = text.str_const(fx, span, f"property '{name}' of '{it.type.info.shown_name}' object has no deleter")
            return ir.Eval(span, raise_new(fx, "AttributeError", [words], NONE, span))
        return ir.Eval(span, calls.call_function(fx, getter.deleter, home, calls.evaluated([it]), (), span))

    def below(it: ir.Expr) -> list[ir.Stmt]:
        return _delete_of(fx, it, name, span, inner=True)

    return late.set_property(fx, obj, name, own, below, span)
