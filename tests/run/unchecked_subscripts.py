"""Subscripts in `@unchecked` functions: negative ones still count from the end."""

from rumpk import unchecked


@unchecked
def f(items: list[int], names: list[str], data: bytes, i: int) -> int:
    items[i] = items[-1] + items[i - 2] + data[i] + data[-2]
    items[(i := i + 1)] += 5
    names[-2] = names[i] + "x"
    total = 0
    for k in range(len(items)):
        total = total * 3 + items[k]
    for k in range(-1, -len(items) - 1, -1):
        total += items[k] * k
    return total


def main() -> int:
    a = [3, 1, 4, 1, 5, 9, 2, 6]
    n = ["a", "b", "c", "d", "e", "f", "g", "h"]
    print(f(a, n, b"abcdefgh", 3), a, n)
    print(f(a, n, b"abcdefgh", -5), a, n)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
