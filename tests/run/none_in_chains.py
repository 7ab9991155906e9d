"""`is None` at the end of a chain of comparisons, of what is never None."""


def show(x: int) -> int:
    print("show", x)
    return x


def main() -> None:
    xs = [1]
    t = (1, 2)
    print(1 in xs is not None, 2 in xs is not None, 1 in xs is None)
    print(1 < show(2) is not None, 0 == show(0) is None)
    print(1 in t is not None, t == t is None)


if __name__ == "__main__":
    main()
