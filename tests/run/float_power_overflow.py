# exit: 1
"""Powers of floats that are too large: OverflowError has two arguments."""

def attempt(base: float, power: float) -> None:
    try:
        print(base ** power)
    except OverflowError as e:
        print(repr(e), e, e.args, len(e.args))
    except ArithmeticError as e:
        print(repr(e), str(e), e.args)


def main() -> None:
    attempt(10.0, 400.0)
    attempt(-1e200, 3.0)
    attempt(0.0, -1.0)
    attempt(2.0, 3.0)
    print(1e308 ** 2.0)


if __name__ == "__main__":
    main()
