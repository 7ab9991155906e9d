"""Slices of lists: reading, assigning, deleting; all forms of bounds."""


def main() -> None:
    a = list(range(10))
    print(a[2:5], a[:3], a[7:], a[:], a[-3:], a[:-3], a[5:2], a[100:], a[-100:2])
    print(a[::2], a[1::3], a[::-1], a[8:2:-2], a[-1:-5:-1], a[::100], a[2:9:4])
    b = a[:]
    b[0] = 99
    print(a[0], b[0])
    b[1:3] = [7, 7, 7]
    print(b, len(b))
    b[2:2] = [-1, -2]
    print(b)
    b[:4] = []
    print(b)
    b[len(b):] = [5, 6]
    print(b)
    del b[0]
    del b[-1]
    del b[1:3]
    print(b)
    del b[::2]
    print(b)
    c = list(range(6))
    c[::2] = [10, 20, 30]
    print(c)
    try:
        c[::2] = [1]
    except ValueError as e:
        print(e)
    try:
        print(c[::0])
    except ValueError as e:
        print(e)
    step = -1
    low: int | None = None
    print(c[::step], c[low:2], c[2:low], c[-2:low])
    c[1:1] = c
    print(c)
    c += c[:2]
    print(c, c[1:4][1], c[1:4][::-1])


if __name__ == "__main__":
    raise SystemExit(main())
