"""collections.deque: both ends, limits, errors."""

from collections import deque


def main() -> None:
    d: deque[int] = deque()
    for i in range(20):
        d.append(i)
        if i % 3 == 0:
            d.appendleft(-i)
    print(d, len(d), d[0], d[-1], 5 in d)
    while d:
        print(d.popleft(), end=" ")
        if d:
            print(d.pop(), end=" ")
    print()
    e = deque([1, 2, 3], maxlen=3)
    e.append(4)
    print(e, list(e), e == deque([2, 3, 4]))
    e.rotate(1)
    print(e)
    try:
        d.pop()
    except IndexError as x:
        print(x)
    print("".join(reversed("abc")), "-".join(str(i) for i in range(3)), hex(-255), oct(8), bin(5))

if __name__ == "__main__":
    raise SystemExit(main())
