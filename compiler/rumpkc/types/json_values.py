"""`json.loads` where the type of its result is written: what has just been made is made as that.

    ports: list[int] = json.loads(text)         a list of ints; TypeError where an item is none
    movie: Movie = json.loads(text)             a TypedDict; TypeError where a key is missing

CPython goes on with whatever the text held (docs/LANGUAGE.md lists the difference). Only a call of `loads` or `load`
itself is taken so: nothing else knows its result, so another object does for it.
"""

from __future__ import annotations

from collections.abc import Callable

from rumpkc.ir import nodes as ir
from rumpkc.source import Span
from rumpkc.syntax import tree
from rumpkc.types import any_values, boxes, callables, calls, doubts, open_unions, tags, text, typed_dicts, value_facts
from rumpkc.types.fx import Fx
from rumpkc.types.types import BOOL, NONE, ClassInst, FuncType, OptionalType, Type, UnionType, is_object

HOME = "lib.json_typed"
MADE_BY = frozenset(("loads", "load"))
LISTS = frozenset(("list", "Sequence", "Iterable", "Collection", "MutableSequence"))
DICTS = frozenset(("dict", "Mapping", "MutableMapping"))


def taken(fx: Fx, value: ir.Expr, target: Type, span: Span) -> ir.Expr | None:
    """The result of `json.loads` as a `target`; None where it is something else, or no container is asked for."""
    called = value.func if isinstance(value, ir.Call) else None
    if called is None or called.module != "lib.json" or called.shown_name not in MADE_BY or not _is_made(target):
        return None
    if _holds_any(fx, target):
        return None                     # `dict[str, Any]` takes more than JSON has later: another reading (`any_held`)
    return _made(fx, value, target, span)


def _is_made(t: Type) -> bool:
    """Whether a value of a container's type is made."""
    if isinstance(t, OptionalType):
        return _is_made(t.item)
    if isinstance(t, UnionType):
        return any(map(_is_made, t.members))
    return isinstance(t, ClassInst) and (
        typed_dicts.is_one(t) or t.info.module.library and t.info.shown_name in LISTS | DICTS)


def _holds_any(fx: Fx, t: Type, inside: tuple[Type, ...] = ()) -> bool:
    """Whether an `Any` is part of a type, or a TypedDict of itself, which no function here ends on."""
    if isinstance(t, (OptionalType, UnionType)):
        parts: tuple[Type, ...] = (t.item,) if isinstance(t, OptionalType) else t.members
        return any(_holds_any(fx, part, inside) for part in parts)
    if not isinstance(t, ClassInst):
        return False
    keys = [typed_dicts.type_of(fx.world, key) for key in t.info.keys.values()] if t not in inside else []
    return is_object(t) or t in inside or any(_holds_any(fx, part, (*inside, t)) for part in (*t.args, *keys))


def _made(fx: Fx, value: ir.Expr, t: Type, span: Span) -> ir.Expr:
    """`value`, which may be anything that JSON has, as a `t`."""
    from rumpkc.types.convert import coerce

    if not _is_made(t):
        return coerce(fx, value, t, span)
    save, got = fx.save(value)
    if isinstance(t, ClassInst):
        return ir.Seq(span, t, (save,), _container(fx, got, t, span))
    parts = [t.item, NONE] if isinstance(t, OptionalType) else list(t.members) if isinstance(t, UnionType) else [t]
    whole = [_whole(fx, got, part) if _is_made(part) else part for part in parts]
    shared = [p for p, seen in zip(parts, whole, strict=True) if whole.count(seen) > 1]
    key = tags.telling_key(fx, shared)
    if shared and key is None:
        return coerce(fx, value, t, span)               # nothing tells `list[int]` from `list[str]`
    out: ir.Expr = any_values.raising(fx, "TypeError", _broken(fx, got, t), span)
    for part, seen in zip(reversed(parts), reversed(whole), strict=True):
        one = _made(fx, got, part, span) if _is_made(part) else _opened(fx, got, part, span)
        test = _is(fx, got, seen, span)
        if key is not None and part in shared:
            test = ir.And(span, BOOL, test, _has_tag(fx, _opened(fx, got, seen, span), part, key, span))
        out = ir.IfExp(span, t, test, coerce(fx, one, t, span), coerce(fx, out, t, span))
    return ir.Seq(span, t, (save,), out)


def _broken(fx: Fx, got: ir.Expr, t: Type) -> any_values.Words:
    if is_object(got.type):
        shown = doubts.shown_class(fx, got)
    else:
        assert isinstance(got.type, UnionType)
        shown = text.str_const(fx, got.span, "None")
        for member in got.type.members:
            name = text.str_const(fx, got.span, open_unions.name_of(member))
            shown = ir.IfExp(got.span, name.type, ir.IsInstance(got.span, BOOL, got, member), name, shown)
    return ["this is ", shown, f", where {t} was promised"]


def _whole(fx: Fx, got: ir.Expr, t: Type) -> Type:
    """The list or dict that JSON has where a `t` is wanted."""
    assert isinstance(t, ClassInst)
    name = "list" if t.info.shown_name in LISTS else "dict"
    if is_object(got.type):
        return fx.world.cls(name, *((got.type,) if name == "list" else (fx.world.cls("str"), got.type)))
    assert isinstance(got.type, UnionType)
    return next(m for m in got.type.members if isinstance(m, ClassInst) and m.info.shown_name == name)


def _container(fx: Fx, got: ir.Expr, t: ClassInst, span: Span) -> ir.Expr:
    from rumpkc.types.convert import coerce

    wanted = _whole(fx, got, t)
    stop = ir.Eval(span, any_values.raising(fx, "TypeError", _broken(fx, got, t), span))
    value = _opened(fx, got, wanted, span)
    held = ir.Seq(span, wanted, (ir.If(span, _is(fx, got, wanted, span), (), (stop,)),), value)
    if typed_dicts.is_one(t):
        return _typed_dict(fx, held, t, span)
    item, is_dict = t.args[-1], t.info.shown_name in DICTS
    if is_dict and t.args[0] is not fx.world.cls("str"):
        return coerce(fx, held, t, span)                # the error names both
    made = _function(fx, [_json(held)], item, lambda inner, args: _made(inner, args[0], item, span), span)
    return coerce(fx, _call(fx, "dict_of" if is_dict else "list_of", [held, made], span), t, span)


def _is(fx: Fx, got: ir.Expr, t: Type, span: Span) -> ir.Expr:
    return boxes.is_of(fx, got, t, span) if is_object(got.type) else ir.IsInstance(span, BOOL, got, t)


def _opened(fx: Fx, got: ir.Expr, t: Type, span: Span) -> ir.Expr:
    return boxes.opened(fx, got, t, span) if is_object(got.type) else ir.Convert(span, t, got)


def _has_tag(fx: Fx, held: ir.Expr, t: Type, key: str, span: Span) -> ir.Expr:
    """Whether a dict has at `key` one of the values that the typed dict `t` has there."""
    from rumpkc.types.exprs import expr

    values = value_facts.key_values(fx, t, key) or ()
    name = tree.Constant(span, key, "str")
    found = tree.Subscript(span, calls.Evaluated(span, held), name)
    listed = tree.Tuple(span, tuple(tree.Constant(span, v, kind) for kind, v in sorted(values, key=str)))
    has = tree.Compare(span, name, ("in",), (calls.Evaluated(span, held),))
    return expr(fx, tree.BoolOp(span, "and", (has, tree.Compare(span, found, ("in",), (listed,)))), BOOL)


def _json(held: ir.Expr) -> Type:
    """The type of what a list or dict of JSON holds."""
    assert isinstance(held.type, ClassInst)
    return held.type.args[-1]


def _typed_dict(fx: Fx, held: ir.Expr, t: ClassInst, span: Span) -> ir.Expr:
    """A typed dict with each key's value as the type that the key says; other keys keep what they have."""
    from rumpkc.types.exprs import expr

    base = typed_dicts.base_of(fx.world, t.info)
    whole, string = base.args[1], fx.world.cls("str")

    def item(inner: Fx, args: list[ir.Expr]) -> ir.Expr:
        from rumpkc.types.comparisons import equal
        from rumpkc.types.convert import coerce

        key, value = args
        out = _made(inner, value, whole, span)
        for name, known in reversed(t.info.keys.items()):
            test = equal(inner, key, text.str_const(inner, span, name), span)
            one = coerce(inner, _made(inner, value, typed_dicts.type_of(inner.world, known), span), whole, span)
            out = ir.IfExp(span, whole, test, one, out)
        return out

    save, new = fx.save(typed_dicts.empty(fx, t, span))
    needed = tree.List(span, tuple(tree.Constant(span, n, "str") for n, key in t.info.keys.items() if key.required))
    names = expr(fx, needed, fx.world.cls("list", string))
    made = _function(fx, [string, _json(held)], whole, item, span)
    filled = _call(fx, "fill", [typed_dicts.as_dict(new), held, made, names], span)
    return ir.Seq(span, t, (save, ir.Eval(span, filled)), new)


def _function(fx: Fx, params: list[Type], result: Type, build: Callable[[Fx, list[ir.Expr]], ir.Expr], span: Span
              ) -> ir.Expr:
    t = FuncType(tuple(params), result)
    return callables.made(fx, "item", t, [], lambda inner, _, args: build(inner, args), span)


def _call(fx: Fx, name: str, args: list[ir.Expr], span: Span) -> ir.Expr:
    info = fx.world.function_of(HOME, name)
    return calls.call_function(fx, info, None, calls.evaluated(args), (), span)
