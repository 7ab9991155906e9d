# apart: an int where `float` is written makes every `float` of the image take ints
"""Event-driven simulation of a small network of queues with statistics."""
from __future__ import annotations

import heapq
import itertools
import random
from abc import ABC, abstractmethod
from collections import Counter, deque
from dataclasses import dataclass, field
from typing import ClassVar, Deque, Generic, Protocol, TypeVar

T = TypeVar("T")
K = TypeVar("K")


@dataclass(order=True)
class Event:
    time: float
    seq: int
    action: Action = field(compare=False)


class Action(Protocol):
    def __call__(self, now: float) -> None: ...


class Simulator:
    def __init__(self) -> None:
        self.now: float = 0
        self._queue: list[Event] = []
        self._seq = itertools.count()
        self.processed = 0

    def at(self, delay: float, action: Action) -> None:
        heapq.heappush(self._queue, Event(self.now + delay, next(self._seq), action))

    def run(self, until: float) -> None:
        while self._queue and self._queue[0].time <= until:
            event = heapq.heappop(self._queue)
            self.now = event.time
            event.action(self.now)
            self.processed += 1
        self.now = until


class Stat:
    def __init__(self, name: str) -> None:
        self.name = name
        self.n = 0
        self.total: float = 0
        self.largest = float("-inf")

    def add(self, x: float) -> None:
        self.n += 1
        self.total += x
        self.largest = max(self.largest, x)

    @property
    def mean(self) -> float:
        return self.total / self.n if self.n else 0

    def __repr__(self) -> str:
        return f"<{self.name}: n={self.n} mean={self.mean:.3f} max={self.largest:.3f}>"


class Sink(ABC):
    @abstractmethod
    def accept(self, job: Job, now: float) -> None: ...


@dataclass
class Job:
    id: int
    born: float
    route: list[str] = field(default_factory=list)
    counter: ClassVar[int] = 0

    @classmethod
    def make(cls, now: float) -> Job:
        cls.counter += 1
        return cls(cls.counter, now)


class Server(Sink):
    def __init__(self, sim: Simulator, name: str, speed: float, rng: random.Random, out: Sink) -> None:
        self.sim, self.name, self.speed, self.rng, self.out = sim, name, speed, rng, out
        self.waiting: Deque[Job] = deque()
        self.busy = False
        self.stat = Stat(name)

    def accept(self, job: Job, now: float) -> None:
        job.route.append(self.name)
        self.waiting.append(job)
        if not self.busy:
            self._start(now)

    def _start(self, now: float) -> None:
        job = self.waiting.popleft()
        self.busy = True
        took = self.rng.uniform(1, 3) / self.speed

        def done(when: float) -> None:
            self.stat.add(took)
            self.out.accept(job, when)
            self.busy = False
            if self.waiting:
                self._start(when)

        self.sim.at(took, done)


class Exit(Sink):
    def __init__(self) -> None:
        self.stat = Stat("exit")
        self.routes: Counter[str] = Counter()

    def accept(self, job: Job, now: float) -> None:
        self.stat.add(now - job.born)
        self.routes["-".join(job.route)] += 1


class Router(Sink):
    def __init__(self, rng: random.Random, *choices: tuple[float, Sink]) -> None:
        self.rng = rng
        self.sinks = [s for _, s in choices]
        self.weights = [w for w, _ in choices]

    def accept(self, job: Job, now: float) -> None:
        pick = self.rng.random() * sum(self.weights)
        for weight, sink in zip(self.weights, self.sinks):
            pick -= weight
            if pick <= 0:
                sink.accept(job, now)
                return
        self.sinks[-1].accept(job, now)


class Ring(Generic[T]):
    def __init__(self, size: int) -> None:
        self.items: list[T | None] = [None] * size
        self.at = 0

    def push(self, item: T) -> T | None:
        old, self.items[self.at] = self.items[self.at], item
        self.at = (self.at + 1) % len(self.items)
        return old


def main() -> None:
    rng = random.Random(42)
    sim = Simulator()
    end = Exit()
    fast = Server(sim, "fast", 2, rng, end)
    slow = Server(sim, "slow", 0.8, rng, end)
    front = Server(sim, "front", 1.5, rng, Router(rng, (3, fast), (1, slow)))
    last: Ring[float] = Ring(3)

    def arrive(now: float) -> None:
        front.accept(Job.make(now), now)
        last.push(now)
        if Job.counter < 40:
            sim.at(rng.expovariate(0.8), arrive)

    sim.at(0, arrive)
    sim.run(200)
    print(front.stat, fast.stat, slow.stat, end.stat, sep="\n")
    print(end.routes.most_common(), sim.processed, sim.now)
    print([f"{x:.2f}" for x in last.items if x is not None])
    print(Event(1, 2, arrive) < Event(1.5, 0, arrive), Event(1, 2, arrive) < Event(1, 3, arrive))


if __name__ == "__main__":
    main()
