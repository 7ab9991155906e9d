"""Instances of classes: their bases, members and fields, and which methods need a virtual slot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rumpkc.diagnostics import CompileError, Label, counted, fail
from rumpkc.source import Span
from rumpkc.syntax import tree
from rumpkc.types import captures, synth, unset
from rumpkc.types.annotations import ARRAY_HELP, Annotations
from rumpkc.types.real import with_ints
from rumpkc.types.scopes import dotted
from rumpkc.types.signature import check_growth
from rumpkc.types.symbols import (
    ClassInfo,
    FuncInfo,
    Symbol,
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
    FormsType,
    FuncType,
    OptionalType,
    Pack,
    PackForms,
    NONE,
    PtrType,
    RecursiveUnion,
    TupleType,
    Type,
    UnionType,
)

if TYPE_CHECKING:
    from rumpkc.types.world import World

ASSIGNMENTS = (tree.AnnAssign, tree.AugAssign, tree.Assign)


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
        from rumpkc.types import typed_dicts

        notes = Annotations(world, info.module, dict(zip(info.type_params, args, strict=True)))
        try:
            inst.base = typed_dicts.base_of(world, info) if info.kind == "typeddict" else (
                world.inst(info.base, tuple(notes.type_of(a) for a in info.base_args)))
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
        case FormsType():
            forms = "; ".join(",".join(heads) for heads in t.heads)
            return f"tuple[{', '.join(map(symbol_of, t.items))}; {forms}]"
        case TupleType():
            return f"tuple[{', '.join(map(symbol_of, t.items)) or '()'}]"
        case OptionalType():
            return f"{symbol_of(t.item)} | None"
        case UnionType():
            return " | ".join(map(symbol_of, t.members))
        case FuncType():
            named = f", {', '.join(map(str, t.named))}" if t.named else ""
            return f"Callable[[{', '.join(map(symbol_of, t.params))}], {symbol_of(t.result)}{named}]"
        case Pack():
            named = f"; {', '.join(map(str, t.named))}" if t.named else ""
            named += f"; {','.join(head or '_' for head in t.heads)}" if t.heads is not None else ""
            return f"[{', '.join(map(symbol_of, t.items))}{named}]"
        case PackForms():
            return " | ".join(map(symbol_of, t.packs))
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
    for name, note in info.captured.items():
        inst.fields[name + captures.SUFFIX] = notes.type_of(note)
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
    _assigned_from_outside(world, inst)
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
    from rumpkc.types.enum_values import value_type

    inst.fields["_name_"] = world.cls("str")
    inst.fields["_value_"] = value_type(world, inst.info)


def _assigned_fields(world: World, inst: ClassInst, func: FuncInfo, notes: Annotations) -> None:
    """Fields that `func` gives to `self`: annotated ones, then those whose type follows from the value."""
    from rumpkc.types.globals import type_of

    if not func.node.args.args and not func.node.args.posonly:
        return
    me = (*func.node.args.posonly, *func.node.args.args)[0].name
    unknown, known = False, set(inst.fields)
    if func.assignments is None:
        func.assignments = tuple(s for s in _all_statements(func.node.body) if isinstance(s, ASSIGNMENTS))
    for stmt in func.assignments:
        if isinstance(stmt, tree.AnnAssign) and dotted(stmt.annotation) in ("Final", "typing.Final") and stmt.value:
            stmt = tree.Assign(stmt.span, (stmt.target,), stmt.value)
        if isinstance(stmt, tree.AnnAssign) and self_attr(stmt.target, me):
            name = stmt.target.attr  # type: ignore[attr-defined]
            if name not in inst.fields:
                inst.fields[name] = notes.type_of(_field_annotation(stmt))
        elif isinstance(stmt, tree.AugAssign) and self_attr(stmt.target, me):
            name = stmt.target.attr  # type: ignore[attr-defined]
            shadowed = find_member(inst, name)
            if name not in inst.fields and shadowed is not None and isinstance(shadowed[1], VarInfo):
                inst.fields[name] = type_of(world, shadowed[1])
        elif isinstance(stmt, tree.Assign):
            for target in stmt.targets:
                if self_attr(target, me) and target.attr not in inst.fields and _may_be_field(inst, target.attr):  # type: ignore[attr-defined]
                    simple = _type_in_class(world, inst, target.attr) or (  # type: ignore[attr-defined]
                        _simple_type(world, func, stmt.value, notes))
                    if simple is None or isinstance(simple, PtrType):
                        unknown = True
                    else:
                        inst.fields[target.attr] = simple  # type: ignore[attr-defined]
                elif isinstance(target, (tree.Tuple, tree.List)):
                    unknown = unknown or any(self_attr(e, me) for e in target.elts)
    if unknown:
        from rumpkc.types.check import discover_fields

        discover_fields(world, inst, func)
    if world.ints_in_floats and not inst.info.module.library:
        inst.fields.update({name: with_ints(t) for name, t in inst.fields.items() if name not in known})


def _assigned_from_outside(world: World, inst: ClassInst) -> None:
    """Fields of which the class body has a value for all, and only functions outside give an object its own."""
    from rumpkc.types.fx import PartialType
    from rumpkc.types.globals import assigned_through_object, type_of

    info = inst.info
    if info.module.library or inst.by_value or info.frozen or info.kind not in ("plain", "dataclass"):
        return
    for name, member in info.members.items():
        if isinstance(member, VarInfo) and member.annotation is None and member.value is not None and (
                name not in inst.fields and assigned_through_object(world, name)):
            t = type_of(world, member)
            if t is not NONE and not isinstance(t, (PartialType, PtrType)):
                inst.fields[name] = with_ints(t) if world.ints_in_floats else t


def _type_in_class(world: World, inst: ClassInst, name: str) -> Type | None:
    """The type of a class variable that a constant tells: an object's own value has that one too (`rate = 0.05`)."""
    from rumpkc.types.globals import type_of

    found = find_member(inst, name)
    if found is None or not isinstance(found[1], VarInfo) or found[0].info.kind == "enum":
        return None
    value = found[1].value
    told = isinstance(value, tree.Constant) and value.value is not None and found[1].annotation is None
    return type_of(world, found[1]) if told else None


def assigns_field(info: ClassInfo, name: str) -> bool:
    """Whether the body or the methods of `info` itself make a field `name`; its type need not be known yet."""
    if info.assigned is None:
        found = set(info.declared) - set(info.members)
        for func in _with_self(info):
            found |= _self_targets(func)
        info.assigned = frozenset(n for n in found if not isinstance(info.members.get(n), FuncInfo))
    return name in info.assigned


def _with_self(info: ClassInfo) -> list[FuncInfo]:
    """The methods, setters and deleters of the class itself: what may assign to `self`."""
    found = [m for m in info.members.values() if isinstance(m, FuncInfo)]
    more = [m for f in found for m in (f.setter, f.deleter) if m is not None]
    return [m for m in found if m.kind == "method"] + more


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
            out |= {p.attr for p in parts if isinstance(p, tree.Attribute) and self_attr(p, params[0].name)}
    return out


def _may_be_field(inst: ClassInst, name: str) -> bool:
    """A method's name is no field; a class variable that `self.x = …` shadows is one."""
    found = inst.info.member(name)
    return found is None or isinstance(found[1], VarInfo)


def _simple_type(world: World, func: FuncInfo, value: tree.Expr, notes: Annotations) -> Type | None:
    """The type of a value that needs no inference: a parameter or a literal."""
    from rumpkc.types.fx import bound_names

    if isinstance(value, tree.Constant):
        return {"int": INT, "float": FLOAT, "bool": BOOL, "str": world.cls("str"), "bytes": world.cls("bytes")}.get(
            value.kind
        )
    if isinstance(value, tree.Name):
        for arg in (*func.node.args.posonly, *func.node.args.args, *func.node.args.kwonly):
            if arg.name == value.id and arg.annotation is not None and value.id not in bound_names(func):
                return notes.type_of(arg.annotation)
    return None


def self_attr(target: tree.Expr, me: str) -> bool:
    """Whether `target` is `me.x`."""
    return isinstance(target, tree.Attribute) and isinstance(target.value, tree.Name) and target.value.id == me


def _all_statements(body: tuple[tree.Node, ...]) -> list[tree.Stmt]:
    from rumpkc.syntax.walk import children

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


ELSEWHERE = {                           # what other languages, and older Pythons, call it -> what to write
    **dict.fromkeys(("length", "size", "getLength"), "write `len(…)`"),
    **dict.fromkeys(("push", "push_back", "add", "Add"), "write `append(…)`"),
    **dict.fromkeys(("has_key", "contains", "includes", "has", "containsKey"), "write `… in …`"),
    **dict.fromkeys(("toString", "to_string", "ToString"), "write `str(…)`"),
    **dict.fromkeys(("substring", "substr", "slice"), "write a slice: `text[start:end]`"),
    **dict.fromkeys(("map", "filter"), "write a comprehension: `[f(x) for x in … if …]`"),
    **dict.fromkeys(("trim", "Trim"), "write `strip()`"),
    **dict.fromkeys(("forEach", "foreach", "each"), "write a loop: `for x in …:`"),
    **dict.fromkeys(("iteritems", "entries"), "write `items()`"),
    "indexOf": "write `find(…)`, or `index(…)`", "charAt": "write an index: `text[i]`",
    "toUpperCase": "write `upper()`", "toLowerCase": "write `lower()`",
}


def _item(inst: ClassInst, name: str, near: str) -> str:
    """A help text for `d.name` of a dictionary with texts as keys; else ""."""
    is_dict = inst.name == "dict" and isinstance(inst.args[0], ClassInst) and inst.args[0].name == "str"
    words = f"n item is written `[\"{name}\"]`"
    return "" if not is_dict else f"{near} A{words}" if near else f"a{words}"


FIXED = {"tuple": "list", "str": "list of parts to be joined in the end", "bytes": "bytearray", "frozenset": "set"}
CHANGES = frozenset("""append extend insert pop remove clear sort reverse add discard update""".split())


def never_changed(kind: str, name: str) -> str:
    """A help text for a method that changes its object, of a class whose objects never change; else ""."""
    return f"a {kind} never changes: keep a {FIXED[kind]}" if kind in FIXED and name in CHANGES else ""


def missing_field(world: World, inst: ClassInst, name: str, span: Span, key: bool = False) -> Exception:
    """The error for an attribute that no class in the chain has. `key`: it may be meant as the key of an item."""
    from rumpkc.diagnostics import did_you_mean
    from rumpkc.types import after_errors

    if after_errors.is_unsaid(world, inst, name):
        return CompileError()
    hidden = inst.info.module.library and not name.startswith("_")       # how the library is made is no help
    names = [n for n in (*inst.fields, *(n for cls in inst.info.ancestors() for n in cls.members))
             if n.isidentifier() and not (hidden and n.startswith("_"))]
    near = did_you_mean(name, names)
    known = inst.info.module.library and (
        ELSEWHERE.get(name) or never_changed(inst.name, name) or key and _item(inst, name, near))
    found = inst.info.member(name)
    if name not in inst.fields and found is not None and isinstance(found[1], VarInfo):
        near = f"the class has one; for objects to have their own, annotate it there: `{name}: int = …`, or what it is"
    of_objects = f"its objects have one; of the class itself it is `{name}: ClassVar[…]`" if name in inst.fields else ""
    return fail(
        "E0320",
        f"`{inst}` has no attribute `{name}`",
        span,
        help=of_objects or known or near,
        labels=(Label(inst.info.node.name_span, f"`{inst.name}` is declared here"),)
        if inst.info.node.name_span.line and not inst.info.module.library
        else (),
    )
