"""A program to which nothing can be added: bodies are checked in it again, and whatever is new stops that.

    world = the program of the build before        world.func(print_str)     there: noted as asked for
    close(world)                                    world.func(never_called)  NotAlone: the whole is to be built

What a body asks of the program is noted, so that what the body before asked for and the new one does not is known.
"""

from __future__ import annotations

from collections import deque
from typing import Any

from rumpkc.ir import nodes as ir
from rumpkc.types.symbols import FuncInfo, FuncInst
from rumpkc.types.types import ClassInst, Type
from rumpkc.types.world import World

# What is only remembered, and follows from what does not change.
REMEMBERED = frozenset((
    "modules", "_named_modules", "_builtins", "unfoldable", "layouts", "laying_out", "in_progress", "checked",
    "overloads", "closure_layouts", "fields_done", "fields_failed", "_symbols", "nested", "summaries", "queue",
    "tests_of_objects", "busy", "unfit", "written_functions", "method_nodes", "wide_literals"))
# What is said of the program as a whole: bodies set these, and nothing takes them back.
SAID = ("closes", "functions_identical", "members_kept", "members_taken", "ints_asked", "texts_asked", "values_typed")
# What a compilation begins with, what belongs to the body at hand, and what is found out when it is first asked for.
OTHERS = frozenset((
    "loader", "config", "diagnostics", "warnings", "target", "boards", "refused", "tainted", "main_module",
    "program", "any_str", "ints_in_floats", "sequences_mixed", "texts_in_sequences", "any_held", "comptime",
    "current", "at", "may_wait", "functions_compared", "key_function", "freezing", "changes", "rebound",
    "redirects", "shapes", "asked", "only", "tells_all"))


class NotAlone(Exception):
    """The edit is about more than it alone: why the whole program is to be built."""


class ClosedWorld(World):
    """A World in which only bodies change. `asked`: what the bodies that are being checked have asked for."""

    asked: set[Any]

    def func(self, info: FuncInfo, owner: ClassInst | None = None, targs: tuple[Type, ...] = (),
             own: tuple[tuple[int, Type], ...] = ()) -> FuncInst:
        found = super().func(info, owner, targs, own)
        self.asked.add(found)
        return found

    def slot(self, owner: ClassInst, name: str, targs: tuple[Type, ...], receiver: ClassInst) -> ir.Slot:
        found = super().slot(owner, name, targs, receiver)
        if receiver not in self.receivers[found]:
            raise NotAlone(f"a call of `{name}` through another class")
        self.asked.add((found, receiver))
        return found

    def unique(self, symbol: str) -> str:
        if ".<locals>." not in symbol:
            raise NotAlone(f"a new symbol `{symbol}`")
        return super().unique(symbol)

    def said(self) -> tuple[bool, ...]:
        """What has been said of the program as a whole."""
        return tuple(bool(getattr(self, name)) for name in SAID)

    def forget_said(self) -> dict[str, Any]:
        """Begin as if nothing were; what was."""
        was = {name: getattr(self, name) for name in SAID}
        for name, value in was.items():
            setattr(self, name, False if isinstance(value, bool) else None)
        return was


class _Dict(dict[Any, Any]):
    """A dict without new keys; `asked` notes what is set again."""

    asked: set[Any]
    name: str

    def __setitem__(self, key: Any, value: Any) -> None:
        if key not in self:
            raise NotAlone(f"something new in `{self.name}`")
        self.asked.add((self.name, key))
        super().__setitem__(key, value)

    def setdefault(self, key: Any, default: Any = None) -> Any:
        if key not in self:
            raise NotAlone(f"something new in `{self.name}`")
        self.asked.add((self.name, key))
        return self[key]

    def update(self, *args: Any, **more: Any) -> None:
        for key, value in dict(*args, **more).items():
            self[key] = value

    def pop(self, *_: Any) -> Any:
        raise NotAlone(f"something less in `{self.name}`")


class _Set(set[Any]):
    """A set without new items."""

    asked: set[Any]
    name: str

    def add(self, item: Any) -> None:
        if item not in self:
            raise NotAlone(f"something new in `{self.name}`")
        self.asked.add((self.name, item))

    def update(self, *more: Any) -> None:
        for items in more:
            for item in items:
                self.add(item)

    def discard(self, item: Any) -> None:
        if item in self:
            raise NotAlone(f"something less in `{self.name}`")


class _List(list[Any]):
    """A list that stays as it is."""

    name: str

    def append(self, item: Any) -> None:
        raise NotAlone(f"something new in `{self.name}`")

    def extend(self, items: Any) -> None:
        raise NotAlone(f"something new in `{self.name}`")

    def __iadd__(self, items: Any) -> Any:
        raise NotAlone(f"something new in `{self.name}`")


def close(world: World) -> ClosedWorld:
    """Let nothing be added to `world` from now on."""
    world.__class__ = ClosedWorld
    assert isinstance(world, ClosedWorld)
    world.asked = set()
    for owner in (world, world.program):
        names = vars(world) if owner is world else type(world.program).__slots__
        for name in list(names):
            if name not in REMEMBERED and name != "asked":
                setattr(owner, name, _guarded(getattr(owner, name), name, world.asked))
    return world


def _guarded(value: Any, name: str, asked: set[Any]) -> Any:
    made: Any
    if type(value) is dict:
        made = _Dict(value)
    elif type(value) is set:
        made = _Set(value)
    elif type(value) is list or type(value) is deque:
        made = _List(value)
    else:
        return value
    made.name = name
    if not isinstance(made, _List):
        made.asked = asked
    return made
