"""tuple[T, ...]: any length, one element type; starred assignment."""


def total(values: tuple[int, ...]) -> int:
    result = 0
    for value in values:
        result += value
    return result


def main() -> None:
    print(total(()), total((1,)), total((1, 2, 3)), total(tuple([4, 5])), total(tuple(range(10))))
    words: tuple[str, ...] = ("a", "b", "c")
    print(words, len(words), words[1], words[-1], words[1:], "b" in words, words + ("d",), words * 2)
    print(words.count("a"), words.index("c"), words == ("a", "b", "c"), words < ("b",))
    n = 1
    print(words[n], words[-n])
    try:
        print(words[n + 2])
    except IndexError as e:
        print(e)
    try:
        print(words.index("x"))
    except ValueError as e:
        print(e)
    first, *rest = [1, 2, 3, 4]
    print(first, rest)
    *front, last = words
    print(front, last)
    a, *middle, z = range(6)
    print(a, middle, z)
    head, *nothing = [7]
    print(head, nothing)
    try:
        one, two, *more = [1]
        print(one, two, more)
    except ValueError as e:
        print(e)
    print([*words, "x"], [*rest, 0, *rest])


if __name__ == "__main__":
    raise SystemExit(main())
