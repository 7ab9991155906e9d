"""`rumpkc build --explain-checks`: how many checks each function still has when LLVM is done.

    apps/life.py:31 step                 3 bounds   1 overflow

A check that fails calls a cold function that raises, and no two such calls are ever merged (emit/module.py): so the
calls that are left in the optimised module are the checks that are left, copies of a loop counted as often as they are.
A call belongs to the function of the program whose source it comes from, wherever LLVM has put it in line: its debug
location leads there, from the library's code outwards.
"""

from __future__ import annotations

import re
from collections import Counter

from rumpkc.targets.given import SUFFIX

KINDS = {
    "bounds": re.compile(r"lib\.core\.[\w.]+\._(?:no_index|index_error)"),
    "overflow": re.compile(r"rt_overflow|lib\.core\.int\._overflow\w*"),
    "division": re.compile(r"lib\.core\.\w+\._zero_(?:divide|step|base)"),
    "shift": re.compile(r"lib\.core\.int\._negative_shift"),
    "None": re.compile(r"rt_none_attribute"),
    "unset": re.compile(r"rt_un(?:set|bound\w*)"),
}
CALL = re.compile(r'\bcall [^@]*@(?:"([^"]+)"|([\w.$-]+))\(.*!dbg !(\d+)')
METADATA = re.compile(r"^!(\d+) = (?:distinct )?!DI(\w+)\((.*)\)")
REFERENCE = re.compile(r"\b(scope|inlinedAt): !(\d+)")
ATTRIBUTE = re.compile(r'\b(name|filename|line|file): (?:"([^"]*)"|!?(\d+))')
DEFINED = "DISPFlagDefinition"
LIBRARY = ("lib/", "kernel/", "hal/", "boot/", "?")

Nodes = dict[str, tuple[str, str]]              # metadata by number: kind and text
Checks = dict[str, Counter[str]]                # by function: kind and number


def count_checks(module: str) -> Checks:
    """The checks in the text of an optimised module of LLVM IR with debug information, for every function in it."""
    calls: list[tuple[str, str]] = []           # callee and location
    nodes: Nodes = {}
    for line in module.splitlines():
        if line.startswith("!"):
            if found := METADATA.match(line):
                nodes[found[1]] = found[2], found[3]
        elif " call " in line and (found := CALL.search(line)):
            calls.append((SUFFIX.sub("", found[1] or found[2]), found[3]))
    out: Checks = {_function(nodes, text): Counter()
                   for kind, text in nodes.values() if kind == "Subprogram" and DEFINED in text}
    for callee, location in calls:
        for kind, pattern in KINDS.items():
            if pattern.fullmatch(callee):
                out.setdefault(_origin(nodes, location), Counter())[kind] += 1
    return out


def _function(nodes: Nodes, text: str) -> str:
    """File, line and name of the function that a Subprogram's text is of."""
    found = {key: quoted or number for key, quoted, number in ATTRIBUTE.findall(text)}
    file = dict((key, quoted) for key, quoted, _ in ATTRIBUTE.findall(nodes.get(found.get("file", ""), ("", ""))[1]))
    return f"{file.get('filename', '?')}:{found.get('line', '0')} {found.get('name', '?')}"


def _origin(nodes: Nodes, location: str) -> str:
    """The innermost function of the program that a location lies in; the outermost one where all are the library's."""
    name = "?"
    while location in nodes:
        links = dict(REFERENCE.findall(nodes[location][1]))
        scope = links.get("scope", "")
        while scope in nodes and nodes[scope][0] != "Subprogram":
            scope = dict(REFERENCE.findall(nodes[scope][1])).get("scope", "")
        if scope in nodes:
            name = _function(nodes, nodes[scope][1])
            if not name.startswith(LIBRARY):
                break
        location = links.get("inlinedAt", "")
    return name


def show_checks(checks: Checks) -> str:
    """One line for each function of the program, those with most checks first; the library and the kernel in one."""
    own = {name: kinds for name, kinds in checks.items() if not name.startswith(LIBRARY)}
    rows = sorted(own.items(), key=lambda row: (-row[1].total(), row[0]))
    width = max((len(name) for name in own), default=0) + 2
    rest = sum((kinds for name, kinds in checks.items() if name not in own), Counter[str]())
    lines = [f"{name:<{width}}{_words(kinds)}" for name, kinds in rows]
    return "\n".join([*lines, f"{'(library, kernel)':<{width}}{_words(rest)}"]) + "\n"


def _words(kinds: Counter[str]) -> str:
    return "  ".join(f"{kinds[kind]:>4} {kind}" for kind in KINDS if kinds[kind]) or "   0 checks"
