"""Marks that change what a class does under CPython."""

import pytest

from rumpk import value
from rumpk.marks import marks_of


@value
class Pair:
    left: int
    right: int = 3


@value
class Made:
    left: int

    def __init__(self, left: int) -> None:
        self.left = left + 1


def test_a_value_class_is_called_with_its_fields():
    pair = Pair(1)
    assert (pair.left, pair.right, Pair(right=5, left=4).right) == (1, 3, 5)
    assert marks_of(Pair) == {"value": True} and Made(1).left == 2
    with pytest.raises(TypeError):
        Pair()


@pytest.mark.parametrize("made", [Pair(1), Made(1)])
def test_a_value_never_changes(made):
    with pytest.raises(AttributeError, match="can't set attribute"):
        made.left = 7
