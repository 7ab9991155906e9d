"""Assignment to attributes: fields, properties, variables of classes, registers."""

from __future__ import annotations

from rumpkc.diagnostics import fail
from rumpkc.ir import nodes as ir
from rumpkc.source import Span
from rumpkc.syntax import tree
from rumpkc.types import arrays, awaited, calls, class_decorators, class_values, late, layouts, names, own_variables
from rumpkc.types import globals as module_globals
from rumpkc.types.changes import doubt
from rumpkc.types.classes import fields_of, find_member, missing_field
from rumpkc.types.conditions import holds_item, is_type_call, narrow_key
from rumpkc.types.convert import kept
from rumpkc.types.exprs import expr
from rumpkc.types.fx import Fx, PartialType
from rumpkc.types.scopes import dotted
from rumpkc.types.symbols import ClassInfo, FuncInfo, VarInfo
from rumpkc.types.types import BOOL, NONE, ArrayType, ClassInst, OptionalType
from rumpkc.types.unset import FLAG
from rumpkc.types.wrapped import HELD


def store_attribute(fx: Fx, target: tree.Attribute, value: ir.Expr) -> list[ir.Stmt]:
    """`obj.name = value`, of which `value` is known already."""
    span, name = target.span, target.attr
    head = names.static_symbol(fx, target)
    owner = class_of_target(fx, target)
    if isinstance(owner, (ClassInfo, names.TypeSymbol)):
        return _store_class_variable(fx, target, owner, value)
    if isinstance(head, VarInfo):
        raise fail(
            "E0343",
            f"`{dotted(target)}` belongs to another module",
            span,
            help="give that module a function that sets it",
        )
    simple = isinstance(value, (ir.Const, ir.StrConst, ir.LocalGet, ir.NewArray))
    save, got = (None, value) if simple else fx.save(value)
    obj = names.present(fx, expr(fx, target.value), name, span)
    t = obj.type
    before: list[ir.Stmt] = [save] if save else []
    if class_values.held(t) is not None:
        return [*before, *_store_by_class(fx, target, obj, got)]
    if not isinstance(t, ClassInst):
        raise fail("E0343", f"the attributes of {t} cannot be assigned", span)
    if t.info.kind == "mmio":
        from rumpkc.types import systems

        return [*before, *systems.write_register(fx, obj, name, got, span)]
    if t.info.kind == "record" and (part := layouts.part_of(fx, obj, name)) is not None:
        return [*before, *layouts.write(fx, obj, name, part, got, span)]
    field = fields_of(fx.world, t).get(name)
    if field is None and fx.discovering is t and not isinstance((find_member(t, name) or (0, 0))[1], FuncInfo):
        return _discover(fx, t, name, got, span)
    if field is None:
        found = find_member(t, name)
        if found is not None and isinstance(found[1], FuncInfo) and found[1].kind == "getter":
            return [*before, *_call_setter(fx, obj, name, found[1], found[0], got, span)]
        raise missing_field(fx.world, t, name, span, key=True)
    if t.by_value or _never_changes(t, name) and not (target.unguarded and _in_own_init(fx, t)):
        return [*before, _frozen(fx, obj, t, name, span)]
    if isinstance(field, ArrayType):
        arrays.check_field_store(value, dotted(target), _in_own_init(fx, t), span)
    key = narrow_key(fx, target)
    doubt(fx, frozenset((name,)))
    if key:
        fx.state.drop_parts(key)
        fx.state.drop(key)
        if isinstance(field, OptionalType) and holds_item(field, got.type):
            fx.state.narrow[key] = field.item
    stored = kept(fx, got, field, value.span, f"`{t}.{name}`")
    if FLAG + name in t.fields:
        keep, obj = fx.save(obj)
        has = ir.SetField(span, obj, FLAG + name, ir.Const(span, BOOL, True))
        return [*before, keep, ir.SetField(span, obj, name, stored), has]
    return [*before, ir.SetField(span, obj, name, stored)]


def _never_changes(t: ClassInst, name: str) -> bool:
    """Whether `name` is a field that a frozen dataclass or a named tuple has declared, or the class itself is one."""
    if name.endswith(HELD):
        return False
    return t.info.frozen or any(cls.frozen and name in cls.declared for cls in t.info.ancestors())


def _frozen(fx: Fx, obj: ir.Expr, t: ClassInst, name: str, span: Span) -> ir.Stmt:
    """The assignment of a field that never changes: what a handler shows, or a refusal."""
    dataclass = any(cls.kind == "dataclass" for cls in t.info.ancestors())
    error = "FrozenInstanceError" if dataclass else "AttributeError"
    refusal = fail("E0344", f"`{t}` is frozen: its field `{name}` cannot be assigned", span,
                   help=f"make a new object with the new value; {awaited.WAYS_OUT.format(error)}")
    words = f"cannot assign to field '{name}'" if dataclass else "can't set attribute"
    return ir.Eval(span, awaited.raising(fx, error, words, refusal, span, first=[obj]))


def class_of_target(fx: Fx, target: tree.Attribute) -> object:
    """What stands for a class before the dot: its name, or `type(x)` of a name where no class is below that of `x`."""
    node = target.value
    if not (is_type_call(node) and isinstance(node, tree.Call) and isinstance(node.args[0], tree.Name)):
        return names.static_symbol(fx, node)
    t = expr(fx, node.args[0]).type
    if not isinstance(t, ClassInst) or fx.discovering is not None:
        return None
    return None if t.info.subclasses else t.info


def _store_by_class(fx: Fx, target: tree.Attribute, cls: ir.Expr, value: ir.Expr) -> list[ir.Stmt]:
    """`cls.x = v`, `type(obj).x = v`: the variable of the class that this is when the program runs."""
    def store(it: ClassInst) -> list[ir.Stmt]:
        for below in it.info.subclasses:
            _check_own(target, below)
        return _store_class_variable(fx, target, it.info, value)

    return class_values.at_class(fx, cls, target.attr, store, target.span)


def _store_class_variable(
    fx: Fx, target: tree.Attribute, owner: ClassInfo | names.TypeSymbol, value: ir.Expr
) -> list[ir.Stmt]:
    """`Class.x = v`: the variable that the class body made."""
    info = owner if isinstance(owner, ClassInfo) else getattr(owner.type, "info", None)
    found = info.member(target.attr) if isinstance(info, ClassInfo) else None
    if found is None or not isinstance(found[1], VarInfo):
        raise fail(
            "E0343",
            f"`{dotted(target) or target.attr}` is not a variable of the class",
            target.span,
            help="give it a value in the class body",
        )
    if found[0].kind == "enum":
        raise fail("E0344", f"the members of `{found[0].name}` cannot be assigned", target.span)
    if found[1].final:
        raise fail("E0344", f"`{dotted(target) or target.attr}` is `Final`", target.span,
                   help="write `ClassVar[…]` in the class body")
    assert isinstance(info, ClassInfo)
    _check_own(target, info)
    if class_decorators.given_to_some(found[0], target.attr):
        raise fail(
            "E0343",
            f"`__init_subclass__` gives `{target.attr}` to some classes, and the others share that of their base",
            target.span,
            help=f"assign `cls.{target.attr}` in every case there, or keep what changes in a dict by class",
        )
    place = module_globals.storage(fx.world, found[1])
    arrays.check_place(place.type, f"`{dotted(target)}`", target.span)
    doubt(fx, frozenset((target.attr,)))
    if key := narrow_key(fx, target):
        fx.state.drop_parts(key)
        fx.state.drop(key)
        if isinstance(place.type, OptionalType) and holds_item(place.type, value.type):
            fx.state.narrow[key] = place.type.item
    return [ir.SetGlobal(target.span, place, kept(fx, value, place.type, value.span, f"`{dotted(target)}`")),
            *own_variables.assigned(fx, found[1], target.span)]


def _check_own(target: tree.Attribute, info: ClassInfo) -> None:
    """E0343 where `info` has no variable of its own that an assignment through it could change (`own_variables.py`)."""
    found = info.member(target.attr)
    if found is not None and found[0] is not info:
        raise fail(
            "E0343",
            f"`{target.attr}` is a variable of `{found[0].name}`: through `{info.name}` this would make another one",
            target.span,
            help=f"write `{found[0].name}.{target.attr} = …`, or give `{info.name}` its own in its body",
        )


def _discover(fx: Fx, cls: ClassInst, name: str, value: ir.Expr, span: Span) -> list[ir.Stmt]:
    """A field that nothing declares takes the type of its first value."""
    if isinstance(value.type, PartialType) or value.type is NONE:
        what = f"{value.type.kind}[int]" if isinstance(value.type, PartialType) else "int | None"
        raise fail(
            "E0321",
            f"the type of `{cls}.{name}` does not follow from this value",
            span,
            help=f"write `self.{name}: {what} = …`",
        )
    cls.fields[name] = value.type
    return []


def _in_own_init(fx: Fx, cls: ClassInst) -> bool:
    return (
        fx.inst is not None
        and fx.inst.info.name in ("__init__", "__post_init__")
        and fx.owner is not None
        and cls.is_subclass_of(fx.owner)
    )


def _call_setter(
    fx: Fx, obj: ir.Expr, name: str, getter: FuncInfo, home: ClassInst, value: ir.Expr, span: Span
) -> list[ir.Stmt]:
    if getter.setter is None:
        assert isinstance(obj.type, ClassInst)
        refusal = fail("E0344", f"the property `{name}` has no setter", span,
                       help=f"add `@{name}.setter` to the class; {awaited.WAYS_OUT.format('AttributeError')}")
        words = f"property '{name}' of '{obj.type.info.shown_name}' object has no setter"
        return [ir.Eval(span, awaited.raising(fx, "AttributeError", words, refusal, span, first=[value, obj]))]
    if isinstance(obj.type, ClassInst) and obj.type.info.frozen and obj.type.info.member(name + HELD):
        raise fail("E0344", f"`{obj.type}` is frozen: its property `{name}` cannot be assigned", span,
                   help="make a new object with the new value")
    save, got = fx.save(value)
    setter = getter.setter

    def own(it: ir.Expr) -> ir.Stmt:
        return ir.Eval(span, calls.call_function(fx, setter, home, calls.evaluated([it, got]), (), span))

    def below(it: ir.Expr) -> list[ir.Stmt]:
        assert isinstance(it.type, ClassInst)
        found = find_member(it.type, name)
        if found is None or not isinstance(found[1], FuncInfo) or found[1].kind != "getter":
            raise fail("E0317", f"`{it.type}.{name}` overrides a property and is none", span)
        return _call_setter(fx, it, name, found[1], found[0], got, span)

    return [save, *late.set_property(fx, obj, name, own, below, span)]
