"""`rumpkc effects FILE`: what each function of a file may do, and by which way.

    apps/blink.py:12  tick         raise
        raise   tick -> step    lib/core/int.py:31: `step` raises here
"""

from __future__ import annotations

from rumpkc.compilation import Compilation
from rumpkc.diagnostics import Label
from rumpkc.effects.check import EFFECTS, infer, path, unsafe
from rumpkc.effects.graph import CallGraph
from rumpkc.effects.names import shown
from rumpkc.ir import nodes as ir


def show_effects(c: Compilation, everything: bool, steps: bool) -> str:
    """The text for the named files, or for all modules. `steps`: every step of a way with its place."""
    assert c.program is not None
    graph = CallGraph(c.program)
    effects = (*EFFECTS, unsafe(c.config))
    reasons = {effect.name: infer(graph, effect) for effect in effects}
    files = {module.display_path for module in c.files}
    out: list[str] = []
    for function in sorted(_listed(c, files, everything), key=lambda f: (f.span.file, f.span.line, shown(f))):
        has = [effect for effect in effects if function in reasons[effect.name]]
        names = " ".join(effect.name for effect in has) or "-"
        out.append(f"{function.span.file}:{function.span.line}  {shown(function):<24} {names}")
        for effect in has:
            way, labels = path(effect, function, reasons[effect.name])
            out.append(f"    {effect.name:<7} {' -> '.join(way)}    {_step(labels[-1])}")
            out += [f"            {_step(label)}" for label in labels[:-1]] if steps else []
    return "".join(f"{line}\n" for line in out)


def _listed(c: Compilation, files: set[str], everything: bool) -> list[ir.Function]:
    assert c.program is not None
    return [f for f in c.program.functions if f.body is not None and f.span.line
            and (everything or f.span.file in files) and f.symbol != "app_main"]


def _step(label: Label) -> str:
    return f"{label.span.file}:{label.span.line}: {label.text}"
