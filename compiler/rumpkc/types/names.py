"""Names and attributes: variables with what is known about them, globals, fields, properties, enum members."""

from __future__ import annotations

from rumpkc.diagnostics import CompileError, did_you_mean, fail
from rumpkc.ir import nodes as ir
from rumpkc.names.modules import as_written
from rumpkc.source import Span
from rumpkc.syntax import tree
from rumpkc.types import (
    any_values,
    callables,
    calls,
    class_values,
    decorated_forms,
    docstrings,
    enums,
    field_defaults,
    kept_members,
    late,
    layouts,
    open_shapes,
    records,
)
from rumpkc.types import globals as module_globals
from rumpkc.types.annotations import Annotations
from rumpkc.types.bindings import unbound_inside
from rumpkc.types.boxes import as_known
from rumpkc.types.classes import fields_of, find_member, missing_field
from rumpkc.types.conditions import is_type_call, narrow_key
from rumpkc.types.convert import coerce
from rumpkc.types.doubts import by_member, with_fact, without_none
from rumpkc.types.fx import Fx, PartialType, Restart, Var
from rumpkc.types.symbols import (
    ClassInfo,
    FuncInfo,
    ImportRef,
    ModuleInfo,
    Special,
    Symbol,
    TypeVarInfo,
    VarInfo,
)
from rumpkc.types.types import (
    BOOL,
    F32,
    FLOAT,
    INT,
    NEVER,
    NONE,
    ClassInst,
    FuncType,
    IntType,
    OptionalType,
    Type,
    UnionType,
    is_object,
    is_reference,
)
from rumpkc.types.unknown_names import not_defined
from rumpkc.types.unset import FLAG

BUILTIN_VALUES = frozenset(map("builtins.{}".format, "bool int float str bytes bytearray object".split()))
STREAMS = {"sys.stdout": "stdout", "sys.stderr": "stderr"}


def static_symbol(fx: Fx, node: tree.Expr) -> Symbol | None:
    """What a dotted name stands for at compile time, or None where a variable or value comes first."""
    if isinstance(node, tree.Name):
        if node.id in fx.class_params:
            return TypeSymbol(fx.class_params[node.id])
        if fx.lookup(node.id) is not None or node.id in fx.assigned:
            return None
        if node.id in fx.env:
            return TypeSymbol(fx.env[node.id])
        return fx.world.lookup(fx.module, node.id)
    if isinstance(node, tree.Attribute):
        head = static_symbol(fx, node.value)
        if isinstance(head, ModuleInfo):
            return _in_module(fx, head, node)
        if isinstance(head, Special) and head.name.startswith("module:"):
            known = Annotations(fx.world, fx.module, fx.env).symbol(node)
            return known
        if isinstance(head, Special) and head.name == "rumpk.prim":
            return Special(f"prim.{node.attr}")
        if isinstance(head, Special) and head.name in ("rumpk.csr", "rumpk.sysreg"):
            return Special(f"sys.{node.attr}")
        return _inner_class(fx, head, node)
    return None


def _inner_class(fx: Fx, head: Symbol | None, node: tree.Attribute) -> ClassInfo | None:
    """`Outer.Inner`, `cls.Inner`, `self.Inner`: a class that lies inside a class."""
    of: Type | Symbol | None = head.type if isinstance(head, TypeSymbol) else head
    if head is None and isinstance(node.value, tree.Name) and (var := fx.lookup(node.value.id)) is not None:
        of = fx.state.narrow.get(node.value.id, var.local.type)
    info = of.info if isinstance(of, ClassInst) else of
    found = info.member(node.attr) if isinstance(info, ClassInfo) else None
    if not isinstance(info, ClassInfo) or found is None or not isinstance(found[1], ClassInfo):
        return None
    if info is not head and info.overridden_below(node.attr):
        raise fail("E0414", f"`{node.attr}` may be another class in a subclass of `{info.shown_name}`", node.span,
                   help=f"write `{info.shown_name}.{node.attr}`, or give the classes different names")
    return found[1]


class TypeSymbol(Symbol):
    """A type variable's meaning, used as a class: `T(…)`."""

    __slots__ = ("type",)

    def __init__(self, type: Type) -> None:  # noqa: A002
        self.type = type


def _in_module(fx: Fx, module: ModuleInfo, node: tree.Attribute) -> Symbol:
    if node.attr in module.names:
        symbol = fx.world.resolve(module.names[node.attr])
        _stays_as_imported(module, node.attr, symbol, node.span)
        return symbol
    full = f"{module.name}.{node.attr}"
    if full in fx.world.modules:
        return fx.world.modules[full]
    raise fail(
        "E0203",
        f"module `{as_written(module.name)}` has no name `{node.attr}`",
        node.attr_span,
        help=did_you_mean(node.attr, module.names),
    )


def name_value(fx: Fx, node: tree.Name, want: Type | None) -> ir.Expr:
    """A name as a value."""
    var = fx.lookup(node.id)
    if var is not None:
        nested = callables.nested_value(fx, node, var, want) if var.nested is not None else None
        return nested or read_variable(fx, node, var)
    if node.id in fx.assigned:
        return _unbound(fx, node)
    symbol = static_symbol(fx, node)
    if symbol is None:
        raise not_defined(fx, node)
    _stays_as_imported(fx.module, node.id, symbol, node.span)
    return symbol_value(fx, symbol, node, want)


def _stays_as_imported(module: ModuleInfo, name: str, symbol: Symbol, span: Span) -> None:
    """E0343 where `from m import x` in `module` keeps in CPython what `x` was then, and functions of `m` assign it.

    What the compiler imports under a name of its own (`@…`) is read where it is used.
    """
    ref = None if name.startswith("@") else module.names.get(name)
    if isinstance(symbol, VarInfo) and isinstance(ref, ImportRef) and symbol.module is not module and (
            module_globals.is_rebound(symbol.module, symbol.name)):
        home, of = as_written(symbol.module.name), symbol.name
        raise fail("E0343", f"`{of}` of `{home}` changes, and the import keeps what it was", span,
                   help=f"import the module, and write `{home.rpartition('.')[2]}.{of}`")


def _unbound(fx: Fx, node: tree.Name) -> ir.Expr:
    """A local that nothing has bound on any path to here."""
    if fx.state.dead:
        return ir.Prim(node.span, NEVER, "unreachable", ())
    raise fail(
        "E0202",
        f"`{node.id}` is read before it is bound",
        node.span,
        help=f"`{node.id}` is a local variable because this function assigns it; assign it first"
        + (f", or declare `global {node.id}`" if node.id in fx.module.names else ""),
    )


def read_variable(fx: Fx, node: tree.Name, var: Var) -> ir.Expr:
    """A variable's value with the type that is known here; the check that it is bound where that is in doubt."""
    name, span = node.id, node.span
    if var.failed:
        raise CompileError
    value = fx.read(var, span)
    if isinstance(var.local.type, PartialType) or fx.state.dead:
        return value
    in_scope = bool(fx.scopes) and any(name in scope for scope in fx.scopes)
    if var.cell is not None and not in_scope:
        value = _if_bound(fx, value, node, var)
    elif not in_scope and name not in fx.captured and name not in fx.state.bound:
        if var.flag is None:
            fx.hints.flagged.add(name)
            raise Restart
        check = ir.If(
            span,
            ir.LocalGet(span, BOOL, var.flag),
            (),
            (
                ir.Eval(
                    span,
                    ir.Call(
                        span,
                        NEVER,
                        fx.world.library("runtime", "rt_unbound"),
                        (ir.StrConst(span, fx.world.cls("str"), name),),
                    ),
                ),
            ),
        )
        value = ir.Seq(span, value.type, (check,), value)
    known = fx.state.narrow.get(name)
    if known is None and name in fx.state.doubted:
        fx.doubtful[id(value)] = (value, fx.state.doubted[name])
    if known is None or known == var.local.type:
        return value
    if known is NONE:
        return ir.Seq(span, NONE, (), ir.Const(span, NONE, None))
    if known is NEVER:
        return ir.Prim(span, NEVER, "unreachable", ()) if var.local.type is NONE else value
    return as_known(fx, value, known, span)


def _if_bound(fx: Fx, value: ir.Expr, node: tree.Name, var: Var) -> ir.Expr:
    """The value of a variable in a cell, which is bound or not as the functions that share it left it."""
    name, span = node.id, node.span
    if (name in fx.state.bound or var.sure) and not unbound_inside(fx, name):
        return value
    assert var.cell is not None
    missing = fx.world.library("runtime", "rt_unbound_free" if name in fx.captured else "rt_unbound")
    stop = ir.Call(span, NEVER, missing, (ir.StrConst(span, fx.world.cls("str"), name),))
    test = ir.FieldGet(span, BOOL, ir.LocalGet(span, var.cell.type, var.cell), "bound")
    return ir.Seq(span, value.type, (ir.If(span, test, (), (ir.Eval(span, stop),)),), value)


def symbol_value(fx: Fx, symbol: Symbol, node: tree.Expr, want: Type | None) -> ir.Expr:
    """A module-level name as a value."""
    span = node.span
    if isinstance(symbol, VarInfo):
        value = module_globals.read(fx, symbol, span, want)
        if symbol.decorated is not None:
            decorated_forms.ask_value(fx, symbol.decorated, value.type, want)
        return with_fact(fx, value, narrow_key(fx, node), span)
    if isinstance(symbol, FuncInfo):
        return callables.function_value(fx, symbol, None, node, want)
    if isinstance(symbol, Special) and symbol.name == "builtins.__name__":
        name = "__main__" if fx.module.name == fx.world.main_module else fx.module.name
        return ir.StrConst(span, fx.world.cls("str"), name)
    if isinstance(symbol, Special) and symbol.name == "builtins.__debug__":
        return ir.Const(span, BOOL, True)
    if isinstance(symbol, Special) and symbol.name == "sys.maxsize":
        return ir.Const(span, INT, (1 << 63) - 1)
    if isinstance(symbol, Special) and symbol.name == "typing.TYPE_CHECKING":
        return ir.Const(span, BOOL, False)
    if isinstance(symbol, Special) and symbol.name in STREAMS:
        return module_globals.read(fx, fx.world.stream(STREAMS[symbol.name], span), span, want)
    if isinstance(symbol, (ClassInfo, Special)):
        value = callables.static_value(fx, symbol, node, want)
        if value is not None:
            return value
    if isinstance(symbol, (ClassInfo, Special, TypeSymbol)):
        value = class_values.named(fx, node, want)
        if value is not None:
            return value
    if (want is None or is_object(want)) and isinstance(symbol, Special) and symbol.name in BUILTIN_VALUES:
        return class_values.value_of(fx, Annotations(fx.world, fx.module, fx.env, exact=True).type_of(node), span)
    what = {ClassInfo: "class", ModuleInfo: "module", TypeVarInfo: "type variable"}.get(type(symbol), "name")
    shown = symbol.name.rpartition(".")[2] if isinstance(symbol, Special) else getattr(symbol, "name", "this")
    helps = "call it, or name one of its members"
    if isinstance(symbol, Special) and symbol.name.startswith("builtins."):
        helps = f"call it, or give the place a type: `f: Callable[[A], R] = {shown}`"
    error = fail("E0414", f"the {what} `{shown}` is not a value", span, help=helps)
    if want is not None and open_shapes.holds_open(want):
        return open_shapes.waits(fx, error, want, span)
    raise error


# Attributes


def attribute_value(fx: Fx, node: tree.Attribute, want: Type | None) -> ir.Expr:
    """`a.b` as a value."""
    symbol = static_symbol(fx, node)
    if symbol is not None:
        return symbol_value(fx, symbol, node, want)
    head = static_symbol(fx, node.value)
    if node.attr == "__doc__" and (text := docstrings.of(fx, head, node)) is not None:
        return text
    if isinstance(head, (ClassInfo, TypeSymbol)):
        return _class_attribute(fx, head, node, want)
    if isinstance(head, Special) and (value := callables.static_value(fx, head, node, want)) is not None:
        return value
    if (
        isinstance(node.value, tree.Call)
        and isinstance(node.value.func, tree.Name)
        and node.value.func.id == "type"
        and node.attr in ("__name__", "__qualname__")
    ):
        return _type_name(fx, node)
    if is_type_call(node.value):
        return _attribute_of_type(fx, node)
    if isinstance(node.value, tree.Call) and isinstance(node.value.func, tree.Name) and node.value.func.id == "super":
        from rumpkc.types.callees import super_property

        return super_property(fx, node)
    from rumpkc.types.exprs import expr
    from rumpkc.types.function_names import of_attribute

    if node.attr in ("__name__", "__qualname__") and (name := of_attribute(fx, head, node)) is not None:
        return name
    at = attribute_place(node)
    obj = present(fx, expr(fx, node.value), node.attr, at)
    if node.attr == "__doc__" and (text := docstrings.of_object(fx, obj, node)) is not None:
        return text
    if callables.is_method(fx, obj.type, node.attr):
        return callables.bound_method(fx, obj, node.attr, at, want)
    if node.attr == "format" and obj.type == fx.world.cls("str"):
        return callables.template(fx, node, want)
    return with_fact(fx, get_attribute(fx, obj, node.attr, at), narrow_key(fx, node), at)


def attribute_place(node: tree.Attribute) -> Span:
    """Where reading an attribute counts from: in a chain over several lines its own, as in CPython."""
    return node.span if node.attr_span.line == node.span.line else node.attr_span


def _attribute_of_type(fx: Fx, node: tree.Attribute) -> ir.Expr:
    """`type(x).size`: the variable of the object's own class, whatever the object has under that name."""
    from rumpkc.types.exprs import expr

    assert isinstance(node.value, tree.Call)
    value = expr(fx, node.value.args[0])
    if node.attr == "__doc__" and (text := docstrings.of_object(fx, value, node)) is not None:
        return text
    return _of_class(fx, value, node.attr, node.span)


def class_variable(fx: Fx, cls: ClassInst, var: VarInfo, span: Span, want: Type | None = None) -> ir.Expr:
    """`cls.name`, a variable of just this class; AttributeError where it only declares it, for its subclasses."""
    home = var.owner
    if var.value is None and var.annotation is not None and home is not None and not module_globals.body_assigns(var):
        if late.set_below(home, var.name):
            return _lacking(fx, None, f"type object '{cls.info.shown_name}'", var, span)
    return module_globals.read(fx, var, span, want)


def _of_class(fx: Fx, obj: ir.Expr, name: str, span: Span, lacking: ir.Expr | None = None) -> ir.Expr:
    """The variable `name` of the object's own class; `lacking` for a class that has none."""

    def own(value: ir.Expr) -> ir.Expr:
        found = find_member(value.type, name) if isinstance(value.type, ClassInst) else None
        if lacking is not None and (found is None or isinstance(found[1], VarInfo) and found[1].value is None):
            return lacking
        default = field_defaults.of_class(fx, value.type, name) if isinstance(value.type, ClassInst) else None
        if found is None and default is not None:
            return ir.Seq(span, default.type, (ir.Eval(span, value),), default)
        if found is None or not isinstance(found[1], VarInfo):
            raise fail("E0414", f"`{name}` is not a variable of the class of {value.type}", span)
        read = class_variable(fx, found[0], found[1], span)
        return ir.Seq(span, read.type, (ir.Eval(span, value),), read)

    def of(value: ir.Expr) -> ir.Expr:
        below = late.subclasses(fx, value.type, name, span) if isinstance(value.type, ClassInst) else []
        return late.by_class(fx, value, below, of, own, span) if below else own(value)

    return of(obj)


def _type_name(fx: Fx, node: tree.Attribute) -> ir.Expr:
    """`type(x).__name__`."""
    from rumpkc.types.exprs import expr

    assert isinstance(node.value, tree.Call)
    value = expr(fx, node.value.args[0])
    if node.attr == "__qualname__" and isinstance(value.type, ClassInst) and _lies_inside(value.type.info):
        if value.type.info.subclasses:
            raise fail("E0437", "`__qualname__` of a class inside another is known by its name only", node.span,
                       help=f"write `{value.type.name}.__qualname__`, or `type(x).__name__`")
        return ir.Seq(node.span, fx.world.cls("str"), (ir.Eval(node.span, value),),
                      ir.StrConst(node.span, fx.world.cls("str"), value.type.info.name))
    return _name_of_class(fx, value, node.span)


def _lies_inside(info: ClassInfo) -> bool:
    """Whether a class or one below it has another `__qualname__` than `__name__`."""
    return not info.module.library and "." in info.name or any(map(_lies_inside, info.subclasses))


def _name_of_class(fx: Fx, value: ir.Expr, span: Span) -> ir.Expr:
    """The name of the class that `value` has when the program runs."""
    t, text = value.type, fx.world.cls("str")
    kept_members.asked(fx.world, t, span)
    if isinstance(t, UnionType):
        from rumpkc.types.operators import of_members

        return of_members(fx, [value], lambda x: _name_of_class(fx, x[0], span), span, "`type`")
    if isinstance(t, OptionalType):
        save, got = fx.save(value)
        name = _name_of_class(fx, ir.Convert(span, t.item, got), span)
        none = ir.StrConst(span, text, "NoneType")
        return ir.Seq(span, text, (save,), ir.IfExp(span, text, ir.IsNone(span, BOOL, got), none, name))
    if is_reference(t):
        return ir.Call(span, text, fx.world.library("object", "type_name"), (coerce_object(fx, value),))
    if isinstance(t, FuncType):
        from rumpkc.types import function_names

        return function_names.kind(fx, value, span)
    name = "NoneType" if t is NONE else str(t).partition("[")[0]
    return ir.Seq(span, text, (ir.Eval(span, value),), ir.StrConst(span, text, name))


def coerce_object(fx: Fx, value: ir.Expr) -> ir.Expr:
    """A reference as `object`."""
    return ir.Convert(value.span, fx.world.cls("object"), value)


def _class_attribute(fx: Fx, head: ClassInfo | TypeSymbol, node: tree.Attribute, want: Type | None) -> ir.Expr:
    if isinstance(head, TypeSymbol):
        if not isinstance(head.type, ClassInst):
            return class_values.attribute(fx, class_values.value_of(fx, head.type, node.span), node.attr, node.span)
        cls = head.type
    else:
        shared = head.member(node.attr)
        if shared is not None and isinstance(shared[1], VarInfo) and head.kind != "enum":
            value = module_globals.read(fx, shared[1], node.span, want)
            return with_fact(fx, value, narrow_key(fx, node), node.span)
        from rumpkc.types.constructors import named_alone

        cls = named_alone(fx, head, node.attr)
    if cls.info.kind == "enum":
        target = enums.member(fx.world, cls, node.attr)
        if target is not None:
            return ir.GlobalAddr(node.span, cls, target)
        if node.attr == "__members__":
            return enums.members_dict(fx, cls, node.span)
    found = find_member(cls, node.attr)
    if found is None:
        if node.attr in ("__name__", "__qualname__"):
            shown = cls.name if node.attr == "__name__" or cls.info.module.library else cls.info.name
            return ir.StrConst(node.span, fx.world.cls("str"), shown)
        if node.attr == "_fields" and cls.info.kind == "namedtuple":
            return records.field_names(fx, cls, node.span)
        if node.attr == "_field_defaults" and cls.info.kind == "namedtuple":
            return records.field_defaults(fx, cls, node.span, want)
        if node.attr == "__match_args__" and cls.info.kind in ("dataclass", "namedtuple"):
            return records.match_args(fx, cls, node.span)
        if (default := field_defaults.of_class(fx, cls, node.attr)) is not None:
            return default
        raise missing_field(fx.world, cls, node.attr, node.attr_span)
    home, member = found
    if isinstance(member, VarInfo):
        value = class_variable(fx, cls, member, node.span, want)
        return with_fact(fx, value, narrow_key(fx, node), node.span)
    if isinstance(member, FuncInfo) and member.kind in ("static", "method"):
        return callables.function_value(fx, member, home, node, want)
    if isinstance(member, FuncInfo) and member.kind == "class":
        return callables.function_value(fx, member, cls, node, want)
    raise fail("E0414", f"`{cls}.{node.attr}` is not a value", node.span)


def get_attribute(fx: Fx, obj: ir.Expr, name: str, span: Span) -> ir.Expr:
    """Attribute `name` of a value that is not None."""
    t = obj.type
    if isinstance(t, UnionType):
        return _union_attribute(fx, obj, t, name, span)
    if not isinstance(t, ClassInst):
        return _builtin_attribute(fx, obj, name, span)
    if class_values.held(t) is not None and name != "_record":
        return class_values.attribute(fx, obj, name, span)
    if name == "name" and enums.is_flag(t):
        return enums.flag_text(fx, obj, "flag_name", span)
    if name == "value" and isinstance(obj, ir.GlobalAddr) and (known := enums.value_of(fx.world, t, obj)) is not None:
        return known
    if t.info.kind == "enum" and name in ("name", "value"):
        fields = fields_of(fx.world, t)
        found = ir.FieldGet(span, fields[f"_{name}_"], obj, f"_{name}_")
        plain = enums.is_int_enum(t) and found.type is INT or enums.is_str_enum(t) and name == "value"
        return ir.Convert(span, found.type, found) if plain else found
    if name == "_fields" and t.info.kind == "namedtuple":
        return ir.Seq(span, (names := records.field_names(fx, t, span)).type, (ir.Eval(span, obj),), names)
    if name == "_field_defaults" and t.info.kind == "namedtuple":
        made = records.field_defaults(fx, t, span, None)
        return ir.Seq(span, made.type, (ir.Eval(span, obj),), made)
    if t.info.kind == "mmio":
        from rumpkc.types import systems

        return systems.read_register(fx, obj, name, span)
    if t.info.kind == "record" and (part := layouts.part_of(fx, obj, name)) is not None:
        return layouts.read(fx, obj, part, span)
    no_private(fx, t, name, span)
    fields = fields_of(fx.world, t)
    if _is_descriptor(fx, t, name):
        raise CompileError              # its class was refused
    if name in fields:
        return _flagged(fx, obj, name, span) if FLAG + name in fields else ir.FieldGet(span, fields[name], obj, name)
    found = find_member(t, name)
    if found is None:
        other = by_member(fx, obj, name, lambda it: get_attribute(fx, it, name, span), span)
        if other is not None:
            return other
        if any_values.is_open(fx, obj):
            return any_values.attribute(fx, obj, name, lambda it: get_attribute(fx, it, name, span), span)
        raise missing_field(fx.world, t, name, span, key=True)
    home, member = found
    assert isinstance(member, VarInfo | FuncInfo)
    below: list[ClassInst] = []
    by_test = isinstance(member, VarInfo) or (member.kind == "getter" and not late.only_getters_below(t.info, name))
    if by_test:
        below = late.subclasses(fx, t, name, span)
    if below:
        return late.by_class(
            fx,
            obj,
            below,
            lambda value: get_attribute(fx, value, name, span),
            lambda value: _own_or_none(fx, value, member, home, span),
            span,
        )
    return _own_attribute(fx, obj, member, home, span, not by_test and t.info.overridden_below(name))


def _is_descriptor(fx: Fx, t: ClassInst, name: str) -> bool:
    """Whether the variable `name` of the class holds an object with `__get__` or `__set__`."""
    found = find_member(t, name)
    if found is None or not isinstance(found[1], VarInfo) or t.info.module.library or not isinstance(
            found[1].value, tree.Call):
        return False
    held = module_globals.type_of(fx.world, found[1])
    return isinstance(held, ClassInst) and not held.info.module.library and any(
        held.info.member(method) is not None for method in ("__get__", "__set__"))


def _own_or_none(fx: Fx, obj: ir.Expr, member: VarInfo | FuncInfo, home: ClassInst, span: Span) -> ir.Expr:
    """What the class itself has; AttributeError where it only declares the variable, for its subclasses to set."""
    if isinstance(member, FuncInfo) or member.value is not None or member.annotation is None:
        return _own_attribute(fx, obj, member, home, span, False)
    return _lacking(fx, obj, f"'{home.info.shown_name}' object", member, span)


def _lacking(fx: Fx, obj: ir.Expr | None, who: str, member: VarInfo, span: Span) -> ir.Expr:
    """The AttributeError of a variable that a class only declares."""
    from rumpkc.types import text
    from rumpkc.types.tries import raise_new

    words = text.str_const(fx, span, f"{who} has no attribute '{member.name}'")
    error = raise_new(fx, "AttributeError", [words], module_globals.type_of(fx.world, member), span)
    return ir.Seq(span, error.type, (ir.Eval(span, obj),), error) if obj is not None else error


def _flagged(fx: Fx, obj: ir.Expr, name: str, span: Span) -> ir.Expr:
    """A field that may have no value yet: the variable of the class stands in for it, else it is an AttributeError."""
    assert isinstance(obj.type, ClassInst)
    save, got = fx.save(obj)
    t = obj.type.fields[name]
    found = find_member(obj.type, name)
    text = fx.world.cls("str")
    kind = ir.Call(span, text, fx.world.library("object", "type_name"), (coerce_object(fx, got),))
    stop = ir.Call(span, NEVER, fx.world.library("runtime", "rt_unset"), (kind, ir.StrConst(span, text, name)))
    if found is not None and isinstance(found[1], VarInfo) or _is_variable_below(obj.type.info, name):
        shared = coerce(fx, _of_class(fx, got, name, span, coerce(fx, stop, t, span)), t, span)
        flag = ir.FieldGet(span, BOOL, got, FLAG + name)
        return ir.Seq(span, t, (save,), ir.IfExp(span, t, flag, ir.FieldGet(span, t, got, name), shared))
    test = ir.If(span, ir.FieldGet(span, BOOL, got, FLAG + name), (), (ir.Eval(span, stop),))
    return ir.Seq(span, t, (save, test), ir.FieldGet(span, t, got, name))


def _is_variable_below(info: ClassInfo, name: str) -> bool:
    """Whether a class below `info` has a variable `name` with a value."""
    return any(isinstance(member := below.members.get(name), VarInfo) and member.value is not None
               or _is_variable_below(below, name) for below in info.subclasses)


def _own_attribute(
    fx: Fx, obj: ir.Expr, member: VarInfo | FuncInfo, home: ClassInst, span: Span, virtual: bool
) -> ir.Expr:
    """A class variable or property as the class `home` defines it."""
    t, name = obj.type, member.name
    if isinstance(member, VarInfo):
        return ir.Seq(span, (value := module_globals.read(fx, member, span, None)).type, (ir.Eval(span, obj),), value)
    assert isinstance(member, FuncInfo)
    if member.kind == "getter":
        return calls.call_function(fx, member, home, calls.evaluated([obj]), (), span, virtual=virtual)
    raise fail("E0415", f"the method `{t}.{name}` is not a value", span, help=f"call it: `….{name}(…)`")


def no_private(fx: Fx, t: ClassInst, name: str, span: Span) -> None:
    """What a library class keeps to itself is not there for others: under CPython the class has other insides."""
    library = t.info.module.library and t.info.module.name.startswith("lib.core.")
    if library and name.startswith("_") and not name.endswith("__") and not fx.module.library:
        raise fail("E0320", f"`{t}` has no attribute `{name}`", span)


def _union_attribute(fx: Fx, obj: ir.Expr, t: UnionType, name: str, span: Span) -> ir.Expr:
    """An attribute that every member of the union has."""
    from rumpkc.types.convert import coerce, join

    other = by_member(fx, obj, name, lambda it: get_attribute(fx, it, name, span), span)
    if other is not None:
        return other
    save, got = fx.save(obj)
    parts = [(m, get_attribute(fx, ir.Convert(span, m, got), name, span)) for m in t.members]
    result = join(fx, [v.type for _, v in parts], span, f"`.{name}`")
    out = coerce(fx, parts[-1][1], result, span)
    for member, value in reversed(parts[:-1]):
        out = ir.IfExp(span, result, ir.IsInstance(span, BOOL, got, member), coerce(fx, value, result, span), out)
    return ir.Seq(span, result, (save,), out)


NUMBER_ATTRIBUTES = {("int", n) for n in ("real", "imag", "numerator", "denominator")} | {
    ("float", n) for n in ("real", "imag")}


def _builtin_attribute(fx: Fx, obj: ir.Expr, name: str, span: Span) -> ir.Expr:
    t = obj.type
    kind = "float" if t in (FLOAT, F32) else "int" if isinstance(t, IntType) or t is BOOL else ""
    if (kind, name) in NUMBER_ATTRIBUTES:
        from rumpkc.types.convert import coerce
        from rumpkc.types.integers import bool_to_int, int_to_float

        value = int_to_float(fx, obj) if kind == "float" else coerce(fx, bool_to_int(obj), INT, span, f"`.{name}`")
        return ir.Call(span, value.type, fx.world.library(kind, f"{kind}_{name}"), (value,))
    raise fail("E0320", f"`{obj.type}` has no attribute `{name}`", span)


NONE_WORDS = {          # where no attribute is named in the source, None is a TypeError
    "__iter__": "'NoneType' object is not iterable",
    "__getitem__": "'NoneType' object is not subscriptable",
    "__setitem__": "'NoneType' object does not support item assignment",
    "__delitem__": "'NoneType' object does not support item deletion",
    "__call__": "'NoneType' object is not callable",
}


def present(fx: Fx, value: ir.Expr, attr: str, span: Span) -> ir.Expr:
    """`value` without its None: an attribute of None raises AttributeError with CPython's words."""
    t = value.type
    if t is NONE:
        raise fail("E0326", f"this is always None here, and None has no attribute `{attr}`", span)
    if not isinstance(t, OptionalType):
        return value
    if attr in NONE_WORDS:
        return without_none(fx, value, "TypeError", [NONE_WORDS[attr]], span)
    save, got = fx.save(value)
    words = (ir.StrConst(span, fx.world.cls("str"), attr),)
    stop = ir.Eval(span, ir.Call(span, NEVER, fx.world.library("runtime", "rt_none_attribute"), words))
    return ir.Seq(span, t.item, (save, ir.If(span, ir.IsNone(span, BOOL, got), (stop,))), ir.Convert(span, t.item, got))
