"""Class statements as written: bases, decorators and the members of the body."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from rumpkc.diagnostics import counted, fail
from rumpkc.source import Span
from rumpkc.syntax import tree
from rumpkc.types import (
    abstract_bases,
    class_decorators,
    container_classes,
    decorations,
    enum_values,
    length_hints,
    mixins,
    own_iterators,
    own_variables,
    synth,
    target_parts,
    total_ordering,
    typed_dicts,
)
from rumpkc.types.annotations import Annotations
from rumpkc.types.captures import Captured
from rumpkc.types.class_scope import ClassScope
from rumpkc.types.classes import self_attr
from rumpkc.types.hoisting import LOCALS, Moved
from rumpkc.types.scopes import annotated_variable, dotted, has_own_decorator, make_function
from rumpkc.types.symbols import (
    ClassInfo,
    FuncInfo,
    Special,
    TypeVarInfo,
    VarInfo,
)

if TYPE_CHECKING:
    from rumpkc.types.world import World


CONSTANTS = ("int", "float", "bool", "str", "bytes")       # kinds of literals, each the name of its type
ENUM_BASES = ("enum.Enum", "enum.IntEnum", "enum.IntFlag", "enum.Flag", "enum.StrEnum")
A_FIELD = "write a `@dataclass(frozen=True)` with the {} in a field, `__str__` and what else it does; or " \
    "`{} = NewType(\"{}\", {})` where it adds no methods"
INSTEAD = {                             # of a base that is no class here
    "str": A_FIELD.format("text", "Name", "Name", "str"), "bytes": A_FIELD.format("bytes", "Key", "Key", "bytes"),
    "int": A_FIELD.format("number", "Port", "Port", "int") + "; named numbers are an `IntEnum`",
    "float": A_FIELD.format("number", "Metres", "Metres", "float"),
    "tuple": "write a `NamedTuple`: its fields have names and types", "frozenset": "hold the set in a field instead",
}
MIXED_KINDS = {                         # `class E(str, Enum)` is a StrEnum that shows its names
    "builtins.str": "StrEnum", "builtins.int": "IntEnum"}


def prepare(world: World, info: ClassInfo) -> None:
    """Resolve `info`'s bases, decorators and body."""
    methods = _bases(world, info)
    _decorators(world, info)
    scope = ClassScope(info)
    for stmt in info.node.body:
        _member(world, info, scope.statement(stmt))
    class_decorators.check_subclass(info)
    class_decorators.add_given(info)
    own_variables.add(world, info)
    typed_dicts.finish(world, info)
    abstract_bases.add_methods(world, info, methods)
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
    container_classes.check_private(info)
    synth.add_methods(world, info)
    container_classes.check(info)
    container_classes.add_repr(info)
    length_hints.add_method(info)
    if info.options.get("total_ordering"):
        total_ordering.add_methods(info)


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
    return self_attr(target, "self") and isinstance(value, tree.Name) and target.attr == value.id  # type: ignore


def _bases(world: World, info: ClassInfo) -> list[FuncInfo]:
    """The one base class, the kind that other bases give, and the type parameters that all of them name. What is
    returned are the methods that classes of `collections.abc` bring."""
    methods: list[FuncInfo] = []
    params: list[str] = [p.name for p in info.node.type_params
                         if isinstance(p, (tree.TypeVarParam, tree.ParamSpecParam))]
    notes = Annotations(world, info.module, {})
    found: list[mixins.Base] = []
    for base in info.node.bases:
        head = base.value if isinstance(base, tree.Subscript) else base
        args = _type_arguments(base)
        for arg in args:
            if isinstance(arg, tree.Name) and isinstance(notes.symbol(arg), TypeVarInfo) and arg.id not in params:
                params.append(arg.id)
        symbol = notes.symbol(head)
        if isinstance(symbol, ClassInfo) and symbol.kind == typed_dicts.KIND:
            typed_dicts.inherit(info, symbol)
        elif isinstance(symbol, ClassInfo):
            found.append(_class_base(info, symbol, args, base, dotted(head)))
            methods += abstract_bases.manager_methods(world, info, symbol)
        elif not isinstance(symbol, Special):
            raise fail("E0201", f"`{dotted(head) or 'this base'}` is not a class", base.span)
        elif symbol.name in MIXED_KINDS and _is_mixed(notes, info, base):
            info.options |= {MIXED_KINDS[symbol.name]: True, enum_values.MIXED: True}
        elif symbol.name in container_classes.BASES:
            home = world.builtin(container_classes.BASES[symbol.name])
            found.append(_class_base(info, home, args, base, dotted(head)))
        elif symbol.name in own_iterators.BASES:
            own_iterators.written_base(world, info, symbol, args, base)
        elif symbol.name in abstract_bases.BASES:
            methods += abstract_bases.written_base(world, info, symbol, args, base)
            info.abstract += (symbol.name.removeprefix("typing."),)
        elif symbol.name == "typing.Hashable":
            pass
        else:
            _special_base(info, symbol, base)
            if symbol.name == "typing.Generic":
                params = _generic_parameters(notes, params, args, base)
    if found:
        info.base, info.base_args = found[0] if len(found) == 1 else (
            mixins.join(world, info, found, info.node.bases[-1].span))
    for keyword in info.node.keywords:
        if info.kind == typed_dicts.KIND and keyword.name == "total" and isinstance(keyword.value, tree.Constant):
            info.options["total"] = bool(keyword.value.value)
            continue
        if keyword.name != "metaclass" and info.base is not None and class_decorators.subclass_hook(info.base):
            continue
        raise fail(
            "E0406",
            f"`{keyword.name}=` in a class's bases has no compiled meaning",
            keyword.span,
            help="write what it would add into the class itself",
        )
    info.type_params = tuple(params)
    return methods


def _is_mixed(notes: Annotations, info: ClassInfo, base: tree.Expr) -> bool:
    """`class E(str, Enum)`, for `base` the first of the two."""
    bases = info.node.bases
    last = notes.symbol(bases[-1]) if len(bases) == 2 and base is bases[0] else None
    return isinstance(last, Special) and last.name == "enum.Enum"


def _type_arguments(base: tree.Expr) -> tuple[tree.Expr, ...]:
    if not isinstance(base, tree.Subscript):
        return ()
    return base.slice.elts if isinstance(base.slice, tree.Tuple) else (base.slice,)


def _class_base(
    info: ClassInfo, symbol: ClassInfo, args: tuple[tree.Expr, ...], base: tree.Expr, name: str
) -> mixins.Base:
    """`class C(Base[args])`, where `name` is the base as it is written."""
    if symbol.module is info.module and LOCALS not in info.name and symbol.node.span.line >= info.node.span.line:
        raise fail(
            "E0201",
            f"`{name}` is not defined yet here",
            base.span,
            help=f"write `class {name}` above `class {info.name}`" if symbol is not info else "",
        )
    if not args and symbol.module.name == "lib.contextlib":       # what `__enter__` gives: checkers take it for Any
        args = tuple(tree.Name(base.span, "object") for _ in symbol.type_params)
    if len(args) != len(symbol.type_params):
        raise fail(
            "E0302",
            f"`{name}` takes {counted(len(symbol.type_params), 'type argument')}, not {len(args)}",
            base.span,
            help=f"write `{name}[{', '.join(['…'] * len(symbol.type_params))}]`" if symbol.type_params else "",
        )
    if symbol.module.name == "lib.collections" and symbol.name == "defaultdict":
        raise fail("E0407", "`defaultdict` cannot be a base class", base.span, help="hold the value in a field instead")
    if symbol.kind != "enum":
        return symbol, args
    if info.kind == "plain":
        info.kind = "enum"
    if any(isinstance(m, VarInfo) for m in symbol.members.values()):
        raise fail(
            "E0407",
            f"the enumeration `{name}` has members, so it cannot be a base class",
            base.span,
            help="write all members in one class",
        )
    return symbol, args


def _generic_parameters(
    notes: Annotations, params: list[str], args: tuple[tree.Expr, ...], base: tree.Expr
) -> list[str]:
    """`Generic[T, U]` says the order; E0302 where it does not list type variables."""
    if not args or not all(isinstance(notes.symbol(a), TypeVarInfo) for a in args):
        raise fail(
            "E0302",
            "`Generic` takes type variables",
            base.span,
            help='write `T = TypeVar("T")` above, and `Generic[T]`',
        )
    listed = [a.id for a in args if isinstance(a, tree.Name)]
    return [*listed, *(p for p in params if p not in listed)]


def _special_base(info: ClassInfo, symbol: Special, base: tree.Expr) -> None:
    match symbol.name:
        case "typing.Generic" | "abc.ABC":
            pass
        case "typing.Protocol":
            info.kind = "protocol"
        case "typing.TypedDict":
            info.kind = typed_dicts.KIND
        case "typing.NamedTuple":
            info.kind, info.frozen = "namedtuple", True
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
                help=INSTEAD.get(name.rpartition(".")[2], "hold the value in a field instead"),
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
        elif isinstance(symbol, FuncInfo) and (symbol.module.name, symbol.name) == ("lib.functools", "total_ordering"):
            info.options["total_ordering"] = True
        elif name == "typing.runtime_checkable":
            info.options["runtime_checkable"] = True
        elif name not in ("enum.unique", "typing.final"):
            class_decorators.check(notes, info, deco)
    if record is not None:
        layouts.mark(info, *record)


def _with_type(info: ClassInfo, stmt: tree.AnnAssign) -> tree.AnnAssign:
    """A field of a dataclass whose type is that of its default: `limit: Final = 10`."""
    bare = info.kind == "dataclass" and dotted(stmt.annotation) in ("Final", "typing.Final")
    if not bare or not isinstance(stmt.value, tree.Constant) or stmt.value.kind not in CONSTANTS:
        return stmt
    return replace(stmt, annotation=tree.Name(stmt.annotation.span, stmt.value.kind))


def _with_tuple(stmt: tree.AnnAssign) -> tree.AnnAssign:
    """A field of a structural type, which is a list elsewhere, where its default is a tuple: `xs: Sequence[T] = ()`."""
    note = stmt.annotation
    if not isinstance(stmt.value, tree.Tuple) or not isinstance(note, tree.Subscript):
        return stmt
    if dotted(note.value).rpartition(".")[2] not in ("Sequence", "Collection"):
        return stmt
    items = tree.Tuple(note.span, (note.slice, tree.Constant(note.span, "...", "ellipsis")))
    other = tree.Subscript(note.span, tree.Name(note.span, "tuple"), items)
    return replace(stmt, annotation=tree.BinOp(note.span, note, "|", other))


def _member(world: World, info: ClassInfo, stmt: tree.Stmt) -> None:
    match stmt:
        case tree.FunctionDef():
            _method(world, info, stmt)
        case tree.AnnAssign(target=tree.Name(id=name)):
            stmt = _with_tuple(_with_type(info, stmt))
            var = annotated_variable(info.module, stmt, name)
            assert isinstance(var, VarInfo)
            var.owner = info
            head = dotted(stmt.annotation.value if isinstance(stmt.annotation, tree.Subscript) else stmt.annotation)
            constant = head in ("Final", "typing.Final") and stmt.value is not None and info.kind == "plain"
            if head.endswith("ClassVar") or constant:
                info.members[name] = var
            elif info.kind == "dataclass" and head in ("KW_ONLY", "dataclasses.KW_ONLY"):
                info.keywords_follow = True
            else:
                if info.keywords_follow:
                    info.keyword_only.add(name)
                info.declared[name] = stmt
                if stmt.value is not None and info.kind not in ("dataclass", "namedtuple"):
                    info.members[name] = var
        case tree.Assign(targets=(tree.Name(id=name),), value=tree.Name(id=other)) if isinstance(
            method := info.members.get(other), FuncInfo
        ):
            info.members[name] = replace(method, name=name)         # `__rmul__ = __mul__`
        case tree.Assign(targets=(tree.Name(id=name),), value=tree.Call(func=tree.Name(id="property")) as call):
            info.members[name] = _property(info, name, call)
        case tree.Assign(targets=(tree.Name(id=name),),
                         value=tree.Call(func=tree.Name(id="staticmethod" | "classmethod" as kind)) as call):
            raise fail("E0314", f"`{kind}(…)` is not compiled", call.span,
                       help=f"write `@{kind}` above a method `{name}`")
        case tree.Assign() if target_parts.binds_names_only(stmt):
            for name, value in target_parts.bound_values(stmt):
                info.members[name] = VarInfo(name, info.module, None, value, stmt.span, info.kind == "enum", info)
        case tree.Pass() | tree.ExprStmt(value=tree.Constant()):
            pass
        case Captured(name=name, annotation=note):
            info.captured[name] = note
        case Moved(name=name, hidden=hidden):
            info.members[name] = info.module.names[hidden]
        case _:
            raise fail(
                "E0409",
                "this statement in a class body is not compiled",
                stmt.span,
                help="do it in `__init__`, or in a module-level function",
            )


def _method(world: World, info: ClassInfo, stmt: tree.FunctionDef) -> None:
    """A `def` in a class body."""
    func = decorations.add_method(world, info, stmt) if has_own_decorator(stmt) else make_function(
        info.module, stmt, info)
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
    elif func.kind == "deleter":
        if not isinstance(old, FuncInfo) or old.kind != "getter":
            raise fail("E0314", f"`{stmt.name}` has a deleter but no property before it", stmt.name_span)
        old.deleter = func
    elif not any(dotted(d).endswith("overload") for d in stmt.decorators):
        if stmt.name == class_decorators.HOOK:
            class_decorators.check_hook(func)
        info.members[stmt.name] = func


def _property(info: ClassInfo, name: str, call: tree.Call) -> FuncInfo:
    """`size = property(_get, _set)`, of methods above."""
    names = ("fget", "fset", "fdel", "doc")
    given = dict(zip(names, call.args, strict=False)) | {k.name or "": k.value for k in call.keywords}
    made: dict[str, FuncInfo] = {}
    for key in names[:3]:
        value = given.get(key)
        method = info.members.get(dotted(value).rpartition(".")[2]) if value is not None else None
        if isinstance(method, FuncInfo) and method.kind == "method":
            made[key] = replace(method, name=name, kind={"fget": "getter", "fset": "setter", "fdel": "deleter"}[key])
        elif value is not None and not (isinstance(value, tree.Constant) and value.value is None):
            raise fail("E0314", "`property(…)` takes methods that stand above it", value.span,
                       help=f"write `@property` above a method `{name}`")
    if "fget" not in made:
        raise fail("E0314", f"`{name}` is a property that cannot be read", call.span,
                   help=f"write `@property` above a method `{name}`")
    made["fget"].setter, made["fget"].deleter = made.get("fset"), made.get("fdel")
    return made["fget"]
