# apart: where a member goes is followed through all of a program that shows few exceptions
"""Members of an IntEnum that are looked up among numbers, in a program that shows only exceptions of other lookups."""

from contextlib import suppress
from enum import IntEnum


class Op(IntEnum):
    ADD = 2
    SUB = 3


class Missing(Exception):
    pass


NAMES: dict[int, str] = {Op.ADD: "add", Op.SUB: "sub"}


class Squares(dict[int, int]):
    def __missing__(self, key: int) -> int:
        self[int(key)] = key * key
        return key * key


def name(op: int) -> str:
    try:
        return NAMES[op]
    except KeyError:
        raise Missing("no name") from None


def main() -> None:
    print(NAMES.get(Op.SUB), NAMES.pop(Op.SUB, "?"), Op.SUB in NAMES, name(Op.ADD))
    with suppress(KeyError):
        print(NAMES[Op.SUB])
    try:
        print(name(Op.SUB))
    except Missing as missing:
        print(repr(missing))
    squares = Squares()
    print(squares[Op.SUB], squares[3], squares[2], squares)
    numbers: list[int] = [Op.ADD, 5]
    try:
        numbers.remove(Op.ADD)
        numbers.remove(Op.ADD)
    except ValueError as error:
        print(error)
    try:
        numbers.pop(Op.SUB)
    except IndexError as error:
        print(error)


if __name__ == "__main__":
    main()
