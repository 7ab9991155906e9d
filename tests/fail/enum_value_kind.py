from enum import Enum


class Name(str, Enum):
    A = 1


def main() -> None:
    print(Name.A)


class Squares(Enum):
    _ignore_ = ["n"]
    n = 2
    FOUR = n * n


print_squares = [s.name for s in Squares]
