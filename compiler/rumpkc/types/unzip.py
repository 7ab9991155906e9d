"""`names, ages = zip(*rows)` of rows that are tuples of one length: each column keeps the type of its items.

    names, ages = zip(*rows)        names = tuple(row[0] for row in rows); ages = tuple(row[1] for row in rows)

Without rows there is nothing to unpack, as in CPython. Elsewhere the columns of `zip(*rows)` have one type.
"""

from __future__ import annotations

from rumpkc.ir import nodes as ir
from rumpkc.syntax import tree
from rumpkc.types import calls, names
from rumpkc.types.fx import Fx, PartialType
from rumpkc.types.symbols import Special
from rumpkc.types.types import BOOL, INT, NONE, ClassInst, TupleType


def columns(fx: Fx, node: tree.Assign) -> tuple[list[ir.Stmt], ir.Expr] | None:
    """What evaluates the rows, and the tuple of the columns; None for any other assignment."""
    from rumpkc.types.exprs import expr
    from rumpkc.types.tries import raise_new

    target = node.targets[0]
    rows = _rows(fx, node)
    if rows is None or not isinstance(target, (tree.Tuple, tree.List)):
        return None
    before = fx.state.copy()
    value = expr(fx, tree.Call(rows.span, tree.Name(rows.span, "list"), (rows,), ()))
    item = value.type.args[0] if isinstance(value.type, ClassInst) and value.type.args else None
    count = len(target.elts)
    if isinstance(value.type, PartialType) or not isinstance(item, TupleType) or len(item.items) != count or (
            len(set(item.items)) == 1):
        fx.state = before
        return None
    span = node.value.span
    save, got = fx.save(value)
    length = calls.call_method(fx, got, "__len__", [], span)
    words = f"not enough values to unpack (expected {count}, got 0)"
    stop = raise_new(fx, "ValueError", [ir.StrConst(span, fx.world.cls("str"), words)], NONE, span)
    empty = ir.Prim(span, BOOL, "icmp.eq", (length, ir.Const(span, INT, 0)))
    parts = [_column(fx, got, index, rows) for index in range(count)]
    whole = ir.Aggregate(span, TupleType(tuple(part.type for part in parts)), tuple(parts))
    return [save, ir.If(span, empty, (ir.Eval(span, stop),), ())], whole


def _rows(fx: Fx, node: tree.Assign) -> tree.Expr | None:
    """`rows` of `a, b = zip(*rows)`."""
    match node.targets, node.value:
        case ((tree.Tuple(elts=targets) | tree.List(elts=targets),),
              tree.Call(func=tree.Name() as func, args=(tree.Starred(value=rows),), keywords=())):
            plain = not any(isinstance(target, tree.Starred) for target in targets)
            symbols = [names.static_symbol(fx, tree.Name(func.span, name)) for name in (func.id, "list", "tuple")]
            wanted = [f"builtins.{name}" for name in ("zip", "list", "tuple")]
            known = [symbol.name if isinstance(symbol, Special) else "" for symbol in symbols]
            return rows if plain and known == wanted else None
    return None


def _column(fx: Fx, rows: ir.Expr, index: int, at: tree.Expr) -> ir.Expr:
    """`tuple(row[index] for row in rows)`"""
    from rumpkc.types.exprs import expr

    span = at.span
    row = tree.Name(span, ".row")
    item = tree.Subscript(span, row, tree.Constant(span, index, "int"))
    walk = tree.Comprehension(span, row, calls.Evaluated(span, rows), (), False)
    return expr(fx, tree.Call(span, tree.Name(span, "tuple"), (tree.GeneratorExp(span, item, (walk,)),), ()))
