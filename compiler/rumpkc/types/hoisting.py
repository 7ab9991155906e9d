"""Classes inside classes and functions, imports and generic functions inside functions: they move to module level.

    class Machine:                             class Machine.State(Enum): …
        class State(Enum): …             ->    class Machine:
        def step(self) -> State: …                 State is `Machine.State`
                                                   def step(self) -> `Machine.State`: …

    def main() -> None:                        def main() -> None: print(`main.<locals>.P`(1))
        @dataclass                       ->    @dataclass
        class P: x: int                        class main.<locals>.P: x: int
        print(P(1))

The new name is the class's `__qualname__`, which no program can write as a name; a name that means it is replaced
wherever it is seen. What uses variables of the function around stays: such a class is refused (E0434), such a
function is a closure.

A class statement inside a function makes another class in each run. That can be told only where two of them meet: by a
test for the class (`isinstance`, `except`, `case`) or equality of dataclasses, and by class variables that change. So
these need a function that runs once: `main`, and what it calls in one place outside of loops.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from rumpkc.diagnostics import fail
from rumpkc.names.optional_imports import chosen
from rumpkc.syntax import tree as t
from rumpkc.syntax.walk import bound_by, children, with_children
from rumpkc.types import captures, uses
from rumpkc.types.captures import LOCALS
from rumpkc.types.fx import assigned_names
from rumpkc.types.scopes import dotted, has_own_decorator

Names = dict[str, str]                  # what a name of the program is called now
KNOWN_BY_NAME = frozenset(
    "abc collections contextlib dataclasses enum functools itertools operator struct typing".split())


@dataclass(frozen=True, slots=True, eq=False)
class Moved(t.Stmt):
    """In a class body: `name` is the class of the module that is called `hidden`."""

    name: str
    hidden: str


def expand(module: t.Module, exists: Callable[[str], bool]) -> t.Module:
    """The module with what lies inside moved out. `exists` tells whether there is a module of that name."""
    body: list[t.Stmt] = []
    for stmt in module.body:
        found = chosen(stmt, exists) if isinstance(stmt, t.Try) else None
        body += (stmt,) if found is None else found
    if len(body) != len(module.body) or any(a is not b for a, b in zip(body, module.body, strict=True)):
        module = replace(module, body=tuple(body))
    module, short = _library_by_name(module)
    variables = uses.type_variables(module)
    if not short and not any(_has_work(stmt, False, False, variables) for stmt in module.body):
        return module
    return replace(module, body=_Mover(module, short).moved())


def _library_by_name(module: t.Module) -> tuple[t.Module, Names]:
    """The module with an `import typing` beside each `import typing as t`, and which names mean it: `typing.TypeVar`,
    `dataclasses.field` and their like are known by these names."""
    imports = [stmt for stmt in module.body if isinstance(stmt, t.Import)]
    short = {a.asname: a.name for stmt in imports for a in stmt.names if a.asname and a.name in KNOWN_BY_NAME}
    if not short:
        return module, {}
    bound = assigned_names(tuple(stmt for stmt in module.body if not isinstance(stmt, t.Import)))
    short = {name: whole for name, whole in short.items() if not {name, whole} & bound}

    def with_whole(stmt: t.Stmt) -> t.Stmt:
        if not isinstance(stmt, t.Import):
            return stmt
        return replace(stmt, names=(*stmt.names, *(replace(a, asname=None) for a in stmt.names if a.asname in short)))

    return replace(module, body=tuple(map(with_whole, module.body))), short


def _has_work(stmt: t.Node, in_class: bool, in_function: bool, variables: set[str]) -> bool:
    if isinstance(stmt, t.ClassDef):
        return in_class or in_function or any(_has_work(s, True, False, variables) for s in stmt.body)
    if isinstance(stmt, (t.Import, t.ImportFrom)):
        return in_function
    if isinstance(stmt, t.FunctionDef):
        generic = in_function and bool(stmt.type_params or uses.notes_of(stmt) & variables)
        return generic or any(_has_work(s, False, True, variables) for s in stmt.body)
    if isinstance(stmt, (t.Stmt, t.ExceptHandler, t.MatchCase)):
        return any(_has_work(s, in_class, in_function, variables) for s in children(stmt))
    return False


@dataclass(frozen=True, slots=True)
class _Place:
    """Where the walk is. `names`: what names mean here; `below`: in functions inside (a class's own are left out).

    `local`: the variables of the functions around; `variables`: their type variables; `path`: the names around, with
    dots; `once`: whether the function around runs once.
    """

    names: Names
    below: Names
    local: frozenset[str] = frozenset()
    variables: frozenset[str] = frozenset()
    path: str = ""
    once: bool = False


class _Mover:
    """The walk over one module."""

    def __init__(self, module: t.Module, short: Names) -> None:
        self.module = module
        self.short = short
        self.above: list[t.Stmt] = []           # what goes before the statement at hand: classes of classes
        self.below: list[t.Stmt] = []           # what goes behind the module: what functions had
        self.once = uses.functions_that_run_once(module)
        self.variables = uses.type_variables(module)

    def moved(self) -> tuple[t.Stmt, ...]:
        out: list[t.Stmt] = []
        for stmt in self.module.body:
            self.above = []
            place = _Place(self.short, self.short, once=isinstance(stmt, t.FunctionDef) and stmt.name in self.once)
            new = self.walk(stmt, place)
            out += (*self.above, new)
        return (*out, *self.below)

    def walk(self, node: Any, place: _Place) -> Any:
        """`node` with its names replaced."""
        match node:
            case t.Name(id=name):
                return replace(node, id=place.names[name]) if name in place.names else node
            case t.FunctionDef():
                return self.function(node, place)
            case t.ClassDef():
                return self.cls(node, place, self.above)
            case t.Lambda():
                inner = self.inside(place, {a.name for a in uses.parameters(node.args)})
                return replace(node, args=self.arguments(node.args, place), body=self.walk(node.body, inner))
            case t.ListComp() | t.SetComp() | t.DictComp() | t.GeneratorExp():
                return self.comprehension(node, place)
            case t.AnnAssign():
                plain = with_children(replace(node, annotation=t.Name(node.span, "")), lambda n: self.walk(n, place))
                return replace(plain, annotation=self.note(node.annotation, place))
        return with_children(node, lambda below: self.walk(below, place))

    def note(self, node: t.Expr | None, place: _Place) -> Any:
        """An annotation, which may be text."""
        if isinstance(node, t.Constant) and isinstance(node.value, str) and uses.words(node.value) & place.names.keys():
            from rumpkc.types.annotations import parse_forward

            return self.note(parse_forward(node.value, node), place)
        if isinstance(node, t.Subscript) and dotted(node.value).rpartition(".")[2] == "Literal":
            return node
        if node is None or isinstance(node, t.Name):
            return self.walk(node, place) if node is not None else None
        return with_children(node, lambda below: self.note(below, place))

    def arguments(self, args: t.Arguments, place: _Place) -> t.Arguments:
        def one(arg: t.Arg) -> t.Arg:
            default = self.walk(arg.default, place) if arg.default is not None else None
            return replace(arg, annotation=self.note(arg.annotation, place), default=default)

        return with_children(args, one)

    def comprehension(self, node: Any, place: _Place) -> Any:
        bound = {name for g in node.generators for below in uses.below(g) for name in bound_by(below)}
        bound |= {name for g in node.generators for name in bound_by(g)}
        if not bound & place.names.keys():
            return with_children(node, lambda below: self.walk(below, place))
        first, inner = node.generators[0], self.inside(place, bound)
        new = with_children(node, lambda below: self.walk(below, inner))
        start = replace(new.generators[0], iter=self.walk(first.iter, place))
        return replace(new, generators=(start, *new.generators[1:]))

    def inside(self, place: _Place, bound: set[str]) -> _Place:
        names = {k: v for k, v in place.below.items() if k not in bound}
        return replace(place, names=names, below=names)

    # Functions

    def function(self, node: t.FunctionDef, place: _Place) -> t.FunctionDef:
        new = replace(
            node, args=self.arguments(node.args, place), returns=self.note(node.returns, place),
            decorators=tuple(self.walk(d, place) for d in node.decorators))
        return replace(new, body=self.body(node, place))

    def body(self, node: t.FunctionDef, place: _Place) -> tuple[t.Stmt, ...]:
        bound = uses.bound_in(node)
        variables = place.variables | uses.type_parameters(node) | (uses.notes_of(node) & self.variables)
        path = f"{place.path}{node.name}.{LOCALS}."
        plan = uses.Plan(node)
        local = place.local | bound
        names = {k: v for k, v in place.below.items() if k not in bound}
        moving: Names = {}
        for name in plan.candidates():
            if plan.movable(name) and self.may_move(plan, name, local, variables, moving):
                moving[name] = f"{path}{name}"
        names |= moving
        once = place.once and not place.path
        inner = _Place(names, names, local - moving.keys(), variables, path, once)
        return self.block(node.body, inner, plan, moving)

    def may_move(self, plan: uses.Plan, name: str, local: frozenset[str], variables: frozenset[str], moving: Names
                 ) -> bool:
        """Whether a generic function can; classes and imports must."""
        for stmt in plan.statements(name):
            if isinstance(stmt, t.FunctionDef):
                own = uses.type_parameters(stmt) | (uses.notes_of(stmt) & self.variables)
                captured = uses.free(stmt) & local - moving.keys() - {name}
                if not own - variables or captured or has_own_decorator(stmt) or not plan.safe(name):
                    return False
        return True

    def block(self, body: tuple[t.Stmt, ...], place: _Place, plan: uses.Plan, moving: Names) -> tuple[t.Stmt, ...]:
        out: list[t.Stmt] = []
        for stmt in body:
            if isinstance(stmt, t.ClassDef):
                self.local_class(stmt, place, plan)
            elif isinstance(stmt, t.FunctionDef) and stmt.name in moving:
                self.below.append(replace(self.function(stmt, place), name=moving[stmt.name]))
            elif isinstance(stmt, (t.Import, t.ImportFrom)):
                self.local_import(stmt, moving, plan)
            elif isinstance(stmt, (t.FunctionDef, t.Return, t.Expr)):
                out.append(self.walk(stmt, place))
            else:
                out.append(self.parts(stmt, place, plan, moving))
        return tuple(out) or (t.Pass(body[0].span),)

    def parts(self, stmt: Any, place: _Place, plan: uses.Plan, moving: Names) -> Any:
        """A statement that may have blocks of its own."""
        blocks = {name: self.block(value, place, plan, moving) if value else ()
                  for name in ("body", "orelse", "finalbody") if isinstance(value := getattr(stmt, name, None), tuple)}
        parts = {name: tuple(self.parts(p, place, plan, moving) for p in value)
                 for name in ("handlers", "cases") if (value := getattr(stmt, name, None)) is not None}
        bare = replace(stmt, **{name: () for name in (*blocks, *parts)})
        if isinstance(bare, t.Stmt):
            return replace(self.walk(bare, place), **blocks, **parts)
        return replace(with_children(bare, lambda below: self.walk(below, place)), **blocks, **parts)

    def local_import(self, stmt: t.Import | t.ImportFrom, moving: Names, plan: uses.Plan) -> None:
        made: list[t.Alias] = []
        for alias in stmt.names:
            (first,) = bound_by(replace(stmt, names=(alias,)))
            if first not in moving or not plan.safe(first):
                raise fail("E0400", f"`{first}` is imported here and bound elsewhere, or used where it may be unbound",
                           alias.span, help="import it at the module's top level")
            whole = alias.name if alias.asname or isinstance(stmt, t.ImportFrom) else first
            made.append(replace(alias, name=whole, asname=moving[first]))
            if whole != alias.name:
                made.append(replace(alias, asname=f"{moving[first]}@{alias.name}"))
        self.below.append(replace(stmt, names=tuple(made)))

    # Classes

    def local_class(self, node: t.ClassDef, place: _Place, plan: uses.Plan) -> None:
        """A class inside a function; E0434 where it cannot be made once for all runs of the function."""
        at = node.name_span
        if not plan.movable(node.name) or not plan.safe(node.name):
            raise fail("E0434", f"`{node.name}` is bound elsewhere in the function, or is used too early", at,
                       help="write the class before its first use, and nothing else of that name")
        captured = sorted(uses.free(node) & place.local)
        if captured:
            node = self.capturing(node, plan, captured, place.variables)
        variables = sorted(uses.free(node) & place.variables - uses.class_variables(node))
        if variables:
            raise fail("E0434", f"the class `{node.name}` uses the type variable `{variables[0]}` of the function", at,
                       help=f"make it generic: `class {node.name}(Generic[{variables[0]}])`")
        if not place.once or plan.in_loop(node.name):
            self.one_of_many(node, plan)
        self.below.append(self.cls(node, place, self.below))

    def capturing(self, node: t.ClassDef, plan: uses.Plan, names: list[str], variables: frozenset[str]) -> t.ClassDef:
        """The class with fields for the variables that it uses; E0434 where these may change, or have no known type."""
        fields = captures.fields(plan.node, plan, names, node.span.line)
        closed = any(dotted(b.value if isinstance(b, t.Subscript) else b).rpartition(".")[2] in uses.CLOSED
                     for b in node.bases)
        fit = [f.name for f in fields if not closed and not uses.words_of(f.annotation) & variables]
        unfit = next((name for name in names if name not in fit), None)
        if unfit is not None:
            raise fail("E0434", f"the class `{node.name}` uses `{unfit}` of the function around it", node.name_span,
                       help=captures.HELP)
        other = captures.only_made(plan.node, node.name)
        if other is not None:
            raise fail("E0434", f"`{node.name}` uses `{names[0]}` of the function, so that it is no value of its own",
                       other, help=captures.HELP)
        made = captures.through_self(node, set(names))
        return replace(made, body=(*fields, *made.body))

    def one_of_many(self, node: t.ClassDef, plan: uses.Plan) -> None:
        """E0434 where a class of which each run of the function makes another is told apart from the others."""
        told = plan.tested(node.name)
        if told is None and node.bases:
            made = (dotted(d.func if isinstance(d, t.Call) else d) for d in node.decorators)
            told = node.name_span if any(d.endswith("dataclass") for d in made) else None
        changed = plan.changed(node)
        if changed is not None:
            raise fail("E0434", f"each run makes another class `{node.name}`, whose variables begin anew", changed,
                       help="move the class to module level")
        if told is not None:
            raise fail("E0434", f"each run makes another class `{node.name}`, which this tells apart", told,
                       help="move the class to module level")

    def cls(self, node: t.ClassDef, place: _Place, sink: list[t.Stmt]) -> t.ClassDef:
        hidden = f"{place.path}{node.name}"
        inner = {s.name: f"{hidden}.{s.name}" for s in node.body if isinstance(s, t.ClassDef)}
        bases = (dotted(b.value if isinstance(b, t.Subscript) else b) for b in node.bases)
        if inner and any(b.rpartition(".")[2] in uses.CLOSED for b in bases):
            first = next(s for s in node.body if isinstance(s, t.ClassDef))
            raise fail("E0408", f"class `{first.name}` inside an enumeration or protocol", first.name_span,
                       help="move it out of the class")
        below = {k: v for k, v in place.below.items()}
        bound = {name for s in node.body if not isinstance(s, t.ClassDef) for name in bound_by(s)}
        names = {k: v for k, v in below.items() if k not in bound} | inner
        own = replace(place, names=names, below=below, path=f"{hidden}.", once=False)
        body: list[t.Stmt] = []
        for stmt in node.body:
            if isinstance(stmt, t.ClassDef):
                sink.append(self.cls(stmt, own, sink))
                body.append(Moved(stmt.span, stmt.name, inner[stmt.name]))
            else:
                body.append(self.walk(stmt, own))
        head = replace(node, body=())
        return replace(with_children(head, lambda part: self.walk(part, place)), name=hidden, body=tuple(body))
