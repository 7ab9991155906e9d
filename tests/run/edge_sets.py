"""set and frozenset: algebra, subset order, mixed number keys, updates in place, frozen keys, messages."""


def main() -> None:
    a, b, empty = {1, 2, 3, 4}, frozenset([3, 4, 5]), set[int]()
    print(sorted(a | b), sorted(a & b), sorted(a - b), sorted(a ^ b), sorted(b - a), type(a | b).__name__, type(b | a).__name__)
    print(a <= a, a < a, {1} < a, a >= {2, 3}, empty <= empty, empty < a, a.isdisjoint({9}), a == frozenset(a), {1, 2} != {2, 1}, a.issuperset([1, 2]), {1}.issubset(range(3)))
    print(sorted(a.union([7], (8,), {9: 0})), sorted(a.intersection(range(2, 9), [3, 2])), sorted(a.difference([1], [2])), sorted(a.symmetric_difference([1, 10])))
    a |= {10}
    a -= {1, 99}
    a &= {2, 3, 10, 11}
    a ^= {3, 7}
    print(sorted(a), len(a))
    a.update([1], [2] if not a else [5])
    a.difference_update({1}, [2])
    a.intersection_update([5, 7, 10, 12])
    a.symmetric_difference_update([5, 6])
    print(sorted(a), a.pop() in {6, 7, 10}, len(a))
    a.discard(1000)
    a.add(7)
    a.add(7)
    print({1, 1.0, True, 2} == {1, 2}, len({0, False, 0.0}), {"a", "A"} == set("aA"), (1, 2) in {(1, 2)}, frozenset([1]) in {frozenset([1]), frozenset([2])})
    groups: dict[frozenset[str], list[str]] = {}
    for word in "tea eat ate tan nat bat".split():
        groups.setdefault(frozenset(word), []).append(word)
    print(list(groups.values()), set[int]() == frozenset[int]())
    try:
        a.remove(1234)
    except KeyError as error:
        print("KeyError", error)
    try:
        set[int]().pop()
    except KeyError as error:
        print(error)
    try:
        for n in a:
            a.add(n + 100)
    except RuntimeError as error:
        print(error)
    c = a.copy()
    c.clear()
    print(c, frozenset[int](), {5}, frozenset({5}), set("x"), bool(c), {x % 3 for x in range(10)} == {0, 1, 2}, sum({1, 2, 3}), max({4, 9, 2}), sorted({"b", "a"}, reverse=True))
    powers = [frozenset(x for x in range(3) if m >> x & 1) for m in range(8)]
    print(sum(p < q for p in powers for q in powers), sum(p <= q for p in powers for q in powers), len(set(powers)), sum(not (p <= q or q <= p) for p in powers for q in powers))
