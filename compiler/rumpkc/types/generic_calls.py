"""Calls of generic functions: the type variables follow from the arguments, else from the place of the result.

    first(names, "")        T is str by the first argument; the second is checked against that
    xs: list[int] = made()  T is int, as nothing else tells it
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from rumpkc.diagnostics import CompileError, fail
from rumpkc.ir import nodes as ir
from rumpkc.source import Span
from rumpkc.syntax import tree
from rumpkc.types import calls, signature, star_calls, structural
from rumpkc.types.classes import class_env
from rumpkc.types.convert import assignable, coerce
from rumpkc.types.fx import Fx, PartialType
from rumpkc.types.symbols import FuncInfo, Param
from rumpkc.types.types import (
    NONE,
    ClassInst,
    FuncType,
    OptionalType,
    TupleType,
    Type,
    TypeVarType,
    UnionType,
    is_object,
)

ASKING = (ClassInst, UnionType, OptionalType, TupleType)


def call(
    fx: Fx,
    info: FuncInfo,
    owner: ClassInst | None,
    args: tuple[tree.Expr, ...],
    keywords: tuple[tree.Keyword, ...],
    span: Span,
    want: Type | None,
    virtual: bool,
    made: ClassInst | None,
) -> ir.Expr:
    """The call, with type variables as the arguments tell them; where the place takes no such result, as it does."""
    told = partial(_call_as_told, fx, info, owner, args, keywords, span, want, virtual, made)
    before = fx.state.copy()
    call: ir.Expr | None = None
    misfit: CompileError | None = None
    found: dict[str, Type] = {}
    if want is not None and is_object(want):        # any result does: it says nothing of a type variable
        try:
            return _call_as_told(fx, info, owner, args, keywords, span, None, virtual, made, {})
        except CompileError:
            fx.state = before.copy()
    try:
        call = told(found)
    except CompileError as error:
        misfit = error
    if misfit is not None and (guess := _empty_as_others(fx, info, args, found)):
        fx.state, after = before.copy(), fx.state
        try:
            return told(guess)
        except CompileError:
            fx.state = after
    plain = call is not None and (not isinstance(call.type, ClassInst) or not call.type.args)
    if call is not None and (plain or not isinstance(want, ASKING) or assignable(call.type, want)):
        return call
    after, fx.state = fx.state, before
    again = _call_as_asked(fx, info, owner, want, told)
    if again is not None:
        return again
    fx.state = after
    if call is None:
        assert misfit is not None
        for_each = _call_of_members(fx, info, owner, args, keywords, span) if misfit.code == "E0316" else None
        if for_each is None:
            raise misfit                # what is wrong with the first one is said
        return for_each
    return call


def _call_of_members(fx: Fx, info: FuncInfo, owner: ClassInst | None, args: tuple[tree.Expr, ...],
                     keywords: tuple[tree.Keyword, ...], span: Span) -> ir.Expr | None:
    """In the library: the call with whichever member of a union an argument is, as `json.dumps` of several dicts."""
    from rumpkc.types.exprs import expr
    from rumpkc.types.operators import of_members

    if not fx.module.library or owner is not None:
        return None
    for at, arg in enumerate(args):
        value = expr(fx, arg) if isinstance(arg, (tree.Name, calls.Evaluated)) else None
        if value is not None and isinstance(value.type, UnionType):
            def with_one(one: list[ir.Expr], at: int = at) -> ir.Expr:
                given = (*args[:at], calls.Evaluated(span, one[0]), *args[at + 1:])
                return calls.call_function(fx, info, None, given, keywords, span)

            return of_members(fx, [value], with_one, span, info.name)
    return None


def _empty_as_others(fx: Fx, info: FuncInfo, args: tuple[tree.Expr, ...], found: dict[str, Type]
                     ) -> dict[str, Type] | None:
    """The one type variable that only an empty display could tell, as what the others are or hold: for
    `reduce(add, lists, [])` a list as those, for `reduce(lambda out, x: [*out, x], xs, [])` a list of these."""
    missing = [n for n in signature.own_type_params(fx.world, info) if n not in found and not n.startswith(".")]
    kinds = [kind for arg in args if (kind := _kind_of_empty(arg)) is not None]
    others = [t for name, t in found.items() if not name.startswith(".") and not signature.has_type_var(t)]
    if len(missing) != 1 or len(kinds) != 1:
        return None
    same = [t for t in others if isinstance(t, ClassInst) and t.name == kinds[0]]
    if not same and kinds[0] != "dict":
        same = [fx.world.cls(kinds[0], t) for t in others]
    return {missing[0]: same[0]} if same else None


def _kind_of_empty(node: tree.Expr) -> str | None:
    """The class of an empty display that has a type of items."""
    match node:
        case tree.List(elts=()):
            return "list"
        case tree.Dict(values=()):
            return "dict"
        case tree.Call(func=tree.Name(id="list" | "dict" | "set" | "frozenset" as name), args=(), keywords=()):
            return name
    return None


def _call_as_asked(fx: Fx, info: FuncInfo, owner: ClassInst | None, want: Type | None,
                   told: Callable[[dict[str, Type]], ir.Expr]) -> ir.Expr | None:
    """The call that `told` makes, where the place tells the type variables; None where arguments do not fit that."""
    if signature.pack_of(info.node.args):
        return None
    env = class_env(owner, info.owner) if owner and info.owner else {}
    _, result = signature.signature_of(fx.world, info, owner, env | signature.type_var_env(info, fx.world))
    asked: dict[str, Type] = {}
    if not isinstance(want, ASKING) or not isinstance(result, (*ASKING, TypeVarType)):
        return None
    signature.unify(result, _member_for(result, want), asked)
    if not asked:
        return None
    try:
        call = told(asked)
    except CompileError:
        return None
    return call if assignable(call.type, want) else None


def _member_for(result: Type, want: Type) -> Type:
    """The one member of a union that a call can give, for a result of one class; `want` of other places."""
    if not isinstance(result, ClassInst) or not isinstance(want, (OptionalType, UnionType)):
        return want
    members = (want.item,) if isinstance(want, OptionalType) else want.members
    found = [m for m in members if isinstance(m, ClassInst) and m.info is result.info]
    return found[0] if len(found) == 1 else want


def _call_as_told(
    fx: Fx,
    info: FuncInfo,
    owner: ClassInst | None,
    args: tuple[tree.Expr, ...],
    keywords: tuple[tree.Keyword, ...],
    span: Span,
    want: Type | None,
    virtual: bool,
    made: ClassInst | None,
    found: dict[str, Type],
) -> ir.Expr:
    """The call, where type variables are known to be `found`."""
    from rumpkc.types import key_results, lambdas, overload_results, pack_calls, stars
    from rumpkc.types.exprs import expr

    env = class_env(owner, info.owner) if owner and info.owner else {}
    env |= signature.type_var_env(info, fx.world)
    told = pack_calls.written(fx, info, env, args, keywords, span)
    args, keywords = told.args, told.keywords
    env |= told.pack
    params, result = signature.signature_of(fx.world, info, owner, env)
    want = want and _member_for(result, want)
    callee = star_calls.Callee(info, made)
    bound = signature.bind(callee, params, args, keywords, span, info.node.name_span)
    found |= told.pack
    key_results.with_default(fx, info.module, bound, params)
    ready: dict[int, ir.Expr] = {}
    for index in _told_first(fx, bound, params, found, want and partial(signature.unify, result, want, found)):
        if index < 0:
            bound.steps[~index].run(fx)
            continue
        node = bound.exprs[index]
        assert node is not None
        if want is not None and lambdas.needs_types(fx, node):
            _widen_as_asked(params, result, want, found)
        pattern = signature.substitute(params[index].type, found, fx.world)
        place = (structural.place_for(fx.world, info, owner, node, pattern, found)
                 or structural.made_for(fx, info, owner, node, pattern, found))
        method = isinstance(node, tree.Attribute) and lambdas.function_want(pattern) is not None    # `key=d.get`
        asks = method or lambdas.needs_types(fx, node) or not signature.has_type_var(pattern)
        value = stars.open_rest(fx, node, pattern, found) or expr(fx, node, pattern if asks else place)
        if isinstance(value.type, PartialType) and signature.has_type_var(pattern):
            structural.complete(fx.world, info, owner, found)
        if isinstance(value.type, PartialType):
            if want is not None:
                signature.unify(result, want, found)
            pattern = signature.substitute(params[index].type, found, fx.world)
            value = coerce(fx, value, pattern, node.span)
        signature.unify(params[index].type, value.type, found)
        structural.settle(fx, info, owner, found, node.span)
        ready[index] = lambdas.with_result(fx, node, value, signature.substitute(params[index].type, found, fx.world))
    if want is not None:
        signature.unify(result, want, found)
    structural.complete(fx.world, info, owner, found)
    names = signature.own_type_params(fx.world, info)
    _all_told(fx, info, params, bound, names, found, span)
    inst = fx.world.func(info, owner, tuple(found[n] for n in names))
    stmts, values = calls.arguments(fx, info, inst.params, bound, ready)
    call = calls.finish(fx, inst, stmts, values, span, virtual)
    return overload_results.of_call(fx, info, owner, args, keywords, bound, call)


def _all_told(fx: Fx, info: FuncInfo, params: tuple[Param, ...], bound: signature.Bound, names: tuple[str, ...],
              found: dict[str, Type], span: Span) -> None:
    """E0316 where a type variable is not known; what only arguments that are left out could tell is None."""
    missing = [n for n in names if n not in found or signature.has_type_var(found[n])]
    for name in [n for n in missing if n not in found]:
        told_by = [i for i, p in enumerate(params) if signature.mentions(p.type, name)]
        if told_by and all(bound.exprs[i] is None for i in told_by):
            found[name] = NONE              # `default: U | None = None`, which the call leaves out
            missing.remove(name)
    if missing:
        lost = structural.shown_name(fx.world, info, missing[0])
        raise fail("E0316", f"the type `{lost}` in the call of `{info.name}` does not follow from its arguments", span,
                   help="annotate the variable that takes the result")


def _widen_as_asked(params: tuple[Param, ...], result: Type, want: Type, found: dict[str, Type]) -> None:
    """Before a lambda is looked at: a type variable that only plain arguments have told becomes the wider type that the
    place asks for. `total: float = reduce(lambda a, b: a + b / 2, xs, 0)` adds to an `int | float`."""
    asked: dict[str, Type] = {}
    signature.unify(result, want, asked)
    for name, t in asked.items():
        others = [p.type for p in params if not isinstance(p.type, (TypeVarType, FuncType))]
        if name in found and t != found[name] and assignable(found[name], t) and not any(
                signature.mentions(other, name) for other in others):
            found[name] = t


def _told_first(fx: Fx, bound: signature.Bound, params: tuple[Param, ...], found: dict[str, Type],
                ask: Callable[[], None] | None) -> Iterator[int]:
    """The arguments in the order in which they are looked at: of functions that take their types from the place, those
    come first whose parameters the others, which add to `found`, have told. `compose(len, words)`: `words`, then `len`.
    Where none are told, `ask` adds what the result is wanted as."""
    waiting = sorted(bound.order, key=lambda i: told_by_others(fx, bound.exprs[i]) if i >= 0 else 0)

    def told(index: int) -> bool:
        if index < 0 or told_by_others(fx, bound.exprs[index]) < 3:
            return True
        pattern = signature.substitute(params[index].type, found, fx.world)
        return not isinstance(pattern, FuncType) or not any(map(signature.has_type_var, pattern.params))

    while waiting:
        index = next((i for i in waiting if told(i)), waiting[0])
        if ask is not None and not told(index) and not isinstance(bound.exprs[index], tree.Lambda):
            ask()
            index = next((i for i in waiting if told(i)), index)
        waiting.remove(index)
        yield index


def told_by_others(fx: Fx, node: tree.Expr | None) -> int:
    """The place of an argument in the order in which they are looked at: the higher, the more the others tell it.

    1: a lambda without parameters, which only tells its result. 2: an empty display. 3: a function with parameters.
    """
    from rumpkc.types import lambdas

    if _is_empty(node):
        return 2
    if isinstance(node, tree.Lambda) and not node.args.posonly and not node.args.args and not _is_empty(node.body):
        return 1
    return 3 * lambdas.needs_types(fx, node)


def _is_empty(node: tree.Expr | None) -> bool:
    match node:
        case tree.List(elts=()) | tree.Tuple(elts=()) | tree.Dict(values=()):
            return True
        case tree.Call(func=tree.Name(id="list" | "tuple" | "dict" | "set" | "frozenset"), args=(), keywords=()):
            return True
    return False
