"""Builtins that take numbers, of values that are one of several kinds of number."""


def several(x: int | float | str) -> None:
    print(float(x), int(x))


def numbers(x: int | float | bool) -> None:
    print(float(x), int(x), abs(x), round(x), round(x, 1), round(x, None), -x, x + 1, x > 0)


def main() -> None:
    several(3)
    several("7")
    several(2.75)
    for x in (-3, -2.5, True, 7.25, 1 << 40):
        numbers(x)
    print(sum(float(v) for v in [1, 2.5, True]), max(abs(v) for v in (-2, 1.5)))
    print(round(True), round(False, 2), abs(True))


if __name__ == "__main__":
    main()
