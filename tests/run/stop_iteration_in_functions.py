"""StopIteration raised by what `map`, `filter` and generator expressions call."""


def stop3(x: int) -> int:
    if x == 3:
        raise StopIteration
    return x * 10


def even(x: int) -> bool:
    if x > 4:
        raise StopIteration("no")
    return x % 2 == 0


class It:
    def __init__(self) -> None:
        self.n = 0

    def __iter__(self) -> "It":
        return self

    def __next__(self) -> int:
        self.n += 1
        if self.n > 5:
            raise StopIteration
        return self.n


def main() -> None:
    for v in map(stop3, [1, 2, 3, 4]):
        print(v)
    else:
        print("else")
    print(
        list(map(stop3, range(10))),
        sum(map(stop3, It())),
        [x for x in filter(even, range(10))],
        list(filter(even, It())),
    )
    print(max(map(lambda a, b: stop3(a) + b, [1, 2, 3], [5, 6, 7])))
    it = iter([5, 6, 7, 8])
    print(list(map(lambda _: next(it), range(10))))
    m = map(stop3, [2, 3, 4])
    print(next(m), next(m, None), next(m, None))
    f = filter(even, [1, 2, 6, 4])
    print(list(f), list(f))
    print(list(zip(map(stop3, [1, 2, 3]), "abcdef")), dict(map(lambda p: (stop3(p), p), [1, 2, 3, 4])))
    print(list(filter(None, [0, 1, 2])), list(map(str, [1, 2])))
    for i, v in enumerate(map(stop3, (1, 3, 5))):
        print(i, v)
    print(
        sorted(map(stop3, [2, 1, 3, 0])), ",".join(map(lambda x: str(stop3(x)), [1, 2, 3])), any(map(stop3, [0, 3, 1]))
    )


if __name__ == "__main__":
    main()
