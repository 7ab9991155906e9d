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
    mutated()


def mutated() -> None:
    """A walk notices items that came and went, even where their number is the same again."""
    for change in ("append", "popleft", "rotate", "full", "assign", "clear"):
        d = deque([1, 2, 3], 3) if change == "full" else deque([1, 2, 3])
        try:
            for x in d:
                print(change, x, end=" ")
                if change in ("append", "full"):
                    d.append(x)
                elif change == "popleft":
                    d.popleft()
                elif change == "rotate":
                    d.rotate()
                elif change == "clear":
                    d.clear()
                else:
                    d[0] = 7
        except RuntimeError as error:
            print(error, end=" ")
        print(d)


if __name__ == "__main__":
    raise SystemExit(main())
