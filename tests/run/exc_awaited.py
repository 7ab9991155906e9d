"""What can only raise compiles where a handler waits for it."""

from __future__ import annotations
from abc import ABC, abstractmethod
from dataclasses import dataclass, FrozenInstanceError
import dataclasses
from typing import NamedTuple


@dataclass(frozen=True)
class P:
    x: int
    y: list[int]


class NT(NamedTuple):
    a: int


class Shape(ABC):
    def __init__(self, n: str) -> None:
        self.n = n

    @abstractmethod
    def area(self) -> float: ...

    @property
    @abstractmethod
    def name(self) -> str: ...


class T:
    @property
    def ro(self) -> int:
        return 5


def main() -> None:
    p = P(1, [2])
    try:
        p.x = 5  # type: ignore[misc]
        print("no")
    except FrozenInstanceError as e:
        print(type(e).__name__, e)
    try:
        p.x += 5  # type: ignore[misc]
    except dataclasses.FrozenInstanceError as e:
        print(type(e).__name__, e)
    try:
        p.x = 5  # type: ignore[misc]
    except Exception as e:
        print(type(e).__name__, e)
    try:
        del p.x  # type: ignore[misc]
    except AttributeError as e:
        print(type(e).__name__, e)
    p.y.append(3)
    n = NT(1)
    try:
        n.a = 3  # type: ignore[misc]
    except AttributeError as e:
        print(type(e).__name__, e)
    try:
        n[0] = 3  # type: ignore[index]
    except TypeError as e:
        print(type(e).__name__, e)
    try:
        s = Shape("x")  # type: ignore[abstract]
        print(s.n)
    except TypeError as e:
        print(type(e).__name__, e)
    try:
        T().ro = 3  # type: ignore[misc]
    except AttributeError as e:
        print(type(e).__name__, e)
    t = (1, 2)
    text = "abc"
    try:
        t[0] = 3  # type: ignore[index]
    except TypeError as e:
        print(type(e).__name__, e)
    try:
        text[0] = "x"  # type: ignore[index]
    except TypeError as e:
        print(type(e).__name__, e)
    else:
        print("never")
    try:
        del text[0]  # type: ignore[attr-defined]
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
    fs = frozenset({1})
    b = b"abc"
    try:
        b[0] = 1  # type: ignore[index]
    except TypeError as e:
        print(type(e).__name__, e)
    try:
        t[0] += 1  # type: ignore[index]
    except TypeError as e:
        print(type(e).__name__, e)
    print(len(fs))


if __name__ == "__main__":
    main()
