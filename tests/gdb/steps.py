"""What the gdb test stops in: a loop with a local, called through two functions."""


def triangle(n: int) -> int:
    total = 0
    for i in range(n):
        total += i + 1
    return total


def work(n: int) -> int:
    result = triangle(n)
    print(result)
    return result


def main() -> int:
    return work(5) - 15


if __name__ == "__main__":
    raise SystemExit(main())
