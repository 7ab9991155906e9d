from typing import NamedTuple


class Place(NamedTuple):
    x: int
    y: int


def shown(value: object) -> str:
    return "%s" % value


def either(value: Place | int) -> str:
    return "%s" % value


def maybe(value: tuple[int, int] | None) -> str:
    return "at %s" % value


def main() -> None:
    print(shown(1), either(2), maybe(None), "%s" % Place(1, 2))


if __name__ == "__main__":
    main()
