"""range as a value: arithmetic of its ends, membership, equality, hashing, reversal, indexing and errors."""


def show(r: range) -> None:
    print(r, len(r), list(r)[:4], r.start, r.stop, r.step, bool(r), r[0] if r else None, r[-1] if r else None)


def main() -> None:
    for r in (range(5), range(2, 9, 3), range(9, 2, -3), range(0), range(5, 1), range(1, 5, -1), range(-3, 3), range(0, -10, -4),
              range(10 ** 12, 10 ** 12 + 2), range(7, 8, 100)):
        show(r)
        show(r[::-1])
        show(r[1:-1])
    print(range(0, 3, 2) == range(0, 4, 2), range(0) == range(5, 2), range(3) == range(0, 3, 1), range(1) == range(0, 2, 5), range(3) != range(4))
    print(hash(range(0, 3, 2)) == hash(range(0, 4, 2)), len({range(0), range(2, 2), range(1)}))
    big = range(0, 10 ** 15, 7)
    print(7 * 10 ** 9 in big, 10 ** 9 + 1 in big, big.index(700), big.count(5), big.count(49), len(big), -7 in big, 3 in range(9, 0, -3))
    print([*reversed(range(0, 10, 3))], list(reversed(range(0))), sum(range(101)), min(range(5, 0, -2)), max(range(5, 0, -2)))
    for low in range(-2, 3):
        for step in (-2, -1, 1, 2):
            assert list(range(low, 3, step)) == list(reversed(range(low, 3, step)))[::-1]
    for bad in ((0, 5, 0), (1, 2, 0)):
        try:
            print(range(bad[0], bad[1], bad[2]))
        except ValueError as error:
            print(error)
    for index in (3, -4):
        try:
            print(range(3)[index])
        except IndexError as error:
            print(error)
    try:
        range(5).index(9)
    except ValueError as error:
        print(error)
    total = 0
    for i in range(3):
        for i in range(i, 5):
            total += i
    print(total, i, [x for x in range(20) if x in range(3, 18, 5)], tuple(enumerate(range(4, 0, -2), -1)))
