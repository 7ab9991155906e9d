"""Functions as values that are no plain functions: bound methods, classes, builtins, and those made to fit a place.

    out.append            a closure over `out` that calls its method
    len, int, Node        as a Callable[[A], R]: a function of one argument that makes the call
    f as Callable[[A], R] a function that fills in the defaults of f, or converts what its parameters ask for

Each is a small function of its own that makes the call as if the program had written it.
"""

from __future__ import annotations

from collections.abc import Callable

from rumpkc.diagnostics import CompileError, fail
from rumpkc.ir import nodes as ir
from rumpkc.source import Span
from rumpkc.syntax import tree
from rumpkc.types import (
    calls,
    class_values,
    closures,
    decorations,
    function_identity,
    function_names,
    lambdas,
    late,
    number_methods,
    signature,
)
from rumpkc.types.classes import fields_of, find_method
from rumpkc.types.entries import check_called
from rumpkc.types.fx import Fx, PartialType, Var
from rumpkc.types.real import REAL
from rumpkc.types.symbols import ClassInfo, FuncInfo, Param, Special
from rumpkc.types.types import FLOAT, INT, ClassInst, FuncType, Type, TypeVarType

PLAIN_CLASSES = ("str", "bytes", "bytearray")           # whose methods say their types by themselves


def made(
    fx: Fx,
    name: str,
    want: FuncType,
    captured: list[ir.Expr],
    build: Callable[[Fx, list[ir.Expr], list[ir.Expr]], ir.Expr],
    span: Span,
    key: function_identity.Key | None = None,
) -> ir.Expr:
    """A function value that runs `build(context, captured values, arguments)`; `captured` is evaluated here, once.

    Where the result of `want` is not known, it is that of what is built. `key` says what it is to `==`; without one, it
    is a function of its own.
    """
    inner = closures.inner_context(fx, 0, None)
    inner.own_identity = key is None or key[0] == "method"
    inner.enclosing = fx.state.copy()
    saves: list[ir.Stmt] = []
    held: list[ir.Expr] = []
    for index, value in enumerate(captured):
        save, got = fx.save(value)
        saves.append(save)
        local = ir.Local(f".c{index}", value.type, span)
        inner.environment.append((local, got))
        held.append(ir.LocalGet(span, value.type, local))
    params = tuple(ir.Local(f".a{i}", t, span) for i, t in enumerate(want.params))
    value = build(inner, held, [ir.LocalGet(span, p.type, p) for p in params])
    out = lambdas.finish(fx, inner, name, params, value, lambdas.known_result(want), span)
    function_identity.note(fx.world, out, key, len(inner.environment))
    if key == ("inner",) and isinstance(out, ir.Closure) and isinstance(held[0].type, FuncType):
        function_names.note_held(inner, out.target, len(params), held[0])
    return ir.Seq(span, out.type, tuple(saves), out) if saves else out


def call_of(func: tree.Expr) -> Callable[[Fx, list[ir.Expr], list[ir.Expr]], ir.Expr]:
    """What calls `func`, which names the same thing everywhere, with the arguments."""
    def build(inner: Fx, _held: list[ir.Expr], args: list[ir.Expr]) -> ir.Expr:
        from rumpkc.types.exprs import expr

        return expr(inner, tree.Call(func.span, func, calls.evaluated(args), ()))

    return build


def static_value(fx: Fx, symbol: ClassInfo | Special, node: tree.Expr, want: Type | None) -> ir.Expr | None:
    """A class or a function of the compiler where the place asks for a Callable: `key=len`, `{"circle": Circle}`.

    A method of text or bytes, and a builtin function of one type, say themselves what they take.
    """
    goal = lambdas.function_want(want) or _own_goal(fx, symbol, node)
    if goal is None:
        return None
    name = symbol.name.rpartition(".")[2] if isinstance(symbol, Special) else symbol.shown_name
    key = ("function", symbol.name if isinstance(symbol, Special) else symbol)
    if isinstance(node, tree.Attribute) and isinstance(symbol, Special) and symbol.name.startswith("builtins."):
        name, key = node.attr, ("function", f"{symbol.name}.{node.attr}")       # `str.upper`, a method of it
    return made(fx, name, goal, [], call_of(node), node.span, key)


def _own_goal(fx: Fx, symbol: ClassInfo | Special, node: tree.Expr) -> FuncType | None:
    """The type of `str.strip` or `chr` where no place tells one: with the parameters that have no default."""
    if not isinstance(symbol, Special):
        return None
    name = symbol.name.removeprefix("builtins.")
    if not isinstance(node, tree.Attribute):
        text = fx.world.cls("str")
        if name in ("chr", "hex", "oct", "bin"):
            return FuncType((INT,), text)
        return FuncType((text,), INT) if name == "ord" else None
    if name not in PLAIN_CLASSES:
        return number_methods.goal(name, node.attr)
    cls = fx.world.cls(name)
    method = find_method(cls, node.attr)
    if method is None or method[1].kind != "method" or signature.own_type_params(fx.world, method[1]):
        return None
    params = fx.world.func(method[1], method[0]).params
    return FuncType(tuple(p.type for p in params if p.default is None), TypeVarType("R"))


def fitting(fx: Fx, params: tuple[Param, ...], result: Type, want: Type | None) -> FuncType:
    """The type of a function as a value: what the place asks for if a call with that many arguments is possible, else
    its positional parameters without defaults that the place does not name."""
    positional = [p for p in params if p.how in ("pos", "any")]
    goal = lambdas.function_want(want)
    needed = [p for p in positional if p.default is None]
    if goal is not None and len(goal.params) >= len(positional) and any(p.how == "rest" for p in params):
        return FuncType(goal.params, result)
    if goal is not None and len(needed) <= len(goal.params) <= len(positional):
        return FuncType(tuple(p.type for p in positional[: len(goal.params)]), result)
    return FuncType(tuple(p.type for p in positional), result)


def note_shortened(fx: Fx, params: tuple[Param, ...], t: FuncType) -> None:
    """A function with `params` is known as a `t` from here on."""
    if any(p.default is not None or p.how not in ("pos", "any") for p in params):
        fx.world.shapes.shortened.add(t)


def is_plain(params: tuple[Param, ...], t: FuncType) -> bool:
    """Whether the code of a function with `params` is called as a `t` is called."""
    return len(params) == len(t.params) and all(p.how in ("pos", "any") for p in params)


def check_keywords(name: str, params: tuple[Param, ...], span: Span) -> None:
    """A parameter that is only passed by name, and must be, has no place in a Callable."""
    for param in params:
        if param.how == "kw" and param.default is None:
            raise fail("E0415", f"`{name}` is no value: its parameter `{param.name}` is only passed by name", span,
                       help="wrap it in a lambda that names it")


def function_value(fx: Fx, info: FuncInfo, owner: ClassInst | None, node: tree.Expr, want: Type | None) -> ir.Expr:
    """A function, static method, or method named through its class, as a value."""
    from rumpkc.types.structural import stand_ins

    span = node.span
    signature.own_type_params(fx.world, info)
    targs = stand_ins(fx.world, info, owner)
    if targs is None:
        targs = _type_arguments(fx, info, owner, want)
    if targs is None:
        raise fail("E0415", f"the types of the generic function `{info.name}` are not known here", span,
                   help="give the place a type: `f: Callable[[int], int] = …`")
    check_called(info, span)
    inst = fx.world.func(info, owner, targs)
    key: function_identity.Key = ("function", info)
    if info.kind == "class":
        key = ("class", info, owner)
        function_identity.note_class(fx.world, owner)
    check_keywords(info.name, inst.params, span)
    t = fitting(fx, inst.params, inst.result, want)
    note_shortened(fx, inst.params, t)
    if is_plain(inst.params, t):
        if decorations.value_name(fx, info) == "call" != info.name:
            fx.world.nameless.add(id(inst.ir))
        return ir.FuncAddr(span, t, inst.ir)

    def build(inner: Fx, _held: list[ir.Expr], args: list[ir.Expr]) -> ir.Expr:
        return calls.call_function(inner, info, owner, calls.evaluated(args), (), span)

    return made(fx, decorations.value_name(fx, info), t, [], build, span, key)


def _type_arguments(fx: Fx, info: FuncInfo, owner: ClassInst | None, want: Type | None) -> tuple[Type, ...] | None:
    """What the type variables of a generic function must be where the place asks for a Callable."""
    from rumpkc.types.classes import class_env

    goal = lambdas.function_want(want)
    if goal is None:
        return None
    env = class_env(owner, info.owner) if owner and info.owner else {}
    params, result = signature.signature_of(fx.world, info, owner, env | signature.type_var_env(info, fx.world))
    found: dict[str, Type] = {}
    for param, t in zip(params, goal.params, strict=False):
        signature.unify(param.type, t, found)
    signature.unify(result, goal.result, found)
    names = signature.own_type_params(fx.world, info)
    if any(n not in found or signature.has_type_var(found[n]) or isinstance(found[n], PartialType) for n in names):
        return None
    return tuple(found[n] for n in names)


def bound_method(fx: Fx, obj: ir.Expr, name: str, span: Span, want: Type | None) -> ir.Expr:
    """`obj.method` as a value: the object is fixed now, the method that it means follows from its class."""
    t = obj.type
    goal = lambdas.function_want(want)
    if isinstance(t, ClassInst):
        found = find_method(t, name)
        assert found is not None
        home, info = found
        if goal is None or signature.own_type_params(fx.world, info) == ():
            generic = bool(signature.own_type_params(fx.world, info))
            if generic:
                raise _unknown(t, name, span)
            owner = t if info.kind == "class" else home
            inst = fx.world.func(info, owner)
            params = inst.params[1:] if info.kind == "method" else inst.params
            check_keywords(name, params, span)
            own = fitting(fx, params, inst.result, want)
            note_shortened(fx, params, own)
            goal = own if goal is None or len(own.params) == len(goal.params) and not info.module.library else goal
    if goal is None:
        raise _unknown(t, name, span)

    def build(inner: Fx, held: list[ir.Expr], args: list[ir.Expr]) -> ir.Expr:
        from rumpkc.types.callees import value_method

        func = tree.Attribute(span, calls.Evaluated(span, held[0]), name, span)
        return value_method(inner, held[0], name, tree.Call(span, func, calls.evaluated(args), ()), None)

    info = found[1] if isinstance(t, ClassInst) and (found := find_method(t, name)) is not None else None
    shown = decorations.value_name(fx, info) if info is not None else name
    key = ("method", name) if info is None or info.kind not in ("static", "class") else (
        "function" if info.kind == "static" else "class", info)
    value = made(fx, name if shown != "call" else shown, goal, [obj], build, span, key)
    if info is not None and isinstance(t, ClassInst) and not info.module.library and not late.set_below(t.info, name):
        function_names.note_method(fx.world, value, info.node)
    return value


def template(fx: Fx, node: tree.Attribute, want: Type | None) -> ir.Expr:
    """`"{:.2f}".format` as a value: what it takes is known from the place alone."""
    goal = lambdas.function_want(want)
    if goal is None:
        raise _unknown(fx.world.cls("str"), node.attr, node.span)
    return lambdas.lambda_value(fx, lambdas.forwarding(node, node.attr, len(goal.params)), goal)


def _unknown(t: Type, name: str, span: Span) -> CompileError:
    return fail("E0415", f"the types of the method `{t}.{name}` are not known here", span,
                help="give the place a type: `f: Callable[[int], int] = …`")


def is_method(fx: Fx, t: Type, name: str) -> bool:
    """Whether `name` is a method that an object of `t` is called with, and no field or property."""
    if not isinstance(t, ClassInst):
        return False
    if t.info.kind == "mmio" or name in fields_of(fx.world, t):
        return False
    found = find_method(t, name)
    return found is not None and found[1].kind in ("method", "static", "class")


def nested_value(fx: Fx, node: tree.Name, var: Var, want: Type | None) -> ir.Expr | None:
    """A nested function as a value where the place passes fewer arguments than it has parameters; None elsewhere."""
    from rumpkc.types.names import read_variable

    assert var.nested is not None
    nested = var.nested
    inst = nested.inst
    check_keywords(inst.info.name, inst.params, node.span)
    asked = lambdas.function_want(want) is not None
    t = fitting(fx, inst.params if asked else _given(inst.params), inst.result, want)
    note_shortened(fx, inst.params, t)
    if is_plain(inst.params, t):
        return None
    return _with_defaults(fx, nested, read_variable(fx, node, var), t, node.span)


def bare_nested(fx: Fx, nested: closures.Nested, want: Type | None) -> ir.Expr:
    """A function inside a function as its decorator gets it."""
    inst, t = nested.inst, nested.closure.type
    goal = lambdas.function_want(want)
    assert isinstance(t, FuncType)
    if goal is None or t.named or len(goal.params) == len(t.params):
        return nested.closure
    shorter = fitting(fx, inst.params, inst.result, want)
    return _with_defaults(fx, nested, nested.closure, shorter, nested.node.name_span)


def _given(params: tuple[Param, ...]) -> tuple[Param, ...]:
    """The parameters without the last ones like `j=j`, which keep a variable as it is now: no call passes those."""
    count = len(params)
    while count and isinstance(kept := params[count - 1].default, tree.Name) and kept.id == params[count - 1].name:
        count -= 1
    return params[:count]


def whole_type(fx: Fx, target: tree.Expr, value: tree.Expr) -> Type | None:
    """The type of a function inside a function that gets another name, `h = g`: with all of its parameters."""
    var = fx.lookup(value.id) if isinstance(target, tree.Name) and isinstance(value, tree.Name) else None
    return var.nested.closure.type if var is not None and var.nested is not None else None


def _with_defaults(fx: Fx, nested: closures.Nested, value: ir.Expr, t: FuncType, span: Span) -> ir.Expr:
    """The function inside a function as a `t`, which passes fewer arguments than it has parameters."""
    kept = list(nested.computed.values())       # the defaults that belong to the function as it is now
    values = [value, *(_local_value(fx, name, span) for name in kept)]

    def build(inner: Fx, held: list[ir.Expr], args: list[ir.Expr]) -> ir.Expr:
        defaults = {name: calls.Evaluated(span, value) for name, value in zip(kept, held[1:], strict=True)}
        call = tree.Call(span, tree.Name(span, nested.node.name), calls.evaluated(args), ())
        return closures.call_with(inner, nested, held[0], call, defaults)

    return made(fx, nested.inst.info.name, t, values, build, span, ("inner",))


def _local_value(fx: Fx, name: str, span: Span) -> ir.Expr:
    from rumpkc.types.exprs import expr

    return expr(fx, tree.Name(span, name))


def convertible(source: Type, target: Type) -> bool:
    """Whether a function (or an object that can be called) of `source` does for `target`."""
    from rumpkc.types.convert import assignable

    if not isinstance(target, FuncType):
        return False
    if class_values.held(source) is not None:
        made = class_values.held(source)
        return made is not None and assignable(made, target.result)
    if isinstance(source, ClassInst):
        return calls.has_method(source, "__call__")
    return (
        isinstance(source, FuncType)
        and not source.named
        and len(source.params) == len(target.params)
        and all(t == REAL and s is FLOAT or assignable(t, s)
                for t, s in zip(target.params, source.params, strict=True))
        and assignable(source.result, target.result)
    )


def constant(fx: Fx, value: ir.FuncAddr, name: str, target: FuncType, key: function_identity.Key | None, span: Span
             ) -> ir.Expr:
    """A function of another type as a `target`, without an environment: an image can hold it."""
    def build(inner: Fx, _held: list[ir.Expr], args: list[ir.Expr]) -> ir.Expr:
        return calls.call_value(inner, value, tree.Call(span, calls.Evaluated(span, value), calls.evaluated(args), ()))

    return made(fx, name, target, [], build, span, key)


def converted(fx: Fx, value: ir.Expr, target: FuncType, span: Span) -> ir.Expr:
    """A function of another, wider type, or an object with `__call__`, as a `target`."""
    takes = value.type.params if isinstance(value.type, FuncType) else ()
    if not fx.world.ints_in_floats and any(
            t == REAL and s is FLOAT for t, s in zip(target.params, takes, strict=False)):
        raise fail("E0303", f"this function takes float, not {REAL}", span)     # the program is read again

    def build(inner: Fx, held: list[ir.Expr], args: list[ir.Expr]) -> ir.Expr:
        call = tree.Call(span, calls.Evaluated(span, held[0]), calls.evaluated(args), ())
        return calls.call_value(inner, held[0], call)

    key = ("inner",) if isinstance(value.type, FuncType) else ("object",)
    out = made(fx, "call", target, [value], build, span, key)
    if isinstance(value.type, ClassInst) and not value.type.info.subclasses:
        from rumpkc.types.function_names import note_object

        return note_object(fx.world, out, value.type.name)
    return out
