"""The parts of builds after edits: lines that moved, trees compared, a program that is closed."""

from __future__ import annotations

import random
from dataclasses import MISSING
from types import SimpleNamespace

import pytest
from rumpkc.diagnostics import Diagnostics
from rumpkc.edits.closed import OTHERS, REMEMBERED, SAID, NotAlone, close
from rumpkc.edits.compare import changed_bodies
from rumpkc.edits.moved import moved
from rumpkc.edits.same import same_tree
from rumpkc.source import Source, Span
from rumpkc.syntax.parse import parse_module
from rumpkc.types.world import World

TEXT = '''X = 1


class C:
    def f(self, n: int) -> int:
        return n + 1

    def g(self) -> None:
        pass


def h() -> str:
    return "h"
'''


def tree_of(text: str):
    return parse_module(Source("a.py", text))


@pytest.mark.parametrize("seed", range(40))
def test_lines_that_stay_are_found(seed: int) -> None:
    """Wherever a line of the old text is said to be, the same text stands there, or the line is in no text any more."""
    rng = random.Random(seed)
    old = [str(rng.randrange(6)) for _ in range(rng.randrange(1, 40))]
    new = list(old)
    for _ in range(rng.randrange(1, 5)):
        at = rng.randrange(len(new) + 1)
        new[at:at + rng.randrange(3)] = [f"new {rng.randrange(3)}" for _ in range(rng.randrange(4))]
    found = moved(Source("a", "\n".join(old)), Source("a", "\n".join(new)))
    if old == new:
        assert [found.line(n) for n in range(1, len(old) + 1)] == [*range(1, len(old) + 1)]
    tail = next((i for i in range(min(len(old), len(new))) if old[-1 - i] != new[-1 - i]), min(len(old), len(new)))
    for behind in range(tail):
        assert found.line(len(old) - behind) == len(new) - behind
    head = next((i for i in range(min(len(old), len(new))) if old[i] != new[i]), 0)
    for line in range(1, head + 1):
        assert found.line(line) == line or old[line - 1] == new[found.line(line) - 1]


def test_a_span_moves_with_its_lines() -> None:
    found = moved(Source("a", "1\n2\n3\n4"), Source("a", "1\n2\nx\ny\n3\n4"))
    assert found.span(("a", 3, 1, 4, 2)) == Span("a", 5, 1, 6, 2)
    assert found.span(("a", 1, 0, 4, 2)) == Span("a", 1, 0, 6, 2)


def test_bodies_that_changed() -> None:
    before, after = tree_of(TEXT), tree_of(TEXT.replace("n + 1", "n * 2").replace('return "h"', 'return "g"'))
    assert [(a.name, b.name) for a, b in changed_bodies(before, after)] == [("f", "f"), ("h", "h")]
    assert changed_bodies(before, tree_of(TEXT)) == []


@pytest.mark.parametrize(("old", "new"), [
    ("X = 1", "X = 2"), ("n: int", "n: str"), ("def g", "def k"), ("class C:", "class C(object):"), ("def h", "@d\ndef h"),
    ('    return "h"\n', '    return "h"\n\n\nY = 1\n'), ("-> str", "-> bytes"),
])
def test_more_than_bodies(old: str, new: str) -> None:
    with pytest.raises(NotAlone):
        changed_bodies(tree_of(TEXT), tree_of(TEXT.replace(old, new)))


def test_constants_of_other_types_differ() -> None:
    one, true, number = (tree_of(f"x = {text}").body[0].value for text in ("1", "True", "1.0"))
    assert not same_tree(one, true) and not same_tree(one, number) and same_tree(one, one)


def test_every_attribute_of_a_world_is_known_to_the_closed_one() -> None:
    """What is neither guarded nor named here could change unseen: a new attribute has to be put into one of the lists."""
    world = World(SimpleNamespace(), SimpleNamespace(), Diagnostics(), "host")
    for name, value in vars(world).items():
        guarded = type(value).__name__ in ("dict", "set", "list", "deque")
        assert guarded != (name in OTHERS or name in SAID) or name in REMEMBERED, name
    assert all(getattr(world, name, MISSING) is not MISSING for name in (*SAID, *REMEMBERED))


def test_nothing_new_in_a_closed_world() -> None:
    world = World(SimpleNamespace(), SimpleNamespace(), Diagnostics(), "host")
    world.instantiated["there"] = None  # type: ignore[index]
    closed = close(world)
    closed.instantiated["there"] = None  # type: ignore[index]
    assert closed.asked == {("instantiated", "there")}
    for change in (lambda: closed.instantiated.__setitem__("new", None), lambda: closed.instantiated.pop("there"),
                   lambda: closed.class_values.setdefault("new", None), lambda: closed.iterables_told.add("new"),
                   lambda: closed.program.globals.append("new"), lambda: closed.unique("symbol")):
        with pytest.raises(NotAlone):
            change()
