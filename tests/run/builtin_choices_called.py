"""One of several functions of CPython, chosen and called where it stands."""


def num(xs: list[int], p: bool) -> int:
    return (min if p else max)(xs) + 1


def conv(x: str, p: bool) -> str:
    return repr((int if p else float)(x))


def flag(xs: list[bool], every: bool) -> bool:
    return (all if every else any)(xs)


def own(a: int, how: str) -> int:
    return (abs if how == "a" else neg if how == "n" else twice)(a)


def neg(a: int) -> int:
    return -a


def twice(a: int) -> int:
    return 2 * a


def main() -> None:
    print(num([1, 2], True), num([1, 2], False))
    print(conv("3", True), conv("3", False), flag([True, False], True), flag([True, False], False))
    print(own(-3, "a"), own(-3, "n"), own(-3, "t"))


if __name__ == "__main__":
    main()
