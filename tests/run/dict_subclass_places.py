"""Objects of subclasses of dict in patterns, formats and sorting."""

from collections import Counter, defaultdict


def show(d: dict[str, int] | int) -> None:
    match d:
        case {"a": x, **rest}:
            print(x, rest)
        case {}:
            print("dict")
        case _:
            print("other")


def lengths(kv: tuple[str, list[int]]) -> tuple[int, str]:
    return (-len(kv[1]), kv[0])


def main() -> None:
    dd: defaultdict[str, list[int]] = defaultdict(list)
    for i, ch in enumerate("abcab"):
        dd[ch].append(i)
    print(dict(dd))
    print(sorted(dd.items(), key=lengths))
    print(sorted(dd.items(), key=lambda kv: (-len(kv[1]), kv[0])))
    c: Counter[str] = Counter("abca")
    show(c)
    show({"b": 1})
    show(3)
    dd2: defaultdict[str, int] = defaultdict(int)
    dd2["a"] += 1
    dd2["q"] += 1
    match dd2:
        case {"z": 1}:
            print("no")
        case {"a": 1, **more}:
            print(more)
    print("%(a)d %(b)s" % c, "%s" % c)
    e = {}
    e.update(c)
    print(e)


if __name__ == "__main__":
    main()
