"""`functools.partial(f, 1, b=2)`: a closure over the arguments that takes the rest.

    add3 = partial(add, 3)          ->      lambda b: add(3, b)          (3 is evaluated now, once)

Where the place asks for a Callable, its parameters are the rest; else they are the positional parameters of `f` that
have neither an argument nor a default. Of a lambda, a generic function or one like `max`, the first call tells them.
"""

from __future__ import annotations

from dataclasses import dataclass

from rumpkc.diagnostics import fail
from rumpkc.ir import nodes as ir
from rumpkc.syntax import tree
from rumpkc.types import callables, calls, closures, function_names, lambdas, names, signature
from rumpkc.types.classes import find_method
from rumpkc.types.convert import coerce
from rumpkc.types.fx import Fx, PartialType
from rumpkc.types.symbols import ClassInfo, FuncInfo, Param, Special
from rumpkc.types.types import ClassInst, FuncType, Type


@dataclass(slots=True)
class Target:
    """What is called in the end. `params` is None where only the place can tell them; `value` is captured, and so are
    `defaults`, those that a function inside a function, or a lambda, has as it is now."""

    func: tree.Expr
    params: tuple[Param, ...] | None
    result: Type | None
    value: ir.Expr | None = None
    defaults: tuple[ir.Expr, ...] = ()
    nested: closures.Nested | None = None


def partial_call(fx: Fx, node: tree.Call, want: Type | None) -> ir.Expr:
    """The closure."""
    if not node.args or any(isinstance(a, tree.Starred) for a in node.args) or any(
            k.name is None for k in node.keywords):
        raise fail("E0310", "`partial` takes a function, and arguments one by one", node.span)
    target = _target(fx, node.args[0], want, len(node.args) - 1)
    given, named = node.args[1:], node.keywords
    goal = lambdas.function_want(want) or _rest(fx, target, len(given), [k.name or "" for k in named], node)
    captured: list[ir.Expr] = [*([] if target.value is None else [target.value]), *target.defaults]
    captured += [_argument(fx, arg, _param(target, index, None)) for index, arg in enumerate(given)]
    captured += [_argument(fx, k.value, _param(target, 0, k.name)) for k in named]
    if goal is None:
        return ir.Prim(node.span, PartialType("lambda", id(node), node.span), "unreachable", ())

    def build(inner: Fx, held: list[ir.Expr], args: list[ir.Expr]) -> ir.Expr:
        from rumpkc.types.exprs import expr

        func = target.func
        value = held.pop(0) if target.value is not None else None
        defaults = calls.evaluated([held.pop(0) for _ in target.defaults])
        if value is not None:
            func = calls.Evaluated(node.span, value)
            if isinstance(node.args[0], tree.Attribute) and target.params is not None:
                func = tree.Attribute(node.span, func, node.args[0].attr, node.span)
        elif isinstance(func, tree.Lambda):
            func = lambdas.with_defaults(func, defaults)
        bound = tuple(tree.Keyword(k.span, k.name, calls.Evaluated(k.span, value))
                      for k, value in zip(named, held[len(given):], strict=True))
        call = tree.Call(node.span, func, calls.evaluated([*held[:len(given)], *args]), bound)
        if target.nested is not None and value is not None:
            kept = dict(zip(target.nested.computed.values(), defaults, strict=True))
            return closures.call_with(inner, target.nested, value, call, kept)
        return expr(inner, call)

    made = callables.made(fx, "partial", goal, captured, build, node.span)
    return function_names.note_object(fx.world, made, "functools.partial")


def _target(fx: Fx, func: tree.Expr, want: Type | None, given: int) -> Target:
    from rumpkc.types.exprs import expr

    if isinstance(func, tree.Lambda):
        return Target(func, None, None, None, tuple(expr(fx, default) for default in lambdas.defaults_of(func)))
    var = fx.lookup(func.id) if isinstance(func, tree.Name) else None
    if var is not None and var.nested is not None and isinstance(func, tree.Name):
        nested = var.nested
        kept = tuple(expr(fx, tree.Name(func.span, name)) for name in nested.computed.values())
        return Target(func, nested.inst.params, nested.inst.result, names.read_variable(fx, func, var), kept, nested)
    symbol = names.static_symbol(fx, func) if var is None and isinstance(func, (tree.Name, tree.Attribute)) else None
    if isinstance(symbol, FuncInfo) and symbol.owner is None:
        if signature.own_type_params(fx.world, symbol):
            return Target(func, None, None)
        inst = fx.world.func(symbol)
        return Target(func, inst.params, inst.result)
    if isinstance(symbol, ClassInfo) and not symbol.type_params:
        return _construction(fx, symbol, func)
    if isinstance(symbol, (Special, ClassInfo, names.TypeSymbol)):
        return Target(func, None, None)
    if isinstance(func, tree.Attribute):
        owner = expr(fx, func.value)
        if callables.is_method(fx, owner.type, func.attr):
            return _method(fx, owner, func)
        func = tree.Attribute(func.span, calls.Evaluated(func.span, owner), func.attr, func.attr_span)
    value = expr(fx, func)
    if isinstance(value.type, PartialType) or not isinstance(value.type, FuncType):
        raise fail("E0415", "the parameters of this function are not known", func.span,
                   help="write a `def` with types, and take its `partial`")
    params = tuple(Param(f"_{i}", t, "pos", None, func.span) for i, t in enumerate(value.type.params))
    return Target(func, params, value.type.result, value)


def _construction(fx: Fx, info: ClassInfo, func: tree.Expr) -> Target:
    cls = fx.world.inst(info)
    made = find_method(cls, "__new__")
    if made is not None and find_method(cls, "__init__") is None:
        return Target(func, fx.world.func(made[1], cls).params, cls)
    found = find_method(cls, "__init__")
    if found is None or info.by_value:
        return Target(func, None if info.by_value else (), cls)
    return Target(func, fx.world.func(found[1], found[0]).params[1:], cls)


def _method(fx: Fx, owner: ir.Expr, func: tree.Attribute) -> Target:
    assert isinstance(owner.type, ClassInst)
    found = find_method(owner.type, func.attr)
    assert found is not None
    home, info = found
    if signature.own_type_params(fx.world, info) or info.kind == "class":
        raise fail("E0415", f"the types of the method `{func.attr}` are not known here", func.span,
                   help="take the `partial` of a function that calls it")
    inst = fx.world.func(info, home)
    return Target(func, inst.params[1:] if info.kind == "method" else inst.params, inst.result, owner)


def _param(target: Target, index: int, name: str | None) -> Param | None:
    if target.params is None:
        return None
    if name is not None:
        return next((p for p in target.params if p.name == name and p.how in ("any", "kw")), None)
    positional = [p for p in target.params if p.how in ("pos", "any")]
    return positional[index] if index < len(positional) else None


def _argument(fx: Fx, node: tree.Expr, param: Param | None) -> ir.Expr:
    from rumpkc.types.exprs import expr

    value = expr(fx, node, param.type if param is not None else None)
    if param is not None:
        return coerce(fx, value, param.type, node.span, f"argument `{param.name}`")
    if isinstance(value.type, PartialType):
        raise fail("E0321", "the type of this argument is not known", node.span)
    return value


def _rest(fx: Fx, target: Target, given: int, named: list[str], node: tree.Call) -> FuncType | None:
    """The type of the closure where the place does not tell it; None until its first call tells the types."""
    if target.params is None or target.result is None:
        known = fx.hints.displays.get(id(node))
        return known if isinstance(known, FuncType) else None
    positional = [p for p in target.params if p.how in ("pos", "any")]
    rest: list[Type] = []
    for param in positional[given:]:
        if param.name in named or param.default is not None:
            break
        rest.append(param.type)
    return FuncType(tuple(rest), target.result)
