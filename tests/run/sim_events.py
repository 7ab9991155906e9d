"""A discrete event simulation: a heap of events, customers as generators that yield what they wait for, queues, statistics."""
from __future__ import annotations

import heapq
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from random import Random


@dataclass(frozen=True)
class Wait:
    minutes: float


@dataclass(frozen=True)
class Use:
    resource: Resource


@dataclass(frozen=True)
class Free:
    resource: Resource


Request = Wait | Use | Free
Process = Iterator[Request]


@dataclass(eq=False)
class Resource:
    name: str
    capacity: int
    busy: int = 0
    queue: deque[Process] = field(default_factory=deque, repr=False)
    longest: int = 0


class Simulation:
    def __init__(self, seed: int) -> None:
        self.now = 0.0
        self.random = Random(seed)
        self._events: list[tuple[float, int, Process]] = []
        self._numbers = count()
        self.log: list[str] = []

    def start(self, process: Process, delay: float = 0.0) -> None:
        heapq.heappush(self._events, (self.now + delay, next(self._numbers), process))

    def run(self, until: float) -> int:
        steps = 0
        while self._events and self._events[0][0] <= until:
            self.now, _, process = heapq.heappop(self._events)
            steps += 1
            self._advance(process)
        return steps

    def _advance(self, process: Process) -> None:
        request = next(process, None)
        if request is None:
            return
        match request:
            case Wait(minutes):
                self.start(process, minutes)
            case Use(resource) if resource.busy < resource.capacity:
                resource.busy += 1
                self.start(process)
            case Use(resource):
                resource.queue.append(process)
                resource.longest = max(resource.longest, len(resource.queue))
            case Free(resource):
                if resource.queue:
                    self.start(resource.queue.popleft())
                else:
                    resource.busy -= 1
                self.start(process)


@dataclass
class Bank:
    sim: Simulation
    tellers: Resource
    served: list[float] = field(default_factory=list)
    gone: int = 0

    def customer(self, number: int) -> Process:
        arrived = self.sim.now
        if len(self.tellers.queue) >= 4:
            self.gone += 1
            self.sim.log.append(f"{number} left at {self.sim.now:.1f}")
            return
        yield Use(self.tellers)
        waited = self.sim.now - arrived
        try:
            yield Wait(round(self.sim.random.uniform(2, 9), 3))
        finally:
            self.served.append(waited)
        yield Free(self.tellers)

    def source(self, customers: int, mean: float) -> Process:
        for number in range(customers):
            self.sim.start(self.customer(number))
            yield Wait(self.sim.random.expovariate(1 / mean))

    def inspector(self, every: float) -> Process:
        while True:
            self.sim.log.append(f"{self.sim.now:.0f}: {self.tellers.busy} busy, {len(self.tellers.queue)} waiting")
            yield Wait(every)


def main() -> None:
    for tellers in (1, 2, 3):
        sim = Simulation(seed=11)
        bank = Bank(sim, Resource("teller", tellers))
        sim.start(bank.source(30, 2.0))
        sim.start(bank.inspector(25.0))
        steps = sim.run(until=100.0)
        mean = sum(bank.served) / len(bank.served)
        print(f"{tellers} tellers: {len(bank.served)} served, {bank.gone} left, mean wait {mean:.3f}, longest queue {bank.tellers.longest}, {steps} steps")
        print("  ", sim.log[:3], sim.log[-1], bank.tellers)
    print(Wait(1.5), Simulation(1).run(5.0), Wait(1.0) == Wait(1.0))
