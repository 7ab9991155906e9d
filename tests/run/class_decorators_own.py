"""Decorators of classes that keep them in tables: functions, those with arguments, methods of a registry."""
from __future__ import annotations
from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar, TypeVar

P = TypeVar("P", bound="Plugin")
HOOKS: list[str] = []


class Plugin:
    name: ClassVar[str] = "base"

    def run(self, text: str) -> str:
        raise NotImplementedError


REGISTRY: dict[str, type[Plugin]] = {}
BY_KEY: dict[str, type[Plugin]] = {}


def register(cls: type[P]) -> type[P]:
    REGISTRY[cls.name] = cls
    return cls


def keyed(key: str, *, also: str = "") -> Callable[[type[P]], type[P]]:
    def deco(cls: type[P]) -> type[P]:
        BY_KEY[key] = cls
        if also:
            BY_KEY[also] = cls
        HOOKS.append(cls.__name__)
        return cls
    return deco


@register
class Upper(Plugin):
    name = "upper"

    def run(self, text: str) -> str:
        return text.upper()


@keyed("rev", also="r")
@register
@dataclass
class Reverse(Plugin):
    name = "reverse"
    times: int = 1

    def run(self, text: str) -> str:
        return text[::-1] * self.times


class Registry:
    def __init__(self) -> None:
        self.kinds: dict[str, type[Plugin]] = {}

    def add(self, cls: type[P]) -> type[P]:
        self.kinds[cls.__name__.lower()] = cls
        return cls

    def named(self, name: str) -> Callable[[type[P]], type[P]]:
        def inner(cls: type[P]) -> type[P]:
            self.kinds[name] = cls
            return cls
        return inner

    def make(self, name: str) -> Plugin:
        return self.kinds[name]()


registry = Registry()


@registry.add
class Title(Plugin):
    def run(self, text: str) -> str:
        return text.title()


@registry.named("swap")
class Swap(Plugin):
    def run(self, text: str) -> str:
        return text.swapcase()


def main() -> None:
    print({k: c().run("abc") for k, c in REGISTRY.items()}, HOOKS)
    print({k: c.__name__ for k, c in BY_KEY.items()}, BY_KEY["r"]().run("xyz"), Reverse(times=2))
    print(registry.make("title").run("a b"), registry.make("swap").run("aB"), list(registry.kinds))
    print(isinstance(BY_KEY["rev"](), Reverse), Upper().run("q"))


if __name__ == "__main__":
    main()
