"""`@node` classes behave as frozen, slotted dataclasses compared by identity."""

from __future__ import annotations

import copy
import dataclasses
import pickle
from typing import Any

import pytest

from rumpkc.node import node
from rumpkc.source import Span
from rumpkc.syntax import tree

PLACE = Span("t.py", 1, 2, 3, 4)


def test_fields_and_construction() -> None:
    """By position and by keyword; a wrong number of arguments is a TypeError."""
    name = tree.Name(PLACE, "x")
    assert (name.span, name.id) == (PLACE, "x") and tree.Name(span=PLACE, id="y").id == "y"
    assert [field.name for field in dataclasses.fields(tree.BinOp)] == ["span", "left", "op", "right"]
    assert tree.BinOp.__match_args__ == ("span", "left", "op", "right") and dataclasses.is_dataclass(name)
    for wrong in ((PLACE,), (PLACE, "x", 1), ()):
        with pytest.raises(TypeError):
            tree.Name(*wrong)  # type: ignore[call-arg]


def test_frozen_and_slotted() -> None:
    """No assignment, no deletion, no new attributes, no __dict__."""
    name: Any = tree.Name(PLACE, "x")
    for attempt in (lambda: setattr(name, "id", "y"), lambda: delattr(name, "id"), lambda: setattr(name, "other", 1)):
        with pytest.raises(dataclasses.FrozenInstanceError):
            attempt()
    assert not hasattr(name, "__dict__") and name.id == "x"


def test_identity_copies_and_patterns() -> None:
    """Equal fields are not the same node; replace, copy and pickle make new ones; match reads the fields."""
    name = tree.Name(PLACE, "x")
    assert name != tree.Name(PLACE, "x") and len({name, tree.Name(PLACE, "x")}) == 2
    for other in (dataclasses.replace(name), copy.copy(name), pickle.loads(pickle.dumps(name))):
        assert other is not name and repr(other) == repr(name)
    match name:
        case tree.Name(_, identifier):
            assert identifier == "x"
    assert repr(tree.Name(PLACE, "x")) == f"Name(span={PLACE!r}, id='x')"


def test_defaults() -> None:
    """Left out, a field has its default, in classes below as well; one that can be changed would be shared."""
    @node
    class Outer:
        first: int
        second: tuple[int, ...] = (1, 2)

    @node
    class Inner(Outer):
        third: str = "x"

    assert (Outer(1).second, Outer(1, (3,)).second) == ((1, 2), (3,))
    made = Inner(1, third="y")
    assert (made.first, made.second, made.third) == (1, (1, 2), "y")
    assert dataclasses.replace(made, second=()).third == "y" and copy.copy(made).second == (1, 2)
    with pytest.raises(TypeError, match="shared by all"):
        @node
        class Wrong:
            values: list[int] = []  # noqa: RUF012
