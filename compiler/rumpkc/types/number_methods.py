"""The operators of `int` and `float` by the names of their methods: `reduce(int.__add__, xs)`, `int.__neg__(x)`.

Each is called with numbers of its own class (CPython's `int.__add__(1, 2.5)` is NotImplemented), and gives what the
operator gives.
"""

from __future__ import annotations

from rumpkc.ir import nodes as ir
from rumpkc.syntax import tree
from rumpkc.types import calls, operators
from rumpkc.types.fx import Fx
from rumpkc.types.types import FLOAT, INT, FuncType, Type, TypeVarType

NUMBERS: dict[str, Type] = {"int": INT, "float": FLOAT}
WHOLE = ("<<", ">>", "&", "|", "^")                     # of ints alone
COMPARED = {f"__{name}__": op for op, name in (*operators.ORDER.items(), ("==", "eq"), ("!=", "ne"))}
UNARY = {"__neg__": "-", "__pos__": "+", "__invert__": "~"}
CALLED = {"__abs__": "abs", "__bool__": "bool", "__int__": "int", "__float__": "float", "__str__": "str",
          "__repr__": "repr", "__hash__": "hash", "__round__": "round"}


def _operator(kind: str, name: str) -> str | None:
    """The operator with two sides that is this method's."""
    op = COMPARED.get(name) or next((op for op, method in operators.DUNDER.items() if f"__{method}__" == name), None)
    return None if op in ("@", "divmod") or kind == "float" and op in WHOLE else op


def goal(kind: str, name: str) -> FuncType | None:
    """The type of the method as a function, its result open; None where there is none."""
    own = NUMBERS.get(kind)
    if own is None:
        return None
    if _operator(kind, name) is not None:
        return FuncType((own, own), TypeVarType("R"))
    known = name in CALLED or name in UNARY and (kind == "int" or name != "__invert__")
    return FuncType((own,), TypeVarType("R")) if known else None


def call(fx: Fx, kind: str, func: tree.Attribute, node: tree.Call) -> ir.Expr | None:
    """The call of such a method; None where it is none."""
    from rumpkc.types import conversions
    from rumpkc.types.exprs import expr, typed

    shape, name, span = goal(kind, func.attr), func.attr, node.span
    if shape is None:
        return None
    count = len(shape.params)
    conversions.no_keywords(node, f"{kind}.{name}", count, count)
    parts = [calls.Evaluated(arg.span, typed(fx, arg, NUMBERS[kind])) for arg in node.args]
    if (op := _operator(kind, name)) is None:
        if name in UNARY:
            return expr(fx, tree.UnaryOp(span, UNARY[name], parts[0]))
        return expr(fx, tree.Call(span, tree.Name(span, CALLED[name]), (parts[0],), ()))
    if name in COMPARED:
        return expr(fx, tree.Compare(span, parts[0], (op,), (parts[1],)))
    return expr(fx, tree.BinOp(span, parts[0], op, parts[1]))
