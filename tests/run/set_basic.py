"""Sets.  Their order is open, so everything is sorted before it is printed."""


def main() -> None:
    a = {3, 1, 2, 3}
    b: set[int] = set()
    print(sorted(a), len(a), len(b), 2 in a, 9 in a, 9 not in a)
    b.add(2)
    b.add(5)
    b.add(2)
    print(sorted(b), sorted(a | b), sorted(a & b), sorted(a - b), sorted(a ^ b))
    print(a == {1, 2, 3}, a != b, {1} < a, {1, 2} <= a, a >= {1, 2, 3}, a > {1}, a.isdisjoint({7}), {1}.issubset(a))
    a.discard(1)
    a.discard(100)
    a.remove(2)
    print(sorted(a), sorted(a.union([8, 9])), sorted({1, 2, 3}.intersection([2, 3, 4])), sorted({1, 2}.difference([2])))
    try:
        a.remove(100)
    except KeyError as e:
        print("KeyError:", e)
    b.update([1, 2, 3, 3])
    b |= {10}
    b -= {1}
    print(sorted(b), sum(b), max(b), {7}.pop(), sorted({n % 3 for n in range(10)}), sorted(set("hello")))
    try:
        set[int]().pop()
    except KeyError as e:
        print("KeyError:", e)
    words = set("the cat and the dog".split())
    print(sorted(words), len(words), bool(words), bool(set[int]()), set[int](), {5}, {"x"})
    copy = words.copy()
    copy.clear()
    print(len(words), len(copy))
    unique: list[int] = []
    seen: set[int] = set()
    for n in [3, 1, 3, 2, 1]:
        if n not in seen:
            seen.add(n)
            unique.append(n)
    print(unique)
    frozen = frozenset([1, 2, 2])
    table = {frozen: "ok", frozenset([3]): "three"}
    print(sorted(frozen), table[frozenset([2, 1])], len(table), (1, 2) in {(1, 2), (3, 4)})


if __name__ == "__main__":
    raise SystemExit(main())
