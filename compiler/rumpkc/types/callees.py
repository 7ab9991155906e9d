"""What is called: a function, a class, a method of a value, `super()`, or something the compiler does itself."""

from __future__ import annotations

from dataclasses import replace

from rumpkc.diagnostics import CompileError, did_you_mean, fail
from rumpkc.ir import nodes as ir
from rumpkc.syntax import tree
from rumpkc.types import (
    any_keys,
    any_values,
    arrays,
    atomics,
    calls,
    class_decorators,
    class_values,
    closures,
    constructors,
    container_classes,
    decorations,
    doubts,
    enums,
    genexps,
    lambdas,
    signature,
    library_calls,
    mixins,
    named_functions,
    names,
    object_new,
    open_calls,
    open_unions,
    operators,
    optional_keys,
    records,
    selves,
    set_stars,
    stars,
    systems,
    text,
    tuple_operators,
    typed_dicts,
    wrapped,
)
from rumpkc.types.annotations import Annotations
from rumpkc.types.classes import class_env, dict_base, fields_of, find_member, find_method, never_changed
from rumpkc.types.conditions import narrow_key
from rumpkc.types.convert import coerce, join, settle_item
from rumpkc.types.enums import is_int_enum, is_str_enum
from rumpkc.types.fx import Fx, PartialType
from rumpkc.types.overloads import from_keys, overloaded
from rumpkc.types.scopes import dotted
from rumpkc.types.symbols import ClassInfo, FuncInfo, NewTypeInfo, Special, Symbol, VarInfo
from rumpkc.types.types import (
    BOOL,
    F32,
    FLOAT,
    INT,
    NEVER,
    NONE,
    ArrayType,
    ClassInst,
    FormsType,
    FuncType,
    IntType,
    TupleType,
    Type,
    UnionType,
)


def call(fx: Fx, node: tree.Call, want: Type | None) -> ir.Expr:
    """Check a call."""
    func = node.func
    flat = genexps.flattened(fx, node)
    if flat is not None:
        return genexps.value(fx, flat, want, "chain")
    either = optional_keys.chosen(fx, node)
    if either is not None:
        from rumpkc.types.exprs import expr

        return expr(fx, either, want)
    if any(isinstance(arg, (tree.Call, tree.GeneratorExp)) for arg in node.args):
        node = _with_generators(fx, node)
    if isinstance(func, tree.Attribute):
        if func.attr == object_new.NAME:
            return object_new.call(fx, func, node, want)
        made = _before_its_object(fx, func, node, want)
        if made is not None:
            return made
    open_calls.no_lost_writers(fx, node)
    if isinstance(func, tree.Subscript):
        made = _subscripted(fx, func, node, want)
        if made is not None:
            return made
    symbol = func.info if isinstance(func, calls.Known) else names.static_symbol(fx, func)
    if symbol is not None and not isinstance(symbol, VarInfo):
        return _static(fx, symbol, node, want)
    if any(isinstance(a, tree.Starred) for a in node.args):
        node = replace(node, args=stars.spread(fx, node.args))
    if isinstance(symbol, VarInfo) and symbol.decorated is not None:
        return decorations.call_variable(fx, symbol, node)
    if isinstance(func, tree.Attribute):
        head = names.static_symbol(fx, func.value)
        if isinstance(head, (ClassInfo, names.TypeSymbol)):
            made = _class_member(fx, head, func, node, want)
            if made is not None:
                return made
        if isinstance(head, Special):
            from rumpkc.types import specials

            return specials.member_call(fx, head, func, node, want)
        return _method(fx, func, node, want)
    if isinstance(func, tree.Name) and fx.lookup(func.id) is None and symbol is None and func.id not in fx.assigned:
        raise _not_defined(fx, func)
    from rumpkc.types.conditions import is_type_call
    from rumpkc.types.exprs import expr

    if isinstance(func, tree.Call) and is_type_call(func) and fx.lookup("type") is None and not func.keywords:
        from rumpkc.types import late

        return late.new_of_class(fx, expr(fx, func.args[0]), node)
    var = fx.lookup(func.id) if isinstance(func, tree.Name) else None
    if var is not None and var.decorated is not None:
        return decorations.call_nested(fx, var, node)
    if var is not None and var.nested is not None:
        return closures.call_nested(fx, var, node)
    if var is not None and var.called is not None:
        return named_functions.call(fx, var, node)
    if isinstance(func, tree.Lambda) and not node.keywords:
        return lambdas.call(fx, func, node)
    return calls.call_value(fx, expr(fx, func), node)


def _before_its_object(fx: Fx, func: tree.Attribute, node: tree.Call, want: Type | None) -> ir.Expr | None:
    """A call of an attribute that is known before the object is looked at: `super().f()`, a register, `open(p).read()`,
    what a function has beside it."""
    base = func.value
    if isinstance(base, tree.Call) and isinstance(base.func, tree.Name) and base.func.id == "super":
        return _super_call(fx, func, replace(node, args=stars.spread(fx, node.args)), want)
    register = systems.register_call(fx, func, node)
    if register is not None:
        return register
    opened = open_calls.at_once(fx, node, want)
    if opened is not None:
        return opened
    beside = _function_attribute(fx, func)
    return None if beside is None else call(fx, replace(node, func=beside), want)


def _not_defined(fx: Fx, func: tree.Name) -> CompileError:
    near = [*fx.vars, *fx.module.names, "print", "len", "range", "str", "int", "sorted", "isinstance", "enumerate"]
    return fail("E0201", f"`{func.id}` is not defined", func.span, help=did_you_mean(func.id, near))


def _function_attribute(fx: Fx, func: tree.Attribute) -> tree.Expr | None:
    """`f.cache_info`, where `f` is a cached function: the function that stands beside it (`wrapped.py`)."""
    of = func.value
    if func.attr not in wrapped.ATTRIBUTES:
        return None
    if isinstance(of, tree.Name):
        local = wrapped.attribute(of.id, func.attr)
        if fx.lookup(local) is not None:
            return tree.Name(func.span, local)
    symbol = names.static_symbol(fx, of) if isinstance(of, (tree.Name, tree.Attribute)) else None
    if isinstance(symbol, FuncInfo) and symbol.owner is None:
        found = symbol.module.names.get(wrapped.attribute(symbol.name, func.attr))
        return calls.Known(func.span, found) if isinstance(found, FuncInfo) else None
    if not isinstance(of, tree.Attribute):
        return None
    name = wrapped.attribute(of.attr, func.attr)
    head = names.static_symbol(fx, of.value) if isinstance(of.value, (tree.Name, tree.Attribute)) else None
    if isinstance(head, ClassInfo):
        return tree.Attribute(func.span, of.value, name, func.attr_span) if head.member(name) else None
    if not any(name in info.members for module in fx.world.modules.values() for info in module.names.values()
               if isinstance(info, ClassInfo)):
        return None
    return tree.Attribute(func.span, of.value, name, func.attr_span)


def _with_generators(fx: Fx, node: tree.Call) -> tree.Call:
    """A call whose arguments are generator expressions where they are written so in other words."""
    args = tuple(genexps.flattened(fx, arg) or arg for arg in node.args)
    if any(isinstance(arg, tree.GeneratorExp) and genexps.may_stop(fx, arg) for arg in args):
        args = tuple(genexps.as_object(arg) for arg in args)
    return node if args == node.args else replace(node, args=args)


def _static(fx: Fx, symbol: object, node: tree.Call, want: Type | None) -> ir.Expr:
    from rumpkc.types.conversions import convert_to
    from rumpkc.types.specials import call as call_special

    if any(isinstance(a, tree.Starred) for a in node.args) and not isinstance(symbol, Special):
        node = replace(node, args=stars.spread(fx, node.args))
    match symbol:
        case FuncInfo() if (rule := library_calls.function_rule(symbol)) is not None:
            return rule(fx, node, want)
        case FuncInfo():
            chosen, keywords = _form(symbol, node)
            return calls.call_function(fx, chosen, None, node.args, keywords, node.span, want)
        case ClassInfo():
            return _class_call(fx, symbol, node, want)
        case NewTypeInfo() if len(node.args) == 1 and not node.keywords:
            from rumpkc.types.exprs import typed

            made = Annotations(fx.world, symbol.module, {}).type_of(symbol.value)
            return typed(fx, node.args[0], made, f"`{dotted(node.func)}`")
        case names.TypeSymbol():
            if (error := class_values.abstract_error(fx, symbol.type, node)) is not None:
                return error
            return convert_to(fx, symbol.type, node, want)
        case Special():
            return call_special(fx, symbol, node, want)
    raise fail("E0330", f"`{dotted(node.func)}` cannot be called", node.func.span)


OPTIONAL = ("key", "initial")       # arguments that make another function of it


def _form(info: FuncInfo, node: tree.Call) -> tuple[FuncInfo, tuple[tree.Keyword, ...]]:
    """A library function `f` may have a second form `_f_key` for calls that pass `key`, which is another function's
    work; `key=None` is the first."""
    for name in OPTIONAL if info.module.library else ():
        form = info.module.names.get(f"_{info.name}_{name}")
        if isinstance(form, FuncInfo):
            place = next((i for i, a in enumerate(form.node.args.args) if a.name == name), len(node.args))
            given = [k.value for k in node.keywords if k.name == name] + list(node.args[place:place + 1])
            none = name == "key" and all(isinstance(v, tree.Constant) and v.kind == "none" for v in given)
            if given and not none:
                return form, node.keywords
            return info, tuple(k for k in node.keywords if k.name != name)
    return info, node.keywords


def _class_call(fx: Fx, info: ClassInfo, node: tree.Call, want: Type | None) -> ir.Expr:
    from rumpkc.types import conversions

    if info.shown_name in conversions.CLASS_CALLS and info.module.name.startswith("lib.core."):
        return conversions.CLASS_CALLS[info.shown_name](fx, node, want)
    rule = library_calls.rule_for(info) if info.module.library else None
    if rule is not None:
        return rule(fx, node, want)
    if info.type_params:
        return constructors.construct_generic(fx, info, node, want)
    return constructors.construct_call(fx, fx.world.inst(info), node.args, node.keywords, node.span)


def _subscripted(fx: Fx, func: tree.Subscript, node: tree.Call, want: Type | None) -> ir.Expr | None:
    """`Stack[int](…)`, `Array[u8, 16]()`, `Ptr[u8](p)`."""
    from rumpkc.types import conversions

    symbol = names.static_symbol(fx, func.value)
    if not isinstance(symbol, (ClassInfo, Special)) or (isinstance(symbol, ClassInfo) and symbol.kind == "enum"):
        return None
    if isinstance(symbol, Special) and symbol.name in ("rumpk.csr", "rumpk.sysreg"):
        return None
    target = Annotations(fx.world, fx.module, fx.env).type_of(func)
    return conversions.convert_to(fx, target, replace(node, args=stars.spread(fx, node.args)), want)


def _in_bases(fx: Fx, func: tree.Attribute) -> tuple[ClassInst, Symbol] | None:
    """What `super().name` finds."""
    owner = fx.inst.info.owner if fx.inst else None
    if owner is None or fx.owner is None:
        raise fail("E0333", "`super()` is only for methods", func.span)
    if owner.kind == "namedtuple":
        raise fail("E0333", "CPython makes no named tuple whose methods use `super()`", func.span,
                   help="put the method into a class below the named tuple")
    from rumpkc.types.classes import base_inst

    here = base_inst(fx.owner, owner)
    return find_member(here.base, func.attr) if here.base else None


def _self_as(fx: Fx, home: ClassInst, func: tree.Attribute) -> ir.Expr:
    me = fx.lookup(next(iter(fx.vars)))
    assert me is not None
    value: ir.Expr = ir.LocalGet(func.span, me.local.type, me.local)
    return value if value.type == home else ir.Convert(func.span, home, value)


def super_property(fx: Fx, func: tree.Attribute) -> ir.Expr:
    """`super().p`: the base's property, or its class variable."""
    found = _in_bases(fx, func)
    if found is not None and isinstance(found[1], VarInfo):
        return names.class_variable(fx, found[0], found[1], func.span)
    if found is None or not isinstance(found[1], FuncInfo) or found[1].kind != "getter":
        raise fail("E0320", f"no base has a property or class variable `{func.attr}`", func.attr_span)
    me = calls.evaluated([_self_as(fx, found[0], func)])
    return calls.call_function(fx, found[1], found[0], me, (), func.span)


def _object_init(fx: Fx, node: tree.Call) -> ir.Expr:
    """`super().__init__(**options)` in a class without other bases: `object` takes no options."""
    from rumpkc.types.convert import truth
    from rumpkc.types.exprs import expr
    from rumpkc.types.tries import raise_new

    words = "object.__init__() takes exactly one argument (the instance to initialize)"
    stmts: list[ir.Stmt] = []
    for keyword in node.keywords:
        error = raise_new(fx, "TypeError", [ir.StrConst(node.span, fx.world.cls("str"), words)], NEVER, node.span)
        stmts.append(ir.If(node.span, truth(fx, expr(fx, keyword.value)), (ir.Eval(node.span, error),)))
    none = ir.Const(node.span, NONE, None)
    return ir.Seq(node.span, NONE, tuple(stmts), none) if stmts else none


def _super_call(fx: Fx, func: tree.Attribute, node: tree.Call, want: Type | None) -> ir.Expr:
    """`super().m(…)`: the base's own implementation."""
    found = _in_bases(fx, func)
    info = found[1] if found is not None else None
    if fx.owner is not None and fx.owner.info.kind == "enum" and func.attr in text.OF_MEMBERS and (
            found is None or found[0].base is None):
        return text.member_text(fx, func.attr, _self_as(fx, fx.owner, func), node)
    if found is None or not isinstance(info, FuncInfo):
        base = container_classes.base_of(fx.owner)
        if func.attr == "__init__" and base is not None and fx.owner is not None:
            me = _self_as(fx, fx.owner, func)
            done = container_classes.fill(fx, me, base, node.args, node.keywords, node.span)
            return ir.Seq(node.span, NONE, (done,), ir.Const(node.span, NONE, None))
        hooks = ("__init__", class_decorators.HOOK)
        if func.attr in hooks and not node.args and all(k.name is None for k in node.keywords):
            return _object_init(fx, node)
        raise fail("E0320", f"no base has a method `{func.attr}`", func.attr_span)
    home = found[0]
    if func.attr == "__init__" and container_classes.sets_items(info) and fx.owner is not None and (
            node.args or node.keywords) and not fx.module.library:
        done = container_classes.set_items(fx, _self_as(fx, fx.owner, func), node.args, node.keywords, node.span)
        return ir.Seq(node.span, NONE, (done,), ir.Const(node.span, NONE, None))
    if info.kind in ("class", "static"):
        return calls.call_function(
            fx, info, fx.owner if info.kind == "class" else home, node.args, node.keywords, node.span, want
        )
    assert fx.owner is not None
    me = calls.evaluated([_self_as(fx, home, func)])
    call = calls.call_function(fx, info, home, (*me, *node.args), node.keywords, node.span, want)
    return selves.as_receiver(fx, info, call, fx.owner, home)


def _class_of_member(
    fx: Fx, head: ClassInfo, func: tree.Attribute, node: tree.Call, want: Type | None
) -> tuple[ClassInst, tree.Call]:
    """The class that `Class.method(…)` is called on, and the call, with the arguments that were looked at for that."""
    if not head.type_params:
        return fx.world.inst(head), node
    goal = want if isinstance(want, ClassInst) and want.info is head else None
    args = goal.args if goal else tuple(fx.env[p] for p in head.type_params if p in fx.env)
    if len(args) == len(head.type_params):
        return fx.world.inst(head, args), node
    told = constructors.of_class_method(fx, head, func.attr, node, want)
    if told is None:
        raise fail(
            "E0316",
            f"the type arguments of `{head.shown_name}` do not follow from this call",
            func.span,
            help=f"write `{head.shown_name}[…].{func.attr}(…)`",
        )
    return told[0], replace(node, args=told[1], keywords=told[2])


def _class_member(
    fx: Fx, head: ClassInfo | names.TypeSymbol, func: tree.Attribute, node: tree.Call, want: Type | None
) -> ir.Expr | None:
    """`Class.method(…)`: static and class methods, and methods with an explicit receiver."""
    if isinstance(head, names.TypeSymbol):
        if not isinstance(head.type, ClassInst):
            raise fail("E0320", f"`{head.type}` has no attribute `{func.attr}`", func.attr_span)
        cls = head.type
    elif head.module.name == "lib.collections" and func.attr == "fromkeys" and head.name == "OrderedDict":
        plain = from_keys(fx, node, None)
        return library_calls.filled(fx, head, [calls.Evaluated(node.span, plain)], want, node)
    else:
        cls, node = _class_of_member(fx, head, func, node, want)
    found = find_method(cls, func.attr)
    if found is None:
        if func.attr == "_make" and cls.info.kind == "namedtuple":
            return records.made_of(fx, cls, node)
        if cls.info.kind == "enum":
            member = enums.member(fx.world, cls, func.attr)
            if member is None or not calls.has_method(cls, "__call__"):
                return None
            return calls.call_value(fx, ir.GlobalAddr(func.span, cls, member), node)
        from rumpkc.types.classes import missing_field

        raise missing_field(fx.world, cls, func.attr, func.attr_span)
    home, info = found
    owner = cls if info.kind == "class" else home
    if info.kind == "method" and node.args:
        from rumpkc.types.exprs import expr

        given = expr(fx, node.args[0], home)
        home, info = mixins.in_copy(given.type, home, info)
        receiver = coerce(fx, given, home, node.args[0].span, f"the receiver of `{func.attr}`")
        return calls.call_function(
            fx, info, home, (calls.Evaluated(receiver.span, receiver), *node.args[1:]), node.keywords, node.span, want
        )
    return calls.call_function(fx, info, owner, node.args, node.keywords, node.span, want)


# Methods of values


def _method(fx: Fx, func: tree.Attribute, node: tree.Call, want: Type | None) -> ir.Expr:
    from rumpkc.types.exprs import expr

    receiver = expr(fx, func.value)
    if isinstance(receiver.type, PartialType):
        return _partial_method(fx, receiver.type, func, node)
    if isinstance(receiver.type, ClassInst):
        names.no_private(fx, receiver.type, func.attr, func.attr_span)
    if func.attr_span.line != node.span.line:       # a traceback names the method's line, as CPython's does
        node = tree.Call(func.attr_span.to(node.span), node.func, node.args, node.keywords)
    return value_method(fx, receiver, func.attr, node, want)


def _is_property(member: Symbol) -> bool:
    """Whether reading the attribute gives what is called then."""
    return isinstance(member, FuncInfo) and member.kind == "getter"


def value_method(fx: Fx, receiver: ir.Expr, name: str, node: tree.Call, want: Type | None) -> ir.Expr:
    """A method call on any value."""
    at = names.attribute_place(node.func) if isinstance(node.func, tree.Attribute) else node.func.span
    receiver = names.present(fx, receiver, name, at)
    t = receiver.type
    if isinstance(t, ClassInst) and id(receiver) not in fx.doubtful and any_values.is_open(fx, receiver) and (
            find_member(t, name) is None):
        return _any_method(fx, receiver, name, node, want)
    if isinstance(t, UnionType):
        known = open_unions.with_method(fx, receiver, name, node.span)
        if known is not receiver:
            return value_method(fx, known, name, node, want)
        return _union_method(fx, receiver, t, name, node, want)
    if class_values.held(t) is not None:
        return class_values.method(fx, receiver, name, node, want)
    if (is_str_enum(t) or is_int_enum(t)) and isinstance(t, ClassInst) and find_member(t, name) is None:
        from rumpkc.ir.flow import GIVES_ITSELF

        fx.world.members_kept = fx.world.members_kept or name in GIVES_ITSELF
        return value_method(fx, operators.plain_number(receiver), name, node, want)
    if atomics.is_atomic(t):
        return atomics.method(fx, receiver, name, node)
    if isinstance(t, ClassInst):
        other = typed_dicts.method(fx, receiver, name, node)
        if other is not None:
            return other
        if name in any_keys.ASKS and node.args:
            node = replace(node, args=(any_keys.with_key(fx, t, node.args[0]), *node.args[1:]))
        other = any_keys.method(fx, receiver, name, node) or overloaded(fx, receiver, name, node)
        if other is not None:
            return other
        field = fields_of(fx.world, t).get(name)
        member = find_member(t, name)
        if member is None and field is not None or member is not None and _is_property(member[1]):
            held = names.get_attribute(fx, receiver, name, node.func.span)
            return calls.call_value(fx, doubts.with_fact(fx, held, narrow_key(fx, node.func), node.func.span), node)
        own = records.method(fx, receiver, name, node, want)
        if own is not None:
            return own
        if t.info.kind == "mmio":
            return systems.register_method(fx, receiver, name, node)
        if find_member(t, name) is None:
            other = doubts.by_member(fx, receiver, name, lambda it: value_method(fx, it, name, node, want), node.span)
            if other is not None:
                return other
        return calls.method_call(fx, receiver, name, node.args, node.keywords, node.span, want)
    if isinstance(t, FormsType) and name == "__call__":
        return calls.call_value(fx, receiver, node)
    if isinstance(t, TupleType) and fx.world.builtin(tuple_operators.VAR_TUPLE).member(name) is None:
        raise fail("E0320", f"`{t}` has no attribute `{name}`", at, help=never_changed("tuple", name))
    if isinstance(t, TupleType) and t.items:
        row = tuple_operators.as_row(fx, receiver, node.func.span)
        return calls.method_call(fx, row, name, node.args, node.keywords, node.span, want)
    if isinstance(t, IntType) or t in (FLOAT, F32, BOOL):
        return _number_method(fx, receiver, name, node)
    if isinstance(t, ArrayType):
        return arrays.array_method(fx, receiver, name, node)
    if isinstance(t, FuncType) and name == "__call__":
        return calls.call_value(fx, receiver, node)
    raise fail("E0320", f"`{t}` has no attribute `{name}`", node.func.span)


def _any_method(fx: Fx, receiver: ir.Expr, name: str, node: tree.Call, want: Type | None) -> ir.Expr:
    """The method of whichever class the object has; the arguments are evaluated once, after it has been looked up."""
    from rumpkc.types.exprs import expr

    save, got = fx.save(receiver)
    stmts: list[ir.Stmt] = [save, any_values.has(fx, got, name, node.span)]
    args: list[tree.Expr] = []
    for arg in node.args:
        displayed = fx.world.any_held and isinstance(arg, (tree.List, tree.Dict))
        keep, value = fx.save(expr(fx, arg, fx.world.cls("object") if displayed else None))
        stmts.append(keep)
        args.append(calls.Evaluated(arg.span, value))
    shared = tree.Call(node.span, node.func, tuple(args), node.keywords)
    words = ("'", f"' object has no attribute '{name}'")
    out = any_values.unary(fx, got, lambda it: value_method(fx, it, name, shared, want), "AttributeError", words,
                           node.span, f"`.{name}()`", lambda t: any_values.wrong_arguments(fx, t, name, node.span))
    return ir.Seq(node.span, out.type, tuple(stmts), out)


def _union_method(fx: Fx, receiver: ir.Expr, t: UnionType, name: str, node: tree.Call, want: Type | None) -> ir.Expr:
    """The method of whichever member the value is; the arguments are evaluated once."""
    from rumpkc.types.exprs import expr

    save, got = fx.save(receiver)
    stmts: list[ir.Stmt] = [save]
    args: list[tree.Expr] = []
    for index, arg in enumerate(node.args):
        waits = lambdas.is_static(fx, arg) and any(_takes_function(fx, m, name, index) for m in t.members)
        keep, value = fx.save(lambdas.once_told(fx, arg) if waits else expr(fx, arg))
        stmts.append(keep)
        args.append(calls.Evaluated(arg.span, value))
    shared = tree.Call(node.span, node.func, tuple(args), node.keywords)
    other = doubts.by_member(fx, got, name, lambda it: value_method(fx, it, name, shared, want), node.span)
    if other is not None:
        return ir.Seq(node.span, other.type, tuple(stmts), other)
    parts = [(m, value_method(fx, ir.Convert(node.span, m, got), name, shared, want)) for m in t.members]
    result = join(fx, [v.type for _, v in parts], node.span, f"`.{name}()`")
    out = coerce(fx, parts[-1][1], result, node.span)
    for member, value in reversed(parts[:-1]):
        out = ir.IfExp(
            node.span, result, ir.IsInstance(node.span, BOOL, got, member), coerce(fx, value, result, node.span), out
        )
    return ir.Seq(node.span, result, tuple(stmts), out)


def _takes_function(fx: Fx, t: Type, name: str, index: int) -> bool:
    """Whether the method `name` of a `t` takes a function as its argument number `index`."""
    found = find_method(t, name) if isinstance(t, ClassInst) else None
    if found is None or found[1].kind != "method":
        return False
    env = class_env(found[0], found[1].owner) if found[1].owner else {}
    env |= signature.type_var_env(found[1], fx.world)
    params = signature.signature_of(fx.world, found[1], found[0], env)[0]
    return index + 1 < len(params) and isinstance(params[index + 1].type, FuncType)     # behind `self`


def _number_method(fx: Fx, receiver: ir.Expr, name: str, node: tree.Call) -> ir.Expr:
    """Methods of int, float and bool are library functions `int_NAME(x, …)`."""
    from rumpkc.types import text, tries

    t = receiver.type
    kind = "float" if t in (FLOAT, F32) else "int"
    value = receiver
    if isinstance(t, IntType):
        value = text.to_int64(receiver)
        if value.type is not INT and name in ("bit_length", "bit_count", "to_bytes"):
            kind = "uint"
        elif value.type is not INT:
            value = ir.Prim(node.span, INT, "int.checked", (value,))
    elif t is BOOL:
        value = ir.Prim(node.span, INT, "zext", (value,))
    elif t is F32:
        value = ir.Prim(node.span, FLOAT, "fpext", (value,))
    module = fx.world.module("lib.core.float" if kind == "float" else "lib.core.int")
    func = module.names.get(f"{kind}_{name}") if name in NUMBER_METHODS else None
    if func is None and fx.world.ints_in_floats and f"float_{name}" in fx.world.module("lib.core.float").names:
        words = text.str_const(fx, node.func.span, f"'int' object has no attribute '{name}'")
        result = fx.world.library("float", f"float_{name}").result
        lacking = tries.raise_new(fx, "AttributeError", [words], result, node.func.span)
        return ir.Seq(node.span, result, (ir.Eval(node.span, receiver),), lacking)
    if not isinstance(func, FuncInfo):
        known = [n for n in NUMBER_METHODS if f"{kind}_{n}" in module.names]
        raise fail("E0320", f"`{t}` has no method `{name}`", node.func.span, help=did_you_mean(name, known))
    return calls.call_function(
        fx, func, None, (calls.Evaluated(node.span, value), *node.args), node.keywords, node.span
    )


NUMBER_METHODS = "bit_length bit_count to_bytes conjugate is_integer as_integer_ratio hex".split()
FIRST_USES = {
    "list": {"append": "item", "insert": "second", "extend": "all", "index": "item", "count": "item", "remove": "item"},
    "set": {"add": "item", "update": "all", "discard": "item"},
    "dict": {"setdefault": "pair", "get": "", "update": "whole"},
}


def _partial_method(fx: Fx, partial: PartialType, func: tree.Attribute, node: tree.Call) -> ir.Expr:
    """The first call on an empty display tells what it holds."""
    from rumpkc.types.exprs import expr

    how = FIRST_USES.get(partial.kind, {}).get(func.attr)
    if partial.kind == "set" and func.attr in ("union", "update") and node.args:
        set_stars.of_nothing(fx, partial, node)
    args = [expr(fx, a) for a in node.args]
    if how == "item" and len(args) == 1:
        settle_item(fx, partial, args[0].type)
    if how == "second" and len(args) == 2:
        settle_item(fx, partial, args[1].type)
    if how == "pair" and len(args) == 2:
        settle_item(fx, partial, args[0].type, args[1].type)
    if how == "all" and len(args) == 1:
        from rumpkc.types.loops import item_type

        settle_item(fx, partial, item_type(fx, args[0], node.span))
    whole = dict_base(args[0].type) if how == "whole" and len(args) == 1 else None
    if whole is not None:
        settle_item(fx, partial, *whole.args)
    raise fail(
        "E0321",
        f"the type of this empty {partial.kind} is not known",
        partial.span,
        help=f"give the variable a type: `x: {partial.kind}[…] = …`",
    )
