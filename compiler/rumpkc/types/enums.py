"""Enumerations: each member is one constant object with a name and a value."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rumpkc.diagnostics import fail
from rumpkc.ir import nodes as ir
from rumpkc.source import Span
from rumpkc.syntax import tree
from rumpkc.types.fx import Fx
from rumpkc.types.literals import fold_int
from rumpkc.types.scopes import dotted
from rumpkc.types.symbols import ClassInfo, VarInfo
from rumpkc.types.types import INT, USIZE, ClassInst, PtrType, Type

if TYPE_CHECKING:
    from rumpkc.types.world import World


def members_of(info: ClassInfo) -> list[VarInfo]:
    """The members as written, aliases included."""
    return [m for n, m in info.members.items() if isinstance(m, VarInfo) and not n.startswith("_")]


Value = int | str | ir.Expr  # an expression where it is neither: a constant tuple, a float


def values_of(world: World, info: ClassInfo) -> dict[str, Value]:
    """Each member's value; `auto()` counts from the value before."""
    out: dict[str, Value] = {}
    last = 0
    for member in members_of(info):
        node = member.value
        assert node is not None
        value: Value | None = None
        if isinstance(node, tree.Call) and dotted(node.func).rpartition(".")[2] == "auto":
            flag = "IntFlag" in info.options or "Flag" in info.options
            value = 1 << last.bit_length() if flag else last + 1
        elif isinstance(node, tree.Constant) and node.kind == "str":
            value = str(node.value)
        else:
            value = _fold(world, info, node, out)
        if value is None:
            value = _constant(world, info, member.name, node)
        out[member.name] = value
        if isinstance(value, int):
            last = value
    return out


def _constant(world: World, info: ClassInfo, name: str, node: tree.Expr) -> ir.Expr:
    from rumpkc.types.exprs import expr
    from rumpkc.types.globals import frozen_of

    if info in world.enums_open:
        raise fail(
            "E0204",
            f"the value of `{info.name}.{name}` depends on `{info.name}` itself",
            node.span,
            help="name an earlier member alone, such as `BOTH = LEFT | RIGHT`",
        )
    world.enums_open.add(info)
    try:
        value = expr(Fx(world, info.module, {}), node)
    finally:
        world.enums_open.remove(info)
    if frozen_of(value) is None:
        raise fail("E0332", f"the value of `{info.name}.{name}` is not a constant", node.span)
    return value


def _fold(world: World, info: ClassInfo, node: tree.Expr, known: dict[str, Value]) -> Value | None:
    """An int member's value; earlier members may be named (`BOTH = A | B`)."""
    if isinstance(node, tree.Name) and node.id in known:
        return known[node.id]
    if isinstance(node, tree.BinOp):
        from rumpkc.types.literals import apply

        a, b = _fold(world, info, node.left, known), _fold(world, info, node.right, known)
        return apply(node.op, a, b) if isinstance(a, int) and isinstance(b, int) else None
    return fold_int(world, info.module, node)


def value_type(world: World, info: ClassInfo) -> Type:
    """The type of `.value`: that of every member's value."""
    kinds = {_type_of(world, v) for v in values_of(world, info).values()}
    if len(kinds) > 1:
        raise fail("E0332", f"the members of `{info.name}` have values of different types", info.node.name_span)
    return kinds.pop() if kinds else INT


def _type_of(world: World, value: Value) -> Type:
    return INT if isinstance(value, int) else world.cls("str") if isinstance(value, str) else value.type


def member(world: World, cls: ClassInst, name: str) -> ir.Global | None:
    """The object of member `name`, or None if there is none. A second name of one value is the first member again."""
    from rumpkc.types.classes import fields_of
    from rumpkc.types.globals import frozen_of

    values = values_of(world, cls.info)
    if name not in values:
        return None
    first = next(n for n, v in values.items() if v == values[name])
    symbol = f"{cls.symbol}.{first}"
    cache = world.enum_members
    if symbol not in cache:
        fields_of(world, cls)
        value = values[first]
        frozen = frozen_of(_as_expr(world, value, cls.info.node.span))
        assert frozen is not None
        made = ir.FObject(cls, (ir.FStr(world.cls("str"), first), frozen))
        world.instantiated[cls] = None
        world.instantiated[world.cls("str")] = None
        cache[symbol] = ir.Global(symbol, cls, made, True, cls.info.node.span)
        world.program.globals.append(cache[symbol])
    return cache[symbol]


def _as_expr(world: World, value: Value, span: Span) -> ir.Expr:
    if isinstance(value, int):
        return ir.Const(span, INT, value)
    return ir.StrConst(span, world.cls("str"), value) if isinstance(value, str) else value


def distinct(world: World, cls: ClassInst) -> list[str]:
    """The member names without aliases, in order."""
    seen: dict[Value, str] = {}
    for name, value in values_of(world, cls.info).items():
        seen.setdefault(value, name)
    return list(seen.values())


def all_members(fx: Fx, cls: ClassInst, span: Span) -> ir.Expr:
    """The members as a constant list: what `for m in Color` walks over."""
    world = fx.world
    listed = world.cls("list", cls)
    symbol = f"{cls.symbol}.__members__"
    if symbol not in world.enum_members:
        from rumpkc.types.classes import fields_of

        fields_of(world, listed)
        items = tuple(ir.FAddr(cls, member(world, cls, n)) for n in distinct(world, cls))
        data = ir.Global(f"{symbol}.data", PtrType(cls), ir.FBuffer(cls, items), True, span)
        count = ir.FScalar(USIZE, len(items))
        obj = ir.Global(symbol, listed, ir.FObject(listed, (count, count, ir.FAddr(PtrType(cls), data))), True, span)
        world.program.globals += [data, obj]
        world.enum_members[symbol] = obj
        world.instantiated[listed] = None
    return ir.GlobalAddr(span, listed, world.enum_members[symbol])


def by_value(fx: Fx, cls: ClassInst, args: tuple[tree.Expr, ...], span: Span) -> ir.Expr:
    """`Color(2)`: the member with that value, or ValueError."""
    from rumpkc.types.convert import coerce
    from rumpkc.types.exprs import expr

    if len(args) != 1:
        raise fail("E0310", f"`{cls}` takes one value", span)
    wanted = value_type(fx.world, cls.info)
    value = expr(fx, args[0], wanted)
    if value.type == cls:
        return value
    if "IntFlag" in cls.info.options:
        from rumpkc.types.operators import flag_value

        return flag_value(fx, cls, coerce(fx, value, INT, args[0].span), span)
    save, got = fx.save(coerce(fx, value, wanted, args[0].span, f"the value of `{cls}`"))
    return ir.Seq(span, cls, (save,), _search(fx, cls, got, "_value_", span))


def by_name(fx: Fx, cls: ClassInst, name: ir.Expr, span: Span) -> ir.Expr:
    """`Color["RED"]`: the member with that name, or KeyError."""
    save, got = fx.save(name)
    return ir.Seq(span, cls, (save,), _search(fx, cls, got, "_name_", span))


def _search(fx: Fx, cls: ClassInst, key: ir.Expr, by: str, span: Span) -> ir.Expr:
    from rumpkc.types.comparisons import equal
    from rumpkc.types.text import concat, str_const, to_repr
    from rumpkc.types.tries import raise_new

    world = fx.world
    if by == "_value_":
        text = concat(fx, [to_repr(fx, key, span), str_const(fx, span, f" is not a valid {cls.name}")], span)
        out = raise_new(fx, "ValueError", [text], cls, span)
    else:
        out = raise_new(fx, "KeyError", [key], cls, span)
    values = values_of(world, cls.info)
    names = distinct(world, cls)
    for name in reversed(names):
        target = member(world, cls, name)
        assert target is not None
        const = _as_expr(world, values[name] if by == "_value_" else name, span)
        out = ir.IfExp(span, cls, equal(fx, key, const, span), ir.GlobalAddr(span, cls, target), out)
    return out


def is_int_enum(t: Type) -> bool:
    """Whether `t`'s members are numbers."""
    return isinstance(t, ClassInst) and t.info.kind == "enum" and bool({"IntEnum", "IntFlag"} & t.info.options.keys())
