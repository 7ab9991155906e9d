"""What the members of an enumeration stand for: literals, earlier members, `auto()` and what a class makes of that."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rumpkc.diagnostics import fail
from rumpkc.ir import nodes as ir
from rumpkc.syntax import tree
from rumpkc.types.unions import make_union
from rumpkc.types.captures import LOCALS
from rumpkc.types.convert import does_not_fit
from rumpkc.types.fx import Fx
from rumpkc.types.literals import fold_int
from rumpkc.types.scopes import dotted
from rumpkc.types.symbols import ClassInfo, VarInfo
from rumpkc.types.types import FLOAT, INT, Type

if TYPE_CHECKING:
    from rumpkc.types.world import World

NEXT_VALUE = "_generate_next_value_"    # what a class of the program may say of `auto()`
MIXED = "(mixed)"                       # among a class's options: it is written `(str, Enum)` or `(int, Enum)`
Value = int | str | ir.Expr  # an expression where it is neither: a constant tuple, a float


def members_of(info: ClassInfo) -> list[VarInfo]:
    """The members as written, aliases included: `_spare` is one, `_order_` and the class's own `__spare` are none."""
    own = f"_{info.shown_name.lstrip('_')}__"
    return [m for n, m in info.members.items()
            if isinstance(m, VarInfo) and not n.startswith(own) and not (n.startswith("_") and n.endswith("_"))]


def values_of(world: World, info: ClassInfo) -> dict[str, Value]:
    """Each member's value."""
    out: dict[str, Value] = {}
    if isinstance(ignored := info.members.get("_ignore_"), VarInfo):
        raise fail("E0332", "`_ignore_` of an enumeration is not compiled", ignored.span,
                   help="compute what it names above the class")
    for member in members_of(info):
        node = member.value
        assert node is not None
        value: Value | None = None
        if isinstance(node, tree.Call) and dotted(node.func).rpartition(".")[2] == "auto":
            if info.member(NEXT_VALUE) is not None:
                value = _next_value(world, info, member)
            elif "StrEnum" in info.options and MIXED not in info.options:
                value = member.name.lower()
            else:
                value = _counted(info, list(out.values()), member, node)
        elif isinstance(node, tree.Constant) and node.kind == "str":
            value = str(node.value)
        else:
            value = _fold(world, info, node, out)
        if value is None:
            value = _constant(world, info, member.name, node)
        out[member.name] = value
        kind = str if "StrEnum" in info.options else int if {"IntEnum", "IntFlag"} & info.options.keys() else Value
        if not isinstance(value, kind):
            wanted = "text" if kind is str else "an integer"
            raise fail("E0332", f"the value of `{info.name}.{member.name}` is not {wanted}", node.span,
                       help=f"give it {wanted}, or write `class {info.name}(Enum)`")
        if isinstance(value, int):
            if not INT.low <= value <= INT.high:
                raise does_not_fit(node.span, INT, value)
    return out


def _counted(info: ClassInfo, before: list[Value], member: VarInfo, node: tree.Expr) -> Value:
    """What `auto()` gives behind the values `before`: one more than the last, where that is the greatest, or than the
    only number. E0332 elsewhere: there CPython 3.11 looked for a number from the beginning first, and from the end
    since."""
    values: list[Any] = [v.value if isinstance(v, ir.Const) else () if isinstance(v, ir.Expr) else v for v in before]
    if is_flag_class(info):
        return 1 << max((v for v in values if isinstance(v, int)), default=0).bit_length()
    numbers = {v for v in values if isinstance(v, (int, float))} or {0}
    if len(numbers) > 1 and not (len(numbers) == len(set(values)) and values[-1] == max(numbers)):
        raise fail("E0332", f"the value of `{info.name}.{member.name}` depends on the version of CPython", node.span,
                   help="write it: `auto()` follows the greatest of the values, and all of them are numbers")
    last = max(numbers)
    return ir.Const(node.span, FLOAT, last + 1) if isinstance(last, float) else last + 1


def _next_value(world: World, info: ClassInfo, member: VarInfo) -> Value:
    """What the program's own `_generate_next_value_` gave when the class was made, while compiling."""
    if LOCALS in info.name:
        raise fail("E0434", f"`{member.name}` is computed when the function around the class runs", member.span,
                   help="write the value, or move the class to module level")
    place = VarInfo(f"{member.name}._value_", info.module, None, None, member.span, owner=info)
    value = world.comptime.plain(place)
    if not isinstance(value, (int, str)):
        raise fail("E0332", f"the value of `{info.name}.{member.name}` is neither text nor an integer", member.span,
                   help="write the value instead of `auto()`")
    return value


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
    """The type of `.value`: that of every member's value, or the union of theirs."""
    values = values_of(world, info)
    kinds = list(dict.fromkeys(_type_of(world, v) for v in values.values()))
    if len(kinds) > 1:
        _no_equal_numbers(info, values)
    return make_union(kinds) if kinds else INT


def _no_equal_numbers(info: ClassInfo, values: dict[str, Value]) -> None:
    """E0332 for members of several types whose values are equal: `1`, `True` and `1.0` are one member in CPython."""
    seen: dict[object, tuple[type, str]] = {}
    for name, value in values.items():
        number = value.value if isinstance(value, ir.Const) else value
        kind, first = seen.setdefault(number, (type(number), name))
        if kind is not type(number):
            raise fail("E0332", f"the values of `{info.name}.{first}` and `{info.name}.{name}` have different types "
                       "and are equal", info.node.name_span, help="give one of them another value")


def _type_of(world: World, value: Value) -> Type:
    return INT if isinstance(value, int) else world.cls("str") if isinstance(value, str) else value.type


def is_flag_class(info: ClassInfo) -> bool:
    """Whether the members are sets of bits."""
    return info.kind == "enum" and bool({"IntFlag", "Flag"} & info.options.keys())
