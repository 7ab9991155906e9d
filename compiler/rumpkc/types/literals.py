"""Literals and `Final` constants: their values while compiling, so that they take the type of their place."""

from __future__ import annotations

import operator
from typing import TYPE_CHECKING

from rumpkc.syntax import tree
from rumpkc.types.symbols import ModuleInfo, VarInfo

if TYPE_CHECKING:
    from rumpkc.types.world import World

COMPARE = {
    "==": operator.eq, "!=": operator.ne, "<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge,
}
MAX_SHIFT = 4096


def fold_int(
    world: World, module: ModuleInfo, node: tree.Expr, local_names: set[str] | frozenset[str] = frozenset()
) -> int | None:
    """The integer that `node` always is, or None. Literals, operators and `Final` names fold; `local_names` shadow."""
    match node:
        case tree.Constant(kind="int", value=int(value)):
            return value
        case tree.UnaryOp(op=op, operand=operand) if op in ("-", "+", "~"):
            inner = fold_int(world, module, operand, local_names)
            return None if inner is None else {"-": -inner, "+": inner, "~": ~inner}[op]
        case tree.BinOp(left=left, op=op, right=right):
            if node in world.unfoldable:
                return None
            a = fold_int(world, module, left, local_names)
            b = fold_int(world, module, right, local_names) if a is not None else None
            if a is None or b is None:
                world.unfoldable.add(node)                  # each `+` of a long chain asks for all of its left side
                return None
            return apply(op, a, b)
        case tree.Name(id=name) if name not in local_names:
            symbol = world.lookup(module, name)
            return fold_variable(world, symbol) if isinstance(symbol, VarInfo) else None
        case tree.Attribute():
            from rumpkc.types.annotations import Annotations

            symbol = Annotations(world, module, {}).symbol(node)
            return fold_variable(world, symbol) if isinstance(symbol, VarInfo) else None
        case tree.Call(func=tree.Name() | tree.Attribute()):
            from rumpkc.types.layouts import fold_layout

            return fold_layout(world, module, node)
    return None


def fold_test(world: World, module: ModuleInfo, node: tree.Expr) -> bool | None:
    """The truth that `node` always has, or None: comparisons of integers that fold, `and`, `or`, `not`."""
    match node:
        case tree.Constant(kind="bool", value=value):
            return bool(value)
        case tree.UnaryOp(op="not", operand=operand):
            inner = fold_test(world, module, operand)
            return None if inner is None else not inner
        case tree.BoolOp(op=op, values=values):
            parts = [fold_test(world, module, v) for v in values]
            return None if None in parts else (all(parts) if op == "and" else any(parts))
        case tree.Compare(left=left, ops=ops, comparators=rest):
            numbers = [fold_int(world, module, n) for n in (left, *rest)]
            known = [n for n in numbers if n is not None]
            if len(known) < len(numbers) or not all(op in COMPARE for op in ops):
                return None
            return all(COMPARE[op](a, b) for op, a, b in zip(ops, known, known[1:], strict=False))
    value = fold_int(world, module, node)
    return None if value is None else bool(value)


def fold_variable(world: World, var: VarInfo) -> int | None:
    """The value of a `Final` integer without a stated type (one with a type is a value of that type, not a literal)."""
    if (
        not var.final
        or var.annotation is not None
        or var.value is None
        or var.folding
        or (var.owner and var.owner.kind == "enum")
    ):
        return None
    var.folding = True
    try:
        return fold_int(world, var.module, var.value)
    finally:
        var.folding = False


def apply(op: str, a: int, b: int) -> int | None:
    match op:
        case "+":
            return a + b
        case "-":
            return a - b
        case "*":
            return a * b
        case "//" if b:
            return a // b
        case "%" if b:
            return a % b
        case "**" if 0 <= b <= MAX_SHIFT and a.bit_length() * b <= MAX_SHIFT:
            return a**b
        case "<<" if 0 <= b <= MAX_SHIFT:
            return a << b
        case ">>" if b >= 0:
            return a >> b
        case "&":
            return a & b
        case "|":
            return a | b
        case "^":
            return a ^ b
    return None
