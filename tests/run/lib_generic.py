"""The library's generic code on classes of the program: sorting, keys, nested containers, comprehensions."""


class Node:
    def __init__(self, name: str) -> None:
        self.name = name

    def __repr__(self) -> str:
        return f"Node({self.name})"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Node) and self.name == other.name

    def __hash__(self) -> int:
        return hash(self.name)

    def __lt__(self, other: "Node") -> bool:
        return self.name < other.name


def name_of(n: Node) -> str:
    return n.name


def second(p: tuple[str, int]) -> int:
    return p[1]


def both(p: tuple[str, int]) -> tuple[int, str]:
    return -p[1], p[0]


def main() -> None:
    ns = [Node("b"), Node("a"), Node("c")]
    print(sorted(ns), ns.index(Node("a")), Node("c") in ns, {Node("a"): 1}[Node("a")], len({Node("x"), Node("x")}))
    ns.sort(key=name_of, reverse=True)
    print(ns, max(ns), min(ns, key=name_of))
    t: list[tuple[str, int]] = [("b", 2), ("a", 3), ("a", 1)]
    t.sort()
    print(t, sorted(t, key=second), sorted(t, key=both))
    m: dict[str, list[int]] = {}
    for k, v in t:
        m.setdefault(k, []).append(v)
    print(m, {k: sum(v) for k, v in m.items()}, any(v > 2 for _, v in t), all(v > 0 for _, v in t))
    g = [[0] * 3 for _ in range(2)]
    g[1][2] = 5
    print(g, [row[::-1] for row in g], list(map(str, g[1])), [x for row in g for x in row if x])
    s = "the quick brown fox"
    print({w: len(w) for w in s.split()}, "".join(sorted(s)).strip(), s.title().swapcase())
    print(list(enumerate("ab", 1)), list(zip("ab", [1, 2])), list(reversed([1, 2, 3])), sum([1.5, 2.5]), sum([[1], [2]], []))


if __name__ == "__main__":
    raise SystemExit(main())
