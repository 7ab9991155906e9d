from typing import Callable


def show(f: Callable[[int], int]) -> str:
    return f"{f}"
