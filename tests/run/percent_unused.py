"""`%` and what stands behind it unused: mappings may, which to CPython are lists, ranges, bytes and more; names of them."""

from collections import deque


class Names:
    def __getitem__(self, key: str) -> int:
        return len(key)


class Squares:
    def __getitem__(self, index: int) -> int:
        return index * index

    def __repr__(self) -> str:
        return "Squares"


def texts() -> list[str]:
    return ["plain", "%%", "%s", "%(a)s", "%(a)s %(a)*d", "100%", "%s %s"]


def by_kind(text: str) -> None:
    numbers, table = [1, 2], {"a": 4}
    try:
        print(text % numbers)
    except (TypeError, ValueError) as error:
        print(error)
    try:
        print(text % table)
    except (TypeError, ValueError) as error:
        print(error)
    try:
        print(text % range(3), text % b"ab", text % bytearray(b"c"))
    except (TypeError, ValueError) as error:
        print(error)
    try:
        print(text % b"ab")
    except (TypeError, ValueError) as error:
        print(error)
    try:
        print(text % bytearray(b"ab"))
    except (TypeError, ValueError) as error:
        print(error)
    try:
        print(text % {1})
    except (TypeError, ValueError) as error:
        print(error)
    try:
        print(text % deque([1]))
    except (TypeError, ValueError) as error:
        print(error)
    try:
        print(text % "text")
    except (TypeError, ValueError) as error:
        print(error)


def either(text: str, value: list[int] | int | dict[str, int]) -> None:
    try:
        print(text % value)
    except (TypeError, ValueError) as error:
        print(error)


def main() -> None:
    xs = [1, 2]
    print("%%" % xs, "plain" % range(3), b"plain" % xs, "text" % bytearray(2), "none" % Names())  # noqa: F507
    for text in texts():
        by_kind(text)
        either(text, xs)
        either(text, 7)
        either(text, {"a": 9})
    print("%(abc)s" % Names())
    for text in ("plain", "%(abcd)d", "%(ab)05d|%(c)s"):
        print(text % Names())
    for text in ("plain", "%s"):
        print(text % Squares())


if __name__ == "__main__":
    main()
