from typing import Any


def f(x: Any) -> list[int]:
    return x
