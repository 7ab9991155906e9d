"""Effects: what a function may do, inferred over the whole call graph and checked where a promise is written.

    @noalloc
    def irq_handler(): log(…)       error[E0501]: `irq_handler` promises not to allocate, but does:
                                    irq_handler -> log -> format -> list.append allocates

Memory for an exception that is being raised does not count as allocation: a promise not to allocate is about the ways
on which the function returns. (`@noraise` excludes the others.)
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from rumpkc.diagnostics import Diagnostic, Label
from rumpkc.effects.graph import CallGraph, FunctionSites, Site
from rumpkc.effects.names import shown
from rumpkc.ir import nodes as ir
from rumpkc.ir.passes.escape import BLOCKS
from rumpkc.ir.prims import spec_of
from rumpkc.names.config import Config
from rumpkc.source import Span

WAITING = {"sys.do:wfi", "sys.do:wfe"}
BLOCKING_SYMBOLS = {"plat_read"}


@dataclass(frozen=True, slots=True)
class Effect:
    """One effect: the promise against it, and how it starts. `verb` ends the path in the message."""

    name: str
    promise: str
    code: str
    verb: str
    promised: str
    starts: Callable[[ir.Function, Site], bool]
    passes: Callable[[ir.Function, Site], bool]         # from what is called at the site to the function around it
    help: str = ""


def _allocates(function: ir.Function, site: Site) -> bool:
    if isinstance(site.node, ir.Call):
        return site.node.func.symbol == BLOCKS and not site.fatal
    return isinstance(site.node, (ir.New, ir.NewArray)) and not site.node.in_frame and not site.fatal


def _raises(function: ir.Function, site: Site) -> bool:
    if site.caught:
        return False
    if isinstance(site.node, ir.Prim):
        spec = spec_of(site.node.op)
        return spec is not None and spec.raises and "unchecked" not in function.attrs
    return isinstance(site.node, ir.Raise)


def _blocks(function: ir.Function, site: Site) -> bool:
    return isinstance(site.node, ir.Prim) and site.node.op in WAITING


EFFECTS = (
    Effect("alloc", "noalloc", "E0501", "allocates", "not to allocate", _allocates, lambda _, site: not site.fatal,
           "memory for a raised exception is not counted; pass buffers in, or allocate at start"),
    Effect("raise", "noraise", "E0502", "raises", "not to raise", _raises, lambda _, site: not site.caught,
           "catch the exception, or use words (w64) or `@unchecked` where overflow is meant"),
    Effect("block", "nonblocking", "E0503", "blocks", "not to block", _blocks, lambda _function, _site: True),
)
RAW = ("ptr.load", "ptr.store", "ptr.ref", "int.ptr", "mem.", "unaligned.", "volatile.", "sys.")


def unsafe(config: Config) -> Effect:
    """`unsafe`: raw memory, registers, machine instructions, in a module that toolchain.toml allows them. What such a
    module offers to others is safe by its author's word, so there it ends. Nothing can promise against it."""
    def starts(function: ir.Function, site: Site) -> bool:
        return config.is_unsafe(function.module) and isinstance(site.node, ir.Prim) and site.node.op.startswith(RAW)

    return Effect("unsafe", "", "", "touches the machine", "", starts,
                  lambda function, _: config.is_unsafe(function.module))


INTERRUPT = "interrupt"                 # an interrupt handler promises all three


@dataclass(frozen=True, slots=True)
class Step:
    """Why a function has an effect: a place in it, and the function called there (None: it happens right there)."""

    span: Span
    callee: ir.Function | None


def check_effects(program: ir.Program, config: Config | None = None) -> list[Diagnostic]:
    """The broken promises of a program, in its order; one message a function and effect."""
    graph = CallGraph(program)
    out: list[Diagnostic] = []
    for effect in EFFECTS:
        promised = promises(effect, program, config)
        if promised:
            reasons = infer(graph, effect)
            out += [_broken(effect, f, reasons, why) for f, why in promised.items() if f in reasons]
    return out


def promises(effect: Effect, program: ir.Program, config: Config | None) -> dict[ir.Function, str]:
    """The functions that promise not to have the effect, and where they do."""
    return {f: why for f in program.functions if (why := _promise(effect, f, config))}


def _promise(effect: Effect, function: ir.Function, config: Config | None) -> str:
    """Where `function` promises not to have `effect`; empty where it does not."""
    for mark in (effect.promise, INTERRUPT):
        if mark in function.attrs:
            return f"marked @{mark}"
    if config is not None and config.promises(function.module, effect.promise):
        return f"its package is listed under `[effects] {effect.promise}` in toolchain.toml"
    return ""


def infer(graph: CallGraph, effect: Effect) -> dict[ir.Function, Step]:
    """The functions that have the effect, each with the first step of a shortest path to where it happens."""
    reasons: dict[ir.Function, Step] = {}
    callers: dict[ir.Function, list[tuple[ir.Function, Span]]] = {}
    for function, sites in graph.sites.items():
        start = begins(effect, function, sites)
        if start is not None:
            reasons[function] = Step(start, None)
        for site, callees in sites.calls:
            if effect.passes(function, site):
                for callee in callees:
                    callers.setdefault(callee, []).append((function, site.span))
    queue = deque(reasons)
    while queue:
        callee = queue.popleft()
        for caller, span in callers.get(callee, ()):
            if caller not in reasons:
                reasons[caller] = Step(span, callee)
                queue.append(caller)
    return reasons


def begins(effect: Effect, function: ir.Function, sites: FunctionSites) -> Span | None:
    """Where the effect happens in a function itself."""
    here = [*sites.others, *(site for site, _ in sites.calls)]
    start = next((s for s in here if effect.starts(function, s)), None)
    if start is not None:
        return start.span
    blocks = effect.name == "block" and (function.symbol in BLOCKING_SYMBOLS or _unknown(function))
    return function.span if blocks else None


def _unknown(function: ir.Function) -> bool:
    """Whether nothing is known of a function: C or assembly, which cannot allocate or raise, but may wait."""
    return function.body is None and not {"nonblocking", INTERRUPT} & function.attrs


def _broken(effect: Effect, function: ir.Function, reasons: dict[ir.Function, Step], why: str) -> Diagnostic:
    names, labels = path(effect, function, reasons)
    how = effect.verb if len(names) == 1 else f"does: {' -> '.join(names)} {effect.verb}"
    message = f"`{names[0]}` promises {effect.promised}, but {how}"
    return Diagnostic(effect.code, message, function.span, why, tuple(labels), effect.help)


def path(effect: Effect, function: ir.Function, reasons: dict[ir.Function, Step]) -> tuple[list[str], list[Label]]:
    """The functions from `function` to where the effect happens, and the place of each step."""
    names, labels = [shown(function)], []
    at, step = function, reasons[function]
    while step.callee is not None:
        labels.append(Label(step.span, f"`{shown(at)}` calls `{shown(step.callee)}`"))
        at, step = step.callee, reasons[step.callee]
        names.append(shown(at))
    labels.append(Label(step.span, f"`{shown(at)}` {effect.verb} here"))
    return names, labels
