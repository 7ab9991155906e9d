"""A lambda behind `Callable[..., R]`: one function for each form of call (`call_forms.py`), with the same defaults.

    f: Callable[..., int] = lambda a, b=start(), *rest: …       one = start()
    f(1); f(1, 2); f(*xs); f(b=3, a=1)      ->      (as (int), as (int, int), as (*int) and as (b=int, a=int))
"""

from __future__ import annotations

import sys
from collections.abc import Mapping

from rumpkc.diagnostics import fail
from rumpkc.ir import nodes as ir
from rumpkc.syntax import tree
from rumpkc.types import calls, foreign_forms, lambdas, open_shapes, signature, star_calls
from rumpkc.types.builtins import VAR_TUPLE
from rumpkc.types.fx import Fx
from rumpkc.types.symbols import FuncInfo, Param
from rumpkc.types.types import NONE, ClassInst, FormsType, FuncType, TupleType, Type


def value(fx: Fx, node: tree.Lambda, forms: FormsType, free: bool = False) -> ir.Expr:
    """A closure for each form; calls with names or stars go to one that takes all of the lambda's parameters, and is
    made where it is called if it is `free` of captured variables."""
    saves, defaults = _defaults(fx, node, forms) if not free else ([], {})
    items: list[ir.Expr] = []
    for heads, t in zip(forms.heads, forms.functions, strict=True):
        if _by_position(node, heads):
            made = lambdas.lambda_value(fx, node, t, defaults=defaults)
            items.append(open_shapes.fitted(fx, made, t, node.span))
            continue
        whole, fits = _whole(fx, node, heads, t, defaults)
        captured: list[ir.Expr] = []
        if fits and not free:
            save, made = fx.save(lambdas.lambda_value(fx, node, whole, rest=node.args.vararg, defaults=defaults))
            saves.append(save)
            captured += [made, *defaults.values()]
        items.append(_bound(fx, node, heads, t, whole, captured, not fits))
    out = ir.Aggregate(node.span, forms, tuple(items))
    return ir.Seq(node.span, forms, tuple(saves), out) if saves else out


def _by_position(node: tree.Lambda, heads: tuple[str, ...]) -> bool:
    """Whether such a call gives the lambda what it needs, each argument alone."""
    required = sum(a.default is None for a in (*node.args.posonly, *node.args.args))
    return not any(heads) and required <= len(heads) <= most(node)


def _whole(fx: Fx, node: tree.Lambda, heads: tuple[str, ...], t: FuncType, defaults: Mapping[str, ir.Expr]
           ) -> tuple[FuncType, bool]:
    """The lambda as a function of all its parameters, the last of which is the tuple of its `*rest`; whether a call of
    this form may fit it."""
    args, rest = (*node.args.posonly, *node.args.args), node.args.vararg
    types = [_argument(heads, t.params, index, arg.name) for index, arg in enumerate(args)]
    names = {arg.name for arg in node.args.args}
    fits = all(of is not None or arg.default is not None for arg, of in zip(args, types, strict=True)) and (
        node.args.kwarg is not None or all(head in names for head in heads if head not in ("", "*", "**")))
    known = [of or (defaults[arg.name].type if arg.name in defaults else NONE)
             for arg, of in zip(args, types, strict=True)]
    if rest is None and node.args.kwarg is None or not fits:
        return FuncType(tuple(known), t.result), fits
    surplus = {of for index in range(len(args), max(len(heads), len(args) + 1))
               if (of := _argument(heads, t.params, index, rest.name if rest is not None else "")) is not None}
    if not surplus and "*" not in heads:        # an empty tuple: its items may have any type
        surplus = {*t.params[-1:]}
    item = surplus.pop() if len(surplus) == 1 else None
    if rest is None or node.args.kwarg is not None or item is None:
        raise fail("E0403", "a lambda with stars is called here with names or stars", node.span,
                   help="write a function with `def`")
    return FuncType((*known, fx.world.cls(VAR_TUPLE, item)), t.result), True


def _defaults(fx: Fx, node: tree.Lambda, forms: FormsType) -> tuple[list[ir.Stmt], dict[str, ir.Expr]]:
    """What evaluates the lambda's defaults, once for all forms, and what they are by parameter."""
    from rumpkc.types.exprs import expr

    saves: list[ir.Stmt] = []
    defaults: dict[str, ir.Expr] = {}
    for index, arg in enumerate((*node.args.posonly, *node.args.args)):
        if arg.default is not None:
            given = {t for heads, of in zip(forms.heads, forms.functions, strict=True)
                     if (t := _argument(heads, of.params, index, arg.name)) is not None}
            save, defaults[arg.name] = fx.save(expr(fx, arg.default, given.pop() if len(given) == 1 else None))
            saves.append(save)
    return saves, defaults


def most(node: tree.Lambda) -> int:
    """How many arguments by position the lambda can take."""
    return sys.maxsize if node.args.vararg else len(node.args.posonly) + len(node.args.args)


def _argument(heads: tuple[str, ...], types: tuple[Type, ...], index: int, name: str) -> Type | None:
    """What a call of this form may give the parameter `name`, which stands at `index`; None for nothing."""
    first = heads.index("*") if "*" in heads else len(heads)
    if index < first and index < len(heads) and heads[index] == "":
        return types[index]
    if name in heads:
        return types[heads.index(name)]
    given = [t.items[-1] if isinstance(t, TupleType) else t.args[-1] for head, t in zip(heads, types, strict=True)
             if head in ("*", "**") and (isinstance(t, ClassInst) and t.args or isinstance(t, TupleType) and t.items)]
    return given[0] if given else None


def _bound(fx: Fx, node: tree.Lambda, heads: tuple[str, ...], t: FuncType, whole: FuncType,
           captured: list[ir.Expr], misfit: bool) -> ir.Expr:
    """A function of the form that gives the lambda, a `whole`, its arguments as Python binds them. `captured`: the
    lambda and its defaults; nothing for one that is free of variables, and whose defaults are constants."""
    from rumpkc.types import call_forms, callables

    span = node.span
    body = (tree.ExprStmt(node.body.span, node.body),)
    within = f"{signature.qualified(fx.inst.info)}.<locals>." if fx.inst is not None else ""
    info = FuncInfo("<lambda>", fx.module, tree.FunctionDef(span, "<lambda>", node.args, body, (), None, (), span),
                    type_params=(), within=within)
    params = _params(node, whole)
    optional = [index for index, param in enumerate(params) if param.default is not None]
    own = foreign_forms.found(fx, node, None)

    def build(inner: Fx, held: list[ir.Expr], args: list[ir.Expr]) -> ir.Expr:
        return call_forms.by_length(inner, own, heads, args, lambda args, heads: one(inner, held, args, heads), span)

    def one(inner: Fx, held: list[ir.Expr], args: list[ir.Expr], heads: tuple[str, ...]) -> ir.Expr:
        call = call_forms.call_node(node, heads, args, span)

        def run() -> ir.Expr:
            bound = signature.bind(star_calls.Callee(info), params, call.args, call.keywords, span)
            if misfit:
                raise fail("E0313", "a parameter of this lambda gets no argument", span)
            for index, value in zip(optional, held[1:], strict=False):
                bound.defaults[index] = calls.Evaluated(span, value)
                if bound.exprs[index] is None:
                    bound.exprs[index] = bound.defaults[index]
                    bound.order.append(index)
            stmts, values = calls.arguments(inner, info, params, bound, None)
            calls.after_unknown_call(inner)
            callee = held[0] if held else lambdas.lambda_value(inner, node, whole, rest=node.args.vararg)
            done = ir.CallIndirect(span, t.result, callee, tuple(values))
            return ir.Seq(span, t.result, tuple(stmts), done)

        return call_forms.attempt(inner, call, info, params, run, own, lambda args: one(inner, held, args, heads))

    return callables.made(fx, "<lambda>", t, captured, build, span)


def _params(node: tree.Lambda, whole: FuncType) -> tuple[Param, ...]:
    """The parameters of the lambda, a `whole`."""
    rest = node.args.vararg
    args = (*node.args.posonly, *node.args.args, *((rest,) if rest is not None else ()))
    how = [*["pos"] * len(node.args.posonly), *["any"] * len(node.args.args), "rest"]
    return tuple(Param(arg.name, of, kind, arg.default, arg.span)
                 for arg, of, kind in zip(args, whole.params, how, strict=False))


def is_alone(node: tree.Lambda, heads: tuple[str, ...]) -> bool:
    """Whether the function for this form needs nothing that the module body has made: the lambda's defaults are
    constants where the call decides which of them it takes, or the call does not fit."""
    args = (*node.args.posonly, *node.args.args)
    return not _by_position(node, heads) and (not any(heads) or all(
        arg.default is None or isinstance(arg.default, tree.Constant) for arg in args))
