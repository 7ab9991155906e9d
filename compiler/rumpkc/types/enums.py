"""Enumerations: each member is one constant object with a name and a value."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rumpkc.diagnostics import CompileError, fail
from rumpkc.ir import nodes as ir
from rumpkc.source import Span
from rumpkc.syntax import tree
from rumpkc.types.convert import assignable
from rumpkc.types.enum_values import MIXED, Value, is_flag_class, value_type, values_of
from rumpkc.types.fx import Fx
from rumpkc.types.symbols import ClassInfo, FuncInfo, VarInfo
from rumpkc.types.types import BOOL, INT, NEVER, NONE, USIZE, ClassInst, OptionalType, PtrType, Type, UnionType, held
from rumpkc.types.unset import FLAG

if TYPE_CHECKING:
    from rumpkc.types.world import World


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
        frozen = frozen_of(_as_field(_as_expr(world, value, cls.info.node.span), cls.fields["_value_"]))
        assert frozen is not None
        more = [n for n in cls.fields if n not in ("_name_", "_value_")]
        world.instantiated[cls] = None
        world.instantiated[world.cls("str")] = None
        cache[symbol] = ir.Global(symbol, cls, None, not more, cls.info.node.span)
        fields = (ir.FStr(world.cls("str"), first), frozen, *(_attribute(world, cls, first, n) for n in more))
        cache[symbol].init = ir.FObject(cls, fields)
        world.program.globals.append(cache[symbol])
    return cache[symbol]


def flags(world: World, cls: ClassInst, bits: int) -> ir.Global | None:
    """The constant object of a flag that is no single member (`made_of_bits` makes it at run time).

    None where members have attributes of their own.
    """
    from rumpkc.types.classes import fields_of

    symbol = f"{cls.symbol}.{bits}"
    cache = world.enum_members
    if symbol not in cache:
        fields_of(world, cls)
        if len(cls.fields) > 2:
            return None
        world.instantiated[cls] = None
        text = world.cls("str")
        world.instantiated[text] = None
        cache[symbol] = ir.Global(symbol, cls, ir.FObject(cls, (ir.FStr(text, ""), ir.FScalar(INT, bits))), True,
                                  cls.info.node.span)
        world.program.globals.append(cache[symbol])
    return cache[symbol]


def _attribute(world: World, cls: ClassInst, member_name: str, name: str) -> ir.Frozen:
    """An attribute that the class's `__init__` has given to a member while compiling."""
    if name.startswith(FLAG):
        return ir.FScalar(BOOL, True)
    place = VarInfo(f"{member_name}.{name}", cls.info.module, None, None, cls.info.node.name_span, owner=cls.info)
    return world.comptime.freeze(world, place, cls.fields[name])


def value_of(world: World, cls: ClassInst, obj: ir.GlobalAddr) -> ir.Expr | None:
    """`Color.RED.value` where the members have values of several types: that of the one member has its own."""
    if cls.info.kind != "enum" or not isinstance(value_type(world, cls.info), (OptionalType, UnionType)):
        return None
    value = values_of(world, cls.info).get(obj.target.symbol.rpartition(".")[2])
    return None if value is None else _as_expr(world, value, obj.span)


def _as_field(value: ir.Expr, t: Type) -> ir.Expr:
    """A member's value as the field that holds it, of a type with None."""
    if not isinstance(t, OptionalType):
        return value
    return ir.Const(value.span, t, None) if value.type is NONE else ir.Convert(value.span, t, value)


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


def listed(world: World, cls: ClassInst) -> list[str]:
    """The members that walking over the class gives: of a flag class only those of one bit."""
    names = distinct(world, cls)
    if not is_flag_class(cls.info):
        return names
    values = values_of(world, cls.info)
    return [n for n in names if isinstance(v := values[n], int) and v > 0 and v & (v - 1) == 0]


def all_members(fx: Fx, cls: ClassInst, span: Span) -> ir.Expr:
    """The members as a constant list: what `for m in Color` walks over."""
    world = fx.world
    kind = world.cls("list", cls)
    symbol = f"{cls.symbol}.__members__"
    if symbol not in world.enum_members:
        from rumpkc.types.classes import fields_of

        fields_of(world, kind)
        items = tuple(ir.FAddr(cls, member(world, cls, n)) for n in listed(world, cls))
        data = ir.Global(f"{symbol}.data", PtrType(cls), ir.FBuffer(cls, items), True, span)
        count = ir.FScalar(USIZE, len(items))
        obj = ir.Global(symbol, kind, ir.FObject(kind, (count, count, ir.FAddr(PtrType(cls), data))), True, span)
        world.program.globals += [data, obj]
        world.enum_members[symbol] = obj
        world.instantiated[kind] = None
    return ir.GlobalAddr(span, kind, world.enum_members[symbol])


def members_named(fx: Fx, node: tree.Expr) -> ir.Expr | None:
    """The members of an enumeration that is named where an iterable is wanted."""
    cls = enum_named(fx, node)
    return all_members(fx, cls, node.span) if cls is not None else None


def members_of_class(fx: Fx, value: ir.Expr, span: Span) -> ir.Expr:
    """The members of an enumeration that is a value, below which no class can be; other values as they are."""
    cls = held(value.type)
    if not isinstance(cls, ClassInst) or cls.info.kind != "enum" or not listed(fx.world, cls):
        return value
    members = all_members(fx, cls, span)
    return ir.Seq(span, members.type, (ir.Eval(span, value),), members)


def enum_named(fx: Fx, node: tree.Expr) -> ClassInst | None:
    """The enumeration that `node` names, also as `cls`."""
    from rumpkc.types.names import TypeSymbol, static_symbol

    if not isinstance(node, (tree.Name, tree.Attribute)):
        return None
    symbol = static_symbol(fx, node)
    if isinstance(symbol, TypeSymbol) and isinstance(symbol.type, ClassInst) and symbol.type.info.kind == "enum":
        return symbol.type
    return fx.world.inst(symbol) if isinstance(symbol, ClassInfo) and symbol.kind == "enum" else None


def by_value(fx: Fx, cls: ClassInst, args: tuple[tree.Expr, ...], span: Span) -> ir.Expr:
    """`Color(2)`: the member with that value, or ValueError; `Color(Color.RED)` is that member."""
    from rumpkc.types.exprs import expr

    if len(args) != 1:
        raise fail("E0310", f"`{cls}` takes one value", span)
    return _member_of(fx, cls, expr(fx, args[0], value_type(fx.world, cls.info)), span)


def _member_of(fx: Fx, cls: ClassInst, value: ir.Expr, span: Span, several: bool = False) -> ir.Expr:
    """The member that `value` says; `several`: it is one of several types, of which some may be those of no member."""
    from rumpkc.types.classes import find_method
    from rumpkc.types.convert import coerce
    from rumpkc.types.operators import of_members

    t, wanted = value.type, value_type(fx.world, cls.info)
    if t == cls:
        return value
    if isinstance(t, UnionType) and (cls in t.members or not assignable(t, wanted)):
        return of_members(fx, [value], lambda one: _member_of(fx, cls, one[0], span, True), span, f"`{cls}`")
    if isinstance(t, OptionalType) and (t.item == cls or not assignable(t, wanted)):
        save, got = fx.save(value)
        none, some = ir.Const(span, NONE, None), ir.Convert(span, t.item, got)
        both = [_member_of(fx, cls, part, span, True) for part in (none, some)]
        return ir.Seq(span, cls, (save,), ir.IfExp(span, cls, ir.IsNone(span, BOOL, got), *both))
    missing = find_method(cls, "_missing_")
    if is_flag_class(cls.info):
        if missing is not None:
            raise fail("E0400", f"`{cls}(…)` is not compiled, as the flag class has a `_missing_`", span,
                       help="combine the members with `|`")
        return flag_value(fx, cls, coerce(fx, value, INT, value.span), span)
    if missing is None and not several or assignable(t, wanted) or assignable(cls, t):
        value = coerce(fx, value, wanted, value.span, f"the value of `{cls}`")
    save, got = fx.save(value)
    return ir.Seq(span, cls, (save,), _search(fx, cls, got, "_value_", span))


def by_name(fx: Fx, cls: ClassInst, name: ir.Expr, span: Span) -> ir.Expr:
    """`Color["RED"]`: the member with that name, or KeyError."""
    save, got = fx.save(name)
    return ir.Seq(span, cls, (save,), _search(fx, cls, got, "_name_", span))


def _search(fx: Fx, cls: ClassInst, key: ir.Expr, by: str, span: Span) -> ir.Expr:
    from rumpkc.types.comparisons import equal
    from rumpkc.types.text import concat, str_const, to_repr, to_str
    from rumpkc.types.tries import raise_new

    world = fx.world
    if by == "_value_":
        shown = to_str(fx, key, span) if key.type is INT else to_repr(fx, key, span)    # a member of `cls` is found
        text = concat(fx, [shown, str_const(fx, span, f" is not a valid {cls.name}")], span)
        out = _missing(fx, cls, key, raise_new(fx, "ValueError", [text], cls, span), span)
    else:
        out = raise_new(fx, "KeyError", [key], cls, span)
    values = values_of(world, cls.info)
    names = distinct(world, cls) if by == "_value_" else list(values)
    for name in reversed(names):
        target = member(world, cls, name)
        assert target is not None
        const = _as_expr(world, values[name] if by == "_value_" else name, span)
        try:
            test = equal(fx, key, const, span)
        except CompileError:
            if assignable(key.type, const.type):
                raise
            continue                    # of values of several types, one that is never equal to the key
        out = ir.IfExp(span, cls, test, ir.GlobalAddr(span, cls, target), out)
    return out


def _missing(fx: Fx, cls: ClassInst, key: ir.Expr, error: ir.Expr, span: Span) -> ir.Expr:
    """What `cls(key)` does where no member has the value `key`: asks the class's own `_missing_`, then `error`."""
    from rumpkc.types import calls
    from rumpkc.types.classes import find_method

    found = find_method(cls, "_missing_")
    if found is None or not isinstance(found[1], FuncInfo):
        return error
    info = found[1]
    if info.kind != "class":
        raise fail("E0319", f"`_missing_` of `{cls}` is no class method", info.node.name_span,
                   help="put `@classmethod` above it")
    made = calls.call_function(fx, info, cls, calls.evaluated([key]), (), span)
    if made.type in (cls, NEVER):
        return made
    save, got = fx.save(made)
    if made.type is NONE:
        return ir.Seq(span, cls, (save,), error)
    if made.type != OptionalType(cls):
        raise fail("E0303", f"`_missing_` of `{cls}` gives {made.type}", info.node.name_span,
                   help=f"write `-> {cls} | None`")
    found_one = ir.Convert(span, cls, got)
    return ir.Seq(span, cls, (save,), ir.IfExp(span, cls, ir.IsNone(span, BOOL, got), error, found_one))


# Flags


def is_flag(t: Type) -> bool:
    return isinstance(t, ClassInst) and is_flag_class(t.info)


def is_str_enum(t: Type) -> bool:
    """Whether `t`'s members are text."""
    return isinstance(t, ClassInst) and t.info.kind == "enum" and "StrEnum" in t.info.options


def is_shown_as_value(t: ClassInst) -> bool:
    """Whether `str` of a member is that of its value: not so in `class E(str, Enum)`."""
    return (is_int_enum(t) or is_str_enum(t)) and MIXED not in t.info.options


def bits_of(value: ir.Expr) -> ir.Expr:
    """The number of a flag."""
    return ir.Convert(value.span, INT, ir.FieldGet(value.span, INT, value, "_value_"))


def _table(fx: Fx, cls: ClassInst, what: str, span: Span) -> ir.Expr:
    """The names or the values of all members of a flag class, as a constant list."""
    from rumpkc.types.classes import fields_of

    world = fx.world
    item = INT if what == "values" else world.cls("str")
    kind = world.cls("list", item)
    symbol = f"{cls.symbol}.__{what}__"
    if symbol not in world.enum_members:
        fields_of(world, kind)
        values = values_of(world, cls.info)
        entries = distinct(world, cls)
        items: tuple[ir.Frozen, ...] = tuple(
            ir.FScalar(INT, values[n]) if item is INT else ir.FStr(item, n) for n in entries  # type: ignore[arg-type]
        )
        data = ir.Global(f"{symbol}.data", PtrType(item), ir.FBuffer(item, items), True, span)
        count = ir.FScalar(USIZE, len(items))
        obj = ir.Global(symbol, kind, ir.FObject(kind, (count, count, ir.FAddr(PtrType(item), data))), True, span)
        world.program.globals += [data, obj]
        world.enum_members[symbol] = obj
        world.instantiated[kind] = None
        world.instantiated[world.cls("str")] = None
    return ir.GlobalAddr(span, kind, world.enum_members[symbol])


def flag_text(fx: Fx, value: ir.Expr, form: str, span: Span) -> ir.Expr:
    """`flag_repr` or `flag_str` of a flag, or `flag_name`, a `str | None`."""
    from rumpkc.types.types import OptionalType

    cls = value.type
    assert isinstance(cls, ClassInst)
    text = fx.world.cls("str")
    tables = (_table(fx, cls, "names", span), _table(fx, cls, "values", span))
    kind = () if form == "flag_name" else (ir.StrConst(span, text, cls.name),)
    result = OptionalType(text) if form == "flag_name" else text
    return ir.Call(span, result, fx.world.library("flags", form), (*kind, bits_of(value), *tables))


def flag_value(fx: Fx, cls: ClassInst, bits: ir.Expr, span: Span) -> ir.Expr:
    """`Perm(bits)`: bits that no member has stay in an IntFlag, and are a ValueError of a Flag."""
    values = _table(fx, cls, "values", span)
    if "IntFlag" in cls.info.options:
        bits = ir.Call(span, INT, fx.world.library("flags", "positive_bits"), (bits, values))
    else:
        kind = ir.StrConst(span, fx.world.cls("str"), cls.name)
        bits = ir.Call(span, INT, fx.world.library("flags", "checked_bits"), (kind, bits, values))
    return made_of_bits(fx, cls, bits, span)


def made_of_bits(fx: Fx, cls: ClassInst, bits: ir.Expr, span: Span) -> ir.Expr:
    """A value of a flag class that consists of the class's own bits."""
    from rumpkc.types.classes import fields_of

    fields_of(fx.world, cls)
    fx.world.instantiated[cls] = None
    save_bits, value = fx.save(bits)
    save, obj = fx.save(ir.New(span, cls, None))
    fill = (
        ir.SetField(span, obj, "_value_", value),
        ir.SetField(span, obj, "_name_", ir.StrConst(span, fx.world.cls("str"), "")),
    )
    return ir.Seq(span, cls, (save_bits, save, *fill), obj)


def combined(fx: Fx, op: str, left: ir.Expr, right: ir.Expr, span: Span) -> ir.Expr:
    """`a | b`, `a & b`, `a ^ b` of one flag class."""
    assert isinstance(left.type, ClassInst)
    bits = ir.Prim(span, INT, {"&": "and", "|": "or", "^": "xor"}[op], (bits_of(left), bits_of(right)))
    return made_of_bits(fx, left.type, bits, span)


def inverted(fx: Fx, value: ir.Expr, span: Span) -> ir.Expr:
    """`~a`: of a Flag the other bits of the class."""
    assert isinstance(value.type, ClassInst)
    return flag_value(fx, value.type, ir.Prim(span, INT, "not", (bits_of(value),)), span)


def flag_contains(fx: Fx, whole: ir.Expr, part: ir.Expr, span: Span) -> ir.Expr:
    """`Perm.R in p`."""
    save, wanted = fx.save(bits_of(part))
    common = ir.Prim(span, INT, "and", (bits_of(whole), wanted))
    return ir.Seq(span, BOOL, (save,), ir.Prim(span, BOOL, "icmp.eq", (common, wanted)))


def parts(fx: Fx, value: ir.Expr, span: Span) -> ir.Expr:
    """The members of one bit that are in a flag, as a list."""
    from rumpkc.types.calls import Evaluated
    from rumpkc.types.exprs import expr

    assert isinstance(value.type, ClassInst)
    save, got = fx.save(value)
    item = tree.Name(span, ".part")
    test = tree.Compare(span, item, ("in",), (Evaluated(span, got),))
    members = Evaluated(span, all_members(fx, value.type, span))
    over = tree.Comprehension(span, item, members, (test,), False)
    out = expr(fx, tree.ListComp(span, item, (over,)))
    return ir.Seq(span, out.type, (save,), out)


# Membership


def class_contains(fx: Fx, cls: ClassInst, item: ir.Expr, span: Span) -> ir.Expr:
    """`x in Color`: every member is; what is no enumeration is a TypeError in CPython 3.11, and an error here."""
    if not isinstance(item.type, ClassInst) or item.type.info.kind != "enum":
        raise fail("E0309", f"`in {cls}` asks for a member, and this is {item.type}", item.span,
                   help=f"compare with the values: `x in [m.value for m in {cls}]`")
    return ir.Seq(span, BOOL, (ir.Eval(span, item),), ir.Const(span, BOOL, item.type is cls))


def members_dict(fx: Fx, cls: ClassInst, span: Span) -> ir.Expr:
    """`Color.__members__`: every name, aliases included, with its member."""
    from rumpkc.types.exprs import expr

    names = list(values_of(fx.world, cls.info))
    keys = tuple(tree.Constant(span, n, "str") for n in names)
    from rumpkc.types.calls import Evaluated

    found = [member(fx.world, cls, n) for n in names]
    values = tuple(Evaluated(span, ir.GlobalAddr(span, cls, m)) for m in found if m is not None)
    return expr(fx, tree.Dict(span, keys, values))


def is_int_enum(t: Type) -> bool:
    """Whether `t`'s members are numbers."""
    return isinstance(t, ClassInst) and t.info.kind == "enum" and bool({"IntEnum", "IntFlag"} & t.info.options.keys())


def is_hashed_as_int(t: Type) -> bool:
    """Whether `t`'s members are numbers that equal ints, and are found by them in sets and dicts."""
    if not is_int_enum(t) or not isinstance(t, ClassInst):
        return False
    found = (t.info.member(name) for name in ("__eq__", "__hash__"))
    return all(one is None or one[0].module.library for one in found)
