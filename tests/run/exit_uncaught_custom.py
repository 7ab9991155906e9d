# exit: 1
"""An own exception from deep inside ends the program with 1, also when it was raised while handling another."""


class Failure(Exception):
    pass


def inner(n: int) -> int:
    if n == 0:
        raise Failure("the bottom")
    return inner(n - 1) + 1


def main() -> int:
    try:
        print(inner(5))
    except Failure as e:
        print("caught", e)
        raise ValueError("second") from e
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
