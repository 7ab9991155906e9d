"""A build after an edit of function bodies, from what was kept of the build before.

    build_on(c)                     the Compilation `c` has an image as a build from nothing would give it
                                    NotAlone: that has to be done

In order: the files that changed are read, and compared with what they were; their bodies are checked again in the
program that was kept; the parts of the image that have places in these files are written again; all is linked.
"""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

from rumpkc.cache import compiler_fingerprint, file_hash
from rumpkc.compilation import Compilation
from rumpkc.edits.again import (
    Checked,
    Code,
    check_asked,
    check_facts,
    checked_again,
    instances,
    put_in_program,
)
from rumpkc.edits.closed import ClosedWorld, NotAlone, close
from rumpkc.edits.compare import Changed, changed_bodies, put_in, symbols_of
from rumpkc.edits.facts import BodyFacts, may_run
from rumpkc.edits.keep import Kept, KeptProgram, Record, kept_program, read_record
from rumpkc.edits.moved import Moved, moved
from rumpkc.effects.facts import same_effects
from rumpkc.emit.generators import plan
from rumpkc.emit.units import DATA, Unit, ask, divide, emit_unit
from rumpkc.ir.passes.escape import place_objects
from rumpkc.ir.verify import verify_program
from rumpkc.names.graph import OPENS
from rumpkc.names.modules import LoadedModule, read_file
from rumpkc.names.project import display_path
from rumpkc.source import Source
from rumpkc.syntax.encoding import decode_source
from rumpkc.targets.parallel import Parts
from rumpkc.types.types import ClassInst
from rumpkc.types.world import REDIRECTS, expanded
from rumpkc.validate.registry import validate_module
from rumpkc.warn.check import is_own, kept_warnings

MOST_FILES = 8                          # that one build takes as edited: more are a change of branch


def stale_files(record: Record) -> list[Path] | None:
    """The files that are other than when the record was made; None where more than their content is."""
    if any(map(os.path.exists, record.absent)):
        return None
    try:
        stale = [Path(path) for path, digest in record.inputs.items() if file_hash(path) != digest]
    except OSError:
        return None
    return stale if len(stale) <= MOST_FILES and all(path.suffix == ".py" for path in stale) else None


def build_on(c: Compilation) -> None:
    """Give `c` the image that a build from nothing would give it; NotAlone or CompileError where that has to be done.
    """
    from rumpkc.driver import compile_objects, link

    assert c.kept_at is not None
    record = read_record(c.kept_at, compiler_fingerprint())
    stale = stale_files(record) if record is not None else None
    program = kept_program(record) if record is not None and stale is not None else None
    if record is None or stale is None or program is None:
        raise NotAlone("nothing is kept")
    edits = _edits(c, program, stale)
    kept = program.read(edits)
    _restore(c, kept)
    loaded = _read(c, list(edits))
    world = close(kept.world)
    same_objects = _bodies_again(c, kept, world, loaded)
    _warnings(c, kept, loaded)
    _emit(c, kept, world, record, set(edits), same_objects)
    compile_objects(c)
    link(c)


def _edits(c: Compilation, program: KeptProgram, stale: list[Path]) -> dict[str, Moved]:
    """Where the lines of each changed file went."""
    out: dict[str, Moved] = {}
    for path in stale:
        shown = display_path(path, c.project.root)
        text = program.texts.get(shown)
        if text is None:
            raise NotAlone(f"{shown} is no file of the program's own")
        new = decode_source(shown, read_file(path, shown))
        if (REDIRECTS in text) != (REDIRECTS in new.text) or bool(OPENS.search(text)) != bool(OPENS.search(new.text)):
            raise NotAlone("a word that says something of the whole program")
        out[shown] = moved(Source(shown, text), new)
    return out


def _restore(c: Compilation, kept: Kept) -> None:
    """Let `c` stand where the build before stood when it wrote down its program."""
    kept.world.loader.sources = c.sources
    c.loader = kept.world.loader
    c.world, c.program = kept.world, kept.world.program
    c.files, c.modules, c.stubs, c.params = kept.files, kept.modules, kept.stubs, kept.placed


def _read(c: Compilation, shown: list[str]) -> list[LoadedModule]:
    """The changed modules as they are now."""
    out: list[LoadedModule] = []
    for module in [m for m in c.loader.loaded if m.display_path in shown]:
        now = c.loader.read_again(module.name)
        if any(d.is_error for d in validate_module(now.tree)):
            raise NotAlone("an error")
        out.append(now)
    return out


def _bodies_again(c: Compilation, kept: Kept, world: ClosedWorld, loaded: list[LoadedModule]) -> bool:
    """Check the changed bodies again, the old ones and the new ones; the code of the new ones goes into the program.
    Whether all objects have the fields that they had."""
    changed: list[tuple[str, list[Changed]]] = []
    for module in loaded:
        info = world.modules[module.name]
        pairs = changed_bodies(info.tree, expanded(c.loader, module))
        changed.append((module.name, symbols_of(world, info, pairs)))
    every = [one for _, some in changed for one in some]
    if any(may_run(kept.runs, info) for one in every for info in one.infos):
        raise NotAlone("a function runs while compiling")
    if world.ints_in_floats and kept.ints_for_floats <= {one.before.name_span for one in every}:
        raise NotAlone("perhaps no int is where `float` is written any more")
    insts = instances(world, every)
    facts = BodyFacts(world, every)
    code = Code.of(world, insts)
    before = checked_again(world, insts)
    _place(kept, code, before)
    code.check_same(before)
    for name, some in changed:
        put_in(world, world.modules[name], some)
    facts.check()
    after = checked_again(world, insts)
    old = [*(function for function, _ in code.bodies), *code.nested]
    check_asked(world, old, before, after, {module.name for module in c.files})
    check_facts(kept.whole, old, before.functions, after.functions)
    put_in_program(world.program, old, after.functions)
    verify_program(world.program, after.functions)
    _place(kept, code, after)
    if not same_effects(kept.effects, world.program, after.functions):
        raise NotAlone("what a body does")
    kept.warnings = [w for w in kept.warnings if w not in before.warnings] + after.warnings
    return code.same_objects()


def _place(kept: Kept, code: Code, made: Checked) -> None:
    """Let objects lie in frames, and what outlives a `yield` in the generator's. NotAlone where a function does
    something else with its arguments than before."""
    params = place_objects(kept.world.program, made.functions, kept.placed).params
    for function, _ in code.bodies:
        if kept.placed.of(function) != params.of(function):
            raise NotAlone(f"what `{function.symbol}` does with its arguments")
        if function.kept is not None:
            plan(function)


def _warnings(c: Compilation, kept: Kept, loaded: list[LoadedModule]) -> None:
    """The warnings of the whole program: those of what an edit leaves alone are known."""
    from rumpkc.driver import warn

    edited = {module.display_path for module in loaded}
    c.loader.warnings = [*(w for w in kept.parsing if w.span.file not in edited), *c.loader.warnings]
    c.warnings = kept.warnings
    known = kept_warnings(c)
    for module in c.loader.loaded:
        if module.path in c.loader.digests and module.display_path not in edited and is_own(c, module) and \
                not known.knows(module):
            c.loader.read_again(module.name)            # only to look at it: it is as it was
    warn(c)
    c.stop_on_errors()


def _emit(c: Compilation, kept: Kept, world: ClosedWorld, record: Record, edited: set[str],
          same_objects: bool) -> None:
    """Write the parts that have places in edited files, and the data if they ask for other texts or classes, or a class
    has other fields."""
    functions = divide(kept.whole)
    *units, (data, data_key) = record.units
    if data.name != DATA or [unit.name for unit, _ in units] != list(functions):
        raise NotAlone("another part")
    c.parts = Parts(c.target, c.opt_level, c.store)
    now: list[Unit] = []
    for unit, key in units:
        if edited.isdisjoint(unit.files):
            if not c.parts.take(unit.name, key):
                raise NotAlone("an object is gone")
        else:
            unit = emit_unit(kept.whole, c.target, unit.name, functions[unit.name])
            c.parts.add(unit.name, unit.text)
        now.append(replace(unit, text=""))
    if not same_objects or _asked(now) != _asked([unit for unit, _ in units]):
        ask(kept.whole, now, *_classes(world))
        data = emit_unit(kept.whole, c.target, DATA, [])
        c.parts.add(DATA, data.text)
    elif not c.parts.take(DATA, data_key):
        raise NotAlone("an object is gone")


def _asked(units: list[Unit]) -> tuple[frozenset[object], frozenset[str]]:
    """All texts and classes that parts ask for."""
    return (frozenset[object]().union(*(unit.texts for unit in units)),
            frozenset[str]().union(*(unit.classes for unit in units)))


def _classes(world: ClosedWorld) -> tuple[dict[str, ClassInst], dict[str, ClassInst]]:
    """The classes of texts by their names, and all classes by their symbols."""
    texts = {name: world.class_insts[world.builtin(name), ()] for name in ("str", "bytes")
             if (world.builtin(name), ()) in world.class_insts}
    return texts, {cls.symbol: cls for cls in world.class_insts.values()}
