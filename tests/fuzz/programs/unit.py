"""One random program: some classes, some functions, and a function without parameters that uses them.

    unit("7/12", "p12")     # seed, and the prefix of all its names: many programs stand in one file

`file(units)` is that file; its `main` runs each program behind a line `== p12`, prints what it raises, and refuels.
"""

from __future__ import annotations

import ast
import random
import warnings
from dataclasses import dataclass

from tests.fuzz.programs import abstractions, classes, flow, functions, kinds, values
from tests.fuzz.programs.prelude import PRELUDE
from tests.fuzz.programs.statements import Body
from tests.fuzz.programs.writer import Scope, Variable, Writer

MARK = "== "
FAMILY = 200                            # programs that share types of containers


KINDS_OF_CLASSES = {values.enumeration: 0.08, values.named_tuple: 0.1, values.data_class: 0.14, classes.hierarchy: 0.16, abstractions.protocol: 0.06,
                    abstractions.abstract: 0.06, abstractions.generic_class: 0.08, abstractions.flags: 0.05, flow.iterator: 0.05, flow.manager: 0.08}
KINDS_OF_FUNCTIONS = (functions.coroutine, functions.recursion, functions.maker, functions.higher, flow.thrown_at, flow.exits, flow.chained, flow.nest,
                      flow.parameters, abstractions.generic_function, abstractions.decorated)


@dataclass(frozen=True, slots=True)
class Unit:
    """A program: its name and its text, which defines `<name>_main`."""

    name: str
    text: str


def unit(seed: str, prefix: str) -> Unit:
    """The program of a seed."""
    campaign, number = seed.split("/")
    family = random.Random(f"{campaign}/file {int(number) // FAMILY}")
    shared = kinds.palette(family)
    writer = Writer(random.Random(seed), prefix, family.random() < 0.3, shared)
    lines, errors, outer = definitions(writer)
    lines += entry(writer, outer, errors)
    lines += [f"def {name}(x: {kind}) -> {kind}:\n    return x\n" for kind, name in writer.wideners.items()]
    text = "\n".join(lines)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        tree = ast.parse(text)
        try:
            text = ast.unparse(tree)
        except ValueError:                  # an f-string whose quotes cannot be written otherwise
            pass
    return Unit(prefix, text + "\n")


def definitions(writer: Writer) -> tuple[list[str], list[str], Scope]:
    """Globals, classes and functions; the names of exceptions; the scope of the globals."""
    dice = writer.dice
    errors: list[str] = []
    lines: list[str] = []
    outer = Scope()
    for _ in range(dice.choice((0, 0, 1, 1, 2))):
        name, kind = f"{writer.prefix}_{writer.name('v')}", dice.choice(("int", "str", "list[int]", "dict[str, int]", "float", "list[str]"))
        lines.append(f"{name}: {kind} = {writer.leaf(kind, Scope())}")
        outer = outer.inner(Variable(name, kind))
    if dice.random() < 0.45:
        lines += values.exceptions(writer, errors)
    for maker, chance in KINDS_OF_CLASSES.items():
        if dice.random() < chance:
            lines += ["", *maker(writer)]
    for _ in range(dice.choice((1, 1, 2))):
        if dice.random() < 0.3:
            lines += ["", *functions.function(writer, outer, errors)]
        elif dice.random() < 0.1:
            lines += ["", *functions.generator(writer, outer)]
        else:
            lines += ["", *dice.choice(KINDS_OF_FUNCTIONS)(writer)]
    return lines, errors, outer


def entry(writer: Writer, outer: Scope, errors: list[str]) -> list[str]:
    """The program's own main: blocks of statements, each with what it raises printed, and the variables at the end."""
    body = Body(writer, outer, depth=1, errors=errors)
    used = [v.name for v in outer.variables]
    if used:
        body.emit(f"global {', '.join(used)}")
    for _ in range(writer.dice.randint(1, 2)):
        body.declare()
    for _ in range(writer.dice.randint(1, 2)):
        body.emit("try:")
        body.inner(writer.dice.randint(2, 3))
        error = writer.name("e")
        body.emit(f"except Exception as {error}:")
        body.emit(f"    print('raised', type({error}).__name__, {error})")
    body.show()
    if used:
        body.emit(f"print({', '.join(used)})")
    return [f"def {writer.prefix}_main() -> None:", *body.lines, ""]


def file(units: list[Unit], uncaught: bool = False) -> str:
    """Many programs in one file; with `uncaught`, what the last one raises ends the file."""
    lines = [PRELUDE, *[one.text for one in units]]
    for one in units:
        lines.append(f"def run_{one.name}() -> None:\n    refuel()\n    print({chr(10) + MARK + one.name!r})")
        if uncaught and one is units[-1]:
            lines.append(f"    {one.name}_main()\n")
        else:
            lines.append(f"    try:\n        {one.name}_main()\n    except Exhausted:\n        print('exhausted')\n"
                         "    except Exception as e:\n        print('ended by', type(e).__name__, e)\n")
    lines.append("def main() -> None:\n" + "".join(f"    run_{one.name}()\n" for one in units))
    return "\n".join(lines)
