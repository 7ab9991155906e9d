"""Expressions of truth."""

from __future__ import annotations

from rumpkc.ir import nodes as ir
from rumpkc.types.types import BOOL


def negate(test: ir.Expr) -> ir.Expr:
    """`not test`."""
    if isinstance(test, ir.Const):
        return ir.Const(test.span, BOOL, not test.value)
    return ir.Prim(test.span, BOOL, "not", (test,))
