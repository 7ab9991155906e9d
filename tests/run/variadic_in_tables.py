"""Functions of any number of arguments in tables of the module: what calls them there is not they themselves."""

import math
from collections.abc import Callable
from typing import Final


def twice(*items: int) -> int:
    return sum(items) * 2


def joined(*words: str, sep: str = "-") -> str:
    return sep.join(words)


BY_NAME: Final[dict[str, Callable[[float, float], float]]] = {"max": max, "hypot": math.hypot}
OF_TWO: Final[dict[str, Callable[[int, int], int]]] = {"twice": twice, "gcd": math.gcd}
OF_THREE: Final[list[Callable[[int, int, int], int]]] = [twice, max, math.gcd, lambda a, b, c: a - b - c]
WORDS: Final[tuple[Callable[[str, str], str], ...]] = (joined, min)


def main() -> None:
    print({name: f(3.0, 4.0) for name, f in BY_NAME.items()})
    print({name: f(12, 18) for name, f in OF_TWO.items()})
    print([f(4, 6, 8) for f in OF_THREE])
    print([f("b", "a") for f in WORDS])
    print(twice(1, 2, 3), joined("x"), math.hypot(1.0, 2.0, 2.0))


if __name__ == "__main__":
    main()
