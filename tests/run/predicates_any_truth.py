"""What `filter`, `filterfalse`, `takewhile`, `dropwhile` ask may answer a number, text or None for a bool."""
from itertools import dropwhile, filterfalse, takewhile


def odd(n: int) -> int:
    return n % 2


def text(n: int) -> str | None:
    return "x" if n < 3 else None


def main() -> None:
    print(list(filterfalse(lambda x: x % 2, range(6))))
    print(list(filterfalse(odd, [1, 2])), list(filterfalse(None, [0, 1, 2])))
    print(list(takewhile(lambda x: x - 3, range(6))))
    print(list(dropwhile(text, range(6))), list(filter(lambda x: x % 3, range(6))))
    print(list(takewhile(len, ["a", "b", "", "c"])), list(dropwhile(str.strip, [" ", "a", " "])))
    print(list(filterfalse(str.isdigit, "a1b2")), list(filterfalse(text, [1, 5])))


if __name__ == "__main__":
    main()
