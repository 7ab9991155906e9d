"""A recursion whose end is tested before the call raises in that test, and in what it does at its end."""


def follow(items: list[int], at: int) -> int:
    if items[at] < 0:
        return at
    return follow(items, items[at]) + 1


def halve(n: int) -> int:
    if n <= 1:
        return 10 // (n - 1)
    return halve(n - 3) + halve(n // 2)


def main() -> int:
    print(follow([2, -1, 1], 0))
    try:
        follow([1, 2, 3], 0)
    except IndexError as error:
        print(error)
    return halve(12)


if __name__ == "__main__":
    raise SystemExit(main())
