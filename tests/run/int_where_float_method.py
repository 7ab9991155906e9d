# apart: an int where `float` is written makes every `float` of the image take ints
"""`__float__` in a program that gives ints where floats are written."""


class Half:
    def __init__(self, x: float) -> None:
        self.x = x

    def __float__(self) -> float:
        return self.x


def late(v: Half) -> None:
    try:
        print(float(v))
    except TypeError as e:
        print("TypeError", e)


def main() -> None:
    late(Half(2.5))
    late(Half(3))
    print(Half(4.0).__float__())


if __name__ == "__main__":
    main()
