"""Function instances: parameters and results with all types known, and the binding of a call's arguments."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from rumpkc.diagnostics import CompileError, Label, counted, did_you_mean, fail
from rumpkc.ir import nodes as ir
from rumpkc.source import Span
from rumpkc.syntax import tree
from rumpkc.types import star_calls, wrapped
from rumpkc.types.builtins import VAR_TUPLE
from rumpkc.types.real import MIXED, REAL
from rumpkc.types.scopes import dotted, is_literal
from rumpkc.types.star_calls import Callee, Step
from rumpkc.types.symbols import ClassInfo, FuncInfo, FuncInst, ModuleInfo, Param, TypeVarInfo
from rumpkc.types.types import (
    NEVER,
    NONE,
    ArrayType,
    ClassInst,
    FormsType,
    FuncType,
    IntType,
    OptionalType,
    Pack,
    PackForms,
    PackVar,
    PtrType,
    RecursiveUnion,
    TupleType,
    Type,
    TypeVarType,
    UnionType,
    Unknown,
    held,
)

if TYPE_CHECKING:
    from rumpkc.types.annotations import Annotations
    from rumpkc.types.world import World


PACKED = ("args", "args@seen")       # `P.args`; the second where the body does more than to pass them on
MAX_NESTING = 24  # of type arguments; what goes deeper grows with every call


def check_growth(args: tuple[Type, ...], at: Span) -> None:
    """E0328 where generic code asks for itself with ever larger types: `f([x])` inside of `f`."""
    if any(_nesting(t) > MAX_NESTING for t in args):
        raise fail("E0328", "this generic code asks for itself with ever larger types", at,
                   help="pass the same types on, or hold the parts in a class that is not generic")


def _nesting(t: Type) -> int:
    match t:
        case RecursiveUnion():
            return 1
        case ClassInst(args=items) | TupleType(items=items) | UnionType(members=items) | Pack(items=items):
            return 1 + max(map(_nesting, items), default=0)
        case OptionalType(item=item) | PtrType(item=item) | ArrayType(item=item):
            return 1 + _nesting(item)
    return 0


def own_type_params(world: World, info: FuncInfo) -> tuple[str, ...]:
    """The type variables of a generic function: those of its signature that its class does not bind."""
    if info.type_params is None:
        found: list[str] = [p.name for p in info.node.type_params
                            if isinstance(p, (tree.TypeVarParam, tree.ParamSpecParam))]
        bound = info.owner.type_params if info.owner else ()
        notes = [a.annotation for a in all_args(info.node)] + [info.node.returns]
        for note in notes:
            if note is not None:
                _find_type_vars(world, info, note, found)
        from rumpkc.types.structural import hidden_params

        info.shapes = tuple(hidden_params(world, info))
        info.type_params = tuple(n for n in [*found, *(h.name for h in info.shapes)] if n not in bound)
    return info.type_params


def _find_type_vars(world: World, info: FuncInfo, note: tree.Expr, out: list[str]) -> None:
    from rumpkc.syntax.walk import children

    if isinstance(note, tree.Constant) and note.kind == "str" and isinstance(note.value, str):
        if not note.value.isidentifier():
            from rumpkc.types.annotations import parse_forward

            _find_type_vars(world, info, parse_forward(note.value, note), out)
        elif isinstance(info.module.names.get(note.value), TypeVarInfo) and note.value not in out:
            out.append(note.value)
    elif isinstance(note, tree.Name):
        if note.id in info.module.names and note.id not in out:
            if isinstance(world.resolve(info.module.names[note.id]), TypeVarInfo):
                out.append(note.id)
    elif is_literal(note):
        return
    for child in children(note):
        _find_type_vars(world, info, child, out)  # type: ignore[arg-type]


def all_args(node: tree.FunctionDef) -> list[tree.Arg]:
    """All parameters in order."""
    args = node.args
    extra = [a for a in (args.vararg,) if a]
    last = [a for a in (args.kwarg,) if a]
    return [*args.posonly, *args.args, *extra, *args.kwonly, *last]


def signature_of(
    world: World, info: FuncInfo, owner: ClassInst | None, env: dict[str, Type]
) -> tuple[tuple[Param, ...], Type]:
    """The parameters (without `cls`) and the result of `info` under `env`."""
    from rumpkc.types.annotations import Annotations

    if info.forwards is not None:
        from rumpkc.types.decorations import forwarding

        return forwarding(world, info, owner)
    border = bool(info.export or info.extern or info.asm) or bool({"entry", "interrupt"} & info.attrs)
    node, notes = info.node, Annotations(world, info.module, env, owner, exact=border)
    packed = pack_of(node.args)
    how = {id(a): "pos" for a in node.args.posonly} | {id(a): "kw" for a in node.args.kwonly}
    how |= {id(node.args.vararg): "rest", id(node.args.kwarg): "named"}
    out: list[Param] = []
    for index, arg in enumerate(all_args(node)):
        if packed and arg is node.args.vararg:
            out += _pack_params(arg, env.get(packed))
            continue
        if index == 0 and info.kind == "class":
            continue
        if index == 0 and info.owner is not None and info.kind in ("method", "getter", "setter", "deleter"):
            assert owner is not None
            own = _self_variable(info, arg, notes)
            out.append(Param(arg.name, own or owner, "pos", None, arg.span))
            continue
        if arg.annotation is None:
            raise fail(
                "E0305",
                f"parameter `{arg.name}` of `{info.name}` has no type",
                arg.span,
                help=f"write `{arg.name}: int`, or whatever it holds",
            )
        t = notes.type_of(arg.annotation)
        if arg is node.args.vararg:
            t = world.cls(VAR_TUPLE, t)
        elif arg is node.args.kwarg:
            t = world.cls("dict", world.cls("str"), t)
        out.append(Param(arg.name, t, how.get(id(arg), "any"), arg.default, arg.span))
    if node.returns is not None:
        result = notes.type_of(node.returns)
        _check_special(info, result, node.returns.span)
        return tuple(out), result
    if returns_value(node.body) and not (info.owner and info.name == "__init__"):
        raise fail(
            "E0306",
            f"`{info.name}` returns a value, but its signature does not say which type",
            node.name_span,
            help=f"write `def {info.name}(…) -> int:`, or whatever it returns",
        )
    return tuple(out), NONE


def pack_of(args: tree.Arguments) -> str:
    """The ParamSpec whose arguments a function takes as `*args: P.args` (`param_specs.py`); "" where there is none."""
    match args.vararg:
        case tree.Arg(annotation=tree.Attribute(value=tree.Name(id=name), attr=attr)) if attr in PACKED:
            return name
    return ""


def _pack_params(arg: tree.Arg, pack: Type | None) -> list[Param]:
    """One parameter for each that the ParamSpec stands for: `args@0`, `args@1` …"""
    if not isinstance(pack, Pack):
        raise fail("E0445", f"the parameters that `*{arg.name}` stands for are not known here", arg.span,
                   help="take the arguments in a function inside one that takes the `Callable[P, R]`")
    return [Param(f"{arg.name}@{index}", t, "pos", None, arg.span) for index, t in enumerate(pack.items)]


def pack_type(args: tree.Arguments, params: tuple[Param, ...], result: Type, env: dict[str, Type]) -> FuncType:
    """The type of a function with these parameters as a value."""
    pack = env.get(pack_of(args))
    named = tuple(len(params) - len(pack.items) + i for i in pack.named) if isinstance(pack, Pack) else ()
    return FuncType(tuple(p.type for p in params), result, named)


def _self_variable(info: FuncInfo, arg: tree.Arg, notes: Annotations) -> Type | None:
    """The type variable of `def m(self: T) -> T`, which is the receiver's own class."""
    if isinstance(arg.annotation, tree.Name) and arg.annotation.id in (info.type_params or ()):
        return notes.type_of(arg.annotation)
    return None


SPECIAL_RESULTS = {
    "__init__": "None",
    **dict.fromkeys(("__len__", "__hash__", "__index__", "__int__", "__length_hint__"), "int"),
    **dict.fromkeys(("__str__", "__repr__", "__format__"), "str"),
    "__bool__": "bool",
    "__contains__": "bool",
    "__float__": "float",
}


def _check_special(info: FuncInfo, result: Type, at: Span) -> None:
    """E0327 where a method that Python calls by itself returns what Python would not take."""
    wanted = SPECIAL_RESULTS.get(info.name) if info.owner is not None else None
    fits = str(result) == wanted or (wanted == "int" and isinstance(result, IntType)) or result is NEVER or (
        wanted == "float" and result == REAL)
    if wanted is not None and not fits and not isinstance(result, TypeVarType):
        raise fail("E0327", f"`{info.name}` returns {wanted}, not {result}", at, help=f"write `-> {wanted}`")


def returns_value(body: tuple[tree.Node, ...]) -> bool:
    from rumpkc.syntax.walk import children

    for node in body:
        if isinstance(node, tree.Return) and node.value is not None:
            return True
        if isinstance(node, tree.Stmt) and not isinstance(node, (tree.FunctionDef, tree.ClassDef)):
            if returns_value(tuple(children(node))):
                return True
        elif isinstance(node, (tree.ExceptHandler, tree.MatchCase)) and returns_value(tuple(children(node))):
            return True
    return False


def make_func_inst(world: World, info: FuncInfo, owner: ClassInst | None, targs: tuple[Type, ...],
                   own: tuple[tuple[int, Type], ...] = ()) -> FuncInst:
    """A new instance; the caller registers and queues it."""
    from rumpkc.types.classes import class_env, symbol_of

    check_growth(targs, world.at)
    from rumpkc.types.entries import INTERRUPT_ALIGN, check_border

    env = class_env(owner, info.owner) if owner is not None and info.owner is not None else {}
    env |= dict(zip(own_type_params(world, info), targs, strict=True))
    params, result = signature_of(world, info, owner, env)
    for index, t in own:
        params = (*params[:index], replace(params[index], type=t), *params[index + 1:])
    home = owner.symbol if owner is not None else info.module.name
    if owner is not None and info.owner is not None and owner.info is not info.owner:
        home += f"<{info.owner.name}>"          # a class method for a class below, which may have one of that name
    args = f"[{', '.join(map(symbol_of, targs))}]" if targs else ""
    args += "".join(f"{{{params[index].name}:{symbol_of(t)}}}" for index, t in own)
    suffix = f".{info.kind}" if info.kind in ("setter", "deleter") else ""
    symbol = info.export or info.extern or f"{home}.{info.name}{args}{suffix}"
    slots = tuple(ir.Local(p.name, p.type, p.span) for p in params)
    attrs = set(info.attrs)
    func = ir.Function(
        symbol,
        shown_name(info),
        slots,
        result,
        info.node.span,
        info.module.name,
        exported=bool(info.export) or bool({"entry", "interrupt"} & attrs),
        attrs=frozenset(attrs),
        section=info.section,
        align=max(info.align, INTERRUPT_ALIGN) if "interrupt" in attrs else info.align,
    )
    if not info.module.library and (owner is None or info.kind == "static"):
        world.written_functions[id(func)] = info.node
    inst = FuncInst(info, owner, env, params, result, func, slots)
    check_border(info, inst)
    return inst


@dataclass(slots=True)
class Bound:
    """A call's arguments by parameter: the expression of the call, or None where the default stands.

    `defaults`: by parameter, the expression of a default that the caller knows better than the signature.
    """

    exprs: list[tree.Expr | None]
    order: list[int]  # parameter indices in the order in which the call evaluates them; ~i: the step i between them
    steps: list[Step] = field(default_factory=list)
    defaults: dict[int, tree.Expr] = field(default_factory=dict)
    types: dict[int, Type] = field(default_factory=dict)    # of the arguments, before they became what is asked for

    def add_step(self, step: Step) -> None:
        self.order.append(~len(self.steps))
        self.steps.append(step)


def bind(
    callee: Callee,
    params: tuple[Param, ...],
    args: tuple[tree.Expr, ...],
    keywords: tuple[tree.Keyword, ...],
    span: Span,
    declared: Span | None = None,
) -> Bound:
    """Match a call's arguments with `params` as Python does; every mismatch is an error with the parameter's name."""
    name = callee.info.name if callee.info is not None else str(callee.made)
    labels = (Label(declared, f"`{name}` is declared here"),) if declared and declared.line else ()
    bound = Bound([None] * len(params), [])
    from rumpkc.types.decorated_forms import form_argument

    keywords = (*keywords, *wrapped.shape_of(params, args, keywords, span))
    keywords = (*keywords, *form_argument(callee, params, args, keywords, span))
    if star_calls.is_open(params, args, keywords):
        star_calls.bind_open(bound, callee, params, args, keywords, span)
    else:
        _bind_positional(bound, name, params, args, span, labels)
        _bind_keywords(bound, name, params, keywords, span, labels)
    if callee.info is not None and callee.info.kind == "method" and (keywords or None in bound.exprs):
        callee.info.named_call = span
    missing = [p.name for p, e in zip(params, bound.exprs, strict=True) if e is None and p.default is None]
    if missing:
        listed = ", ".join(f"`{m}`" for m in missing)
        raise fail("E0313", f"the call of `{name}` lacks {listed}", span, labels=labels)
    return bound


def _bind_keywords(
    bound: Bound,
    name: str,
    params: tuple[Param, ...],
    keywords: tuple[tree.Keyword, ...],
    at: Span,
    labels: tuple[Label, ...],
) -> None:
    """Arguments with a name. Those that `**rest` takes go together, if no other stands between them."""
    found = [named(name, params, keyword, labels) for keyword in keywords]
    place = next((i for i, p in enumerate(params) if p.how == "named"), None)
    rest = found.count(place) if place is not None else 0
    in_turn = found[len(found) - rest:] != [place] * rest
    taken: list[tuple[str | None, tree.Expr]] = []
    for keyword, index in zip(keywords, found, strict=True):
        if index == place and not any(name == keyword.name for name, _ in taken):
            value = star_calls.kept(bound, keyword, params[index]) if in_turn else keyword.value
            taken.append((keyword.name, value))
        elif bound.exprs[index] is not None or index == place:
            raise fail("E0312", f"`{name}` gets `{keyword.name}` twice", keyword.span, labels=labels)
        else:
            bound.exprs[index] = keyword.value
            bound.order.append(index)
    if place is not None:
        bound.exprs[place] = star_calls.Named(keywords[0].span if keywords else at, tuple(taken))
        bound.order.append(place)


def _bind_positional(
    bound: Bound,
    name: str,
    params: tuple[Param, ...],
    args: tuple[tree.Expr, ...],
    span: Span,
    labels: tuple[Label, ...],
) -> None:
    """Arguments without a name, the surplus of which `*rest` takes."""
    from rumpkc.types.stars import Rest

    positional = [i for i, p in enumerate(params) if p.how in ("pos", "any")]
    rest = next((i for i, p in enumerate(params) if p.how == "rest"), None)
    if rest is not None:
        bound.exprs[rest] = Rest(span, args[len(positional) :])
        args = args[: len(positional)]
    for index, arg in enumerate(args):
        if index >= len(positional):
            raise too_many(name, len(positional), len(args), arg, labels)
        bound.exprs[positional[index]] = arg
        bound.order.append(positional[index])
    if rest is not None:
        bound.order.append(rest)


def too_many(name: str, most: int, given: int, arg: tree.Expr, labels: tuple[Label, ...]) -> CompileError:
    """E0310 at the first argument that no parameter takes."""
    message = f"`{name}` takes {counted(most, 'positional argument')}, not {given}"
    return fail("E0310", message, arg.span, labels=labels)


def named(name: str, params: tuple[Param, ...], keyword: tree.Keyword, labels: tuple[Label, ...]) -> int:
    """The index of the parameter that `keyword` names; E0311 where there is none to be named."""
    found = next((i for i, p in enumerate(params) if p.name == keyword.name and p.how in ("any", "kw")), None)
    if found is None:
        found = next((i for i, p in enumerate(params) if p.how == "named"), None)
    if found is not None:
        return found
    if any(p.name == keyword.name for p in params):
        raise fail(
            "E0311",
            f"`{keyword.name}` of `{name}` is not passed by name",
            keyword.span,
            labels=labels,
            help="it stands before the `/`: write the value alone, in its place",
        )
    raise fail(
        "E0311",
        f"`{name}` has no parameter `{keyword.name}`",
        keyword.span,
        labels=labels,
        help=did_you_mean(keyword.name or "", [p.name for p in params]),
    )


def unify(pattern: Type, actual: Type, out: dict[str, Type]) -> None:
    """Find what the type variables in `pattern` must be for `actual` to fit; mismatches are left to coercion."""
    match pattern, actual:
        case RecursiveUnion(), _:
            pass
        case _, Unknown():
            pass
        case TypeVarType(name=name), _:
            out[name] = REAL if {out.get(name), actual} in MIXED else out.get(name, actual)
        case ClassInst(), ClassInst():
            cls: ClassInst | None = actual
            while cls is not None and cls.info is not pattern.info:
                cls = cls.base
            for p, a in zip(pattern.args, cls.args if cls else (), strict=False):
                unify(p, a, out)
        case ClassInst(args=(item,)), TupleType(items=xs) if pattern.info.name == "Iterable":
            for x in xs:
                unify(item, x, out)
        case ClassInst(args=(TypeVarType(name=name),)), UnionType(members=xs) if pattern.info.name == "Iterable":
            _unify_iterables(pattern, name, xs, out)
        case OptionalType(item=item), OptionalType(item=other):
            unify(item, other, out)
        case OptionalType(item=item), _ if actual is not NONE:
            unify(item, actual, out)
        case TupleType(items=ps), TupleType(items=xs):
            for p, a in zip(ps, xs, strict=False):
                unify(p, a, out)
        case UnionType(members=ps), _:
            _unify_union(ps, actual, out)
        case (PtrType(item=p), PtrType(item=a)) | (ArrayType(item=p), ArrayType(item=a)):
            unify(p, a, out)
        case FuncType(), FuncType():
            _unify_params(pattern, actual, out)
            unify(pattern.result, actual.result, out)
        case FuncType(), ClassInst() if (made := held(actual)) is not None:
            unify(pattern.result, made, out)
        case FuncType(), FormsType() if actual.items:
            _unify_forms(pattern, actual, out)
            unify(pattern.result, actual.functions[0].result, out)
        case PackVar(name=name), Pack() | PackForms():
            out.setdefault(name, actual)


def _unify_iterables(pattern: ClassInst, name: str, kinds: tuple[Type, ...], out: dict[str, Type]) -> None:
    """Of several iterables, the items are of all their types."""
    from rumpkc.types.unions import make_union

    items: list[Type] = []
    for kind in kinds:
        found: dict[str, Type] = {}
        unify(pattern, kind, found)
        if name not in found:
            return
        items.append(found[name])
    out.setdefault(name, make_union(items))


def _unify_union(patterns: tuple[Type, ...], actual: Type, out: dict[str, Type]) -> None:
    """Each part of `actual` meets the member that it is, or one of its class; what is left is the type variable's."""
    from rumpkc.types.unions import make_union

    left: list[Type] = []
    hidden = any(isinstance(p, TypeVarType) and p.name.startswith(".") for p in patterns)
    for part in (*actual.members,) if isinstance(actual, UnionType) else (
            (actual.item, NONE) if isinstance(actual, OptionalType) else (actual,)):
        same = None if hidden and _is_own_mapping(part) else next(
            (p for p in patterns if _of_one_class(p, part) or hidden and _walks(p, part)), None)
        if same is not None:
            unify(same, part, out)
        elif part not in patterns:
            left.append(part)
    variables = [p.name for p in patterns if isinstance(p, TypeVarType) and p.name not in out]
    if len(variables) > 1:
        out.update(zip(variables, left, strict=False))
    elif variables and left:
        out[variables[0]] = make_union(left)


def _of_one_class(pattern: Type, actual: Type) -> bool:
    """Whether `actual` is of a generic class of which `pattern` is another form: `Ok[U]` and `Ok[int]`; or both are
    tuples of as many items."""
    if isinstance(pattern, TupleType) and isinstance(actual, TupleType):
        return len(pattern.items) == len(actual.items)
    return isinstance(pattern, ClassInst) and isinstance(actual, ClassInst) and bool(pattern.args) and (
        pattern.info in actual.info.ancestors())


def _walks(pattern: Type, actual: Type) -> bool:
    """Whether `actual` is a tuple for an `Iterable`."""
    return isinstance(actual, TupleType) and isinstance(pattern, ClassInst) and pattern.info.name == "Iterable"


def _is_own_mapping(t: Type) -> bool:
    """Whether a class of the program is a `Mapping`: it is that, and not the `Iterable`, of a union that has both."""
    return isinstance(t, ClassInst) and any(name.endswith("Mapping") for cls in t.info.ancestors()
                                            for name in cls.abstract)


def _unify_params(pattern: FuncType, actual: FuncType, out: dict[str, Type]) -> None:
    lead = pattern.params[:-1] if pattern.params and isinstance(pattern.params[-1], PackVar) else pattern.params
    for p, a in zip(lead, actual.params, strict=False):
        unify(p, a, out)
    open_ = actual.params and isinstance(actual.params[-1], PackVar)
    if len(lead) < len(pattern.params) and len(lead) <= len(actual.params) and not open_:
        assert isinstance(pattern.params[-1], PackVar)
        named = tuple(i - len(lead) for i in actual.named)
        if all(i >= 0 for i in named):
            out.setdefault(pattern.params[-1].name, Pack(actual.params[len(lead):], named))


def _unify_forms(pattern: FuncType, actual: FormsType, out: dict[str, Type]) -> None:
    """`Callable[P, R]` of a function that is called in several forms."""
    if not pattern.params or not isinstance(pattern.params[-1], PackVar):
        return
    lead = len(pattern.params) - 1
    if all(len(heads) >= lead and not any(heads[:lead]) for heads in actual.heads):
        for p, a in zip(pattern.params[:lead], actual.functions[0].params, strict=False):
            unify(p, a, out)
        packs = (Pack(t.params[lead:], (), heads[lead:])
                 for t, heads in zip(actual.functions, actual.heads, strict=True))
        out.setdefault(pattern.params[-1].name, PackForms(tuple(packs)))


def _with_pack(pattern: FuncType, env: dict[str, Type], world: World) -> FuncType | FormsType:
    """A function type with the parameters that its ParamSpec stands for."""
    lead, last = pattern.params[:-1], pattern.params[-1]
    assert isinstance(last, PackVar)
    pack = env.get(last.name)
    first = tuple(substitute(p, env, world) for p in lead)
    result = substitute(pattern.result, env, world)
    if isinstance(pack, PackForms):
        return with_forms(first, pack, result)
    if not isinstance(pack, Pack):
        return FuncType((*first, last), result)
    return FuncType((*first, *pack.items), result, tuple(len(first) + i for i in pack.named))


def with_forms(lead: tuple[Type, ...], pack: PackForms, result: Type) -> FormsType:
    """`Callable[Concatenate[lead, P], result]` where `P` stands for several forms of calls."""
    return FormsType(tuple(FuncType((*lead, *own.items), result) for own in pack.packs),
                     tuple((*("",) * len(lead), *heads) for heads in pack.heads))


def substitute(pattern: Type, env: dict[str, Type], world: World) -> Type:
    """`pattern` with its type variables replaced."""
    from rumpkc.types.unions import make_union

    match pattern:
        case TypeVarType(name=name) | PackVar(name=name):
            return env.get(name, pattern)
        case ClassInst() if pattern.args:
            return world.inst(pattern.info, tuple(substitute(a, env, world) for a in pattern.args))
        case RecursiveUnion():
            return pattern
        case OptionalType(item=item):
            return make_union([substitute(item, env, world), NONE])
        case UnionType(members=members):
            return make_union([substitute(m, env, world) for m in members])
        case FormsType(items=items, heads=heads):
            return FormsType(tuple(substitute(i, env, world) for i in items), heads)
        case TupleType(items=items):
            return TupleType(tuple(substitute(i, env, world) for i in items))
        case PtrType(item=item):
            return PtrType(substitute(item, env, world))
        case ArrayType(item=item, length=length):
            return ArrayType(substitute(item, env, world), length)
        case FuncType(params=(*_, PackVar())):
            return _with_pack(pattern, env, world)
        case FuncType(params=params, result=result, named=named):
            return FuncType(tuple(substitute(p, env, world) for p in params), substitute(result, env, world), named)
    return pattern


def mentions(t: Type, name: str) -> bool:
    """Whether the type variable `name` is in `t`."""
    match t:
        case RecursiveUnion():
            return False
        case TypeVarType():
            return t.name == name
        case ClassInst(args=parts) | TupleType(items=parts) | UnionType(members=parts):
            return any(mentions(part, name) for part in parts)
        case OptionalType(item=item):
            return mentions(item, name)
        case FuncType():
            return any(mentions(part, name) for part in (*t.params, t.result))
    return False


def has_type_var(t: Type) -> bool:
    """Whether a type variable is left in `t`."""
    match t:
        case RecursiveUnion():
            return False
        case TypeVarType() | PackVar():
            return True
        case ClassInst(args=items) | TupleType(items=items) | UnionType(members=items) | Pack(items=items):
            return any(map(has_type_var, items))
        case OptionalType(item=item) | PtrType(item=item) | ArrayType(item=item):
            return has_type_var(item)
        case FuncType(params=params, result=result):
            return any(map(has_type_var, params)) or has_type_var(result)
    return False


def type_var_env(info: FuncInfo, world: World) -> dict[str, Type]:
    """An environment in which the function's own type variables stand for themselves."""
    return {name: open_variable(world, info.module, info.node.type_params, name)
            for name in own_type_params(world, info)}


def open_variable(world: World, module: ModuleInfo, written: tuple[tree.TypeParam, ...], name: str) -> Type:
    """A type variable that stands for itself; `written` are the type parameters beside the name (PEP 695)."""
    symbol = world.resolve(module.names[name]) if name in module.names else None
    pack = any(isinstance(p, tree.ParamSpecParam) and p.name == name for p in written)
    return PackVar(name) if pack or isinstance(symbol, TypeVarInfo) and symbol.pack else TypeVarType(name)


def open_arguments(world: World, info: ClassInfo) -> tuple[Type, ...]:
    """Type arguments with which a class's type variables stand for themselves."""
    return tuple(open_variable(world, info.module, info.node.type_params, name) for name in info.type_params)


def qualified(info: FuncInfo) -> str:
    """The `__qualname__` of a function."""
    if info.owner is None:
        return info.within + info.name.partition("@")[0]
    owner = info.owner.original or info.owner
    home = owner.name if not info.module.library else owner.shown_name
    return f"{home}.{shown_name(info)}"


def shown_name(info: FuncInfo) -> str:
    """The `__name__` of a function: without what `private_names.py` has put in front."""
    own = f"_{info.owner.shown_name.lstrip('_')}" if info.owner is not None else ""
    name = wrapped.shown(info.name)
    return name.removeprefix(own) if name.startswith(f"{own}__") else name


def first_arg_name(info: FuncInfo) -> str:
    """`self` or `cls` as the method spells it."""
    args = all_args(info.node)
    return args[0].name if args else ""


__all__ = [
    "Bound",
    "all_args",
    "bind",
    "dotted",
    "first_arg_name",
    "has_type_var",
    "make_func_inst",
    "own_type_params",
    "signature_of",
    "substitute",
    "type_var_env",
    "unify",
]
