"""Turns what could not be linked into diagnostics that name the symbol, who wanted it, and the source line."""

from __future__ import annotations

import difflib

from rumpkc.diagnostics import Diagnostic, Label
from rumpkc.link.dwarf import LineTable
from rumpkc.link.reader import InputSection
from rumpkc.link.relocate import Problem, Relocator
from rumpkc.link.resolve import Resolution
from rumpkc.source import Span

SHOWN_USERS = 3


def describe_problems(relocator: Relocator, resolution: Resolution) -> list[Diagnostic]:
    """One diagnostic an undefined symbol (with its first few users), and one for every other problem."""
    try:
        lines = LineTable.of_sections({s.name: s.data for s in relocator.placed.sections})
    except (IndexError, ValueError, KeyError):  # damaged debug information must not hide the message itself
        lines = LineTable()
    undefined: dict[str, list[Problem]] = {}
    found: list[Diagnostic] = []
    for problem in relocator.problems:
        if problem.kind == "undefined":
            undefined.setdefault(problem.symbol, []).append(problem)
        else:
            found.append(_other(problem, lines))
    return [_undefined(name, users, lines, resolution) for name, users in undefined.items()] + found


def _undefined(name: str, users: list[Problem], lines: LineTable, resolution: Resolution) -> Diagnostic:
    places = list(dict.fromkeys((_span(p, lines), _user(p)) for p in users))
    near = difflib.get_close_matches(name, [n for n in resolution.table if n != name], n=1, cutoff=0.75)
    hint = f"did you mean `{near[0]}`?" if near else "link the object or archive that defines it"
    labels = tuple(Label(span, f"also wanted by {user}") for span, user in places[1:SHOWN_USERS])
    more = f" and {len(places) - SHOWN_USERS} more places" if len(places) > SHOWN_USERS else ""
    return Diagnostic("E0601", f"undefined symbol `{name}`, wanted by {places[0][1]}{more}", places[0][0],
                      note="wanted here", labels=labels, help=hint)


def _other(problem: Problem, lines: LineTable) -> Diagnostic:
    span, user = _span(problem, lines), _user(problem)
    about = f" of `{problem.symbol}`" if problem.symbol else ""
    if problem.kind == "range":
        return Diagnostic("E0606", f"the address{about} does not fit the instruction in {user} ({problem.detail})",
                          span, help="the image or the distance is too large for this code model")
    if problem.kind == "domain":
        return Diagnostic("E0611", f"user code reaches beyond the wall: {user} refers to `{problem.symbol}` "
                                   f"({problem.detail})", span,
                          help="a worker has its own code, constants and memory, and system calls for the rest")
    if problem.kind == "padding":
        return Diagnostic("E0608", f"{user} relies on linker relaxation for its {problem.detail}", span,
                          help="compile it with `-mno-relax`")
    return Diagnostic("E0607", f"unknown relocation {problem.detail}{about} in {user}", span,
                      help="compile it with `-fno-pic -mcmodel=medany` (riscv64) or `-fno-pic` (aarch64)")


def _user(problem: Problem) -> str:
    """The function or section that holds the place, and its object."""
    section = problem.section
    holder = _function_at(section, problem.offset)
    return f"{f'`{holder}`' if holder else section.name} in {section.owner.name}"


def _function_at(section: InputSection, offset: int) -> str:
    """The symbol of `section` that covers `offset`: the nearest one at or below it."""
    inside = [s for s in section.owner.symbols if s.section is section and s.value <= offset
              and s.name and not s.name.startswith((".L", "$")) and s.name != section.name]
    return max(inside, key=lambda s: s.value).name if inside else ""


def _span(problem: Problem, lines: LineTable) -> Span:
    """The source line by DWARF; else the object file as a whole."""
    if problem.section.is_allocated and (found := lines.find(problem.section.address + problem.offset)):
        return Span(found[0], found[1], 0, found[1], 0)
    return Span(problem.section.owner.name, 0, 0, 0, 0)
