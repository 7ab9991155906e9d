"""Classes as values: `type[C]` holds C or a class below it, as the address of its typeinfo record.

    kinds: list[type[Shape]] = [Circle, Square]
    kinds[0](2)              ->     record is Square ? Square(2) : record is Circle ? Circle(2) : <Shape is abstract>
    kinds[0].sides, .make()  ->     record below Square ? Square.sides : … : Shape.sides

A parameter `kind: type[C]` where nothing is below C (and that the body keeps) stands for the class itself.
`type[int]` has no record, as nothing can be below: its one value is its type. As a `type[object]` it has that of its
boxes. Generic classes have a record for each instance; what tells the class is the name in it (lib/core/types.py).
"""

from __future__ import annotations

from collections.abc import Callable

from rumpkc.diagnostics import CompileError, Diagnostic, fail
from rumpkc.ir import nodes as ir
from rumpkc.source import Span
from rumpkc.syntax import tree
from rumpkc.types import boxes, class_facts, class_titles, kept_members, late
from rumpkc.types.builtins import CLASS_VALUE
from rumpkc.types.enum_values import is_flag_class
from rumpkc.types.class_facts import RECORD
from rumpkc.types.classes import fields_of, find_member
from rumpkc.types.fx import Fx, assigned_names
from rumpkc.types.symbols import ClassInfo, FuncInfo, Param, VarInfo
from rumpkc.types.types import (
    BOOL,
    NEVER,
    NONE,
    ClassInst,
    FuncType,
    OptionalType,
    Type,
    UnionType,
    held,
    is_object,
    is_reference,
)
from rumpkc.types.world import World

HOME = "lib.core.types"
HOMES = {                               # the module that CPython names, of classes that lie in another file here
    "lib.chain_map": "collections", "lib.counter": "collections", "lib.dataclass_parts": "dataclasses",
    "lib.files": "_io", "lib.inflate": "zlib", "lib.io": "_io", "lib.json_scan": "json.decoder", "lib.os_files": "os",
    "lib.os_scan": "posix", "lib.streams": "io", "lib.timedelta": "datetime",
}


def has_record(cls: Type | None) -> bool:
    """Whether a `type[cls]` is told apart from others by its record."""
    return cls is not None and is_reference(cls)


def is_exact(cls: Type) -> bool:
    """Whether `type[cls]` can only hold `cls`."""
    return isinstance(cls, ClassInst) and not cls.info.subclasses and cls.name != "object" or not has_record(cls)


def bind_params(fx: Fx, params: tuple[Param, ...]) -> None:
    """The parameters that stand for a class throughout the body, which does not assign to them, are that class."""
    if fx.module.name == HOME:
        return
    body = fx.inst.info.node.body if fx.inst is not None else ()
    own = {p.name: t for p in params if (t := held(p.type)) is not None and is_exact(t)}
    for name in own.keys() - (assigned_names(body) if own else set()):
        fx.class_params[name] = own[name]
        fx.env = {**fx.env, name: own[name]}


def value_of(fx: Fx, cls: Type, span: Span) -> ir.Expr:
    """The class `cls` as a value."""
    if not has_record(cls):
        return _made(fx, cls, ir.Const(span, RECORD, None), span)
    assert isinstance(cls, ClassInst)
    fx.world.type_infos[cls] = None
    fx.world.class_values[cls] = None
    return _made(fx, cls, ir.TypeInfo(span, RECORD, cls), span)


def _made(fx: Fx, cls: Type, record: ir.Expr, span: Span) -> ir.Expr:
    t = fx.world.cls(CLASS_VALUE, cls)
    fields_of(fx.world, t)
    return ir.Aggregate(span, t, (record,))


def named(fx: Fx, node: tree.Expr, want: Type | None) -> ir.Expr | None:
    """A class by its name where a value is asked for. One that is generic, or no object, needs a place that tells."""
    from rumpkc.types.annotations import Annotations
    from rumpkc.types.names import TypeSymbol, static_symbol

    symbol = static_symbol(fx, node)
    if isinstance(symbol, TypeSymbol):
        return value_of(fx, symbol.type, node.span)
    goal = want.item if isinstance(want, OptionalType) else want
    wanted = held(goal) if goal is not None else None
    container = Annotations(fx.world, fx.module, fx.env, exact=True).container(node)
    if container is not None and (want is None or is_object(want) or wanted is not None and is_object(wanted)):
        return value_of(fx, fx.world.class_of_objects(container), node.span)
    if isinstance(symbol, ClassInfo) and symbol.type_params:
        fits = isinstance(wanted, ClassInst) and wanted.info is symbol
        return value_of(fx, wanted, node.span) if fits and wanted is not None else None
    if isinstance(symbol, ClassInfo) and symbol in fx.world.copies:
        return value_of(fx, fx.world.inst(symbol), node.span)
    if wanted is None and (not isinstance(symbol, ClassInfo) or symbol.by_value or symbol.kind in ("protocol", "mmio")):
        return None
    return value_of(fx, Annotations(fx.world, fx.module, fx.env, exact=True).type_of(node), node.span)


def class_of(fx: Fx, value: ir.Expr, span: Span) -> ir.Expr:
    """`type(x)` as a value."""
    t = value.type
    if isinstance(t, (OptionalType, UnionType)):
        return _class_of_member(fx, value, span)
    if not is_reference(t):
        if held(t) is not None:
            raise fail("E0401", f"`type(x)` of {t} is not compiled as a value", span,
                       help="compare with `isinstance`, or write `type(x).__name__`")
        kept_members.asked(fx.world, t, span)
        made = value_of(fx, t, span)
        return ir.Seq(span, made.type, (ir.Eval(span, value),), made)
    assert isinstance(t, ClassInst)
    kept_members.asked(fx.world, t, span)
    fx.world.class_values_below[t] = None
    return _made(fx, t, ir.Prim(span, RECORD, "ref.typeinfo", (value,)), span)


def _class_of_member(fx: Fx, value: ir.Expr, span: Span) -> ir.Expr:
    """`type(x)` of what is one of several types, as a `type[object]`."""
    from rumpkc.types.convert import coerce

    save, got = fx.save(value)
    t = value.type
    parts = (NONE, t.item) if isinstance(t, OptionalType) else t.members if isinstance(t, UnionType) else ()
    target = fx.world.cls(CLASS_VALUE, fx.world.cls("object"))
    out: ir.Expr | None = None
    for part in reversed(parts):
        some = ir.Const(span, NONE, None) if part is NONE else ir.Convert(span, part, got)
        one = coerce(fx, class_of(fx, some, span), target, span)
        test = ir.IsNone(span, BOOL, got) if part is NONE else ir.IsInstance(span, BOOL, got, part)
        out = one if out is None else ir.IfExp(span, target, test, one, out)
    assert out is not None
    return ir.Seq(span, target, (save,), out)


def object_class(fx: Fx) -> ClassInst:
    """The class of the objects that hold a class where an `object` is."""
    info = fx.world.module("lib.core.types").names["ClassObject"]
    assert isinstance(info, ClassInfo)
    return fx.world.inst(info)


def of_object(fx: Fx, holder: ir.Expr, span: Span) -> ir.Expr:
    """The `type[object]` in one of the objects that hold a class."""
    return _made(fx, fx.world.cls("object"), record_of(holder), span)


def record_of(value: ir.Expr) -> ir.Expr:
    """The record of a class value."""
    return ir.FieldGet(value.span, RECORD, value, "_record")


def fits(source: Type, target: Type) -> bool:
    """Whether every `type[S]` of `source` is a `target`, or one of its members: classes are covariant."""
    if isinstance(target, UnionType):
        return held(source) is not None and any(fits(source, member) for member in target.members)
    a, b = held(source), held(target)
    if a is None or not isinstance(b, ClassInst) or not has_record(b):
        return False
    return a in boxes.IN_BOXES and is_object(b) or isinstance(a, ClassInst) and has_record(a) and a.is_subclass_of(b)


def widened(fx: Fx, value: ir.Expr, target: Type) -> ir.Expr:
    """A class value as one of a base class, or as a union with such a one."""
    if isinstance(target, UnionType):
        member = next(m for m in target.members if fits(value.type, m))
        return ir.Convert(value.span, target, widened(fx, value, member))
    cls, source = held(target), held(value.type)
    assert cls is not None and source is not None
    if has_record(source):
        return _made(fx, cls, record_of(value), value.span)
    made = _made(fx, cls, box_record(fx, source, value.span), value.span)
    return ir.Seq(value.span, made.type, (ir.Eval(value.span, value),), made)


def box_record(fx: Fx, cls: Type, span: Span) -> ir.Expr:
    """The record of a class whose values are objects in boxes only."""
    box = boxes.box_of(fx, cls)
    fx.world.type_infos[box] = None
    return ir.TypeInfo(span, RECORD, box)


def common(fx: Fx | World, a: Type, b: Type) -> Type | None:
    """The type of values that are `a` or `b`, both `type[…]`."""
    world = fx.world if isinstance(fx, Fx) else fx
    x, y = held(a), held(b)
    if x is None or y is None or not all(t in boxes.IN_BOXES or has_record(t) for t in (x, y)):
        return None
    base = x if isinstance(x, ClassInst) and isinstance(y, ClassInst) else None
    while base is not None and isinstance(y, ClassInst) and not y.is_subclass_of(base):
        base = base.base
    return world.cls(CLASS_VALUE, base or world.cls("object"))


def joined(fx: Fx, a: Type, b: Type) -> Type | None:
    """As `common`, where a class with copies, or one of them, stands for all of these (`mixins.py`)."""
    from rumpkc.types.mixins import seen_as
    from rumpkc.types.unions import make_union

    x, y = held(a), held(b)
    base = x if isinstance(x, ClassInst) and isinstance(y, ClassInst) else None
    while base is not None and isinstance(y, ClassInst) and not y.is_subclass_of(base):
        info = base.info.original or base.info
        family = seen_as(fx.world, info) if info in fx.world.copies and not info.type_params else base
        members = [m for m in family.members if isinstance(m, ClassInst)] if isinstance(family, UnionType) else []
        if any(map(y.is_subclass_of, members)):
            return make_union([fx.world.cls(CLASS_VALUE, m) for m in members])
        base = base.base
    return common(fx, a, b)


def as_one(fx: Fx, value: ir.Expr, span: Span) -> ir.Expr:
    """What is one of several `type[…]` as a `type[object]`; anything else as it is."""
    from rumpkc.types.convert import coerce
    from rumpkc.types.operators import of_members

    if not isinstance(value.type, UnionType) or not all(has_record(held(m)) for m in value.type.members):
        return value
    target = fx.world.cls(CLASS_VALUE, fx.world.cls("object"))
    return of_members(fx, [value], lambda one: coerce(fx, one[0], target, span), span, "the class")


# What depends on the class that is held

def by_class(
    fx: Fx, value: ir.Expr, classes: list[ClassInst], make: Callable[[ClassInst, ir.Expr], ir.Expr], span: Span
) -> ir.Expr:
    """`make(C, value as type[C])` for the nearest class among `classes`, the bases first among them."""
    from rumpkc.types.convert import coerce

    save, got = fx.save(value)
    out = make(classes[0], got)
    for cls in classes[1:]:
        fx.world.type_infos[cls] = None
        other = make(cls, _made(fx, cls, record_of(got), span))
        if out.type is not NONE or other.type is not NONE:
            other = coerce(fx, other, out.type, span)
        out = ir.IfExp(span, out.type, _is_below(fx, got, cls, span), other, out)
    return ir.Seq(span, out.type, (save,), out)


def at_class(
    fx: Fx, value: ir.Expr, name: str, make: Callable[[ClassInst], list[ir.Stmt]], span: Span
) -> list[ir.Stmt]:
    """`make(C)`, C being the nearest of the classes in which `name` may mean something else."""
    cls = held(value.type)
    if not isinstance(cls, ClassInst):
        raise fail("E0343", f"the attributes of {value.type} cannot be assigned", span)
    save, got = fx.save(value)
    first, *below = all_below(fx, cls, name, span)
    out = make(first)
    for sub in below:
        fx.world.type_infos[sub] = None
        out = [ir.If(span, _is_below(fx, got, sub, span), tuple(make(sub)), tuple(out))]
    return [save, *out]


def _is_below(fx: Fx, value: ir.Expr, cls: ClassInst, span: Span) -> ir.Expr:
    """Whether the class that `value` is, is `cls` or below it."""
    parts = (record_of(value), ir.TypeInfo(span, RECORD, cls))
    return ir.Call(span, BOOL, fx.world.library("types", "is_record_below"), parts)


def all_below(fx: Fx, cls: ClassInst, name: str | None, span: Span) -> list[ClassInst]:
    """`cls` and the classes below it in which `name` may mean something else, bases first."""
    out = [cls]
    for sub in late.subclasses(fx, cls, name, span):
        out += all_below(fx, sub, name, span)
    return out


def attribute(fx: Fx, value: ir.Expr, name: str, span: Span) -> ir.Expr:
    """`cls.name`: the class's name, or a variable of it."""
    from rumpkc.types import docstrings, field_defaults
    from rumpkc.types.names import class_variable

    cls, text = held(value.type), fx.world.cls("str")
    if name in ("__name__", "__qualname__"):
        if not has_record(cls):
            return ir.StrConst(span, text, _plain_name(fx, cls, span))
        return ir.Call(span, text, fx.world.library("types", "name_of"), (record_of(value),))
    if not isinstance(cls, ClassInst):
        raise fail("E0320", f"`{cls}` has no attribute `{name}`", span)
    if name == "__doc__" and (whole := docstrings.type_of(fx, cls)) is not None:
        return by_class(fx, value, all_below(fx, cls, None, span),
                         lambda it, _: docstrings.of_class(fx, it, whole, span), span)

    def make(it: ClassInst, _: ir.Expr) -> ir.Expr:
        found = find_member(it, name)
        if found is None and (default := field_defaults.of_class(fx, it, name)) is not None:
            return default
        if found is None or not isinstance(found[1], VarInfo):
            raise fail("E0414", f"`{name}` is not a variable of the class `{it}`", span)
        return class_variable(fx, it, found[1], span)

    return by_class(fx, value, all_below(fx, cls, name, span), make, span)


def method(fx: Fx, value: ir.Expr, name: str, node: tree.Call, want: Type | None) -> ir.Expr:
    """`cls.name(…)`: a static or class method."""
    from rumpkc.types import calls

    cls = held(value.type)
    found = find_member(cls, name) if isinstance(cls, ClassInst) else None
    if not isinstance(cls, ClassInst) or found is None or not isinstance(found[1], FuncInfo) or (
            found[1].kind not in ("static", "class")):
        return calls.call_value(fx, attribute(fx, value, name, node.span), node)
    info = found[1]

    def make(it: ClassInst, _: ir.Expr) -> ir.Expr:
        home, member = find_member(it, name) or (it, info)
        assert isinstance(member, FuncInfo)
        owner = it if member.kind == "class" else home
        return calls.call_function(fx, member, owner, node.args, node.keywords, node.span, want)

    return by_class(fx, value, all_below(fx, cls, name if info.kind == "static" else None, node.span), make, node.span)


def call(fx: Fx, value: ir.Expr, node: tree.Call, want: Type | None) -> ir.Expr:
    """`cls(…)`: an object of the class that is held."""
    from rumpkc.types import conversions
    from rumpkc.types.convert import coerce

    cls, span = held(value.type), node.span
    assert cls is not None
    if not isinstance(cls, ClassInst) or is_exact(cls):
        made = conversions.convert_to(fx, cls, node, want)
        return ir.Seq(span, made.type, (ir.Eval(span, value),), made)
    if cls.name == "object":
        raise fail("E0401", "which classes this value can hold is not known", span, help="write `type[C]` in its type")
    save, got = fx.save(value)
    classes = all_below(fx, cls, None, span)
    out = _construct(fx, cls, node, cls) or ir.Prim(span, cls, "unreachable", ())
    for sub in classes[1:]:
        made = _construct(fx, sub, node, cls)
        if made is None:
            continue
        fx.world.type_infos[sub] = None
        test = ir.Prim(span, BOOL, "icmp.eq", (record_of(got), ir.TypeInfo(span, RECORD, sub)))
        out = ir.IfExp(span, cls, test, coerce(fx, made, cls, span), coerce(fx, out, cls, span))
    return ir.Seq(span, out.type, (save,), out)


def _construct(fx: Fx, cls: ClassInst, node: tree.Call, base: ClassInst) -> ir.Expr | None:
    """`cls(…)` of exactly this class, by a `type[base]`; None where the arguments do not fit it, which `settle` looks
    at in the end."""
    from rumpkc.types.constructors import construct_call

    error = abstract_error(fx, cls, node) or _count_error(fx, cls, node)
    if error is not None:
        return error
    try:
        return construct_call(fx, cls, node.args, node.keywords, node.span)
    except CompileError as error:
        fx.world.class_doubts += [(cls, base, first) for first in error.diagnostics[:1]]
        return None


def abstract_error(fx: Fx, cls: Type, node: tree.Call) -> ir.Expr | None:
    """The TypeError of `cls(…)`, if `cls` is a class that has no objects of its own."""
    from rumpkc.types.constructors import abstract_names

    missing = sorted(abstract_names(cls.info)) if isinstance(cls, ClassInst) else []
    if not missing:
        return None
    words = f"Can't instantiate abstract class {cls} with abstract method{'s' if len(missing) > 1 else ''} "
    return _type_error(fx, node, words + ", ".join(missing))


def _count_error(fx: Fx, cls: Type, node: tree.Call) -> ir.Expr | None:
    """The TypeError of `kind(text)`, if `kind` holds an exception of the library that takes more: those of codecs take
    five arguments, that of `json` three."""
    if not isinstance(cls, ClassInst) or not cls.info.module.library or node.keywords or any(
            isinstance(a, tree.Starred) for a in node.args):
        return None
    given = len(node.args)
    if cls.name in ("UnicodeDecodeError", "UnicodeEncodeError") and given != 5:
        return _type_error(fx, node, f"function takes exactly 5 arguments ({given} given)")
    if cls.name != "JSONDecodeError" or given >= 3:
        return None
    lost = [f"'{name}'" for name in ("msg", "doc", "pos")[given:]]
    names = ", ".join(lost[:-1]) + ("," if len(lost) > 2 else "") + " and " * (len(lost) > 1) + lost[-1]
    return _type_error(fx, node, f"JSONDecodeError.__init__() missing {len(lost)} required positional "
                       f"argument{'s' * (len(lost) > 1)}: {names}")


def _type_error(fx: Fx, node: tree.Call, words: str) -> ir.Expr:
    """The TypeError that such a call raises once its arguments are evaluated."""
    from rumpkc.types.exprs import expr
    from rumpkc.types.tries import raise_new

    text_ = ir.StrConst(node.span, fx.world.cls("str"), words)
    args = [a.value if isinstance(a, tree.Starred) else a for a in (*node.args, *(k.value for k in node.keywords))]
    stmts = [ir.Eval(arg.span, expr(fx, arg)) for arg in args]
    return ir.Seq(node.span, NEVER, tuple(stmts), raise_new(fx, "TypeError", [text_], NEVER, node.span))


def settle(world: World) -> None:
    """An error for every call of a class value whose arguments do not fit a class that it may hold."""
    for cls, base, found in world.class_doubts:
        if may_be_value(world, cls, base):
            raise CompileError(Diagnostic(
                found.code, f"this call may make a {cls} too: {found.message}", found.span,
                help="give the classes below the same parameters, or call the class by its name"))


def may_be_value(world: World, cls: ClassInst, base: ClassInst) -> bool:
    """Whether a `type[base]` of the program may hold the class `cls`: named as a value, or the class of some object.
    What `type(x)` gives becomes a `type[…]` of classes above that of `x`, never of one below."""
    return cls in world.class_values or any(
        cls.is_subclass_of(b) and b.is_subclass_of(base) for b in world.class_values_below)


def text(fx: Fx, value: ir.Expr, span: Span) -> ir.Expr:
    """`repr(cls)`: `<class '__main__.Circle'>`."""
    cls, text_class = held(value.type), fx.world.cls("str")
    if not isinstance(cls, ClassInst) or not has_record(cls):
        return ir.StrConst(span, text_class, f"<class '{_plain_name(fx, cls, span)}'>")
    return class_facts.text(fx, record_of(value), span)


def _plain_name(fx: Fx, cls: Type | None, span: Span) -> str:
    """The name of a class that has no record."""
    if isinstance(cls, FuncType):
        fx.world.kinds_wanted[cls] = span
        return "function"
    return str(cls).partition("[")[0]


def shown_of(world: World, cls: ClassInst) -> str:
    """`shown` of a class with its type arguments, which tell what CPython calls an iterator."""
    name = class_titles.title(cls)
    if name == cls.name:
        return shown(world, cls.info)
    home = "" if class_titles.is_builtin(cls) else class_titles.home(cls)
    return f"<class '{HOMES.get(home, home.removeprefix('lib.'))}{'.' if home else ''}{name}'>"


def full_name(world: World, info: ClassInfo) -> str:
    """A class's name with its module, as CPython shows it; without for builtin classes."""
    module = info.module.name
    if module.startswith("lib.core."):
        return info.shown_name
    if info.kind == "typeddict":
        return "dict"
    if info.module.library:
        return f"{HOMES.get(module, module.removeprefix('lib.'))}.{info.shown_name}"
    return f"{'__main__' if module == world.main_module else module}.{info.name}"


def shown(world: World, info: ClassInfo) -> str:
    """`<class '__main__.Circle'>`; `<enum 'Suit'>`, `<flag 'Rights'>`, as CPython 3.11 has them."""
    if info.kind == "enum":
        return f"<{'flag' if is_flag_class(info) else 'enum'} '{info.shown_name}'>"
    return f"<class '{full_name(world, info)}'>"


