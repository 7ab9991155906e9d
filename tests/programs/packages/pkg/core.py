"""The engine."""

from __future__ import annotations
from typing import TYPE_CHECKING
from .errors import EngineError

if TYPE_CHECKING:
    from .sub.tools import Tool
VERSION = "1.2"
_registry: dict[str, Engine] = {}


class Engine:
    def __init__(self, name: str) -> None:
        self.name = name
        self.tools: list[Tool] = []

    def add(self, tool: Tool) -> Engine:
        self.tools.append(tool)
        return self

    def run(self, x: int) -> int:
        if not self.tools:
            raise EngineError(self.name, "no tools")
        for t in self.tools:
            x = t.apply(x)
        return x

    def late(self) -> str:
        from .sub.tools import helper

        return helper(self)


def make(name: str) -> Engine:
    if name not in _registry:
        _registry[name] = Engine(name)
    return _registry[name]
