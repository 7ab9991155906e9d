"""Unions of tuples: a literal of the pattern leaves out those in which the item is of another kind."""
from typing import Union

Op = Union[tuple[int, str], tuple[str, str], tuple[str, int], tuple[int, int, int]]


def pair(p: tuple[int, str] | tuple[str, str]) -> str:
    match p:
        case (0, s):
            return "zero " + s
        case (int(n), _):
            return f"int {n}"
        case (a, b):
            return f"{a}/{b}"


def op(p: Op) -> str:
    match p:
        case ("push", int(n)):
            return f"push {n}"
        case ("push", s):
            return f"push text {s}"
        case (1, s):
            return f"one {s}"
        case (1, *rest):
            return f"rest {rest}"
        case (_, "x"):
            return "x last"
        case _:
            return "other"


def main() -> None:
    print(pair((0, "a")), pair((5, "b")), pair(("x", "y")))
    ops: list[Op] = [("push", 3), ("push", "z"), (1, "s"), (1, 2, 3), (2, "x"), ("q", "x"), (4, 4, 4)]
    print([op(o) for o in ops])


if __name__ == "__main__":
    main()
