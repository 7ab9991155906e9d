"""The types of the dialect, as the checker computes them and the emitter lays them out.

Types are immutable and compare by structure. Classes are `ClassInst`: a class with its type arguments put
in (`list[int]`), created once for each distinct list of arguments by `types/classes.py`, so identity is equality there.

| type                | value in a register          | in memory                                   |
|---------------------|------------------------------|---------------------------------------------|
| IntType             | iN                           | iN                                          |
| BOOL                | i1                           | i8, 0 or 1                                  |
| FLOAT, F32          | double, float                | the same                                    |
| NONE                | i8 0 (void as a result)      | i8                                          |
| ClassInst           | ptr to the object            | ptr; an object starts with ptr to typeinfo  |
| ClassInst, by value | {fields…}                    | {fields…}, no header                        |
| TupleType           | {items…}                     | {items…}                                    |
| OptionalType        | ptr, null is None, where the item is a pointer; else {i8 present, item} | the same |
| UnionType           | ptr, told apart by typeinfo (all members are references); else {i64 tag, [n x i64]} | the same |
| FuncType            | {ptr code, ptr environment}  | the same                                    |
| PtrType             | ptr                          | ptr                                         |
| ArrayType           | ptr to the first element     | [N x item] in place (fields, globals)       |
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from rumpkc.node import node

if TYPE_CHECKING:
    from rumpkc.types.symbols import ClassInfo


class Type:
    """Base of all types. `str(t)` is the name that messages show."""

    __slots__ = ()


@node
class IntType(Type):
    """`int`, the fixed-width (checked) and the word (modular) types; those below are all, and compare by identity."""

    name: str
    bits: int
    signed: bool
    modular: bool = False

    @property
    def low(self) -> int:
        return -(1 << (self.bits - 1)) if self.signed else 0

    @property
    def high(self) -> int:
        return (1 << (self.bits - (1 if self.signed else 0))) - 1

    def holds(self, other: IntType) -> bool:
        """Whether every value of `other` is a value of this type (the widening that needs no words)."""
        return not self.modular and not other.modular and self.low <= other.low and other.high <= self.high

    def __str__(self) -> str:
        return self.name


@node
class SimpleType(Type):
    """A type without parts; those below are all, and compare by identity."""

    name: str

    def __str__(self) -> str:
        return self.name


INT = IntType("int", 64, True)
FIXED = {
    t.name: t
    for t in [
        *(IntType(f"u{b}", b, False) for b in (8, 16, 32, 64)),
        *(IntType(f"i{b}", b, True) for b in (8, 16, 32, 64)),
        *(IntType(f"w{b}", b, False, modular=True) for b in (8, 16, 32, 64)),
        IntType("usize", 64, False),
    ]
}
U8, U16, U32, U64, USIZE = (FIXED[n] for n in ("u8", "u16", "u32", "u64", "usize"))
W64 = FIXED["w64"]
BOOL = SimpleType("bool")
FLOAT = SimpleType("float")
F32 = SimpleType("f32")
NONE = SimpleType("None")
NEVER = SimpleType("Never")  # the type of what does not return


@dataclass(frozen=True, slots=True)
class TypeVarType(Type):
    """A type parameter inside a generic signature; instances have none left."""

    name: str
    bound: Type | None = None

    def __str__(self) -> str:
        return self.name


@dataclass(frozen=True, slots=True)
class Unknown(Type):
    """A part of the type that a place asks for of which the place knows nothing."""


@dataclass(slots=True, eq=False)
class ClassInst(Type):
    """One class with its type arguments. Fields and methods are filled in by `types/classes.py`.

    `fields` holds the inherited fields first, in the order of the layout (without the header).
    `symbol` is unique in the program: `apps.life.Board`, `lib.core.list.List[int]`.
    """

    info: ClassInfo
    args: tuple[Type, ...] = ()
    base: ClassInst | None = None
    fields: dict[str, Type] = field(default_factory=dict)
    by_value: bool = False
    symbol: str = ""

    @property
    def name(self) -> str:
        """The name without arguments, as `type(x).__name__` would show it."""
        if self.info.name == "Box" and self.info.module.name == "lib.core.box":
            return "NoneType" if self.args[0] is NONE else str(self.args[0])
        return self.info.shown_name

    def is_subclass_of(self, other: ClassInst) -> bool:
        cls: ClassInst | None = self
        while cls is not None:
            if cls is other:
                return True
            cls = cls.base
        return False

    def __str__(self) -> str:
        more = ", ..." if self.info.module.name == "lib.core.vartuple" else ""
        return f"{self.name}[{', '.join(map(str, self.args))}{more}]" if self.args else self.name

    def __repr__(self) -> str:
        return f"ClassInst({self})"


@dataclass(frozen=True, slots=True)
class TupleType(Type):
    items: tuple[Type, ...]

    def __str__(self) -> str:
        return f"tuple[{', '.join(map(str, self.items)) or '()'}]"


@dataclass(frozen=True, slots=True)
class OptionalType(Type):
    """`item | None`; the item is never itself optional, a union or None."""

    item: Type

    def __str__(self) -> str:
        return f"{self.item} | None"


@dataclass(frozen=True, slots=True)
class UnionType(Type):
    """Two or more members, flattened, without repetition, NONE last if present; the tag is the index in `members`."""

    members: tuple[Type, ...]

    def __str__(self) -> str:
        return " | ".join(dict.fromkeys(map(str, self.members)))       # copies of a class have one name (mixins.py)


class RecursiveUnion(UnionType):
    """A union that its own members mention: `Json = dict[str, "Json"] | list["Json"] | str | None`.

    It is what its name says, so it is equal only to itself; `world.recursive` keeps one for each structure. The members
    are filled in once, when the alias has been read.
    """

    __slots__ = ("name", "home")

    def __init__(self, name: str, home: str) -> None:
        object.__setattr__(self, "members", ())
        object.__setattr__(self, "name", name)
        object.__setattr__(self, "home", home)

    def close(self, members: tuple[Type, ...]) -> None:
        object.__setattr__(self, "members", members)

    def __eq__(self, other: object) -> bool:
        return self is other

    def __hash__(self) -> int:
        return id(self)

    def __str__(self) -> str:
        return self.name  # type: ignore[attr-defined]


def same_structure(a: Type, b: Type, assumed: frozenset[tuple[int, int]] = frozenset()) -> bool:
    """Whether two types are equal once recursive unions are seen through."""
    if a == b or (id(a), id(b)) in assumed:
        return True
    match a, b:
        case UnionType(), UnionType():
            known = assumed | {(id(a), id(b))}
            return len(a.members) == len(b.members) and all(
                any(same_structure(x, y, known) for y in b.members) for x in a.members)
        case ClassInst(), ClassInst():
            return a.info is b.info and all(
                same_structure(x, y, assumed) for x, y in zip(a.args, b.args, strict=True))
        case TupleType(), TupleType():
            return len(a.items) == len(b.items) and all(map(
                lambda x, y: same_structure(x, y, assumed), a.items, b.items))
        case OptionalType(), OptionalType():
            return same_structure(a.item, b.item, assumed)
    return False


@dataclass(frozen=True, slots=True)
class FuncType(Type):
    """`named`: the places of parameters that no position reaches in Python (`*, key`, `*rest`). A function has them
    only through a ParamSpec, and is called with the arguments of that ParamSpec."""

    params: tuple[Type, ...]
    result: Type
    named: tuple[int, ...] = ()

    def __str__(self) -> str:
        return f"Callable[[{', '.join(map(str, self.params))}], {self.result}]"


@dataclass(frozen=True, slots=True)
class FormsType(TupleType):
    """Functions behind `Callable[..., R]` that are called in several ways: a tuple with one for each (`call_forms.py`).
    `heads`: of each way, for each argument its name, `*`, `**`, or "" where it goes by position."""

    heads: tuple[tuple[str, ...], ...]

    @property
    def functions(self) -> tuple[FuncType, ...]:
        return tuple(item for item in self.items if isinstance(item, FuncType))

    def __str__(self) -> str:
        forms = (", ".join(f"{head}{'=' * bool(head.strip('*'))}{t}" for head, t in zip(heads, f.params, strict=True))
                 for heads, f in zip(self.heads, self.functions, strict=True))
        return f"Callable[..., {' | '.join(dict.fromkeys(str(f.result) for f in self.functions))}] of " + " or ".join(
            f"({form})" for form in forms)


@dataclass(frozen=True, slots=True)
class PackVar(Type):
    """`P` inside a generic signature: the last of a `FuncType`'s parameters, in place of any number of them."""

    name: str

    def __str__(self) -> str:
        return f"**{self.name}"


@dataclass(frozen=True, slots=True)
class Pack(Type):
    """What a ParamSpec stands for: parameters as they are passed, one after the other; `named` as in `FuncType`.
    `heads`: in a function that is compiled for one form of calls, that form, as in `FormsType`."""

    items: tuple[Type, ...]
    named: tuple[int, ...] = ()
    heads: tuple[str, ...] | None = None

    def __str__(self) -> str:
        return f"[{', '.join(map(str, self.items))}]"


@dataclass(frozen=True, slots=True)
class PackForms(Type):
    """What a ParamSpec stands for where a decorator looks at how calls are written: the arguments of each form."""

    packs: tuple[Pack, ...]

    @property
    def heads(self) -> tuple[tuple[str, ...], ...]:
        """The forms, as in `FormsType`."""
        return tuple(own.heads or () for own in self.packs)

    def __str__(self) -> str:
        return " | ".join(map(str, self.packs))


@dataclass(frozen=True, slots=True)
class PtrType(Type):
    item: Type

    def __str__(self) -> str:
        return f"Ptr[{self.item}]"


@dataclass(frozen=True, slots=True)
class ArrayType(Type):
    item: Type
    length: int

    def __str__(self) -> str:
        return f"Array[{self.item}, {self.length}]"


def is_reference(t: Type) -> bool:
    """Whether a value of `t` is a pointer to an object with a typeinfo header."""
    return isinstance(t, ClassInst) and not t.by_value


def is_object(t: Type) -> bool:
    """Whether `t` is `object`, which holds anything (`boxes.py`)."""
    return isinstance(t, ClassInst) and t.info.name == "Object" and t.info.module.name == "lib.core.object"


def is_pointer(t: Type) -> bool:
    """Whether a register holds one non-null pointer for `t` (so that null can stand for None)."""
    return (
        is_reference(t)
        or isinstance(t, (PtrType, ArrayType))
        or (isinstance(t, UnionType) and NONE not in t.members and all(map(is_reference, t.members)))
    )


def held(t: Type) -> Type | None:
    """The C of `type[C]`; None for other types."""
    if isinstance(t, ClassInst) and t.info.module.name == "lib.core.types" and t.args:
        return t.args[0]
    return None


def is_number(t: Type) -> bool:
    return isinstance(t, IntType) or t in (FLOAT, F32, BOOL)
