"""Orders against a stock: dataclasses, enums, protocols, a small query language."""
from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from enum import Enum, auto
from typing import Protocol


class Status(Enum):
    NEW = auto()
    PACKED = auto()
    SENT = auto()
    CANCELLED = auto()

    def may_become(self, other: Status) -> bool:
        return other in NEXT[self]


NEXT: dict[Status, list[Status]] = {
    Status.NEW: [Status.PACKED, Status.CANCELLED], Status.PACKED: [Status.SENT, Status.CANCELLED], Status.SENT: [], Status.CANCELLED: []}


@dataclass(frozen=True, order=True)
class Sku:
    code: str
    size: int = 0

    def __str__(self) -> str:
        return f"{self.code}/{self.size}" if self.size else self.code


@dataclass
class Line:
    sku: Sku
    count: int
    cents: int

    @property
    def total(self) -> int:
        return self.count * self.cents


@dataclass
class Order:
    number: int
    lines: list[Line] = field(default_factory=list)
    status: Status = Status.NEW
    history: list[Status] = field(default_factory=list, repr=False)

    def move(self, to: Status) -> None:
        if not self.status.may_become(to):
            raise ValueError(f"order {self.number} cannot go from {self.status.name} to {to.name}")
        self.history.append(self.status)
        self.status = to

    @property
    def total(self) -> int:
        return sum(line.total for line in self.lines)


class Discount(Protocol):
    def apply(self, order: Order) -> int: ...


class Percent:
    def __init__(self, percent: int) -> None:
        self.percent = percent

    def apply(self, order: Order) -> int:
        return order.total * self.percent // 100


class EveryThird:
    def apply(self, order: Order) -> int:
        return sum(line.count // 3 * line.cents for line in order.lines)


def price(order: Order, discounts: Iterable[Discount]) -> int:
    return order.total - max((d.apply(order) for d in discounts), default=0)


class Stock:
    def __init__(self, counts: dict[Sku, int]) -> None:
        self._counts = counts

    def reserve(self, order: Order) -> list[str]:
        missing = [f"{line.sku} ({line.count - self._counts.get(line.sku, 0)})" for line in order.lines
                   if self._counts.get(line.sku, 0) < line.count]
        if not missing:
            for line in order.lines:
                self._counts[line.sku] -= line.count
            order.move(Status.PACKED)
        return missing

    def __len__(self) -> int:
        return sum(self._counts.values())


def select(orders: Iterable[Order], *tests: Callable[[Order], bool]) -> list[int]:
    return [order.number for order in orders if all(test(order) for test in tests)]


def main() -> None:
    shirt, mug = Sku("shirt", 40), Sku("mug")
    stock = Stock({shirt: 5, mug: 10})
    orders = [Order(1, [Line(shirt, 3, 1999), Line(mug, 2, 750)]), Order(2, [Line(shirt, 4, 1999)]), Order(3, [Line(mug, 7, 700)])]
    for order in orders:
        missing = stock.reserve(order)
        print(order.number, order.status.name, order.total, price(order, [Percent(10), EveryThird()]), missing or "-", len(stock))
    orders[0].move(Status.SENT)
    for order, to in ((orders[0], Status.CANCELLED), (orders[1], Status.SENT)):
        try:
            order.move(to)
        except ValueError as error:
            print(error)
    print(orders[0], orders[0].history)
    print(select(orders, lambda o: o.status is Status.PACKED), select(orders, lambda o: o.total > 5000, lambda o: len(o.lines) == 1))
    print(replace(orders[2].lines[0], count=1), sorted([shirt, mug, Sku("mug", 3)]), price(Order(9), [Percent(5)]))
