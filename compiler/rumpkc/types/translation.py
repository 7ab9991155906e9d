"""`str.translate` and `str.maketrans`: a table of any value type becomes the one that the library walks through.

    s.translate({97: "x"})          translated(s, table), the dict copied with values `int | str | None`
    str.maketrans({"a": 1})         the dict copied with `key_code(k)` as keys
"""

from __future__ import annotations

from rumpkc.diagnostics import fail
from rumpkc.ir import nodes as ir
from rumpkc.source import Span
from rumpkc.syntax import tree
from rumpkc.types import calls, constructors, loops
from rumpkc.types.unions import make_union
from rumpkc.types.convert import coerce
from rumpkc.types.fx import Fx
from rumpkc.types.types import INT, NONE, ClassInst, Type

HELP = "a table is a `dict[int, str]`, a `dict[int, int]`, or what `str.maketrans` gives"


def translate(fx: Fx, receiver: ir.Expr, node: tree.Call, name: str) -> ir.Expr | None:
    """`s.translate(table)`."""
    from rumpkc.types.exprs import expr

    if len(node.args) != 1 or node.keywords:
        return None
    goal = fx.world.cls("dict", INT, _entry(fx))
    save, got = fx.save(receiver)
    arg = node.args[0]
    table = expr(fx, arg, goal if isinstance(arg, tree.Dict) else None)
    if table.type != goal:
        _need_dict(table.type, arg.span, (INT,))
        table = _copied(fx, table, goal, arg.span)
    call = ir.Call(node.span, receiver.type, fx.world.library("str_translate", "translated"), (got, table))
    return ir.Seq(node.span, call.type, (save,), call)


def make_table(fx: Fx, node: tree.Call, want: Type | None) -> ir.Expr:
    """`str.maketrans(…)` of a dict, of two texts, or of three."""
    from rumpkc.types.exprs import expr, typed

    text, span = fx.world.cls("str"), node.span
    if node.keywords or not 1 <= len(node.args) <= 3:
        raise fail("E0310", "`str.maketrans` takes one to three positional arguments", span)
    if len(node.args) > 1:
        args = tuple(typed(fx, a, text, "`str.maketrans`") for a in node.args)
        name = "table_of_two" if len(args) == 2 else "table_of_three"
        value = INT if len(args) == 2 else make_union([INT, NONE])
        return ir.Call(span, fx.world.cls("dict", INT, value), fx.world.library("str_translate", name), args)
    given, hint = next(iter(node.args)), None
    first = next(iter(given.keys), None) if isinstance(given, tree.Dict) else None
    if isinstance(first, tree.Constant):
        hint = fx.world.cls("dict", text if first.kind == "str" else INT, _entry(fx))
    table = expr(fx, given, hint)
    _need_dict(table.type, given.span, (INT, text))
    assert isinstance(table.type, ClassInst)
    return _copied(fx, table, fx.world.cls("dict", INT, table.type.args[1]), span)


def _entry(fx: Fx) -> Type:
    """What a table can hold for a character."""
    return make_union([INT, fx.world.cls("str"), NONE])


def _need_dict(t: Type, span: Span, keys: tuple[Type, ...]) -> None:
    if not isinstance(t, ClassInst) or t.name != "dict" or t.args[0] not in keys:
        raise fail("E0303", f"{t} is no table of characters", span, help=HELP)


def _copied(fx: Fx, table: ir.Expr, goal: ClassInst, span: Span) -> ir.Expr:
    """The table as a dict of type `goal`."""
    save, got = fx.save(table)
    made, out = fx.save(constructors.construct(fx, goal, [], span))
    items = tree.Call(span, tree.Attribute(span, calls.Evaluated(span, got), "items", span), (), ())

    def body(pair: ir.Expr) -> list[ir.Stmt]:
        assert isinstance(table.type, ClassInst)
        keep, item = fx.save(pair)
        key: ir.Expr = ir.TupleGet(span, table.type.args[0], item, 0)
        if table.type.args[0] is not INT:
            key = ir.Call(span, INT, fx.world.library("str_translate", "key_code"), (key,))
        value = coerce(fx, ir.TupleGet(span, table.type.args[1], item, 1), goal.args[1], span, "an entry of this table")
        return [keep, ir.Eval(span, calls.call_method(fx, out, "__setitem__", [key, value], span))]

    return ir.Seq(span, goal, (save, made, *loops.for_each(fx, items, body, span)), out)
