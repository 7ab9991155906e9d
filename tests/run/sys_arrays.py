"""Arrays and spans: every bound of a slice, items at the edges, arrays in arrays, as fields, parameters and results."""

from rumpk import Array, Span, static_assert, sizeof, u8, u16, u32, w8

static_assert(sizeof(Array[u16, 8]) == 16 and sizeof(u32) == 4, "sizes")
GRID: Array[Array[u8, 3], 2] = Array[Array[u8, 3], 2]()
NAMES: Array[str, 2] = Array[str, 2](("a", "b"))


class Owner:
    def __init__(self, first: int) -> None:
        self.cells: Array[u32, 4] = Array[u32, 4]()
        self.table: Array[int, 3] = Array[int, 3]((first, 2, 3))
        self.maybe: Array[Owner | None, 2] = Array[Owner | None, 2]()


def fill(a: Array[int, 3]) -> None:
    for i in range(len(a)):
        a[i] = i * i


def made(x: u8) -> Array[u8, 2]:
    out = Array[u8, 2]()
    out[1] = x
    return out


def slices(s: Span[u8]) -> None:
    for a in (None, -9, -4, -1, 0, 1, 3, 4, 9):
        for b in (None, -9, -4, -1, 0, 1, 3, 4, 9):
            t = s[a:b]
            print(len(t), list(t), end=";")
    print()


def faults(x: Array[u8, 4], s: Span[u8], far: int) -> None:
    for index in (far, -far - 1, -far, far - 1):
        for step in range(4):
            try:
                if step == 0:
                    print(x[index])
                elif step == 1:
                    print(s[index])
                elif step == 2:
                    x[index] = 9
                else:
                    s[index] = 8
            except IndexError as error:
                print(index, step, error)
    try:
        s.copy_from(s[1:])
    except ValueError as error:
        print(error)
    try:
        print(len(s[::far]))
    except ValueError as error:
        print(error)
    try:
        print(len(Array[u8, 3]([u8(i) for i in range(far)])))
    except ValueError as error:
        print(error)
    try:
        print(len(Array[u8, 5]([u8(i) for i in range(far)])))
    except ValueError as error:
        print(error)
    try:
        x[0] = u8(300 + far)
    except OverflowError as error:
        print(error)
    x[1] = 255
    try:
        x[1] += 1
    except OverflowError as error:
        print(error, x[1])


def main() -> None:
    x = Array[u8, 4]((1, 2, 3, 4))
    slices(x)
    faults(x, x, len(x))
    s: Span[u8] = x
    s[1:].copy_from(s[:-1])
    print(list(s), bytes(s), 4 in s, 9 in x, sum(int(i) for i in s), max(x))
    s.fill(7)
    x.fill(6)
    print(list(x), list(x[1:3]), x[1:3][0], x[-1], len(x[1:][1:]))
    GRID[1][2] = 5
    row = GRID[1]
    row[0] = 4
    print([list(r) for r in GRID], NAMES[1], "b" in NAMES[0:2])
    one, two = Owner(1), Owner(9)
    one.cells[1] = 3
    one.maybe[0] = two
    fill(two.table)
    print(list(one.cells), list(two.cells), list(one.table), list(two.table), one.maybe[1] is None)
    kept: list[Span[u8]] = []
    for i in range(3):
        kept.append(made(u8(i))[:])
    print([k[1] for k in kept])
    counts: list[int] = []
    for i in range(3):
        fresh = Array[int, 2]()
        fresh[0] += i
        counts.append(fresh[0] + fresh[1])
    print(counts, list(Array[w8, 2]([w8(300), w8(7)])), [bool(b) for b in Array[bool, 2]()])


if __name__ == "__main__":
    main()
