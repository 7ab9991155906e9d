from typing import Final


class Limits:
    MOST: Final = 3


def f() -> None:
    Limits.MOST = 4
