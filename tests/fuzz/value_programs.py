"""Random typed programs over numbers, text and containers, from the rows of value_rows.py.

    def f3(s0: str, n1: int) -> str:            one expression
        return repr(s0.replace("a", "b", n1))

    def f4(x0: list[int]) -> str:               statements, each with the exception that it raises
        log: list[str] = []
        try:
            x0[1:2] = [1]
        except Exception as error:
            log.append(f"{type(error).__name__}: {error}")
        return f"{x0!r} {log}"

`main` calls each with several arguments and prints what it returns or raises. No function reads what another left.
"""

from __future__ import annotations

import random
import re
from dataclasses import dataclass, field

from tests.fuzz import library_rows
from tests.fuzz.value_rows import EXPRESSIONS, NEEDS_NOTE, STATEMENTS, TYPES, VALUES

HOLE = re.compile(r"<(\$?)([a-z]+)(?:\|([^<>]*))?>")
CALLS = 4                               # argument lists for each function
Scope = dict[str, list[str]]


def _rows(text: str) -> list[str]:
    return [row.strip().replace("||", "|") for line in text.strip().splitlines() for row in line.split(" | ") if row.strip()]


ROWS = {kind: _rows(text) for kind, text in EXPRESSIONS.items()}
STATEMENT_ROWS = _rows(STATEMENTS)
LIBRARY_ROWS = {kind: _rows(text) for kind, text in library_rows.EXPRESSIONS.items()}
LIBRARY_STATEMENTS = _rows(library_rows.STATEMENTS)
IN_LIBRARY = 0.2                        # of the functions, where a campaign does not say
SETS = ("si", "ss", "fi")


@dataclass(slots=True)
class Function:
    """One function of a program and the argument lists that `main` calls it with."""

    name: str
    text: str
    params: dict[str, str]
    calls: list[list[str]]


@dataclass(slots=True)
class Writer:
    """Writes one function: the variables that it uses become its parameters."""

    dice: random.Random
    params: dict[str, str] = field(default_factory=dict)
    fresh: int = 0

    def expression(self, kind: str, depth: int, scope: Scope) -> str:
        """An expression of a type; at depth 0 a variable or a literal."""
        if depth <= 0 or self.dice.random() < 0.12:
            return self.leaf(kind, scope)
        if scope.get(kind) and self.dice.random() < 0.25:
            return self.dice.choice(scope[kind])
        return self.filled(self.dice.choice(ROWS[kind]), depth, scope)

    def filled(self, template: str, depth: int, scope: Scope) -> str:
        """A template with its holes filled."""
        self.fresh += 1
        template = re.sub(r"(?<=[a-z])@", str(self.fresh), template)
        template = re.sub(r"SPEC[IFS]|PCT[IFS]", lambda m: _spec(self.dice, m[0]), template)

        def fill(hole: re.Match[str]) -> str:
            if hole[1]:
                return self.variable(hole[2], scope)
            inner = scope
            if hole[3]:
                inner = {k: list(v) for k, v in scope.items()}
                for item in hole[3].split(","):
                    name, kind = item.split(":")
                    inner.setdefault(kind, []).extend([name] * 3)
            text = self.expression(hole[2], depth - 1, inner)
            return text if _is_atom(text) else f"({text})"

        return HOLE.sub(fill, template)

    def leaf(self, kind: str, scope: Scope) -> str:
        if scope.get(kind) and self.dice.random() < 0.6:
            return self.dice.choice(scope[kind])
        value = self.dice.choice(VALUES[kind])
        if value in NEEDS_NOTE or self.dice.random() < 0.7:
            return self.variable(kind, scope)
        return value

    def variable(self, kind: str, scope: Scope) -> str:
        mine = [name for name, k in self.params.items() if k == kind]
        # Walrus targets and loop variables are never among them, so a comprehension assigns no parameter.
        if mine and self.dice.random() < 0.6:
            return self.dice.choice(mine)
        name = f"{kind}_{len(self.params)}"
        self.params[name] = kind
        return name


def _is_atom(text: str) -> bool:
    return re.fullmatch(r"[a-z_A-Z]\w*|'[^']*'|\[[^][]*\]", text) is not None


def _spec(dice: random.Random, kind: str) -> str:
    """A format specification that is often, not always, well-formed."""
    if kind.startswith("PCT"):
        flags = "".join(c for c in "-+ #0" if dice.random() < 0.2)
        width = dice.choice(["", "", "5", "12", "1"])
        precision = dice.choice(["", "", ".0", ".2", ".7"])
        letters = {"PCTI": "ddixXosr", "PCTF": "feEgGFsrd", "PCTS": "ssra"}[kind]
        return f"%{flags}{width}{precision}{dice.choice(letters)}"
    fill = dice.choice(["", "", "", "*", "0", "é", " "])
    align = dice.choice(["", "", "<", ">", "^", "="]) if not fill else dice.choice(["<", ">", "^", "="])
    sign = dice.choice(["", "", "", "+", "-", " "]) if kind != "SPECS" or dice.random() < 0.05 else ""
    alt = dice.choice(["", "", "", "#"]) if kind != "SPECS" else ""
    zero = dice.choice(["", "", "", "0"])
    width = dice.choice(["", "", "3", "8", "20"])
    group = dice.choice(["", "", "", ",", "_"]) if kind != "SPECS" or dice.random() < 0.05 else ""
    negative_zero = "z" if kind == "SPECF" and dice.random() < 0.1 else ""
    precision = dice.choice(["", "", ".0", ".1", ".3", ".10", ".20"]) if kind != "SPECI" or dice.random() < 0.1 else ""
    letters = {"SPECI": ["", "", "d", "x", "X", "b", "o", "c", "n"], "SPECF": ["", "f", "e", "g", "G", "E", "%", "F", "n"],
               "SPECS": ["", "", "s"]}[kind]
    letter = dice.choice(letters) if dice.random() < 0.95 else dice.choice("dxfgs%cq")
    return f"{fill}{align}{sign}{negative_zero}{alt}{zero}{width}{group}{precision}{letter}"


def shown(kind: str, text: str) -> str:
    """The text of a value; the order of sets is open, so they are sorted."""
    return f"repr(sorted({text}))" if kind in SETS else f"repr({text})"


def expression_function(dice: random.Random, name: str, library: bool = False) -> Function:
    """A function that returns the text of one expression, a call of the library where that is asked for."""
    writer = Writer(dice)
    rows = LIBRARY_ROWS if library else ROWS
    kind = dice.choice([k for k in rows if k not in ("size", "ch")])
    body = writer.filled(dice.choice(rows[kind]), dice.choice([1, 1, 2, 2, 3]), {})
    return _function(dice, name, writer, f"    return {shown(kind, body)}\n")


# The first releases of CPython 3.11 store in the wrong order here (python/cpython issue 104615).
TWICE = re.compile(r"(\w+), \1 = ")


def statement_function(dice: random.Random, name: str, library: bool = False) -> Function:
    """A function that changes its parameters and returns the text of all."""
    writer = Writer(dice)
    rows = [*STATEMENT_ROWS[:8], *LIBRARY_STATEMENTS] if library else STATEMENT_ROWS
    lines = ["    log: list[str] = []"]
    for number in range(dice.randint(1, 4)):
        row = writer.filled(dice.choice(rows), dice.choice([1, 1, 2]), {})
        if TWICE.match(row):
            continue
        parts = row.split(":; ")
        if len(parts) > 1:
            row = parts[0] + ":" + "".join(f"\n            {part}" for part in "; ".join(parts[1:]).split("; "))
        lines += ["    try:", f"        {row}", f"    except Exception as e{number}:",
                  f"        log.append(type(e{number}).__name__ + ': ' + str(e{number}))"]
    values = " + ' ' + ".join(shown(kind, param) for param, kind in writer.params.items())
    lines.append(f"    return {values + ' + ' if values else ''}' '.join(log)")
    return _function(dice, name, writer, "\n".join(lines) + "\n")


def _function(dice: random.Random, name: str, writer: Writer, body: str) -> Function:
    heads = ", ".join(f"{param}: {TYPES[kind]}" for param, kind in writer.params.items())
    calls = [[dice.choice(VALUES[kind]) for kind in writer.params.values()] for _ in range(CALLS if heads else 1)]
    return Function(name, f"def {name}({heads}) -> str:\n{body}", writer.params, calls)


def functions(dice: random.Random, count: int, library: float = IN_LIBRARY) -> list[Function]:
    """The functions of one program; two of three hold an expression. `library`: how many of them call the library."""
    out: list[Function] = []
    for i in range(count):
        of_library = dice.random() < library
        make = expression_function if dice.random() < (0.9 if of_library else 0.66) else statement_function
        out.append(make(dice, f"f{i}", of_library))
    return out


def program(parts: list[Function]) -> str:
    """The functions and a `main` that calls them all."""
    lines = [library_rows.imports("".join(part.text for part in parts)), *(f"{part.text}\n" for part in parts)]
    for part in parts:                                  # one function each: `main` of hundreds of calls compiles slowly
        lines.append(f"def run_{part.name}() -> None:\n")
        for number, values in enumerate(part.calls):
            lines.append(f"    try:\n        print({part.name!r}, {number}, {part.name}({', '.join(values)}))\n"
                         f"    except Exception as e:\n        print({part.name!r}, {number}, type(e).__name__, e)\n")
        lines.append("\n\n")
    lines.append("def main() -> None:\n" + "".join(f"    run_{part.name}()\n" for part in parts))
    return "".join(lines)
