"""Reads annotations: the expression after `:` or `->` becomes a `Type`.

int | None          OptionalType(INT)
list["Node"]        ClassInst list[Node]
Array[u8, 16]       ArrayType(U8, 16)
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rumpkc.diagnostics import CompileError, counted, did_you_mean, fail
from rumpkc.source import Source, Span
from rumpkc.syntax import tree
from rumpkc.syntax.walk import children
from rumpkc.types import mixins
from rumpkc.types.builtins import CLASS_VALUE, VAR_TUPLE
from rumpkc.types.real import EXACT_HOLDERS, REAL
from rumpkc.types.scopes import dotted, is_literal
from rumpkc.types.symbols import (
    AliasInfo,
    ClassInfo,
    FuncInfo,
    ImportRef,
    ModuleInfo,
    Special,
    Symbol,
    TypeVarInfo,
    VarInfo,
)
from rumpkc.types.types import (
    BOOL,
    F32,
    FIXED,
    FLOAT,
    INT,
    NEVER,
    NONE,
    ArrayType,
    ClassInst,
    FuncType,
    OptionalType,
    Pack,
    PackForms,
    PackVar,
    PtrType,
    RecursiveUnion,
    TupleType,
    Type,
    UnionType,
    same_structure,
)
from rumpkc.types.unions import make_union

if TYPE_CHECKING:
    from rumpkc.types.world import World

SIMPLE = {
    "builtins.int": INT,
    "builtins.float": FLOAT,
    "builtins.bool": BOOL,
    "rumpk.f32": F32,
    "typing.Never": NEVER,
    "typing.NoReturn": NEVER,
} | {f"rumpk.{n}": t for n, t in FIXED.items()}
JSON = ("lib.json", "Json")             # what `json.loads` gives, which is `Any` to checkers of types
ANY_HELD = frozenset(("list", "List", "dict", "Dict", "Mapping", "MutableMapping", "Sequence", "MutableSequence",
                      "Collection", "Iterable"))       # those of `Any` may be an `Any` themselves (`World.any_held`)
CONTAINERS = {
    "builtins.list": "list",
    "builtins.dict": "dict",
    "builtins.set": "set",
    "builtins.frozenset": "frozenset",
    "typing.List": "list",
    "typing.Dict": "dict",
    "typing.Set": "set",
    "typing.FrozenSet": "frozenset",
}
# What a value can do (`structural.py`): the class that stands for it outside of signatures, and its type arguments.
SHAPES: dict[str, tuple[str, int]] = {
    **dict.fromkeys(
        ("typing.Sequence", "typing.MutableSequence", "typing.Collection", "typing.Container", "typing.Reversible"),
        ("list", 1),
    ),
    **dict.fromkeys(("typing.AbstractSet", "typing.MutableSet"), ("set", 1)),
    **dict.fromkeys(("typing.Mapping", "typing.MutableMapping"), ("dict", 2)),
    **{f"typing.{name}": ("", 0) for name in
       "Sized Hashable SupportsInt SupportsFloat SupportsIndex SupportsAbs".split()},
}
PLAIN = {"builtins.str": "str", "builtins.bytes": "bytes", "builtins.bytearray": "bytearray", "builtins.range": "range"}

TYPE_TEXT = re.compile(r"[\w\[\], |.]+")

MAX_ARRAY = 1 << 30             # items

ARRAY_HELP = "its items lie where it is declared: as a variable, a parameter or a field; hold an object that has it"


TAKES = {
    "Array": "a type and a length: `Array[u8, 16]`",
    "Ptr": "one type: `Ptr[u8]`",
    "Span": "one type: `Span[u8]`",
    "Optional": "one type: `Optional[int]`",
    "Callable": "a list of types and the result: `Callable[[int, str], bool]`",
    "Final": "one type: `Final[int]`",
    "ClassVar": "one type: `ClassVar[int]`",
    "Annotated": "a type and what is said about it: `Annotated[int, \"metres\"]`",
    "Mapping": "two types: `Mapping[str, int]`",
    "MutableMapping": "two types: `MutableMapping[str, int]`",
    "Sequence": "one type: `Sequence[int]`",
}


class Annotations:
    """Resolves the annotations of one module under one choice of type arguments."""

    def __init__(self, world: World, module: ModuleInfo, env: dict[str, Type], self_type: Type | None = None, *,
                 exact: bool = False) -> None:
        """`exact`: `float` is the class itself, not what a place of that type holds (`real.py`)."""
        self.world = world
        self.module = module
        self.env = env
        self.self_type = self_type
        self.float = FLOAT if exact or not world.ints_in_floats or module.library else REAL
        # Whether parts of a signature stand for type variables.
        self.hides = bool(env) and any(name.startswith(".") for name in env)
        self.in_shape = False                               # whether what is read lies in a `Sequence[…]`

    def type_of(self, node: tree.Expr) -> Type:
        """The type that `node` names; an error if it names none."""
        if self.hides and not isinstance(node, tree.BinOp) and (hidden := self.env.get(hidden_name(node))) is not None:
            return hidden
        match node:
            case tree.Constant(value=None, kind="none"):
                return NONE
            case tree.Constant(kind="str", value=str(text)):
                return self.type_of(parse_forward(text, node))
            case tree.BinOp(op="|"):
                return self.union([self._held(n, "a union") for n in (node.left, node.right)])
            case tree.Subscript():
                return self._generic(node)
            case tree.Name() | tree.Attribute():
                return self._named(node)
        raise fail("E0301", "this is not a type", node.span, help="write a class, `int`, `list[int]`, `X | None` …")

    def symbol(self, node: tree.Expr) -> Symbol | None:
        """The symbol that a dotted name stands for."""
        if isinstance(node, tree.Name):
            return self.world.lookup(self.module, node.id)
        if isinstance(node, tree.Attribute):
            head = self.symbol(node.value)
            if isinstance(head, ModuleInfo) and dotted(node) == "collections.abc" and node.attr not in head.names:
                return Special("module:collections.abc")
            if isinstance(head, ModuleInfo):
                found = head.names.get(node.attr)
                return self.world.resolve(found) if found is not None else None
            if isinstance(head, Special) and head.name.startswith("module:"):
                return self.world.resolve(ImportRef(head.name[7:], node.attr, node.attr_span))
            if isinstance(head, ClassInfo):
                found = head.member(node.attr)
                return found[1] if found is not None else None
        return None

    def container(self, node: tree.Expr) -> ClassInfo | None:
        """The container of lib.core whose bare name `node` is: `list`, `tuple`; None for other expressions."""
        symbol = self.symbol(node)
        if isinstance(symbol, Special):
            name = VAR_TUPLE if symbol.name == "builtins.tuple" else CONTAINERS.get(symbol.name)
            return self.world.builtin(name) if name is not None else None
        inside = isinstance(symbol, ClassInfo) and symbol.module.name.startswith("lib.core.")
        return symbol if isinstance(symbol, ClassInfo) and inside and symbol.type_params else None

    def _parameters(self, node: tree.Expr) -> Pack | PackForms | None:
        """The parameters of a `Callable`: `[A, B]`, a ParamSpec, `Concatenate[A, P]`; None where it is none of them."""
        if isinstance(node, tree.List):
            return Pack(tuple(self.type_of(a) for a in node.elts))
        if isinstance(node, tree.Name):
            known = self.env.get(node.id)
            return Pack((known,)) if isinstance(known, PackVar) else known if isinstance(
                known, (Pack, PackForms)) else None
        if not isinstance(node, tree.Subscript) or not isinstance(node.slice, tree.Tuple):
            return None
        head = self.symbol(node.value)
        *lead, last = node.slice.elts
        rest = self._parameters(last)
        if not isinstance(head, Special) or head.name != "typing.Concatenate" or rest is None:
            return None
        first = tuple(map(self.type_of, lead))
        if isinstance(rest, PackForms):
            return PackForms(tuple(
                Pack((*first, *own.items), (), (*("",) * len(first), *heads))
                for own, heads in zip(rest.packs, rest.heads, strict=True)))
        return Pack((*first, *rest.items), tuple(len(lead) + i for i in rest.named))

    def _named(self, node: tree.Name | tree.Attribute) -> Type:
        name = dotted(node)
        if name in self.env:
            return self.env[name]
        symbol = self.symbol(node)
        match symbol:
            case ClassInfo():
                if symbol.type_params:
                    raise fail(
                        "E0302",
                        f"`{symbol.shown_name}` needs type arguments",
                        node.span,
                        help=f"write `{name}[{', '.join(['…'] * len(symbol.type_params))}]`",
                    )
                if symbol.kind == "protocol":
                    return self._protocol(symbol, (), node)
                return mixins.seen_as(self.world, symbol)
            case AliasInfo(value=value) | VarInfo(value=value, annotation=None) if value is not None:
                return self._alias(symbol, value, node)
            case TypeVarInfo():
                raise fail(
                    "E0302",
                    f"the type variable `{name}` has no meaning here",
                    node.span,
                    help="use it in the parameters of a function, or in the bases of a class",
                )
            case Special():
                return self._special(symbol, node)
            case FuncInfo():
                raise fail("E0301", f"`{name}` is a function, not a type", node.span)
        near = did_you_mean(
            name, [*self.module.names, "int", "str", "float", "bool", "bytes", "list", "dict", "set", "tuple"]
        )
        raise fail("E0201", f"`{name}` is not defined", node.span, help=near)

    def _alias(self, symbol: AliasInfo | VarInfo, value: tree.Expr, node: tree.Expr) -> Type:
        """The type that a name for a type stands for."""
        if self.world.any_held and (symbol.module.name, dotted(node)) == JSON:
            return self.world.cls("object")
        if isinstance(symbol.recursive, RecursiveUnion) and not symbol.folding:
            return self._loose(symbol.recursive)
        env = {k: t for k, t in self.env.items() if not k.startswith(".")}
        if not words_of(value) & env.keys():
            env = {}
        if symbol.folding and not env:
            if symbol.recursive is None:
                symbol.recursive = RecursiveUnion(dotted(node), symbol.module.name)
            return symbol.recursive
        if symbol.folding:
            raise fail(
                "E0204",
                f"`{dotted(node)}` is defined by itself",
                node.span,
                help="a type that contains itself is a class with fields",
            )
        symbol.folding = True
        try:
            made = Annotations(self.world, symbol.module, env, exact=self.float is FLOAT).type_of(value)
            return made if symbol.recursive is None else self._loose(self._closed(symbol, made, node))
        except CompileError as error:
            symbol.recursive = None
            if error.code == "E0301" and error.diagnostics[0].span == value.span:   # not where the variable is
                raise fail("E0301", f"`{dotted(node)}` is a variable, not a type", node.span) from None
            raise
        finally:
            symbol.folding = False

    def _generic_alias(self, symbol: AliasInfo | VarInfo, value: tree.Expr, params: tuple[str, ...],
                       args: tuple[tree.Expr, ...], node: tree.Subscript) -> Type:
        """`Row[int]`, where `type Row[T] = list[T]`, or `Row = list[T]`."""
        if len(args) != len(params):
            count = counted(len(params), "type argument")
            raise fail("E0302", f"`{dotted(node.value)}` takes {count}, not {len(args)}", node.span)
        if symbol.folding:
            raise fail("E0204", f"`{dotted(node.value)}` is defined by itself", node.span,
                       help="a generic type that contains itself is a class with fields")
        held = (self._parameters(a) or NONE if isinstance(a, tree.List) else self._held(a, "a type") for a in args)
        env = dict(zip(params, held, strict=True))
        symbol.folding = True
        try:
            return Annotations(self.world, symbol.module, env, exact=self.float is FLOAT).type_of(value)
        finally:
            symbol.folding = False

    def _instance(self, info: ClassInfo, args: tuple[Type, ...], span: Span) -> ClassInst:
        """The class with these arguments; what is wrong with them is shown at `span`."""
        before, self.world.at = self.world.at, span
        try:
            return self.world.inst(info, args)
        finally:
            self.world.at = before

    def _closed(self, symbol: AliasInfo | VarInfo, made: Type, node: tree.Expr) -> Type:
        """A recursive alias, now that its members are known: the one that the program has of this structure."""
        whole = symbol.recursive
        if not isinstance(made, UnionType) or made is whole or whole is None:
            raise fail("E0204", f"`{dotted(node)}` is defined by itself", node.span,
                       help="a type that contains itself is a union, or a class with fields")
        whole.close(made.members)
        symbol.recursive = next((r for r in self.world.recursive if same_structure(r, whole)), whole)
        if symbol.recursive is whole:
            self.world.recursive.append(whole)
        return symbol.recursive

    def _loose(self, whole: Type) -> Type:
        """A `Json` of the program's own, which is given what `json.loads` gives: an `Any` where that is one."""
        plain = isinstance(whole, UnionType) and all(
            m.info.module.library for m in whole.members if isinstance(m, ClassInst))
        return self.world.cls("object") if self.world.any_held and plain else whole

    def _special(self, symbol: Special, node: tree.Expr) -> Type:
        if symbol.name in SIMPLE:
            return self.float if symbol.name == "builtins.float" else SIMPLE[symbol.name]
        if symbol.name in PLAIN:
            return self.world.cls(PLAIN[symbol.name])
        if symbol.name == "builtins.type":
            return self.world.cls(CLASS_VALUE, self.world.cls("object"))
        if symbol.name in ("types.TracebackType", "typing.Any"):
            return self.world.cls("object")
        if symbol.name == "typing.Self" and self.self_type is not None:
            return self.self_type
        short = symbol.name.rpartition(".")[2]
        if symbol.name in SHAPES and SHAPES[symbol.name][1] == 0:
            raise fail("E0301", f"`{short}` is a type of parameters only", node.span,
                       help="name the class, or a union of the possible types")
        if symbol.name in CONTAINERS or symbol.name in SHAPES or symbol.name in (
            "builtins.tuple",
            "typing.Callable",
            "rumpk.Ptr",
            "rumpk.Array",
            "rumpk.Span",
        ):
            raise fail("E0302", f"`{short}` needs type arguments", node.span, help=f"write `{short}[…]`")
        raise fail("E0301", f"`{short}` is not a type here", node.span)

    def _generic(self, node: tree.Subscript) -> Type:
        symbol = self.symbol(node.value)
        args = node.slice.elts if isinstance(node.slice, tree.Tuple) else (node.slice,)
        if isinstance(symbol, ClassInfo):
            return self._class(symbol, args, node)
        if isinstance(symbol, Special):
            return self._special_generic(symbol, args, node)
        if isinstance(symbol, (AliasInfo, VarInfo)) and symbol.value is not None and (
                params := alias_parameters(self.world, symbol)):
            return self._generic_alias(symbol, symbol.value, params, args, node)
        if symbol is None:
            name = dotted(node.value)
            raise fail("E0201", f"`{name}` is not defined", node.value.span, help=did_you_mean(name, self.module.names))
        if isinstance(symbol, FuncInfo) and symbol.module.name == "lib.itertools":      # classes, in CPython
            return self._class(self._library("lib.core.iterator", "Iterator"), args, node)
        raise fail("E0301", f"`{dotted(node.value)}` takes no type arguments", node.span)

    def _class(self, info: ClassInfo, args: tuple[tree.Expr, ...], node: tree.Expr) -> Type:
        if len(args) != len(info.type_params):
            raise fail(
                "E0302",
                f"`{info.shown_name}` takes {counted(len(info.type_params), 'type argument')}, not {len(args)}",
                node.span,
            )
        notes = self
        if info.module.name in EXACT_HOLDERS:
            notes = Annotations(self.world, self.module, self.env, self.self_type, exact=True)
        held = tuple(
            notes._parameters(a) or NONE if isinstance(a, tree.List) else notes._held(a, f"`{info.shown_name}`")
            for a in args)
        return self._protocol(info, held, node) if info.kind == "protocol" else self._instance(info, held, node.span)

    def _protocol(self, info: ClassInfo, args: tuple[Type, ...], node: tree.Expr) -> Type:
        from rumpkc.types.structural import conforming

        return conforming(self.world, info, args, node.span)

    def _exact(self, node: tree.Expr) -> Type:
        """The type of an item that has its place in memory."""
        return Annotations(self.world, self.module, self.env, self.self_type, exact=True).type_of(node)

    def _held(self, node: tree.Expr, holder: str) -> Type:
        """The type of what `holder` holds."""
        t = self.type_of(node)
        if isinstance(t, ArrayType):
            raise fail("E0423", f"{holder} cannot hold an `Array`", node.span, help=ARRAY_HELP)
        return t

    def _shape(self, name: str, args: tuple[tree.Expr, ...], node: tree.Subscript) -> Type:
        """`Mapping[K, V]` and the like. `Sequence[T]` and `Collection[T]` are a union in a program that keeps tuples
        (and sets) in such places besides lists, `AbstractSet[T]` in one with frozensets or keys of dicts; those inside
        of them stay lists, which outer ones hold as they are."""
        inner, self.in_shape = self.in_shape, True
        try:
            made = self._class(self.world.builtin(SHAPES[name][0]), args, node)
        finally:
            self.in_shape = inner
        if inner or name not in ("typing.Sequence", "typing.Collection", "typing.AbstractSet"):
            return made
        assert isinstance(made, ClassInst)
        out: list[Type] = [made]
        if name == "typing.AbstractSet":
            return make_union([made, *self._other_sets(made.args[0])]) if self.world.sequences_mixed else made
        if self.world.sequences_mixed:
            kinds = (VAR_TUPLE, "set", "frozenset") if name == "typing.Collection" else (VAR_TUPLE,)
            out += [self.world.cls(kind, *made.args) for kind in kinds]
        if self.world.texts_in_sequences:
            item = made.args[0]
            out += [self.world.cls(kind) for kind in (("bytes", "range") if item is INT else ("str",))
                    if item is INT or item == self.world.cls("str")]
        return make_union(out)

    def _other_sets(self, item: Type) -> list[Type]:
        """What is like a `set` of `item`s."""
        pair = item.items if isinstance(item, TupleType) and len(item.items) == 2 else None
        views = [("KeysView", (item,)), *([("DictItems", pair)] if pair else [])]
        return [self.world.cls("frozenset", item),
                *(self.world.inst(self._library("lib.core.dict", name), args) for name, args in views)]

    def _special_generic(self, symbol: Special, args: tuple[tree.Expr, ...], node: tree.Subscript) -> Type:
        name = symbol.name
        if self.world.any_held and self._holds_any(symbol, args):
            return self.world.cls("object")
        if name in CONTAINERS:
            return self._class(self.world.builtin(CONTAINERS[name]), args, node)
        if name in SHAPES and len(args) == SHAPES[name][1]:
            return self._shape(name, args, node)
        match name:
            case "builtins.type" | "typing.Type" if len(args) == 1:
                return self._class_value(args[0])
            case "typing.Annotated" if len(args) > 1:
                return self.type_of(args[0])
            case "builtins.tuple" | "typing.Tuple":
                return self._tuple(args, node)
            case "typing.Optional" if len(args) == 1:
                return self.union([self._held(args[0], "a union"), NONE])
            case "typing.Union":
                return self.union([self._held(a, "a union") for a in args])
            case "typing.Final" | "typing.ClassVar" | "rumpk.Inline" if len(args) == 1:
                return self.type_of(args[0])
            case "typing.Callable" if len(args) == 2 and isinstance(args[0], tree.Constant) and (
                    args[0].kind == "ellipsis"):
                return self.world.shapes.type_at(self.world, node.span, self.env, self.type_of(args[1]))
            case "typing.Callable" if len(args) == 2 and (params := self._parameters(args[0])) is not None:
                from rumpkc.types.signature import with_forms

                result = self.type_of(args[1])
                return with_forms((), params, result) if isinstance(params, PackForms) else FuncType(
                    params.items, result, params.named)
            case "rumpk.Ptr" if len(args) == 1:
                self._need_unsafe(node, "Ptr")
                return PtrType(self._exact(args[0]))
            case "rumpk.Span" if len(args) == 1:
                return self._class(self._library("lib.core.span", "Span"), args, node)
            case "rumpk.Atomic" if len(args) == 1:
                from rumpkc.types.atomics import check_item

                made = self._class(self._library("lib.core.atomic", "Atomic"), args, node)
                check_item(made, node.span)
                return made
            case "rumpk.Array" if len(args) == 2:
                item = self._exact(args[0])
                if isinstance(item, ClassInst) and item.info.kind == "record":
                    raise fail("E0468", f"an `Array` of `{item}` would hold addresses, not records", node.span,
                               help="keep the bytes, and `view` them one record at a time")
                return ArrayType(item, self._length(args[1]))
            case "typing.KeysView" | "typing.ValuesView" if len(args) == 1:
                return self._class(self._library("lib.core.dict", name.removeprefix("typing.")), args, node)
            case "typing.ItemsView" if len(args) == 2:
                return self._class(self._library("lib.core.dict", "DictItems"), args, node)
            case "typing.TypeGuard" | "typing.TypeIs" if len(args) == 1:
                self.type_of(args[0])
                return BOOL
            case "typing.Iterable" | "typing.Iterator" | "typing.Generator":
                return self._class(self._library("lib.core.iterator", name.removeprefix("typing.")), args, node)
            case "typing.Literal":
                from rumpkc.types.literal_types import literal_type

                return literal_type(self, args)
        short = name.rpartition(".")[2]
        if short in TAKES:
            raise fail("E0302", f"`{short}` takes {TAKES[short]}", node.span)
        raise fail("E0301", f"`{short}` is not a generic type that rumpkc compiles", node.span)

    def _holds_any(self, symbol: Special, args: tuple[tree.Expr, ...]) -> bool:
        """Whether this is a `dict[str, Any]`, `list[dict[str, Any]]` or the like, in the program's own modules."""
        return symbol.name.rpartition(".")[2] in ANY_HELD and not self.module.library and any(map(self.is_any, args))

    def is_any(self, node: tree.Expr) -> bool:
        """Whether a type says nothing but `Any`, as `dict[str, Any]` may (`World.any_held`)."""
        match node:
            case tree.Subscript(value=head, slice=held):
                symbol = self.symbol(head)
                args = held.elts if isinstance(held, tree.Tuple) else (held,)
                if isinstance(symbol, Special) and symbol.name in ("typing.Optional", "typing.Union"):
                    return any(map(self.is_any, args))
                return isinstance(symbol, Special) and self._holds_any(symbol, args)
            case tree.BinOp(left=left, op="|", right=right):
                return self.is_any(left) or self.is_any(right)
            case tree.Name() | tree.Attribute():
                symbol = self.symbol(node)
                return isinstance(symbol, Special) and symbol.name == "typing.Any"
        return False

    def _class_value(self, node: tree.Expr) -> Type:
        """`type[C]`"""
        symbol = self.symbol(node)
        held = self.world.cls("object") if isinstance(symbol, Special) and symbol.name == "typing.Any" else (
            self._exact(node))
        if isinstance(held, UnionType) and mixins.is_family(held):
            return self.union([self.world.cls(CLASS_VALUE, cls) for cls in held.members])
        if isinstance(held, (OptionalType, UnionType, TupleType, FuncType, ArrayType)):
            raise fail("E0301", "a `type[…]` is of one class", node.span, help="name the base class that they share")
        return self.world.cls(CLASS_VALUE, held)

    def _library(self, module: str, name: str) -> ClassInfo:
        if self.world.loader.find(module) is None:
            raise fail("E0400", f"`{name}` is not compiled yet", self.world.at, help="docs/LANGUAGE.md lists what is")
        symbol = self.world.module(module).names.get(name)
        assert isinstance(symbol, ClassInfo)
        return symbol

    def _tuple(self, args: tuple[tree.Expr, ...], node: tree.Expr) -> Type:
        if len(args) == 2 and isinstance(args[1], tree.Constant) and args[1].kind == "ellipsis":
            return self.world.cls(VAR_TUPLE, self._held(args[0], "a tuple"))
        if len(args) == 1 and isinstance(args[0], tree.Tuple) and not args[0].elts:
            return TupleType(())
        return TupleType(tuple(self._held(a, "a tuple") for a in args))

    def _length(self, node: tree.Expr) -> int:
        from rumpkc.types.literals import fold_int

        value = fold_int(self.world, self.module, node)
        if value is None or value < 0:
            raise fail("E0303", "the length of an `Array` is a constant that is not negative", node.span)
        if value > MAX_ARRAY:
            raise fail("E0303", f"an `Array` of {value} items is larger than the memory of any board", node.span)
        return value

    def _need_unsafe(self, node: tree.Expr, what: str) -> None:
        if not self.module.unsafe:
            raise fail(
                "E0420",
                f"`{what}` is only for unsafe modules, and `{self.module.name}` is not one",
                node.span,
                help=f'add "{self.module.name}" to `allow` under `[unsafe]` in toolchain.toml, or use `Span`',
            )

    def union(self, members: list[Type]) -> Type:
        """`A | B | None`, flattened."""
        return make_union(members)


def alias_parameters(world: World, symbol: AliasInfo | VarInfo) -> tuple[str, ...]:
    """The type variables that a name for a type leaves open, in the order in which arguments are written."""
    if isinstance(symbol, AliasInfo) and symbol.params:
        return symbol.params
    if isinstance(symbol, VarInfo) and symbol.annotation is not None or symbol.value is None:
        return ()
    out: list[str] = []
    _find_variables(world, symbol.module, symbol.value, out)
    return tuple(out)


def _find_variables(world: World, module: ModuleInfo, node: tree.Node, out: list[str]) -> None:
    if isinstance(node, tree.Constant) and isinstance(node.value, str) and node.kind == "str":
        node = parse_forward(node.value, node) if TYPE_TEXT.fullmatch(node.value) else node
    if isinstance(node, tree.Subscript) and isinstance(node.slice, tree.Tuple) and (
            dotted(node.value).rpartition(".")[2] == "Annotated"):
        node = node.slice.elts[0]                   # what follows is no type
    if isinstance(node, tree.Name) and node.id not in out and node.id in module.names:
        if isinstance(world.resolve(module.names[node.id]), TypeVarInfo):
            out.append(node.id)
    if isinstance(node, (tree.Name, tree.Subscript, tree.Tuple, tree.List, tree.BinOp)) and not is_literal(node):
        for child in children(node):
            _find_variables(world, module, child, out)


def words_of(node: tree.Node) -> set[str]:
    """The names in a type, those in quotes included."""

    if isinstance(node, tree.Name):
        return {node.id}
    if isinstance(node, tree.Constant):
        return set(re.findall(r"\w+", node.value)) if isinstance(node.value, str) else set()
    return set().union(*map(words_of, children(node)))


def hidden_name(node: tree.Expr) -> str:
    """The name of the type variable that stands for the structural type `node` in a signature: one for each place."""
    depth = 0
    inner: tree.Node = node
    while isinstance(inner, tree.Subscript):
        inner, depth = inner.slice.elts[-1] if isinstance(inner.slice, tree.Tuple) else inner.slice, depth + 1
    return f".{node.span.line}:{node.span.col}:{depth}"


def parse_forward(text: str, node: tree.Expr) -> tree.Expr:
    """The expression in a quoted annotation."""
    from rumpkc.syntax.parse import parse_module

    try:
        module = parse_module(Source(node.span.file, f"({text.strip()})"))
    except CompileError:
        raise fail("E0301", "the text of this annotation is not a type", node.span) from None
    first = module.body[0] if module.body else None
    if not isinstance(first, tree.ExprStmt):
        raise fail("E0301", "this is not a type", node.span)
    return _moved(first.value, node.span)


def _moved(expr: tree.Expr, span: object) -> tree.Expr:
    """A copy of `expr` whose nodes all lie at `span`: places inside a quoted annotation are not worth computing."""
    values = []
    for name in type(expr).__dataclass_fields__:
        value = getattr(expr, name)
        if name == "span" or name.endswith("_span"):
            value = span
        elif isinstance(value, tree.Node):
            value = _moved(value, span)  # type: ignore[arg-type]
        elif isinstance(value, tuple):
            value = tuple(_moved(v, span) if isinstance(v, tree.Node) else v for v in value)  # type: ignore[arg-type]
        values.append(value)
    return type(expr)(*values)
