"""Objects with `__index__` as bounds of slices and ranges: they are asked when all are there, the step of a slice first."""


class At:
    def __init__(self, n: int) -> None:
        print("made", n)
        self.n = n

    def __index__(self) -> int:
        print("asked", self.n)
        return self.n


class Wrong:
    def __index__(self) -> int:
        raise ValueError("asked")


def made(n: int) -> int:
    print("int", n)
    return n


def main() -> None:
    xs = [1, 2, 3, 4, 5]
    print(xs[At(0) : At(2)], xs[At(1) :], xs[: At(2)], xs[:: At(2)], xs[At(4) : At(0) : At(-1)])
    print("text"[At(1) : made(3)], b"bytes"[made(1) : At(3) : made(1)], (1, 2, 3)[At(0) : At(2)])
    print(list(range(At(0), At(2))), list(range(At(2))), [i for i in range(At(5), At(0), At(-2))])
    for i in range(At(1), made(3)):
        print(i)
    kept = range(At(0), At(6), At(3))
    print(kept, list(reversed(range(At(0), At(2)))), 3 in range(made(0), At(5)))
    xs[At(0) : At(2)] = [9]
    print(xs)
    del xs[At(0) : At(4) : At(2)]
    print(xs, xs[At(0)])
    xs[made(1) : made(2)] += [7]
    print(xs)
    try:
        print(xs[Wrong() : At(1)])
    except ValueError as error:
        print(error)
    try:
        print(range(Wrong(), made(3)))
    except ValueError as error:
        print(error)
    print(xs[True:], xs[False:True], range(True, 3))


if __name__ == "__main__":
    main()
