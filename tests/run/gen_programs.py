"""Programs made of generators: tokens, merging, primes, state machines, permutations; yields inside of expressions."""

from abc import ABC, abstractmethod
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from typing import Generic, TypeVar

T = TypeVar("T")
U = TypeVar("U")


def take(n: int, xs: Iterable[T]) -> Iterator[T]:
    for i, x in enumerate(xs):
        if i == n:
            return
        yield x


def transform(f: Callable[[T], U], xs: Iterable[T]) -> Iterator[U]:
    for x in xs:
        yield f(x)


class Stack(Generic[T]):
    def __init__(self) -> None:
        self._items: list[T] = []

    def push(self, x: T) -> None:
        self._items.append(x)

    def drain(self) -> Iterator[T]:
        while self._items:
            yield self._items.pop()

    def pairs(self) -> Iterator[tuple[int, T]]:
        yield from enumerate(self._items)


class Shape(ABC):
    @abstractmethod
    def points(self) -> Iterator[tuple[int, int]]: ...

    @classmethod
    def many(cls, n: int) -> Iterator[int]:
        for i in range(n):
            yield i

    @staticmethod
    def letters() -> Iterator[str]:
        yield from "xyz"

    @property
    def corners(self) -> Iterator[tuple[int, int]]:
        for p in self.points():
            yield p


class Line(Shape):
    def points(self) -> Iterator[tuple[int, int]]:
        yield 0, 0
        yield 1, 1


class Box(Line):
    def points(self) -> Iterator[tuple[int, int]]:
        yield from super().points()
        yield 5, 5


def merge(a: Iterable[int], b: Iterable[int]) -> Iterator[int]:
    left, right = iter(a), iter(b)
    x, y = next(left, None), next(right, None)
    while x is not None or y is not None:
        if y is None or (x is not None and x <= y):
            assert x is not None
            yield x
            x = next(left, None)
        else:
            yield y
            y = next(right, None)


def tokens(text: str) -> Iterator[tuple[str, str]]:
    i = 0
    while i < len(text):
        c = text[i]
        if c.isspace():
            i += 1
            continue
        if c.isdigit():
            j = i
            while j < len(text) and text[j].isdigit():
                j += 1
            yield "num", text[i:j]
            i = j
        elif c in "+-*/()":
            yield "op", c
            i += 1
        else:
            raise SyntaxError_(f"bad {c!r} at {i}")


class SyntaxError_(Exception):
    pass


def primes() -> Iterator[int]:
    found: list[int] = []
    n = 2
    while True:
        if all(n % p for p in found):
            found.append(n)
            yield n
        n += 1


def hanoi(n: int, a: str, b: str, c: str) -> Iterator[str]:
    if n:
        yield from hanoi(n - 1, a, c, b)
        yield f"{a}->{c}"
        yield from hanoi(n - 1, b, a, c)


def machine() -> Generator[str, str, int]:
    state, steps = "idle", 0
    while True:
        event = yield state
        steps += 1
        match (state, event):
            case ("idle", "start"):
                state = "running"
            case ("running", "stop"):
                state = "idle"
            case (_, "quit"):
                return steps


def window(xs: Iterable[int], n: int) -> Iterator[list[int]]:
    held: deque[int] = deque()
    for x in xs:
        held.append(x)
        if len(held) > n:
            held.popleft()
        if len(held) == n:
            yield list(held)


def permute(xs: list[int], at: int = 0) -> Iterator[list[int]]:
    if at == len(xs):
        yield xs[:]
        return
    for i in range(at, len(xs)):
        xs[at], xs[i] = xs[i], xs[at]
        yield from permute(xs, at + 1)
        xs[at], xs[i] = xs[i], xs[at]


def expressions(n: int) -> Generator[int, int, list[int]]:
    out = [n, (yield 1), (yield 2) + 1]
    out.append((yield 3) if (yield 4) > 0 else (yield 5))
    while (yield 6) != 0:
        out.append(len(out) + (yield 7))
    flag = (yield 8) > 1 and (yield 9) > 1
    out.append(int(flag))
    return out


def unbound(flag: bool) -> Iterator[int]:
    if flag:
        x = 5
    yield 1
    yield x


def main() -> None:
    print(list(take(2, [1.5, 2.5, 3.5])), list(take(3, "hello")), list(transform(len, ["a", "bb"])))
    s = Stack[str]()
    s.push("a")
    s.push("b")
    print(list(s.pairs()), list(s.drain()), list(s.drain()))
    shapes: list[Shape] = [Line(), Box()]
    print([list(x.points()) for x in shapes], list(shapes[1].corners), list(Shape.many(3)), list(Line.letters()))
    print(list(merge([1, 4, 9], (2, 3, 10, 11))), list(merge([], [1])))
    try:
        for kind, text in tokens("12 + (3*x)"):
            print(kind, text)
    except SyntaxError_ as error:
        print(error)
    print(list(take(10, primes())), " ".join(hanoi(3, "A", "B", "C")))
    m = machine()
    print(next(m), m.send("start"), m.send("x"), m.send("stop"))
    try:
        m.send("quit")
    except StopIteration:
        print("machine ends")
    print(list(window(range(6), 3)), list(permute([1, 2, 3])))
    e = expressions(0)
    got = [next(e)]
    try:
        for v in [10, 20, 1, 30, 5, 40, 0, 2, 3]:
            got.append(e.send(v))
    except StopIteration:
        got.append(-1)
    print(got)
    print(list(unbound(True)))
    try:
        print(list(unbound(False)))
    except UnboundLocalError:
        print("unbound")
    big: Iterator[int | None] = (x if x % 2 else None for x in range(4))
    print(list(big))
    gens = [take(i, "abc") for i in range(3)]
    print([list(g) for g in gens], sum(1 for _ in take(2, [1, 2, 3])))
    lookup: dict[str, Iterator[int]] = {"p": primes(), "m": iter([9])}
    print(next(lookup["p"]), next(lookup["p"]), next(lookup["m"]))
    print({k: v for k, v in zip("ab", primes())}, list(zip(primes(), primes(), "xy")))


if __name__ == "__main__":
    main()
