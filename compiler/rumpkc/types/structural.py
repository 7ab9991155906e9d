"""Types that say what a value can do: `Sequence[T]`, `Mapping[K, V]`, `Sized` …, and protocols.

def total(xs: Sequence[float]) -> float       as if it were    def total[A](xs: A) -> float

In a signature each such type is a hidden type variable, so the function is compiled once for every type of argument,
and what the call passes stays what it is. Elsewhere (fields, variables, results) it is one type: `Sequence[T]` is
`list[T]` (with tuples, or texts and ranges, in another reading of a program that gives one to such a place),
`Mapping[K, V]` is `dict[K, V]`, and a protocol is the union of the program's classes that have its members.
A method that overrides another, or is overridden, has one signature, so there too it is that type.
"""

from __future__ import annotations

import builtins
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rumpkc.diagnostics import CompileError, fail
from rumpkc.ir import nodes as ir
from rumpkc.source import Span
from rumpkc.syntax import tree
from rumpkc.types.annotations import SHAPES, Annotations, hidden_name, parse_forward, words_of
from rumpkc.types.unions import make_union
from rumpkc.types.classes import assigns_field, class_env, fields_of, find_member
from rumpkc.types.open_shapes import Shape
from rumpkc.types.signature import all_args, open_arguments, own_type_params, signature_of, type_var_env, unify
from rumpkc.types.symbols import ClassInfo, FuncInfo, Special, TypeVarInfo, VarInfo
from rumpkc.types.types import (
    BOOL,
    FLOAT,
    NEVER,
    NONE,
    ClassInst,
    FuncType,
    IntType,
    OptionalType,
    TupleType,
    Type,
    TypeVarType,
    UnionType,
)

if TYPE_CHECKING:
    from rumpkc.types.fx import Fx
    from rumpkc.types.world import World

DISPLAYS = {"list": tree.List, "dict": tree.Dict, "set": tree.Set}


@dataclass(frozen=True, slots=True)
class Hidden:
    """One structural type of a signature: the variable that stands for it, and the type as written."""

    name: str
    node: tree.Expr


def hidden_params(world: World, info: FuncInfo) -> list[Hidden]:
    """The structural types in the parameters of `info`, outer ones first."""
    if info.export or info.extern or info.asm is not None:
        return []
    out: list[Hidden] = []
    notes = Annotations(world, info.module, {})
    for arg in all_args(info.node):
        if arg.annotation is not None:
            _collect(notes, arg.annotation, out)
    return [shape for shape in out if _is_open(notes, info, shape)] if _one_signature(info) else out


def _is_open(notes: Annotations, info: FuncInfo, shape: Hidden) -> bool:
    """Whether a structural type is a protocol of the method's own type variables, `Visitor[R]`: such a method is
    compiled for each use, however it is reached."""
    if not isinstance(shape.node, tree.Subscript):
        return False
    symbol = notes.symbol(shape.node.value)
    args = shape.node.slice.elts if isinstance(shape.node.slice, tree.Tuple) else (shape.node.slice,)
    bound = info.owner.type_params if info.owner is not None else ()
    return isinstance(symbol, ClassInfo) and symbol.kind == "protocol" and any(
        isinstance(a, tree.Name) and isinstance(notes.symbol(a), TypeVarInfo) and a.id not in bound for a in args)


def _one_signature(info: FuncInfo) -> bool:
    """Whether the method can be reached through another's signature, or takes exactly the fields of its class."""
    owner = info.owner
    if owner is None:
        return False
    if info.name == "__init__":
        return owner.by_value or (owner.kind in ("dataclass", "namedtuple") and info.node not in owner.node.body)
    return owner.overridden_below(info.name) or (owner.base is not None and owner.base.member(info.name) is not None)


def _collect(notes: Annotations, node: tree.Expr, out: list[Hidden]) -> None:
    from rumpkc.syntax.walk import children

    if isinstance(node, tree.Constant) and node.kind == "str" and isinstance(node.value, str):
        _collect(notes, parse_forward(node.value, node), out)
        return
    head = node.value if isinstance(node, tree.Subscript) else node
    if isinstance(head, (tree.Name, tree.Attribute)):
        symbol = notes.symbol(head)
        if isinstance(symbol, Special) and symbol.name == "typing.Literal":
            return
        if notes.world.any_held and notes.is_any(node):
            return
        if (isinstance(symbol, Special) and symbol.name in SHAPES) or (
            isinstance(symbol, ClassInfo) and symbol.kind == "protocol" and _call_alone(notes.world, symbol) is None
            and not _is_of_functions(notes.world, symbol)
        ):
            out.append(Hidden(hidden_name(node), node))
        for child in children(node) if isinstance(node, tree.Subscript) else ():
            if child is not head:
                _collect(notes, child, out)  # type: ignore[arg-type]
        return
    for child in children(node):
        _collect(notes, child, out)  # type: ignore[arg-type]


# A call


def place_for(
    world: World, info: FuncInfo, owner: ClassInst | None, node: tree.Expr, pattern: Type, found: dict[str, Type]
) -> Type | None:
    """What a display that stands for a structural parameter is asked to be: `[Square(1), Circle(2)]` for a
    `Sequence[Shape]` is a list of shapes, `[{"a": 1}, {}]` for a `Sequence[Mapping[str, Cell]]` one of dicts of cells.
    Numbers stay what they are."""
    if isinstance(pattern, OptionalType):
        pattern = pattern.item
    if not isinstance(node, (tree.List, tree.Dict, tree.Set)):
        return None
    if isinstance(pattern, ClassInst) and pattern.info.name == "Iterable" and not isinstance(node, tree.Dict):
        places = [place_for(world, info, owner, item, pattern.args[0], found) for item in node.elts]
        kind = "list" if isinstance(node, tree.List) else "set"
        return world.cls(kind, places[0]) if places and places[0] is not None and None not in places else None
    if not isinstance(pattern, TypeVarType):
        return None
    shape = next((h for h in info.shapes if h.name == pattern.name), None)
    if shape is None:
        return None
    wanted = _member(_stand_in(world, info, shape, _class_part(info, owner) | found), "list", "dict", "set")
    return wanted if _is_display_of(node, wanted, deep=_nested(world, info, shape)) else None


def made_for(
    fx: Fx, info: FuncInfo, owner: ClassInst | None, node: tree.Expr, pattern: Type, found: dict[str, Type]
) -> Type | None:
    """What a call of a generic class that stands for a structural parameter is asked to make: `Memory()` for a
    `Store[str]` is a `Memory[str]`."""
    from rumpkc.types.names import static_symbol

    if not isinstance(pattern, TypeVarType) or not isinstance(node, tree.Call):
        return None
    made = static_symbol(fx, node.func)
    shape = next((h for h in info.shapes if h.name == pattern.name), None)
    if shape is None or not isinstance(made, ClassInfo) or not made.type_params:
        return None
    try:
        return _stand_in(fx.world, info, shape, _class_part(info, owner) | found)
    except CompileError:
        return None


def _member(t: Type | None, *names: str) -> Type | None:
    """`t`, or of what is kept as several types the one of these classes."""
    parts = t.members if isinstance(t, UnionType) else (t,)
    return next((p for p in parts if isinstance(p, ClassInst) and p.name in names), None)


def _is_display_of(node: tree.Expr, wanted: Type | None, deep: bool) -> bool:
    """Whether the display is that of a `wanted`; `deep`: all that it holds are displays as well."""
    if not isinstance(wanted, ClassInst) or FLOAT in wanted.args:
        return False
    if not isinstance(node, DISPLAYS.get(wanted.name, ())):
        return False
    items = node.values if isinstance(node, tree.Dict) else node.elts if isinstance(node, (tree.List, tree.Set)) else ()
    inner = wanted.args[-1]
    if not deep or not isinstance(inner, ClassInst) or inner.name not in DISPLAYS:
        return not deep
    return all(_is_display_of(item, inner, _holds_container(inner)) for item in items)


def _holds_container(t: ClassInst) -> bool:
    return isinstance(t.args[-1], ClassInst) and t.args[-1].name in DISPLAYS


def _nested(world: World, info: FuncInfo, shape: Hidden) -> bool:
    """Whether the items of `shape` are of structural types themselves."""
    inside: list[Hidden] = []
    _collect(Annotations(world, info.module, {}), shape.node, inside)
    return len(inside) > 1


def settle(fx: Fx, info: FuncInfo, owner: ClassInst | None, found: dict[str, Type], span: Span) -> None:
    """After an argument: what the items of a structural parameter are, and whether it has what is asked of it."""
    for shape in info.shapes:
        actual = found.get(shape.name)
        if actual is None or isinstance(actual, TypeVarType) or f"{shape.name}." in found:
            continue
        found[f"{shape.name}."] = NEVER             # looked at
        symbol, args = _parts(fx.world, info, shape.node)
        env = _open_env(fx.world, info, owner)
        if isinstance(symbol, ClassInfo):
            _check_protocol(fx.world, symbol, actual, span)
            _unify_protocol(fx.world, symbol, [Annotations(fx.world, info.module, env).type_of(a) for a in args],
                            actual, found)
            continue
        items = _items(fx, symbol.name, actual, span)
        notes = Annotations(fx.world, info.module, env, owner)
        for node, item in zip(args, items, strict=False):
            unify(notes.type_of(node), item, found)
        if isinstance(actual, TupleType) and items:
            found[shape.name] = fx.world.cls("tuple[...]", *items)


def _open_env(world: World, info: FuncInfo, owner: ClassInst | None) -> dict[str, Type]:
    return _class_part(info, owner) | type_var_env(info, world)


def _items(fx: Fx, name: str, actual: Type, span: Span) -> list[Type]:
    """The types that the arguments of `Sequence[…]` or `Mapping[…]` stand for."""
    _, count = SHAPES[name]
    if count == 0:
        return []
    if count == 2:
        from rumpkc.types.abstract_arguments import mapping_args

        held = mapping_args(fx, actual)
        if held is None:
            raise fail("E0303", f"a `{name.rpartition('.')[2]}` is a dict here, not {actual}", span,
                       f"this is {actual}")
        return list(held)
    from rumpkc.types import loops
    from rumpkc.types.fx import Fx as Scratch

    if isinstance(actual, TupleType) and not actual.items:
        return []
    aside = Scratch(fx.world, fx.module, fx.env)
    return [loops.item_type(aside, ir.LocalGet(span, actual, ir.Local(".items", actual, span)), span)]


def complete(world: World, info: FuncInfo, owner: ClassInst | None, found: dict[str, Type]) -> None:
    """Structural types of which the call tells nothing (an optional one that is left out) become their stand-ins; `()`
    is a tuple of any length, as the function may ask for an item by a number."""
    for shape in info.shapes:
        if found.get(shape.name) == TupleType(()):
            made = _member(_stand_in(world, info, shape, _class_part(info, owner) | found), "list", "set")
            if isinstance(made, ClassInst):
                found[shape.name] = world.cls("tuple[...]", *made.args)
        if shape.name not in found:
            made = _stand_in(world, info, shape, _class_part(info, owner) | found)
            default = next((a.default for a in all_args(info.node) if a.annotation is shape.node), None)
            if made is None and default is not None:
                made = NONE                     # `x: Hashable = None`
            elif isinstance(default, tree.Tuple) and isinstance(made, ClassInst) and made.name == "list":
                made = world.cls("tuple[...]", *made.args)      # `xs: Sequence[int] = ()`
            if made is not None:
                found[shape.name] = made


def shown_name(world: World, info: FuncInfo, name: str) -> str:
    """The name of a type variable of `info` in messages: the structural type that a hidden one stands for."""
    shape = next((h for h in info.shapes if h.name == name), None)
    if shape is None:
        return name
    symbol, _ = _parts(world, info, shape.node)
    return symbol.shown_name if isinstance(symbol, ClassInfo) else symbol.name.rpartition(".")[2]


def _class_part(info: FuncInfo, owner: ClassInst | None) -> dict[str, Type]:
    return class_env(owner, info.owner) if owner is not None and info.owner is not None else {}


def _stand_in(world: World, info: FuncInfo, shape: Hidden, found: dict[str, Type]) -> Type | None:
    """The one type that `shape` is where no argument tells another; None where it has none."""
    symbol, args = _parts(world, info, shape.node)
    if isinstance(symbol, Special) and not SHAPES[symbol.name][0]:
        return None
    known = {k: v for k, v in found.items() if not k.startswith(".")}
    from rumpkc.syntax.walk import children

    def names(node: tree.Node) -> set[str]:
        here = {node.id} if isinstance(node, tree.Name) else set()
        return here.union(*(names(c) for c in children(node)))

    own = [n for n in own_type_params(world, info) if not n.startswith(".")]
    if any(n in own and n not in known for a in args for n in names(a)):
        return None
    return Annotations(world, info.module, known).type_of(shape.node)


def stand_ins(world: World, info: FuncInfo, owner: ClassInst | None) -> tuple[Type, ...] | None:
    """The type arguments with which a function is checked, or passed as a value, that is only generic by its
    structural parameters; None for others."""
    names = own_type_params(world, info)
    if any(not n.startswith(".") for n in names):
        return None
    found: dict[str, Type] = {}
    try:
        complete(world, info, owner, found)
    except CompileError:
        return None                     # a protocol that no class has: there is nothing to check with
    return tuple(found[n] for n in names) if all(n in found for n in names) else None


def _parts(world: World, info: FuncInfo, node: tree.Expr) -> tuple[Special | ClassInfo, tuple[tree.Expr, ...]]:
    head = node.value if isinstance(node, tree.Subscript) else node
    symbol = Annotations(world, info.module, {}).symbol(head)
    assert isinstance(symbol, (Special, ClassInfo))
    if not isinstance(node, tree.Subscript):
        return symbol, ()
    return symbol, node.slice.elts if isinstance(node.slice, tree.Tuple) else (node.slice,)


# Protocols


def protocol_members(info: ClassInfo) -> dict[str, FuncInfo | VarInfo | None]:
    """What a protocol asks for: its methods, and None for the fields that it annotates."""
    out: dict[str, FuncInfo | VarInfo | None] = {}
    for cls in info.ancestors():
        if cls.kind == "protocol":
            for name, member in cls.members.items():
                out.setdefault(name, member if isinstance(member, (FuncInfo, VarInfo)) else None)
            for name in cls.declared:
                out.setdefault(name, None)
    return out


def _check_protocol(world: World, info: ClassInfo, actual: Type, span: Span) -> None:
    """E0303 where a value lacks a member. What builtin types have is what CPython's have, if not all of it here."""
    cpython = twin(actual)
    if cpython is not None:
        lacking = [f"`{n}`" for n in protocol_members(info) if not hasattr(cpython, n)]
    elif isinstance(actual, ClassInst) and not actual.info.module.library:
        lacking = [f"`{n}`" for n in protocol_members(info) if not _has(world, actual, n)]
    else:
        return
    if lacking:
        raise fail("E0303", f"`{actual}` is no `{info.shown_name}`: it lacks {', '.join(lacking)}", span,
                   f"this is {actual}")


def twin(actual: Type) -> type | None:
    """CPython's class for None, a number or a builtin container."""
    if actual is NONE:
        return type(None)
    if isinstance(actual, TupleType):
        return tuple
    if actual is BOOL:
        return bool
    if isinstance(actual, IntType):
        return int
    if actual is FLOAT:
        return float
    if isinstance(actual, ClassInst) and actual.info.module.library:
        found = getattr(builtins, actual.name, None)
        return found if isinstance(found, type) else None
    return None


def _has(world: World, cls: ClassInst, name: str) -> bool:
    return find_member(cls, name) is not None or name in fields_of(world, cls)


def _unify_protocol(world: World, info: ClassInfo, args: list[Type], actual: Type, found: dict[str, Type]) -> None:
    """What the type arguments of a generic protocol are, from the signatures of the methods that an object has."""
    if not isinstance(actual, ClassInst) or not info.type_params:
        return
    inner: dict[str, Type] = {}
    env = dict(zip(info.type_params, open_arguments(world, info), strict=True))
    for name, member in protocol_members(info).items():
        got = find_member(actual, name)
        if isinstance(member, FuncInfo) and got is not None and isinstance(got[1], FuncInfo):
            if own_type_params(world, got[1]):
                continue
            mine, result = signature_of(world, got[1], got[0], class_env(got[0], got[0].info))
            asked, wanted = signature_of(world, member, actual, env)
            for a, b in zip(asked[1:], mine[1:], strict=False):
                unify(a.type, b.type, inner)
            unify(wanted, result, inner)
    for pattern, name in zip(args, info.type_params, strict=False):
        if name in inner:
            unify(pattern, inner[name], found)


def conforming(world: World, info: ClassInfo, args: tuple[Type, ...], at: Span) -> Type:
    """A protocol as the type of a field, variable or result: the union of the program's classes that have it."""
    key = (info, args)
    if key in world.protocol_unions:
        return world.protocol_unions[key]
    env: dict[str, Type] = dict(zip(info.type_params, args, strict=True))
    called = _as_callable(world, info, env)
    if called is not None:
        return called
    world.protocol_unions[key] = NEVER              # a protocol that mentions itself
    members: list[Type] = [*_classes_having(world, info, env)]
    if not members:
        del world.protocol_unions[key]
        shape = _as_any_form(world, info, env)
        if shape is not None:
            return shape
        raise fail("E0301", f"no class of the program has the members of the protocol `{info.shown_name}`", at,
                   help=f"its members are {', '.join(f'`{n}`' for n in protocol_members(info))}")
    out = world.protocol_unions[key] = make_union(members)
    return out


def _call_alone(world: World, info: ClassInfo) -> FuncInfo | None:
    """The `__call__` of a protocol that asks for nothing else, and takes arguments that go by position."""
    members = protocol_members(info)
    call = members.get("__call__")
    if len(members) != 1 or not isinstance(call, FuncInfo) or own_type_params(world, call):
        return None
    args = call.node.args
    notes = [n for n in (*(a.annotation for a in all_args(call.node)), call.node.returns) if n is not None]
    if args.vararg or args.kwonly or args.kwarg or any(a.default is not None for a in all_args(call.node)) or (
            info.name in set().union(*map(words_of, notes))):
        return None
    return call


def _as_callable(world: World, info: ClassInfo, env: dict[str, Type]) -> FuncType | None:
    """Such a protocol as the `Callable` that it describes."""
    call = _call_alone(world, info)
    if call is None:
        return None
    params, result = signature_of(world, call, world.cls("object"), env)
    return FuncType(tuple(p.type for p in params[1:]), result)


def _classes_having(world: World, info: ClassInfo, env: dict[str, Type]) -> list[ClassInst]:
    """The program's classes that conform to a protocol."""
    having = (_conforming(world, symbol, info, env) for module in [m for m in world.modules.values() if not m.library]
              for symbol in list(module.names.values()) if isinstance(symbol, ClassInfo) and symbol.module is module)
    return [inst for inst in having if inst is not None]


def _is_of_functions(world: World, info: ClassInfo) -> bool:
    """Whether only functions can be what a protocol asks for: no class of the program has such a `__call__`."""
    return not info.type_params and _as_any_form(world, info, {}) is not None and not _classes_having(world, info, {})


def _as_any_form(world: World, info: ClassInfo, env: dict[str, Type]) -> Shape | None:
    """A protocol that asks for `__call__` alone, with names, defaults or stars, as `Callable[..., R]`: what is called
    tells the rest, and so does what it is given."""
    members = protocol_members(info)
    call = members.get("__call__")
    if len(members) != 1 or not isinstance(call, FuncInfo) or own_type_params(world, call):
        return None
    returns = call.node.returns
    if returns is None or info.name in words_of(returns):
        return None
    result = Annotations(world, info.module, env).type_of(returns)
    return world.shapes.type_at(world, info.node.name_span, env, result)


def _conforming(world: World, cls: ClassInfo, info: ClassInfo, env: dict[str, Type]) -> ClassInst | None:
    """A class as it conforms to a protocol, a generic one with the type arguments that this takes; None where it does
    not."""
    if cls.kind in ("protocol", "mmio", "record"):
        return None
    asked = protocol_members(info)
    if not all(any(assigns_field(c, n) for c in cls.ancestors()) or cls.member(n) is not None for n in asked):
        return None
    args = _arguments_for(world, cls, asked, env)
    if args is None:
        return None
    inst = world.inst(cls, args)
    methods = [member for member in asked.values() if isinstance(member, FuncInfo)]
    return inst if all(_same_signature(world, inst, member, env) for member in methods) else None


def _arguments_for(world: World, cls: ClassInfo, asked: dict[str, FuncInfo | VarInfo | None], env: dict[str, Type]
                   ) -> tuple[Type, ...] | None:
    """The type arguments of a class with which its own methods take and give what a protocol asks for; None where
    these do not tell them all."""
    found: dict[str, Type] = {}
    variables = dict(zip(cls.type_params, open_arguments(world, cls), strict=True))
    for name, member in asked.items() if variables else ():
        mine = cls.members.get(name)
        if isinstance(member, FuncInfo) and isinstance(mine, FuncInfo) and not (
                own_type_params(world, mine) or own_type_params(world, member)):
            ours, result = signature_of(world, mine, world.cls("object"), variables)
            theirs, wanted = signature_of(world, member, world.cls("object"), env)
            for a, b in zip(ours[1:], theirs[1:], strict=False):
                unify(a.type, b.type, found)
            unify(result, wanted, found)
    return tuple(found[n] for n in cls.type_params) if all(n in found for n in cls.type_params) else None


def _same_signature(world: World, cls: ClassInst, asked: FuncInfo, env: dict[str, Type]) -> bool:
    """Whether a call that the protocol allows is one that the method of `cls` takes."""
    home, mine = find_member(cls, asked.name) or (cls, None)
    if not isinstance(mine, FuncInfo):
        return asked.kind == "getter"
    if hidden_params(world, asked) or own_type_params(world, mine):
        return len(all_args(asked.node)) == len(all_args(mine.node))
    theirs, wanted = signature_of(world, asked, cls, env)
    ours, result = signature_of(world, mine, home, class_env(home, mine.owner) if mine.owner else {})
    required = [p for p in ours[1:] if p.default is None]
    if len(required) > len(theirs) - 1 or len(ours) < len(theirs):
        return False
    return all(a.type == b.type or _below(a.type, b.type) for a, b in zip(theirs[1:], ours[1:], strict=False)) and (
        wanted == result or NEVER in (wanted, result) or _below(result, wanted))


def _below(result: Type, wanted: Type) -> bool:
    from rumpkc.types.convert import assignable

    return assignable(result, wanted)



