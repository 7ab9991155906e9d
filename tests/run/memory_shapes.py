"""Deep, wide and circular structures, closures, generators and texts while garbage is made: what the collector must keep."""

from collections import deque
from collections.abc import Callable, Iterator


class Link:
    def __init__(self, value: int, following: "Link | None") -> None:
        self.value = value
        self.following = following
        self.back: Link | None = None


class Tree:
    def __init__(self, name: str) -> None:
        self.name = name
        self.below: dict[str, Tree] = {}
        self.up: Tree | None = None

    def add(self, path: str) -> None:
        at = self
        for part in path.split("/"):
            found = at.below.get(part)
            if found is None:
                found = Tree(part + "")
                found.up = at
                at.below[part] = found
            at = found

    def walk(self) -> Iterator[str]:
        yield self.name
        for name in sorted(self.below):
            yield from self.below[name].walk()

    def total(self) -> int:
        if not self.below:
            return 1
        return 1 + sum(t.total() for t in self.below.values())


def chain(n: int) -> Link:
    first = Link(0, None)
    last = first
    for i in range(1, n):
        made = Link(i, None)
        last.following = made
        made.back = last
        last = made
    last.following = first
    return first


def length(link: Link) -> int:
    count, at = 1, link.following
    while at is not None and at is not link:
        count += 1
        at = at.following
    return count


def counter(start: int) -> Callable[[int], int]:
    total = start
    kept = [start] * 3

    def add(n: int) -> int:
        nonlocal total
        total += n + kept[0]
        kept.append(n)
        kept.pop(0)
        return total

    return add


def numbers(n: int) -> Iterator[list[int]]:
    for i in range(n):
        held = [i] * (i % 5 + 1)
        yield held
        held.append(i)


def swapped(rows: list[list[str]], n: int) -> str:
    for i in range(n):
        for j in range(n):
            rows[i][j], rows[j][i] = rows[j][i], rows[i][j] + str(i)
            rows[i], rows[j] = rows[j], rows[i]
    return "|".join(",".join(row) for row in rows)


def depth(n: int) -> list[str]:
    if n == 0:
        return ["end" + str(n)]
    held = "level" + str(n)
    out = depth(n - 1)
    out.append(held)
    return out


def main() -> int:
    print(length(chain(300)))
    root = Tree("root")
    for i in range(60):
        root.add(f"a{i % 7}/b{i % 5}/c{i % 3}/{i}")
    print(root.total(), len("".join(root.walk())))
    adders = [counter(i) for i in range(20)]
    print(sum(add(i) for i, add in enumerate(adders)), [add(2) for add in adders][:5])
    gens = [numbers(i) for i in range(12)]
    seen = 0
    while gens:
        gens = [g for g in gens if next(g, None) is not None]
        seen += len(gens)
    print(seen)
    print(len(swapped([[chr(97 + i + j) for j in range(6)] for i in range(6)], 6)))
    print(len(depth(60)), depth(3))
    queue: deque[tuple[int, str]] = deque()
    for i in range(150):
        queue.append((i, "x" * (i % 9)))
        if len(queue) > 10:
            queue.popleft()
    print(sum(n + len(s) for n, s in queue))
    big = [0] * 3000
    parts = [bytes([i]) * 40 for i in range(50)]
    joined = b"".join(parts)
    print(len(big), len(joined), sum(joined[::40]))
    memo: dict[tuple[int, str], list[set[int]]] = {}
    for i in range(120):
        memo.setdefault((i % 11, str(i % 3)), []).append({i, i + 1, i % 4})
    print(sorted((k, len(v), sum(map(sum, v))) for k, v in memo.items())[:4])
    caught = 0
    for i in range(20):
        try:
            if i % 3 == 0:
                raise KeyError(f"k{i}")
            depth(i)
        except KeyError as e:
            caught += len(str(e))
    print(caught)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
