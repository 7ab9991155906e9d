"""protocols with only __call__"""
from __future__ import annotations
from dataclasses import dataclass, field
from typing import Protocol, TypeVar

T_contra = TypeVar("T_contra", contravariant=True)
R_co = TypeVar("R_co", covariant=True)


class Handler(Protocol):
    def __call__(self, event: str, count: int) -> bool: ...


class Transform(Protocol[T_contra, R_co]):
    def __call__(self, x: T_contra, /) -> R_co: ...


def loud(event: str, count: int) -> bool:
    print(event.upper() * count)
    return True


class Counter:
    def __init__(self) -> None:
        self.total = 0

    def __call__(self, event: str, count: int) -> bool:
        self.total += count
        return self.total > 3


@dataclass
class Bus:
    handlers: dict[str, Handler] = field(default_factory=dict)
    order: list[Handler] = field(default_factory=list)

    def on(self, name: str, handler: Handler) -> None:
        self.handlers[name] = handler
        self.order.append(handler)

    def emit(self, name: str, count: int = 1) -> bool:
        h = self.handlers.get(name)
        return h(name, count) if h is not None else False


class Stage:
    def __init__(self, f: Transform[int, str]) -> None:
        self.f = f


def make(prefix: str) -> Handler:
    def inner(event: str, count: int) -> bool:
        print(prefix, event, count)
        return count % 2 == 0
    return inner


def run(h: Handler) -> bool:
    return h("direct", 2)


def twice(f: Transform[int, int], x: int) -> int:
    return f(f(x))


T = TypeVar("T")
R = TypeVar("R")


def apply(f: Transform[T, R], xs: list[T]) -> list[R]:
    return [f(x) for x in xs]


def main() -> None:
    print(apply(len, ["a", "bb"]), apply(lambda n: n + 0.5, [1, 2]), apply(str.upper, ["x"]))
    c = Counter()
    bus = Bus()
    bus.on("a", loud)
    bus.on("b", c)
    bus.on("c", make(">"))
    bus.on("d", lambda event, count: len(event) > count)
    for name in "abcdbe":
        print(name, bus.emit(name, 2))
    print(c.total, len(bus.order), [h("x", 1) for h in bus.order])
    print(run(loud), run(c), run(make("p")), run(lambda e, n: n == 2))
    print(Stage(str).f(5), Stage(hex).f(255), Stage(lambda n: f"<{n}>").f(1), twice(lambda n: n * 3, 2))


if __name__ == "__main__":
    main()
