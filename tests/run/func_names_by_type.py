# apart: functions are asked for their names, and objects for what becomes one, in all of the image
from collections.abc import Callable


def a(n: int) -> int:
    return n


def b(n: int) -> int:
    return n


def c(s: str, n: int = 1) -> str:
    return s * n


def make(k: int) -> Callable[[int], int]:
    def inner(n: int) -> int:
        return n + k
    return inner


TABLE: dict[str, Callable[[int], int]] = {"a": a, "b": b, "l": lambda n: n, "m": make(3)}


def names(fs: list[Callable[[int], int]]) -> list[str]:
    return [f.__name__ for f in fs]


def main() -> None:
    short: Callable[[str], str] = c           # converted: it takes fewer arguments
    print(short("x"), names([a, b, make(1), lambda x: x]), {k: f.__name__ for k, f in TABLE.items()})
    hooks: list[Callable[[], None]] = [print]
    for h in hooks:
        h()
    f = a if len(hooks) > 1 else b
    print(f.__name__, make(2).__name__)


if __name__ == "__main__":
    main()
