"""How a function uses the names that it binds: for what moves to module level (`hoisting.py`)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from rumpkc.source import Span
from rumpkc.syntax import tree as t
from rumpkc.syntax.walk import bound_by, children
from rumpkc.types.bindings import declared
from rumpkc.types.scopes import dotted, is_main_guard

FUNCTIONS = (t.FunctionDef, t.Lambda)
LOOPS = (t.For, t.While, t.ListComp, t.SetComp, t.DictComp, t.GeneratorExp)
CLOSED = frozenset(("Enum", "IntEnum", "StrEnum", "Flag", "IntFlag", "Protocol", "NamedTuple"))


def words(text: str) -> set[str]:
    """The names in the text of an annotation."""
    return set(re.findall(r"[^\W\d]\w*", text))


def below(node: t.Node) -> Iterator[t.Node]:
    """All nodes below `node`."""
    for child in children(node):
        yield child
        yield from below(child)


def own(node: Any) -> Iterator[t.Node]:
    """The nodes of a function's own scope; definitions inside are given, not entered."""
    todo = list(node.body)[::-1]
    while todo:
        at = todo.pop()
        yield at
        if not isinstance(at, (*FUNCTIONS, t.ClassDef)):
            todo += children(at)[::-1]


def parameters(args: t.Arguments) -> list[t.Arg]:
    return [a for a in (*args.posonly, *args.args, args.vararg, *args.kwonly, args.kwarg) if a is not None]


def bound_in(node: t.FunctionDef) -> set[str]:
    """The names that a function binds in its own scope."""
    out = {a.name for a in parameters(node.args)}
    for at in own(node):
        if not isinstance(at, (t.Global, t.Nonlocal)):
            out |= bound_by(at)
    return out - declared(t.Global, node.body) - declared(t.Nonlocal, node.body)


def type_parameters(node: t.FunctionDef | t.ClassDef) -> set[str]:
    """The type parameters that a definition has in brackets."""
    return {p.name for p in node.type_params if isinstance(p, (t.TypeVarParam, t.ParamSpecParam, t.TypeVarTupleParam))}


def notes_of(node: t.FunctionDef) -> set[str]:
    """The names in the annotations of a function."""
    notes = [a.annotation for a in parameters(node.args)] + [node.returns]
    out: set[str] = type_parameters(node)
    for note in notes:
        for at in ([note, *below(note)] if note is not None else []):
            if isinstance(at, t.Name):
                out.add(at.id)
            elif isinstance(at, t.Constant) and isinstance(at.value, str):
                out |= words(at.value)
    return out


def words_of(node: t.Expr) -> set[str]:
    """The names in an annotation."""
    found = {n.id for n in (node, *below(node)) if isinstance(n, t.Name)}
    texts = [n.value for n in (node, *below(node)) if isinstance(n, t.Constant) and isinstance(n.value, str)]
    return found.union(*map(words, texts))


def class_variables(node: t.ClassDef) -> set[str]:
    """The type variables that a class has itself."""
    own_: set[str] = type_parameters(node)
    for base in node.bases:
        if isinstance(base, t.Subscript):
            own_ |= {at.id for at in below(base) if isinstance(at, t.Name)}
    return own_


def type_variables(module: t.Module) -> set[str]:
    """The type variables that a module makes or imports under a usual name."""
    out: set[str] = set()
    for stmt in module.body:
        match stmt:
            case t.Assign(targets=(t.Name(id=name),), value=t.Call(func=func)) if dotted(func).rpartition(".")[2] in (
                    "TypeVar", "ParamSpec"):
                out.add(name)
    return out


def free(node: t.Node) -> set[str]:
    """The names that a definition takes from the scopes around it."""
    if isinstance(node, t.Name):
        return {node.id}
    if isinstance(node, t.Nonlocal):
        return set(node.names)
    out: set[str] = set()
    if isinstance(node, t.FunctionDef):
        outside: list[Any] = [*node.decorators, node.args, node.returns]
        inside = {name for stmt in node.body for name in free(stmt)} - bound_in(node)
        return inside.union(*(free(part) for part in outside if part is not None))
    if isinstance(node, t.Lambda):
        return free(node.args) | free(node.body) - {a.name for a in parameters(node.args)}
    if isinstance(node, (t.ListComp, t.SetComp, t.DictComp, t.GeneratorExp)):
        bound = {name for g in node.generators for name in bound_by(g)}
        return set().union(*(free(c) for c in children(node))) - bound
    if isinstance(node, t.ClassDef):
        direct = {name for s in node.body for name in bound_by(s)}
        for stmt in node.body:
            found = free(stmt)
            out |= found if isinstance(stmt, (t.FunctionDef, t.ClassDef)) else found - direct
        for part in (*node.bases, *node.decorators, *node.keywords):
            out |= free(part)
        return out - {node.name}
    for child in children(node):
        out |= free(child)
    return out


def functions_that_run_once(module: t.Module) -> set[str]:
    """`main`, and the functions of the module that such a function calls in the only place that names them."""
    defined = {s.name: s for s in module.body if isinstance(s, t.FunctionDef) and not s.decorators}
    mentions: Counter[str] = Counter()
    for stmt in module.body:
        if not is_main_guard(stmt):
            mentions.update(at.id for at in below(stmt) if isinstance(at, t.Name))
    todo = ["main"] if "main" in defined and not mentions["main"] else []
    found: set[str] = set()
    while todo:
        name = todo.pop()
        found.add(name)
        for called in _called_once(defined[name]):
            if called in defined and mentions[called] == 1 and called not in found:
                todo.append(called)
    return found


def _called_once(node: Any) -> Iterator[str]:
    """The names that the own code of a function calls outside of loops."""
    todo: list[t.Node] = list(node.body)
    while todo:
        at = todo.pop()
        if isinstance(at, t.Call) and isinstance(at.func, t.Name):
            yield at.func.id
        if not isinstance(at, (*FUNCTIONS, t.ClassDef, *LOOPS)):
            todo += children(at)


class Plan:
    """What the body of one function defines that can move, and how it is used."""

    def __init__(self, node: t.FunctionDef) -> None:
        self.node = node
        self.found: dict[str, list[t.Stmt]] = {}
        self.behind: dict[str, list[tuple[t.Stmt, ...]]] = {}       # the rest of its block, from each definition on
        self.loops: set[str] = set()
        self.bound: Counter[str] = Counter(a.name for a in parameters(node.args))
        self._read(node.body, False)
        for at in own(node):
            self.bound.update(bound_by(at))

    def _read(self, body: tuple[t.Stmt, ...], in_loop: bool) -> None:
        for index, stmt in enumerate(body):
            if isinstance(stmt, (t.ClassDef, t.FunctionDef, t.Import, t.ImportFrom)):
                for name in bound_by(stmt):
                    self.found.setdefault(name, []).append(stmt)
                    self.behind.setdefault(name, []).append(body[index:])
                    self.loops |= {name} if in_loop else set()
                continue
            deep = in_loop or isinstance(stmt, (t.For, t.While))
            for part in (stmt, *getattr(stmt, "handlers", ()), *getattr(stmt, "cases", ())):
                for name in ("body", "orelse", "finalbody"):
                    block = getattr(part, name, ())
                    if isinstance(block, tuple):
                        self._read(block, deep)

    def candidates(self) -> list[str]:
        return list(self.found)

    def statements(self, name: str) -> list[t.Stmt]:
        return self.found[name]

    def shared(self) -> set[str]:
        """The names that functions inside bind, or the module has."""
        return declared(t.Nonlocal, self.node.body, deep=True) | declared(t.Global, self.node.body, deep=True)

    def movable(self, name: str) -> bool:
        """Whether one definition, or the same import again, is all that binds the name."""
        same = self.found[name]
        alike = len(same) == 1 or all(isinstance(s, (t.Import, t.ImportFrom)) for s in same) and len(
            {_written(s, name) for s in same}) == 1
        return alike and self.bound[name] == len(same) and name not in self.shared()

    def safe(self, name: str) -> bool:
        """Whether the name is used only behind its definition, in the same block."""
        inside = {id(at) for blocks in self.behind[name] for stmt in blocks for at in (stmt, *below(stmt))
                  if isinstance(at, t.Name) and at.id == name}
        return all(id(at) in inside for at in below(self.node) if isinstance(at, t.Name) and at.id == name)

    def in_loop(self, name: str) -> bool:
        return name in self.loops

    def tested(self, name: str) -> Span | None:
        """Where the function asks whether something is of the class `name`."""
        for at in below(self.node):
            where: list[Any] = []
            match at:
                case t.Call(func=t.Name(id="isinstance" | "issubclass"), args=(_, second)):
                    where = [second]
                case t.ExceptHandler(type=t.Expr() as caught):
                    where = [caught]
                case t.MatchClass(cls=cls):
                    where = [cls]
                case t.Compare():
                    where = [at]
            for part in where:
                if any(isinstance(n, t.Name) and n.id == name for n in (part, *below(part))):
                    return part.span
        return None

    def changed(self, cls: t.ClassDef) -> Span | None:
        """Where the function assigns a variable of the class `cls` that its objects share."""
        shared = {name for stmt in cls.body if isinstance(stmt, (t.Assign, t.AnnAssign)) for name in bound_by(stmt)}
        objects = {f.args.args[0].name for f in cls.body if isinstance(f, t.FunctionDef) and f.args.args
                   and not any(isinstance(d, t.Name) and d.id == "classmethod" for d in f.decorators)}
        for at in below(self.node):
            for target in _places(at):
                if isinstance(target, t.Attribute) and target.attr in shared and not (
                        isinstance(target.value, t.Name) and target.value.id in objects):
                    return target.span
        return None


def _places(node: t.Node) -> list[t.Expr]:
    """What a statement assigns or deletes."""
    match node:
        case t.Assign(targets=targets) | t.Delete(targets=targets):
            found = list(targets)
        case t.AugAssign(target=target) | t.AnnAssign(target=target) | t.For(target=target):
            found = [target]
        case _:
            return []
    inside = [n for target in found if isinstance(target, (t.Tuple, t.List)) for n in below(target)]
    return [*found, *(n for n in inside if isinstance(n, t.Expr))]


def _written(stmt: t.Stmt, name: str) -> tuple[object, ...]:
    """What an import statement brings in under `name`."""
    assert isinstance(stmt, (t.Import, t.ImportFrom))
    alias = next(a for a in stmt.names if name in (a.asname, a.name, a.name.partition(".")[0]))
    home = (stmt.module, stmt.level) if isinstance(stmt, t.ImportFrom) else ()
    return type(stmt), home, alias.name, alias.asname
