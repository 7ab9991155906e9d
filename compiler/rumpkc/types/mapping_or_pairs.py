"""`dict(x)` and `d.update(x)` where `x` is a mapping or pairs: which it is, is asked when the program runs.

    source: Mapping[str, int] | Iterable[tuple[str, int]]
    dict(source)        ->      dict(source) if isinstance(source, dict) else {k: v for k, v in source}
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from rumpkc.ir import nodes as ir
from rumpkc.source import Span
from rumpkc.types import conversions
from rumpkc.types.classes import dict_base
from rumpkc.types.convert import coerce, join
from rumpkc.types.generators import is_iterator
from rumpkc.types.types import BOOL, NONE, ClassInst, Type, UnionType

if TYPE_CHECKING:
    from rumpkc.types.fx import Fx


def is_either(t: Type) -> bool:
    """Whether a value is of several types of which some are mappings, and None is not one."""
    return isinstance(t, UnionType) and NONE not in t.members and any(map(_is_mapping, t.members))


def _is_mapping(t: Type) -> bool:
    return dict_base(t) is not None or conversions.is_mapping(t)


def _place(t: Type) -> int:
    """Mappings are asked for first: a dict is an `Iterable`, too."""
    if _is_mapping(t):
        return 0
    return 2 if isinstance(t, ClassInst) and (t.name == "Iterable" or is_iterator(t)) else 1


def of_each(fx: Fx, value: ir.Expr, make: Callable[[ir.Expr], ir.Expr], span: Span) -> ir.Expr:
    """`make` of `value` as what it is."""
    assert isinstance(value.type, UnionType)
    save, got = fx.save(value)
    members = sorted(value.type.members, key=_place)
    made = [make(ir.Convert(span, member, got)) for member in members]
    tests = [ir.IsInstance(span, BOOL, got, member) for member in members]
    if all(one.type is NONE for one in made):
        stmts: tuple[ir.Stmt, ...] = (ir.Eval(span, made[-1]),)
        for test, one in zip(reversed(tests[:-1]), reversed(made[:-1]), strict=True):
            stmts = (ir.If(span, test, (ir.Eval(span, one),), stmts),)
        return ir.Seq(span, NONE, (save, *stmts), ir.Const(span, NONE, None))
    result = join(fx, [one.type for one in made], span, "`dict`")
    out = coerce(fx, made[-1], result, span)
    for test, one in zip(reversed(tests[:-1]), reversed(made[:-1]), strict=True):
        out = ir.IfExp(span, result, test, coerce(fx, one, result, span), out)
    return ir.Seq(span, result, (save,), out)
