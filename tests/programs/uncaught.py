"""Prints, then raises what nobody catches."""


def inner(values: list[int]) -> int:
    return values[3]


def main() -> int:
    print("before")
    return inner([1, 2])


if __name__ == "__main__":
    raise SystemExit(main())
