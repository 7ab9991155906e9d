"""Operations on a recursive union, which says only when the program runs what it holds: what `json.loads` gives.

    data["users"]         if data is a list: raise TypeError("list indices must be …")   and so on
                          the dict in data ["users"]

Checkers of types know such values as `Any`, so that programs use them without a test; what a member of the union cannot
do raises CPython's exception. Of other unions an operation must fit every member.
"""

from __future__ import annotations

from collections.abc import Callable

from rumpkc.ir import nodes as ir
from rumpkc.source import Span
from rumpkc.types.unions import make_union
from rumpkc.types.fx import Fx
from rumpkc.types.types import BOOL, FLOAT, NEVER, NONE, ClassInst, IntType, RecursiveUnion, Type, UnionType, is_object

SEQUENCES = {
    "str": "string indices must be integers, not '{}'",
    "bytes": "byte indices must be integers or slices, not {}",
    "deque": "sequence index must be integer, not '{}'",
    **{name: f"{name} indices must be integers or slices, not {{}}"
       for name in ("list", "tuple", "bytearray", "range")},
}
ROWS = ("str", "bytes", "tuple", "range")           # what has items by number, and keeps them
WALKED = ("dict", "list", "str", "set", "tuple", "bytes")


def name_of(t: Type) -> str:
    """The name that CPython's messages have for the class."""
    return "NoneType" if t is NONE else t.info.shown_name if isinstance(t, ClassInst) else str(t)


def is_open(t: Type) -> bool:
    """Whether `t` is such a union, or a part of one."""
    return isinstance(t, RecursiveUnion) or isinstance(t, UnionType) and any(
        isinstance(arg, RecursiveUnion) and set(t.members) <= set(arg.members)
        for m in t.members if isinstance(m, ClassInst) for arg in m.args)


def only(fx: Fx, value: ir.Expr, fits: Callable[[Type], bool], stop: Callable[[Type], ir.Expr], span: Span) -> ir.Expr:
    """`value` as the members for which `fits`; for the others `stop` raises."""
    t = value.type
    if not isinstance(t, UnionType) or not is_open(t):
        return value
    good = [m for m in t.members if fits(m)]
    return value if not good or len(good) == len(t.members) else narrowed(fx, value, t, good, stop, span)


def narrowed(
    fx: Fx, value: ir.Expr, t: UnionType, good: list[Type], stop: Callable[[Type], ir.Expr], span: Span
) -> ir.Expr:
    """A value of the union `t` as its members `good`; for the others `stop` raises."""
    save, got = fx.save(value)
    stops: list[ir.Stmt] = [save]
    for member in t.members:
        if member not in good:
            stops.append(ir.If(span, ir.IsInstance(span, BOOL, got, member), (ir.Eval(span, stop(member)),), ()))
    goal = make_union(good)
    return ir.Seq(span, goal, tuple(stops), ir.Convert(span, goal, got))


def _raising(fx: Fx, error: str, words: str, span: Span) -> ir.Expr:
    from rumpkc.types import text
    from rumpkc.types.tries import raise_new

    return raise_new(fx, error, [text.str_const(fx, span, words)], NONE, span)


def with_items(fx: Fx, value: ir.Expr, index: ir.Expr | None, span: Span) -> ir.Expr:
    """`value` where an item is asked for by an `index` (read more than once); None: a slice."""
    from rumpkc.types.tries import raise_new

    number = index is None or isinstance(index.type, IntType) or index.type is BOOL

    def stop(t: Type) -> ir.Expr:
        name = name_of(t)
        if name in SEQUENCES and index is not None:
            return _raising(fx, "TypeError", SEQUENCES[name].format(name_of(index.type)), span)
        if name == "dict" and index is not None:            # whose keys are all of one type
            return raise_new(fx, "KeyError", [index], NONE, span)
        words = "unhashable type: 'slice'" if name == "dict" else f"'{name}' object is not subscriptable"
        return _raising(fx, "TypeError", words, span)

    return only(fx, value, lambda t: name_of(t) in SEQUENCES if number else name_of(t) == "dict", stop, span)


def walked(fx: Fx, value: ir.Expr, span: Span) -> ir.Expr:
    """`value` where a loop walks over it."""
    return only(fx, value, lambda t: name_of(t) in WALKED,
                lambda t: _raising(fx, "TypeError", f"'{name_of(t)}' object is not iterable", span), span)


def measured(fx: Fx, value: ir.Expr, span: Span) -> ir.Expr:
    """`value` where its length is asked for."""
    return only(fx, value, lambda t: name_of(t) in WALKED,
                lambda t: _raising(fx, "TypeError", f"object of type '{name_of(t)}' has no len()", span), span)


def with_method(fx: Fx, value: ir.Expr, name: str, span: Span) -> ir.Expr:
    """`value` where its method `name` is called."""
    from rumpkc.types import calls

    return only(
        fx, value, lambda t: calls.has_method(t, name),
        lambda t: _raising(fx, "AttributeError", f"'{name_of(t)}' object has no attribute '{name}'", span), span)


def formatted(fx: Fx, value: ir.Expr, span: Span) -> ir.Expr:
    """`value` where a format specification is applied to it."""
    return only(
        fx, value, lambda t: name_of(t) not in ("dict", "list", "NoneType"),
        lambda t: _raising(fx, "TypeError", f"unsupported format string passed to {name_of(t)}.__format__", span), span)


def number(fx: Fx, value: ir.Expr, kind: str, span: Span) -> ir.Expr:
    """`value` where `int` or `float` makes a number of it."""
    takes = "a string, a bytes-like object or a real number" if kind == "int" else "a string or a real number"
    return only(
        fx, value, lambda t: name_of(t) not in ("dict", "list", "NoneType"),
        lambda t: _raising(fx, "TypeError", f"{kind}() argument must be {takes}, not '{name_of(t)}'", span), span)


def unchanging(name: str, action: str, number: bool) -> str:
    """What CPython says, behind the class's name, where the items of a `name` cannot be changed. `action`:
    `__getitem__` stands for `x[i] += v`, which reads first."""
    if action == "__delitem__":
        not_ = "doesn't" if number and name in ROWS else "does not"
        return f"' object {not_} support item deletion"
    reads = action == "__getitem__" and name not in ROWS
    return "' object is not subscriptable" if reads else "' object does not support item assignment"


def stored(fx: Fx, value: ir.Expr, index: ir.Expr, action: str, span: Span) -> ir.Expr:
    """`value` where an item is assigned or deleted (`action`) by a str or number (read more than once). A number that
    would become the key of a dict, whose type has no such keys, is a TypeError that says so."""
    from rumpkc.types.tries import raise_new

    number = isinstance(index.type, IntType) or index.type is BOOL
    if index.type != fx.world.cls("str") and not number:
        return value

    def stop(t: Type) -> ir.Expr:
        name = name_of(t)
        if name == "list":
            return _raising(fx, "TypeError", SEQUENCES["list"].format("str"), span)
        if name == "dict" and action == "__delitem__":
            return raise_new(fx, "KeyError", [index], NONE, span)
        words = f"this {t} takes no such key" if name == "dict" else f"'{name}{unchanging(name, action, number)}"
        return _raising(fx, "TypeError", words, span)

    return only(fx, value, lambda t: name_of(t) == ("list" if number else "dict"), stop, span)


def searched(fx: Fx, value: ir.Expr, span: Span) -> ir.Expr:
    """`value` where something is looked for in it."""
    return only(fx, value, lambda t: name_of(t) in WALKED,
                lambda t: _raising(fx, "TypeError", f"argument of type '{name_of(t)}' is not iterable", span), span)


def in_text_keys(fx: Fx, container: ir.Expr, item: ir.Expr, span: Span) -> ir.Expr | None:
    """`item in container` where the item is a number or None, and the container text or a dict with keys of text; or
    the container is text, and the item of a class of the library that is none."""
    text = fx.world.cls("str")
    if container.type == text and isinstance(item.type, ClassInst) and item.type.info.module.library and (
            item.type != text and not is_object(item.type)):
        pass
    elif not isinstance(item.type, IntType) and item.type not in (NONE, BOOL, FLOAT):
        return None
    if name_of(container.type) == "dict" and isinstance(container.type, ClassInst) and container.type.args[0] == text:
        return ir.Seq(span, BOOL, (ir.Eval(span, container),), ir.Const(span, BOOL, False))
    if container.type != text:
        return None
    words = f"'in <string>' requires string as left operand, not {name_of(item.type)}"
    stop = _raising(fx, "TypeError", words, span)
    return ir.Seq(span, BOOL, (ir.Eval(span, stop),), ir.Prim(span, BOOL, "unreachable", ()))


def or_error(fx: Fx, op: str, parts: list[ir.Expr], make: Callable[[list[ir.Expr]], ir.Expr], span: Span) -> ir.Expr:
    """`make(parts)`, or the TypeError that CPython raises for these two operands."""
    left, right = (name_of(part.type) for part in parts)
    words = _operands_error(op, left, right)
    if not words:
        return make(parts)
    save = [ir.Eval(span, part) for part in parts]
    return ir.Seq(span, NEVER, (*save, ir.Eval(span, _raising(fx, "TypeError", words, span))),
                  ir.Prim(span, NEVER, "unreachable", ()))


ORDER = ("<", "<=", ">", ">=")
NUMBERS = {"int": 1, "bool": 1, "float": 2}
KINDS = (*NUMBERS, "str", "list", "dict", "NoneType")


def _operands_error(op: str, left: str, right: str) -> str:
    """What CPython says of operands of these classes; empty where it has a result, or is not sure to have none."""
    if left not in KINDS or right not in KINDS or op in ("%", "@") and left == "str":
        return ""
    whole = NUMBERS.get(left) == NUMBERS.get(right) == 1
    numbers = left in NUMBERS and right in NUMBERS
    if op == "+" and left in ("str", "list") and right != left:
        return f'can only concatenate {left} (not "{right}") to {left}'
    if op == "*":
        sequence, other = (left, right) if left in ("str", "list") else (right, left)
        if sequence in ("str", "list"):
            return "" if NUMBERS.get(other) == 1 else f"can't multiply sequence by non-int of type '{other}'"
    if op in ORDER:
        return "" if numbers or left == right in ("str", "list") else (
            f"'{op}' not supported between instances of '{left}' and '{right}'")
    fits = {"+": numbers or left == right in ("str", "list"), "|": whole or left == right == "dict",
            "&": whole, "^": whole, "<<": whole, ">>": whole}.get(op, numbers)
    shown = "** or pow()" if op == "**" else op
    return "" if fits else f"unsupported operand type(s) for {shown}: '{left}' and '{right}'"
