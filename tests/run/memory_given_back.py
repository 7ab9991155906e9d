"""What was taken out of a list, deque or dict is free: a machine of 128 MiB holds each of these fillings once."""

from collections import deque


class Stack:
    def __init__(self) -> None:
        self.items: list[bytearray] = []


def fill(got: list[bytearray], k: int) -> int:
    for _ in range(k):
        got.append(bytearray(1000))
    return len(got)


def use(s: Stack, k: int) -> int:
    fill(s.items, k)
    while len(s.items) > 5:
        s.items.pop()
    return len(s.items)


def fill_queue(q: deque[bytearray], k: int) -> int:
    for _ in range(k):
        q.append(bytearray(1000))
    return len(q)


def fill_table(d: dict[int, bytearray], k: int) -> int:
    for i in range(k):
        d[i] = bytearray(1000)
    return len(d)


def run_popped() -> None:
    s = Stack()
    print(use(s, 90000))
    other: list[bytearray] = []
    print(fill(other, 90000), len(s.items))
    other.clear()
    print(fill(s.items, 90000))
    del s.items[3:]
    print(fill(other, 90000))
    other[1:] = []
    print(fill(s.items, 90000), len(other))
    s.items *= 0
    print(fill(other, 90000))
    other.clear()


def run_queue() -> None:
    q: deque[bytearray] = deque()
    r: deque[bytearray] = deque()
    fill_queue(q, 90000)
    while len(q) > 3:
        q.popleft()
    print(fill_queue(r, 90000), len(q))
    while len(r) > 3:
        r.pop()
    print(fill_queue(q, 90000), len(r))
    q.clear()
    print(fill_queue(r, 90000), len(q))
    r.clear()


def run_tables() -> None:
    d: dict[int, bytearray] = {}
    e: dict[int, bytearray] = {}
    fill_table(d, 85000)
    for i in range(10, 85000):
        del d[i]
    print(fill_table(e, 85000), len(d))
    e.clear()
    print(fill_table(d, 85000), len(e))
    while len(d) > 10:
        d.popitem()
    print(fill_table(e, 85000), len(d))
    for i in range(85000):
        e.pop(i)
    print(fill_table(d, 85000), len(e))


def main() -> None:
    run_popped()
    run_queue()
    run_tables()


if __name__ == "__main__":
    main()
