"""Functions of `math` and `statistics` whose arguments are objects with methods of their own, and fractions.

    math.floor(x)               ->      x.__floor__()       where the class has it
    math.prod(xs, start=P(1))   ->      start * x * …       of what is no number
    mean(fractions)             ->      a Fraction
"""

from __future__ import annotations

from rumpkc.ir import nodes as ir
from rumpkc.syntax import tree
from rumpkc.types import calls, integers
from rumpkc.types.fx import Fx, Rule
from rumpkc.types.types import FLOAT, ClassInst, Type, UnionType

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
        alone = len(found) == 1 and set(kinds) == {found[0], FLOAT}
        return ir.Convert(node.span, found[0], out) if alone else out

    return rule
