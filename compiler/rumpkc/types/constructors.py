"""Objects made: of classes, of value classes, of generic classes by their arguments' types, and views as spans."""

from __future__ import annotations

from dataclasses import replace

from rumpkc.diagnostics import fail
from rumpkc.ir import nodes as ir
from rumpkc.source import Span
from rumpkc.syntax import tree
from rumpkc.types import calls, captures, generic_calls, signature, star_calls, structural
from rumpkc.types.calls import Evaluated, call_function, call_method, evaluated
from rumpkc.types.classes import (
    base_inst,
    class_env,
    fields_of,
    find_method,
)
from rumpkc.types.convert import coerce, kept
from rumpkc.types.fx import Fx
from rumpkc.types.symbols import ClassInfo, FuncInfo, Param, VarInfo
from rumpkc.types.types import NEVER, ClassInst, Type, UnionType
from rumpkc.types.unset import FLAG


def construct(fx: Fx, cls: ClassInst, args: list[ir.Expr], span: Span) -> ir.Expr:
    """`cls(args)` with arguments that are already IR."""
    return construct_call(fx, cls, evaluated(args), (), span)


def construct_in_frame(fx: Fx, cls: ClassInst, args: list[ir.Expr], span: Span) -> ir.Expr:
    """`cls(args)` in the stack frame, for an object that nothing keeps: the iterator of a loop."""
    fields_of(fx.world, cls)
    fx.world.instantiated[cls] = None
    save, obj = fx.save(ir.New(span, cls, None, in_frame=True))
    init = call_method(fx, obj, "__init__", args, span)
    return ir.Seq(span, cls, (save, ir.Eval(span, init)), obj)


def construct_call(
    fx: Fx, cls: ClassInst, args: tuple[tree.Expr, ...], keywords: tuple[tree.Keyword, ...], span: Span
) -> ir.Expr:
    """`cls(...)`: a zeroed object, then `__init__`."""
    from rumpkc.types import container_classes, enums, exceptions, layouts, object_new, typed_dicts

    if cls.info.kind == "enum":
        return enums.by_value(fx, cls, args, span)
    if cls.info.kind == "record":
        fields_of(fx.world, cls)
        return layouts.new_record(fx, cls, len(args) + len(keywords), span)
    if cls.info.kind == "protocol":
        raise fail("E0331", f"`{cls}` is a protocol, which has no objects", span)
    if cls.info.module.name == "lib.core.span" and cls.info.name == "Span" and len(args) == 1 and not keywords:
        from rumpkc.types.exprs import expr

        return span_of(fx, expr(fx, args[0]), cls, span)
    if cls.by_value:
        return _construct_value(fx, cls, args, keywords, span)
    abstract = sorted(abstract_names(cls.info))
    if abstract:
        return _abstract(fx, cls, abstract, args, keywords, span)
    contained = typed_dicts.construct(fx, cls, args, keywords, span) or (
        container_classes.construct(fx, cls, args, keywords, span))
    if contained is not None:
        return contained
    numbered = exceptions.made_by_number(fx, cls, args, span)
    if numbered is not None:
        return numbered
    by_new = object_new.construct(fx, cls, args, keywords, span)
    if by_new is not None:
        return by_new
    start, obj = fresh(fx, cls, span)
    found = find_method(cls, "__init__")
    if found is None:
        if args or keywords:
            raise fail("E0310", f"`{cls}` takes no arguments", (args[0] if args else keywords[0]).span)
        return ir.Seq(span, cls, tuple(start), obj)
    home, info = found
    me = Evaluated(span, ir.Convert(span, home, obj) if home is not cls else obj)
    more, args = exceptions.made_with(fx, cls, obj, info, args, span)
    call = call_function(fx, info, home, (me, *args), keywords, span, made=cls)
    if len(start) == 1 and not more and isinstance(call, ir.Call):
        first, call = _arguments_first(fx, call)
        start = [*first, *start]
    return ir.Seq(span, cls, (*start, *more, ir.Eval(span, call)), obj)


def fresh(fx: Fx, cls: ClassInst, span: Span) -> tuple[list[ir.Stmt], ir.Expr]:
    """An object of `cls` before any `__init__`: what makes it, and the object."""
    fields_of(fx.world, cls)
    fx.world.instantiated[cls] = None
    save, obj = fx.save(ir.New(span, cls, None))
    return [save, *_class_defaults(fx, cls, obj, span), *captures.kept(fx, cls, obj, span)], obj


def _arguments_first(fx: Fx, call: ir.Call) -> tuple[list[ir.Stmt], ir.Call]:
    """The arguments of a call of `__init__`, evaluated before its object is made, as CPython does. An object that is
    made last needs no register while the others are."""
    simple = all(isinstance(arg, (ir.Const, ir.LocalGet)) for arg in call.args)
    if simple or any(arg.type == NEVER for arg in call.args):
        return [], call
    pairs = [fx.save(arg) for arg in call.args[1:]]
    return [save for save, _ in pairs], replace(call, args=(call.args[0], *(got for _, got in pairs)))


def _class_defaults(fx: Fx, cls: ClassInst, obj: ir.Expr, span: Span) -> list[ir.Stmt]:
    """A field that the class body gives a value starts with it."""
    from rumpkc.types import globals as module_globals

    out: list[ir.Stmt] = []
    for name, t in cls.fields.items():
        found = cls.info.member(name)
        if FLAG + name in cls.fields:
            continue
        if found is not None and isinstance(found[1], VarInfo) and found[1].value is not None:
            value = module_globals.read(fx, found[1], span, t)
            out.append(ir.SetField(span, obj, name, kept(fx, value, t, span, f"`{cls}.{name}`")))
    return out


def _abstract(fx: Fx, cls: ClassInst, lacking: list[str], args: tuple[tree.Expr, ...],
              keywords: tuple[tree.Keyword, ...], span: Span) -> ir.Expr:
    """An object of an abstract class: the TypeError that a handler waits for, or a refusal."""
    from rumpkc.types import awaited
    from rumpkc.types.exprs import expr

    refusal = fail(
        "E0331",
        f"`{cls}` is abstract: it lacks {', '.join(f'`{n}`' for n in lacking)}",
        span,
        help=f"make an object of a subclass that defines them; {awaited.WAYS_OUT.format('TypeError')}",
    )
    if not awaited.is_awaited(fx, "TypeError"):
        raise refusal
    words = (f"Can't instantiate abstract class {cls.info.shown_name} with abstract "
             f"method{'s' if len(lacking) > 1 else ''} {', '.join(lacking)}")
    first = [expr(fx, arg) for arg in (*args, *(k.value for k in keywords))]
    return awaited.raising(fx, "TypeError", words, refusal, span, cls, first)


def abstract_names(info: ClassInfo) -> set[str]:
    """The methods that keep objects of this very class from being made."""
    seen: set[str] = set()
    out: set[str] = set()
    for cls in info.ancestors():
        for name, member in cls.members.items():
            if name not in seen and isinstance(member, FuncInfo) and member.abstract:
                out.add(name)
            seen.add(name)
    return out


def _construct_value(
    fx: Fx, cls: ClassInst, args: tuple[tree.Expr, ...], keywords: tuple[tree.Keyword, ...], span: Span
) -> ir.Expr:
    """A by-value class: its fields in order are its parameters."""
    fields = fields_of(fx.world, cls)
    declared = cls.info.declared
    params = tuple(
        Param(n, t, "any", declared[n].value if n in declared else None, declared[n].span if n in declared else span)
        for n, t in fields.items()
    )
    bound = signature.bind(star_calls.Callee(None, cls), params, args, keywords, span)
    in_turn = bound.order != sorted(bound.order)
    home = Fx(fx.world, cls.info.module, fx.env)
    stmts: list[ir.Stmt] = []
    items: dict[int, ir.Expr] = {}
    for index in bound.order:
        if index < 0:
            stmts += bound.steps[~index].run(fx)
            continue
        items[index] = _field_value(fx, home, cls, params[index], bound.exprs[index])
        if in_turn:
            save, items[index] = fx.save(items[index])
            stmts.append(save)
    for index, param in enumerate(params):
        if index not in items:
            items[index] = _field_value(home, home, cls, param, param.default)
    made = ir.Aggregate(span, cls, tuple(items[i] for i in range(len(params))))
    return ir.Seq(span, cls, tuple(stmts), made) if stmts else made


def _field_value(fx: Fx, home: Fx, cls: ClassInst, param: Param, node: tree.Expr | None) -> ir.Expr:
    """The value of a field of a by-value class, as the field's type; `home` is where its default is written."""
    from rumpkc.types.exprs import stored

    assert node is not None
    if cls.info.kind == "mmio":
        from rumpkc.types.systems import device_base

        return device_base(fx, node)
    what = f"field `{param.name}` of `{cls}`"
    if isinstance(node, star_calls.Taken):
        default = param.default
        return star_calls.taken(fx, node, param, what, lambda: _field_value(home, home, cls, param, default))
    return stored(fx, node, param.type, what)


def span_of(fx: Fx, value: ir.Expr, goal: ClassInst | None, span: Span) -> ir.Expr:
    """`Span[T](x)`: a view of an array, list, bytearray or another span. A `bytes` never changes, so it has none."""
    from rumpkc.types.arrays import array_span
    from rumpkc.types.types import U8, USIZE, ArrayType

    t = value.type
    if isinstance(t, ArrayType):
        out = array_span(fx, value, span)
        return out if goal is None else coerce(fx, out, goal, span)
    if isinstance(t, ClassInst) and (t == goal or t.info.module.name == "lib.core.span"):
        return coerce(fx, value, goal, span) if goal else value
    item = t.args[0] if isinstance(t, ClassInst) and t.name == "list" else U8
    if (
        not isinstance(t, ClassInst)
        or t.name not in ("list", "bytearray")
        or (goal is not None and goal.args[0] != item)
    ):
        raise fail("E0303", f"a span cannot view {t}", span, help="use a bytearray: `Span[u8](bytearray(data))`")
    cls = goal or fx.world.inst(fx.world.module("lib.core.span").names["Span"], (item,))  # type: ignore[arg-type]
    fields = fields_of(fx.world, t)
    fields_of(fx.world, cls)
    save, got = fx.save(value)
    parts = (ir.FieldGet(span, fields["_data"], got, "_data"), ir.FieldGet(span, USIZE, got, "_len"))
    return ir.Seq(span, cls, (save,), ir.Aggregate(span, cls, parts))


def construct_generic(fx: Fx, info: ClassInfo, node: tree.Call, want: Type | None) -> ir.Expr:
    """`Stack(…)` without type arguments: they follow from the place, or from the arguments of `__init__`."""
    from rumpkc.types import container_classes
    from rumpkc.types.exprs import expr

    if info.module.name == "lib.core.span" and info.name == "Span" and len(node.args) == 1:
        return span_of(fx, expr(fx, node.args[0]), None, node.span)
    goals = _goals(want)
    same = [goal for goal in goals if goal.info is info]
    if len(same) == 1:
        return construct_call(fx, same[0], node.args, node.keywords, node.span)
    env: dict[str, Type] = {}
    pattern = fx.world.inst(info, signature.open_arguments(fx.world, info))
    above = [goal for goal in goals if goal.info is not info and goal.info in info.ancestors()]
    if len(above) == 1:                 # `x: Option[int] = Nothing()`
        signature.unify(base_inst(pattern, above[0].info), above[0], env)
    init = find_method(pattern, "__init__")
    filled = container_classes.items_of(fx, pattern, node) if init is None or init[1].module.library else None
    if filled is not None:
        signature.unify(filled[0], filled[1].type, env)
        node = replace(node, args=(calls.Evaluated(node.span, filled[1]),), keywords=())
    args, keywords = node.args, node.keywords
    if filled is None:
        args, keywords = _infer(fx, pattern, init, node, env)
    if any(n not in env for n in info.type_params):
        raise fail(
            "E0316",
            f"the type arguments of `{info.shown_name}` do not follow from this call",
            node.span,
            help=f"write `{info.shown_name}[…](…)`, or annotate the variable",
        )
    cls = fx.world.inst(info, tuple(env[n] for n in info.type_params))
    return construct_call(fx, cls, args, keywords, node.span)


def of_class_method(fx: Fx, info: ClassInfo, name: str, node: tree.Call, want: Type | None
                    ) -> tuple[ClassInst, tuple[tree.Expr, ...], tuple[tree.Keyword, ...]] | None:
    """`Stack.filled(…)`, a class or static method of a generic class: the class that the arguments and the place tell,
    and the arguments, looked at. None where they do not tell it."""
    pattern = fx.world.inst(info, signature.open_arguments(fx.world, info))
    found = find_method(pattern, name)
    if found is None or found[1].kind not in ("class", "static"):
        return None
    env: dict[str, Type] = {}
    args, keywords = _infer(fx, pattern, found, node, env)
    if want is not None and any(n not in env for n in info.type_params):
        known = class_env(found[0], found[1].owner) if found[1].owner else {}
        signature.unify(signature.signature_of(
            fx.world, found[1], pattern, known | signature.type_var_env(found[1], fx.world))[1], want, env)
    if any(n not in env for n in info.type_params):
        env = without_class(fx, pattern, found) | env
    if any(n not in env or signature.has_type_var(env[n]) for n in info.type_params):
        return None
    return fx.world.inst(info, tuple(env[n] for n in info.type_params)), args, keywords


def named_alone(fx: Fx, info: ClassInfo, name: str) -> ClassInst:
    """The class of `Stack.name`, where no place tells its type arguments; E0321 where they matter."""
    known = {p: fx.env[p] for p in info.type_params if p in fx.env}
    if len(known) < len(info.type_params):
        pattern = fx.world.inst(info, signature.open_arguments(fx.world, info))
        found = find_method(pattern, name)
        if found is not None and found[1].kind in ("class", "static"):
            known = without_class(fx, pattern, found) | known
        elif name in ("__name__", "__qualname__"):
            known = dict.fromkeys(info.type_params, fx.world.cls("object")) | known
    return fx.world.inst(info, tuple(known.get(p, NEVER) for p in info.type_params))


def without_class(fx: Fx, pattern: ClassInst, found: tuple[ClassInst, FuncInfo]) -> dict[str, Type]:
    """What stands for the type parameters of a class that its static or class method does not mention: any type would
    do, `object` as well."""
    home, method = found
    known = class_env(home, method.owner) if method.owner else {}
    params, result = signature.signature_of(fx.world, method, pattern if method.kind == "class" else home,
                                            known | signature.type_var_env(method, fx.world))
    types = [result, *(p.type for p in params)]
    return {name: fx.world.cls("object") for name in pattern.info.type_params
            if not any(signature.mentions(t, name) for t in types)}


def _goals(want: Type | None) -> list[ClassInst]:
    """The classes that the place asks for, as far as their type arguments are known."""
    parts = want.members if isinstance(want, UnionType) else (getattr(want, "item", want),)
    return [t for t in parts if isinstance(t, ClassInst) and not signature.has_type_var(t)]


def _infer(
    fx: Fx, pattern: ClassInst, found: tuple[ClassInst, FuncInfo] | None, node: tree.Call, env: dict[str, Type]
) -> tuple[tuple[tree.Expr, ...], tuple[tree.Keyword, ...]]:
    """What the arguments of `found`, which makes a `pattern`, tell about its type arguments, and the arguments, looked
    at."""
    from rumpkc.types import loops
    from rumpkc.types.exprs import expr

    given = node.args
    named: dict[str, Type] = {}
    if found is not None:
        home, init = found
        known = class_env(home, init.owner) if init.owner else {}
        params, _ = signature.signature_of(fx.world, init, home, known | signature.type_var_env(init, fx.world))
        params = params if init.kind in ("class", "static") else params[1:]
        types = [p.type for p in params if p.how != "rest"]
        named = {p.name: p.type for p in params if p.how in ("any", "kw")}
        rest = next((p.type for p in params if p.how == "rest"), None)
        if isinstance(rest, ClassInst):         # `*xs: T`: each of the other arguments is a T
            before = sum(p.how in ("pos", "any") for p in params)
            types[before:before] = [rest.args[0]] * max(0, len(given) - before)
    else:
        named = fields_of(fx.world, pattern) if pattern.by_value else {}
        types = list(named.values())
    args = list(given)
    stars = [isinstance(arg, tree.Starred) for arg in given]
    plain = range(min(len(types), stars.index(True) if any(stars) else len(given)))
    for index in sorted(plain, key=lambda i: generic_calls.told_by_others(fx, given[i])):
        args[index] = _told(fx, types[index], given[index], env, found)
    if any(stars) and len(plain) < len(types):      # its items may meet any of the parameters from here on
        star = given[len(plain)]
        assert isinstance(star, tree.Starred)
        value = expr(fx, star.value)
        args[len(plain)] = tree.Starred(star.span, Evaluated(star.span, value))
        for later in types[len(plain):]:
            signature.unify(later, loops.item_type(fx, value, star.span), env)
    keywords: list[tree.Keyword] = []
    for keyword in node.keywords:
        t = named.get(keyword.name or "")
        if t is None or not signature.has_type_var(t) or all(name in env for name in pattern.info.type_params):
            keywords.append(keyword)
            continue
        keywords.append(replace(keyword, value=_told(fx, t, keyword.value, env, found)))
    return tuple(args), tuple(keywords)


def _told(fx: Fx, pattern: Type, node: tree.Expr, env: dict[str, Type], init: tuple[ClassInst, FuncInfo] | None
          ) -> tree.Expr:
    """An argument, looked at, and in `env` what it tells; a lambda takes its types from what others have told."""
    from rumpkc.types import lambdas
    from rumpkc.types.exprs import expr

    asks = lambdas.needs_types(fx, node)
    value = expr(fx, node, signature.substitute(pattern, env, fx.world) if asks else None)
    signature.unify(pattern, value.type, env)
    if init is not None:
        structural.settle(fx, init[1], init[0], env, node.span)
    if asks:
        value = lambdas.with_result(fx, node, value, signature.substitute(pattern, env, fx.world))
    return Evaluated(node.span, value)

