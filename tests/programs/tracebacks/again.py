class Own(Exception):
    pass


def f(n: int) -> None:
    if n == 0:
        raise ValueError("x")
    f(n - 1)


def g() -> None:
    try:
        f(2)
    except ValueError as e:
        h(e)


def h(e: ValueError) -> None:
    raise e


def again(stored: Own) -> None:
    raise stored


def main() -> int:
    stored = Own("stored")
    for i in range(3):
        try:
            again(stored)
        except Own as e:
            print(i, e)
    try:
        g()
    except ValueError as e:
        try:
            raise e
        except ValueError as e2:
            raise RuntimeError("over") from e2
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
