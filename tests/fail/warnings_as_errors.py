# rumpkc: check FILE -W error --no-cache
"""What is allowed, and probably not meant."""
import math
import json as text
from collections.abc import Iterator
from random import Random, choice as pick

from rumpk import u8


class Light:
    """Members hide no builtin."""

    id: int = 0

    def set(self, id: int) -> None:
        self.id = id


def unused(values: list[int]) -> int:
    count = 0
    count += 1
    first, second = 1, 2
    for _round in values:
        last = _round
    try:
        total: int = sum(values)
    except ValueError as error:
        return first
    return total + pick(values)


def unreachable(x: int) -> int:
    while True:
        if x > 3:
            return x
        else:
            raise ValueError
        x += 1
    print("never")


def empty() -> "Iterator[Light]":
    return
    yield


def one_answer(x: int, level: u8, light: Light, text: str) -> int:
    if x is None and light is None:
        return 1
    if level >= 0 and 256 > x or 255 < level:
        return 2
    if x == x or len(text) < 0 or 0 <= len(text):
        return 3
    if one_answer:
        return 4
    assert (x, "text")
    return len("\d")


def narrowed(x: int | None, y: int | str) -> int:
    """No warnings: what is known here comes from other tests."""
    if x is None:
        return 0
    if x is not None and isinstance(y, int):
        return y
    return 1


def main() -> None:
    list = [1]
    print(list, unused(list), unreachable(1), one_answer(1, 2, Light(), ""), narrowed(1, 2))
