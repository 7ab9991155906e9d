"""Calls of functions and methods, direct or virtual, and of function values; `generic_calls.py` has generic ones."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from rumpkc.diagnostics import counted, fail
from rumpkc.ir import nodes as ir
from rumpkc.source import Span
from rumpkc.syntax import tree
from rumpkc.types import doubts, open_shapes, own_types, signature, star_calls
from rumpkc.types.changes import after_call, after_unknown_call
from rumpkc.types.classes import (
    find_member,
    find_method,
    missing_field,
)
from rumpkc.types.convert import coerce, float_of, kept
from rumpkc.types.entries import check_called
from rumpkc.types.fx import Fx, PartialType
from rumpkc.types.integers import bool_to_int
from rumpkc.types.real import REAL
from rumpkc.types.symbols import FuncInfo, FuncInst, Param, VarInfo
from rumpkc.types.types import (
    BOOL,
    INT,
    ClassInst,
    FormsType,
    FuncType,
    OptionalType,
    Type,
    UnionType,
)
from rumpkc.types.types import FLOAT as FLOAT_TYPE


@dataclass(frozen=True, slots=True, eq=False)
class Evaluated(tree.Expr):
    """An argument that is already IR, where the tree of a call is expected."""

    value: ir.Expr


@dataclass(frozen=True, slots=True, eq=False)
class Passed(tree.Expr):
    """A parameter that is passed on as it came, whether or not a position reaches it."""

    name: str


@dataclass(frozen=True, slots=True, eq=False)
class Known(tree.Expr):
    """A function that is called, where the tree of its name is expected."""

    info: FuncInfo


STORING = frozenset("""append appendleft add insert setdefault setitem fill heappush heappushpop heapreplace insort
                    insort_left insort_right fromkeys repeat""".split())      # of the library: what these take stays


def evaluated(values: list[ir.Expr]) -> tuple[tree.Expr, ...]:
    """IR values as call arguments."""
    return tuple(Evaluated(v.span, v) for v in values)


def has_method(t: Type, name: str) -> bool:
    """Whether class type `t` has method `name` (of its own or inherited)."""
    return isinstance(t, ClassInst) and isinstance((find_member(t, name) or (None, None))[1], FuncInfo)


def call_method(fx: Fx, receiver: ir.Expr, name: str, args: list[ir.Expr], span: Span) -> ir.Expr:
    """`receiver.name(args)` with arguments that are already IR."""
    return method_call(fx, receiver, name, evaluated(args), (), span)


def method_call(
    fx: Fx,
    receiver: ir.Expr,
    name: str,
    args: tuple[tree.Expr, ...],
    keywords: tuple[tree.Keyword, ...],
    span: Span,
    want: Type | None = None,
) -> ir.Expr:
    """A method call on a value of class type."""
    cls = receiver.type
    assert isinstance(cls, ClassInst)
    found = find_method(cls, name)
    if found is None:
        raise missing_field(fx.world, cls, name, span)
    home, info = found
    if info.kind in ("static", "class"):
        from rumpkc.types import late

        owner = home if info.kind == "static" else cls
        return late.method_of_class(
            fx,
            receiver,
            info,
            lambda: call_function(fx, info, owner, args, keywords, span, want),
            lambda value: method_call(fx, value, name, args, keywords, span, want),
            span,
        )
    from rumpkc.types import container_classes
    from rumpkc.types.selves import as_receiver

    container_classes.check_result(fx, cls, home, name, span)
    virtual = not cls.by_value and (
        cls.info.overridden_below(name) or cls.name == "object" or info.abstract
    ) and not container_classes.is_direct(fx, cls, name)

    call = call_function(
        fx, info, home, (Evaluated(receiver.span, receiver), *args), keywords, span, want, virtual=virtual
    )
    return as_receiver(fx, info, call, cls, home)


def call_function(
    fx: Fx,
    info: FuncInfo,
    owner: ClassInst | None,
    args: tuple[tree.Expr, ...],
    keywords: tuple[tree.Keyword, ...],
    span: Span,
    want: Type | None = None,
    virtual: bool = False,
    made: ClassInst | None = None,
) -> ir.Expr:
    """A call of a known function. A method's receiver is the first of `args`; `made` is the class that the program
    calls where this is its `__init__`."""
    from rumpkc.types import generic_calls
    from rumpkc.types.exceptions import init, takes_any
    from rumpkc.types.overload_results import of_call

    if takes_any(info) and not keywords:
        assert owner is not None
        return init(fx, info, owner, args, span)
    if signature.own_type_params(fx.world, info):
        return generic_calls.call(fx, info, owner, args, keywords, span, want, virtual, made)
    check_called(info, span)
    if virtual:
        info.named.update({k.name: k.span for k in keywords if k.name is not None})
    inst = fx.world.func(info, owner)
    callee = star_calls.Callee(info, made)
    bound = signature.bind(callee, inst.params, args, keywords, span, info.node.name_span)
    own = own_types.OwnTypes() if not virtual and own_types.possible(info) else None
    stmts, values = arguments(fx, info, inst.params, bound, None, own)
    if own is not None:
        inst = own.instance(fx, inst)
    call = finish(fx, inst, stmts, values, span, virtual)
    return of_call(fx, info, owner, args, keywords, bound, call)


def plain_call(fx: Fx, info: FuncInfo, owner: ClassInst, values: list[ir.Expr], span: Span) -> ir.Expr:
    """A call of just this method, with arguments that are already IR."""
    inst = fx.world.func(info, owner)
    args = [coerce(fx, v, p.type, span) for v, p in zip(values, inst.params, strict=True)]
    return finish(fx, inst, [], args, span, False)


def finish(
    fx: Fx, inst: FuncInst, stmts: list[ir.Stmt], values: list[ir.Expr], span: Span, virtual: bool
) -> ir.Expr:
    """The call of an instance with what `arguments` gave."""
    func, owner = inst.ir, inst.owner
    call: ir.Expr
    if virtual:
        from rumpkc.types import vtables

        receiver = _receiver_class(values[0])
        targs = tuple(inst.env[name] for name in signature.own_type_params(fx.world, inst.info))
        slot = fx.world.slot(vtables.slot_owner(fx.world, inst, targs), inst.info.name, targs, receiver)
        assert isinstance(values[0].type, ClassInst)
        call = ir.CallVirtual(span, inst.result, values[0].type, slot, func, tuple(values))
    else:
        call = ir.Call(span, inst.result, func, tuple(values))
    after_call(fx, inst.info, values[0] if owner is not None and values else None, virtual)
    return ir.Seq(span, call.type, tuple(stmts), call) if stmts else call


def _receiver_class(value: ir.Expr) -> ClassInst:
    """The most exact class that is known of a receiver, before its conversion to the class that defines the method."""
    while (
        isinstance(value, ir.Convert)
        and isinstance(value.value.type, ClassInst)
        and isinstance(value.type, ClassInst)
        and value.value.type.is_subclass_of(value.type)
    ):
        value = value.value
    assert isinstance(value.type, ClassInst)
    return value.type


def arguments(
    fx: Fx, info: FuncInfo, params: tuple[Param, ...], bound: signature.Bound, ready: dict[int, ir.Expr] | None,
    own: own_types.OwnTypes | None = None
) -> tuple[list[ir.Stmt], list[ir.Expr]]:
    """The arguments in parameter order; statements first where the call's own order differs.

    `ready` holds those that are already checked; `own` notes those that stay what they are.
    """
    out: dict[int, ir.Expr] = {}
    stmts: list[ir.Stmt] = []
    reorder = bound.order != sorted(bound.order)

    def default_of(index: int) -> Callable[[], ir.Expr]:
        known = bound.defaults.get(index)
        if known is not None:
            return lambda: argument(fx, info, known, params[index])
        return lambda: default_value(fx, info, params[index])

    for index in bound.order:
        if index < 0:
            stmts += bound.steps[~index].run(fx)
            continue
        node, param = bound.exprs[index], params[index]
        assert node is not None
        if isinstance(node, star_calls.Taken):
            value = star_calls.taken(fx, node, param, f"argument `{param.name}` of `{info.name}`", default_of(index))
        else:
            value = ready[index] if ready is not None else argument(fx, info, node, param, own, index)
        bound.types[index] = _before_conversion(value)
        if ready is not None:
            convert = coerce if _uses_up(info) else kept
            value = convert(fx, value, param.type, node.span, f"argument `{param.name}` of `{info.name}`")
        if reorder:
            save, value = fx.save(value)
            stmts.append(save)
        out[index] = value
    for index, param in enumerate(params):
        if index not in out:
            assert param.default is not None
            out[index] = default_value(fx, info, param)
    return stmts, [out[i] for i in range(len(params))]


def _before_conversion(value: ir.Expr) -> Type:
    while isinstance(value, ir.Convert):
        value = value.value
    return value.type


def argument(fx: Fx, info: FuncInfo, node: tree.Expr, param: Param, own: own_types.OwnTypes | None = None,
             index: int = 0) -> ir.Expr:
    """One argument, as the parameter's type, or as its own where `own` takes it."""
    from rumpkc.types.exprs import expr

    value = expr(fx, node, param.type)
    if info.module.library and param.type == FLOAT_TYPE and value.type != FLOAT_TYPE and _says_float(info, param):
        value = library_float(fx, value)
    if value.type is BOOL and param.type is INT and _uses_up(info):
        value = bool_to_int(value)
    if info.module.library and param.type in (fx.world.cls("bytes"), OptionalType(fx.world.cls("bytes"))):
        value = plain_bytes(fx, value)
    hidden = info.module.library and info.name.startswith("_") and not info.name.startswith("__")
    shown = info.name[1:].removesuffix("_or") if hidden else info.name      # `get` with a default is `_get_or`
    what = f"argument `{param.name}` of `{shown}`"
    if own is not None and not own_types.may_change(info, param) and own.take(fx, index, param, value, what):
        return value
    convert = coerce if _uses_up(info) else kept
    return convert(fx, value, param.type, node.span, what)


def _uses_up(info: FuncInfo) -> bool:
    """Whether a function only looks at its arguments: the library's, but for those that store one. Bytes do not."""
    of_bytes = info.owner is not None and info.owner.name == "ByteArray"
    return info.module.library and (of_bytes or info.name.strip("_") not in STORING)


def _says_float(info: FuncInfo, param: Param) -> bool:
    """Whether the parameter is written as `float`; a `T` that is float keeps what it is given, as CPython's does."""
    args = info.node.args
    written = next((a.annotation for a in (*args.posonly, *args.args, *args.kwonly) if a.name == param.name), None)
    return isinstance(written, tree.Name) and written.id == "float"


def plain_bytes(fx: Fx, value: ir.Expr) -> ir.Expr:
    """A bytearray as bytes, where CPython takes either."""
    if isinstance(value.type, ClassInst) and value.type.name == "bytearray" and value.type.info.module.library:
        return call_method(fx, value, "_bytes", [], value.span)
    return value


def library_float(fx: Fx, value: ir.Expr) -> ir.Expr:
    """An int given to a library function that takes a float: CPython's library converts it as well."""
    from rumpkc.types.integers import int_to_float
    from rumpkc.types.types import IntType

    if value.type == REAL:
        return float_of(fx, value)
    return int_to_float(fx, value) if isinstance(value.type, IntType) else value


def default_value(fx: Fx, info: FuncInfo, param: Param) -> ir.Expr:
    """A parameter's default, which Python evaluates once: a constant, or what the module body left."""
    from rumpkc.types import globals as module_globals
    from rumpkc.types.exprs import expr

    assert param.default is not None
    home = Fx(fx.world, info.module, fx.env)
    written = expr(home, param.default, param.type)
    value = kept(home, written, param.type, param.default.span, f"the default of `{param.name}`")
    if is_constant(written) or is_constant(value) or _names_only(home, param.default):
        return value                                # `()` as a tuple[T, ...] is a new object, but equal
    return module_globals.read(home, _kept_default(fx, info, param), param.default.span, param.type)


def _names_only(home: Fx, default: tree.Expr) -> bool:
    """`ValueError`, `(ValueError, OSError)`: what is the same whenever it is made."""
    from rumpkc.types.names import static_symbol
    from rumpkc.types.symbols import ClassInfo

    def named(item: tree.Expr) -> bool:
        return isinstance(item, (tree.Name, tree.Attribute)) and isinstance(
            static_symbol(home, item), (ClassInfo, FuncInfo))

    return named(default) or isinstance(default, tree.Tuple) and all(
        isinstance(i, tree.Constant) or named(i) for i in default.elts)


def _kept_default(fx: Fx, info: FuncInfo, param: Param) -> VarInfo:
    """The variable that holds what the default was when the function was defined, while the module body ran."""
    if _depends_on_call(fx, info, param) or info.node.decorators and info.kind == "function":
        raise fail(
            "E0318",
            f"the default of `{param.name}` is not a constant",
            param.default.span if param.default is not None else param.span,
            "Python evaluates it once, when the function is defined",
            help="use `None` as the default and make the value in the body",
        )
    found = info.defaults.get((param.name, param.type))
    if found is None:
        assert param.default is not None
        found = VarInfo(f"{info.name}.<{param.name}>", info.module, None, param.default, param.default.span,
                        owner=(info.owner.original or info.owner) if info.owner else None, type=param.type)
        info.defaults[param.name, param.type] = found
    return found


def _depends_on_call(fx: Fx, info: FuncInfo, param: Param) -> bool:
    """Whether the type of a parameter mentions a type variable: each instance of the function would have a default of
    its own. A structural type that a call leaves out is always the same one."""
    from rumpkc.types.annotations import words_of

    names = {n for n in signature.own_type_params(fx.world, info) if not n.startswith(".")}
    names |= set(info.owner.type_params) if info.owner is not None else set()
    note = next((a.annotation for a in signature.all_args(info.node) if a.name == param.name), None)
    return bool(names) and (note is None or bool(words_of(note) & names))


CONSTANT_OPS = frozenset(
    "zext sext trunc fpext fneg neg.checked add.checked sub.checked mul.checked and or xor not".split()
)


def is_constant(value: ir.Expr) -> bool:
    """Whether the value is the same object at every evaluation, without effects."""
    match value:
        case ir.Const() | ir.StrConst() | ir.GlobalAddr() | ir.FuncAddr():
            return True
        case ir.Closure(env=env):
            return isinstance(env, ir.Const)
        case ir.GlobalGet(target=target):
            return target.constant
        case ir.Aggregate(items=items):
            return all(map(is_constant, items))
        case ir.Convert(value=inner):
            return is_constant(inner)
        case ir.Prim(op=op, args=args):
            return op in CONSTANT_OPS and all(map(is_constant, args))
    return False

def _call_member(fx: Fx, callee: ir.Expr, t: UnionType, node: tree.Call) -> ir.Expr:
    """A call of a value of several types, each of which is called like this."""
    from rumpkc.types.exprs import expr
    from rumpkc.types.operators import of_members

    save, got = fx.save(callee)
    wants = [m.params for m in t.members if isinstance(m, FuncType) and len(m.params) == len(node.args)]
    stmts: list[ir.Stmt] = [save]
    args: list[tree.Expr] = []
    for index, arg in enumerate(node.args):
        keep, value = fx.save(expr(fx, arg, wants[0][index] if wants else None))
        stmts.append(keep)
        args.append(Evaluated(arg.span, value))
    passed = tree.Call(node.span, node.func, tuple(args), ())
    out = of_members(fx, [got], lambda one: call_value(fx, one[0], passed), node.span, "this call")
    return ir.Seq(node.span, out.type, tuple(stmts), out)


def _for_library(fx: Fx, value: ir.Expr, wanted: Type) -> ir.Expr:
    """An argument of a function value. Where floats are REAL, only a function of the library takes a plain float."""
    return float_of(fx, value) if wanted is FLOAT_TYPE and value.type == REAL else value


def call_value(fx: Fx, callee: ir.Expr, node: tree.Call) -> ir.Expr:
    """A call of a function value."""
    from rumpkc.types import class_values, stars
    from rumpkc.types.exprs import expr

    callee = doubts.firm(fx, callee, "TypeError", ["'NoneType' object is not callable"], node.span)
    t = callee.type
    if isinstance(t, PartialType) and t.kind == "lambda" and not node.keywords:
        from rumpkc.types.lambdas import settle_call

        settle_call(fx, t, [expr(fx, a) for a in node.args], node.span)
    if class_values.held(t) is not None:
        return class_values.call(fx, callee, node, None)
    if isinstance(t, ClassInst) and has_method(t, "__call__"):
        return method_call(fx, callee, "__call__", node.args, node.keywords, node.span)
    if isinstance(t, UnionType) and not node.keywords and not any(isinstance(a, tree.Starred) for a in node.args):
        return _call_member(fx, callee, t, node)
    if isinstance(t, FormsType):
        from rumpkc.types import call_forms

        return call_forms.call(fx, callee, node)
    if not isinstance(t, FuncType):
        raise fail("E0330", f"{t} cannot be called", node.func.span)
    if open_shapes.is_open(t):
        return open_shapes.called(fx, t, node)
    if any(isinstance(a, tree.Starred) for a in node.args):
        raise fail("E0404", "`*` of a value whose length is not known, in a call of a function value", node.span,
                   help="pass the items one by one")
    if node.keywords:
        raise fail("E0310", "the arguments of a function value go by position", node.keywords[0].span,
                   help="write the value alone, in its place; a parameter that needs its name is for a class with a "
                   "method of its own")
    if len(node.args) != len(t.params):
        raise fail(
            "E0310",
            f"this function value takes {counted(len(t.params), 'positional argument')}, not {len(node.args)}",
            node.span,
        )
    for index in t.named:
        if not isinstance(node.args[index], (Passed, stars.Spread)):
            raise fail("E0310", "this parameter is not passed by position", node.args[index].span,
                       help="pass the arguments on as they came: `fn(*args, **kwargs)`")
    args = tuple(kept(fx, _for_library(fx, expr(fx, a, p), p), p, a.span)
                 for a, p in zip(node.args, t.params, strict=True))
    after_unknown_call(fx)
    return ir.CallIndirect(node.span, t.result, callee, args)
