"""range: every sign of step, lengths, membership, use as a value."""


def main() -> None:
    for r in (range(0), range(5), range(2, 5), range(5, 2), range(0, 10, 3), range(10, 0, -3), range(5, 5, -1)):
        print(r, len(r), list(r), sum(r), list(reversed(r)))
    r = range(3, 20, 4)
    print(r[0], r[1], r[-1], 7 in r, 8 in r)
    print(19 in r, 23 in r, r == range(3, 20, 4), range(0) == range(2, 2), r.index(11))
    print(r.start, r.stop, r.step, r[1:3], bool(range(0)), bool(r), min(r), max(r), list(range(3))[::-1])
    try:
        print(list(range(0, 5, 0)))
    except ValueError as e:
        print(e)
    try:
        print(r[5])
    except IndexError as e:
        print(e)
    n = 4
    for i in range(n):
        n -= 1
        print(i, n, end=";")
    print()
    last = -1
    for i in range(9223372036854775800, 9223372036854775807, 3):
        last = i
    print(last, len(range(9223372036854775800, 9223372036854775807, 3)))
    for i in range(10, 0, -4):
        print(i, end=" ")
    print()
    total = 0
    for i in range(1000):
        for j in range(i, i + 2):
            total += j
    print(total)


if __name__ == "__main__":
    raise SystemExit(main())
