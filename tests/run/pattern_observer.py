"""Observers: an event bus with priorities, wildcards, unsubscribing by token, re-entrant events, a typed signal, history."""
from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import count
from typing import Generic, TypeVar

T = TypeVar("T")


class Signal(Generic[T]):
    def __init__(self, name: str) -> None:
        self.name = name
        self._slots: dict[int, Callable[[T], None]] = {}
        self._tokens = count(1)

    def connect(self, slot: Callable[[T], None]) -> Callable[[], bool]:
        token = next(self._tokens)
        self._slots[token] = slot

        def disconnect() -> bool:
            return self._slots.pop(token, None) is not None

        return disconnect

    def __iadd__(self, slot: Callable[[T], None]) -> Signal[T]:
        self.connect(slot)
        return self

    def emit(self, value: T) -> int:
        slots = list(self._slots.values())
        for slot in slots:
            slot(value)
        return len(slots)

    def __len__(self) -> int:
        return len(self._slots)


@dataclass(order=True)
class Subscription:
    priority: int
    number: int
    topic: str = field(compare=False)
    handler: Callable[[str, int], bool] = field(compare=False, repr=False)


@dataclass
class Bus:
    subscriptions: list[Subscription] = field(default_factory=list)
    queue: list[tuple[str, int]] = field(default_factory=list)
    delivered: defaultdict[str, int] = field(default_factory=lambda: defaultdict(int))
    busy: bool = False

    def subscribe(self, topic: str, handler: Callable[[str, int], bool], priority: int = 0) -> None:
        self.subscriptions.append(Subscription(-priority, len(self.subscriptions), topic, handler))
        self.subscriptions.sort()

    def publish(self, topic: str, value: int) -> None:
        self.queue.append((topic, value))
        if self.busy:
            return
        self.busy = True
        try:
            while self.queue:
                topic, value = self.queue.pop(0)
                for one in self.subscriptions:
                    if matches(one.topic, topic):
                        self.delivered[one.topic] += 1
                        if one.handler(topic, value):
                            break
        finally:
            self.busy = False


def matches(pattern: str, topic: str) -> bool:
    wanted, got = pattern.split("."), topic.split(".")
    for at, part in enumerate(wanted):
        if part == "#":
            return True
        if at >= len(got) or part not in ("*", got[at]):
            return False
    return len(wanted) == len(got)


class Thermostat:
    def __init__(self) -> None:
        self.changed: Signal[float] = Signal("changed")
        self._degrees = 20.0

    @property
    def degrees(self) -> float:
        return self._degrees

    @degrees.setter
    def degrees(self, value: float) -> None:
        if value != self._degrees:
            self._degrees = value
            self.changed.emit(value)


def main() -> None:
    heater: list[str] = []
    room = Thermostat()
    off = room.changed.connect(lambda d: heater.append("on" if d < 18.5 else "off"))
    seen: list[float] = []
    room.changed += seen.append
    for degrees in (20.0, 18.0, 18.0, 19.5):
        room.degrees = degrees
    print(off(), off(), len(room.changed))
    room.degrees -= 5.0
    print(heater, seen, room.degrees)
    bus = Bus()
    trace: list[str] = []

    def log(topic: str, value: int) -> bool:
        trace.append(f"{topic}={value}")
        return False

    def chain(topic: str, value: int) -> bool:
        if value > 0:
            bus.publish("disk.full", value - 1)
        return False

    def stop(topic: str, value: int) -> bool:
        return value == 13

    def broken(topic: str, value: int) -> bool:
        raise LookupError(topic)

    bus.subscribe("#", log)
    bus.subscribe("disk.*", chain, priority=5)
    bus.subscribe("net.up", stop, priority=9)
    bus.publish("disk.full", 2)
    bus.publish("net.up", 13)
    bus.publish("net.up", 14)
    bus.subscribe("bad.thing", broken, priority=10)
    try:
        bus.publish("bad.thing", 0)
    except LookupError as error:
        print("handler raised", error, bus.busy)
    print(trace, dict(bus.delivered))
    print(bus.subscriptions[0], [matches(p, "a.b.c") for p in ("a.b.c", "a.*", "a.#", "*.*.c", "a.b.c.d")])
