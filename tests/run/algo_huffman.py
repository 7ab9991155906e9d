"""Huffman codes: tree with a heap, encode to bits, decode back."""
from __future__ import annotations

import heapq
from collections import Counter
from dataclasses import dataclass


@dataclass
class Leaf:
    symbol: str


@dataclass
class Fork:
    zero: Leaf | Fork
    one: Leaf | Fork


Tree = Leaf | Fork


class Entry:
    def __init__(self, weight: int, order: int, tree: Tree) -> None:
        self.weight = weight
        self.order = order
        self.tree = tree

    def __lt__(self, other: Entry) -> bool:
        return (self.weight, self.order) < (other.weight, other.order)


def build(text: str) -> Tree:
    heap = [Entry(n, i, Leaf(symbol)) for i, (symbol, n) in enumerate(sorted(Counter(text).items()))]
    heapq.heapify(heap)
    order = len(heap)
    while len(heap) > 1:
        a, b = heapq.heappop(heap), heapq.heappop(heap)
        heapq.heappush(heap, Entry(a.weight + b.weight, order, Fork(a.tree, b.tree)))
        order += 1
    return heap[0].tree


def codes(tree: Tree, prefix: str = "") -> dict[str, str]:
    match tree:
        case Leaf(symbol):
            return {symbol: prefix or "0"}
        case Fork(zero, one):
            return {**codes(zero, prefix + "0"), **codes(one, prefix + "1")}


def decode(tree: Tree, bits: str) -> str:
    out: list[str] = []
    at = tree
    for bit in bits:
        if isinstance(at, Fork):
            at = at.one if bit == "1" else at.zero
        if isinstance(at, Leaf):
            out.append(at.symbol)
            at = tree
    return "".join(out)


def pack(bits: str) -> bytes:
    padded = bits + "0" * (-len(bits) % 8)
    return bytes(int(padded[i:i + 8], 2) for i in range(0, len(padded), 8))


def main() -> None:
    for text in ("abracadabra", "aaaa", "the quick brown fox jumps over the lazy dog", "mississippi río"):
        tree = build(text)
        table = codes(tree)
        bits = "".join(table[c] for c in text)
        print(len(text) * 8, len(bits), pack(bits).hex())
        print(dict(sorted(table.items(), key=lambda item: (len(item[1]), item[0]))))
        assert decode(tree, bits) == text
