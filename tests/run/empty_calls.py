"""`list()`, `dict()`, `set()` without types, several in one function: each takes its own from its first use."""


def main() -> None:
    a = list()
    b = dict()
    c = set()
    d = list()
    e = {}
    a.append(1)
    b["x"] = 2
    c.add("q")
    d.append("text")
    e[1] = a
    for items in (a, [2]):
        items.append(3)
    print(a, b, c, d, e)


if __name__ == "__main__":
    main()
