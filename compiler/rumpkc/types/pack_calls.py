"""Calls of a function that takes another with its arguments: which parameters `P` stands for, the call itself tells.

    def submit(fn: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R: ...

    submit(add, 1, b=5)         ->      submit[P = (int, int)]((x, y) => add(x, b=y), 1, 5)

Only of functions that do no more with `args` and `kwargs` than to pass both on: the others would see another `args`.
"""

from __future__ import annotations

from dataclasses import dataclass

from rumpkc.diagnostics import fail
from rumpkc.ir import nodes as ir
from rumpkc.source import Span
from rumpkc.syntax import tree
from rumpkc.types import call_forms, calls, signature
from rumpkc.types.decorated_forms import param_at
from rumpkc.types.fx import Fx
from rumpkc.types.param_specs import Forward
from rumpkc.types.symbols import FuncInfo, Param
from rumpkc.types.types import ClassInst, FormsType, FuncType, Pack, PackForms, TupleType, Type


@dataclass(frozen=True, slots=True)
class Written:
    """A call in which every argument stands at the position of its parameter; `pack`: the ParamSpec and its types."""

    pack: dict[str, Type]
    args: tuple[tree.Expr, ...]
    keywords: tuple[tree.Keyword, ...]


def written(fx: Fx, info: FuncInfo, env: dict[str, Type], args: tuple[tree.Expr, ...],
            keywords: tuple[tree.Keyword, ...], span: Span) -> Written:
    """A call of `info` with `args` and `keywords`; of a function without `*args: P.args` as it is."""
    name = signature.pack_of(info.node.args)
    if not name or isinstance(env.get(name), (Pack, PackForms)):
        return Written({}, args, keywords)
    fixed = len(info.node.args.posonly) + len(info.node.args.args) - (info.kind == "class")
    at, lead = _taker(info, name)
    vararg = info.node.args.vararg
    assert vararg is not None
    plain = isinstance(vararg.annotation, tree.Attribute) and vararg.annotation.attr == "args"
    at -= info.kind == "class"
    args = tuple(one for arg in args for one in _spread(fx, arg))
    own = {arg.name for arg in (*info.node.args.posonly, *info.node.args.args, *info.node.args.kwonly)}
    stars = any(isinstance(arg, tree.Starred) for arg in args) or any(k.name is None for k in keywords)
    if not plain or at < 0 or at >= fixed or len(args) < fixed or stars or any(k.name in own for k in keywords):
        return Written({}, args, keywords)
    extra = (*args[fixed:], *(k.value for k in keywords))
    heads = (*("" for _ in args[fixed:]), *(str(k.name) for k in keywords))
    function, types = _function(fx, args[at], lead, heads, extra, span)
    return Written({name: Pack(types)}, (*args[:at], function, *args[at + 1:fixed], *extra), ())


def _spread(fx: Fx, arg: tree.Expr) -> tuple[tree.Expr, ...]:
    """The items of a `*args` that the caller itself passes on, one by one."""
    from rumpkc.types.exprs import expr

    if not isinstance(arg, Forward) or not isinstance(arg.value, tree.Name):
        return (arg,)
    t = expr(fx, arg.value).type
    count = len(t.items) if isinstance(t, TupleType) else 0
    return tuple(tree.Subscript(arg.span, arg.value, tree.Constant(arg.span, i, "int")) for i in range(count))


def _taker(info: FuncInfo, name: str) -> tuple[int, int]:
    """The position of the parameter that is a `Callable[P, R]`, and how many arguments `Concatenate` puts before."""
    for at, arg in enumerate((*info.node.args.posonly, *info.node.args.args)):
        match arg.annotation:
            case tree.Subscript(slice=tree.Tuple(elts=(tree.Name(id=found), _))) if found == name:
                return at, 0
            case tree.Subscript(slice=tree.Tuple(elts=(tree.Subscript(slice=tree.Tuple(elts=(*before, last))), _))):
                if isinstance(last, tree.Name) and last.id == name:
                    return at, len(before)
    return -1, 0


def _function(fx: Fx, node: tree.Expr, lead: int, heads: tuple[str, ...], extra: tuple[tree.Expr, ...], span: Span
              ) -> tuple[tree.Expr, tuple[Type, ...]]:
    """The function that takes `extra` by position, and as which types: what it says itself, or what they are."""
    from rumpkc.types.exprs import expr

    known = _known(fx, node)
    if known is None:
        if any(heads):
            raise fail("E0445", "a function that is not known by its name is passed here with arguments by name", span,
                       help="pass a lambda that makes the call")
        held = expr(fx, node).type if not isinstance(node, tree.Lambda) and _is_variable(fx, node) else None
        if isinstance(held, FuncType) and len(held.params) == lead + len(extra):
            return node, held.params[lead:]
        return node, tuple(expr(fx, arg).type for arg in extra)
    params, result = known
    heads = (*("",) * lead, *heads)
    found = [param_at(params, heads, index) for index in range(len(heads))]
    if None in found or any(p.default is None and p not in found and p.how in ("pos", "any", "kw") for p in params):
        raise fail("E0445", "these are not the arguments that the function takes", span,
                   help="pass what the function itself would be called with")
    types = tuple(p.type for p in found if p is not None)
    forms = FormsType((FuncType(types, result),), (heads,))
    made = call_forms.written(fx, node, forms)
    if made is None or made.type != forms:
        raise fail("E0445", "a function of this kind is not compiled here", span, help="pass a lambda")
    return calls.Evaluated(node.span, _only(made, forms.functions[0])), types[lead:]


def _only(made: ir.Expr, t: FuncType) -> ir.Expr:
    """The one function of a value of one form."""
    if isinstance(made, ir.Seq):
        return ir.Seq(made.span, t, made.body, _only(made.value, t))
    assert isinstance(made, ir.Aggregate)
    return made.items[0]


def _is_variable(fx: Fx, node: tree.Expr) -> bool:
    from rumpkc.types.names import static_symbol

    return static_symbol(fx, node) is None


def _known(fx: Fx, node: tree.Expr) -> tuple[tuple[Param, ...], Type] | None:
    """The parameters and the result of a function that the program names, or of a method."""
    from rumpkc.types.classes import find_method
    from rumpkc.types.exprs import expr
    from rumpkc.types.names import static_symbol

    if isinstance(node, tree.Name) and (var := fx.lookup(node.id)) is not None:
        nested = var.nested if var.decorated is None else None
        return (nested.inst.params, nested.inst.result) if nested is not None else None
    symbol = static_symbol(fx, node)
    if isinstance(symbol, FuncInfo) and symbol.kind == "function" and not signature.own_type_params(fx.world, symbol):
        inst = fx.world.func(symbol, None)
        return inst.params, inst.result
    if not isinstance(node, tree.Attribute) or symbol is not None or static_symbol(fx, node.value) is not None:
        return None
    t = expr(fx, node.value).type
    method = find_method(t, node.attr) if isinstance(t, ClassInst) else None
    if method is None or method[1].kind != "method" or signature.own_type_params(fx.world, method[1]):
        return None
    inst = fx.world.func(method[1], method[0])
    return inst.params[1:], inst.result
