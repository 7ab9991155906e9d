"""`lambda`: its parameters take their types from the place, or from the first call; its body is checked at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from rumpkc.diagnostics import counted, fail
from rumpkc.ir import nodes as ir
from rumpkc.source import Span
from rumpkc.syntax import tree
from rumpkc.types import calls, closures, uses
from rumpkc.types.convert import kept, settle_function
from rumpkc.types.fx import Fx, PartialType, Var, assigned_names, partials
from rumpkc.types.open_shapes import is_open
from rumpkc.types.signature import all_args, has_type_var, own_type_params
from rumpkc.types.symbols import FuncInfo
from rumpkc.types.types import NONE, FuncType, OptionalType, TupleType, Type, UnionType


def function_want(want: Type | None) -> FuncType | None:
    """The function type that a place asks for, if it does."""
    if isinstance(want, OptionalType):
        want = want.item
    if isinstance(want, UnionType):
        want = next((m for m in want.members if isinstance(m, FuncType)), None)
    if not isinstance(want, FuncType) or is_open(want) or any(map(has_type_var, want.params)):
        return None
    return want


def lambda_value(fx: Fx, node: tree.Lambda, want: Type | None, in_place: bool = False,
                 rest: tree.Arg | None = None, defaults: Mapping[str, ir.Expr] | None = None) -> ir.Expr:
    """A closure. `in_place`: it runs only during the call that it is an argument of, so it may lie in the frame.

    `rest`: its `*xs`, whose tuple is one more argument. `defaults`: those that are evaluated already, by parameter."""
    args = (*node.args.posonly, *node.args.args, *([rest] if rest is not None else []))
    star = node.args.vararg if rest is None else None
    named = node.args.kwarg             # nothing, in a call by position
    unused = named is not None and named.name not in uses.free(node.body)
    extra = next((a for a in (None if unused else named, *node.args.kwonly) if a is not None), None)
    if extra is not None:
        raise fail("E0403", f"`{extra.name}` of a lambda is not passed by position", extra.span,
                   help="write a function with `def`")
    goal = function_want(want)
    if goal is None:
        known = fx.hints.displays.get(id(node))
        goal = known if isinstance(known, FuncType) else None
    required = [a for a in args if a.default is None]
    if goal is None and (required or star is not None):
        return ir.Prim(node.span, PartialType("lambda", id(node), node.span), "unreachable", ())
    types = goal.params if goal is not None else ()
    if len(types) < len(required) or len(types) > len(args) and star is None:
        raise fail("E0310", f"this lambda takes {counted(len(required), 'argument')}, and is called with {len(types)}",
                   node.span)
    result = known_result(goal) if goal is not None else None
    return _closure(fx, node, args, types, result, in_place, star, defaults or {})


def _closure(fx: Fx, node: tree.Lambda, args: tuple[tree.Arg, ...], types: tuple[Type, ...], result: Type | None,
             in_place: bool, star: tree.Arg | None, defaults: Mapping[str, ir.Expr]) -> ir.Expr:
    from rumpkc.types.exprs import expr

    span = node.span
    inner = closures.inner_context(fx, id(node), None)
    inner.enclosing, inner.in_place, inner.lambda_node = fx.state.copy(), in_place, node
    inner.assigned = assigned_names((tree.ExprStmt(node.body.span, node.body),))
    more = [tree.Arg(star.span, f"*{i}", None, None) for i in range(len(args), len(types))] if star is not None else []
    plain, args = args, (*args, *more)
    stmts = _parameters(fx, inner, args, types, defaults)
    begin = _gathered(inner, star, [inner.vars[a.name].local for a in more]) if star is not None else []
    params = tuple(inner.vars[a.name].local for a in args[: len(types)])
    name = "<lambda>"
    for arg in plain:                   # one of the compiler's has no name, or that of what it stands for: `add@a`
        stands_for, at, rest = arg.name.partition("@")
        name = (stands_for if rest else "call") if at else name
    made = finish(fx, inner, name, params, expr(inner, node.body, result), result, span, begin)
    return ir.Seq(span, made.type, tuple(stmts), made) if stmts else made


def _gathered(inner: Fx, star: tree.Arg, items: list[ir.Local]) -> list[ir.Stmt]:
    """The statements that make the tuple of `*star`, from the parameters that it stands for."""
    span, t = star.span, TupleType(tuple(local.type for local in items))
    var = Var(ir.Local(star.name, t, span), True, cell=closures.cell_for(inner, star.name, t, span))
    inner.vars[star.name] = var
    inner.state.bound.add(star.name)
    parts = tuple(ir.LocalGet(span, local.type, local) for local in items)
    return inner.write(var, ir.Aggregate(span, t, parts), span)


def endless(info: FuncInfo, types: Iterable[Type]) -> Exception:
    """The error of a body that each attempt tells more of; `types` are those that the last one knew."""
    span = info.node.name_span
    if any(isinstance(t, FuncType) and any(map(partials, (*t.params, t.result))) for t in types):
        return fail("E0432", f"a lambda in `{info.name}` is given itself, so that its type has no end", span,
                    help="write a function with `def`, which calls itself by its name")
    return fail("E0901", f"internal error: the types of `{info.name}` do not settle", span)


def with_result(fx: Fx, node: tree.Expr, value: ir.Expr, goal: Type) -> ir.Expr:
    """A lambda whose own result has told a type variable, `lambda n: Ok(n)` for `Callable[[int], Ok[U] | Err[E]]`, with
    the result that the place has then; other arguments as they are."""
    if not isinstance(node, tree.Lambda) or not isinstance(value.type, FuncType) or not isinstance(goal, FuncType):
        return value
    done = goal.result == value.type.result or not isinstance(goal.result, UnionType) or has_type_var(goal)
    return value if done else lambda_value(fx, node, goal)


def forwarding(func: tree.Expr, name: str, count: int) -> tree.Lambda:
    """`lambda a, b: func(a, b)`, which is called `name`."""
    span = func.span
    names = [f"{name}@{index}" for index in range(count)]
    args = tree.Arguments(span, (), tuple(tree.Arg(span, n, None, None) for n in names), None, (), None)
    return tree.Lambda(span, args, tree.Call(span, func, tuple(tree.Name(span, n) for n in names), ()))


def defaults_of(node: tree.Lambda) -> list[tree.Expr]:
    """The defaults of a lambda, in order."""
    return [arg.default for arg in (*node.args.posonly, *node.args.args, *node.args.kwonly) if arg.default is not None]


def with_defaults(node: tree.Lambda, defaults: Sequence[tree.Expr]) -> tree.Lambda:
    """The lambda with others in their places."""
    rest = iter(defaults)

    def put(args: tuple[tree.Arg, ...]) -> tuple[tree.Arg, ...]:
        return tuple(arg if arg.default is None else replace(arg, default=next(rest)) for arg in args)

    args = node.args
    return replace(node, args=replace(args, posonly=put(args.posonly), args=put(args.args), kwonly=put(args.kwonly)))


def known_result(goal: FuncType) -> Type | None:
    """The result of a function type, if the place knows it."""
    return None if has_type_var(goal.result) or isinstance(goal.result, PartialType) else goal.result


def finish(
    fx: Fx, inner: Fx, name: str, params: tuple[ir.Local, ...], value: ir.Expr, result: Type | None, span: Span,
    begin: Sequence[ir.Stmt] = ()
) -> ir.Expr:
    """The closure of a function that begins so and returns `value`, which was checked in the context `inner`."""
    if result is not None:
        value = kept(inner, value, result, value.span, f"the result of this {name.strip('<>')}")
    fx.unsettled += [*inner.unsettled, *partials(value.type)]
    t = FuncType(tuple(p.type for p in params), value.type)
    if any(partials(local.type) for local, _ in inner.environment) or partials(value.type):
        return ir.Prim(span, t, "unreachable", ())      # of an attempt that ends in another
    function = ir.Function(closures.new_symbol(fx, name), name, (), value.type, span, fx.module.name)
    env, unpack = closures.environment(inner, function, params, span)
    cells = closures.new_cells(list(inner.vars.values()), span)
    for var in inner.vars.values():
        if var.cell is not None and var.local in params:
            cells += inner.write(var, ir.LocalGet(span, var.local.type, var.local), span)
    last = [ir.Eval(value.span, value)] if value.type is NONE else [ir.Return(value.span, value)]
    function.body = (*unpack, *cells, *begin, *last)
    fx.world.nested.append(function)
    return ir.Closure(span, t, function, env)


def _parameters(fx: Fx, inner: Fx, args: tuple[tree.Arg, ...], types: tuple[Type, ...],
                defaults: Mapping[str, ir.Expr]) -> list[ir.Stmt]:
    """Declare them. A default is evaluated where the lambda is made; one that no argument replaces is captured."""
    from rumpkc.types.exprs import expr

    out: list[ir.Stmt] = []
    for index, arg in enumerate(args):
        t = types[index] if index < len(types) else None
        if arg.default is not None:
            got = defaults.get(arg.name)
            if got is None:
                save, got = fx.save(expr(fx, arg.default, t))
                out.append(save)
            if t is None:
                t = got.type
                local = ir.Local(arg.name, t, arg.span)
                inner.environment.append((local, got))
                inner.vars[arg.name] = inner.captured[arg.name] = Var(local, True)
        if arg.name not in inner.vars:
            assert t is not None
            local = ir.Local(arg.name, t, arg.span)
            inner.vars[arg.name] = Var(local, True, cell=closures.cell_for(inner, arg.name, t, arg.span))
        inner.state.bound.add(arg.name)
        inner.assigned.add(arg.name)
    return out


def once(fx: Fx, func: tree.Expr, types: tuple[Type, ...], in_place: bool = True) -> tuple[list[ir.Stmt], tree.Expr]:
    """A function that a library call applies to many items: evaluated once, and what to call for each item.

    `in_place`: no statement of the program runs between its first and last call.
    """
    from rumpkc.types.exprs import expr

    if isinstance(func, tree.Lambda):
        value = lambda_value(fx, func, FuncType(types, PartialType("lambda", id(func), func.span)), in_place)
    elif is_static(fx, func):
        return [], func
    else:
        value = expr(fx, func, FuncType(types, PartialType("lambda", id(func), func.span)))
    save, got = fx.save(value)
    return [save], calls.Evaluated(func.span, got)


def once_told(fx: Fx, node: tree.Expr) -> ir.Expr:
    """A class or a builtin as a function whose type several calls tell: like a lambda, the first of them."""
    from rumpkc.types.exprs import expr
    from rumpkc.types.names import static_symbol

    if isinstance(static_symbol(fx, node), FuncInfo):
        return expr(fx, node)
    known = fx.hints.displays.get(id(node))
    if isinstance(known, FuncType):
        return expr(fx, node, known)
    return ir.Prim(node.span, PartialType("lambda", id(node), node.span), "unreachable", ())


def is_static(fx: Fx, func: tree.Expr) -> bool:
    """Whether `func` names something that is the same at every call: a function, a class, a method of a class."""
    from rumpkc.types.names import static_symbol
    from rumpkc.types.symbols import VarInfo

    symbol = static_symbol(fx, func)
    if symbol is not None:
        return not isinstance(symbol, VarInfo)
    return isinstance(func, tree.Attribute) and static_symbol(fx, func.value) is not None and not isinstance(
        static_symbol(fx, func.value), VarInfo)


def settle_call(fx: Fx, partial: PartialType, args: list[ir.Expr], span: Span) -> None:
    """The first call of a lambda whose parameters have no types yet tells them: the body is checked again."""
    settle_function(fx, partial, FuncType(tuple(a.type for a in args), PartialType("lambda", partial.key, span)))


def call(fx: Fx, func: tree.Lambda, node: tree.Call) -> ir.Expr:
    """`(lambda x: x + 1)(2)`, `(lambda a, *xs: …)(1, 2, 3)`."""
    from rumpkc.types.exprs import expr

    saves: list[ir.Stmt] = []
    args: list[ir.Expr] = []
    rest, given = _with_rest(func, node.args)
    for arg in given:
        save, got = fx.save(expr(fx, arg))
        saves.append(save)
        args.append(got)
    want = FuncType(tuple(a.type for a in args), PartialType("lambda", id(func), func.span))
    made, callee = fx.save(lambda_value(fx, func, want, True, rest))
    out = calls.call_value(fx, callee, tree.Call(node.span, func, calls.evaluated(args), ()))
    return ir.Seq(node.span, out.type, (made, *saves), out)


def _with_rest(func: tree.Lambda, args: tuple[tree.Expr, ...]) -> tuple[tree.Arg | None, tuple[tree.Expr, ...]]:
    """The `*xs` of a function that is called in place, and its arguments, the last of which is the tuple for it."""
    rest, taken = func.args.vararg, len(func.args.posonly) + len(func.args.args)
    if rest is None or len(args) < taken or any(isinstance(a, tree.Starred) for a in args[:taken]):
        return None, args
    return rest, (*args[:taken], tree.Tuple(func.span, args[taken:]))


def needs_types(fx: Fx, node: tree.Expr | None) -> bool:
    """Whether a function as an argument takes its types from the place: those of the other arguments come first."""
    from rumpkc.types.names import static_symbol
    from rumpkc.types.symbols import ClassInfo, Special

    if isinstance(node, tree.Lambda):
        return True
    if not isinstance(node, (tree.Name, tree.Attribute)):
        return False
    symbol = static_symbol(fx, node)
    var = fx.lookup(node.id) if isinstance(node, tree.Name) else None
    if var is not None and var.nested is not None:
        symbol = var.nested.inst.info
    if isinstance(symbol, FuncInfo):
        return bool(own_type_params(fx.world, symbol)) or any(a.default is not None for a in all_args(symbol.node))
    if isinstance(node, tree.Attribute) and isinstance(node.value, tree.Constant):      # `", ".join`
        return True
    if symbol is None and isinstance(node, tree.Attribute):
        symbol = static_symbol(fx, node.value)
    return isinstance(symbol, Special) or isinstance(symbol, ClassInfo) and isinstance(node, tree.Name)
