"""Memory that is allocated and dropped, again and again, beside what stays: the collector must find the difference."""

from dataclasses import dataclass


class Node:
    def __init__(self, left: "Node | None", right: "Node | None") -> None:
        self.left = left
        self.right = right


def make(depth: int) -> Node:
    if depth == 0:
        return Node(None, None)
    return Node(make(depth - 1), make(depth - 1))


def count(node: Node | None) -> int:
    return 0 if node is None else 1 + count(node.left) + count(node.right)


class Ring:
    """Knows its neighbours, so every ring is a cycle."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.before: Ring = self
        self.after: Ring = self

    def insert(self, name: str) -> None:
        new = Ring(name)
        new.before, new.after = self, self.after
        self.after.before = new
        self.after = new


def ring_of(size: int, tag: str) -> Ring:
    ring = Ring(tag)
    for i in range(size):
        ring.insert(f"{tag}{i}")
    return ring


def names(ring: Ring) -> str:
    out = [ring.name]
    at = ring.after
    while at is not ring:
        out.append(at.name)
        at = at.after
    return " ".join(out)


@dataclass
class Record:
    key: str
    values: list[float]
    owner: "Record | None" = None


class Chain:
    def __init__(self, value: int, below: "Chain | None") -> None:
        self.value = value
        self.below = below


def deep(length: int) -> int:
    """A linked list that no recursion could follow, while other things come and go."""
    chain: Chain | None = None
    for i in range(length):
        chain = Chain(i, chain)
        if i % 1000 == 0:
            make(6)
    total = 0
    while chain is not None:
        total += chain.value
        chain = chain.below
    return total


def fragments(rounds: int) -> int:
    """Every second block is dropped; larger ones must find a place nevertheless."""
    kept: list[bytes] = []
    for i in range(rounds):
        block = bytes([i % 251]) * (16 + i % 90)
        if i % 2 == 0:
            kept.append(block)
        if len(kept) > 3000:
            kept = kept[1::2]
    total = sum([len(b) for b in kept])
    large = [bytearray(5000 + 100 * i) for i in range(40)]
    for i in range(40):
        large[i][i] = i
    return total + sum([sum(b) for b in large]) + sum([b[0] for b in kept])


def tables(rounds: int) -> str:
    table: dict[str, Record] = {}
    seen: set[tuple[int, str]] = set()
    last: Record | None = None
    for i in range(rounds):
        record = Record(f"r{i % 700}", [float(i), i / 2], last if i % 5 else None)
        last = record
        table[record.key] = record
        if i % 3 == 0 and f"r{i % 350}" in table:
            del table[f"r{i % 350}"]
        seen.add((i % 400, f"s{i % 1000}"))
    depth, at = 0, last
    while at is not None:
        depth += 1
        at = at.owner
    return f"{len(table)} {len(seen)} {depth} {sum([r.values[1] for r in table.values()])}"


def text(rounds: int) -> str:
    out = ""
    parts: list[str] = []
    for i in range(rounds):
        out = (out + str(i))[-50:]
        parts.append(out.upper() + "é")
        if len(parts) > 100:
            parts = sorted(parts)[:50]
    return out + parts[0] + parts[-1]


def failures(rounds: int) -> str:
    """Exceptions hold what they need while others are raised."""
    texts: list[str] = []
    for i in range(rounds):
        try:
            try:
                [1, 2, 3][i]
            except IndexError as first:
                make(4)
                raise ValueError(f"{first} at {i}") from first
        except ValueError as second:
            make(4)
            texts.append(f"{second} / {second.__cause__}")
    return f"{len(texts)} {texts[0]} {texts[-1]}"


GLOBAL: list[list[str]] = [["a"], ["b"]]
TABLE: dict[str, list[int]] = {"x": [1]}


def globals_hold(rounds: int) -> str:
    for i in range(rounds):
        GLOBAL[i % 2] = [str(i)] + GLOBAL[i % 2][:5]
        TABLE[f"k{i % 20}"] = [i] * (i % 7)
    return f"{GLOBAL} {sorted(TABLE.items())}"


def main() -> None:
    keep = make(10)
    rings = [ring_of(i, f"q{i}.") for i in range(8)]
    for i in range(400):
        make(8)
        rings[i % 8] = ring_of(i % 9, f"n{i}.")
    print(count(keep), "|".join([names(r) for r in rings]))
    print(deep(30000), fragments(20000))
    print(tables(6000))
    print(text(3000))
    print(failures(300))
    print(globals_hold(500))
    print(count(keep))


if __name__ == "__main__":
    main()
