"""`Callable[..., R]` where the program's functions differ, or calls name arguments: one function for each form of call.

    table: dict[str, Callable[..., int]] = {"add": add, "neg": neg}     a value: (add as (int, int), add as (int),
    table[a](1, 2); table[b](3); table[c](4, by=2)                                add as (int, by=int))

A form is what calls at such places have in common: how many arguments, their types, their names and stars. A function
that goes there becomes a tuple of small ones, each of which makes a call of that form as if the program had written it;
one that does not fit raises CPython's TypeError. `open_shapes.py` finds the forms.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rumpkc.diagnostics import CompileError, fail
from rumpkc.ir import nodes as ir
from rumpkc.source import Span
from rumpkc.syntax import tree
from rumpkc.types import (
    calls,
    closures,
    foreign_forms,
    function_identity,
    lambda_forms,
    open_shapes,
    signature,
    star_calls,
    text,
)
from rumpkc.types.builtins import VAR_TUPLE
from rumpkc.types.foreign_forms import ARITY, Foreign
from rumpkc.types.fx import Fx, PartialType, Var
from rumpkc.types.symbols import ClassInfo, FuncInfo, Param, Special
from rumpkc.types.types import NEVER, ClassInst, FormsType, FuncType, OptionalType, Type, UnionType

Build = Callable[[Fx, list[ir.Expr], list[ir.Expr]], ir.Expr]
Make = Callable[[tuple[str, ...]], Build]


def wanted(want: Type | None) -> FormsType | None:
    """The functions of several forms that a place asks for, if it does."""
    parts = want.members if isinstance(want, UnionType) else (want.item,) if isinstance(want, OptionalType) else (want,)
    return next((part for part in parts if isinstance(part, FormsType)), None)


def written(fx: Fx, node: tree.Expr, want: Type) -> ir.Expr | None:
    """A lambda, or a function that the program names, where `want` leaves open what it is called with, or asks for
    several forms; None for other expressions, and where the plain way does."""
    forms = wanted(want)
    if forms is None:
        return _noted(fx, node, want) if open_shapes.holds_open(want) else None
    if isinstance(node, tree.Lambda):
        return lambda_forms.value(fx, node, forms)
    if not isinstance(node, (tree.Name, tree.Attribute)):
        return None
    if isinstance(node, tree.Name) and (var := fx.lookup(node.id)) is not None:
        return _nested(fx, node, var, forms) if var.nested is not None and var.decorated is None else None
    symbol = _symbol(fx, node)
    if symbol is not None:
        return _static(fx, node, symbol, forms)
    return _method(fx, node, forms) if isinstance(node, tree.Attribute) else None


def _symbol(fx: Fx, node: tree.Expr) -> FuncInfo | ClassInfo | Special | None:
    from rumpkc.types import names

    symbol = names.static_symbol(fx, node)
    if isinstance(node, tree.Attribute) and symbol is None:
        head = names.static_symbol(fx, node.value)
        symbol = head if isinstance(head, Special) else head.members.get(node.attr) if isinstance(
            head, ClassInfo) else None
    return symbol if isinstance(symbol, (FuncInfo, ClassInfo, Special)) else None


def _noted(fx: Fx, node: tree.Expr, want: Type) -> ir.Expr | None:
    """The first reading: a lambda's number of arguments; a function that no position tells all about."""
    if isinstance(node, tree.Lambda):
        args = (*node.args.posonly, *node.args.args)
        open_shapes.counts(fx, want, sum(a.default is None for a in args), lambda_forms.most(node))
        return None
    if not isinstance(node, (tree.Name, tree.Attribute)):
        return None
    var = fx.lookup(node.id) if isinstance(node, tree.Name) else None
    if var is not None:
        info = var.nested.inst.info if var.nested is not None else None
        params = var.nested.inst.params if var.nested is not None else ()
    else:
        symbol = _symbol(fx, node)
        info = symbol if isinstance(symbol, FuncInfo) else None
        generic = info is not None and (info.kind != "function" or bool(signature.own_type_params(fx.world, info)))
        if info is None or generic and info.kind != "function":
            return None
        params = () if generic else fx.world.func(info, None).params
        if generic:
            return open_shapes.differs(fx, want, node.span)
    if info is None:
        return None
    if all(p.how in ("pos", "any") for p in params):
        open_shapes.counts(fx, want, sum(p.default is None for p in params), len(params))
        return None
    return open_shapes.differs(fx, want, node.span)


def _static(fx: Fx, node: tree.Expr, symbol: FuncInfo | ClassInfo | Special, forms: FormsType) -> ir.Expr:
    """A function or class that has its name everywhere."""
    from rumpkc.types import decorations

    name = symbol.name.rpartition(".")[2] if isinstance(symbol, Special) else symbol.name
    if isinstance(symbol, FuncInfo):
        name = decorations.value_name(fx, symbol)
    key: function_identity.Key = ("function", symbol.name if isinstance(symbol, Special) else symbol)
    plain = symbol if isinstance(symbol, FuncInfo) and symbol.kind == "function" else None
    own = foreign_forms.found(fx, node, symbol)
    return _tuple(fx, forms, name, [], lambda heads: calling(lambda _held: node, heads, node.span, plain, own),
                  node.span, key)


def _method(fx: Fx, node: tree.Attribute, forms: FormsType) -> ir.Expr | None:
    """`obj.method`: the object is fixed now."""
    from rumpkc.types import callables, names
    from rumpkc.types.classes import find_method
    from rumpkc.types.exprs import expr

    if isinstance(node.value, tree.Call) and isinstance(node.value.func, tree.Name) and node.value.func.id == "super":
        return None
    save, got = fx.save(names.present(fx, expr(fx, node.value), node.attr, node.span))
    found = find_method(got.type, node.attr) if isinstance(got.type, ClassInst) else None
    if found is None or not callables.is_method(fx, got.type, node.attr):
        value = names.get_attribute(fx, got, node.attr, node.span)
        return ir.Seq(node.span, value.type, (save,), value)

    def callee(held: list[ir.Expr]) -> tree.Expr:
        return tree.Attribute(node.span, calls.Evaluated(node.span, held[0]), node.attr, node.attr_span)

    info = found[1]
    key: function_identity.Key = ("method", node.attr) if info.kind == "method" else ("function", info)
    out = _tuple(fx, forms, node.attr, [got], lambda heads: calling(callee, heads, node.span, info), node.span, key)
    return ir.Seq(node.span, out.type, (save,), out)


def _nested(fx: Fx, node: tree.Name, var: Var, forms: FormsType) -> ir.Expr:
    """A function inside a function, with the defaults that it has now."""
    from rumpkc.types.names import read_variable

    assert var.nested is not None
    return nested_value(fx, node.span, var.nested, read_variable(fx, node, var), forms)


def nested_value(fx: Fx, span: Span, nested: closures.Nested, value: ir.Expr, forms: FormsType) -> ir.Expr:
    """The closure `value` of a function inside a function, in these forms."""
    from rumpkc.types.exprs import expr

    kept = list(nested.computed.values())
    values = [value, *(expr(fx, tree.Name(span, name)) for name in kept)]

    def make(heads: tuple[str, ...]) -> Build:
        def build(inner: Fx, held: list[ir.Expr], args: list[ir.Expr]) -> ir.Expr:
            given = {name: calls.Evaluated(span, value) for name, value in zip(kept, held[1:], strict=True)}
            call = call_node(tree.Name(span, nested.node.name), heads, args, span)
            return attempt(inner, call, nested.inst.info, nested.inst.params, lambda: closures.call_with(
                inner, nested, held[0], call, given))

        return build

    return _tuple(fx, forms, nested.inst.info.name, values, make, span, ("inner",))


def _tuple(fx: Fx, forms: FormsType, name: str, values: list[ir.Expr], make: Make, span: Span,
           key: function_identity.Key | None) -> ir.Expr:
    """The functions of all forms, which share what they hold."""
    from rumpkc.types import callables

    saves, held = [], []
    for value in values:
        save, got = fx.save(value)
        saves.append(save)
        held.append(got)
    items = tuple(callables.made(fx, name, t, held, make(heads), span, key)
                  for heads, t in zip(forms.heads, forms.functions, strict=True))
    out = ir.Aggregate(span, forms, items)
    return ir.Seq(span, forms, tuple(saves), out) if saves else out


def calling(callee: Callable[[list[ir.Expr]], tree.Expr], heads: tuple[str, ...], span: Span,
            info: FuncInfo | None, own: Foreign | None = None) -> Build:
    """What makes a call of the form `heads`; `own`: of a function of CPython's own."""
    def build(inner: Fx, held: list[ir.Expr], args: list[ir.Expr]) -> ir.Expr:
        from rumpkc.types.exprs import expr

        def one(args: list[ir.Expr], heads: tuple[str, ...]) -> ir.Expr:
            call = call_node(callee(held), heads, args, span)
            return attempt(inner, call, info, _params(inner, info), lambda: expr(inner, call), own,
                            lambda args: one(args, heads))

        return by_length(inner, own, heads, args, one, span)

    return build


def by_length(fx: Fx, own: Foreign | None, heads: tuple[str, ...], args: list[ir.Expr],
               one: Callable[[list[ir.Expr], tuple[str, ...]], ir.Expr], span: Span) -> ir.Expr:
    made = foreign_forms.by_length(fx, own, heads, args, lambda all_: one(all_, ("",) * len(all_)), span
                                   ) if own is not None else None
    return one(args, heads) if made is None else made


def call_node(func: tree.Expr, heads: tuple[str, ...], args: Sequence[ir.Expr], span: Span) -> tree.Call:
    values = [calls.Evaluated(span, arg) for arg in args]
    pairs = list(zip(heads, values, strict=True))
    positional = tuple(tree.Starred(span, v) if head == "*" else v for head, v in pairs if head in ("", "*"))
    named = tuple(tree.Keyword(span, None if head == "**" else head, v) for head, v in pairs if head not in ("", "*"))
    return tree.Call(span, func, positional, named)


def attempt(fx: Fx, call: tree.Call, info: FuncInfo | None, params: tuple[Param, ...], make: Callable[[], ir.Expr],
             own: Foreign | None = None, again: Callable[[list[ir.Expr]], ir.Expr] | None = None) -> ir.Expr:
    """The call, or what raises CPython's TypeError where it does not fit the parameters of `info`.

    An argument of another type than a parameter says is a broken promise, as where an `Any` is given; an int for a
    float is left to the reading in which it fits."""
    try:
        return make()
    except CompileError as error:
        first = error.diagnostics[0] if error.diagnostics else None
        said = foreign_forms.refused(fx, own, call, first.code not in ARITY, again) if (
            first is not None and own is not None and again is not None) else None
        if said is not None:
            return said
        if first is None or first.code not in (*ARITY, "E0303"):
            raise
        if first.code == "E0303" and not fx.world.ints_in_floats and "float" in first.message:
            raise
        if info is None and first.code in ARITY and isinstance(call.func, calls.Evaluated):
            fx.world.shapes.misfits.append((call.func.value.type, call.span))
        stop = _stop(fx, first.message.replace("`", "'"), NEVER, call.span)
        if info is None or first.code not in ARITY or not params and info.name != "<lambda>" and info.node.args.args:
            return stop
        count = len(call.args) + (info.kind == "method")
        names = [k.name or "" for k in call.keywords]
        check = star_calls.check(fx, star_calls.Callee(info), params, count, names, call.span)
        return ir.Seq(call.span, NEVER, tuple(check), stop)


def _params(fx: Fx, info: FuncInfo | None) -> tuple[Param, ...]:
    if info is None or info.kind not in ("function", "static", "method") or info.owner and info.owner.type_params:
        return ()
    if info.owner is not None:
        return fx.world.func(info, fx.world.inst(info.owner)).params
    return signature.signature_of(fx.world, info, None, signature.type_var_env(info, fx.world))[0]


def _stop(fx: Fx, words: str, t: Type, span: Span) -> ir.Expr:
    from rumpkc.types.tries import raise_new

    return raise_new(fx, "TypeError", [text.str_const(fx, span, words)], t, span)


# Calls and conversions of what is there


def call(fx: Fx, callee: ir.Expr, node: tree.Call) -> ir.Expr:
    """A call of such a function: of its form, or of one whose types take the arguments."""
    from rumpkc.types.calls import after_unknown_call
    from rumpkc.types.convert import assignable, kept

    t = callee.type
    assert isinstance(t, FormsType)
    heads, nodes = parts(node)
    save, got = fx.save(callee)
    saves: list[ir.Stmt] = [save]
    values: list[ir.Expr] = []
    for arg in nodes:
        keep, value = fx.save(argument(fx, arg))
        saves.append(keep)
        values.append(value)
    types = tuple(value.type for value in values)
    same = [i for i, form in enumerate(t.heads) if form == heads]
    index = next((i for i in same if t.functions[i].params == types), None)
    if index is None:
        index = next((i for i in same if all(map(assignable, types, t.functions[i].params))), None)
    if index is None:
        return open_shapes.another_form(fx, t, heads, types, node.span)
    of = t.functions[index]
    args = tuple(kept(fx, v, p, v.span) for v, p in zip(values, of.params, strict=True))
    after_unknown_call(fx)
    done = ir.CallIndirect(node.span, of.result, ir.TupleGet(node.span, of, got, index), args)
    return ir.Seq(node.span, of.result, tuple(saves), done)


def parts(node: tree.Call) -> tuple[tuple[str, ...], list[tree.Expr]]:
    """The form of a call, and its arguments in the order of the form."""
    heads = ["*" if isinstance(arg, tree.Starred) else "" for arg in node.args]
    heads += ["**" if k.name is None else k.name for k in node.keywords]
    return tuple(heads), [*node.args, *(k.value for k in node.keywords)]


def argument(fx: Fx, node: tree.Expr) -> ir.Expr:
    """An argument of a call; behind `*` a list of the items, which are taken before the next argument is made."""
    from rumpkc.types.exprs import expr

    if not isinstance(node, tree.Starred):
        return expr(fx, node)
    value = expr(fx, node.value)
    if isinstance(value.type, ClassInst) and value.type.info is fx.world.builtin(VAR_TUPLE) or unsettled(value.type):
        return value
    items = tree.Starred(node.span, calls.Evaluated(node.span, value))
    return expr(fx, tree.List(node.span, (items,)))


def fits(source: Type, target: Type) -> bool:
    """Whether `converted` makes a `target` of it."""
    from rumpkc.types import callables

    if isinstance(target, FormsType) and isinstance(source, FormsType):
        known = dict(zip(source.heads, source.functions, strict=True))
        return all(heads in known and callables.convertible(known[heads], t)
                   for heads, t in zip(target.heads, target.functions, strict=True))
    if isinstance(target, FormsType):
        return isinstance(source, FuncType) or isinstance(source, ClassInst) and calls.has_method(source, "__call__")
    return isinstance(source, FormsType) and isinstance(target, FuncType) and any(
        not any(heads) and callables.convertible(t, target)
        for heads, t in zip(source.heads, source.functions, strict=True))


def converted(fx: Fx, value: ir.Expr, target: Type, span: Span) -> ir.Expr:
    """A function value of one type in all forms, or the form of such a function that does for `target`."""
    from rumpkc.types import callables
    from rumpkc.types.convert import coerce

    source = value.type
    if isinstance(source, FormsType) and isinstance(target, FormsType):
        save, got = fx.save(value)
        parts_ = (ir.TupleGet(span, of, got, index) for index, of in enumerate(source.functions))
        known = dict(zip(source.heads, parts_, strict=True))
        items = tuple(coerce(fx, known[heads], t, span)
                      for heads, t in zip(target.heads, target.functions, strict=True))
        return ir.Seq(span, target, (save,), ir.Aggregate(span, target, items))
    if isinstance(source, FormsType):
        index = next(i for i, t in enumerate(source.functions)
                     if not any(source.heads[i]) and callables.convertible(t, target))
        return coerce(fx, ir.TupleGet(span, source.functions[index], value, index), target, span)
    assert isinstance(target, FormsType)
    inst = next((i for i in fx.world.func_insts.values() if i.ir is value.target), None) if isinstance(
        value, ir.FuncAddr) else None
    if inst is not None:
        items = tuple(frozen(fx, inst.info, inst.owner, heads, t, span)
                      for heads, t in zip(target.heads, target.functions, strict=True))
        return ir.Aggregate(span, target, items)
    if isinstance(source, FuncType) and any(map(any, target.heads)):
        raise fail("E0302", f"calls pass names or stars to `Callable[..., R]` here, and of this {source} only the "
                   "types are known", span, help="name the function itself in this place")
    key = ("inner",) if isinstance(source, FuncType) else ("object",)
    return _tuple(fx, target, "call", [value], lambda heads: calling(
        lambda held: calls.Evaluated(span, held[0]), heads, span, None), span, key)


def unsettled(t: Type) -> bool:
    """Whether `t` says nothing yet, so that no form can be made of it."""
    return t is NEVER or isinstance(t, PartialType) or open_shapes.is_open(t)


# Frozen functions


def frozen(fx: Fx, info: FuncInfo, owner: ClassInst | None, heads: tuple[str, ...], t: FuncType, span: Span) -> ir.Expr:
    """A function that a module body leaves, or a method, in one form."""
    from rumpkc.types import callables, decorations

    def build(inner: Fx, _held: list[ir.Expr], args: list[ir.Expr]) -> ir.Expr:
        call = call_node(tree.Name(span, info.name), heads, args, span)
        return attempt(inner, call, info, _params(inner, info), lambda: calls.call_function(
            inner, info, owner, call.args, call.keywords, span))

    return callables.made(fx, decorations.value_name(fx, info), t, [], build, span, ("function", info))


def frozen_name(fx: Fx, node: tree.Expr, heads: tuple[str, ...], t: FuncType, span: Span) -> ir.Expr:
    """A lambda, a class or a builtin that a module body leaves, in one form."""
    from rumpkc.types import callables

    if isinstance(node, tree.Lambda):
        made = lambda_forms.value(fx, node, FormsType((t,), (heads,)), free=True)
        assert isinstance(made, ir.Aggregate)
        return made.items[0]
    own = foreign_forms.found(fx, node, _symbol(fx, node))
    return callables.made(fx, tree_name(node), t, [], calling(lambda _held: node, heads, span, None, own), span)


def tree_name(node: tree.Expr) -> str:
    return node.id if isinstance(node, tree.Name) else node.attr if isinstance(node, tree.Attribute) else "call"
