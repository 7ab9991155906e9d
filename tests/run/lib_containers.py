"""list, dict, set and range against long rows of random operations."""


def rnd(state: list[int], n: int) -> int:
    state[0] = (state[0] * 1103515245 + 12345) % 2147483648
    return (state[0] // 65536) % n


def opt(state: list[int], n: int) -> int | None:
    k = rnd(state, 2 * n + 3)
    if k == 0:
        return None
    return k - n - 1


def lists() -> None:
    st = [7]
    for trial in range(200):
        n = rnd(st, 12)
        xs = [rnd(st, 10) for _ in range(n)]
        ys = [rnd(st, 10) for _ in range(rnd(st, 5))]
        a = opt(st, n + 2)
        b = opt(st, n + 2)
        c = rnd(st, 7) - 3
        step: int | None = None if c == 0 else c
        print(xs, ys, a, b, step, xs[a:b:step], xs[a:b], xs + ys, xs * 2, xs == ys, xs < ys, xs <= ys, xs > ys,
              sorted(xs), sorted(xs, reverse=True), xs.count(3), 4 in xs)
        zs = xs[:]
        zs[a:b] = ys
        print(zs)
        zs = xs.copy()
        try:
            zs[a:b:step] = ys
            print(zs)
        except ValueError as e:
            print(e)
        zs = xs.copy()
        del zs[a:b:step]
        print(zs)
        try:
            print(zs.pop(rnd(st, 8) - 4), zs)
            print(xs.index(rnd(st, 10), 1, -1))
            zs.remove(rnd(st, 10))
            print(zs)
            zs[rnd(st, 8) - 4] = 99
            print(zs[rnd(st, 8) - 4])
            del zs[rnd(st, 8) - 4]
        except IndexError as e:
            print("IE", e)
        except ValueError as e:
            print("VE", e)
        zs.insert(rnd(st, 8) - 4, 77)
        zs.extend(zs)
        zs.reverse()
        zs += [1]
        zs *= 2
        print(zs)
    big = [rnd(st, 1000) for _ in range(3000)]
    pairs = [(x % 10, i) for i, x in enumerate(big)]
    print(sorted(big)[:50], sum(big))
    pairs.sort()
    print(pairs[:30], pairs[-5:])
    words = [str(x) for x in big[:500]]
    words.sort(key=len)
    print(words[:40], words[-20:])
    words.sort(key=len, reverse=True)
    print(words[:40], words[-20:], sorted(words, key=int)[:20])
    words.sort(reverse=True)
    print(words[:10])
    print(max(words), min(words, key=len), [[1], [2, 3], []], [("a", 1)], [None, 3])


def dicts() -> None:
    st = [99]
    d: dict[str, int] = {}
    for i in range(4000):
        k = "k" + str(rnd(st, 300))
        what = rnd(st, 6)
        if what <= 2:
            d[k] = i
        elif what == 3:
            print(d.pop(k, -1), end=" ")
        elif what == 4:
            print(d.get(k), k in d, d.setdefault(k, 5), end=" ")
        elif k in d:
            del d[k]
    print()
    print(d)
    print(list(d.keys()) == list(d), list(d.items())[:5], list(reversed(d))[:4], len(d))
    e = dict(d)
    e["new"] = 1
    print(d == e, d | {"z": 2} == e, e.popitem(), d == e)
    e.update({"q": 1, "k1": 2})
    e.clear()
    print(e, len(e), bool(e))
    f = {(i, str(i)): [i] for i in range(5)}
    print(f, f[(3, "3")], {1: "a", 2: "b"}.values(), {1: 2}.items(), {"a": {"b": 1}})
    g = {1.5: "x", 2.0: "y"}
    print(g[2.0], {True: 1}[True])
    n: dict[int, int] = {}
    for i in range(5000):
        n[i * 64] = i
    print(sum(n.values()), n[64 * 4999])
    try:
        for k2 in n:
            n[-1] = 0
    except RuntimeError as x:
        print(x)
    while n:
        n.popitem()
    try:
        n.popitem()
    except KeyError as y:
        print(y)


def sets() -> None:
    st = [5]
    for _ in range(150):
        a = {rnd(st, 20) for _ in range(rnd(st, 15))}
        b = {rnd(st, 20) for _ in range(rnd(st, 15))}
        print(sorted(a | b), sorted(a & b), sorted(a - b), sorted(a ^ b), a <= b, a < b, a >= b, a == b,
              a.isdisjoint(b), len(a))
        c = a.copy()
        c.update(b)
        c.discard(3)
        c -= {1, 2}
        c |= {50}
        c &= {50, 4, 5, 6, 7, 8}
        c ^= {4}
        print(sorted(c), 50 in c, sorted(a.union([1, 100])), a.issubset(c))
        try:
            c.remove(50)
            c.remove(50)
        except KeyError as e:
            print(e, repr(e))
    fr = frozenset([1, 2, 3])
    print(len(fr), 2 in fr, fr == frozenset([3, 2, 1]), {fr: 1}[frozenset([2, 3, 1])],
          set("hello") == {"h", "e", "l", "o"}, {5}, set([7]), frozenset([1]))


def main() -> None:
    lists()
    dicts()
    sets()
    r = range(3, 30, 4)
    print(r, len(r), r[2], r[-1], list(r), 7 in r, 8 in r, r.index(11), list(r[1:4]), list(reversed(r)),
          r == range(3, 31, 4), list(range(5, -5, -3)), range(0), r[::2])


if __name__ == "__main__":
    raise SystemExit(main())
