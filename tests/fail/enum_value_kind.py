from enum import Enum


class Name(str, Enum):
    A = 1


def main() -> None:
    print(Name.A)
