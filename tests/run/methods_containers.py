"""Every method of list, tuple, dict, set, frozenset, range and deque that CPython has."""
from collections import deque


def of_list(xs: list[int]) -> None:
    xs.append(5)
    xs.extend(range(2))
    xs.insert(1, 9)
    ys: list[int] = xs.copy()
    ys.remove(9)
    ys.reverse()
    print(xs, ys, xs.count(1), xs.index(5), ys.pop(), ys.pop(0), ys)
    ys.sort()
    print(ys, sorted(xs), xs.index(1, 1))
    ys.clear()
    print(ys)
    try:
        ys.pop()
    except IndexError as error:
        print(error)


def of_tuple(pair: tuple[int, int, int], many: tuple[str, ...]) -> None:
    print(pair[1:], many.count("a"), many.index("b"), many[1:], pair + (4,))
    try:
        many.index("z")
    except ValueError as error:
        print(error)


def of_dict(d: dict[str, int]) -> None:
    e: dict[str, int] = d.copy()
    e.update({"c": 3})
    e.update(d=4)
    print(e, list(e.items()), list(e.keys()), list(e.values()), e.get("a"), e.get("z"), e.get("z", 0))
    print(e.pop("c"), e.pop("zz", -1), e.popitem(), e.setdefault("a", 9), e.setdefault("n", 7), e)
    print(dict.fromkeys(["x", "y"], 0), dict.fromkeys("ab", "v"))
    e.clear()
    print(e, d)
    try:
        e.popitem()
    except KeyError as error:
        print(error)
    try:
        e.pop("gone")
    except KeyError as error:
        print(error)


def of_set(s: set[int], other: set[int]) -> None:
    u: set[int] = s.copy()
    u.add(99)
    u.discard(99)
    u.discard(1000)
    print(sorted(s.union(other)), sorted(s.intersection(other)), sorted(s.difference(other)), sorted(s.symmetric_difference(other)))
    print(s.isdisjoint(other), s.issubset(u), u.issuperset(s), sorted(s.union([7], (8,))), s == u)
    u.update([50, 51])
    u.remove(50)
    print(sorted(u))
    u.intersection_update(other)
    print(sorted(u))
    u.difference_update({3})
    print(sorted(u))
    u.symmetric_difference_update({1, 4})
    print(sorted(u))
    one: set[int] = {6}
    print(one.pop(), one, len(one))
    u.clear()
    print(u)
    try:
        u.remove(1)
    except KeyError as error:
        print(error)


def of_frozenset(f: frozenset[str], other: frozenset[str]) -> None:
    print(sorted(f.union(other)), sorted(f.intersection(other)), sorted(f.difference(other)), sorted(f.symmetric_difference(other)))
    print(f.isdisjoint(other), f.issubset(other), f.issuperset(other), f.copy() == f, sorted(f | other), hash(f) == hash(f.copy()))


def of_range(r: range) -> None:
    print(r.start, r.stop, r.step, r.count(4), r.count(5), r.index(6), len(r), r[-1], 4 in r, r[::2])


def of_deque(d: deque[int]) -> None:
    e: deque[int] = d.copy()
    e.append(4)
    e.appendleft(0)
    e.extend([5, 6])
    e.extendleft([-1, -2])
    e.insert(2, 77)
    print(e, e.count(77), e.index(77), e.pop(), e.popleft(), e.maxlen)
    e.remove(77)
    e.rotate(2)
    print(e)
    e.rotate(-1)
    e.reverse()
    print(e, len(e), d)
    e.clear()
    print(e, deque([1, 2, 3, 4], maxlen=3), deque([1], maxlen=3).maxlen)
    try:
        e.popleft()
    except IndexError as error:
        print(error)


def main() -> None:
    of_list([3, 1, 2])
    of_tuple((1, 2, 1), ("a", "b", "a"))
    of_dict({"a": 1, "b": 2})
    of_set({1, 2, 3}, {2, 3, 4})
    of_frozenset(frozenset("abc"), frozenset("bcd"))
    of_range(range(0, 10, 2))
    of_deque(deque([1, 2, 3]))
