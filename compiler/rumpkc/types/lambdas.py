"""`lambda`: its parameters take their types from the place, or from the first call; its body is checked at once."""

from __future__ import annotations

from rumpkc.diagnostics import counted, fail
from rumpkc.ir import nodes as ir
from rumpkc.source import Span
from rumpkc.syntax import tree
from rumpkc.types import calls, closures
from rumpkc.types.convert import kept, settle_function
from rumpkc.types.fx import Fx, PartialType, Var, assigned_names, partials
from rumpkc.types.signature import all_args, has_type_var, own_type_params
from rumpkc.types.types import NONE, FuncType, OptionalType, Type, UnionType


def function_want(want: Type | None) -> FuncType | None:
    """The function type that a place asks for, if it does."""
    if isinstance(want, OptionalType):
        want = want.item
    if isinstance(want, UnionType):
        want = next((m for m in want.members if isinstance(m, FuncType)), None)
    return want if isinstance(want, FuncType) and not any(map(has_type_var, want.params)) else None


def lambda_value(fx: Fx, node: tree.Lambda, want: Type | None, in_place: bool = False) -> ir.Expr:
    """A closure. `in_place`: it runs only during the call that it is an argument of, so it may lie in the frame."""
    args = (*node.args.posonly, *node.args.args)
    extra = node.args.vararg or node.args.kwarg or (node.args.kwonly[0] if node.args.kwonly else None)
    if extra is not None:
        raise fail("E0403", f"`{extra.name}` of a lambda is not passed by position", extra.span,
                   help="write a function with `def`")
    goal = function_want(want)
    if goal is None:
        known = fx.hints.displays.get(id(node))
        goal = known if isinstance(known, FuncType) else None
    required = [a for a in args if a.default is None]
    if goal is None and required:
        return ir.Prim(node.span, PartialType("lambda", id(node), node.span), "unreachable", ())
    types = goal.params if goal is not None else ()
    if not len(required) <= len(types) <= len(args):
        raise fail("E0310", f"this lambda takes {counted(len(required), 'argument')}, and is called with {len(types)}",
                   node.span)
    result = known_result(goal) if goal is not None else None
    return _closure(fx, node, args, types, result, in_place)


def _closure(fx: Fx, node: tree.Lambda, args: tuple[tree.Arg, ...], types: tuple[Type, ...], result: Type | None,
             in_place: bool) -> ir.Expr:
    from rumpkc.types.exprs import expr

    span = node.span
    inner = closures.inner_context(fx, id(node), None)
    inner.enclosing, inner.in_place, inner.lambda_node = fx.state.copy(), in_place, node
    inner.assigned = assigned_names((tree.ExprStmt(node.body.span, node.body),))
    stmts = _parameters(fx, inner, args, types)
    params = tuple(inner.vars[a.name].local for a in args[: len(types)])
    name = "<lambda>"
    for arg in args:                    # one of the compiler's has no name, or that of what it stands for: `add@a`
        stands_for, at, rest = arg.name.partition("@")
        name = (stands_for if rest else "call") if at else name
    made = finish(fx, inner, name, params, expr(inner, node.body, result), result, span)
    return ir.Seq(span, made.type, tuple(stmts), made) if stmts else made


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


def known_result(goal: FuncType) -> Type | None:
    """The result of a function type, if the place knows it."""
    return None if has_type_var(goal.result) or isinstance(goal.result, PartialType) else goal.result


def finish(
    fx: Fx, inner: Fx, name: str, params: tuple[ir.Local, ...], value: ir.Expr, result: Type | None, span: Span
) -> ir.Expr:
    """The closure of a function that returns `value`, which was checked in the context `inner`."""
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
    function.body = (*unpack, *cells, *last)
    fx.world.nested.append(function)
    return ir.Closure(span, t, function, env)


def _parameters(fx: Fx, inner: Fx, args: tuple[tree.Arg, ...], types: tuple[Type, ...]) -> list[ir.Stmt]:
    """Declare them. A default is evaluated where the lambda is made; one that no argument replaces is captured."""
    from rumpkc.types.exprs import expr

    out: list[ir.Stmt] = []
    for index, arg in enumerate(args):
        t = types[index] if index < len(types) else None
        if arg.default is not None:
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
    """`(lambda x: x + 1)(2)`."""
    from rumpkc.types.exprs import expr

    saves: list[ir.Stmt] = []
    args: list[ir.Expr] = []
    for arg in node.args:
        save, got = fx.save(expr(fx, arg))
        saves.append(save)
        args.append(got)
    want = FuncType(tuple(a.type for a in args), PartialType("lambda", id(func), func.span))
    made, callee = fx.save(lambda_value(fx, func, want, in_place=True))
    out = calls.call_value(fx, callee, tree.Call(node.span, func, calls.evaluated(args), ()))
    return ir.Seq(node.span, out.type, (made, *saves), out)


def needs_types(fx: Fx, node: tree.Expr | None) -> bool:
    """Whether a function as an argument takes its types from the place: those of the other arguments come first."""
    from rumpkc.types.names import static_symbol
    from rumpkc.types.symbols import ClassInfo, FuncInfo, Special

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
