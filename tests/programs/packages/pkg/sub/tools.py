"""What an engine is made of."""

from __future__ import annotations
import math as m
from ..core import Engine, VERSION as V
from .. import errors as err


class Tool:
    def apply(self, x: int) -> int:
        raise NotImplementedError


class Adder(Tool):
    def __init__(self, n: int) -> None:
        self.n = n

    def apply(self, x: int) -> int:
        return x + self.n


class Root(Tool):
    def apply(self, x: int) -> int:
        if x < 0:
            raise err.EngineError("root", "negative")
        return m.isqrt(x)


def helper(e: Engine) -> str:
    return f"{e.name}@{V} {len(e.tools)} {__name__}"
