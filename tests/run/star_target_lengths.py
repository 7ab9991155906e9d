"""Targets with a star where tuples of several lengths are unpacked."""


def part_a() -> None:
    for a, *b in ((1, "x"), (2, "y", "z"), (3,)):
        print(a, b)
    for *init, last in [(1, 2), ("a", 3, 4), (5,)]:
        print(init, last)
    for first, *mid, end in ((1, 2), (1, 2, 3), (1, 2, 3, 4.5)):
        print(first, mid, end, len(mid))


def pick(n: int) -> tuple[int] | tuple[int, str] | tuple[int, str, int]:
    if n == 0:
        return (1,)
    return (1, "a") if n == 1 else (1, "b", 2)


def part_b() -> None:
    for n in range(3):
        head, *rest = pick(n)
        print(head, rest)
        rest.append("q")
        print(rest)
    print([(a, b) for a, *b in ((1, "x"), (2, "y", "z"))])
    rows = [(1, [2]), (3, [4], [5])]
    for k, *lists in rows:
        print(k, lists, sum(map(len, lists)))
    for (a, *b), c in (((1, 2), 3), ((1,), 4)):
        print(a, b, c)


def main() -> None:
    part_a()
    part_b()


if __name__ == "__main__":
    main()
