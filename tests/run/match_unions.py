"""Patterns against values of several types: sequences, None, True and False, numbers of other types."""


def sequence(x: int | list[int]) -> str:
    match x:
        case []:
            return "empty"
        case [first, *rest]:
            return f"{first} and {len(rest)}"
        case 1:
            return "one"
        case _:
            return "another number"


def optional(x: list[int] | None) -> str:
    match x:
        case [] | [0]:
            return "nothing in it"
        case None:
            return "none"
        case [a, b]:
            return f"{a} {b}"
        case _:
            return "long"


def any_length(x: tuple[int, ...] | None) -> str:
    match x:
        case ():
            return "empty"
        case (1, *rest):
            rest.append(5)
            return f"{rest} of {x}"
        case [*_, 9]:
            return "nine at the end"
        case None:
            return "none"
        case _:
            return "no"


def pair(x: list[int] | tuple[int, int] | None) -> int:
    match x:
        case list():
            return len(x)
        case (a, b):
            return a * b
        case None:
            return -1
    return 0


def truth(x: int | bool | None) -> str:
    match x:
        case True:
            return "true"
        case 1:
            return "one"
        case False:
            return "false"
        case None:
            return "none"
        case _:
            return "number"


def three(x: bool | None) -> int:
    match x:
        case True:
            return 1
        case False:
            return 2
        case None:
            return 3


def number(x: float | str) -> str:
    match x:
        case 1:
            return "one"
        case "1":
            return "text"
        case _:
            return "neither"


def kind(x: bool | str) -> str:
    return "int" if isinstance(x, int) else "str"


def main() -> int:
    nothing: list[int] = []
    print(sequence(nothing), sequence([4, 5, 6]), sequence(1), sequence(2), sep=", ")
    print(optional(nothing), optional([0]), optional(None), optional([1, 2]), optional([1, 2, 3]), sep=", ")
    print(any_length(()), any_length((1, 2)), any_length((3, 9)), any_length(None), any_length((3,)), sep=", ")
    print(pair([1, 2, 3]), pair((4, 5)), pair(None))
    print(truth(True), truth(1), truth(False), truth(None), truth(0))
    print(three(True), three(False), three(None))
    print(number(1.0), number("1"), number(1.5))
    print(kind(True), kind("a"))
    return 0
