"""The context of one function body while it is checked: variables, what is known about them, loops, handlers.

Two things are found out late and need the body to be checked again with the answer (`Restart`): the element type of an
empty `[]` or `{}`, and that a variable can be read before it is bound.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from rumpkc.ir import nodes as ir
from rumpkc.source import Span
from rumpkc.syntax import tree
from rumpkc.syntax.walk import BINDING, bound_by, children, target_names
from rumpkc.types.symbols import FuncInfo, FuncInst, ModuleInfo, Param
from rumpkc.types.types import BOOL, ClassInst, TupleType, Type

if TYPE_CHECKING:
    from rumpkc.diagnostics import CompileError
    from rumpkc.types.closures import Nested
    from rumpkc.types.decorations import Kept
    from rumpkc.types.world import World


OWN_SCOPE = frozenset((tree.FunctionDef, tree.ClassDef, tree.AsyncFunctionDef, tree.Lambda))
BOUND_ELSEWHERE = frozenset((tree.Comprehension, tree.Global, tree.Nonlocal))
BINDS_NOTHING = frozenset((tree.Name, tree.Constant, tree.Pass, tree.Break, tree.Continue))     # nor does what is below


ITEM = ".["                 # in the name of a fact: what follows is an item of a container
GONE = ".(gone)"            # ends the name of a fact: which of its few values a place does not have
NOT = ".(not)"              # ends the name of a fact: which types the `object` does not have


class Restart(Exception):
    """The body must be checked again: `Fx.hints` has learnt something."""


@dataclass(slots=True)
class Hints:
    """What an earlier attempt found out."""

    displays: dict[Hashable, Type] = field(default_factory=dict)  # key of an empty display -> its type
    variables: dict[str, Type] = field(default_factory=dict)  # `x = None` that later takes a T
    flagged: set[str] = field(default_factory=set)  # variables that need a "bound" flag
    cells: set[str] = field(default_factory=set)  # variables that live in a cell, since a closure shares them
    unsure: dict[Span, set[str]] = field(default_factory=dict)  # a loop -> variables whose facts it ends
    nested: dict[int, Hints] = field(default_factory=dict)  # id of a nested function's node -> its own


@dataclass(frozen=True, slots=True)
class PartialType(Type):
    """The type of an empty display whose elements are not known yet. `values`: those of a `defaultdict`, whose
    containers may be unknown themselves."""

    kind: str  # list dict set defaultdict lambda
    key: Hashable
    span: Span
    values: Type | None = None

    def __str__(self) -> str:
        return f"{self.kind}[…]"


def partials(t: Type) -> list[PartialType]:
    """The types in `t` that are not known yet."""
    if isinstance(t, PartialType):
        return [t]
    return [p for item in t.items for p in partials(item)] if isinstance(t, TupleType) else []


DISPLAYS = ("list", "set", "dict")


def is_nothing(value: ir.Expr) -> bool:
    """Whether `value` is an empty display whose items nothing tells: not a variable, which may get some."""
    return isinstance(value, ir.Prim) and isinstance(value.type, PartialType) and value.type.kind in DISPLAYS


class Deferred(Exception):
    """The body depends on what becomes an `object` anywhere: it is checked when all others are (`boxes.py`)."""


@dataclass(slots=True)
class State:
    """What is known at one point of the control flow."""

    narrow: dict[str, Type] = field(default_factory=dict)
    bound: set[str] = field(default_factory=set)
    dead: bool = False
    doubted: dict[str, Type] = field(default_factory=dict)      # facts that a call may have ended: `doubts.py`
    swallowed: str = ""         # reached only where what the types say was broken, as these words tell

    def copy(self) -> State:
        return State(dict(self.narrow), set(self.bound), self.dead, dict(self.doubted), self.swallowed)

    def drop(self, key: str) -> None:
        """Nothing is known of `key` any more."""
        self.narrow.pop(key, None)
        self.doubted.pop(key, None)

    def drop_parts(self, name: str) -> None:
        """Nothing is known of `name.a` any more: something was assigned to `name`."""
        for key in [k for k in (*self.narrow, *self.doubted) if k.startswith(name + ".")]:
            self.drop(key)


def merge(states: list[State]) -> State:
    """What is known where several paths meet; dead paths do not count."""
    live = [s for s in states if not s.dead]
    if not live:
        out = states[0].copy() if states else State()
        out.dead = True
        return out
    out = live[0].copy()
    for other in live[1:]:
        facts, others = out.doubted | out.narrow, other.doubted | other.narrow
        both = {k: _either(k, t, other.narrow.get(k)) for k, t in out.narrow.items()}
        out.narrow = {k: t for k, t in both.items() if t is not None}
        out.doubted = {k: t for k, t in facts.items() if k not in out.narrow and others.get(k) == t}
        out.bound &= other.bound
        out.swallowed = out.swallowed and other.swallowed
    return out


def _either(key: str, here: Type, there: Type | None) -> Type | None:
    """What two paths that meet know of `key`: it has one of both types. Two facts of what it is *not* tell nothing."""
    from rumpkc.types.unions import make_union

    if there is None or here == there:
        return there
    if key.endswith(GONE):
        from rumpkc.types.value_facts import met

        return met(here, there)
    return None if key.endswith(NOT) else make_union([here, there])


@dataclass(slots=True)
class LoopFrame:
    id: ir.LoopId
    breaks: list[State] = field(default_factory=list)
    continues: list[State] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class Var:
    """A variable of the function. `flag` says at run time whether it is bound, where that is in doubt."""

    local: ir.Local
    declared: bool  # by annotation or as a parameter
    flag: ir.Local | None = None
    failed: bool = False  # its first assignment had an error, which stands for all that follow from it
    cell: ir.Local | None = None  # what holds its cell, where closures share the variable
    parameter: bool = False
    sure: bool = False  # a captured variable that is bound whenever the closure can run
    hints: Hints | None = None  # of the function that it belongs to
    nested: Nested | None = None  # the function inside the function that it always is, once bound
    decorated: tuple[Kept, Nested] | None = None  # or what decorators of the program make of such a function
    called: tuple[FuncInfo, tuple[Param, ...]] | None = None    # or a function or method that was given by its name


Rule = Callable[["Fx", tree.Call, "Type | None"], ir.Expr]  # what checks one kind of call


class Fx:
    """One body being checked."""

    def __init__(
        self,
        world: World,
        module: ModuleInfo,
        env: dict[str, Type],
        inst: FuncInst | None = None,
        hints: Hints | None = None,
    ) -> None:
        self.own_identity = False           # of a function that the compiler makes: no other is equal to it
        self.world = world
        self.module = module
        self.env = env
        self.inst = inst
        self.hints = hints or Hints()
        self.vars: dict[str, Var] = {}
        self.assigned: set[str] = set()  # names that are local to the function
        self.class_params: dict[str, Type] = {}  # parameters that stand for a class (types/class_values.py)
        self.globals: set[str] = set()  # names after `global`
        self.state = State()
        self.loops: list[LoopFrame] = []
        self.awaited: tuple[ClassInst, ...] = ()  # the classes of handlers that may wait for an error: `awaited.py`
        self.handlers: list[ir.Local] = []  # the exception objects of the enclosing handlers
        self.scopes: list[dict[str, Var]] = []  # comprehension variables, innermost last
        self.generator: Any = None  # what is being made by the body of a generator (generators.Running)
        self.discovering: ClassInst | None = None
        self.pending_store: Type | None = None   # the type of the value that `x[i] = v` is about to store
        self.doubtful: dict[int, tuple[ir.Expr, Type]] = {}     # values (by id) of facts in doubt: `doubts.py`
        # Calls (by id) of generator functions inside functions, and what they call: `generators.made_by`.
        self.generator_calls: dict[int, tuple[ir.Expr, FuncInst]] = {}
        self.open_results: dict[int, ir.Expr] = {}      # numbers (by id) that operations on `Any` gave: `any_given.py`
        self.open_locals: set[ir.Local] = set()         # variables that took such numbers
        self.unsettled: list[PartialType] = []  # of unnamed slots: an error where no later attempt finds the type
        self._count = 0
        self.outer: Fx | None = None  # the function around a nested one or a lambda
        self.enclosing: State | None = None  # what was known there where the closure is made
        self.captured: dict[str, Var] = {}  # the outer variables that a closure reads, in the order of its environment
        self.in_place = False  # a lambda that only runs during the call that it is an argument of
        self.pending: list[Nested] = []  # nested functions whose bodies are still to be checked
        self.nonlocals: set[str] = set()
        self.me: Nested | None = None  # the nested function that this is the body of
        self.self_local: ir.Local | None = None  # its own closure, where the body reads its name
        self.environment: list[tuple[ir.Local, ir.Expr]] = []  # what is captured: the slot here, the value outside
        self.lambda_node: tree.Lambda | None = None
        self.handled: set[str] = set()  # the names that handlers have had
        self.handler_variables: list[Var] = []  # exception variables, whose names are gone after the handler
        self.failed: list[CompileError] = []    # of statements in the one at hand: `after_errors.py`
        self.entered: set[int] = set()          # the blocks (by id) that have been checked

    @property
    def owner(self) -> ClassInst | None:
        return self.inst.owner if self.inst else None

    def local(self, name: str, type: Type, span: Span) -> ir.Local:  # noqa: A002
        """A new slot."""
        return ir.Local(name, type, span)

    def temp(self, type: Type, span: Span) -> ir.Local:  # noqa: A002
        """A new unnamed slot."""
        self._count += 1
        self.unsettled += partials(type)
        return ir.Local(f".t{self._count}", type, span)

    def save(self, value: ir.Expr) -> tuple[ir.Stmt, ir.Expr]:
        """`value` evaluated once: the statement that does it and the expression that reads it."""
        slot = self.temp(value.type, value.span)
        got = ir.LocalGet(value.span, value.type, slot)
        if id(value) in self.doubtful:
            self.doubtful[id(got)] = (got, self.doubtful[id(value)][1])
        if id(value) in self.open_results:
            self.open_results[id(got)] = got
        function = isinstance(value, ir.FuncAddr)       # which one it is, is worth more than a variable
        return ir.SetLocal(value.span, slot, value), value if function else got

    def save_all(self, values: Iterable[ir.Expr]) -> tuple[list[ir.Stmt], list[ir.Expr]]:
        """`values` evaluated once, in order."""
        saved = [self.save(value) for value in values]
        return [stmt for stmt, _ in saved], [got for _, got in saved]

    def lookup(self, name: str) -> Var | None:
        """The variable that `name` means here, if it is one of the function's."""
        for scope in reversed(self.scopes):
            if name in scope:
                return scope[name]
        found = self.vars.get(name)
        if found is None and self.outer is not None and name not in self.assigned and name not in self.globals:
            from rumpkc.types.closures import capture

            found = capture(self, name)
        return found

    def read(self, var: Var, span: Span) -> ir.Expr:
        """The value of a variable that is bound."""
        if var.cell is None:
            return ir.LocalGet(span, var.local.type, var.local)
        return ir.FieldGet(span, var.local.type, ir.LocalGet(span, var.cell.type, var.cell), "value")

    def write(self, var: Var, value: ir.Expr, span: Span) -> list[ir.Stmt]:
        """Give a variable its value; it is bound then."""
        true = ir.Const(span, BOOL, True)
        if var.cell is not None:
            cell = ir.LocalGet(span, var.cell.type, var.cell)
            return [ir.SetField(span, cell, "value", value), ir.SetField(span, cell, "bound", true)]
        out: list[ir.Stmt] = [ir.SetLocal(span, var.local, value)]
        return [*out, ir.SetLocal(span, var.flag, true)] if var.flag is not None else out

    def unbind(self, var: Var, span: Span) -> list[ir.Stmt]:
        """`del`: the variable is not bound any more."""
        false = ir.Const(span, BOOL, False)
        if var.cell is not None:
            return [ir.SetField(span, ir.LocalGet(span, var.cell.type, var.cell), "bound", false)]
        return [ir.SetLocal(span, var.flag, false)] if var.flag is not None else []

    def hint_variable(self, name: str, type: Type) -> Restart:  # noqa: A002
        """Note that variable `name` has `type`, for the function that it belongs to."""
        var = self.captured.get(name)
        (var.hints if var is not None and var.hints is not None else self.hints).variables[name] = type
        return Restart()

    def flag_for(self, name: str, span: Span) -> ir.Local | None:
        """The slot of `name`'s "bound" flag, if an earlier attempt asked for one."""
        return ir.Local(f".bound.{name}", BOOL, span) if name in self.hints.flagged else None


def bound_names(info: FuncInfo) -> frozenset[str]:
    """`assigned_names` of a function's body, found once."""
    if info.bound is None:
        info.bound = frozenset(assigned_names(info.node.body))
    return info.bound


def assigned_names(body: tuple[tree.Stmt, ...]) -> set[str]:
    """The names that `body` binds in its own scope (not in nested functions, classes or comprehensions)."""
    out: set[str] = set()
    todo: list[tree.Node] = list(body)
    while todo:
        node = todo.pop()
        kind = type(node)
        if kind in BINDS_NOTHING:
            continue
        if kind is tree.Delete:
            assert isinstance(node, tree.Delete)
            for target in node.targets:
                out.update(target_names(target))
        elif kind in BINDING and kind not in BOUND_ELSEWHERE:
            out |= bound_by(node)
        if kind not in OWN_SCOPE:
            todo += children(node)
    return out
