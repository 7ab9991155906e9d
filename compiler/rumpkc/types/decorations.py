"""Decorators of the program: what they make of a function, and how the result may be called.

    @traced                              f = traced(f)
    def f(a: int, *, b: int = 0) -> int: …           f(1)     ->     f's value, called with 1, 0

    class C:                             `C.m@` holds what the decorators made of `C.m@wrapped`
        @logged                          def m(self, n: int) -> int:
        def m(self, n: int) -> int: …  ->    return C.m@(self, n)

A decorator keeps names and defaults if it returns the function itself, or a function inside it that takes the arguments
of its ParamSpec; of others only the positional parameters are known.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from rumpkc.diagnostics import fail
from rumpkc.ir import nodes as ir
from rumpkc.source import Span
from rumpkc.syntax import tree
from rumpkc.syntax.walk import bound_by, children
from rumpkc.types import calls, decorated_forms, scopes, signature, star_calls
from rumpkc.types.annotations import parse_forward
from rumpkc.types.changes import after_unknown_call
from rumpkc.types.classes import find_method
from rumpkc.types.fx import Fx, Var
from rumpkc.types.open_shapes import DECORATED
from rumpkc.types.param_specs import SEEN
from rumpkc.types.symbols import ClassInfo, FuncInfo, FuncInst, Param, VarInfo
from rumpkc.types.types import NONE, ClassInst, FormsType, FuncType, Type, Unknown
from rumpkc.types.wrapped import shown

if TYPE_CHECKING:
    from rumpkc.types.world import World

NAMED = ("kw", "rest", "named")         # how parameters are passed that no position reaches
KINDS = frozenset(("staticmethod", "classmethod", "property", "setter", "deleter"))   # may stand above


@dataclass(frozen=True, slots=True)
class Kept:
    """What calls of a decorated function may rely on. `seen`: a decorator looks at how a call is written."""

    params: tuple[Param, ...]
    seen: bool
    shifted: bool           # the parameters are not those of the function itself
    forms: bool             # what looks at the call is compiled for each form of calls (`decorated_forms.py`)


@dataclass(frozen=True, slots=True, eq=False)
class Held(tree.Expr):
    """What the decorators of a method made of it, where the tree of a function's name is expected."""

    var: VarInfo


def own_decorators(node: tree.FunctionDef) -> tuple[tree.Expr, ...]:
    """The decorators of the program, the outermost first."""
    return tuple(d for d in node.decorators if not scopes.is_known(d))


# What the decorators make

@dataclass(frozen=True, slots=True, eq=False)
class Bare(tree.Expr):
    """A function as its decorators get it: `make` gives the value that fits a place."""

    make: Callable[[Type | None], ir.Expr]


def applied(fx: Fx, decorators: tuple[tree.Expr, ...], bare: Bare) -> ir.Expr:
    """`bare` with the decorators applied, the last one first; what is called to make a decorator is called before."""
    from rumpkc.types.exprs import expr

    saves: list[ir.Stmt] = []
    value = bare.make(None)
    given: tuple[tree.Expr, ...] = (bare,)
    for deco in reversed(decorators):
        func: tree.Expr = deco
        if isinstance(deco, tree.Call):
            save, got = fx.save(expr(fx, deco, FuncType((value.type,), Unknown())))
            saves.insert(0, save)
            func = calls.Evaluated(deco.span, got)
        value = expr(fx, tree.Call(deco.span, func, given, ()))
        given = calls.evaluated([value])
    return ir.Seq(bare.span, value.type, tuple(saves), value) if saves else value


def bare_value(fx: Fx, inst: FuncInst, decorators: tuple[tree.Expr, ...], span: Span) -> ir.Expr | None:
    """A function as its decorators get it, where some of its parameters are passed by name only; None where none is."""
    named = tuple(i for i, p in enumerate(inst.params) if p.how in NAMED)
    if not named or kept(fx, inst.params, decorators) is None:
        return None
    t = FuncType(tuple(p.type for p in inst.params), inst.result, named)
    return ir.FuncAddr(span, t, inst.ir)


# What they keep

def kept(fx: Fx, params: tuple[Param, ...], decorators: tuple[tree.Expr, ...]) -> Kept | None:
    """The parameters behind the decorators; None where one of them may give others. Types stay those of `params`."""
    seen, shifted, forms = False, False, True
    for deco in reversed(decorators):
        how = _effect(fx, deco)
        if how is None:
            return None
        dropped, lead, looks, formed = how
        forms &= formed and dropped == lead
        shifted |= bool(dropped or lead)
        first = (Param(f"@{i}", NONE, "pos", None, deco.span) for i in range(lead))
        params, seen = (*first, *params[dropped:]), seen or looks
    return Kept(params, seen, shifted, seen and forms)


def _effect(fx: Fx, deco: tree.Expr) -> tuple[int, int, bool, bool] | None:
    """How many parameters a decorator takes from the front and puts there, whether it looks at the call, and whether
    what it returns can be compiled for each form of calls."""
    made_by = _called_object(fx, deco)
    if made_by is not None:
        return made_by
    found = _maker(fx, deco)
    if found is None:
        return None
    node, skip = found
    args = (*node.args.posonly, *node.args.args)[skip:]
    if len(args) != 1:
        return None
    made = _returned(node)
    if made == args[0].name:
        return 0, 0, False, True
    if not isinstance(made, tree.FunctionDef) or not signature.pack_of(made.args) or made.args.kwonly:
        return None
    assert made.args.vararg is not None and isinstance(made.args.vararg.annotation, tree.Attribute)
    lead = len(made.args.posonly) + len(made.args.args)
    return _concatenated(args[0].annotation), lead, made.args.vararg.annotation.attr == SEEN, True


def _called_object(fx: Fx, deco: tree.Expr) -> tuple[int, int, bool, bool] | None:
    """The same of a class whose objects are called with the arguments of a ParamSpec."""
    from rumpkc.types import names

    symbol = names.static_symbol(fx, deco) if isinstance(deco, (tree.Name, tree.Attribute)) else None
    call_ = symbol.members.get("__call__") if isinstance(symbol, ClassInfo) else None
    init = symbol.members.get("__init__") if isinstance(symbol, ClassInfo) else None
    if not isinstance(call_, FuncInfo) or not isinstance(init, FuncInfo) or not signature.pack_of(call_.node.args):
        return None
    given, args = (*init.node.args.posonly, *init.node.args.args)[1:], call_.node.args
    if len(given) != 1 or args.kwonly or args.vararg is None or not isinstance(args.vararg.annotation, tree.Attribute):
        return None
    lead = len(args.posonly) + len(args.args) - 1
    return _concatenated(given[0].annotation), lead, args.vararg.annotation.attr == SEEN, False


def _maker(fx: Fx, deco: tree.Expr) -> tuple[tree.FunctionDef, int] | None:
    """The function that is called with the decorated one, and how many of its parameters take something else."""
    factory = isinstance(deco, tree.Call)
    found = _definition(fx, deco.func if isinstance(deco, tree.Call) else deco)
    made = _returned(found[0]) if found is not None and factory else None
    if isinstance(made, tree.FunctionDef):
        return made, 0
    return _called_by(fx, deco) if found is None or factory else found


def _called_by(fx: Fx, deco: tree.Expr) -> tuple[tree.FunctionDef, int] | None:
    """What calls a decorator that is an object: `@Track("f")`, `@timed("f")` of a `@contextmanager`."""
    from rumpkc.types.exprs import expr

    saved = fx.state.copy()
    t = expr(fx, deco).type
    fx.state = saved
    found = find_method(t, "__call__") if isinstance(t, ClassInst) else None
    if found is None or t.info.overridden_below("__call__") or own_decorators(found[1].node):  # type: ignore[union-attr]
        return None
    return found[1].node, 1


def keeps_name(fx: Fx, decorators: tuple[tree.Expr, ...]) -> bool:
    """Whether what the decorators make is called as the function is: it is that function, or `@wraps` took its name."""
    return all(_keeps_name(fx, deco) for deco in decorators)


def _keeps_name(fx: Fx, deco: tree.Expr) -> bool:
    found = _maker(fx, deco)
    node = found[0] if found is not None else None
    made = _returned(node) if node is not None else None
    if node is None or made is None:
        return False
    if isinstance(made, tree.FunctionDef):
        return any(isinstance(d, tree.Call) and isinstance(d.func, tree.Name) and d.func.id == "wraps@"
                   for d in made.decorators)
    return made in {a.name for a in (*node.args.posonly, *node.args.args)}


def value_name(fx: Fx, info: FuncInfo) -> str:
    """What a function value made of `info` is called; "call" where it has lost its name."""
    node = info.forwards.decorated.node if info.forwards is not None and info.forwards.decorated is not None else None
    kept_ = node is None or keeps_name(Fx(fx.world, info.module, {}), own_decorators(node))
    return shown(info.name) if kept_ else "call"


def _definition(fx: Fx, func: tree.Expr) -> tuple[tree.FunctionDef, int] | None:
    """The function that a decorator is, and how many of its parameters the object in front of the dot takes."""
    from rumpkc.types import names
    from rumpkc.types.exprs import expr

    if isinstance(func, tree.Name):
        var = fx.lookup(func.id)
        if var is not None:
            return (var.nested.node, 0) if var.nested is not None and not own_decorators(var.nested.node) else None
    symbol = names.static_symbol(fx, func)
    if isinstance(symbol, FuncInfo) and not symbol.asm:
        return symbol.node, 0
    if symbol is not None or not isinstance(func, tree.Attribute):
        return None
    head = names.static_symbol(fx, func.value)
    if isinstance(head, ClassInfo):
        member = head.member(func.attr)
        info = member[1] if member is not None else None
        return (info.node, int(info.kind == "class")) if isinstance(info, FuncInfo) and info.kind != "method" else None
    t = expr(fx, func.value).type
    found = find_method(t, func.attr) if isinstance(t, ClassInst) else None
    if found is None or t.info.overridden_below(func.attr) or own_decorators(found[1].node):  # type: ignore[union-attr]
        return None
    return found[1].node, int(found[1].kind != "static")


def _returned(node: tree.FunctionDef) -> tree.FunctionDef | str | None:
    """The function inside `node`, or else the name of the parameter, that every `return` of it gives."""
    names, bound, functions = set[str](), list[str](), dict[str, tree.FunctionDef]()
    for below in _own(node):
        if isinstance(below, tree.Return):
            names.add(below.value.id if isinstance(below.value, tree.Name) else "")
        bound += bound_by(below)
        if isinstance(below, tree.FunctionDef):
            functions[below.name] = below
    name = names.pop() if len(names) == 1 else ""
    if name in functions:
        inner = functions[name]
        return inner if bound.count(name) == 1 and not own_decorators(inner) else None
    return name if name and name not in bound else None


def _own(node: tree.FunctionDef) -> Iterator[tree.Node]:
    """The nodes of a function's own body; functions inside are given, not entered."""
    stack: list[tree.Node] = list(node.body)
    while stack:
        at = stack.pop()
        yield at
        if not isinstance(at, (tree.FunctionDef, tree.ClassDef, tree.Lambda)):
            stack += children(at)


def _concatenated(note: tree.Expr | None) -> int:
    """How many types stand before `P` in `Callable[Concatenate[A, B, P], R]`."""
    if isinstance(note, tree.Constant) and isinstance(note.value, str):
        note = parse_forward(note.value, note)
    match note:
        case tree.Subscript(slice=tree.Tuple(elts=(tree.Subscript(slice=tree.Tuple(elts=items)), _))):
            return len(items) - 1
    return 0


# Calls

def call(fx: Fx, info: FuncInfo, known: Kept, callee: ir.Expr, node: tree.Call,
         computed: Mapping[str, str] | None = None) -> ir.Expr:
    """A call of the decorated function `callee`, whose own signature is that of `info`. `computed`: the variables that
    hold defaults which are no constants."""
    if isinstance(callee.type, FormsType):
        return decorated_forms.call(fx, info, known, callee, node)
    types = _types(fx.world, callee.type)
    params = tuple(replace(p, type=own) for p, own in zip(known.params, types, strict=True))
    bound = signature.bind(star_calls.Callee(info), params, node.args, node.keywords, node.span, info.node.name_span)
    open_ = any(isinstance(a, tree.Starred) for a in node.args)
    if known.seen and (open_ or node.keywords or any(e is None for e in bound.exprs)):
        raise fail("E0410", f"a decorator of `{info.name}` looks at how this call is written", node.span,
                   help="pass all arguments, by position")
    for index, param in enumerate(params):
        if not computed or param.name not in computed:
            continue
        bound.defaults[index] = default = tree.Name(node.span, computed[param.name])
        if bound.exprs[index] is None:
            bound.exprs[index] = default
            bound.order.append(index)
    stmts, values = calls.arguments(fx, info, params, bound, None)
    if stmts:
        save, callee = fx.save(callee)
        stmts.insert(0, save)
    after_unknown_call(fx)
    if isinstance(callee.type, FuncType):
        made: ir.Expr = ir.CallIndirect(node.span, callee.type.result, callee, tuple(values))
    else:
        made = calls.method_call(fx, callee, "__call__", calls.evaluated(values), (), node.span)
    return ir.Seq(node.span, made.type, tuple(stmts), made) if stmts else made


def fitting(world: World, known: Kept | None, t: Type) -> Kept | None:
    """`known`, if the result of the decorators is called with as many arguments."""
    if isinstance(t, FormsType):
        return known if known is not None and known.forms else None
    return known if known is not None and len(_types(world, t)) == len(known.params) else None


def _types(world: World, t: Type) -> tuple[Type, ...]:
    """What a function, or an object that is called, takes."""
    if isinstance(t, FuncType):
        return t.params
    found = find_method(t, "__call__") if isinstance(t, ClassInst) else None
    if found is None or signature.own_type_params(world, found[1]):
        return ()
    return tuple(p.type for p in world.func(found[1], found[0]).params[1:])


def call_variable(fx: Fx, var: VarInfo, node: tree.Call) -> ir.Expr:
    """A call of a decorated function of module level by its name."""
    from rumpkc.types import globals as module_globals

    assert var.decorated is not None
    callee = module_globals.read(fx, var, node.func.span, None)
    known = fitting(fx.world, kept_by(fx.world, var), callee.type)
    if known is None:
        return calls.call_value(fx, callee, node)
    return call(fx, var.decorated, known, callee, node)


def call_nested(fx: Fx, var: Var, node: tree.Call) -> ir.Expr:
    """A call of a decorated function inside a function by its name."""
    from rumpkc.types.names import read_variable

    assert var.decorated is not None and isinstance(node.func, tree.Name)
    known, nested = var.decorated
    return call(fx, nested.inst.info, known, read_variable(fx, node.func, var), node, nested.computed)


def kept_by(world: World, var: VarInfo) -> Kept | None:
    """What the decorators of a function of the module, or of a method, keep of its signature."""
    info = var.decorated
    assert info is not None
    owner = world.inst(info.owner) if info.owner is not None else None
    targs = _arguments(world, info, owner)
    return None if targs is None else kept(
        Fx(world, info.module, {}), world.func(info, owner, targs).params, own_decorators(info.node))


def _arguments(world: World, info: FuncInfo, owner: ClassInst | None) -> tuple[Type, ...] | None:
    from rumpkc.types.structural import stand_ins

    signature.own_type_params(world, info)
    return stand_ins(world, info, owner)


# Methods

def add_method(world: World, info: ClassInfo, stmt: tree.FunctionDef) -> FuncInfo:
    """The method that a decorated one is to the program; the decorated one becomes a member beside it."""
    own = own_decorators(stmt)
    above = stmt.decorators[:stmt.decorators.index(own[0])]
    below = [d for d in stmt.decorators[len(above):] if scopes.is_known(d) and not scopes.is_mark(d)]
    strange = [d for d in above if scopes.decorator_name(d) not in KINDS and not scopes.is_mark(d)] + below
    if strange or info.type_params or stmt.type_params:
        raise fail("E0410", f"`@{scopes.decorator_name(own[0])}` "
                   + (f"together with `@{scopes.decorator_name(strange[0])}`" if strange else "of a generic class"),
                   own[0].span, help="call the wrapped function from a plain method instead")
    kinds = tuple(d for d in above if scopes.decorator_name(d) in ("staticmethod", "classmethod"))
    suffix = next((f".{d}" for d in map(scopes.decorator_name, above) if d in ("setter", "deleter")), "")
    raw = scopes.make_function(
        info.module, replace(stmt, name=f"{stmt.name}@wrapped{suffix}", decorators=kinds), info)
    raw.node = replace(raw.node, decorators=(*kinds, *own))
    info.members[raw.name] = raw
    var = VarInfo(f"{stmt.name}{suffix}", info.module, None, None, stmt.name_span, owner=info, decorated=raw)
    info.module.names[f"{info.name}.{var.name}@"] = var
    shell = replace(stmt, decorators=above, returns=None, body=(tree.Pass(stmt.span),))
    made = scopes.make_function(info.module, shell, info)
    made.forwards, made.type_params = var, ()
    return made


def forwarding(world: World, info: FuncInfo, owner: ClassInst | None) -> tuple[tuple[Param, ...], Type]:
    """The signature of a decorated method, which also gets its body here."""
    from rumpkc.types import globals as module_globals
    from rumpkc.types.convert import assignable

    var, span = info.forwards, info.node.name_span
    assert var is not None and var.decorated is not None and owner is not None
    var.asked = world.shapes.asked.setdefault((place_of(info), DECORATED), set())
    t = module_globals.type_of(world, var)
    known = fitting(world, kept_by(world, var), t)
    if isinstance(t, FormsType) and known is not None:
        return _in_forms(world, info, owner, var, t)
    if not isinstance(t, FuncType):
        raise fail("E0410", f"the decorators of `{info.name}` make {t} of it, not a function", span,
                   help="a decorator of a method takes a `Callable` and returns one")
    named = known.params if known is not None else tuple(
        Param(f"@{i}", p, "pos", None, span) for i, p in enumerate(t.params))
    params = tuple(replace(p, type=own) for p, own in zip(named, t.params, strict=True))
    if known is not None and known.seen:            # every argument is passed by position, as CPython would
        if any(p.how in NAMED for p in params):
            raise fail("E0410", f"a decorator of the method `{info.name}` looks at its arguments", span,
                       help="pass them on as they are: `fn(*args, **kwargs)`")
        params = tuple(replace(p, how="pos", default=None) for p in params)
    if info.kind == "class":
        _check_class_method(info, owner, known)
    elif info.kind != "static":
        if not params or not assignable(owner, params[0].type):
            raise fail("E0410", f"the decorators of `{info.name}` make {t} of it, which takes no `{owner}`", span,
                       help=f"the function that they return takes `self: {owner}` first")
        params = (replace(params[0], name=signature.first_arg_name(info), type=owner, how="pos"), *params[1:])
    _write_body(info, params, t.result, var)
    return params, t.result


def place_of(info: FuncInfo) -> Span:
    """What the forms of a decorated method are kept by: the name of the first one in the bases, which all calls of the
    others may go through."""
    out, name = info.node.name_span, shown(info.name)
    if info.kind not in ("method", "static") or info.name.endswith((".setter", ".deleter")):
        return out
    for base in info.owner.ancestors() if info.owner is not None else ():
        member = base.members.get(name)
        if isinstance(member, FuncInfo) and member.forwards is not None and member.kind == info.kind:
            out = member.node.name_span
    return out


def _in_forms(world: World, info: FuncInfo, owner: ClassInst, var: VarInfo, t: FormsType
              ) -> tuple[tuple[Param, ...], Type]:
    """`forwarding` where the decorators look at the arguments."""
    assert var.decorated is not None and var.decorated.owner is not None
    span = info.node.name_span
    if info.kind == "class":
        raise fail("E0410", f"a decorator of the class method `{info.name}` looks at its arguments", span,
                   help="pass them on as they are: `fn(*args, **kwargs)`")
    raw = world.func(var.decorated, owner if owner.info is info.owner else world.inst(var.decorated.owner))
    params = raw.params
    if info.kind != "static":
        params = (replace(params[0], name=signature.first_arg_name(info), type=owner, how="pos"), *params[1:])
    result = t.functions[0].result
    if isinstance(info.node.body[0], tree.Pass):
        mine = info.node.args.args[:1] or info.node.args.posonly[:1]
        body = decorated_forms.method_body(params, t, Held(span, var), span)
        info.node = replace(info.node, args=tree.Arguments(span, (), mine, None, (), None), body=body)
    by_itself = info.kind in ("getter", "setter", "deleter") or info.name.startswith("__") and info.name not in (
        "__init__", "__call__")         # `obj.x`, `a == b`: always called in one way
    return params if by_itself else decorated_forms.method_params(params, span), result


def _check_class_method(info: FuncInfo, owner: ClassInst, known: Kept | None) -> None:
    """The class itself is no value that a decorator could be given, and each class would need its own."""
    span = info.node.name_span
    if known is None or known.shifted:
        raise fail("E0410", f"a decorator of the class method `{info.name}` must pass on what it is given", span,
                   help="write it with `Callable[P, R]`, or make the method static")
    if owner.info is not info.owner:
        raise fail("E0410", f"the decorated class method `{info.name}` is called for the subclass `{owner}`", span,
                   help="write a plain class method that calls the wrapped function")


def _write_body(info: FuncInfo, params: tuple[Param, ...], result: Type, var: VarInfo) -> None:
    """`return C.m@(self, n)`."""
    if not isinstance(info.node.body[0], tree.Pass):
        return
    span = info.node.name_span
    values = tuple(calls.Passed(span, p.name) for p in params)
    made = tree.Call(span, Held(span, var), values, ())
    body = tree.ExprStmt(span, made) if result is NONE else tree.Return(span, made)
    mine = info.node.args.args[:1] or info.node.args.posonly[:1]
    info.node = replace(info.node, args=tree.Arguments(span, (), mine, None, (), None), body=(body,))
