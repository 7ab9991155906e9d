"""An `if` of the module that the file decides: what CPython defines is what is left."""

from __future__ import annotations

import random

import pytest

from rumpkc.names.module_ifs import decided, definition_in
from rumpkc.source import Source
from rumpkc.syntax import tree
from rumpkc.syntax.parse import parse_module

TESTS = ("sys.version_info >= (3, 8)", "sys.version_info < (3,)", "sys.version_info[:2] >= (3, 11)", "sys.version_info[0] == 3",
         "sys.version_info.major > 2", "(3, 0) <= sys.version_info < (4, 0)", "ON", "not ON", "OFF or LEVEL > 2", "NAME == 'b'",
         "LEVEL", "0 < LEVEL <= 3", "OFF and ON", "__debug__", "None", "1", "''", "(LEVEL, NAME) != (3, 'a')", "OFF or NAME", "-LEVEL < -2")
OPEN = ("CHANGED", "len(NAME)", "sys.maxsize > 3", "LEVEL + 1", "NAME > 3", "sys.version_info[9]", "f", "unknown", "LATE", "-NAME")
HEAD = "import sys\nON, LATE = True, 1\nON = True\nOFF = False\nLEVEL: int = 3\nNAME = 'a'\nCHANGED = 1\n"
TAIL = "\ndef change() -> None:\n    global CHANGED\n    CHANGED = 2\n"


def names(text: str) -> set[str]:
    """The functions that are left at the left margin."""
    module = decided(parse_module(Source("m.py", text)))
    return {stmt.name for stmt in module.body if isinstance(stmt, tree.FunctionDef)} - {"change"}


def block(chance: random.Random, depth: int, tests: tuple[str, ...]) -> list[str]:
    if depth == 0 or chance.random() < 0.4:
        return [f"def f{chance.randrange(1 << 30)}(): pass"]
    lines = [f"if {chance.choice(tests)}:", *(f"    {line}" for line in block(chance, depth - 1, tests))]
    if chance.random() < 0.4:
        lines += [f"elif {chance.choice(tests)}:", *(f"    {line}" for line in block(chance, depth - 1, tests))]
    if chance.random() < 0.6:
        lines += ["else:", *(f"    {line}" for line in block(chance, depth - 1, tests))]
    return lines


@pytest.mark.parametrize("seed", range(40))
def test_as_cpython_runs_it(seed: int) -> None:
    chance = random.Random(seed)
    head = HEAD.replace("ON, LATE = True, 1\n", "")
    text = head + "\n".join(line for _ in range(6) for line in block(chance, 3, TESTS)) + TAIL
    scope: dict[str, object] = {"__name__": "m"}
    exec(text, scope)                                                           # noqa: S102
    assert names(text) == {name for name in scope if name.startswith("f")}, f"seed {seed}"


@pytest.mark.parametrize("test", OPEN)
def test_what_only_a_run_tells_stays(test: str) -> None:
    module = decided(parse_module(Source("m.py", f"{HEAD}if {test}:\n    def g(): pass\n{TAIL}")))
    assert any(isinstance(stmt, tree.If) and definition_in(stmt) for stmt in module.body)


@pytest.mark.parametrize("again", ["from m import ON", "import ON", "del ON", "for ON in (0,): pass", "(a, (ON, b)) = 1, (2, 3)",
                                   "with open('x') as ON: pass", "def ON(): pass", "try: pass\nexcept E as ON: pass",
                                   "match 1:\n    case ON: pass", "if (ON := 2): pass", "ON += 1"])
def test_a_name_that_is_bound_again_is_open(again: str) -> None:
    module = decided(parse_module(Source("m.py", f"ON = True\n{again}\nif ON:\n    def g(): pass\n")))
    assert any(isinstance(stmt, tree.If) and definition_in(stmt) for stmt in module.body)


def test_a_name_is_not_known_before_it_is_bound() -> None:
    module = decided(parse_module(Source("m.py", "if ON:\n    def g(): pass\nON = True\n")))
    assert any(isinstance(stmt, tree.If) and definition_in(stmt) for stmt in module.body)


def test_other_files_stay_as_they_are() -> None:
    module = parse_module(Source("m.py", "ON = True\nif ON:\n    x = 1\n"))
    assert decided(module) is module
