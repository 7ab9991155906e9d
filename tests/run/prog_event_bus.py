# apart: functions are asked for their names, and objects for what becomes one, in all of the image
"""An event bus, plug-ins, a state machine: by decorators, inner enums, builders."""
from __future__ import annotations

import sys
from abc import ABC, abstractmethod
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import Enum, auto
from functools import wraps
from typing import ClassVar, Concatenate, ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")
T = TypeVar("T")
E = TypeVar("E", bound="Event")


@dataclass(frozen=True)
class Event:
    name: str


@dataclass(frozen=True)
class Saved(Event):
    path: str = ""


Handler = Callable[[Event], None]


class Bus:
    def __init__(self) -> None:
        self._handlers: defaultdict[str, list[Handler]] = defaultdict(list)

    def on(self, name: str) -> Callable[[Handler], Handler]:
        def register(fn: Handler) -> Handler:
            self._handlers[name].append(fn)
            return fn

        return register

    def emit(self, event: Event) -> int:
        handlers = self._handlers.get(event.name, [])
        for handler in handlers:
            handler(event)
        return len(handlers)


class Plugin(ABC):
    registry: ClassVar[dict[str, Callable[[], Plugin]]] = {}

    class Status(Enum):
        IDLE = auto()
        BUSY = auto()
        DONE = auto()

    @dataclass
    class Report:
        title: str
        status: Plugin.Status
        notes: list[str] = field(default_factory=list)

        def add(self, note: str) -> Plugin.Report:
            self.notes.append(note)
            return self

    def __init__(self) -> None:
        self.status = self.Status.IDLE

    @abstractmethod
    def work(self) -> str: ...

    def run(self) -> Report:
        self.status = Plugin.Status.BUSY
        text = self.work()
        self.status = Plugin.Status.DONE
        return Plugin.Report(type(self).__name__, self.status).add(text)


def guarded(default: R) -> Callable[[Callable[P, R]], Callable[P, R]]:
    def outer(fn: Callable[P, R]) -> Callable[P, R]:
        @wraps(fn)
        def inner(*args: P.args, **kwargs: P.kwargs) -> R:
            try:
                return fn(*args, **kwargs)
            except (KeyError, ValueError) as error:
                print(f"{fn.__name__}: {type(error).__name__}: {error}")
                return default

        return inner

    return outer


def validated(method: Callable[Concatenate[Counter, P], R]) -> Callable[Concatenate[Counter, P], R]:
    @wraps(method)
    def wrapper(self: Counter, *args: P.args, **kwargs: P.kwargs) -> R:
        if self.closed:
            raise RuntimeError(f"{method.__name__} on a closed counter")
        return method(self, *args, **kwargs)

    return wrapper


class Counter:
    def __init__(self) -> None:
        self.total = 0
        self.closed = False

    @validated
    def add(self, amount: int = 1, *, times: int = 1) -> int:
        self.total += amount * times
        return self.total

    @validated
    def close(self) -> None:
        self.closed = True

    @contextmanager
    def paused(self) -> Iterator[int]:
        before, self.closed = self.closed, True
        try:
            yield self.total
        finally:
            self.closed = before


@guarded(-1)
def parse(text: str, *, base: int = 10) -> int:
    return int(text, base)


@guarded(0)
def lookup(table: dict[str, int], key: str) -> int:
    return table[key]


class Upper(Plugin):
    def work(self) -> str:
        return "upper"


class Lower(Plugin):
    def work(self) -> str:
        return "lower"


PLUGINS: dict[str, Callable[[], Plugin]] = {"upper": Upper, "lower": Lower}


class Machine:
    class State(Enum):
        START = "start"
        WORD = "word"
        NUMBER = "number"

        @property
        def final(self) -> bool:
            return self is not Machine.State.START

    class Token:
        def __init__(self, state: Machine.State, text: str) -> None:
            self.state, self.text = state, text

        def __repr__(self) -> str:
            return f"{self.state.value}:{self.text}"


    def __init__(self) -> None:
        self.state = self.State.START
        self.buffer: list[str] = []
        self.out: list[Machine.Token] = []
        self.steps: dict[Machine.State, Callable[[str], Machine.State]] = {
            self.State.START: self._start,
            self.State.WORD: self._inside,
            self.State.NUMBER: self._inside,
        }

    def _start(self, char: str) -> Machine.State:
        if char.isdigit():
            return self.State.NUMBER
        return self.State.WORD if char.isalpha() else self.State.START

    def _inside(self, char: str) -> Machine.State:
        return self.state if char.isalnum() else Machine.State.START

    def feed(self, text: str) -> list[Machine.Token]:
        for char in text + " ":
            after = self.steps[self.state](char)
            if self.state.final and not after.final:
                self.out.append(self.Token(self.state, "".join(self.buffer)))
                self.buffer.clear()
            elif after.final:
                self.buffer.append(char)
            self.state = after
        return self.out


def main() -> int:
    bus = Bus()
    seen: list[str] = []

    @bus.on("saved")
    def first(event: Event) -> None:
        seen.append(f"first {event.name}")

    @bus.on("saved")
    def second(event: Event) -> None:
        match event:
            case Saved(path=path):
                seen.append(f"second {path}")
            case Event():
                seen.append("second plain")

    print(bus.emit(Saved("saved", "/tmp/x")), bus.emit(Event("saved")), bus.emit(Event("other")), seen)
    first(Event("direct"))
    print(seen[-1])
    for name, make in PLUGINS.items():
        print(name, make().run())
    c = Counter()
    print(c.add(), c.add(5), c.add(2, times=3), c.add(amount=1))
    with c.paused() as total:
        try:
            c.add(1)
        except RuntimeError as error:
            print(total, error)
    c.close()
    try:
        c.close()
    except RuntimeError as error:
        print(error)
    print(parse("12"), parse("ff", base=16), parse("zz"), lookup({"a": 1}, "a"), lookup({"a": 1}, "b"))
    print(Machine().feed("abc 123 x9"))
    return 0


if __name__ == "__main__":
    sys.exit(main())
