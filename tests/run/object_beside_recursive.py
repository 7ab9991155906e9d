"""Objects are compared in a program whose lists hold a union that mentions itself."""

J = int | str | list["J"] | dict[str, "J"]


class Point:
    def __init__(self, x: int) -> None:
        self.x = x

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Point):
            return NotImplemented
        return self.x == other.x


def shown(value: J) -> str:
    if isinstance(value, list):
        return "[" + ",".join(shown(v) for v in value) + "]"
    return repr(value)


def main() -> None:
    data: J = [1, "a", [2, 3]]
    print(shown(data))
    made: list[object] = [1, "x", None, Point(3)]
    print(made == [1, "x", None, Point(3)], made[3] == data, data == made[2])


if __name__ == "__main__":
    main()
