"""A bool in containers of several kinds of numbers."""


def main() -> None:
    s: set[int | float] = {1, 2.5}
    b = len(s) == 2
    print(b in s, True in s, 1 in s)
    d: dict[int | float, str] = {1: "a"}
    print(b in d, True in d)
    t: set[int | str] = {1, "x"}
    print(b in t, True in t)
    u: set[float] = {1, 2.5}
    print(b in u)
    held: list[int | float] = [1, 2]
    print(b in held, True in (1, 2.5), False in [0.5, "x"])


if __name__ == "__main__":
    main()
