"""`TypedDict`: a dict whose keys are known, each with a type of its own.

    class Movie(TypedDict):                 an object is a dict[str, str | int | list[str]] of a class of its own
        title: str
        year: int                           m["year"]           the item, as the int that it is
        tags: NotRequired[list[str]]        m["tags"] = xs      coerced to list[str] first

A literal key says the type of what is read because it has said that of all that was written; so no other key is
written, and no such dict is kept as a plain one (`convert.kept`). What is read by other keys, or walked over, may be
a value of any of the types.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rumpkc.diagnostics import did_you_mean, fail
from rumpkc.ir import nodes as ir
from rumpkc.source import Span
from rumpkc.syntax import tree
from rumpkc.types import calls
from rumpkc.types.annotations import Annotations
from rumpkc.types.unions import make_union
from rumpkc.types.classes import dict_base, fields_of
from rumpkc.types.convert import coerce, kept
from rumpkc.types.fx import Fx
from rumpkc.types.symbols import ClassInfo, Key, Special
from rumpkc.types.types import NONE, ClassInst, OptionalType, TupleType, Type, UnionType, is_object

if TYPE_CHECKING:
    from rumpkc.types.world import World

KIND = "typeddict"
REQUIREMENTS = {"typing.Required": True, "typing.NotRequired": False}
PLAIN = ("keys", "values", "items", "clear", "popitem")         # methods that write no value


# The class


def inherit(info: ClassInfo, base: ClassInfo) -> None:
    """`class B(A)` of typed dicts: the keys of A come first."""
    info.kind = KIND
    info.keys |= base.keys


def finish(world: World, info: ClassInfo) -> None:
    """The body is read: its annotations are keys."""
    if info.kind != KIND:
        return
    if info.members or info.type_params:
        raise fail("E0409", "a TypedDict has nothing but keys and their types", info.node.name_span,
                   help="write functions that take it, or a dataclass")
    notes = Annotations(world, info.module, {})
    for name, stmt in info.declared.items():
        note, required = stmt.annotation, info.options.get("total", True)
        while isinstance(note, tree.Subscript) and isinstance(symbol := notes.symbol(note.value), Special) and (
                symbol.name in REQUIREMENTS):
            note, required = note.slice, REQUIREMENTS[symbol.name]
        info.keys[name] = Key(note, info.module, required)
    info.declared.clear()
    info.base, info.base_args = world.builtin("dict"), ()


def base_of(world: World, info: ClassInfo) -> ClassInst:
    """The dict that objects of `info` are."""
    types = [type_of(world, key) for key in info.keys.values()]
    return world.cls("dict", world.cls("str"), make_union(types) if types else world.cls("object"))


def type_of(world: World, key: Key) -> Type:
    """The type that a key says."""
    return Annotations(world, key.module, {}).type_of(key.note)


def is_one(t: Type | None) -> bool:
    return isinstance(t, ClassInst) and t.info.kind == KIND


def key_type(world: World, t: Type, node: tree.Expr) -> Type | None:
    """The type that the key `node` of the typed dict `t` gives; None where `node` is no literal or `t` another type."""
    if not isinstance(t, ClassInst) or t.info.kind != KIND or not isinstance(node, tree.Constant) or node.kind != "str":
        return None
    name = str(node.value)
    if name not in t.info.keys:
        raise fail("E0320", f"`{t}` has no key {name!r}", node.span, help=did_you_mean(name, t.info.keys))
    return type_of(world, t.info.keys[name])


def lacks(t: Type, node: tree.Expr) -> bool:
    """Whether `node` is a literal key that the typed dict `t` never has."""
    return isinstance(t, ClassInst) and t.info.kind == KIND and isinstance(node, tree.Constant) and (
        node.value not in t.info.keys)


def stored_type(world: World, t: Type, node: tree.Expr) -> Type | None:
    """The same for a place that is assigned to: E0303 where the key is no literal."""
    found = key_type(world, t, node)
    if found is None and is_one(t):
        raise fail("E0303", f"the type of this item of a `{t}` is not known", node.span,
                   help="write the key as a literal, in a `match` or chain of tests where there are several")
    return found


# Objects


def display(fx: Fx, node: tree.Dict, want: Type | None) -> ir.Expr | None:
    """`{"title": …, **m}` where a typed dict is asked for."""
    cls = _wanted(fx, node, want)
    if cls is None:
        return None
    save, got = fx.save(empty(fx, cls, node.span))
    values = [_value(fx, cls, key, value) for key, value in zip(node.keys, node.values, strict=True)]
    held = [fx.save(value) for value in values]
    body = [s for s, _ in held] + [save]
    for key, (_, value) in zip(node.keys, held, strict=True):
        body += _put(fx, cls, got, key, value)
    return ir.Seq(node.span, cls, tuple(body), got)


def _wanted(fx: Fx, node: tree.Dict, want: Type | None) -> ClassInst | None:
    """The typed dict that the place asks for; of several, one that has all the keys and of which none is missing, with
    the tags that the display has."""
    from rumpkc.types.tags import fits

    parts = (want.item,) if isinstance(want, OptionalType) else want.members if isinstance(want, UnionType) else (want,)
    found = [p for p in parts if isinstance(p, ClassInst) and p.info.kind == KIND]
    given = {str(k.value): v for k, v in zip(node.keys, node.values, strict=True) if isinstance(k, tree.Constant)}
    names = given.keys()
    if len(found) > 1:
        needed = {p: {n for n, key in p.info.keys.items() if key.required} for p in found}
        found = [p for p in found if fits(fx, p, given)] or found
        found = [p for p in found if names <= p.info.keys.keys() and (needed[p] <= names or None in node.keys)] or found
    return found[0] if found else None


def empty(fx: Fx, cls: ClassInst, span: Span) -> ir.Expr:
    """A typed dict without keys, to put them into."""
    from rumpkc.types import constructors

    fields_of(fx.world, cls)
    return constructors.construct(fx, cls, [], span)


def _value(fx: Fx, cls: ClassInst, key: tree.Expr | None, node: tree.Expr) -> ir.Expr:
    from rumpkc.types.exprs import expr

    if key is None:
        value = expr(fx, node, cls)
        if not isinstance(value.type, ClassInst) or value.type.info.kind != KIND:
            raise fail("E0303", f"what is in this {value.type} is not known to fit `{cls}`", node.span,
                       help="name the keys one by one")
        for name, given in value.type.info.keys.items():
            known = cls.info.keys.get(name)
            if known is None or type_of(fx.world, known) != type_of(fx.world, given):
                raise fail("E0303", f"the key {name!r} of `{value.type}` does not fit `{cls}`", node.span)
        return value
    wanted = stored_type(fx.world, cls, key)
    assert wanted is not None
    return kept(fx, expr(fx, node, wanted), wanted, node.span, "this item")


def _put(fx: Fx, cls: ClassInst, got: ir.Expr, key: tree.Expr | None, value: ir.Expr) -> list[ir.Stmt]:
    from rumpkc.types.displays import set_all

    goal = dict_base(cls)
    assert goal is not None
    if key is None:
        return set_all(fx, goal, as_dict(got), value)
    name = calls.Evaluated(key.span, ir.StrConst(key.span, fx.world.cls("str"), str(key.value)))  # type: ignore[attr-defined]
    item = calls.Evaluated(key.span, coerce(fx, value, goal.args[1], value.span))
    return [ir.Eval(key.span, calls.method_call(fx, as_dict(got), "__setitem__", (name, item), (), key.span))]


def construct(
    fx: Fx, cls: ClassInst, args: tuple[tree.Expr, ...], keywords: tuple[tree.Keyword, ...], span: Span
) -> ir.Expr | None:
    """`Movie(title=…)`, `Movie({…})`, `Movie(m)`."""
    if cls.info.kind != KIND or not (args or keywords):
        return None
    return display(fx, _as_display(args, keywords, span), cls)


def _as_display(args: tuple[tree.Expr, ...], keywords: tuple[tree.Keyword, ...], span: Span) -> tree.Dict:
    """What a call passes, as a display of it."""
    keys: list[tree.Expr | None] = []
    values: list[tree.Expr] = []
    for arg in args:
        keys += arg.keys if isinstance(arg, tree.Dict) else [None]
        values += arg.values if isinstance(arg, tree.Dict) else [arg]
    for keyword in keywords:
        keys.append(tree.Constant(keyword.span, keyword.name, "str") if keyword.name else None)
        values.append(keyword.value)
    return tree.Dict(span, tuple(keys), tuple(values))


# Items


def as_dict(value: ir.Expr) -> ir.Expr:
    """A typed dict as the dict that it is, to put an item in that fits."""
    base = value.type.base if isinstance(value.type, ClassInst) and value.type.info.kind == KIND else None
    return ir.Convert(value.span, base, value) if base is not None else value


def load(fx: Fx, value: ir.Expr, node: tree.Subscript) -> ir.Expr | None:
    """`value["key"]`; None where `value` is no typed dict or the key no literal."""
    wanted = key_type(fx.world, value.type, node.slice)
    if wanted is None:
        return None
    got = calls.method_call(fx, value, "__getitem__", (node.slice,), (), node.span)
    return known_as(fx, got, wanted, node.span)


def known_as(fx: Fx, value: ir.Expr, t: Type, span: Span) -> ir.Expr:
    """The item `value`, of any of the types, as the `t` that its key says."""
    from rumpkc.types.boxes import as_known

    parts = t.members if isinstance(t, UnionType) else (t.item,) if isinstance(t, OptionalType) else (t,)
    if is_object(value.type) and any(isinstance(part, TupleType) for part in parts):
        raise fail("E0400", f"{t} beside an `object` in a TypedDict is not compiled", span, help="write a dataclass")
    return value if value.type == t else as_known(fx, value, t, span)


def method(fx: Fx, receiver: ir.Expr, name: str, node: tree.Call) -> ir.Expr | None:
    """A method of a typed dict whose meaning depends on its keys; None for those that do not."""
    cls = receiver.type
    if not isinstance(cls, ClassInst) or cls.info.kind != KIND or name in PLAIN:
        return None
    save, got = fx.save(receiver)
    match name, node.args:
        case "copy", ():
            return display(fx, tree.Dict(node.span, (None,), (calls.Evaluated(node.span, receiver),)), cls)
        case "update", _:
            return update(fx, receiver, _as_display(node.args, node.keywords, node.span))
        case "get" | "pop" | "setdefault", (key, *rest) if len(rest) < 2 and not node.keywords:
            wanted = (key_type if name == "get" else stored_type)(fx.world, cls, key)
            if wanted is None:
                return None
            out = _one_item(fx, got, name, key, rest, wanted, node)
            return ir.Seq(node.span, out.type, (save,), out)
    raise fail("E0320", f"`{name}` of a `{cls}` is not compiled", node.span,
               help="assign its items by their keys")


def _one_item(
    fx: Fx, me: ir.Expr, name: str, key: tree.Expr, rest: list[tree.Expr], wanted: Type, node: tree.Call
) -> ir.Expr:
    """`get`, `pop` and `setdefault` of a literal key."""
    from rumpkc.types.exprs import expr

    span = node.span
    take = "pop" if name == "pop" else "__getitem__"
    found = known_as(fx, calls.method_call(fx, me, take, (key,), (), span), wanted, span)
    if name == "pop" and not rest:
        return found
    default = expr(fx, rest[0], wanted) if rest else ir.Const(span, NONE, None)
    save, other = fx.save(default)
    there = calls.method_call(fx, me, "__contains__", (key,), (), span)
    if name == "setdefault":
        cls = me.type
        assert isinstance(cls, ClassInst)
        fresh = kept(fx, other, wanted, span, "this item")
        again, held = fx.save(fresh)
        out: ir.Expr = ir.Seq(span, wanted, (again, *_put(fx, cls, me, key, held)), held)
    else:
        out = other
    t = make_union([wanted, out.type])
    both = [coerce(fx, part, t, span) for part in (found, out)]
    return ir.Seq(span, t, (save,), ir.IfExp(span, t, there, *both))


def update(fx: Fx, receiver: ir.Expr, given: tree.Dict) -> ir.Expr:
    """`m.update(…)` and `m |= …`."""
    cls = receiver.type
    assert isinstance(cls, ClassInst)
    save, got = fx.save(receiver)
    values = [fx.save(_value(fx, cls, key, value)) for key, value in zip(given.keys, given.values, strict=True)]
    body = [save, *(s for s, _ in values)]
    for key, (_, value) in zip(given.keys, values, strict=True):
        body += _put(fx, cls, got, key, value)
    return ir.Seq(given.span, NONE, tuple(body), ir.Const(given.span, NONE, None))
