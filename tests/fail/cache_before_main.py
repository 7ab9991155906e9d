from functools import cache


@cache
def square(n: int) -> int:
    return n * n


TABLE = [square(n) for n in range(4)]


def main() -> None:
    print(TABLE, square.cache_info())
