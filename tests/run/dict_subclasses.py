"""Counter, defaultdict and OrderedDict where a dict is taken: copies, update, operators, comparisons."""

from collections import Counter, defaultdict, OrderedDict, deque


def main() -> None:
    dd: defaultdict[str, int] = defaultdict(int)
    dd["ab"] += 2
    c = Counter("hello")
    od: OrderedDict[str, int] = OrderedDict()
    od["xy"] = 1
    print(dict(od))
    print(dict(c))
    d2: dict[str, int] = {}
    d2.update(dd)
    d2.update(c)
    d2.update(od)
    print(d2)
    d2 |= c
    print(d2 | dd)
    print({**dd, **c, **od})
    print(dict(dd))
    print(list(dd), sorted(c), set(od), tuple(dd), len(c))
    print(deque(c), list(map(len, dd)), frozenset(dd))
    print(dd == {"ab": 2}, c == Counter("olleh"), {"ab": 2} == dd)
    e: dict[str, int] = dict(dd, z=1)
    print(e)
    print(e | od, od | e, dd | e, type(od | e).__name__, c | Counter("z"), e | c)
    f: dict[str, int] = {"k": 1}
    f |= od
    print(f)
    g: OrderedDict[str, int] = OrderedDict([("m", 2)])
    g |= f
    g.move_to_end("m")
    print(g)


if __name__ == "__main__":
    main()
