"""`divmod` of numbers of every kind, and of objects: `__divmod__`, `__rdivmod__`, never `//` and `%`."""


class Length:
    def __init__(self, inches: int) -> None:
        self.inches = inches

    def __divmod__(self, other: "Length | int") -> "tuple[int, Length]":
        print("divmod")
        by = other if isinstance(other, int) else other.inches
        return self.inches // by, Length(self.inches % by)

    def __rdivmod__(self, other: int) -> tuple[int, int]:
        print("rdivmod")
        return divmod(other, self.inches)

    def __floordiv__(self, other: "Length") -> int:
        return -1

    def __mod__(self, other: "Length") -> int:
        return -1

    def __repr__(self) -> str:
        return f'{self.inches}"'


def attempt(a: float, b: float) -> None:
    try:
        print(divmod(a, b))
    except ZeroDivisionError as error:
        print(type(error).__name__, error)


def main() -> None:
    long, foot = Length(77), Length(12)
    print(divmod(long, foot), divmod(long, 10), divmod(100, foot), long // foot, long % foot)
    print(divmod(True, 2), divmod(7.5, 2), divmod(-7, 2.0), divmod(False, 1.5), divmod(-7, 2), divmod(7, -2))
    attempt(1.0, 0.0)
    attempt(-0.0, 3.0)
    attempt(-1e-20, 3.0)
    try:
        print(divmod(1, len("")))
    except ZeroDivisionError as error:
        print(error)
    several: list[int | float] = [7, 2.5]
    for x in several:
        print(divmod(x, 2))


if __name__ == "__main__":
    main()
