"""What the rest of a program may see of a function's body besides its code: the same before and after an edit, or the
whole program is to be built.

    facts_of(world, info)           what other bodies, classes and modules are checked with
    runs_while_compiling(c)         the functions that module bodies may call, by name
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from rumpkc.compilation import Compilation
from rumpkc.comptime.bodies import computing_modules
from rumpkc.edits.closed import NotAlone
from rumpkc.edits.compare import Changed
from rumpkc.syntax import tree
from rumpkc.syntax.walk import children
from rumpkc.types.changes import LAZY, Changes, changes, only_reads
from rumpkc.types.check import is_stub
from rumpkc.types.classes import fields_of
from rumpkc.types.exceptions import is_base_call
from rumpkc.types.generators import is_generator
from rumpkc.types.globals import rebound_in
from rumpkc.types.reflected import declines
from rumpkc.types.signature import returns_value
from rumpkc.types.symbols import ClassInfo, FuncInfo
from rumpkc.types.types import ClassInst, Type
from rumpkc.types.world import World
from rumpkc.validate.module_body import is_main_guard

# Attributes that change how others are checked, wherever the program mentions them (types/exceptions.py, unset.py).
TELLING = frozenset(("args", "code", "value", "__doc__", "__new__"))
# Functions whose bodies are looked into for what their classes are.
LOOKED_INTO = frozenset(("__new__", "__init_subclass__", "__next__", "__class_getitem__", "__set_name__"))


def facts_of(world: World, info: FuncInfo) -> dict[str, object]:
    """What follows from the body of `info` for others, by kind."""
    node, known = info.node, changes(world)
    own = known.summary(node)
    if info.name in LOOKED_INTO or any(isinstance(at, (tree.Import, tree.ImportFrom)) for at in _below(node.body)):
        raise NotAlone(f"the body of `{info.name}` says what others are")
    return {
        "yields": is_generator(info), "stub": is_stub(node), "returns": returns_value(node.body),
        "declines": declines(info), "calls base": any(map(is_base_call, node.body)),
        "doc": _docstring(node) if "__doc__" in known.attributes else None,
        "functions": own.functions,
        "reach": (known.of([node]), known.of([node], constructing=True)),
        "getter": frozenset(own.mentions) if only_reads(node) else None,
        "flags": (own.stops, "StopIteration" in own.mentions, "slice" in own.mentions | own.types, own.unknown,
                  not LAZY.isdisjoint(own.mentions), "type" in own.calls or "cls" in own.values),
        "attributes": frozenset(own.attributes & TELLING),
        "first": _own_shape(info),
    }


def _own_shape(info: FuncInfo) -> object:
    """Of an `__init__` that is never called, all of it: what the checker reads instead."""
    return info.node if info.name == "__init__" and info.owner is not None and info.owner.by_value else None


def _docstring(node: tree.FunctionDef) -> object:
    first = node.body[0]
    return first.value.value if isinstance(first, tree.ExprStmt) and isinstance(first.value, tree.Constant) else None


def _below(nodes: Iterable[tree.Node]) -> Iterator[tree.Node]:
    todo = list(nodes)
    while todo:
        at = todo.pop()
        yield at
        todo += children(at)


class BodyFacts:
    """The facts of some functions before their bodies change; `same` compares them with those after."""

    def __init__(self, world: World, changed: list[Changed]) -> None:
        self._world, self._changed = world, changed
        self._before = [facts_of(world, info) for one in changed for info in one.infos]
        self._values = self._named()
        self._rebound = self._now_rebound()
        self._classes = _families(one for change in changed for one in change.infos)
        self._fields = {cls: _copied(cls) for cls in self._insts()}

    def check(self) -> None:
        """NotAlone where one of them differs."""
        after = [facts_of(self._world, info) for one in self._changed for info in one.infos]
        for before, now in zip(self._before, after, strict=True):
            for kind, value in before.items():
                if now[kind] != value:
                    raise NotAlone(f"`{kind}` of a body")
        if self._now_rebound() != self._rebound:
            raise NotAlone("what a module assigns")
        self._check_values()
        for info in self._classes:
            info.sure = info.assigned = None
        for cls in self._fields:                # bases come before
            cls.fields.clear()
            self._world.fields_done.discard(cls)
        for cls, fields in self._fields.items():
            if list(fields_of(self._world, cls).items()) != fields:
                raise NotAlone(f"the fields of `{cls}`")

    def _now_rebound(self) -> list[set[str]]:
        """The globals and attributes that the functions of each module may assign."""
        modules = dict.fromkeys(info.module for one in self._changed for info in one.infos)
        return [rebound_in(module.tree.body) for module in modules]

    def _check_values(self) -> None:
        """Names of functions and classes that are mentioned as values: the whole program's count, not each body's."""
        known, now = changes(self._world), self._named()
        if not now <= known.anything:
            raise NotAlone("a function is a value that was none")
        gone = self._values - now
        if gone and not gone <= known.values_elsewhere(self._world, [one.after for one in self._changed]):
            raise NotAlone("a function is no value any more")

    def _named(self) -> set[str]:
        known = changes(self._world)
        named = set[str]().union(*(known.summary(info.node).values for one in self._changed for info in one.infos))
        return {name for name in named if name in known.functions or name in known.classes}

    def _insts(self) -> list[ClassInst]:
        found = [cls for (info, _), cls in self._world.class_insts.items()
                 if info in self._classes and cls in self._world.fields_done]
        return sorted(found, key=lambda cls: len(cls.info.ancestors()))


def _copied(cls: ClassInst) -> list[tuple[str, Type]]:
    return list(cls.fields.items())


def _families(infos: Iterable[FuncInfo]) -> dict[ClassInfo, None]:
    """The classes of the program's own that have one of the methods, all above and all below them."""
    out: dict[ClassInfo, None] = {}
    for info in infos:
        if info.owner is not None:
            top = [at for at in info.owner.ancestors() if not at.module.library][-1]
            todo = [top]
            while todo:
                at = todo.pop()
                out[at] = None
                todo += at.subclasses
    return out


# What runs while compiling

def runs_while_compiling(c: Compilation) -> frozenset[str]:
    """The names of all functions and classes that the bodies of modules may get at when they run. Empty where no body
    does more than to name constants."""
    if not computing_modules(c):
        return frozenset()
    known = changes(c.world)
    todo: list[tree.Node] = []
    for module in c.world.modules.values():
        if not module.library:
            todo += _run_with(module.tree.body)
    return _reached(known, todo)


def _run_with(body: tuple[tree.Stmt, ...]) -> Iterator[tree.Node]:
    """What runs when a body does: all but the bodies of functions and what only the program itself runs."""
    for stmt in body:
        if isinstance(stmt, tree.FunctionDef):
            yield from (*stmt.decorators, stmt.args)
        elif isinstance(stmt, tree.ClassDef):
            yield from (*stmt.decorators, *stmt.bases, *stmt.keywords)
            yield from _run_with(stmt.body)
        elif not (isinstance(stmt, tree.If) and is_main_guard(stmt)):
            yield stmt


def _reached(known: Changes, todo: list[Any]) -> frozenset[str]:
    seen: set[str] = set()
    while todo:
        summary = known.summary(todo.pop())
        names = summary.mentions | (known.anything if summary.unknown else set())
        for name in names - seen:
            seen.add(name)
            todo += known.functions.get(name, ())
            todo += known.classes.get(name, ())
    return frozenset(seen)


def may_run(runs: frozenset[str], info: FuncInfo) -> bool:
    """Whether a function is among those that run while compiling: by its name, or as a method that nobody names."""
    return bool(runs) and (info.name in runs or info.name.startswith("__")
                           or info.owner is not None and info.owner.name in runs)
