"""Functions that only virtual tables ask for: `repr` of a list of functions, where some `object` is printed.

    __repr__ of set[Callable[[], None]]  ->  raise TypeError(…)    never called: no such set is an object
      and what it calls, `_text`         ->  the same

What such a function cannot do for the types of its class is an error only where an expression asks for it.
"""

from __future__ import annotations

from rumpkc.diagnostics import CompileError, Diagnostic
from rumpkc.source import Span
from rumpkc.types import synth
from rumpkc.types.symbols import FuncInst


def may_not_fit(inst: FuncInst | None) -> bool:
    """Whether the types of its class need not have what `inst` does."""
    return inst is not None and inst.implied and (
        inst.info.module.library or synth.may_not_fit(inst.owner, inst.info))


def does_not_fit(inst: FuncInst, error: CompileError) -> None:
    """Note why `inst` and those that needed it cannot be called."""
    at: FuncInst | None = inst
    while at is not None and may_not_fit(at) and at.misfit is None:
        at.misfit = error
        at = at.wanted_by


def asked(inst: FuncInst, by: FuncInst | None, at: Span) -> None:
    """The body `by` asks for `inst`, which is there already. Its errors are raised where an expression of the program,
    or what that calls, asks."""
    if not inst.implied or by is None:
        return
    if not may_not_fit(by):
        inst.implied = False
    if inst.misfit is not None and may_not_fit(by):
        does_not_fit(by, inst.misfit)
    elif inst.misfit is not None:
        raise CompileError(*(Diagnostic(d.code, d.message, at, help=d.help) for d in inst.misfit.diagnostics))
