"""Generic classes conform to protocols: as fields, results, arguments and items."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Generic, Protocol, TypeVar

K = TypeVar("K")
T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)
T_contra = TypeVar("T_contra", contravariant=True)
V = TypeVar("V")


class Store(Protocol[K, V]):
    def put(self, key: K, value: V) -> None: ...
    def get(self, key: K) -> V | None: ...
    def __len__(self) -> int: ...


class DictStore(Generic[K, V]):
    def __init__(self) -> None:
        self.d: dict[K, V] = {}

    def put(self, key: K, value: V) -> None:
        self.d[key] = value

    def get(self, key: K) -> V | None:
        return self.d.get(key)

    def __len__(self) -> int:
        return len(self.d)


@dataclass
class ListStore(Generic[K, V]):
    items: list[tuple[K, V]] = field(default_factory=list)

    def put(self, key: K, value: V) -> None:
        self.items.append((key, value))

    def get(self, key: K) -> V | None:
        return next((v for k, v in reversed(self.items) if k == key), None)

    def __len__(self) -> int:
        return len(self.items)


class Logged(DictStore[K, V]):
    def put(self, key: K, value: V) -> None:
        print("put", key, value)
        super().put(key, value)


class Words:
    """Not generic: str to int."""

    def __init__(self) -> None:
        self.n = 0

    def put(self, key: str, value: int) -> None:
        self.n += value

    def get(self, key: str) -> int | None:
        return self.n or None

    def __len__(self) -> int:
        return self.n


@dataclass
class Cache:
    store: Store[str, int]
    hits: int = 0

    def of(self, key: str) -> int:
        got = self.store.get(key)
        if got is None:
            got = len(key)
            self.store.put(key, got)
        else:
            self.hits += 1
        return got


class Index:
    def __init__(self, stores: list[Store[int, str]]) -> None:
        self.stores = stores
        self.first, self.rest = stores[0], stores[1:]

    def find(self, key: int) -> list[str]:
        return [v for s in self.stores if (v := s.get(key)) is not None]


def pick(kind: str) -> Store[str, int]:
    if kind == "dict":
        return DictStore()
    if kind == "list":
        return ListStore()
    if kind == "words":
        return Words()
    return Logged()


class Source(Protocol[T_co]):
    def next(self) -> T_co: ...


class Sink(Protocol[T_contra]):
    def send(self, item: T_contra) -> None: ...


class Const(Generic[T]):
    def __init__(self, v: T) -> None:
        self.v = v

    def next(self) -> T:
        return self.v


class Count:
    def __init__(self) -> None:
        self.n = 0

    def next(self) -> int:
        self.n += 1
        return self.n


class Gather(Generic[T]):
    def __init__(self) -> None:
        self.got: list[T] = []

    def send(self, item: T) -> None:
        self.got.append(item)


class Show:
    def send(self, item: object) -> None:
        print("show", item)


class Pipe(Generic[T]):
    def __init__(self, src: Source[T], dst: Sink[T]) -> None:
        self.src, self.dst = src, dst

    def run(self, n: int) -> None:
        for _ in range(n):
            self.dst.send(self.src.next())


class IntPipe:
    src: Source[int]
    dst: Sink[int]

    def __init__(self, src: Source[int], dst: Sink[int]) -> None:
        self.src = src
        self.dst = dst

    def run(self, n: int) -> None:
        for _ in range(n):
            self.dst.send(self.src.next())


class Comparable(Protocol):
    def __lt__(self, other: object, /) -> bool: ...


class Queue(Protocol[T]):
    name: str

    def push(self, item: T) -> Queue[T]: ...
    def pop(self) -> T: ...
    @property
    def size(self) -> int: ...


class Fifo(Generic[T]):
    def __init__(self, name: str) -> None:
        self.name = name
        self._d: list[T] = []

    def push(self, item: T) -> Fifo[T]:
        self._d.append(item)
        return self

    def pop(self) -> T:
        return self._d.pop(0)

    @property
    def size(self) -> int:
        return len(self._d)


class Lifo(Fifo[T]):
    def pop(self) -> T:
        return self._d.pop()


class Worker:
    def __init__(self, q: Queue[str]) -> None:
        self.q = q

    def drain(self) -> list[str]:
        out: list[str] = []
        while self.q.size:
            out.append(self.q.pop())
        return out


queues: dict[str, type[Fifo[str]]] = {"fifo": Fifo, "lifo": Lifo}


def run_p1() -> None:
    for kind in ("dict", "list", "words", "logged"):
        c = Cache(pick(kind))
        print(kind, [c.of(w) for w in "a bb a ccc bb a".split()], c.hits, len(c.store), type(c.store).__name__)
    a: DictStore[int, str] = DictStore()
    b: ListStore[int, str] = ListStore()
    a.put(1, "x")
    b.put(1, "y")
    b.put(1, "z")
    b.put(2, "w")
    i = Index([a, b])
    print(i.find(1), i.find(2), i.find(3), len(i.first), len(i.rest))
    s: Store[int, str] = a
    s.put(5, "five")
    print(s.get(5), len(s))


def run_p2() -> None:
    g: Gather[int] = Gather()
    Pipe(Count(), g).run(3)
    print(g.got)
    h: Gather[str] = Gather()
    Pipe(Const("x"), h).run(2)
    print(h.got)
    k: Gather[int] = Gather()
    for src in (Count(), Const(9)):
        IntPipe(src, k).run(2)
    print(k.got)
    IntPipe(Const(1), Show()).run(1)


def run_p3() -> None:
    for w in (Worker(Fifo("f")), Worker(Lifo("l"))):
        w.q.push("a").push("b").push("c")
        print(w.q.name, w.q.size, w.drain())


def main() -> None:
    run_p1()
    run_p2()
    run_p3()


if __name__ == "__main__":
    main()
