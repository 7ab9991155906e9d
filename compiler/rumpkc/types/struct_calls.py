"""Calls of `struct`: the format is a literal, so it is read here, and each item is packed or unpacked by its own call.

pack("<HI", a, b)         out = buffer(6); put_int(out, 0, a, 2, …); put_int(out, 2, b, 4, …); bytes(out)
unpack("<HI", data)       check_exact(data, 6); (get_int(data, 0, 2, …), get_int(data, 2, 4, …))
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import zip_longest

from rumpkc.diagnostics import counted, fail
from rumpkc.ir import nodes as ir
from rumpkc.source import Span
from rumpkc.syntax import tree
from rumpkc.types import calls
from rumpkc.types.classes import assigns_field
from rumpkc.types.convert import coerce, truth
from rumpkc.types.exprs import expr, typed
from rumpkc.types.fx import Fx, Rule
from rumpkc.types.integers import widened_u64
from rumpkc.types.literals import fold_int
from rumpkc.types.names import TypeSymbol, static_symbol
from rumpkc.types.symbols import ClassInfo, FuncInfo, Symbol, VarInfo
from rumpkc.types.types import BOOL, FLOAT, INT, U64, W64, ClassInst, IntType, TupleType, Type

STANDARD = {"b": 1, "B": 1, "h": 2, "H": 2, "i": 4, "I": 4, "l": 4, "L": 4, "q": 8, "Q": 8, "e": 2, "f": 4, "d": 8,
            "?": 1, "c": 1, "s": 1, "p": 1, "x": 1}
NATIVE = STANDARD | {"l": 8, "L": 8, "n": 8, "N": 8}
NAMES = {"b": "byte", "B": "ubyte", "h": "short", "H": "ushort"}


@dataclass(frozen=True, slots=True)
class Item:
    """One value in the buffer: `size` bytes at `at`. `native` says that the host's own rules pack it."""

    code: str
    at: int
    size: int
    little: bool
    native: bool

    @property
    def holds_words(self) -> bool:
        """Whether it may be what only a u64 holds."""
        return self.size == 8 and self.code in "LQN"

    def type(self, fx: Fx) -> Type:
        if self.code in "csp":
            return fx.world.cls("bytes")
        return FLOAT if self.code in "efd" else BOOL if self.code == "?" else INT


def layout(text: str, at: Span) -> tuple[list[Item], int]:
    """The items of a format and the size of the whole; E0303 where CPython has `struct.error`."""
    order = text[0] if text[:1] in tuple("@=<>!") else "@"
    codes = "".join(text.removeprefix(order).split())
    sizes = NATIVE if order == "@" else STANDARD
    items: list[Item] = []
    place = 0
    if re.sub(r"\d*[a-zA-Z?]", "", codes):
        raise fail("E0303", f"`{text}` is no format of `struct`", at)
    for count, code in re.findall(r"(\d*)([a-zA-Z?])", codes):
        if code not in sizes:
            raise fail("E0303", f"`{code}` in the format `{text}` is not compiled", at,
                       help=f"the codes are {' '.join(sizes)}")
        size, times = sizes[code], int(count or 1)
        if order == "@":
            place = -(-place // size) * size
        if code in "sp":
            items.append(Item(code, place, times, order != ">", False))
        elif code != "x":
            little = order not in (">", "!")
            items += [Item(code, place + n * size, size, little, order == "@") for n in range(times)]
        place += size * times
    return items, place


def _format(fx: Fx, node: tree.Call) -> tuple[list[Item], int]:
    """The format of a call: a literal, or a variable of a module or class that nothing assigns again."""
    if not node.args or node.keywords:
        raise fail("E0310", "the functions of `struct` take a format and values, by position", node.span)
    given = node.args[0]
    text = str(given.value) if isinstance(given, tree.Constant) and given.kind == "str" else _variable_text(fx, given)
    if text is None:
        raise fail("E0303", "the format is not known while compiling", given.span,
                   help="write it as a literal, or as a variable of the module that nothing assigns again")
    return layout(text, given.span)


def _variable_text(fx: Fx, node: tree.Expr) -> str | None:
    """What `FORMAT`, `Header.FORMAT` or `self.FORMAT` holds for good; None for anything else."""
    from rumpkc.types import globals as module_globals

    var = static_symbol(fx, node) if isinstance(node, (tree.Name, tree.Attribute)) else None
    if var is None and isinstance(node, tree.Attribute) and isinstance(node.value, tree.Name):
        var = _class_variable(fx, node, node.value.id)
    if not isinstance(var, VarInfo) or var.value is None:
        return None
    held = module_globals.storage(fx.world, var)
    text = held.init.value if held.constant and isinstance(held.init, ir.FStr) else None
    return text if isinstance(text, str) else None


def _class_variable(fx: Fx, node: tree.Attribute, head: str) -> Symbol | None:
    """The variable of a class that `head.name` reads, if it is the same one for all that `head` may be."""
    from rumpkc.types import late

    known, local = static_symbol(fx, node.value), fx.lookup(head)
    t = known.type if isinstance(known, TypeSymbol) else (
        fx.state.narrow.get(head, local.local.type) if local is not None else None)
    info = known if isinstance(known, ClassInfo) else t.info if isinstance(t, ClassInst) else None
    found = info.member(node.attr) if info is not None else None
    if info is None or found is None or any(assigns_field(cls, node.attr) for cls in info.ancestors()):
        return None
    if local is not None and any(late.answers(below, node.attr) for below in info.subclasses):
        return None
    return found[1]


def _lib(fx: Fx, name: str, args: list[ir.Expr], span: Span) -> ir.Expr:
    return calls.call_function(fx, fx.world.function_of("lib.struct", name), None, calls.evaluated(args), (), span)


def _const(span: Span, value: int | bool) -> ir.Expr:
    return ir.Const(span, BOOL if isinstance(value, bool) else INT, value)


def _offset(place: ir.Expr | None, at: int, span: Span) -> ir.Expr:
    if place is None:
        return _const(span, at)
    return ir.Prim(span, INT, "add.wrap", (place, _const(span, at)))


# Packing


def _messages(item: Item, low: int, high: int) -> tuple[str, str]:
    """What CPython says of a number below and above the range."""
    if item.code in NAMES and (item.little or item.size == 1):
        words = f"{NAMES[item.code]} format requires {low} <= number <= {high}"
        return words, words
    words = f"'{item.code}' format requires {low} <= number <= {high}"
    if low < 0:
        return words, words
    if item.size == 8:
        return ("argument out of range" if item.little else "int too large to convert"), words
    return "argument out of range", words


def _message_of_wide(item: Item, above: str) -> str:
    """What CPython says of a number that no C long holds."""
    if item.code == "q" and not item.little:
        return "int too large to convert"
    return above if item.code in "IL" or (item.code == "H" and not item.little) else "argument out of range"


def _put(fx: Fx, out: ir.Expr, base: ir.Expr | None, item: Item, value: ir.Expr, span: Span) -> ir.Stmt:
    from rumpkc.types.text import str_const

    at = _offset(base, item.at, span)
    little = _const(span, item.little)
    if item.code in "csp":
        call = _lib(fx, f"put_{item.code}", [out, at, value, _const(span, item.size)], span)
    elif item.code in "efd":
        strict = [_const(span, not item.native)] if item.code == "f" else []
        call = _lib(fx, f"put_{item.code}", [out, at, value, little, *strict], span)
    elif item.code == "?":
        call = _lib(fx, "put_bool", [out, at, truth(fx, value)], span)
    else:
        bits = 8 * item.size
        signed = item.code.islower()
        low, high = (-(1 << bits - 1), (1 << bits - 1) - 1) if signed else (0, (1 << bits) - 1)
        below, above = _messages(item, low, high)
        if value.type is U64:
            bounds = [ir.Const(span, U64, high)]
            words = [above, _message_of_wide(item, above)]
        else:
            bounds = [_const(span, max(low, INT.low)), _const(span, min(high, INT.high))]
            words = [below, above]
        texts = [str_const(fx, span, w) for w in words]
        name = "put_u64" if value.type is U64 else "put_int"
        call = _lib(fx, name, [out, at, value, _const(span, item.size), little, *bounds, *texts], span)
    return ir.Eval(span, call)


def _values(fx: Fx, items: list[Item], args: tuple[tree.Expr, ...], name: str, span: Span) -> tuple[
        list[ir.Stmt], list[ir.Expr]]:
    """The values to pack, each evaluated once, in order."""
    for arg in args:
        if isinstance(arg, tree.Starred):
            raise fail("E0404", "`*` in this call is not compiled", arg.span, help="pass the items one by one")
    if len(args) != len(items):
        raise fail("E0310", f"`{name}` takes {counted(len(items), 'value')} for this format, not {len(args)}", span)
    stmts: list[ir.Stmt] = []
    values: list[ir.Expr] = []
    for item, arg in zip(items, args, strict=True):
        t = item.type(fx)
        if t is BOOL:
            value = expr(fx, arg)
        elif t is FLOAT:
            value = calls.library_float(fx, expr(fx, arg, FLOAT))
            value = typed(fx, calls.Evaluated(arg.span, value), FLOAT, f"`{item.code}` of the format")
        elif t is INT:
            value = _integer(fx, item, arg)
        else:
            value = typed(fx, arg, t, f"`{item.code}` of the format")
        save, got = fx.save(value)
        stmts.append(save)
        values.append(got)
    return stmts, values


def _integer(fx: Fx, item: Item, arg: tree.Expr) -> ir.Expr:
    """A number to pack: a u64 where it is, or may be, more than an int."""
    folded = fold_int(fx.world, fx.module, arg, fx.assigned)
    if folded is not None and folded > INT.high:
        return typed(fx, arg, U64)
    value = expr(fx, arg, INT)
    if isinstance(value.type, IntType) and not INT.holds(value.type):
        return widened_u64(value)
    return coerce(fx, value, INT, arg.span, f"`{item.code}` of the format")


def _pack(fx: Fx, node: tree.Call, want: Type | None) -> ir.Expr:
    items, size = _format(fx, node)
    span = node.span
    stmts, values = _values(fx, items, node.args[1:], "pack", span)
    save, out = fx.save(_lib(fx, "buffer", [_const(span, size)], span))
    stmts.append(save)
    stmts += [_put(fx, out, None, item, value, span) for item, value in zip(items, values, strict=True)]
    done = _lib(fx, "finished", [out], span)
    return ir.Seq(span, done.type, tuple(stmts), done)


def _pack_into(fx: Fx, node: tree.Call, want: Type | None) -> ir.Expr:
    items, size = _format(fx, node)
    span = node.span
    if len(node.args) < 3:
        raise fail("E0310", "`pack_into` takes a format, a bytearray, an offset and the values", span)
    save, out = fx.save(typed(fx, node.args[1], fx.world.cls("bytearray"), "`pack_into`"))
    keep, offset = fx.save(typed(fx, node.args[2], INT, "the offset"))
    stmts, values = _values(fx, items, node.args[3:], "pack_into", span)
    place, base = fx.save(_lib(fx, "cleared", [out, _const(span, size), offset], span))
    puts = [_put(fx, out, base, item, value, span) for item, value in zip(items, values, strict=True)]
    from rumpkc.types.types import NONE

    return ir.Seq(span, NONE, (save, keep, *stmts, place, *puts), ir.Const(span, NONE, None))


# Unpacking


def is_unpacking(fx: Fx, node: tree.Expr) -> bool:
    """Whether a value is `unpack(…)` or `unpack_from(…)`."""
    found = static_symbol(fx, node.func) if isinstance(node, tree.Call) and isinstance(
        node.func, (tree.Name, tree.Attribute)) else None
    return isinstance(found, FuncInfo) and found.module.name == "lib.struct" and found.name.startswith("unpack")


def row(places: Iterable[Type | None]) -> Type:
    """The hint for such a call: what the places of its items take, as far as they say it."""
    return TupleType(tuple(INT if t is None else t for t in places))


def _get(fx: Fx, data: ir.Expr, base: ir.Expr | None, item: Item, want: Type | None, span: Span) -> ir.Expr:
    at = _offset(base, item.at, span)
    if item.code in "csp":
        return _lib(fx, "get_p" if item.code == "p" else "get_s", [data, at, _const(span, item.size)], span)
    if item.code in "efd":
        return _lib(fx, f"get_{item.code}", [data, at, _const(span, item.little)], span)
    if item.code == "?":
        return _lib(fx, "get_bool", [data, at], span)
    if item.holds_words and want in (U64, W64):
        return _lib(fx, f"get_{want}", [data, at, _const(span, item.little)], span)
    signed = _const(span, item.code.islower())
    return _lib(fx, "get_int", [data, at, _const(span, item.size), _const(span, item.little), signed], span)


def _unpacked(fx: Fx, items: list[Item], data: ir.Expr, base: ir.Expr | None, want: Type | None,
              span: Span) -> ir.Expr:
    wanted = want.items if isinstance(want, TupleType) else ()
    parts = tuple(_get(fx, data, base, item, place, span)
                  for item, place in zip_longest(items, wanted[:len(items)]))
    return ir.Aggregate(span, TupleType(tuple(p.type for p in parts)), parts)


def _data(fx: Fx, node: tree.Expr, name: str) -> tuple[ir.Stmt, ir.Expr]:
    from rumpkc.types.unions import make_union

    value = typed(fx, node, make_union([fx.world.cls("bytes"), fx.world.cls("bytearray")]), f"`{name}`")
    return fx.save(_lib(fx, "plain", [value], node.span))


def _unpack(fx: Fx, node: tree.Call, want: Type | None) -> ir.Expr:
    items, size = _format(fx, node)
    if len(node.args) != 2:
        raise fail("E0310", "`unpack` takes a format and the bytes", node.span)
    save, data = _data(fx, node.args[1], "unpack")
    check = ir.Eval(node.span, _lib(fx, "check_exact", [data, _const(node.span, size)], node.span))
    out = _unpacked(fx, items, data, None, want, node.span)
    return ir.Seq(node.span, out.type, (save, check), out)


def _unpack_from(fx: Fx, node: tree.Call, want: Type | None) -> ir.Expr:
    at = next((k.value for k in node.keywords if k.name == "offset"), None)
    if at is not None:
        node = tree.Call(node.span, node.func, (*node.args, at), ())
    items, size = _format(fx, node)
    if not 2 <= len(node.args) <= 3:
        raise fail("E0310", "`unpack_from` takes a format, the bytes and an offset", node.span)
    save, data = _data(fx, node.args[1], "unpack_from")
    offset = typed(fx, node.args[2], INT, "the offset") if len(node.args) == 3 else _const(node.span, 0)
    keep, base = fx.save(_lib(fx, "data_at", [data, _const(node.span, size), offset], node.span))
    out = _unpacked(fx, items, data, base, want, node.span)
    return ir.Seq(node.span, out.type, (save, keep), out)


def _calcsize(fx: Fx, node: tree.Call, want: Type | None) -> ir.Expr:
    if len(node.args) != 1:
        raise fail("E0310", "`calcsize` takes a format", node.span)
    return _const(node.span, _format(fx, node)[1])


def _iter_unpack(fx: Fx, node: tree.Call, want: Type | None) -> ir.Expr:
    """`iter([unpack_from(format, data, at) for at in places(data, size)])`."""
    _, size = _format(fx, node)
    if len(node.args) != 2:
        raise fail("E0310", "`iter_unpack` takes a format and the bytes", node.span)
    span = node.span
    save, data = _data(fx, node.args[1], "iter_unpack")
    held, at = calls.Evaluated(span, data), tree.Name(span, ".at")
    every = _lib(fx, "places", [data, _const(span, size)], span)
    one = calls.Known(span, fx.world.function_of("lib.struct", "unpack_from"))
    over = tree.Comprehension(span, at, calls.Evaluated(span, every), (), False)
    items = tree.ListComp(span, tree.Call(span, one, (node.args[0], held, at), ()), (over,))
    out = expr(fx, tree.Call(span, tree.Name(span, "iter"), (items,), ()), want)
    return ir.Seq(span, out.type, (save,), out)


def _no_struct(fx: Fx, node: tree.Call, want: Type | None) -> ir.Expr:
    raise fail("E0303", "this `Struct` is not known while compiling", node.span,
               help='bind it once, to a name that nothing else has: `HEADER = Struct("<HI")`, and call its methods')


FUNCTIONS: dict[str, Rule] = {
    "pack": _pack, "pack_into": _pack_into, "unpack": _unpack, "unpack_from": _unpack_from, "calcsize": _calcsize,
    "iter_unpack": _iter_unpack, "Struct": _no_struct,
}


def rule_for(info: FuncInfo) -> Rule | None:
    """How a function of `struct` is called."""
    return FUNCTIONS.get(info.name) if info.module.name == "lib.struct" else None
