def a(n: int) -> int:
    if n == 0:
        raise ValueError("deep")
    return b(n - 1) + 1


def b(n: int) -> int:
    return a(n) + 1


def f(n: int) -> int:
    if n == 0:
        return a(3)
    return f(n - 1) + 1


def main() -> int:
    return f(20)


if __name__ == "__main__":
    raise SystemExit(main())
