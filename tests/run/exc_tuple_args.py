"""Tuples among the arguments of exceptions, in a program that reads `args`."""


class Call:
    def __init__(self, name: str, args: list[int]) -> None:
        self.name = name
        self.args = args


def main() -> None:
    grid: dict[tuple[int, int], str] = {(0, 0): "a", (1, 2): "b"}
    try:
        print(grid[5, 5])
    except KeyError as e:
        print(e, e.args, repr(e), len(e.args))
    c = Call("f", [1])
    print(c.args, grid[1, 2])
    try:
        raise ValueError((1, "x"), 2.5)
    except ValueError as e:
        print(e, e.args, e.args[1])
        first = e.args[0]
        print(first)
    mixed: dict[tuple[str, int], float] = {("a", 1): 2.0}
    try:
        del mixed["b", 2]
    except KeyError as e:
        print(e, e.args)


if __name__ == "__main__":
    main()
