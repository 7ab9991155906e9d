"""Module-level variables and class constants: their types, their storage, what they hold at reset."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from rumpkc.diagnostics import CompileError, fail
from rumpkc.ir import nodes as ir
from rumpkc.source import Span
from rumpkc.syntax import tree
from rumpkc.syntax.walk import children
from rumpkc.types import own_variables, signature, wide_literals
from rumpkc.types.annotations import Annotations, alias_parameters
from rumpkc.types.frozen_tests import NotYet, freezing
from rumpkc.types.fx import Fx, Hints, PartialType, Restart
from rumpkc.types.hoisting import LOCALS
from rumpkc.types.literals import fold_variable
from rumpkc.types.real import with_ints
from rumpkc.types.scopes import dotted
from rumpkc.types.symbols import ClassInfo, ModuleInfo, Special, VarInfo
from rumpkc.types.types import (
    INT,
    NONE,
    U8,
    ArrayType,
    ClassInst,
    FuncType,
    IntType,
    OptionalType,
    PtrType,
    RecursiveUnion,
    TupleType,
    Type,
    UnionType,
    is_pointer,
)

if TYPE_CHECKING:
    from rumpkc.types.world import World

DISPLAYS = (tree.List, tree.Dict, tree.Set, tree.ListComp, tree.SetComp, tree.DictComp, tree.Call)


def read(fx: Fx, var: VarInfo, span: Span, want: Type | None) -> ir.Expr:
    """The variable's value. Constants are put in place; a `Final` int without a type is a literal."""
    if var.above is not None:
        return own_variables.read(fx, var, span, want)
    folded = fold_variable(fx.world, var)
    if folded is not None:
        from rumpkc.types.convert import const_int

        target = want.item if isinstance(want, OptionalType) else want
        if isinstance(target, IntType) and target.low <= folded <= target.high:
            return const_int(span, target, folded)
        return const_int(span, INT, folded) if target is INT else wide_literals.literal(fx, span, folded)
    if var.beside and fx.outer is None and fx.inst is None:
        return ir.Prim(span, type_of(fx.world, var), "unreachable", ())     # only the type counts: the body has run
    target = storage(fx.world, var)
    if (
        target.constant
        and isinstance(target.init, ir.FScalar)
        and not isinstance(target.init, ir.FMember)
        and target.init.value is not None
        and target.init.type == target.type
    ):
        return ir.Const(span, target.type, target.init.value)
    if target.constant and type(target.init) is ir.FStr:
        return ir.StrConst(span, target.init.type, target.init.value)
    if target.constant and is_pointer(target.type) and isinstance(target.init, ir.FAddr) \
            and isinstance(target.init.target, ir.Global):
        return ir.GlobalAddr(span, target.type, target.init.target)
    return ir.GlobalGet(span, target.type, target)


def type_of(world: World, var: VarInfo) -> Type:
    """The declared or inferred type."""
    if var.above is not None:
        return type_of(world, var.above)
    if var.failed is not None:
        raise var.failed
    if var.type is None:
        try:
            var.type = (
                _infer(world, var)
                if var.annotation is None
                else Annotations(world, var.module, {}).type_of(var.annotation)
            )
        except CompileError as error:
            var.failed = error
            raise
    return var.type


def is_alias(world: World, var: VarInfo) -> bool:
    """Whether the variable names a type: `Expr = Number | Add`."""
    if var.annotation is not None or not isinstance(var.value, (tree.BinOp, tree.Name, tree.Attribute, tree.Subscript)):
        return False
    if isinstance(var.value, tree.BinOp) and var.value.op != "|":
        return False
    env = {name: signature.open_variable(world, var.module, (), name) for name in alias_parameters(world, var)}
    notes = Annotations(world, var.module, env)
    try:
        notes.type_of(var.value)
    except CompileError:
        if isinstance(var.value, tree.Subscript) and isinstance(notes.symbol(var.value.value), Special):
            raise                       # `Union[…]` and the like are no values
        return False
    return True


def _infer(world: World, var: VarInfo) -> Type:
    from rumpkc.types.exprs import expr

    if var.folding:
        raise fail("E0204", f"the value of `{var.name}` depends on itself", var.span)
    assert var.value is not None or var.decorated is not None
    var.folding = True
    try:
        hints = Hints()
        while True:
            try:
                fx = Fx(world, var.module, {}, None, hints)
                want = _overridden(world, var)
                found = decorated_value(fx, var).type if var.value is None else expr(fx, var.value, want).type
                break
            except Restart:
                continue  # every restart knows one display more
    finally:
        var.folding = False
    if isinstance(found, PartialType) or found is NONE:
        raise fail(
            "E0321",
            f"the type of `{var.name}` is not known",
            var.span,
            help=f"write `{var.name}: list[int] = …`, or whatever it holds",
        )
    if world.ints_in_floats and not var.module.library and is_rebound(var.module, var.name):
        return with_ints(found)
    return found


def _overridden(world: World, var: VarInfo) -> Type | None:
    """What a class above says that a variable of this name holds, for a display that says it only in part."""
    base = var.owner.base if var.owner is not None else None
    found = base.member(var.name) if base is not None else None
    if found is None or not isinstance(found[1], VarInfo) or found[0].type_params or not isinstance(
            var.value, DISPLAYS):
        return None
    above = type_of(world, found[1])
    above = above.item if isinstance(above, OptionalType) else above
    return above if isinstance(above, ClassInst) else None


def decorated_value(fx: Fx, var: VarInfo) -> ir.Expr:
    """What the decorators make of a function, as the checker sees it; CPython makes it when the module body runs."""
    from rumpkc.types import callables, decorated_forms, decorations

    assert var.decorated is not None
    info = var.decorated
    node, owner = info.node, fx.world.inst(info.owner) if info.owner is not None else None
    decorators = decorations.own_decorators(node)

    def bare(want: Type | None) -> ir.Expr:
        value = None
        if not signature.own_type_params(fx.world, info):
            inst = fx.world.func(info, owner)
            known = decorations.kept(fx, inst.params, decorators)
            if known is not None and known.forms:
                place = decorations.place_of(info)
                return decorated_forms.bare(fx, info, owner, inst.params, inst.result, place)
            value = decorations.bare_value(fx, fx.world.func(info, owner), decorators, node.name_span)
        return value or callables.function_value(fx, info, owner, tree.Name(node.name_span, node.name), want)

    return decorations.applied(fx, decorators, decorations.Bare(node.name_span, bare))


def storage(world: World, var: VarInfo) -> ir.Global:
    """The global that holds the variable."""
    if var.target is None:
        t = type_of(world, var)
        if isinstance(t, PartialType):
            raise fail("E0321", f"the type of `{var.name}` is not known", var.span)
        changes = is_set_on_class(world, var) if var.owner else is_rebound(var.module, var.name)
        var.target = ir.Global(var.symbol, t, None, not changes, var.span)
        try:
            with freezing(world):
                _initialise(world, var, var.target)
        except NotYet:
            world.unfrozen.append(var)
        except BaseException:           # of whatever kind: the next who asks is told the same, or waits the same
            var.target = None
            raise
        world.program.globals.append(var.target)
    return var.target


def initialise_later(world: World) -> None:
    """Give the variables that had to wait what they hold."""
    again: list[VarInfo] = []
    while world.unfrozen:
        var = world.unfrozen.pop()
        assert var.target is not None
        try:
            with freezing(world, late=True):
                _initialise(world, var, var.target)
        except NotYet:
            again.append(var)
    world.unfrozen += again


def _initialise(world: World, var: VarInfo, target: ir.Global) -> None:
    t = target.type
    if isinstance(t, ArrayType):
        target.constant = False
    if var.above is not None and not own_variables.left_by_body(world, var):
        target.init = storage(world, var.above).init or world.comptime.freeze(world, var.above, t)
        return
    if var.above is not None or var.decorated is not None:
        target.init = world.comptime.freeze(world, var, t)
        return
    if var.beside or var.value is None and body_assigns(var):
        target.init = world.comptime.freeze(world, var, t)
        return
    if var.value is None:
        raise_unbound(var)
        return
    if isinstance(t, ArrayType) and _is_empty_array(var.value):
        return
    target.init = constant_value(world, var, t)
    if target.init is None and var.owner is not None and LOCALS in var.owner.name:
        raise fail("E0434", f"`{var.name}` is computed when the function around the class runs", var.span,
                   help="write a literal, or move the class to module level")
    if target.init is None:
        target.init = world.comptime.freeze(world, var, t)


def body_assigns(var: VarInfo) -> bool:
    """Whether the module gives a class variable its value: `C.zero = C(0)` below the class."""
    if var.owner is None:
        return False
    name = f"{var.owner.name}.{var.name}"
    assigned = (t for stmt in var.module.tree.body if isinstance(stmt, tree.Assign) for t in stmt.targets)
    return any(dotted(target) == name for target in assigned)


def raise_unbound(var: VarInfo) -> None:
    """A declared variable without a value starts as zero only where Python could not tell zero from unbound."""
    if not is_rebound(var.module, var.name):
        raise fail(
            "E0205",
            f"`{var.name}` is declared, but nothing gives it a value",
            var.span,
            help=f"write `{var.name}: … = …`",
        )


def _is_empty_array(node: tree.Expr) -> bool:
    return (
        isinstance(node, tree.Call)
        and isinstance(node.func, tree.Subscript)
        and dotted(node.func.value).endswith("Array")
        and not node.args
    )


def constant_value(world: World, var: VarInfo, t: Type) -> ir.Frozen | None:
    """The initial value where it is a literal; None where the module body must run to know it."""
    from rumpkc.types.exprs import stored

    assert var.value is not None
    device = _is_device(world, var)
    changes = var.owner is None or is_set_on_class(world, var)
    if changes and not var.final and "@" not in var.name and not device and not _is_symbol(var.value):
        if var.module.runs_code or world.comptime.may_change(var):
            return None                 # CPython has no variables of the compiler's own
    if not _literal_shape(var.value) and not device:
        return None
    fx = Fx(world, var.module, {})
    value = stored(fx, var.value, t, f"`{var.name}`")
    wide_literals.check_value(value)
    return frozen_of(value)


def _is_device(world: World, var: VarInfo) -> bool:
    """`UART = Uart(0x1000_0000)`: an address with a type."""
    if not isinstance(var.value, tree.Call):
        return False
    symbol = Annotations(world, var.module, {}).symbol(var.value.func)
    return isinstance(symbol, ClassInfo) and symbol.kind == "mmio"


def _is_symbol(node: tree.Expr) -> bool:
    """`linker_symbol("__bss_start")`: what only the linker knows."""
    match node:
        case tree.Call(func=func, args=(tree.Constant(),), keywords=()):
            return dotted(func).endswith("linker_symbol")
    return False


def _literal_shape(node: tree.Expr) -> bool:
    match node:
        case tree.Constant():
            return True
        case tree.UnaryOp(operand=inner):
            return _literal_shape(inner)
        case tree.BinOp(left=left, right=right):
            return _literal_shape(left) and _literal_shape(right)
        case tree.Tuple(elts=items):
            return all(map(_literal_shape, items))
        case tree.Name() | tree.Attribute():
            return True
        case tree.Call() if _is_symbol(node):
            return True
        case tree.Call(func=func, args=(arg,), keywords=()):
            return dotted(func).rpartition(".")[2] in (
                "u8 u16 u32 u64 i8 i16 i32 i64 w8 w16 w32 w64 usize f32".split()
            ) and _literal_shape(arg)
    return False


def frozen_of(value: ir.Expr) -> ir.Frozen | None:
    """A constant expression as a frozen value."""
    match value:
        case ir.Const():
            if isinstance(value.type, OptionalType):
                return (
                    ir.FAddr(value.type, None)
                    if _null_is_none(value.type)
                    else ir.FAggregate(value.type, (ir.FScalar(U8, 0), zero(value.type.item)))
                )
            return ir.FScalar(value.type, value.value)
        case ir.StrConst():
            assert isinstance(value.type, ClassInst)
            return ir.FStr(value.type, value.value)
        case ir.GlobalAddr(target=target):
            return ir.FAddr(value.type, target)
        case ir.FuncAddr(target=target):
            return ir.FAggregate(value.type, (ir.FAddr(PtrType(U8), target), ir.FAddr(PtrType(U8), None)))
        case ir.Aggregate(items=items):
            parts = [frozen_of(i) for i in items]
            return None if None in parts else ir.FAggregate(value.type, tuple(p for p in parts if p is not None))
        case ir.Convert(value=inner):
            return _frozen_convert(value.type, inner)
        case ir.Prim(op="neg.checked" | "neg.wrap", args=(ir.Const() as arg,)) if isinstance(arg.value, int):
            return ir.FScalar(value.type, -arg.value)
        case ir.Prim(op="zext" | "sext" | "trunc" | "int.checked", args=(ir.Const() as arg,)) if isinstance(
            value.type, IntType
        ):
            return ir.FScalar(
                value.type, int(arg.value or 0) & ((1 << value.type.bits) - 1) if not value.type.signed else arg.value
            )
        case ir.GlobalGet(target=target) if target.constant and target.init is not None:
            return target.init
    return None


def _frozen_convert(t: Type, inner: ir.Expr) -> ir.Frozen | None:
    part = frozen_of(inner)
    if part is None:
        return None
    if isinstance(t, OptionalType) and not _null_is_none(t):
        return ir.FAggregate(t, (ir.FScalar(U8, 1), part))
    if isinstance(t, (OptionalType, ClassInst)):
        return part
    return None


def _null_is_none(t: OptionalType) -> bool:
    return is_pointer(t.item)


def zero(t: Type) -> ir.Frozen:
    """A value of `t` that nothing reads: all zero, but for the tag of a union."""
    if isinstance(t, TupleType):
        return ir.FAggregate(t, tuple(map(zero, t.items)))
    if isinstance(t, (UnionType, RecursiveUnion)):
        return zero(t.members[0])
    if isinstance(t, ClassInst) and t.by_value:
        return ir.FAggregate(t, tuple(map(zero, t.fields.values())))
    if isinstance(t, ArrayType):
        return ir.FAggregate(t, ())
    if isinstance(t, FuncType):
        return ir.FAggregate(t, (ir.FAddr(PtrType(U8), None),) * 2)
    if isinstance(t, (ClassInst, PtrType)):
        return ir.FAddr(t, None)
    return ir.FScalar(t, None if isinstance(t, OptionalType) or t is NONE else 0)


def is_set_on_class(world: World, var: VarInfo) -> bool:
    """Whether some function may assign a class variable: one of its own module, or one of the program's."""
    return is_rebound(var.module, f".{var.name}") or assigned_through_class(world, var.name)


def assigned_through_class(world: World, name: str) -> bool:
    """Whether the program may assign a variable `name` of some class: `C.name = …`."""
    return f"C.{name}" in _rebound_anywhere(world)


def assigned_below(world: World, name: str) -> set[str]:
    """The variables that the program may assign through a class `name`, which need not be the one that declares them:
    as `cls.x`, `type(y).x`, or by that name."""
    heads = ("B.", f"B:{name}.")
    return {found.removeprefix(head) for found in _rebound_anywhere(world) for head in heads if found.startswith(head)}


def assigned_through_object(world: World, name: str) -> bool:
    """Whether the program may assign an attribute `name` of an object from outside of its methods: `obj.name = …`."""
    return f"o.{name}" in _rebound_anywhere(world)


def deleted_anywhere(world: World, name: str) -> bool:
    """Whether the program has a `del x.name` of some object."""
    return f"del.{name}" in _rebound_anywhere(world)


def _rebound_anywhere(world: World) -> set[str]:
    """What `is_rebound` finds in some module of the program."""
    if world.rebound is None or world.rebound[0] != len(world.modules):
        own = [_rebound(module) for module in world.modules.values() if not module.library]
        world.rebound = (len(world.modules), set().union(*own))
    return world.rebound[1]


def _parts(target: tree.Expr) -> list[tree.Expr]:
    """The single targets in one that may be a tuple or list of them, with a star."""
    if isinstance(target, tree.Starred):
        return _parts(target.value)
    return [p for e in target.elts for p in _parts(e)] if isinstance(target, (tree.Tuple, tree.List)) else [target]


def is_rebound(module: ModuleInfo, name: str) -> bool:
    """Whether some function declares `global name`, or (`.name`) assigns an attribute of that name.

    `C.name`: whether it assigns that attribute of a name that is not `self`, which may be a class; `o.name`: of what
    may be an object, as no class is called so; `B.name`: of what may be any class, `B:D.name`: of one that may be
    called D. `del.name`: whether it deletes one.
    """
    return name in _rebound(module)


def _rebound(module: ModuleInfo) -> set[str]:
    """All names for which `is_rebound` holds."""
    if module.rebound is None:
        module.rebound = rebound_in(module.tree.body)
    return module.rebound


def _targets(node: tree.Node) -> list[tree.Expr]:
    """The single targets that a statement assigns."""
    match node:
        case tree.Assign(targets=targets):
            return [part for target in targets for part in _parts(target)]
        case tree.AugAssign(target=target) | tree.AnnAssign(target=target) | tree.For(target=target):
            return _parts(target)
        case tree.With(items=items):
            return [part for item in items if item.target is not None for part in _parts(item.target)]
    return []


def _forms(owner: tree.Expr) -> tuple[str, ...]:
    """What the owner of an assigned attribute may be: a class is called by its name, `cls` or `type(x)`."""
    name = owner.id if isinstance(owner, tree.Name) else ""
    if name == "self":
        return (".",)
    if name == "cls" or isinstance(owner, tree.Call):
        return (".", "C.", "B.")
    if name[:1].isupper() and not name.isupper():
        return (".", "C.", f"B:{name}.")
    return (".", "C.", "o.", "B.")


def rebound_in(body: Iterable[tree.Node]) -> set[str]:
    """The same for some statements."""
    names: set[str] = set()
    stack = list(body)
    while stack:
        node = stack.pop()
        if isinstance(node, tree.Global):
            names.update(node.names)
        elif isinstance(node, tree.Delete):
            names.update(f"del.{t.attr}" for d in node.targets for t in _parts(d) if isinstance(t, tree.Attribute))
        for target in (t for t in _targets(node) if isinstance(t, tree.Attribute)):
            names.update(form + target.attr for form in _forms(target.value))
        if isinstance(node, (tree.Stmt, tree.ExceptHandler, tree.MatchCase)):
            stack += children(node)
    return names
