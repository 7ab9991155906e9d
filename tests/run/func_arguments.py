"""Defaults, keywords, keyword-only and positional-only parameters; the order in which arguments are evaluated."""


def point(x: int, y: int = 0, z: int = -1) -> str:
    return f"({x}, {y}, {z})"


def only(a: int, *, b: int = 2, c: int) -> str:
    return f"{a} {b} {c}"


def positional(a: int, b: int = 5, /, c: int = 6) -> int:
    return a * 100 + b * 10 + c


def fresh(item: int, items: list[int] | None = None) -> list[int]:
    if items is None:
        items = []
    items.append(item)
    return items


def note(name: str, value: int) -> int:
    print(name, end=" ")
    return value


BASE = 10


def late(x: int = BASE * 2) -> int:
    return x


class Maker:
    def make(self, width: int, height: int = 1, *, deep: bool = False) -> str:
        return f"{width}x{height}{' deep' if deep else ''}"


def main() -> None:
    print(point(1), point(1, 2), point(1, 2, 3), point(1, z=9), point(z=1, y=2, x=3), point(x=5))
    print(only(1, c=3), only(1, c=3, b=4), only(c=1, a=2), positional(1), positional(1, 2), positional(1, 2, c=3))
    print(fresh(1), fresh(2), fresh(3, [0]))
    print(point(note("first", 1), note("second", 2), note("third", 3)))
    print(point(z=note("z", 1), x=note("x", 2), y=note("y", 3)))
    print(late(), late(1), Maker().make(2), Maker().make(2, deep=True), Maker().make(height=3, width=4))


if __name__ == "__main__":
    raise SystemExit(main())
