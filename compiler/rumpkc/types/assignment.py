"""Assignment: values into names, attributes, items and tuples of these."""

from __future__ import annotations

from rumpkc.diagnostics import CompileError, fail
from rumpkc.ir import nodes as ir
from rumpkc.source import Span
from rumpkc.syntax import tree
from rumpkc.types import (
    any_values,
    arrays,
    awaited,
    bindings,
    callables,
    calls,
    container_classes,
    named_functions,
    names,
    operators,
    other_sets,
    iterable_arguments,
    overloads,
    reflected,
    struct_calls,
    subscripts,
    typed_dicts,
    unzip,
)
from rumpkc.types import globals as module_globals
from rumpkc.types.annotations import Annotations
from rumpkc.types.attribute_stores import class_of_target, store_attribute
from rumpkc.types.unions import make_union
from rumpkc.types.classes import dict_base, fields_of, find_method
from rumpkc.types.closures import cell_for
from rumpkc.types.conditions import holds_item, narrow_key, told_by_assignment
from rumpkc.types.convert import assignable, coerce, kept
from rumpkc.types.doubts import operands, with_fact
from rumpkc.types.exprs import expr, stored
from rumpkc.types.fx import (
    Fx,
    PartialType,
    Var,
)
from rumpkc.types.real import with_ints
from rumpkc.types.scopes import dotted
from rumpkc.types.symbols import ClassInfo, VarInfo
from rumpkc.types.types import (
    NONE,
    ClassInst,
    FuncType,
    IntType,
    OptionalType,
    RecursiveUnion,
    Type,
    UnionType,
    is_number,
    is_object,
)
from rumpkc.types.unpacking import unpack


def assign_stmt(fx: Fx, node: tree.Assign) -> list[ir.Stmt]:
    if (
        len(node.targets) == 1
        and isinstance(node.targets[0], (tree.Tuple, tree.List))
        and isinstance(node.value, (tree.Tuple, tree.List))
    ):
        swapped = _parallel(fx, node.targets[0], node.value)
        if swapped is not None:
            return swapped
    target = node.targets[0]
    if isinstance(target, tree.Subscript) and len(node.targets) == 1:
        return _assign_item(fx, target, node.value)
    zipped = unzip.columns(fx, node)
    if zipped is not None:
        return [*zipped[0], *store(fx, target, zipped[1])]
    wanted = _target_type(fx, target) or callables.whole_type(fx, target, node.value)
    if isinstance(target, (tree.Tuple, tree.List)) and struct_calls.is_unpacking(fx, node.value):
        wanted = struct_calls.row(_target_type(fx, item) for item in target.elts)
    value = expr(fx, node.value, wanted)
    if len(node.targets) == 1:
        out = store(fx, target, value)
        if isinstance(target, tree.Name) and isinstance(value.type, FuncType):
            named_functions.note(fx, target.id, node.value, value.type)
        return out
    save, got = fx.save(value)
    return [save, *(s for t in node.targets for s in store(fx, t, got))]


def _assign_item(fx: Fx, target: tree.Subscript, value_node: tree.Expr) -> list[ir.Stmt]:
    """`x[i] = v`: Python evaluates the value first, then the container and the index."""
    hint = _item_hint(fx, target)
    value = expr(fx, value_node, hint)
    fx.pending_store = value.type
    save, got = fx.save(value) if not isinstance(value, (ir.Const, ir.StrConst)) else (None, value)
    refused = awaited.unchangeable(fx, target, "__setitem__")
    if refused is not None:
        return [*([save] if save else []), *refused]
    place = subscripts.place_of(fx, target)
    item = place.item_type()
    stored = kept(fx, got, item, value_node.span, "this item") if item is not None and not place.bounds else got
    return [*([save] if save else []), *place.stmts, *place.store(stored)]


def _item_hint(fx: Fx, target: tree.Subscript) -> Type | None:
    """What the items of the target's container are, without keeping the code that finds it out."""
    try:
        saved = fx.state.copy()
        found = expr(fx, target.value).type
        fx.state = saved
    except CompileError:
        return None
    if isinstance(found, OptionalType):
        found = found.item
    if fx.world.any_held and found is not None and is_object(found):
        return found
    if isinstance(found, RecursiveUnion):           # the same whichever of its containers it is
        items = {m.args[-1] for m in found.members if isinstance(m, ClassInst) and m.name in ("list", "dict")}
        return items.pop() if len(items) == 1 else None
    typed = typed_dicts.key_type(fx.world, found, target.slice)
    if typed is not None:
        return typed
    if isinstance(found, ClassInst) and found.args:
        if isinstance(target.slice, tree.Slice):
            return found
        return found.args[-1]
    return getattr(found, "item", None)


def _parallel(fx: Fx, target: tree.Tuple | tree.List, value: tree.Tuple | tree.List) -> list[ir.Stmt] | None:
    """`a, b = b, a`: all values first, then all stores; no tuple is made."""
    if len(target.elts) != len(value.elts) or any(isinstance(e, tree.Starred) for e in (*target.elts, *value.elts)):
        return None
    stmts: list[ir.Stmt] = []
    kept: list[ir.Expr] = []
    for place, item in zip(target.elts, value.elts, strict=True):
        found = expr(fx, item, _target_type(fx, place))
        if not isinstance(found, (ir.Const, ir.StrConst)) and not isinstance(found.type, PartialType):
            save, found = fx.save(found)
            stmts.append(save)
        kept.append(found)
    for place, got in zip(target.elts, kept, strict=True):
        stmts += store(fx, place, got)
    return stmts


def _target_type(fx: Fx, target: tree.Expr) -> Type | None:
    """What the target holds, as a hint for the value."""
    try:
        match target:
            case tree.Name(id=name):
                var = fx.lookup(name)
                if var is not None:
                    return var.local.type if not isinstance(var.local.type, PartialType) else None
                if name in fx.hints.variables:
                    return fx.hints.variables[name]
                if name in fx.globals:
                    symbol = fx.world.lookup(fx.module, name)
                    return module_globals.type_of(fx.world, symbol) if isinstance(symbol, VarInfo) else None
            case tree.Attribute():
                saved = fx.state.copy()
                owner = expr(fx, target.value).type if names.static_symbol(fx, target.value) is None else None
                fx.state = saved
                if isinstance(owner, OptionalType):
                    owner = owner.item
                if isinstance(owner, ClassInst):
                    return fields_of(fx.world, owner).get(target.attr)
            case tree.Subscript():
                return _item_hint(fx, target)
    except CompileError:
        return None
    return None


def store(fx: Fx, target: tree.Expr, value: ir.Expr) -> list[ir.Stmt]:
    """Assign `value` (read once) to a target."""
    match target:
        case tree.Name():
            return store_name(fx, target, value)
        case tree.Attribute():
            return store_attribute(fx, target, value)
        case tree.Subscript():
            save, got = fx.save(value)
            fx.pending_store = value.type
            refused = awaited.unchangeable(fx, target, "__setitem__")
            if refused is not None:
                return [save, *refused]
            place = subscripts.place_of(fx, target)
            return [save, *place.stmts, *place.store(got)]
        case tree.Tuple(elts=items) | tree.List(elts=items):
            return unpack(fx, items, value, target.span, store)
        case tree.Starred():
            raise fail("E0404", "`*` here is not compiled", target.span)
    raise fail("E0342", "this cannot be assigned to", target.span)


def store_name(fx: Fx, target: tree.Name, value: ir.Expr) -> list[ir.Stmt]:
    """Assign to a variable, which the first assignment declares."""
    name, span = target.id, target.span
    if name in fx.globals:
        return _store_global(fx, target, value)
    scope = next((s for s in reversed(fx.scopes) if name in s), None)
    if scope is not None:
        return fx.write(scope[name], kept(fx, value, scope[name].local.type, value.span, f"`{name}`"), span)
    if name == "_" and name not in fx.nonlocals and bindings.never_read(fx, name):
        return [ir.Eval(span, value)]               # each binding has a type of its own, since none is looked at
    var = fx.lookup(name) if name in fx.nonlocals else fx.vars.get(name)
    if var is not None and var.failed:
        if var.declared:
            raise CompileError
        var = None
    if var is None:
        if name in fx.handled and name not in fx.hints.variables and not isinstance(value.type, PartialType):
            raise fx.hint_variable(name, value.type)        # a handler above unbinds it
        t = fx.hints.variables.get(name, value.type)
        var = declare(fx, name, t, span, declared=name in fx.hints.variables)
    if var.local.type is NONE and value.type is not NONE:
        raise fx.hint_variable(name, make_union([value.type, NONE]))
    return _bind(fx, name, var, value, span)


def _bind(fx: Fx, name: str, var: Var, value: ir.Expr, span: Span) -> list[ir.Stmt]:
    t = var.local.type
    if isinstance(t, PartialType) and not isinstance(value.type, PartialType):
        coerce(fx, ir.Prim(span, t, "unreachable", ()), value.type, span)
    if not var.declared and t != value.type:
        widened = _widened_variable(fx, t, value.type)
        if widened is not None:
            raise fx.hint_variable(name, widened)
    if id(value) in fx.open_results:
        fx.open_locals.add(var.local)
    fx.state.drop_parts(name)
    stored = kept(fx, value, t, value.span, f"`{name}`")
    fx.state.bound.add(name)
    fx.state.drop(name)
    if (told := told_by_assignment(t, value.type)) is not None:
        fx.state.narrow[name] = told
    elif isinstance(t, ClassInst) and isinstance(value.type, ClassInst) and value.type is not t:
        fx.state.narrow[name] = value.type
    elif id(value) in fx.doubtful:
        fx.state.doubted[name] = fx.doubtful[id(value)][1]
    return fx.write(var, stored, span)


def _widened_variable(fx: Fx, old: Type, new: Type) -> Type | None:
    """A variable that began as T and takes None later is T | None, one that began as an int takes an `int | float`, one
    that began as a float takes ints where all places of floats do; one of a subclass stays what it was."""
    if new is NONE and not isinstance(old, (OptionalType, UnionType)):
        return OptionalType(old)
    if isinstance(new, UnionType) and old in new.members and all(map(is_number, new.members)):
        return new
    if fx.world.ints_in_floats and not isinstance(new, PartialType) and not assignable(new, old):
        wider = with_ints(old)
        return wider if wider != old and assignable(new, wider) else None
    return None


def declare(fx: Fx, name: str, t: Type, span: Span, declared: bool) -> Var:
    """A new variable of the function."""
    var = Var(fx.local(name, t, span), declared, fx.flag_for(name, span))
    var.cell = cell_for(fx, name, t, span)
    fx.vars[name] = var
    return var


def bind_fresh(fx: Fx, target: tree.Expr, value: ir.Expr) -> list[ir.Stmt]:
    """The targets of a comprehension: variables of the innermost scope."""
    if isinstance(target, tree.Name):
        local = fx.local(target.id, value.type, target.span)
        var = Var(local, True, cell=cell_for(fx, target.id, value.type, target.span))
        fx.scopes[-1][target.id] = var
        fx.state.drop_parts(target.id)      # what is known of an outer one; `displays.scoped` brings it back
        fx.state.drop(target.id)
        return fx.write(var, value, target.span)
    if isinstance(target, (tree.Tuple, tree.List)):
        return unpack(fx, target.elts, value, target.span, bind_fresh)
    raise fail("E0342", "a comprehension binds plain names", target.span)


def _store_global(fx: Fx, target: tree.Name, value: ir.Expr) -> list[ir.Stmt]:
    symbol = fx.module.names.get(target.id)
    if not isinstance(symbol, VarInfo):
        raise fail(
            "E0206",
            f"`global {target.id}`: the module has no variable `{target.id}`",
            target.span,
            help=f"give it a value at the module's top level: `{target.id}: int = 0`",
        )
    place = module_globals.storage(fx.world, symbol)
    arrays.check_place(place.type, f"`{target.id}`", target.span)
    fx.state.drop_parts(target.id)
    fx.state.drop(target.id)
    if isinstance(place.type, OptionalType) and holds_item(place.type, value.type):
        fx.state.narrow[target.id] = place.type.item
    return [ir.SetGlobal(target.span, place, kept(fx, value, place.type, value.span, f"`{target.id}`"))]


def ann_assign_stmt(fx: Fx, node: tree.AnnAssign) -> list[ir.Stmt]:
    note = node.annotation
    if isinstance(note, tree.Subscript) and dotted(note.value).rpartition(".")[2] == "Final":
        note = note.slice
    if dotted(note) in ("Final", "typing.Final"):
        return store(fx, node.target, expr(fx, node.value)) if node.value else []
    t = Annotations(fx.world, fx.module, fx.env, fx.owner).type_of(note)
    if not isinstance(node.target, tree.Name):
        if node.value is None:
            return []
        return store(fx, node.target, stored(fx, node.value, t, "this field"))
    old = fx.vars.get(node.target.id)
    if old is not None and old.local.type != t and not isinstance(old.local.type, PartialType):
        raise fail(
            "E0346",
            f"`{node.target.id}` already is {old.local.type}",
            node.annotation.span,
            f"and here {t}",
            help="use another name",
        )
    var = (
        old
        if old is not None and old.local.type == t
        else declare(fx, node.target.id, t, node.target.span, declared=True)
    )
    var.declared = True
    if node.value is None:
        return []
    value = stored(fx, node.value, t, f"`{node.target.id}`")
    return _bind(fx, node.target.id, var, _unwrapped(value, t), node.target.span)


def _unwrapped(value: ir.Expr, t: Type) -> ir.Expr:
    """The value before its conversion to an Optional: its own type is what is known of the variable."""
    if isinstance(value, ir.Convert) and isinstance(t, (OptionalType, UnionType)) and assignable(value.value.type, t):
        return value.value
    return value


def aug_assign_stmt(fx: Fx, node: tree.AugAssign) -> list[ir.Stmt]:
    target = node.target
    if isinstance(target, tree.Name):
        current = expr(fx, target)
        if node.op == "+" and fx.loops and current.type == fx.world.cls("str"):
            for word in ("begin", "append", "end"):             # for ir/passes/growing.py
                fx.world.library("text", f"grow_{word}")
        return store_name(fx, target, _in_place(fx, node, current, node.value))
    if isinstance(target, tree.Subscript):
        refused = awaited.unchangeable(fx, target, "__setitem__",
                                       lambda: [_in_place(fx, node, expr(fx, target), node.value)])
        if refused is not None:
            return refused
        place = subscripts.place_of(fx, target, "__getitem__")
        current = with_fact(fx, place.load(), narrow_key(fx, target), target.span)
        value = _in_place(fx, node, current, node.value)
        item = place.item_type()
        if item is not None and not place.bounds:
            value = kept(fx, value, item, node.span, "this item")
        return [*place.stmts, *place.store(value)]
    if isinstance(target, tree.Attribute):
        if isinstance(class_of_target(fx, target), (ClassInfo, names.TypeSymbol)):
            return store_attribute(fx, target, _in_place(fx, node, expr(fx, target), node.value))
        save, got = fx.save(names.present(fx, expr(fx, target.value), target.attr, target.span))
        once = tree.Attribute(target.span, calls.Evaluated(target.span, got), target.attr, target.attr_span)
        key = narrow_key(fx, target)
        current = with_fact(fx, expr(fx, once), key, target.span)
        return [save, *store_attribute(fx, once, _in_place(fx, node, current, node.value))]
    raise fail("E0342", "this cannot be assigned to", target.span)


def _is_library_dict(t: Type) -> bool:
    """Whether `|=` of a value is that of `dict`."""
    found = find_method(t, "__ior__") if isinstance(t, ClassInst) and t.info.module.library else None
    return found is not None and found[1].module.name == "lib.core.dict"


def _in_place(fx: Fx, node: tree.AugAssign, current: ir.Expr, value_node: tree.Expr) -> ir.Expr:
    """`current op= value`: the class's in-place method, else the plain operator."""
    if any_values.is_open(fx, current):
        return any_values.binary(fx, f"{node.op}=", current, expr(fx, value_node), lambda a, b: _in_place(
            fx, node, a, calls.Evaluated(value_node.span, b)), node.span, f"`{node.op}=`")
    name = f"__i{operators.DUNDER[node.op]}__"
    hint = (operators.display_type(fx, current.type, name, value_node)
            or operators.display_type(fx, current.type, f"__{operators.DUNDER[node.op]}__", value_node)
            or (current.type if isinstance(current.type, ClassInst) and node.op in ("+", "|") else None))
    if isinstance(current.type, PartialType) and node.op == "+":
        value = expr(fx, value_node)
        coerce(fx, current, value.type, node.span)
    base = container_classes.base_of(current.type) if isinstance(current.type, ClassInst) else None
    if node.op == "|" and typed_dicts.is_one(current.type):
        save, got = fx.save(current)
        given = value_node if isinstance(value_node, tree.Dict) else tree.Dict(value_node.span, (None,), (value_node,))
        return ir.Seq(node.span, current.type, (save, ir.Eval(node.span, typed_dicts.update(fx, got, given))), got)
    named = base.name if base is not None else current.type.name if isinstance(current.type, ClassInst) else ""
    if node.op == "+" and named in ("list", "deque"):
        save, got = fx.save(current)
        extend = overloads.overloaded(fx, got, "extend", tree.Call(node.span, node.target, (value_node,), ()))
        if extend is not None:                  # any iterable
            return ir.Seq(node.span, current.type, (save, ir.Eval(node.span, extend)), got)
    if node.op == "|" and _is_library_dict(current.type):
        save, got = fx.save(current)
        value = expr(fx, value_node, hint)
        given = tree.Call(node.span, node.target, (calls.Evaluated(value_node.span, value),), ())
        if dict_base(value.type) is None and (update := overloads.overloaded(fx, got, "update", given)) is not None:
            return ir.Seq(node.span, current.type, (save, ir.Eval(node.span, update)), got)     # any pairs
        return ir.Seq(node.span, current.type, (save,), calls.call_method(fx, got, name, [value], node.span))
    if calls.has_method(current.type, name):
        value = iterable_arguments.wider_set(fx, current.type, expr(fx, value_node, hint))
        others = other_sets.in_place(fx, node.op, current, value, node.span)
        if others is not None:
            return others
        if not reflected.may_decline(current.type, name):
            call = calls.method_call(fx, current, name, (calls.Evaluated(value_node.span, value),), (), node.span)
            return ir.Convert(node.span, current.type, call) if base is not None and call.type is base else call
        save_left, left = fx.save(current)
        save_right, right = fx.save(value)
        call = calls.call_method(fx, left, name, [right], node.span)
        out = reflected.ask(fx, call, operators.binary(fx, node.op, left, right, node.span, current.type), node.span)
        return ir.Seq(node.span, out.type, (save_left, save_right), out)
    value = expr(fx, value_node, hint if not isinstance(current.type, IntType) else None)
    if any_values.is_open(fx, value):
        return any_values.binary(fx, f"{node.op}=", current, value, lambda a, b: operators.binary(
            fx, node.op, a, b, node.span, None), node.span, f"`{node.op}=`")
    stmts, current, value = operands(fx, f"{node.op}=", current, value, node.span)
    out = operators.binary(fx, node.op, current, value, node.span, current.type)
    return ir.Seq(node.span, out.type, tuple(stmts), out) if stmts else out
