"""`type(x) is C` is exact, for unions too."""


class A:
    pass


class B(A):
    pass


def f(x: A | int | str | None) -> str:
    return f"{type(x) is A} {type(x) is B} {type(x) is int} {type(x) is str}"


def g(x: A | None) -> str:
    return f"{type(x) is A} {type(x) is B}"


def h(x: list[int] | dict[str, int] | A) -> bool:
    return type(x) is list


def main() -> None:
    vs: list[A | int | str | None] = [A(), B(), 3, "s", None]
    for v in vs:
        print(f(v))
    print(g(A()), g(B()), g(None), h([1]), h({}), h(B()))


if __name__ == "__main__":
    main()
