from collections.abc import Callable


def later() -> Callable[[], int]:
    get: Callable[[], int] = lambda: n
    n = 3
    return get
