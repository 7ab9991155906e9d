"""Integer literals that `int` does not hold: they are an `int` until the other operand or the place takes them.

    flags |= 1 << 63            flags: u64       Const(u64, 1 << 63)
    if count < 2**64 - 1:       count: u64       Const(u64, 2**64 - 1)
    ratio * 10**20              ratio: float     Const(float, 1e20)
    print(2**63)                E0304            nothing says that it is a u64

Which of them are left is seen in the checked program: no statement tells it of a literal that it keeps in a tuple, say.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from rumpkc.diagnostics import CompileError, Diagnostic, shown_integer
from rumpkc.ir import nodes as ir
from rumpkc.ir.walk import nodes_of
from rumpkc.source import Span
from rumpkc.types.fx import Fx
from rumpkc.types.types import INT, U64

if TYPE_CHECKING:
    from rumpkc.types.world import World


def literal(fx: Fx, span: Span, value: int) -> ir.Const:
    """A literal of which its place has not said what it is."""
    if not INT.low <= value <= INT.high:
        fx.world.wide_literals = True
    return ir.Const(span, INT, value)


def check(world: World) -> None:
    """E0304 for every literal that nothing has taken."""
    if world.wide_literals:
        _refuse(left(world.program.functions))


def check_value(value: ir.Expr) -> None:
    """The same for a value that is no part of a function."""
    _refuse(_left([value]))


def left(functions: Iterable[ir.Function]) -> list[ir.Const]:
    """The integers in the code of `functions` that `int` does not hold though they are one."""
    return [node for function in functions for node in _left(function.body or ())]


def _left(nodes: Iterable[ir.Node]) -> list[ir.Const]:
    return [node for node in nodes_of(nodes, ir.Const)
            if node.type is INT and isinstance(node.value, int) and not INT.low <= node.value <= INT.high]


def _refuse(nodes: list[ir.Const]) -> None:
    if nodes:
        raise CompileError(*dict.fromkeys(map(_untaken, nodes)))


def _untaken(node: ir.Const) -> Diagnostic:
    assert isinstance(node.value, int)
    shown = shown_integer(node.value)
    help_ = f"write `u64({shown})`, or `w64({shown})` for arithmetic modulo 2**64"
    return Diagnostic("E0304", f"{shown} does not fit int", node.span, f"int holds {INT.low} to {INT.high}",
                      help=help_ if 0 <= node.value <= U64.high else "")
