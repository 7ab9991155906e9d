"""An elevator bank: state machines driven by ticks, a dispatcher strategy, passengers as generators, statistics at the end."""
from __future__ import annotations

import enum
import random
from collections.abc import Callable, Generator
from dataclasses import dataclass, field
from statistics import fmean
from typing import Final

FLOORS: Final = 10


class Direction(enum.IntEnum):
    DOWN = -1
    IDLE = 0
    UP = 1

    @classmethod
    def towards(cls, here: int, there: int) -> Direction:
        return cls((there > here) - (there < here))


class Door(enum.Enum):
    CLOSED, OPENING, OPEN, CLOSING = range(4)

    def next(self) -> Door:
        return Door((self.value + 1) % len(Door))


@dataclass(eq=False)
class Passenger:
    number: int
    start: int
    goal: int
    born: int
    boarded: int | None = None
    arrived: int | None = None

    def life(self) -> Generator[str, int, int]:
        """Sent the time at each event; its result is how long the trip took."""
        self.boarded = yield "waiting"
        self.arrived = yield "riding"
        return self.arrived - self.born


@dataclass(eq=False)
class Car:
    name: str
    floor: int = 0
    heading: Direction = Direction.IDLE
    door: Door = Door.CLOSED
    stops: set[int] = field(default_factory=set)
    riders: list[tuple[Passenger, Generator[str, int, int]]] = field(default_factory=list)
    moved: int = 0
    capacity: int = 3

    def tick(self) -> bool:
        """One step; whether passengers can move now."""
        if self.door is not Door.CLOSED:
            self.door = self.door.next()
            return self.door is Door.OPEN
        if self.floor in self.stops:
            self.stops.discard(self.floor)
            self.door = Door.OPENING
            return False
        if not self.stops:
            self.heading = Direction.IDLE
            return False
        ahead = [s for s in self.stops if Direction.towards(self.floor, s) == self.heading]
        if not ahead:
            self.heading = Direction.towards(self.floor, min(self.stops, key=lambda s: (abs(s - self.floor), s)))
        self.floor += self.heading
        self.moved += 1
        return False


Strategy = Callable[[list[Car], Passenger], Car]


def nearest(cars: list[Car], who: Passenger) -> Car:
    return min(cars, key=lambda car: (abs(car.floor - who.start), car.name))


def least_loaded(cars: list[Car], who: Passenger) -> Car:
    return min(cars, key=lambda car: (len(car.stops) + len(car.riders), car.name))


def same_way(cars: list[Car], who: Passenger) -> Car:
    def cost(car: Car) -> tuple[int, int]:
        distance = abs(car.floor - who.start)
        wrong = car.heading not in (Direction.IDLE, Direction.towards(car.floor, who.start))
        return distance + FLOORS * wrong, ord(car.name)

    return sorted(cars, key=cost)[0]


class Building:
    def __init__(self, cars: int, strategy: Strategy, seed: int) -> None:
        self.cars = [Car(chr(ord("A") + n), floor=n * 3) for n in range(cars)]
        self.strategy = strategy
        self.random = random.Random(seed)
        self.waiting: dict[int, list[tuple[Passenger, Generator[str, int, int]]]] = {f: [] for f in range(FLOORS)}
        self.assigned: dict[Passenger, Car] = {}
        self.trips: list[int] = []
        self.count = 0
        self.late: list[Passenger] = []

    def arrive(self, now: int) -> None:
        start, goal = self.random.sample(range(FLOORS), 2)
        self.count += 1
        who = Passenger(self.count, start, goal, now)
        life = who.life()
        assert next(life) == "waiting"
        self.waiting[start].append((who, life))
        self.call(who)

    def call(self, who: Passenger) -> None:
        car = self.strategy(self.cars, who)
        self.assigned[who] = car
        car.stops.add(who.start)

    def exchange(self, car: Car, now: int) -> None:
        for rider in [r for r in car.riders if r[0].goal == car.floor]:
            car.riders.remove(rider)
            try:
                rider[1].send(now)
            except StopIteration:
                who = rider[0]
                assert who.arrived is not None
                self.trips.append(who.arrived - who.born)
        for one in list(self.waiting[car.floor]):
            who, life = one
            if self.assigned[who] is not car:
                continue
            self.waiting[car.floor].remove(one)
            if len(car.riders) < car.capacity:
                assert life.send(now) == "riding"
                car.riders.append(one)
                car.stops.add(who.goal)
                del self.assigned[who]
            else:
                self.waiting[car.floor].append(one)
                self.late.append(who)

    def run(self, ticks: int, every: int) -> None:
        now = 0
        while now < ticks or any(self.waiting.values()) or any(car.riders for car in self.cars):
            if now < ticks and now % every == 0:
                self.arrive(now)
            if now % 8 == 0:
                late, self.late = self.late, []
                for who in late:
                    self.call(who)
            for car in self.cars:
                if car.tick():
                    self.exchange(car, now)
            now += 1
            if now > 20 * ticks:
                raise RuntimeError("passengers wait for ever")
        self.ended = now


def main() -> None:
    for name, strategy in {"nearest": nearest, "least": least_loaded, "same way": same_way}.items():
        building = Building(3, strategy, seed=42)
        building.run(200, every=5)
        print(f"{name:9} {len(building.trips)} trips, mean {fmean(building.trips):.2f}, worst {max(building.trips)}, "
              f"moved {[car.moved for car in building.cars]}, end {building.ended}")
    print([Direction.towards(3, f) for f in (1, 3, 5)], Door.OPEN.next(), [d.name for d in Door])
    building = Building(1, nearest, 1)
    building.cars[0].capacity = 0
    try:
        building.run(10, every=5)
    except RuntimeError as error:
        print(error, building.count)
