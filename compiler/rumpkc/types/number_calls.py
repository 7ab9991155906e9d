"""Functions of `math` and `statistics` whose arguments are objects with methods of their own, and fractions.

    math.floor(x)               ->      x.__floor__()       where the class has it
    math.prod(xs, start=P(1))   ->      start * x * …       of what is no number
    mean(fractions)             ->      a Fraction
"""

from __future__ import annotations

from rumpkc.diagnostics import CompileError, fail
from rumpkc.ir import nodes as ir
from rumpkc.syntax import tree
from rumpkc.types import calls, integers
from rumpkc.types.fx import Fx, Rule
from rumpkc.types.types import F32, FLOAT, ClassInst, TupleType, Type, UnionType

WHOLE = {"floor": "__floor__", "ceil": "__ceil__", "trunc": "__trunc__"}


def whole_number(name: str) -> Rule:
    """`math.floor(x)` and its like: the method of the class, where it has one."""
    def rule(fx: Fx, node: tree.Call, want: Type | None) -> ir.Expr:
        from rumpkc.types.exprs import expr

        args = node.args
        if len(args) == 1 and not node.keywords and not isinstance(args[0], tree.Starred):
            value = integers.bool_to_int(expr(fx, args[0]))
            if isinstance(value.type, ClassInst) and calls.has_method(value.type, WHOLE[name]):
                return calls.call_method(fx, value, WHOLE[name], [], node.span)
            args = (calls.Evaluated(args[0].span, value),)
        info = fx.world.function_of("lib.math_parts", name)
        return calls.call_function(fx, info, None, args, node.keywords, node.span, want)

    return rule


def product_of_objects(fx: Fx, value: ir.Expr, start: ir.Expr | None, node: tree.Call) -> ir.Expr:
    """`math.prod` of what is no number."""
    given = [value] if start is None else [value, start]
    info = fx.world.function_of("lib.math_integers", "prod_objects" if start is None else "prod_objects_from")
    return calls.call_function(fx, info, None, calls.evaluated(given), (), node.span)


def average(name: str) -> Rule:
    """`mean` and its like: of fractions alone, the result is one."""
    def rule(fx: Fx, node: tree.Call, want: Type | None) -> ir.Expr:
        info = fx.world.function_of("lib.statistics", name)
        out = calls.call_function(fx, info, None, node.args, node.keywords, node.span, want)
        kinds = out.type.members if isinstance(out.type, UnionType) else ()
        found = [t for t in kinds if isinstance(t, ClassInst) and t.name == "Fraction"]
        held = _items(out)
        if any(map(_is_fraction, held)) and (FLOAT in held or F32 in held):
            raise _refusal(name, "fractions beside floats", node)
        alone = len(found) == 1 and set(kinds) == {found[0], FLOAT}
        return ir.Convert(node.span, found[0], out) if alone else out

    return rule


def of_numbers(name: str) -> Rule:
    """`stdev` and its like, of numbers alone."""
    def rule(fx: Fx, node: tree.Call, want: Type | None) -> ir.Expr:
        info = fx.world.function_of("lib.statistics", name)
        out = calls.call_function(fx, info, None, node.args, node.keywords, node.span, want)
        if any(map(_is_fraction, _items(out))):
            raise _refusal(name, "fractions", node)
        return out

    return rule


def _items(out: ir.Expr) -> tuple[Type, ...]:
    """The types of the items that a call of a function of the library is given first."""
    while isinstance(out, (ir.Seq, ir.Convert)):
        out = out.value
    t = out.args[0].type if isinstance(out, ir.Call) and out.args else None
    held = t.args if isinstance(t, ClassInst) else t.items if isinstance(t, TupleType) else ()
    return tuple(part for one in held for part in (one.members if isinstance(one, UnionType) else (one,)))


def _is_fraction(t: Type) -> bool:
    return isinstance(t, ClassInst) and t.name == "Fraction" and t.info.module.library


def _refusal(name: str, what: str, node: tree.Call) -> CompileError:
    return fail("E0303", f"`{name}` of {what} is not compiled", node.span, help=f"write `{name}` of floats: `float(x)`")
