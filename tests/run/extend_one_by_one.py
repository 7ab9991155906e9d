"""What `extend` and `update` take from something lazy goes in item by item: the next one may look at the last."""
from collections import deque
from collections.abc import Iterator


def doubled(xs: list[int]) -> Iterator[int]:
    for i in range(3):
        yield xs[-1] * 2 + i


def bad(n: int) -> int:
    if n == 2:
        raise ValueError("two")
    return n


def main() -> None:
    words = ["a", "b"]
    words.extend(",".join(words) for _ in range(2))
    print(words)
    xs = [1]
    xs.extend(doubled(xs))
    print(xs)
    xs += (len(xs) + i for i in range(2))
    print(xs)
    xs.extend(map(lambda n: n + len(xs), [1, 2]))
    print(xs)
    try:
        xs.extend(bad(i) for i in range(4))
    except ValueError as e:
        print(e, xs)
    try:
        xs.extend([bad(i) for i in range(4)])
    except ValueError as e:
        print(e, xs)
    d = deque([1, 2])
    d.extend(len(d) for _ in range(3))
    d.extendleft(len(d) + i for i in range(2))
    print(d)
    s = {1}
    s.update(len(s) * 10 for _ in range(3))
    print(sorted(s))
    s.difference_update(x for x in [1, 10] if len(s) > 2)
    print(sorted(s))
    s |= {x for x in range(2)}
    print(sorted(s))
    opt: list[int | None] = []
    opt.extend(None if i % 2 else i for i in range(4))
    opt.extend(filter(None, [0, 5]))
    opt.extend(iter([7]))
    print(opt)
    rows: list[list[int]] = []
    rows.extend([] for _ in range(2))
    rows.extend(zip_lists([1], [2]))
    rows[0].append(9)
    print(rows)
    total: list[float] = [0.5]
    total.extend(x / 2 for x in reversed(range(3)))
    print(total)


def zip_lists(a: list[int], b: list[int]) -> Iterator[list[int]]:
    for x, y in zip(a, b):
        yield [x, y]
