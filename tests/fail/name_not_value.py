import math


def f() -> None:
    print(math)
    print(len)
