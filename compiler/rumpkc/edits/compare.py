"""What an edit of a module changed: the bodies of functions, and nothing else.

    changed_bodies(before, after)   ->   [(FunctionDef before, FunctionDef after), …]

The places in `before` are those where its lines are now, so all that an edit leaves alone is equal to the last column.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from rumpkc.edits.closed import NotAlone
from rumpkc.edits.same import same_tree
from rumpkc.syntax import tree
from rumpkc.types.symbols import ClassInfo, FuncInfo, ModuleInfo, VarInfo
from rumpkc.types.world import World

ENDS = frozenset(("span", "body"))      # of definitions: where they end follows from the body


@dataclass(slots=True)
class Changed:
    """One function with another body, and the symbols that are it."""

    before: tree.FunctionDef
    after: tree.FunctionDef
    infos: list[FuncInfo]
    resumes: list[FuncInfo]             # the methods that have its code, where it is a generator


def changed_bodies(before: tree.Module, after: tree.Module) -> list[tuple[tree.FunctionDef, tree.FunctionDef]]:
    """The functions whose bodies differ. NotAlone where something else does."""
    out: list[tuple[tree.FunctionDef, tree.FunctionDef]] = []
    _compare(before.body, after.body, out)
    return out


def _compare(before: tuple[tree.Stmt, ...], after: tuple[tree.Stmt, ...],
             out: list[tuple[tree.FunctionDef, tree.FunctionDef]]) -> None:
    if len(before) != len(after):
        raise NotAlone("a statement more or less at the top of a module or class")
    for a, b in zip(before, after, strict=True):
        if type(a) is type(b) and isinstance(a, (tree.FunctionDef, tree.ClassDef)):
            if not all(same_tree(getattr(a, name), getattr(b, name)) for name in type(a).__match_args__
                       if name not in ENDS):
                raise NotAlone(f"the head of `{a.name}`")
            if isinstance(a, tree.ClassDef) and isinstance(b, tree.ClassDef):
                _compare(a.body, b.body, out)
            elif isinstance(a, tree.FunctionDef) and isinstance(b, tree.FunctionDef) and not same_tree(a.body, b.body):
                out.append((a, b))
        elif not same_tree(a, b):
            raise NotAlone("a statement outside of functions")


def symbols_of(world: World, module: ModuleInfo, changed: list[tuple[tree.FunctionDef, tree.FunctionDef]]
               ) -> list[Changed]:
    """The symbols that each changed function is. NotAlone where another was made of its body."""
    out = [Changed(before, after, [], []) for before, after in changed]
    resumes = {maker.resume.info for maker in world.makers.values()}
    by_node = {one.before: one for one in out}
    bodies = {one.before.body for one in out}
    for info in _functions(world, module):
        one = by_node.get(info.node)
        if one is not None:
            (one.resumes if info in resumes else one.infos).append(info)
        elif info.node.body in bodies:
            raise NotAlone(f"something was made of `{info.name}`")
    for one in out:
        if not one.infos:
            raise NotAlone(f"`{one.before.name}` is known under no name")
        if any(info.asm is not None or info.extern for info in one.infos):
            raise NotAlone(f"`{one.before.name}` is no function of the dialect")
    return out


def _functions(world: World, module: ModuleInfo) -> list[FuncInfo]:
    """Every function of the program that may be one of `module`."""
    todo: list[Any] = [inst.info for inst in world.func_insts.values()]
    todo += module.names.values()
    seen: dict[Any, None] = {}
    while todo:
        at = todo.pop()
        if at in seen or not isinstance(at, (FuncInfo, ClassInfo, VarInfo)):
            continue
        seen[at] = None
        if isinstance(at, ClassInfo):
            todo += at.members.values()
        elif isinstance(at, VarInfo):
            todo.append(at.decorated)
        else:
            todo += (at.setter, at.deleter, at.forwards)
    return [at for at in seen if isinstance(at, FuncInfo)]


def put_in(world: World, module: ModuleInfo, changed: list[Changed]) -> None:
    """Let the symbols have the new bodies, and the classes and the module their trees with those in them."""
    new: dict[tree.Node, tree.Node] = {one.before: one.after for one in changed}
    for one in changed:
        for info in (*one.infos, *one.resumes):
            info.node = one.after
            info.yields = info.assignments = info.bound = None
    body = _renewed(world, module.tree.body, new)
    module.tree = replace(module.tree, body=body)
    module.rebound = None
    for at in {info.owner for one in changed for info in one.infos if info.owner is not None}:
        at.node = new.get(at.node, at.node)  # type: ignore[assignment]
    for symbol in [*module.names.values()]:
        if isinstance(symbol, ClassInfo) and symbol.node in new:
            symbol.node = new[symbol.node]  # type: ignore[assignment]


def _renewed(world: World, body: tuple[tree.Stmt, ...], new: dict[tree.Node, tree.Node]) -> tuple[tree.Stmt, ...]:
    out: list[Any] = []
    for stmt in body:
        if isinstance(stmt, tree.ClassDef):
            inner = _renewed(world, stmt.body, new)
            if inner is not stmt.body:
                new[stmt] = replace(stmt, body=inner)
        out.append(new.get(stmt, stmt))
    if all(a is b for a, b in zip(out, body, strict=True)):
        return body
    made = tuple(out)
    if id(body) in world.overloads:
        world.overloads[id(made)] = world.overloads[id(body)]
    return made
