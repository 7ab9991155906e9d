"""Event sourcing: commands make events, events make state; projections, snapshots, optimistic locking, replay."""
from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import reduce
from typing import Protocol, assert_never


@dataclass(frozen=True, kw_only=True)
class Event:
    sku: str


@dataclass(frozen=True, kw_only=True)
class Received(Event):
    quantity: int
    bin: str = "A0"


@dataclass(frozen=True, kw_only=True)
class Reserved(Event):
    order: int
    quantity: int


@dataclass(frozen=True, kw_only=True)
class Shipped(Event):
    order: int


@dataclass(frozen=True, kw_only=True)
class Released(Event):
    order: int
    reason: str = "cancelled"


Change = Received | Reserved | Shipped | Released


@dataclass(frozen=True)
class Stock:
    on_hand: int = 0
    reserved: tuple[tuple[int, int], ...] = ()
    version: int = 0

    @property
    def available(self) -> int:
        return self.on_hand - sum(n for _, n in self.reserved)

    def held(self, order: int) -> int:
        return sum(n for o, n in self.reserved if o == order)


def apply(stock: Stock, event: Change) -> Stock:
    stock = replace(stock, version=stock.version + 1)
    if isinstance(event, Received):
        return replace(stock, on_hand=stock.on_hand + event.quantity)
    elif isinstance(event, Reserved):
        return replace(stock, reserved=(*stock.reserved, (event.order, event.quantity)))
    elif isinstance(event, Shipped):
        rest = tuple(pair for pair in stock.reserved if pair[0] != event.order)
        return replace(stock, on_hand=stock.on_hand - stock.held(event.order), reserved=rest)
    elif isinstance(event, Released):
        return replace(stock, reserved=tuple(p for p in stock.reserved if p[0] != event.order))
    else:
        assert_never(event)


class Conflict(RuntimeError):
    def __init__(self, sku: str, expected: int, actual: int) -> None:
        super().__init__(sku, expected, actual)
        self.sku, self.expected, self.actual = sku, expected, actual

    def __str__(self) -> str:
        return f"{self.sku}: version {self.expected} expected, is {self.actual}"


class Shortage(Exception):
    pass


class Projection(Protocol):
    def on(self, event: Change) -> None: ...

    def summary(self) -> str: ...


class Movements:
    def __init__(self) -> None:
        self.kinds: Counter[str] = Counter()

    def on(self, event: Change) -> None:
        self.kinds[type(event).__name__] += 1

    def summary(self) -> str:
        return ", ".join(f"{kind} {n}" for kind, n in self.kinds.most_common())


class Bins:
    def __init__(self) -> None:
        self.content: defaultdict[str, list[str]] = defaultdict(list)

    def on(self, event: Change) -> None:
        match event:
            case Received(bin=where, sku=sku, quantity=n) if n > 0:
                self.content[where].append(f"{sku}×{n}")
            case _:
                pass

    def summary(self) -> str:
        return "; ".join(f"{where}: {'+'.join(items)}" for where, items in sorted(self.content.items()))


@dataclass
class Store:
    streams: dict[str, list[Change]] = field(default_factory=dict)
    snapshots: dict[str, Stock] = field(default_factory=dict)
    projections: Sequence[Projection] = field(default_factory=list)
    replayed: int = 0

    def load(self, sku: str) -> Stock:
        start = self.snapshots.get(sku, Stock())
        tail = self.streams.get(sku, [])[start.version:]
        self.replayed += len(tail)
        return reduce(apply, tail, start)

    def append(self, expected: int, events: Iterable[Change]) -> None:
        for event in events:
            stream = self.streams.setdefault(event.sku, [])
            if len(stream) != expected:
                raise Conflict(event.sku, expected, len(stream))
            stream.append(event)
            expected += 1
            for projection in self.projections:
                projection.on(event)

    def snapshot(self, sku: str) -> None:
        self.snapshots[sku] = self.load(sku)

    def reservations(self) -> list[Reserved]:
        return [event for stream in self.streams.values() for event in stream if isinstance(event, Reserved)]


class Warehouse:
    def __init__(self, store: Store) -> None:
        self.store = store

    def receive(self, sku: str, quantity: int, bin: str = "A0") -> None:
        if quantity <= 0:
            raise ValueError(f"cannot receive {quantity}")
        stock = self.store.load(sku)
        self.store.append(stock.version, [Received(sku=sku, quantity=quantity, bin=bin)])

    def reserve(self, sku: str, order: int, quantity: int) -> None:
        stock = self.store.load(sku)
        if stock.available < quantity:
            raise Shortage(f"{sku}: {quantity} wanted, {stock.available} available")
        self.store.append(stock.version, [Reserved(sku=sku, order=order, quantity=quantity)])

    def ship(self, sku: str, order: int) -> int:
        stock = self.store.load(sku)
        if not (held := stock.held(order)):
            raise LookupError(f"order {order} holds no {sku}")
        self.store.append(stock.version, [Shipped(sku=sku, order=order)])
        return held


def main() -> None:
    projections: list[Projection] = [Movements(), Bins()]
    store = Store(projections=projections)
    house = Warehouse(store)
    house.receive("bolt", 100, bin="B7")
    house.receive("nut", 30)
    house.reserve("bolt", 1, 60)
    house.reserve("bolt", 2, 25)
    attempts: list[Callable[[], None]] = [
        lambda: house.reserve("bolt", 3, 16), lambda: house.receive("nut", 0), lambda: house.reserve("gear", 1, 1)]
    for action in attempts:
        try:
            action()
        except (Shortage, ValueError) as error:
            print(type(error).__name__, error)
    print(house.ship("bolt", 1), store.load("bolt"))
    store.snapshot("bolt")
    before = store.replayed
    store.append(store.load("bolt").version, [Released(sku="bolt", order=2), Received(sku="bolt", quantity=1)])
    print(store.load("bolt"), store.load("bolt").available, store.replayed - before)
    try:
        store.append(2, [Shipped(sku="nut", order=9)])
    except Conflict as error:
        print(error, error.args, error.actual)
    try:
        house.ship("nut", 5)
    except LookupError as error:
        print(error)
    for projection in projections:
        print(projection.summary())
    print(store.reservations())
