"""`_` is bound to whatever nobody looks at, of any type; where it is read, it is a variable like others."""


def main() -> None:
    for _ in range(2):
        print("x")
    name, _ = "a b".split()
    first, *_ = [1, 2, 3]
    _, rest = (1.5, "q")
    for i, (_, w) in enumerate([(1, 2.5)]):
        print(i, w)
    with open_it() as _:
        pass
    print(name, first, rest, [0 for _ in range(3)])
    match (1, "a"):
        case (_, s):
            print(s, counted())


class open_it:
    def __enter__(self) -> "open_it":
        return self

    def __exit__(self, kind: object | None, error: BaseException | None, trace: object | None) -> None:
        print("closed")


def counted() -> int:
    _ = 5
    for _ in range(3):
        pass
    return _


if __name__ == "__main__":
    main()
