"""Effects of some functions of a program whose other functions are known: for builds after edits.

    effect_facts(program, config)         which functions allocate, raise, block, as far as some promise is about it
    same_effects(facts, program, [f])     whether `f`, which has a new body, still has the effects that it had
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rumpkc.effects.check import EFFECTS, Effect, begins, infer, promises
from rumpkc.effects.graph import CallGraph
from rumpkc.ir import nodes as ir
from rumpkc.names.config import Config
from rumpkc.types.types import FuncType


@dataclass(frozen=True, slots=True)
class EffectFacts:
    """The symbols of the functions with each effect, by its name; those that some promise against it is about; and the
    functions of each type whose addresses are taken."""

    having: dict[str, set[str]]
    promised: dict[str, set[str]]
    addressed: dict[FuncType, list[ir.Function]]


def effect_facts(program: ir.Program, config: Config) -> EffectFacts:
    """What is known of a program whose promises hold."""
    graph = CallGraph(program)
    having: dict[str, set[str]] = {}
    promised: dict[str, set[str]] = {}
    for effect in EFFECTS:
        if found := promises(effect, program, config):
            having[effect.name] = {f.symbol for f in infer(graph, effect)}
            promised[effect.name] = _symbols(_reached(graph, list(found)))
    return EffectFacts(having, promised, graph.addressed)


def _reached(graph: CallGraph, todo: list[ir.Function]) -> set[ir.Function]:
    """These functions and all that they call, directly or not."""
    out = set(todo)
    while todo:
        sites = graph.sites.get(todo.pop())
        fresh = {callee for _, callees in (sites.calls if sites is not None else ()) for callee in callees} - out
        out |= fresh
        todo += fresh
    return out


def same_effects(facts: EffectFacts, program: ir.Program, functions: list[ir.Function]) -> bool:
    """Whether each of `functions` has the effects that it had, as far as promises are about it, so that nothing that
    calls it has others. A function inside of another may be a new one of the same symbol."""
    graph = CallGraph(program, functions, facts.addressed)
    for kind, targets in graph.addressed.items():
        if not _symbols(targets) <= _symbols(facts.addressed.get(kind, [])):
            return False                            # more functions can be called through values
    own = _symbols(functions)
    for effect in EFFECTS:
        having, promised = facts.having.get(effect.name, set()), facts.promised.get(effect.name, set())
        if not own.isdisjoint(promised) and _now(graph, effect, having - own) != having & own:
            return False
    return True


def _now(graph: CallGraph, effect: Effect, outside: set[str]) -> set[str]:
    """Which functions of `graph` have the effect, if `outside` are those outside of it that do."""
    found = {f.symbol for f, sites in graph.sites.items() if begins(effect, f, sites) is not None}
    while True:
        more = {f.symbol for f, sites in graph.sites.items() if f.symbol not in found and any(
            effect.passes(f, site) and not (found | outside).isdisjoint(_symbols(callees))
            for site, callees in sites.calls)}
        if not more:
            return found
        found |= more


def _symbols(functions: Iterable[ir.Function]) -> set[str]:
    return {function.symbol for function in functions}
