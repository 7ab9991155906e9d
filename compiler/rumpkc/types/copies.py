"""`copy.copy` and `copy.deepcopy`: one level of a type at a time; `lib/copy.py` has what recurs.

    copy(x)         a new object of x's own class with the same fields; of a list `x[:]`; x where it never changes
    _deep(x, memo)  C:           new object; memo.add(x, new); new.f = _deep(x.f, memo) …    (`_object` asks memo first)
                    tuple[A, B]: (_deep(x[0], memo), _deep(x[1], memo))
                    A | B:       _deep(x as A, memo) if isinstance(x, A) else …
"""

from __future__ import annotations

from collections.abc import Callable

from rumpkc.diagnostics import fail
from rumpkc.ir import nodes as ir
from rumpkc.source import Span
from rumpkc.syntax import tree
from rumpkc.types import calls, container_classes, late, typed_dicts
from rumpkc.types.classes import fields_of
from rumpkc.types.convert import coerce
from rumpkc.types.fx import Fx, PartialType
from rumpkc.types.types import (
    BOOL,
    F32,
    FLOAT,
    NONE,
    ArrayType,
    ClassInst,
    FuncType,
    IntType,
    OptionalType,
    PtrType,
    TupleType,
    Type,
    UnionType,
    is_object,
)
from rumpkc.types.unset import FLAG

UNCHANGING = ("str", "bytes", "range", "type", "Fraction")
MOMENTS = ("date", "time", "datetime", "timedelta", "tzinfo", "timezone")       # of the library; copied as objects are
DEEP = {"list": "_list", "dict": "_dict", "set": "_set", "frozenset": "_frozenset", "tuple": "_row", "deque": "_deque",
        "bytearray": "_bytearray", "_Held": "_held"}
COPIED = ("list", "dict", "set", "deque", "bytearray", "defaultdict", "OrderedDict", "Counter")
OWN_WAYS = ("__deepcopy__", "__getstate__", "__setstate__", "__reduce__", "__reduce_ex__")
HELP = "write a method that makes the copy"


def shallow_call(fx: Fx, node: tree.Call, want: Type | None) -> ir.Expr:
    """`copy.copy(x)`."""
    save, got = fx.save(_argument(fx, node, want, "copy", 1))
    out = _shallow(fx, got, node.span)
    return ir.Seq(node.span, out.type, (save,), out)


def deep_call(fx: Fx, node: tree.Call, want: Type | None) -> ir.Expr:
    """`copy.deepcopy(x)`."""
    return deep_copy(fx, _argument(fx, node, want, "deepcopy", 1), node.span)


def deep_copy(fx: Fx, value: ir.Expr, span: Span) -> ir.Expr:
    """A copy of `value` that shares nothing with it that can change."""
    if not changes(value.type):
        return value
    memo = calls.call_function(fx, fx.world.function_of("lib.copy", "_new_memo"), None, (), (), span)
    return _deep(fx, value, memo, span)


def route_call(fx: Fx, node: tree.Call, want: Type | None) -> ir.Expr:
    """`_route(x, memo)` of lib/copy.py: the function for the type of `x`."""
    return _with_memo(fx, node, _deep)


def level_call(fx: Fx, node: tree.Call, want: Type | None) -> ir.Expr:
    """`_level(x, memo)` of lib/copy.py: one level down."""
    return _with_memo(fx, node, _level)


def _with_memo(fx: Fx, node: tree.Call, make: Callable[[Fx, ir.Expr, ir.Expr, Span], ir.Expr]) -> ir.Expr:
    from rumpkc.types.exprs import expr

    save, value = fx.save(expr(fx, node.args[0]))
    keep, memo = fx.save(expr(fx, node.args[1]))
    out = make(fx, value, memo, node.span)
    return ir.Seq(node.span, out.type, (save, keep), out)


def _argument(fx: Fx, node: tree.Call, want: Type | None, name: str, count: int) -> ir.Expr:
    from rumpkc.types.exprs import expr

    if len(node.args) != count or node.keywords:
        raise fail("E0310", f"`{name}` takes one value", node.span)
    value = expr(fx, node.args[0], None if want is not None and is_object(want) else want)
    if isinstance(value.type, PartialType):
        value = expr(fx, node.args[0], want)
    if isinstance(value.type, PartialType):
        raise fail("E0321", "the type of this value is not known", node.args[0].span,
                   help="give it a variable with a type")
    return value


def changes(t: Type) -> bool:
    """Whether a value of `t` holds something that can change, or has an identity."""
    match t:
        case IntType() | FuncType() | PtrType():
            return False
        case OptionalType(item=item):
            return changes(item)
        case TupleType(items=items) | UnionType(members=items):
            return any(map(changes, items))
        case ClassInst():
            if t.info.module.library and t.name in UNCHANGING or t.info.kind == "enum":
                return False
            if t.by_value or t.info.kind == "namedtuple" or t.name in ("tuple", "frozenset") and t.info.module.library:
                return any(map(changes, (*t.args, *t.fields.values())))
            return True
    return t not in (BOOL, FLOAT, F32, NONE)


def _shallow(fx: Fx, value: ir.Expr, span: Span) -> ir.Expr:
    t = value.type
    if isinstance(t, (OptionalType, UnionType)) and changes(t):
        return _by_member(fx, value, lambda one: _shallow(fx, one, span), span)
    if not isinstance(t, ClassInst) or t.by_value or t.info.kind == "namedtuple" or not changes(t):
        return value
    if t.info.module.library:
        if t.name in ("tuple", "frozenset"):
            return value
        if container_classes.has_below(t):
            raise _refusal(t, "copy", span)
        if t.name in COPIED:
            return calls.call_method(fx, value, "copy", [], span)
        if t.name not in MOMENTS:
            raise _refusal(t, "copy", span)

    def own(it: ir.Expr) -> ir.Expr:
        assert isinstance(it.type, ClassInst)
        if _is_own_container(it.type):
            raise _refusal(it.type, "copy", span)
        if typed_dicts.is_one(it.type):
            return coerce(fx, _dict_of_keys(fx, it, None, span), t, span)
        if calls.has_method(it.type, "__copy__"):
            return coerce(fx, calls.call_method(fx, it, "__copy__", [], span), t, span, "`__copy__`")
        made = _new(fx, it, lambda name, held: held, None, span)
        return coerce(fx, _same_utc(fx, it, made, span), t, span)

    return late.of_its_class(fx, value, own, span)


def _deep(fx: Fx, value: ir.Expr, memo: ir.Expr, span: Span) -> ir.Expr:
    """A call of the function that copies values of this type."""
    t = value.type
    if not changes(t):
        return value
    if isinstance(t, ClassInst) and (_is_own_container(t) or container_classes.has_below(t)):
        raise _refusal(t, "deepcopy", span)
    name = "_parts"
    if isinstance(t, OptionalType):
        name = "_optional"
    elif isinstance(t, ClassInst) and t.info.module.library:
        if t.name not in DEEP and t.name not in MOMENTS:
            raise _refusal(t, "deepcopy", span)
        name = DEEP.get(t.name, "_object")
    elif isinstance(t, ClassInst) and not t.by_value and t.info.kind != "namedtuple":
        name = "_object"
    info = fx.world.function_of("lib.copy", name)
    return calls.call_function(fx, info, None, calls.evaluated([value, memo]), (), span, t)


def _level(fx: Fx, value: ir.Expr, memo: ir.Expr, span: Span) -> ir.Expr:
    t = value.type
    if isinstance(t, TupleType):
        parts = [_deep(fx, ir.TupleGet(span, item, value, i), memo, span) for i, item in enumerate(t.items)]
        return ir.Aggregate(span, t, tuple(parts))
    if isinstance(t, UnionType):
        return _by_member(fx, value, lambda one: _deep(fx, one, memo, span), span)
    if not isinstance(t, ClassInst) or not changes(t):
        return value
    if t.info.kind == "namedtuple" and not t.by_value:
        return _new(fx, value, lambda name, held: _deep(fx, held, memo, span), None, span)
    if t.by_value:
        parts = [_deep(fx, ir.FieldGet(span, f, value, n), memo, span) for n, f in fields_of(fx.world, t).items()]
        return ir.Aggregate(span, t, tuple(parts))

    def own(it: ir.Expr) -> ir.Expr:
        assert isinstance(it.type, ClassInst)
        if typed_dicts.is_one(it.type):
            return coerce(fx, _dict_of_keys(fx, it, memo, span), t, span)
        for name in OWN_WAYS:
            if it.type.info.member(name) is not None:
                raise fail("E0400", f"`deepcopy` of a class with `{name}` is not compiled", span, help=HELP)
        made = _new(fx, it, lambda name, held: _deep(fx, held, memo, span), memo, span)
        return coerce(fx, _same_utc(fx, it, made, span), t, span)

    return late.of_its_class(fx, value, own, span)


def _is_own_container(t: ClassInst) -> bool:
    """Whether objects of the class are lists, dicts or sets that may have methods of their own."""
    return container_classes.base_of(t) is not None and not typed_dicts.is_one(t)


def _dict_of_keys(fx: Fx, old: ir.Expr, memo: ir.Expr | None, span: Span) -> ir.Expr:
    """A new TypedDict with the items of another, or with copies of them."""
    assert isinstance(old.type, ClassInst)
    save, made = fx.save(typed_dicts.empty(fx, old.type, span))
    held = [typed_dicts.as_dict(old), typed_dicts.as_dict(made)]
    if memo is None:
        return ir.Seq(span, made.type, (save, ir.Eval(span, calls.call_method(fx, held[1], "update", [held[0]], span))),
                      made)
    add = ir.Eval(span, calls.call_method(fx, memo, "add", [old, made], span))
    fill = calls.call_function(fx, fx.world.function_of("lib.copy", "_fill"), None, calls.evaluated([*held, memo]), (),
                               span)
    return ir.Seq(span, made.type, (save, add, ir.Eval(span, fill)), made)


def _same_utc(fx: Fx, old: ir.Expr, made: ir.Expr, span: Span) -> ir.Expr:
    """`made`, the copy of `old`; but there is only one `timezone.utc`."""
    if not isinstance(old.type, ClassInst) or old.type.name != "timezone" or not old.type.info.module.library:
        return made
    is_utc = calls.call_function(fx, fx.world.function_of("lib.datetime", "_is_utc"), None, calls.evaluated([old]), (),
                                 span)
    return ir.IfExp(span, old.type, is_utc, old, made)


def _by_member(fx: Fx, value: ir.Expr, copied: Callable[[ir.Expr], ir.Expr], span: Span) -> ir.Expr:
    """What `copied` makes of the member that a union holds."""
    t = value.type
    members = (t.item, NONE) if isinstance(t, OptionalType) else t.members  # type: ignore[union-attr]
    save, got = fx.save(value)
    out: ir.Expr = got
    for member in members:
        if member is NONE or not changes(member):
            continue
        one = coerce(fx, copied(ir.Convert(span, member, got)), t, span)
        if isinstance(t, OptionalType):
            out = ir.IfExp(span, t, ir.IsNone(span, BOOL, got), got, one)
        else:
            out = ir.IfExp(span, t, ir.IsInstance(span, BOOL, got, member), one, out)
    return ir.Seq(span, t, (save,), out)


def _new(fx: Fx, old: ir.Expr, copied: Callable[[str, ir.Expr], ir.Expr], memo: ir.Expr | None, span: Span) -> ir.Expr:
    """A new object of the class of `old`, which is exactly its static one, with what `copied` makes of the fields."""
    cls = old.type
    assert isinstance(cls, ClassInst)
    for above in cls.info.ancestors() if cls.name not in MOMENTS or not cls.info.module.library else ():
        if above.module.library and above.shown_name not in ("object", "Iterable", "Iterator"):
            raise _refusal(cls, "copy", span)
    fields = fields_of(fx.world, cls)
    fx.world.instantiated[cls] = None
    save, made = fx.save(ir.New(span, cls, None))
    out: list[ir.Stmt] = [save]
    if memo is not None:
        out.append(ir.Eval(span, calls.call_method(fx, memo, "add", [old, made], span)))
    for name, t in fields.items():
        if isinstance(t, ArrayType):
            raise _refusal(cls, "copy", span)
        store = ir.SetField(span, made, name, copied(name, ir.FieldGet(span, t, old, name)))
        flag = FLAG + name
        if flag in fields:              # the field may have no value yet
            out.append(ir.If(span, ir.FieldGet(span, BOOL, old, flag), (store,), ()))
        else:
            out.append(store)
    return ir.Seq(span, cls, tuple(out), made)


def _refusal(t: ClassInst, name: str, span: Span) -> Exception:
    return fail("E0400", f"`{name}` of {t} is not compiled", span, help=HELP)
