# apart: an int where `float` is written makes every `float` of the image take ints
"""Methods of floats on ints that stand for floats."""


def show(x: float) -> None:
    try:
        print(x.as_integer_ratio(), x.real, x.imag, x.conjugate(), x.is_integer(), x.hex())
    except AttributeError as e:
        print(e)


def main() -> None:
    show(2.0)
    show(3)
    y: float = 4
    try:
        print(y.is_integer())
    except AttributeError as e:
        print(e)


if __name__ == "__main__":
    main()
