"""Calls of library classes and functions whose arguments say more than their types: `defaultdict(list)`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from rumpkc.diagnostics import CompileError, fail
from rumpkc.ir import nodes as ir
from rumpkc.source import Span
from rumpkc.syntax import tree
from rumpkc.types import calls, constructors, number_calls
from rumpkc.types.annotations import CONTAINERS, PLAIN, SIMPLE
from rumpkc.types.classes import dict_base
from rumpkc.types.fx import Fx, PartialType, Restart, Rule
from rumpkc.types.names import static_symbol
from rumpkc.types.real import REAL
from rumpkc.types.scopes import dotted
from rumpkc.types.symbols import ClassInfo, FuncInfo, Special
from rumpkc.types.types import (
    BOOL,
    FLOAT,
    INT,
    NONE,
    ClassInst,
    FuncType,
    IntType,
    OptionalType,
    RecursiveUnion,
    TupleType,
    Type,
    UnionType,
    is_object,
)


def rule_for(info: ClassInfo) -> Rule | None:
    """How a class of the library is called, where that is not what its `__init__` says."""
    return RULES.get((info.module.name, info.name))


def _default_dict(fx: Fx, node: tree.Call, want: Type | None) -> ir.Expr:
    """`defaultdict(list)`: the class becomes a function that makes an empty one."""
    from rumpkc.types.conversions import is_empty

    if len(node.args) == 2 and is_empty(node.args[1]):
        node = replace(node, args=node.args[:1])
    goal = want.item if isinstance(want, OptionalType) else want
    if goal is None and len(node.args) == 1 and not node.keywords:
        goal = fx.hints.displays.get(id(node.args[0]))
        if goal is None and (values := _values(fx, node.args[0])) is not None:
            partial = PartialType("defaultdict", id(node.args[0]), node.span, values)
            return ir.Prim(node.span, partial, "unreachable", ())
    if isinstance(goal, ClassInst) and (goal.info.module.name, goal.name) == ("lib.core.dict", "dict"):
        goal = fx.world.inst(_home(fx), goal.args)              # `totals: dict[str, int] = defaultdict(int)`
    items = _first_items(fx, node, goal)
    if items is not None:
        assert isinstance(items.type, ClassInst)
        node = replace(node, args=(node.args[0], calls.Evaluated(node.span, items)), keywords=())
        goal = goal or fx.world.inst(_home(fx), items.type.args)
    if not isinstance(goal, ClassInst) or (goal.info.module.name, goal.info.name) not in RULES:
        raise unknown_default(node.span)
    if not node.args:
        return constructors.construct_call(fx, goal, node.args, node.keywords, node.span)
    first = node.args[0]
    symbol = static_symbol(fx, first) if isinstance(first, (tree.Name, tree.Attribute)) else None
    shown = f"<function {dotted(first) or '<lambda>'}>"
    if isinstance(first, tree.Constant) and first.kind == "none":
        shown = "None"
    elif isinstance(symbol, (ClassInfo, Special)):
        made, shown = _maker(fx, symbol, first, goal.args[1])
        first = calls.Evaluated(node.span, made)
    name = tree.Keyword(node.span, "_shown", tree.Constant(node.span, shown, "str"))
    return constructors.construct_call(fx, goal, (first, *node.args[1:]), (*node.keywords, name), node.span)


def unknown_default(span: Span) -> CompileError:
    """The error of a `defaultdict` of which nothing tells the types."""
    return fail("E0316", "the types of this `defaultdict` do not follow from the call", span,
                help="annotate the variable: `d: defaultdict[str, int] = defaultdict(int)`")


def _first_items(fx: Fx, node: tree.Call, goal: Type | None) -> ir.Expr | None:
    """What `defaultdict(list, pairs, a=[1])` begins with, as a dict; None for nothing, and where no type is told."""
    from rumpkc.types.conversions import CLASS_CALLS

    if len(node.args) < 2 and not (node.args and node.keywords) or any(k.name == "_shown" for k in node.keywords):
        return None
    want = None
    if isinstance(goal, ClassInst) and len(goal.args) == 2:
        want = fx.world.cls("dict", *goal.args)
    call = tree.Call(node.span, tree.Name(node.span, "collections.defaultdict"), node.args[1:], node.keywords)
    made = CLASS_CALLS["dict"](fx, call, want)
    return None if isinstance(made.type, PartialType) else made


def _values(fx: Fx, node: tree.Expr) -> Type | None:
    """What a `defaultdict` of the class `node` holds, as far as that says it."""
    symbol = static_symbol(fx, node) if isinstance(node, (tree.Name, tree.Attribute)) else None
    if isinstance(symbol, ClassInfo):
        return fx.world.inst(symbol) if not symbol.type_params else None
    if not isinstance(symbol, Special):
        return None
    kind = symbol.name.removeprefix("builtins.")
    if kind in ("list", "set", "dict"):
        return PartialType(kind, 0, node.span)
    return SIMPLE.get(symbol.name) or (fx.world.cls("str") if kind == "str" else None)


def settle_default(fx: Fx, partial: PartialType, at: tree.Subscript, value: Type | None) -> ir.Expr:
    """The first `d[key]` tells the keys of a `defaultdict`; what is done with the item, or the `value` that it gets,
    the items of its containers."""
    from rumpkc.types.exprs import expr

    key, values = expr(fx, at.slice).type, partial.values
    if isinstance(values, PartialType):
        values = value or fx.hints.displays.get(id(at)) or replace(values, key=id(at))
    if isinstance(values, PartialType) or values is None:
        return ir.Prim(at.span, values or NONE, "unreachable", ())
    fx.hints.displays[partial.key] = fx.world.inst(_home(fx), (key, values))
    raise Restart


def _home(fx: Fx) -> ClassInfo:
    info = fx.world.module("lib.collections").names["defaultdict"]
    assert isinstance(info, ClassInfo)
    return info


NUMBER_MAKERS = {"builtins.int": "fresh_int", "builtins.float": "fresh_float"}     # of what holds both


def class_maker(fx: Fx, node: tree.Expr, item: Type) -> tuple[ir.FuncAddr, str]:
    """The function that makes an empty object of the class `node`, for a `defaultdict`, and the class as text."""
    symbol = static_symbol(fx, node)
    if not isinstance(symbol, (ClassInfo, Special)):
        raise fail("E0303", f"`{dotted(node)}` is no class that a `defaultdict` can make its values with", node.span)
    return _maker(fx, symbol, node, item)


def _maker(fx: Fx, symbol: ClassInfo | Special, node: tree.Expr, item: Type) -> tuple[ir.FuncAddr, str]:
    name = symbol.name if isinstance(symbol, Special) else ""
    plain = SIMPLE.get(name)
    library = CONTAINERS.get(name) or PLAIN.get(name) or name.partition("builtins.")[2]
    number = NUMBER_MAKERS.get(name) if item == REAL else None
    fits = number is not None or plain == item if plain is not None else isinstance(item, ClassInst) and (
        item.info is symbol or (bool(name) and item.info.module.library and item.name == library))
    if not fits:
        raise fail("E0303", f"this `defaultdict` holds {item}, and `{dotted(node)}` makes something else", node.span)
    maker = fx.world.function_of("lib.collections", number or "fresh")
    inst = fx.world.func(maker, None, () if number else (item,))
    return ir.FuncAddr(node.span, FuncType((), item), inst.ir), f"<class '{_shown(fx, symbol)}'>"


def _shown(fx: Fx, symbol: ClassInfo | Special) -> str:
    """A class as `repr` shows it."""
    from rumpkc.types.class_values import full_name

    if isinstance(symbol, Special):
        return symbol.name.partition("builtins.")[2] or symbol.name
    return full_name(fx.world, symbol)


def _null_context(fx: Fx, node: tree.Call, want: Type | None) -> ir.Expr:
    """`nullcontext()` enters as None."""
    info = fx.world.module("lib.contextlib").names["nullcontext"]
    assert isinstance(info, ClassInfo)
    if node.args or node.keywords:
        return constructors.construct_generic(fx, info, node, want)
    none = tree.Constant(node.span, None, "none")
    return constructors.construct_call(fx, fx.world.inst(info, (NONE,)), (none,), (), node.span)


def _redirection(name: str) -> Rule:
    """`redirect_stdout(sys.stderr)`: a channel of the system is no object, so one that writes to it takes its place."""
    def rule(fx: Fx, node: tree.Call, want: Type | None) -> ir.Expr:
        info = fx.world.module("lib.contextlib").names[name]
        channel = fx.world.module("lib.redirection").names["Channel"]
        assert isinstance(info, ClassInfo) and isinstance(channel, ClassInfo)
        arg = node.args[0] if len(node.args) == 1 and not node.keywords else None
        symbol = static_symbol(fx, arg) if isinstance(arg, (tree.Name, tree.Attribute)) else None
        if isinstance(symbol, Special) and symbol.name in ("sys.stdout", "sys.stderr"):
            errors = tree.Constant(node.span, symbol.name == "sys.stderr", "bool")
            made = constructors.construct_call(fx, fx.world.inst(channel), (errors,), (), node.span)
            node = tree.Call(node.span, node.func, (calls.Evaluated(node.span, made),), ())
        return constructors.construct_generic(fx, info, node, want)

    return rule


def _input(fx: Fx, node: tree.Call, want: Type | None) -> ir.Expr:
    """`input(prompt)`: the prompt goes where `print` goes."""
    redirected = fx.world.output("print_write") is not fx.world.library("text", "print_write")
    home = "lib.redirection" if redirected and not fx.module.library else "lib.core.functions"
    info = fx.world.function_of(home, "input")
    return calls.call_function(fx, info, None, node.args, node.keywords, node.span, want)


def _named_dict(home: str, name: str) -> Rule:
    """`Counter(a=1)`, `OrderedDict(pairs, a=1)`: what has a name is put in last; an OrderedDict of a dict copies it."""
    def rule(fx: Fx, node: tree.Call, want: Type | None) -> ir.Expr:
        from rumpkc.types import keyword_dicts
        from rumpkc.types.overloads import named_items

        info = fx.world.module(home).names[name]
        assert isinstance(info, ClassInfo)
        if len(node.args) > 1:
            return constructors.construct_generic(fx, info, node, want)
        parts = list(node.args)
        if node.keywords:
            if all(k.name is not None for k in node.keywords):
                return filled(fx, info, [*parts, named_items(node)], want, node)
            shown = f"collections.{name}"
            parts.append(calls.Evaluated(node.span, keyword_dicts.of(fx, node.keywords, shown, None, node.span)))
        if not parts:
            return constructors.construct_generic(fx, info, node, want)
        return filled(fx, info, parts, want, node)

    return rule


def filled(fx: Fx, info: ClassInfo, parts: list[tree.Expr], want: Type | None, node: tree.Call) -> ir.Expr:
    """A dict of class `info`, made of the first part, into which the others are put."""
    from rumpkc.types.callees import value_method
    from rumpkc.types.exprs import expr

    goal = want if isinstance(want, ClassInst) and want.info is info else None
    first = parts[0]
    if goal is None or isinstance(first, (tree.Name, tree.Attribute, tree.Call, tree.Subscript)):
        first = first if isinstance(first, tree.Starred) else calls.Evaluated(first.span, expr(fx, first))
    base = dict_base(first.value.type) if isinstance(first, calls.Evaluated) else None
    if info.name == "OrderedDict" and (base is not None or goal is not None and isinstance(first, tree.Dict)):
        cls = goal if base is None else fx.world.inst(info, base.args)
        assert cls is not None
        made = constructors.construct_call(fx, goal or cls, (), (), node.span)
        parts = [first, *parts[1:]]
    elif goal is not None and isinstance(first, tree.Dict) and not first.keys:
        made = constructors.construct_call(fx, goal, (), (), node.span)
        parts = parts[1:]
    else:
        made = constructors.construct_generic(fx, info, tree.Call(node.span, node.func, (first,), ()), want)
        parts = parts[1:]
    save, got = fx.save(made)
    more = [ir.Eval(node.span, value_method(fx, got, "update", tree.Call(node.span, node.func, (part,), ()), None))
            for part in parts]
    return ir.Seq(node.span, made.type, (save, *more), got) if more else made


def _struct_time(fx: Fx, node: tree.Call, want: Type | None) -> ir.Expr:
    """`time.struct_time((y, m, d, …))` takes one tuple, as CPython's does; the library itself passes the parts."""
    from rumpkc.types.exprs import expr

    info = fx.world.module("lib.strftime").names["struct_time"]
    assert isinstance(info, ClassInfo)
    cls = fx.world.inst(info)
    if fx.module.library:
        return constructors.construct_call(fx, cls, node.args, node.keywords, node.span)
    value = expr(fx, node.args[0]) if len(node.args) == 1 and not node.keywords else None
    if value is None or not isinstance(value.type, TupleType) or len(value.type.items) != 9:
        raise fail("E0310", "`struct_time` takes one tuple of nine numbers", node.span)
    save, got = fx.save(value)
    parts: list[ir.Expr] = [ir.TupleGet(node.span, t, got, i) for i, t in enumerate(value.type.items)]
    made = constructors.construct_call(fx, cls, calls.evaluated(parts), (), node.span)
    return ir.Seq(node.span, cls, (save,), made)


def function_rule(info: FuncInfo) -> Rule | None:
    """How a function of the library is called, where that is not what its signature says."""
    from rumpkc.types import struct_calls

    return struct_calls.rule_for(info) or FUNCTIONS.get((info.module.name, info.name))


def _open(fx: Fx, node: tree.Call, want: Type | None) -> ir.Expr:
    from rumpkc.types.open_calls import open_call

    return open_call(fx, node, want)


def _partial(fx: Fx, node: tree.Call, want: Type | None) -> ir.Expr:
    from rumpkc.types.partial_calls import partial_call

    return partial_call(fx, node, want)


def _suppress(fx: Fx, node: tree.Call, want: Type | None) -> ir.Expr:
    """`suppress(A, B)`: a test whether an exception is one of them takes the classes' place."""
    for arg in node.args:
        symbol = static_symbol(fx, arg) if isinstance(arg, (tree.Name, tree.Attribute)) else None
        if not isinstance(symbol, ClassInfo) or node.keywords:
            raise fail("E0414", "`suppress` takes classes of exceptions by name", arg.span)
    span = node.span
    error = tree.Arg(span, "error@", None, None)
    test = tree.Call(span, tree.Name(span, "isinstance"), (tree.Name(span, "error@"), tree.Tuple(span, node.args)), ())
    body = test if node.args else tree.Constant(span, False, "bool")
    made = tree.Lambda(span, tree.Arguments(span, (), (error,), None, (), None), body)
    info = fx.world.module("lib.contextlib").names["suppress"]
    assert isinstance(info, ClassInfo)
    return constructors.construct_call(fx, fx.world.inst(info), (made,), (), span)


def _spawn(fx: Fx, node: tree.Call, want: Type | None) -> ir.Expr:
    from rumpkc.types.workers import spawn_call

    return spawn_call(fx, node, want)


def _step(kind: str) -> Rule:
    def rule(fx: Fx, node: tree.Call, want: Type | None) -> ir.Expr:
        from rumpkc.types.as_dict import step

        return step(kind)(fx, node, want)

    return rule


def _write_json(name: str) -> Rule:
    """`write(out, x, style, level)` and its kin of lib/json_write.py: where x may be one of several dicts, for each."""
    def rule(fx: Fx, node: tree.Call, want: Type | None) -> ir.Expr:
        from rumpkc.types.exprs import expr

        info = fx.world.function_of("lib.json_write", name)
        stmts: list[ir.Stmt] = []
        values: list[ir.Expr] = []
        for arg in node.args:
            save, got = fx.save(expr(fx, arg))
            stmts.append(save)
            values.append(got)

        def write(value: ir.Expr) -> ir.Stmt:
            given = calls.evaluated([values[0], value, *values[2:]])
            return ir.Eval(node.span, calls.call_function(fx, info, None, given, (), node.span))

        out = _each_member(values[1], write, node.span) or (write(values[1]),)
        return ir.Seq(node.span, NONE, (*stmts, *out), ir.Const(node.span, NONE, None))

    return rule


def _each_member(value: ir.Expr, write: Callable[[ir.Expr], ir.Stmt], span: Span) -> tuple[ir.Stmt, ...]:
    """`write` for the member that a union holds; nothing where no two of its members are of one kind."""
    t = value.type
    members = t.members if isinstance(t, UnionType) and not isinstance(t, RecursiveUnion) else ()
    kinds = [m.info.name if isinstance(m, ClassInst) else type(m).__name__ for m in members if m is not NONE]
    out: tuple[ir.Stmt, ...] = ()
    if len(set(kinds)) == len(kinds):
        return out
    for member in reversed(members):
        one = ir.Const(span, NONE, None) if member is NONE else ir.Convert(span, member, value)
        test: ir.Expr = ir.IsInstance(span, BOOL, value, member)
        test = ir.IsNone(span, BOOL, value) if member is NONE else test
        out = (ir.If(span, test, (write(one),), out),)
    return out


def _product(fx: Fx, node: tree.Call, want: Type | None) -> ir.Expr:
    """`product` of two or three iterables, each with items of a type of its own. A class of an enumeration is one."""
    args: list[tree.Expr] = []
    for arg in node.args:
        symbol = static_symbol(fx, arg) if isinstance(arg, (tree.Name, tree.Attribute)) else None
        members = isinstance(symbol, ClassInfo) and symbol.kind == "enum"
        args.append(tree.Call(arg.span, tree.Name(arg.span, "list"), (arg,), ()) if members else arg)
    plain = not node.keywords and not any(isinstance(arg, tree.Starred) or isinstance(arg, tree.List) and not arg.elts
                                          for arg in args)
    name = {2: "_product2", 3: "_product3"}.get(len(args), "product") if plain else "product"
    info = fx.world.function_of("lib.itertools", name)
    return calls.call_function(fx, info, None, tuple(args), node.keywords, node.span, want)


def _zip_longest(fx: Fx, node: tree.Call, want: Type | None) -> ir.Expr:
    """Of two or three iterables, each with a type of its own; of more, or of `*xs`, with one type."""
    if any(k.name != "fillvalue" for k in node.keywords):
        raise fail("E0311", "`zip_longest` takes iterables and a `fillvalue`", node.span)
    stars = any(isinstance(arg, tree.Starred) for arg in node.args)
    fill = node.keywords[0].value if node.keywords else tree.Constant(node.span, None, "none")
    if not stars and len(node.args) in (2, 3):
        info = fx.world.function_of("lib.itertools", "_zip_longest_filled" if len(node.args) == 2 else "_zip_longest3")
        return calls.call_function(fx, info, None, (*node.args, fill), (), node.span, want)
    pools = tuple(
        tree.Starred(arg.span, _iterators(arg.value)) if isinstance(arg, tree.Starred)
        else tree.Call(arg.span, tree.Name(arg.span, "iter"), (arg,), ()) for arg in node.args)
    info = fx.world.function_of("lib.itertools", "_zip_longest_many")
    return calls.call_function(fx, info, None, (tree.List(node.span, pools), fill), (), node.span, want)


def _iterators(node: tree.Expr) -> tree.Expr:
    """`[iter(x) for x in node]`."""
    item = tree.Name(node.span, ".x")
    made = tree.Call(node.span, tree.Name(node.span, "iter"), (item,), ())
    return tree.ListComp(node.span, made, (tree.Comprehension(node.span, item, node, (), False),))


def _starmap(fx: Fx, node: tree.Call, want: Type | None) -> ir.Expr:
    """`starmap(f, rows)`: how many arguments f takes follows from the rows."""
    from rumpkc.types import loops
    from rumpkc.types.exprs import expr

    name, args = "starmap", node.args
    if len(args) == 2 and isinstance(args[1], (tree.Name, tree.Attribute, tree.List, tree.Tuple, tree.ListComp)):
        rows = expr(fx, args[1])
        item = loops.item_type(fx, rows, args[1].span)
        args = (args[0], calls.Evaluated(args[1].span, rows))
        if isinstance(item, TupleType):
            name = {1: "_starmap1", 3: "_starmap3"}.get(len(item.items), name)
    info = fx.world.function_of("lib.itertools", name)
    return calls.call_function(fx, info, None, args, node.keywords, node.span, want)


def _tee(fx: Fx, node: tree.Call, want: Type | None) -> ir.Expr:
    """`tee(xs, 3)`: a tuple of three; `tee(xs, n)`: one of any length."""
    count = node.args[1] if len(node.args) == 2 else None
    if count is None or node.keywords:
        return calls.call_function(fx, fx.world.function_of("lib.itertools", "tee"), None, node.args, node.keywords,
                                   node.span, want)
    known = isinstance(count, tree.Constant) and count.kind == "int"
    several = fx.world.function_of("lib.itertools", "_tees" if known else "_tees_row")
    made = calls.call_function(fx, several, None, node.args, (), node.span)
    if not isinstance(count, tree.Constant) or not known:
        return made
    save, got = fx.save(made)
    parts: list[ir.Expr] = []
    for index in range(int(str(count.value))):
        at = ir.Const(node.span, INT, index)
        parts.append(calls.call_method(fx, got, "__getitem__", [at], node.span))
    whole = TupleType(tuple(part.type for part in parts))
    return ir.Seq(node.span, whole, (save,), ir.Aggregate(node.span, whole, tuple(parts)))


def _accumulate(fx: Fx, node: tree.Call, want: Type | None) -> ir.Expr:
    """`accumulate(xs, f, initial=x)`, where the results may be of another type than the items."""
    from rumpkc.types import loops
    from rumpkc.types.exprs import expr

    plain = fx.world.function_of("lib.itertools", "accumulate")
    named = {k.name: k.value for k in node.keywords}
    func, initial = node.args[1] if len(node.args) == 2 else named.get("func"), named.get("initial")
    known = isinstance(func, (tree.Lambda, tree.Name, tree.Attribute))
    if initial is None or not known or not node.args or isinstance(node.args[0], tree.Starred):
        return calls.call_function(fx, plain, None, node.args, node.keywords, node.span, want)
    assert func is not None
    save, source = fx.save(expr(fx, node.args[0]))
    keep, start = fx.save(expr(fx, initial))
    item, at = loops.item_type(fx, source, node.args[0].span), calls.Evaluated(node.args[0].span, source)
    first = calls.Evaluated(initial.span, start)
    other = not isinstance(start.type, (OptionalType, PartialType)) and start.type is not NONE and start.type != item
    if other and not {item, start.type} <= {INT, FLOAT, BOOL, REAL}:
        info = fx.world.function_of("lib.itertools", "_accumulate_from")
        out = calls.call_function(fx, info, None, (at, first, func), (), node.span, want)
    else:
        keywords = tuple(replace(k, value=first) if k.name == "initial" else k for k in node.keywords)
        out = calls.call_function(fx, plain, None, (at, *node.args[1:]), keywords, node.span, want)
    return ir.Seq(node.span, out.type, (save, keep), out)


def _cmp_to_key(fx: Fx, node: tree.Call, want: Type | None) -> ir.Expr:
    """`sorted(xs, key=cmp_to_key(lambda a, b: …))`: the items tell the lambda's types."""
    from rumpkc.types.lambdas import lambda_value

    args = node.args
    if len(args) == 1 and isinstance(args[0], tree.Lambda) and isinstance(want, FuncType) and len(want.params) == 1:
        value = lambda_value(fx, args[0], FuncType((want.params[0], want.params[0]), INT))
        args = (calls.Evaluated(args[0].span, value),)
    info = fx.world.function_of("lib.functools", "cmp_to_key")
    return calls.call_function(fx, info, None, args, node.keywords, node.span)


def _count(fx: Fx, node: tree.Call, want: Type | None) -> ir.Expr:
    """`itertools.count(start, step)`: of ints, of floats, or of both kinds."""
    from rumpkc.types.exprs import expr

    values = [a if isinstance(a, tree.Starred) else calls.Evaluated(a.span, expr(fx, a)) for a in node.args]
    named = [replace(k, value=calls.Evaluated(k.value.span, expr(fx, k.value))) for k in node.keywords]
    kinds = {v.value.type for v in (*values, *(k.value for k in named)) if isinstance(v, calls.Evaluated)}
    firsts = (*values[:1], *(k.value for k in named if k.name == "start"))
    starts = [v.value.type for v in firsts if isinstance(v, calls.Evaluated)]
    name = "count"
    if FLOAT in kinds or REAL in kinds:
        name = "_count_float" if starts == [FLOAT] and REAL not in kinds and INT not in kinds else "_count_numbers"
    info = fx.world.function_of("lib.itertools", name)
    return calls.call_function(fx, info, None, tuple(values), tuple(named), node.span, want)


def _product_of_numbers(fx: Fx, node: tree.Call, want: Type | None) -> ir.Expr:
    """`math.prod(xs, start=…)`: of floats where xs has some or the start is one; of no floats it is the int 1."""
    from rumpkc.types import loops
    from rumpkc.types.exprs import expr

    if len(node.args) != 1 or any(k.name != "start" for k in node.keywords):
        raise fail("E0310", "`prod` takes one iterable, and a `start`", node.span)
    arg = node.args[0]
    listed = tree.ListComp(arg.span, arg.elt, arg.generators) if isinstance(arg, tree.GeneratorExp) else arg
    value = expr(fx, listed)
    start = expr(fx, node.keywords[0].value) if node.keywords else None
    item = loops.item_type(fx, value, arg.span)
    kinds = set(item.members if isinstance(item, UnionType) else (item,))
    if not all(isinstance(k, IntType) or k in (BOOL, FLOAT) for k in kinds):
        if not isinstance(item, ClassInst):
            raise fail("E0303", f"`prod` takes numbers, not {item}", arg.span)
        return number_calls.product_of_objects(fx, value, start, node)
    some = isinstance(listed, tree.List) and bool(listed.elts)
    name = "prod"
    if start is not None and start.type is FLOAT or start is None and kinds == {FLOAT} and some:
        name = "prod_floats"
    elif FLOAT in kinds or start is not None and start.type == REAL:
        name = "prod_numbers"
    named = () if start is None else (tree.Keyword(node.span, "start", calls.Evaluated(node.span, start)),)
    info = fx.world.function_of("lib.math_integers", name)
    return calls.call_function(fx, info, None, calls.evaluated([value]), named, node.span, want)


def _ordered_keys(fx: Fx, node: tree.Call, want: Type | None) -> ir.Expr:
    """`_ordered(keys)` of lib/json_write.py, of one type that has an order or of any."""
    from rumpkc.types.exprs import expr

    keys = expr(fx, node.args[0])
    item = keys.type.args[0] if isinstance(keys.type, ClassInst) else NONE
    plain = not isinstance(item, (OptionalType, UnionType)) and not is_object(item) and item is not NONE
    info = fx.world.function_of("lib.json_write", "_ordered" if plain else "_ordered_any")
    return calls.call_function(fx, info, None, calls.evaluated([keys]), (), node.span, want)


HOOKS = frozenset("object_hook parse_float parse_int parse_constant object_pairs_hook".split())


def _with_keyword(home: str, name: str, other_home: str, other: str, keywords: frozenset[str]) -> Rule:
    """`name` of a module; the function `other` where one of the keywords is given, and not as None."""
    def rule(fx: Fx, node: tree.Call, want: Type | None) -> ir.Expr:
        none = [k for k in node.keywords if k.name in keywords and isinstance(k.value, tree.Constant)
                and k.value.kind == "none"]
        rest = tuple(k for k in node.keywords if k not in none)
        given = any(k.name in keywords for k in rest)
        info = fx.world.function_of(other_home, other) if given else fx.world.function_of(home, name)
        return calls.call_function(fx, info, None, node.args, rest, node.span, want)

    return rule


def _loads_of(fx: Fx, node: tree.Call, want: Type | None) -> ir.Expr:
    """`json.load(fp, …)` with hooks: `loads` of what `fp.read()` gives."""
    if len(node.args) != 1 or not any(k.name in HOOKS for k in node.keywords):
        info = fx.world.function_of("lib.json", "load")
        return calls.call_function(fx, info, None, node.args, node.keywords, node.span, want)
    text = tree.Call(node.span, tree.Attribute(node.span, node.args[0], "read", node.span), (), ())
    return FUNCTIONS["lib.json", "loads"](fx, tree.Call(node.span, node.func, (text,), node.keywords), want)


def _by_encoder(name: str) -> Rule:
    """`json.dumps(x, cls=E, indent=2)`: `E(indent=2).encode(x)`; `json.dump` writes that."""
    plain = _with_keyword("lib.json", name, "lib.json", f"_{name}_default", frozenset({"default"}))

    def rule(fx: Fx, node: tree.Call, want: Type | None) -> ir.Expr:
        from rumpkc.types.exprs import expr

        given = [k for k in node.keywords if k.name == "cls"]
        rest = tuple(k for k in node.keywords if k.name != "cls")
        if not given or isinstance(given[0].value, tree.Constant) and given[0].value.kind == "none":
            return plain(fx, replace(node, keywords=rest), want)
        if len(node.args) != (1 if name == "dumps" else 2):
            raise fail("E0310", f"`{name}` with `cls` takes its value" + (", a file" if name == "dump" else "")
                       + " and keywords", node.span)
        span = node.span
        values = [expr(fx, node.args[0], fx.world.cls("object")), *(expr(fx, a) for a in node.args[1:])]
        stmts, kept = fx.save_all(values)
        encoder = tree.Call(span, given[0].value, (), rest)
        text = tree.Call(span, tree.Attribute(span, encoder, "encode", span), (calls.Evaluated(span, kept[0]),), ())
        if name == "dump":
            text = tree.Call(span, tree.Attribute(span, calls.Evaluated(span, kept[1]), "write", span), (text,), ())
            stmts.append(ir.Eval(span, expr(fx, text)))
            return ir.Seq(span, NONE, tuple(stmts), ir.Const(span, NONE, None))
        out = expr(fx, text)
        return ir.Seq(span, out.type, tuple(stmts), out)

    return rule


def _copies(name: str) -> Rule:
    def rule(fx: Fx, node: tree.Call, want: Type | None) -> ir.Expr:
        from rumpkc.types import copies

        made: ir.Expr = getattr(copies, name)(fx, node, want)
        return made

    return rule


FUNCTIONS: dict[tuple[str, str], Rule] = {
    ("lib.core.functions", "input"): _input,
    ("lib.files", "open"): _open, ("lib.functools", "partial"): _partial, ("lib.functools", "cmp_to_key"): _cmp_to_key,
    ("lib.copy", "copy"): _copies("shallow_call"), ("lib.copy", "deepcopy"): _copies("deep_call"),
    ("lib.copy", "_route"): _copies("route_call"), ("lib.copy", "_level"): _copies("level_call"),
    ("lib.copy", "_as_dict"): _step("dict"), ("lib.copy", "_as_tuple"): _step("tuple"),
    ("lib.hive", "spawn"): _spawn,
    ("lib.itertools", "product"): _product, ("lib.itertools", "zip_longest"): _zip_longest,
    ("lib.itertools", "tee"): _tee, ("lib.itertools", "starmap"): _starmap,
    ("lib.itertools", "count"): _count, ("lib.itertools", "accumulate"): _accumulate,
    ("lib.math_integers", "prod"): _product_of_numbers,
    **{("lib.math_parts", name): number_calls.whole_number(name) for name in number_calls.WHOLE},
    **{("lib.statistics", name): number_calls.average(name) for name in ("mean", "median", "variance", "pvariance")},
    **{("lib.statistics", name): number_calls.of_numbers(name) for name in ("stdev", "pstdev")},
    ("lib.json_write", "write"): _write_json("write"), ("lib.json_write", "_write_list"): _write_json("_write_list"),
    ("lib.json_write", "_write_dict"): _write_json("_write_dict"), ("lib.json_write", "_ordered"): _ordered_keys,
    ("lib.json", "load"): _loads_of,
    ("lib.json", "loads"): _with_keyword("lib.json", "loads", "lib.json_hooks", "loads_hooked", HOOKS),
    ("lib.json", "dumps"): _by_encoder("dumps"), ("lib.json", "dump"): _by_encoder("dump"),
}
RULES: dict[tuple[str, str], Rule] = {
    ("lib.collections", "defaultdict"): _default_dict, ("lib.contextlib", "suppress"): _suppress,
    ("lib.contextlib", "redirect_stdout"): _redirection("redirect_stdout"),
    ("lib.contextlib", "redirect_stderr"): _redirection("redirect_stderr"),
    ("lib.counter", "Counter"): _named_dict("lib.counter", "Counter"),
    ("lib.collections", "OrderedDict"): _named_dict("lib.collections", "OrderedDict"),
    ("lib.strftime", "struct_time"): _struct_time, ("lib.contextlib", "nullcontext"): _null_context,
}
