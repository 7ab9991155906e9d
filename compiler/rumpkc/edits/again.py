"""Bodies are checked again in the program of the build before: first the old ones, then the new ones.

The old body has to give the code that it gave before, or something else has a hand in it; and what the new one asks the
program for has to be what the old one asked for, or what others ask for as well.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from rumpkc.diagnostics import Diagnostic, Diagnostics
from rumpkc.edits.closed import ClosedWorld, NotAlone
from rumpkc.edits.compare import Changed
from rumpkc.edits.same import SameIr
from rumpkc.emit.alias import AliasFacts
from rumpkc.emit.whole import Whole, functions_in
from rumpkc.ir import nodes as ir
from rumpkc.ir.walk import walk
from rumpkc.types import closing, wide_literals
from rumpkc.types.check import check_body
from rumpkc.types.function_identity import FunctionsCompared
from rumpkc.types.fx import Deferred
from rumpkc.types.symbols import FuncInst
from rumpkc.types.types import ClassInst, Type

TRIES = (ir.TryExcept, ir.TryFinally)


@dataclass(slots=True)
class Checked:
    """What checking the changed bodies gave. `functions`: theirs, and those inside of them."""

    functions: list[ir.Function]
    asked: set[Any]
    said: tuple[bool, ...]
    warnings: list[Diagnostic]


def instances(world: ClosedWorld, changed: Iterable[Changed]) -> list[FuncInst]:
    """The functions of the program that are made of the changed ones, in the order in which they were asked for."""
    infos = {info for one in changed for info in one.infos}
    found = [inst for inst in world.func_insts.values() if inst.info in infos]
    for inst in found:
        if inst.ir.body is None or inst.misfit is not None or inst.refusal is not None:
            raise NotAlone(f"`{inst.info.name}` has no code of its own")
    return found


def resumes_of(world: ClosedWorld, insts: list[FuncInst]) -> list[ir.Function]:
    """The code of those that are generators."""
    return [maker.resume.ir for inst in insts if (maker := world.makers.get(inst.ir)) is not None]


def object_of(resume: ir.Function) -> ClassInst:
    """The class of the objects that a generator makes."""
    cls = resume.params[0].type
    assert isinstance(cls, ClassInst)
    return cls


def checked_again(world: ClosedWorld, insts: list[FuncInst]) -> Checked:
    """Check the bodies as they are written now."""
    world.asked.clear()
    was = world.forget_said()
    world.warnings = Diagnostics()
    out: list[ir.Function] = []
    for inst in insts:
        world._symbols = {name: n for name, n in world._symbols.items()
                          if not name.startswith(f"{inst.ir.symbol}.<locals>.")}
        world.nested = []
        world.current, world.at, world.may_wait = inst, inst.info.node.name_span, None
        resumes = resumes_of(world, [inst])
        for resume in resumes:
            _forget_fields(object_of(resume))
        try:
            check_body(world, inst)
        except (Deferred, FunctionsCompared) as ask:
            raise NotAlone("a body that waits for the whole program") from ask
        for function in (inst.ir, *resumes):
            function.span = inst.info.node.span
        made = [inst.ir, *resumes, *_reached([inst.ir, *resumes], world.nested)]
        for function in made:
            closing.settle_body(world, function)
        if any(closing.has_end(resume, world.busy) != (resume in world.busy) for resume in resumes):
            raise NotAlone("what is done when a generator is closed")
        out += made
    world.current = None
    if world.diagnostics.items or world.functions_compared or world.key_function or world.class_functions or (
            world.shapes.results or wide_literals.left(out)):
        raise NotAlone("something about the whole program")
    said = world.said()
    vars(world).update(was)
    return Checked(out, set(world.asked), said, world.warnings.items)


def _forget_fields(cls: ClassInst) -> None:
    """Leave a generator's object the fields that all have: its code tells the others."""
    assert cls.base is not None
    for name in [name for name in cls.fields if name not in cls.base.fields]:
        del cls.fields[name]


def _reached(functions: list[ir.Function], nested: list[ir.Function]) -> list[ir.Function]:
    """The functions inside of some that their code refers to; attempts that were given up made others."""
    todo, seen = list(functions), set[ir.Function]()
    while todo:
        for node in walk(todo.pop().body or ()):
            target = node.target if isinstance(node, (ir.Closure, ir.FuncAddr)) else \
                node.func if isinstance(node, ir.Call) else None
            if target is not None and target in nested and target not in seen:
                seen.add(target)
                todo.append(target)
    return [f for f in nested if f in seen]


@dataclass(slots=True)
class Code:
    """The code of some functions before it is made again."""

    bodies: list[tuple[ir.Function, ir.Function]]       # the function, and one that has what it had
    nested: list[ir.Function]
    objects: dict[ClassInst, list[tuple[str, Type]]]    # of generators: their fields

    @staticmethod
    def of(world: ClosedWorld, insts: list[FuncInst]) -> Code:
        heads = tuple(f"{inst.ir.symbol}.<locals>." for inst in insts)
        nested = [f for f in world.program.functions if f.symbol.startswith(heads)]
        resumes = resumes_of(world, insts)
        objects = {cls: list(cls.fields.items()) for cls in map(object_of, resumes)}
        return Code([(f, replace(f)) for f in (*(inst.ir for inst in insts), *resumes)], nested, objects)

    def same_objects(self) -> bool:
        """Whether the objects of generators have the fields that they had."""
        return all(list(cls.fields.items()) == fields for cls, fields in self.objects.items())

    def check_same(self, made: Checked) -> None:
        """NotAlone where the code that was made again differs."""
        same = SameIr()
        for function, before in self.bodies:
            if not same.function(before, function):
                raise NotAlone(f"`{function.symbol}` is made by more than its body")
        if not self.same_objects():
            raise NotAlone("the objects of a generator")
        if {f.symbol for f in self.nested} != {f.symbol for f in made.functions if f.symbol not in {
                b.symbol for _, b in self.bodies}}:
            raise NotAlone("functions inside of functions")


def check_asked(world: ClosedWorld, old: list[ir.Function], before: Checked, after: Checked, named: set[str]) -> None:
    """NotAlone where the program would lack something that only the old bodies asked for; `old` are their functions as
    the program has them. `named`: the modules of which all is in the program, whether something calls it or not."""
    if before.said != after.said:
        raise NotAlone("something about the whole program")
    gone = {_as_referred(what) for what in before.asked - after.asked}
    gone |= _referred(before.functions) - _referred(after.functions)
    if gone and not gone <= _used(world, {*old, *before.functions}, after.functions, named):
        raise NotAlone("something is not asked for any more")


def _as_referred(what: Any) -> Any:
    """What a body has asked for, as code refers to it."""
    if isinstance(what, FuncInst):
        return what.ir
    name, key = what
    return ("new", key) if name == "instantiated" else ("kind", key) if name == "type_infos" else what


def _used(world: ClosedWorld, old: set[ir.Function], new: list[ir.Function], named: set[str]) -> set[Any]:
    """What the program refers to with the new functions in the place of the old ones, as far as it is reached: what
    only itself calls is not used."""
    others = [f for f in world.program.functions if f not in old]
    todo: list[Any] = [f for f in (*others, *new) if f.exported or f.module in named and "[" not in f.symbol]
    todo += (f for table in world.program.vtables.values() for f in table if f is not None)
    todo += (f for target in world.program.globals for f in functions_in(target.init))
    out = set(todo)
    while todo:
        at = todo.pop()
        if isinstance(at, ir.Function) and at not in old or at in new:
            fresh = _referred([at]) - out
            out |= fresh
            todo += fresh
    return out


def _referred(functions: Iterable[ir.Function]) -> set[Any]:
    """The functions, variables, classes and virtual methods that code refers to."""
    out: set[Any] = set()
    for function in functions:
        for node in walk(function.body or ()):
            match node:
                case ir.Call():
                    out.add(node.func)
                case ir.FuncAddr() | ir.Closure() | ir.GlobalGet() | ir.GlobalAddr() | ir.SetGlobal():
                    if ".<locals>." not in node.target.symbol:
                        out.add(node.target)
                case ir.CallVirtual():
                    out.add((node.slot, node.cls))
                case ir.New():
                    out.add(("new", node.type))
                case ir.TypeInfo() | ir.IsInstance():
                    out.add(("kind", node.cls))
    return out


def check_facts(whole: Whole, old: list[ir.Function], before: list[ir.Function], after: list[ir.Function]) -> None:
    """Bring what the emitter knows of the program up to date: `old` are the functions that it knows, `before` has their
    code again. NotAlone where other code would be written otherwise."""
    if _emitted(before) != _emitted(after):
        raise NotAlone("what is done with addresses")
    for function in old:
        whole.tries.discard(function)
    for function in after:
        if any(isinstance(node, TRIES) for node in walk(function.body or ())):
            whole.tries.add(function)
    for function in old:
        if function not in after:
            del whole.defined[function.symbol]
    whole.defined.update({f.symbol: f for f in after})


def _emitted(functions: list[ir.Function]) -> tuple[object, ...]:
    """What `Whole` takes from functions, as far as others see it."""
    facts, taken = AliasFacts(), set[str]()
    for function in functions:
        for node in walk(function.body or ()):
            facts.note(node, function.module)
            if isinstance(node, (ir.FuncAddr, ir.Closure)) and ".<locals>." not in node.target.symbol:
                taken.add(node.target.symbol)
    return facts.fields, facts.globals, facts.raw_modules, taken


def put_in_program(program: ir.Program, before: list[ir.Function], after: list[ir.Function]) -> None:
    """Let the program have the functions that were made again, and no others that were inside of the old ones."""
    gone = set(before) - set(after)
    there = set(program.functions)
    program.functions[:] = [f for f in program.functions if f not in gone]
    list.extend(program.functions, [f for f in after if f not in there])
