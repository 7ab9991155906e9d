from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Generic, TypeVar

E = TypeVar("E")
R = TypeVar("R")


@dataclass
class Event:
    when: int
    name: str
    action: Callable[["Loop"], None] = field(compare=False)


class Loop:
    def __init__(self) -> None:
        self.queue: list[Event] = []
        self.now = 0
        self.trace: list[str] = []
        self.hooks: dict[str, list[Callable[[int], None]]] = {}

    def at(self, delay: int, name: str, action: Callable[["Loop"], None]) -> None:
        self.queue.append(Event(self.now + delay, name, action))
        self.queue.sort(key=lambda e: (e.when, e.name))

    def on(self, name: str) -> Callable[[Callable[[int], None]], None]:
        def register(f: Callable[[int], None]) -> None:
            self.hooks.setdefault(name, []).append(f)
        return register

    def run(self, limit: int) -> None:
        while self.queue and limit > 0:
            limit -= 1
            e = self.queue.pop(0)
            self.now = e.when
            self.trace.append(f"{e.when}:{e.name}")
            for h in self.hooks.get(e.name, []):
                h(e.when)
            e.action(self)


class Visitor(Generic[R]):
    def __init__(self, default: Callable[[str], R]) -> None:
        self.rules: dict[str, Callable[[list[str]], R]] = {}
        self.default = default

    def visit(self, words: list[str]) -> R:
        rule = self.rules.get(words[0])
        return rule(words[1:]) if rule is not None else self.default(words[0])


def pipeline(*stages: Callable[[Iterator[int]], Iterator[int]]) -> Callable[[list[int]], list[int]]:
    def run(xs: list[int]) -> list[int]:
        it: Iterator[int] = iter(xs)
        for s in stages:
            it = s(it)
        return list(it)
    return run


def evens(it: Iterator[int]) -> Iterator[int]:
    for x in it:
        if x % 2 == 0:
            yield x


def squares(it: Iterator[int]) -> Iterator[int]:
    for x in it:
        yield x * x


def main() -> None:
    loop = Loop()
    count = 0

    def tick(lp: Loop) -> None:
        nonlocal count
        count += 1
        if count < 3:
            lp.at(10, "tick", tick)
    loop.at(5, "tick", tick)
    loop.at(12, "once", lambda lp: lp.trace.append(f"now {lp.now}"))
    seen: list[int] = []
    loop.on("tick")(seen.append)
    loop.on("tick")(lambda t: seen.append(-t))
    loop.run(10)
    print(loop.trace, count, seen)
    v: Visitor[int] = Visitor(len)
    v.rules["sum"] = lambda ws: sum(int(w) for w in ws)
    v.rules["max"] = lambda ws: max(map(int, ws))
    print(v.visit(["sum", "1", "2"]), v.visit(["max", "5", "3"]), v.visit(["other"]))
    print(pipeline(evens, squares)([1, 2, 3, 4]), pipeline()([7]))


if __name__ == "__main__":
    main()
