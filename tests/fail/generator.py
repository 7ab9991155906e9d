from typing import Iterator


def f(n: int) -> Iterator[int]:
    yield n
