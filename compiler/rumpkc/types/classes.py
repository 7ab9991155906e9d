"""Classes: bases and members as written, instances with their fields, and which methods need a virtual slot."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from rumpkc.diagnostics import CompileError, Label, counted, fail
from rumpkc.source import Span
from rumpkc.syntax import tree
from rumpkc.types import own_iterators, synth, unset
from rumpkc.types.signature import check_growth
from rumpkc.types.annotations import ARRAY_HELP, Annotations
from rumpkc.types.scopes import annotated_variable, dotted, make_function
from rumpkc.types.symbols import (
    ClassInfo,
    FuncInfo,
    Special,
    Symbol,
    TypeVarInfo,
    VarInfo,
)
from rumpkc.types.types import (
    BOOL,
    FLOAT,
    INT,
    NEVER,
    U8,
    USIZE,
    ArrayType,
    ClassInst,
    FuncType,
    OptionalType,
    PtrType,
    RecursiveUnion,
    TupleType,
    Type,
    UnionType,
)

if TYPE_CHECKING:
    from rumpkc.types.world import World

ENUM_BASES = ("enum.Enum", "enum.IntEnum", "enum.IntFlag", "enum.Flag", "enum.StrEnum")


def prepare(world: World, info: ClassInfo) -> None:
    """Resolve `info`'s bases, decorators and body."""
    _bases(world, info)
    _decorators(world, info)
    for stmt in info.node.body:
        _member(world, info, stmt)
    own_iterators.add_base(world, info)
    if info.base is None and not info.by_value and info.kind != "mmio":
        root = world.builtin("object")
        if root is not info:
            info.base = root
            root.subclasses.append(info)
    elif info.base is not None:
        info.base.subclasses.append(info)
    if info.by_value and info.kind != "record":
        _check_value_init(info)
    synth.add_methods(world, info)


def _check_value_init(info: ClassInfo) -> None:
    """E0425 where the `__init__` of a value class does more than to take the fields: it is never called."""
    init = next((s for s in info.node.body if isinstance(s, tree.FunctionDef) and s.name == "__init__"), None)
    if init is None:
        return
    taken = [a.name for a in init.args.args[1:]]
    stored = [s.targets[0].attr for s in init.body if _stores_own_name(s)]  # type: ignore[attr-defined]
    if taken != list(info.declared) or stored != taken or len(init.body) != len(stored) or init.args.kwonly:
        raise fail(
            "E0425",
            f"the `__init__` of the value class `{info.name}` does more than to take its fields",
            init.name_span,
            help="leave it out, and compute the fields in a function that makes the value",
        )


def _stores_own_name(stmt: tree.Stmt) -> bool:
    """`self.name = name`."""
    target = stmt.targets[0] if isinstance(stmt, tree.Assign) and len(stmt.targets) == 1 else None
    value = stmt.value if isinstance(stmt, tree.Assign) else None
    return _self_attr(target, "self") and isinstance(value, tree.Name) and target.attr == value.id  # type: ignore


def _bases(world: World, info: ClassInfo) -> None:
    params: list[str] = [p.name for p in info.node.type_params if isinstance(p, tree.TypeVarParam)]
    notes = Annotations(world, info.module, {})
    for base in info.node.bases:
        head = base.value if isinstance(base, tree.Subscript) else base
        args = (
            ()
            if not isinstance(base, tree.Subscript)
            else (base.slice.elts if isinstance(base.slice, tree.Tuple) else (base.slice,))
        )
        for arg in args:
            if isinstance(arg, tree.Name) and isinstance(notes.symbol(arg), TypeVarInfo) and arg.id not in params:
                params.append(arg.id)
        symbol = notes.symbol(head)
        if isinstance(symbol, ClassInfo):
            if info.base is not None:
                raise fail(
                    "E0405",
                    f"`{info.name}` has two bases",
                    base.span,
                    "a class has one base",
                    help="keep one base, and hold an object of the other class in a field",
                )
            if symbol.module is info.module and symbol.node.span.line >= info.node.span.line:
                raise fail(
                    "E0201",
                    f"`{dotted(head)}` is not defined yet here",
                    base.span,
                    help=f"write `class {dotted(head)}` above `class {info.name}`" if symbol is not info else "",
                )
            if len(args) != len(symbol.type_params):
                raise fail(
                    "E0302",
                    f"`{dotted(head)}` takes {counted(len(symbol.type_params), 'type argument')}, not {len(args)}",
                    base.span,
                    help=f"write `{dotted(head)}[{', '.join(['…'] * len(symbol.type_params))}]`"
                    if symbol.type_params
                    else "",
                )
            info.base, info.base_args = symbol, args
            if info.kind == "plain" and symbol.kind in ("enum",):
                info.kind = symbol.kind
            if symbol.kind == "enum" and any(isinstance(m, VarInfo) for m in symbol.members.values()):
                raise fail(
                    "E0407",
                    f"the enumeration `{dotted(head)}` has members, so it cannot be a base class",
                    base.span,
                    help="write all members in one class",
                )
        elif isinstance(symbol, Special):
            if symbol.name in own_iterators.BASES:
                own_iterators.written_base(world, info, symbol, args, base)
                continue
            _special_base(info, symbol, base)
            if symbol.name == "typing.Generic":
                listed = [a.id for a in args if isinstance(a, tree.Name)]
                params[:] = [*listed, *(p for p in params if p not in listed)]
            if symbol.name == "typing.Generic" and not (
                args and all(isinstance(notes.symbol(a), TypeVarInfo) for a in args)
            ):
                raise fail(
                    "E0302",
                    "`Generic` takes type variables",
                    base.span,
                    help='write `T = TypeVar("T")` above, and `Generic[T]`',
                )
        else:
            raise fail("E0201", f"`{dotted(head) or 'this base'}` is not a class", base.span)
    for keyword in info.node.keywords:
        raise fail(
            "E0406",
            f"`{keyword.name}=` in a class's bases has no compiled meaning",
            keyword.span,
            help="write what it would add into the class itself",
        )
    info.type_params = tuple(params)


def _special_base(info: ClassInfo, symbol: Special, base: tree.Expr) -> None:
    match symbol.name:
        case "typing.Generic" | "abc.ABC":
            pass
        case "typing.Protocol":
            info.kind = "protocol"
        case "typing.NamedTuple":
            info.kind = "namedtuple"
        case "rumpk.Mmio":
            info.kind, info.by_value = "mmio", True
        case name if name in ENUM_BASES:
            info.kind = "enum"
            info.options[name.partition(".")[2]] = True
        case name:
            raise fail(
                "E0407",
                f"`{name.rpartition('.')[2]}` cannot be a base class",
                base.span,
                help="hold the value in a field instead",
            )


def _decorators(world: World, info: ClassInfo) -> None:
    from rumpkc.types import layouts

    notes = Annotations(world, info.module, {})
    record: tuple[str, Span] | None = None
    for deco in info.node.decorators:
        call = deco if isinstance(deco, tree.Call) else None
        symbol = notes.symbol(call.func if call else deco)
        name = symbol.name if isinstance(symbol, Special) else ""
        if name == "dataclasses.dataclass":
            info.kind = "dataclass" if info.kind == "plain" else info.kind
            for keyword in call.keywords if call else ():
                if not isinstance(keyword.value, tree.Constant) or keyword.value.kind != "bool":
                    raise fail("E0411", f"`{keyword.name}` of `@dataclass` must be True or False", keyword.span)
                info.options[keyword.name or ""] = bool(keyword.value.value)
            info.frozen = info.options.get("frozen", False)
        elif name == "rumpk.value":
            info.by_value = True
        elif name == "rumpk.packed":
            record = ("packed", deco.span)
        elif name == "rumpk.layout":
            kind = call.args[0] if call and len(call.args) == 1 else None
            if not isinstance(kind, tree.Constant) or kind.value != "C":
                raise fail("E0460", "`@layout` has no such argument", deco.span, help='write `@layout("C")`')
            record = ("C", deco.span)
        elif name not in ("enum.unique", "typing.final", "typing.runtime_checkable"):
            raise fail(
                "E0410",
                f"`@{dotted(call.func if call else deco)}` is not a class decorator that rumpkc knows",
                deco.span,
            )
    if record is not None:
        layouts.mark(info, *record)


def _member(world: World, info: ClassInfo, stmt: tree.Stmt) -> None:
    match stmt:
        case tree.FunctionDef():
            func = make_function(info.module, stmt, info)
            if func.kind != "static" and not (stmt.args.posonly or stmt.args.args):
                first = "cls" if func.kind == "class" else "self"
                raise fail(
                    "E0319",
                    f"the method `{stmt.name}` takes no `{first}`",
                    stmt.name_span,
                    help=f"write `def {stmt.name}({first}, …)`, or put `@staticmethod` above it",
                )
            old = info.members.get(stmt.name)
            if func.kind == "setter":
                if not isinstance(old, FuncInfo) or old.kind != "getter":
                    raise fail("E0314", f"`{stmt.name}` has a setter but no property before it", stmt.name_span)
                old.setter = func
            elif not any(dotted(d).endswith("overload") for d in stmt.decorators):
                info.members[stmt.name] = func
        case tree.AnnAssign(target=tree.Name(id=name)):
            var = annotated_variable(info.module, stmt, name)
            assert isinstance(var, VarInfo)
            var.owner = info
            if dotted(
                stmt.annotation.value if isinstance(stmt.annotation, tree.Subscript) else stmt.annotation
            ).endswith("ClassVar"):
                info.members[name] = var
            else:
                info.declared[name] = stmt
                if stmt.value is not None and info.kind not in ("dataclass", "namedtuple"):
                    info.members[name] = var
        case tree.Assign(targets=(tree.Name(id=name),), value=tree.Name(id=other)) if isinstance(
            method := info.members.get(other), FuncInfo
        ):
            info.members[name] = replace(method, name=name)         # `__rmul__ = __mul__`
        case tree.Assign(targets=(tree.Name(id=name),), value=value):
            info.members[name] = VarInfo(name, info.module, None, value, stmt.span, info.kind == "enum", info)
        case tree.Pass() | tree.ExprStmt(value=tree.Constant()):
            pass
        case tree.ClassDef():
            raise fail(
                "E0408",
                f"class `{stmt.name}` inside a class is not compiled",
                stmt.name_span,
                help="move it to the module's top level",
            )
        case _:
            raise fail(
                "E0409",
                "this statement in a class body is not compiled",
                stmt.span,
                help="do it in `__init__`, or in a module-level function",
            )


# Instances


def make_inst(world: World, info: ClassInfo, args: tuple[Type, ...]) -> ClassInst:
    """A new instance, registered before its base is resolved so that classes may refer to themselves."""
    if len(args) != len(info.type_params):
        raise fail("E0302", f"`{info.shown_name}` needs {counted(len(info.type_params), 'type argument')}", world.at)
    check_growth(args, world.at)
    if any(t is NEVER or (isinstance(t, TupleType) and NEVER in t.items) for t in args):
        raise fail(
            "E0321",
            f"the items of this {info.shown_name} have no type",
            world.at,
            help="give it a variable with a type",
        )
    if any(isinstance(a, ArrayType) for a in args):
        raise fail("E0423", f"`{info.shown_name}` cannot hold an `Array`", world.at, help=ARRAY_HELP)
    shown = f"[{', '.join(map(symbol_of, args))}]" if args else ""
    inst = ClassInst(info, args, by_value=info.by_value, symbol=f"{info.module.name}.{info.name}{shown}")
    world.class_insts[info, args] = inst
    if info.base is not None:
        notes = Annotations(world, info.module, dict(zip(info.type_params, args, strict=True)))
        try:
            inst.base = world.inst(info.base, tuple(notes.type_of(a) for a in info.base_args))
        except CompileError:
            del world.class_insts[info, args]  # the next one who asks gets the same error, no half class
            raise
    return inst


def symbol_of(t: Type) -> str:
    """`t` as a part of symbols: like its text, but classes of different modules differ even if their names do not."""
    match t:
        case RecursiveUnion():
            return f"{t.home}.{t}"
        case ClassInst():
            return t.symbol
        case TupleType():
            return f"tuple[{', '.join(map(symbol_of, t.items)) or '()'}]"
        case OptionalType():
            return f"{symbol_of(t.item)} | None"
        case UnionType():
            return " | ".join(map(symbol_of, t.members))
        case FuncType():
            return f"Callable[[{', '.join(map(symbol_of, t.params))}], {symbol_of(t.result)}]"
        case PtrType():
            return f"Ptr[{symbol_of(t.item)}]"
        case ArrayType():
            return f"Array[{symbol_of(t.item)}, {t.length}]"
    return str(t)


def class_env(inst: ClassInst, defining: ClassInfo) -> dict[str, Type]:
    """What the type variables of `defining` (the class of `inst` or one of its bases) stand for."""
    cls: ClassInst | None = inst
    while cls is not None and cls.info is not defining:
        cls = cls.base
    return dict(zip(defining.type_params, cls.args, strict=True)) if cls else {}


def base_inst(inst: ClassInst, info: ClassInfo) -> ClassInst:
    """`inst` seen as its base class `info`."""
    cls: ClassInst | None = inst
    while cls is not None and cls.info is not info:
        cls = cls.base
    assert cls is not None
    return cls


def dict_base(t: Type) -> ClassInst | None:
    """A dict, or the dict that an object of a subclass is; None for other types."""
    cls = t if isinstance(t, ClassInst) else None
    while cls is not None and not (cls.info.module.library and cls.name == "dict"):
        cls = cls.base
    return cls


def find_member(inst: ClassInst, name: str) -> tuple[ClassInst, Symbol] | None:
    """Member `name` and the class instance that defines it."""
    found = inst.info.member(name)
    return None if found is None else (base_inst(inst, found[0]), found[1])


def find_method(inst: ClassInst, name: str) -> tuple[ClassInst, FuncInfo] | None:
    """Method `name` and the class instance that defines it; None where the member is no method."""
    found = find_member(inst, name)
    return (found[0], found[1]) if found is not None and isinstance(found[1], FuncInfo) else None


# Fields


def fields_of(world: World, inst: ClassInst) -> dict[str, Type]:
    """The fields of `inst`'s objects in layout order; found on first use."""
    if inst in world.fields_failed:
        raise world.fields_failed[inst]
    if inst not in world.fields_done:
        world.fields_done.add(inst)
        try:
            _find_fields(world, inst)
        except CompileError as error:
            world.fields_failed[inst] = error  # the same error for whoever needs them next
            raise
    return inst.fields


def _find_fields(world: World, inst: ClassInst) -> None:
    from rumpkc.types import layouts
    from rumpkc.types.arrays import check_value_class

    if inst.base is not None:
        inst.fields.update(fields_of(world, inst.base))
    info = inst.info
    if info.kind == "record":
        inst.fields[layouts.AT] = PtrType(U8)
        layouts.layout_of(world, inst)
        return
    notes = Annotations(world, info.module, class_env(inst, info), inst)
    if info.kind == "enum":
        _enum_fields(world, inst)
    elif info.kind == "mmio":
        inst.fields["_base"] = USIZE
    for name, stmt in info.declared.items():
        if info.kind == "dataclass" and synth.is_init_var(stmt):
            continue
        inst.fields[name] = notes.type_of(_field_annotation(stmt))
    for member in list(info.members.values()):
        if isinstance(member, FuncInfo) and inst.base is not None and member.name in inst.base.fields:
            raise fail(
                "E0317",
                f"`{member.name}` is a field of `{inst.base}`, so `{inst}` cannot have a method of this name",
                member.node.name_span,
                help="give it another name",
            )
    for func in _with_self(info):
        _assigned_fields(world, inst, func, notes)
    for name in [n for n in inst.fields if inst.base is None or n not in inst.base.fields]:
        if unset.may_lack(world, info, name):
            inst.fields[unset.FLAG + name] = BOOL
    if inst.by_value and not info.module.library:
        check_value_class(inst, info.node.name_span)
    for name, t in inst.fields.items() if inst.by_value else ():
        if _lies_in(world, inst, t):
            at = info.declared[name].span if name in info.declared else info.node.name_span
            raise fail(
                "E0424",
                f"a `{inst}` would lie in its own field `{name}`",
                at,
                help="a value class lies where it is used; without `@value` the field is a reference",
            )


def _lies_in(world: World, inst: ClassInst, t: Type) -> bool:
    """Whether a value of type `t` has an `inst` in place."""
    match t:
        case ClassInst(by_value=True):
            return t is inst or any(_lies_in(world, inst, f) for f in fields_of(world, t).values())
        case TupleType(items=items) | UnionType(members=items):
            return any(_lies_in(world, inst, i) for i in items)
        case OptionalType(item=item) | ArrayType(item=item):
            return _lies_in(world, inst, item)
    return False


def _field_annotation(stmt: tree.AnnAssign) -> tree.Expr:
    note = stmt.annotation
    if isinstance(note, tree.Subscript) and dotted(note.value).rpartition(".")[2] == "Final":
        return note.slice
    return note


def _enum_fields(world: World, inst: ClassInst) -> None:
    from rumpkc.types.enums import value_type

    inst.fields["_name_"] = world.cls("str")
    inst.fields["_value_"] = value_type(world, inst.info)


def _assigned_fields(world: World, inst: ClassInst, func: FuncInfo, notes: Annotations) -> None:
    """Fields that `func` gives to `self`: annotated ones, then those whose type follows from the value."""
    from rumpkc.types.globals import type_of

    if not func.node.args.args and not func.node.args.posonly:
        return
    me = (*func.node.args.posonly, *func.node.args.args)[0].name
    unknown = False
    for stmt in _all_statements(func.node.body):
        if isinstance(stmt, tree.AnnAssign) and _self_attr(stmt.target, me):
            name = stmt.target.attr  # type: ignore[attr-defined]
            if name not in inst.fields:
                inst.fields[name] = notes.type_of(_field_annotation(stmt))
        elif isinstance(stmt, tree.AugAssign) and _self_attr(stmt.target, me):
            name = stmt.target.attr  # type: ignore[attr-defined]
            shadowed = find_member(inst, name)
            if name not in inst.fields and shadowed is not None and isinstance(shadowed[1], VarInfo):
                inst.fields[name] = type_of(world, shadowed[1])
        elif isinstance(stmt, tree.Assign):
            for target in stmt.targets:
                if _self_attr(target, me) and target.attr not in inst.fields and _may_be_field(inst, target.attr):  # type: ignore[attr-defined]
                    simple = _simple_type(world, func, stmt.value, notes)
                    if simple is None or isinstance(simple, PtrType):
                        unknown = True
                    else:
                        inst.fields[target.attr] = simple  # type: ignore[attr-defined]
                elif isinstance(target, (tree.Tuple, tree.List)):
                    unknown = unknown or any(_self_attr(e, me) for e in target.elts)
    if unknown:
        from rumpkc.types.check import discover_fields

        discover_fields(world, inst, func)


def assigns_field(info: ClassInfo, name: str) -> bool:
    """Whether the body or the methods of `info` itself make a field `name`; its type need not be known yet."""
    if info.assigned is None:
        found = set(info.declared) - set(info.members)
        for func in _with_self(info):
            found |= _self_targets(func)
        info.assigned = frozenset(n for n in found if not isinstance(info.members.get(n), FuncInfo))
    return name in info.assigned


def _with_self(info: ClassInfo) -> list[FuncInfo]:
    """The methods and setters of the class itself: what may assign to `self`."""
    found = [m for m in info.members.values() if isinstance(m, FuncInfo)]
    return [m for m in found if m.kind == "method"] + [m.setter for m in found if m.setter is not None]


def _self_targets(func: FuncInfo) -> set[str]:
    params = (*func.node.args.posonly, *func.node.args.args)
    out: set[str] = set()
    for stmt in _all_statements(func.node.body) if params else ():
        targets: tuple[tree.Expr, ...] = ()
        if isinstance(stmt, (tree.AnnAssign, tree.AugAssign)):
            targets = (stmt.target,)
        elif isinstance(stmt, tree.Assign):
            targets = stmt.targets
        for target in targets:
            parts = target.elts if isinstance(target, (tree.Tuple, tree.List)) else (target,)
            out |= {p.attr for p in parts if isinstance(p, tree.Attribute) and _self_attr(p, params[0].name)}
    return out


def _may_be_field(inst: ClassInst, name: str) -> bool:
    """A method's name is no field; a class variable that `self.x = …` shadows is one."""
    found = inst.info.member(name)
    return found is None or isinstance(found[1], VarInfo)


def _simple_type(world: World, func: FuncInfo, value: tree.Expr, notes: Annotations) -> Type | None:
    """The type of a value that needs no inference: a parameter or a literal."""
    if isinstance(value, tree.Constant):
        return {"int": INT, "float": FLOAT, "bool": BOOL, "str": world.cls("str"), "bytes": world.cls("bytes")}.get(
            value.kind
        )
    if isinstance(value, tree.Name):
        for arg in (*func.node.args.posonly, *func.node.args.args, *func.node.args.kwonly):
            if arg.name == value.id and arg.annotation is not None and not _assigns(func.node.body, value.id):
                return notes.type_of(arg.annotation)
    return None


def _assigns(body: tuple[tree.Stmt, ...], name: str) -> bool:
    from rumpkc.types.fx import assigned_names

    return name in assigned_names(body)


def _self_attr(target: tree.Expr, me: str) -> bool:
    return isinstance(target, tree.Attribute) and isinstance(target.value, tree.Name) and target.value.id == me


def _all_statements(body: tuple[tree.Node, ...]) -> list[tree.Stmt]:
    from rumpkc.types.fx import children

    out: list[tree.Stmt] = []
    for node in body:
        if isinstance(node, (tree.FunctionDef, tree.ClassDef)):
            continue
        if isinstance(node, tree.Stmt):
            out.append(node)
        if isinstance(node, (tree.Stmt, tree.ExceptHandler, tree.MatchCase)):
            out += _all_statements(
                tuple(c for c in children(node) if isinstance(c, (tree.Stmt, tree.ExceptHandler, tree.MatchCase)))
            )
    return out


def topmost_definer(inst: ClassInst, name: str) -> ClassInst:
    """The farthest base that defines method `name`: the owner of its virtual slot."""
    best = inst
    cls: ClassInst | None = inst
    while cls is not None:
        if name in cls.info.members:
            best = cls
        cls = cls.base
    return best


def missing_field(inst: ClassInst, name: str, span: Span) -> Exception:
    """The error for an attribute that no class in the chain has."""
    from rumpkc.diagnostics import did_you_mean

    names = [*inst.fields, *(n for cls in inst.info.ancestors() for n in cls.members)]
    return fail(
        "E0320",
        f"`{inst}` has no attribute `{name}`",
        span,
        help=did_you_mean(name, names),  # type: ignore[arg-type]
        labels=(Label(inst.info.node.name_span, f"`{inst.name}` is declared here"),)
        if inst.info.node.name_span.line
        else (),
    )
