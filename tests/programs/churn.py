"""Allocates as many MiB in all as the line of input says, and keeps 1 MiB alive: lists, text, bytes, linked nodes, dicts.

    echo 10240 | rumpkc run tests/programs/churn.py -- -m 64M
"""

MIB = 1 << 20


class Node:
    def __init__(self, value: int, below: "Node | None") -> None:
        self.value = value
        self.below = below


def chain(length: int) -> Node | None:
    """Nodes of 24 bytes."""
    node: Node | None = None
    for i in range(length):
        node = Node(i, node)
    return node


def total(node: Node | None) -> int:
    out = 0
    while node is not None:
        out += node.value
        node = node.below
    return out


def work(number: int) -> int:
    """One round: some 55 KB of garbage."""
    table = {f"key{i}": [i, number] for i in range(40)}
    words = " ".join([str(i * number) for i in range(200)])
    blocks = [bytearray(100 * (i % 30 + 1)) for i in range(16)]
    blocks[number % 16][7] = 1
    return total(chain(600)) + len(words) + len(table) + sum([block[7] for block in blocks])


ROUND_BYTES = 53248                     # measured, not less


def main() -> int:
    rounds = int(input()) * MIB // ROUND_BYTES
    kept = [bytes([i]) * 4000 for i in range(200)]
    keeping = chain(10000)
    out = 0
    for number in range(rounds):
        out = (out * 31 + work(number)) % 1_000_003
        kept[number % 200] = bytes([number % 251]) * (3000 + number % 2000)
    print(rounds, out, total(keeping), sum([block[0] for block in kept[:50]]))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
