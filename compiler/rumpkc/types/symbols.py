"""What names stand for, before any type argument is put in: modules, classes, functions, variables.

Instances with all type arguments known are `types.ClassInst` and `FuncInst`; `world.py` makes and keeps them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from rumpkc.diagnostics import CompileError
from rumpkc.ir import nodes as ir
from rumpkc.source import NOWHERE, Span
from rumpkc.syntax import tree
from rumpkc.types.types import ClassInst, RecursiveUnion, Type


class Symbol:
    """Anything that a name in a module or class can stand for."""

    __slots__ = ()


@dataclass(slots=True, eq=False)
class ModuleInfo(Symbol):
    """A loaded module and its top-level names."""

    name: str
    path: str  # display path
    tree: tree.Module
    names: dict[str, Symbol] = field(default_factory=dict)
    unsafe: bool = False  # may use Ptr, prim, csr …
    library: bool = False  # part of the packaged dialect tree's `lib`
    asserts: list[tree.Call] = field(default_factory=list)      # `static_assert(…)` at the top level
    runs_code: bool = False  # its body has statements that only CPython can run at compile time
    rebound: set[str] | None = None  # what `globals.is_rebound` looks up; found on first use


@dataclass(slots=True, eq=False)
class ImportRef(Symbol):
    """A name that an import brings in; `world.resolve` follows it on first use."""

    module: str
    name: str | None  # None: the module itself
    span: Span


@dataclass(slots=True, eq=False)
class Failed(Symbol):
    """A name whose meaning could not be found, in a run that goes on all the same: whoever uses it says why."""

    error: CompileError


@dataclass(slots=True, eq=False)
class Special(Symbol):
    """A name that the compiler knows itself: `rumpk.u8`, `typing.Final`, `builtins.print`."""

    name: str


@dataclass(slots=True, eq=False)
class TypeVarInfo(Symbol):
    """`pack`: a ParamSpec."""

    name: str
    bound: tree.Expr | None = None
    pack: bool = False


@dataclass(slots=True, eq=False)
class AliasInfo(Symbol):
    """`type X = …` or `X: TypeAlias = …`."""

    value: tree.Expr
    module: ModuleInfo
    folding: bool = False  # guards against `type X = list[X]`
    recursive: RecursiveUnion | None = None  # what it is where it mentions itself
    params: tuple[str, ...] = ()  # of `type X[T] = …`


@dataclass(slots=True, eq=False)
class NewTypeInfo(AliasInfo):
    """`X = NewType("X", T)`: a name of T whose call gives back its argument."""


@dataclass(slots=True, eq=False)
class VarInfo(Symbol):
    """A module-level variable or a class-level constant."""

    name: str
    module: ModuleInfo
    annotation: tree.Expr | None
    value: tree.Expr | None
    span: Span
    final: bool = False
    owner: ClassInfo | None = None
    type: Type | None = None
    target: ir.Global | None = None
    folding: bool = False  # guards against `A = B; B = A`
    recursive: RecursiveUnion | None = None  # as a name of a type that mentions itself
    failed: CompileError | None = None  # why its type cannot be known; said again to whoever asks next
    decorated: FuncInfo | None = None  # the function of that name, as it was before its decorators
    asked: set[tuple[str, ...]] = field(default_factory=set)    # of a decorated method: how it is called
    beside: bool = False    # bound by a loop, `with`, `except` or `:=` of the module's body
    above: VarInfo | None = None    # of a class below: the variable that it shows until something assigns its own
    own_flag: ir.Global | None = None   # of such: whether something has

    @property
    def symbol(self) -> str:
        owner = f"{self.owner.name}." if self.owner else ""
        return f"{self.module.name}.{owner}{self.name}{'.decorated' if self.decorated else ''}"


@dataclass(slots=True, eq=False)
class FuncInfo(Symbol):
    """A function or method as written. `kind`: function, method, static, class, getter, setter,
    deleter."""

    name: str
    module: ModuleInfo
    node: tree.FunctionDef
    owner: ClassInfo | None = None
    kind: str = "function"
    attrs: frozenset[str] = frozenset()
    export: str = ""
    extern: str = ""
    section: str = ""
    align: int = 0
    type_params: tuple[str, ...] | None = None  # own type variables, in order of appearance; None: not yet known
    shapes: tuple[Any, ...] = ()  # its structural parameters: `structural.Hidden`
    setter: FuncInfo | None = None  # of a getter
    deleter: FuncInfo | None = None
    defaults: dict[tuple[str, Type], VarInfo] = field(default_factory=dict)  # those that are no constants, by parameter
    abstract: bool = False
    asm: tree.Constant | None = None            # the text of an `@asm` function
    named: dict[str, Span] = field(default_factory=dict)        # parameters that a virtual call passes by name
    named_call: Span | None = None              # a call of this method that does not give all arguments by position
    within: str = ""                            # `f.<locals>.` of a function inside f
    yields: bool | None = None                  # is it a generator function; None: not yet known
    assignments: tuple[tree.Stmt, ...] | None = None    # all of its body; None: not yet looked for
    bound: frozenset[str] | None = None         # the names that the body binds, `fx.bound_names`; None: not yet known
    forwards: VarInfo | None = None             # of a decorated method: what its decorators made of it


@dataclass(frozen=True, slots=True)
class Key:
    """A key of a TypedDict: the type of its values, as written in `module`, and whether every such dict has it."""

    note: tree.Expr
    module: ModuleInfo
    required: bool


@dataclass(slots=True, eq=False)
class ClassInfo(Symbol):
    """A class as written. `kind`: plain, dataclass, enum, mmio, namedtuple, protocol, record, typeddict."""

    name: str
    module: ModuleInfo
    node: tree.ClassDef
    shown_name: str = ""
    kind: str = "plain"
    base: ClassInfo | None = None
    base_args: tuple[tree.Expr, ...] = ()
    type_params: tuple[str, ...] = ()
    members: dict[str, Symbol] = field(default_factory=dict)
    declared: dict[str, tree.AnnAssign] = field(default_factory=dict)  # annotated fields of the body, in order
    keyword_only: set[str] = field(default_factory=set)     # those behind `_: KW_ONLY`
    keywords_follow: bool = False                           # the body is past it
    captured: dict[str, tree.Expr] = field(default_factory=dict)  # variables of the function around: `captures.py`
    subclasses: list[ClassInfo] = field(default_factory=list)
    by_value: bool = False
    frozen: bool = False
    options: dict[str, bool] = field(default_factory=dict)  # of @dataclass
    sure: frozenset[str] | None = None  # the fields that every new object has; None: not yet known
    assigned: frozenset[str] | None = None  # the attributes that its methods give to `self`; None: not yet known
    layout: str = ""  # packed, C
    keys: dict[str, Key] = field(default_factory=dict)      # of a TypedDict, in order
    abstract: tuple[str, ...] = ()                          # classes of `collections.abc` that it names as bases
    original: ClassInfo | None = None  # what this is a copy of, in a class with several bases (types/mixins.py)
    title: str = ""                     # what CPython calls the class, of those made for one place: `class_titles.py`

    def member(self, name: str) -> tuple[ClassInfo, Symbol] | None:
        """`name` in this class or the nearest base that has it."""
        cls: ClassInfo | None = self
        while cls is not None:
            if name in cls.members:
                return cls, cls.members[name]
            cls = cls.base
        return None

    def ancestors(self) -> list[ClassInfo]:
        """This class and its bases, nearest first."""
        out: list[ClassInfo] = []
        cls: ClassInfo | None = self
        while cls is not None:
            out.append(cls)
            cls = cls.base
        return out

    def overridden_below(self, name: str) -> bool:
        """Whether some strict subclass defines `name`."""
        return any(name in sub.members or sub.overridden_below(name) for sub in self.subclasses)


@dataclass(frozen=True, slots=True)
class Param:
    """One parameter of a function instance. `how`: pos (positional only), any, kw (keyword only), rest (`*args`), named
    (`**kwargs`)."""

    name: str
    type: Type
    how: str
    default: tree.Expr | None
    span: Span


@dataclass(slots=True, eq=False)
class FuncInst:
    """A function with all its types known."""

    info: FuncInfo
    owner: ClassInst | None
    env: dict[str, Type]
    params: tuple[Param, ...]
    result: Type
    ir: ir.Function
    locals: tuple[ir.Local, ...] = ()
    wanted_by: FuncInst | None = None           # the body that first asked for it, and the expression there
    wanted_at: Span = NOWHERE
    implied: bool = False                       # only a virtual table asks for it: no expression does
    misfit: CompileError | None = None          # why its class's types do not have it (`implied.py`)
    has_own_types: bool = False                 # some parameter is what its arguments are: `own_types.py`
    refusal: CompileError | None = None         # of the call that wants it for what its arguments are: `own_types.py`
