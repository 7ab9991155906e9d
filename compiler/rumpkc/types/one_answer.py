"""W0301: comparisons that have one answer, whatever the values are.

    level: u8
    if level >= 0:          warning[W0301]: u8 is never below 0, so this comparison has one answer only
"""

from __future__ import annotations

from rumpkc.diagnostics import Diagnostic
from rumpkc.ir import nodes as ir
from rumpkc.source import Span
from rumpkc.syntax import tree
from rumpkc.types.fx import Fx
from rumpkc.types.types import NONE, FuncType, IntType, OptionalType, TypeVarType, UnionType

BELOW, ABOVE = ("<", ">="), (">", "<=")


def about_integers(fx: Fx, op: str, left: ir.Expr, right: ir.Expr, span: Span) -> None:
    """Two integers: the same variable on both sides, or a literal at the end of the other's range."""
    if isinstance(left, ir.LocalGet) and isinstance(right, ir.LocalGet) and left.local is right.local:
        _warn(fx, "both sides are the same variable", span)
    for value, bound, below, above in ((left, right, BELOW, ABOVE), (right, left, ABOVE, BELOW)):
        t = value.type
        if not isinstance(bound, ir.Const) or isinstance(value, ir.Const) or not isinstance(t, IntType):
            continue
        if bound.value == t.low and op in below:
            _warn(fx, f"{t} is never below {t.low}", span)
        elif bound.value == t.high and op in above:
            _warn(fx, f"{t} is never above {t.high}", span)


def about_none(fx: Fx, subject: tree.Expr, span: Span) -> None:
    """`name is None` where the declared type of the variable has no None."""
    var = fx.lookup(subject.id) if isinstance(subject, tree.Name) else None
    if var is None or not var.declared or var.failed:
        return
    t = var.local.type
    if t is NONE or isinstance(t, (OptionalType, TypeVarType)) or isinstance(t, UnionType) and NONE in t.members:
        return
    _warn(fx, f"`{var.local.name}` is {t}, never None", span)


def about_functions(fx: Fx, value: ir.Expr) -> None:
    """A function as a test: its call was meant."""
    if isinstance(value, (ir.FuncAddr, ir.Closure)) and isinstance(value.type, FuncType):
        _warn(fx, "a function is always true", value.span, "call it: write `()` behind it")


def _warn(fx: Fx, why: str, span: Span, help: str = "") -> None:  # noqa: A002
    around: Fx | None = fx
    while around is not None and around.inst is None:
        around = around.outer
    inst = around.inst if around is not None else None
    if inst is None or not (inst.env or inst.has_own_types):                # such code is for other types as well
        end = "" if "always" in why else ", so this comparison has one answer only"
        fx.world.warnings.add(Diagnostic("W0301", f"{why}{end}", span, help=help))
