"""`type(x).__name__` of values that are one of several types."""


class A:
    pass


class B(A):
    pass


def name(v: int | float | bool | str | None | list[int] | A) -> str:
    return type(v).__name__


def main() -> None:
    values: list[int | float | bool | str] = [1, 2.5, True, "x"]
    print([type(v).__name__ for v in values])
    print(name(1), name(None), name(True), name([1]), name(A()), name(B()), name("s"), name(1.5))
    o: A | None = B()
    print(type(o).__name__)
    o = None
    print(type(o).__name__)
    p: int | None = int("4")
    print(type(p).__name__)
    t: tuple[int, str] = (1, "a")
    print(type(t).__name__, type(range(3)).__name__, type({}).__name__ if False else "", type(b"").__name__)
    xs: list[object] = ["a", A(), [1]]
    print([type(x).__name__ for x in xs])


if __name__ == "__main__":
    main()
