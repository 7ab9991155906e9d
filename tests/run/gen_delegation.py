"""yield from, send, throw and close; generators inside functions; loops that close what they leave early."""

from collections.abc import Callable, Generator, Iterable, Iterator


class Node:
    def __init__(self, value: int, kids: "list[Node] | None" = None) -> None:
        self.value = value
        self.kids = kids if kids is not None else []

    def __iter__(self) -> Iterator[int]:
        yield self.value
        for kid in self.kids:
            yield from kid


def flat(rows: Iterable[Iterable[int]]) -> Iterator[int]:
    for row in rows:
        yield from row


def counted(n: int) -> Generator[int, None, str]:
    for i in range(n):
        yield i
    return f"{n} done"


def report(n: int) -> Generator[int, None, int]:
    first = yield from counted(n)
    second = yield from counted(n - 1)
    print(first, "/", second)
    return len(first)


def averager() -> Generator[float, float, int]:
    total, count, mean = 0.0, 0, 0.0
    while count < 4:
        value = yield mean
        total += value
        count += 1
        mean = total / count
    return count


def outer_averager() -> Generator[float, float, None]:
    n = yield from averager()
    print("averaged", n)
    yield float(n)


def echo() -> Generator[str, str | None, None]:
    got = yield "start"
    while True:
        got = yield f"got {got}"


def careful() -> Generator[int, None, None]:
    n = 0
    while True:
        try:
            yield n
            n += 1
        except ValueError as error:
            print("value error", error)
            n = 100
        finally:
            print("round", n)


def delegating() -> Generator[int, None, str]:
    try:
        yield from careful()
    except KeyError as error:
        print("outer caught", error)
        yield -1
    return "end"


def stubborn() -> Iterator[int]:
    while True:
        try:
            yield 1
        except GeneratorExit:
            print("ignoring")
            yield 2


class Scheduler:
    def __init__(self) -> None:
        self.tasks: list[tuple[str, Generator[int, int, None]]] = []

    def spawn(self, name: str, task: Generator[int, int, None]) -> None:
        next(task)
        self.tasks.append((name, task))

    def run(self) -> None:
        tick = 0
        while self.tasks:
            name, task = self.tasks.pop(0)
            tick += 1
            try:
                want = task.send(tick)
                print(f"{tick}: {name} asks {want}")
                self.tasks.append((name, task))
            except StopIteration:
                print(f"{tick}: {name} ends")


def worker(rounds: int) -> Generator[int, int, None]:
    now = yield 0
    for i in range(rounds):
        now = yield now * 10 + i


def nested(n: int) -> Iterator[int]:
    step = n

    def inner(k: int) -> Iterator[int]:
        for i in range(k):
            yield i * step

    yield from inner(3)
    step = 100
    yield from inner(2)


def counter() -> tuple[Callable[[], int], Iterator[int]]:
    count = 0

    def bump() -> int:
        nonlocal count
        count += 1
        return count

    def watch() -> Iterator[int]:
        while count < 10:
            yield count

    return bump, watch()


def itself(holder: "list[Iterator[int]]") -> Iterator[int]:
    yield 1
    yield next(holder[0])


def cleanup(name: str) -> Iterator[int]:
    try:
        yield 1
        yield 2
    finally:
        print("cleanup", name)


def early(n: int) -> int:
    for x in cleanup("return"):
        if x == n:
            return x * 10
    return 0


def main() -> None:
    tree = Node(1, [Node(2, [Node(3)]), Node(4)])
    print(list(tree), sum(tree), list(flat([[1, 2], (3, 4), {5}, range(6, 8), tree])))
    g = report(3)
    print(list(g))
    a = outer_averager()
    print(next(a), a.send(10.0), a.send(20.0), a.send(30.0), a.send(40.0))
    e = echo()
    print(next(e), e.send("x"), next(e), e.send(None), e.send("y"))
    try:
        echo().send("too early")
    except TypeError as error:
        print(error)
    c = careful()
    print(next(c), next(c))
    print(c.throw(ValueError("bad")), next(c))
    c.close()
    print(list(c))
    d = delegating()
    print(next(d), next(d), d.throw(ValueError("through")))
    print(d.throw(KeyError("k")))
    print(next(d, None))
    new = delegating()
    new.close()
    try:
        print(next(new))
    except StopIteration:
        print("closed before it began")
    try:
        careful().throw(IndexError("unstarted"))
    except IndexError as error:
        print("thrown", error)
    s = Scheduler()
    s.spawn("a", worker(2))
    s.spawn("b", worker(1))
    s.run()
    print(list(nested(7)))
    bump, watch = counter()
    print(bump(), next(watch), bump(), bump(), next(watch))
    holder: list[Iterator[int]] = []
    holder.append(itself(holder))
    print(next(holder[0]))
    try:
        next(holder[0])
    except ValueError as error:
        print(error)
    print(next(holder[0], "finished"))
    for x in cleanup("break"):
        print("item", x)
        break
    print("after break")
    print(early(2), early(3))
    for x in cleanup("whole"):
        print(x)


if __name__ == "__main__":
    main()
