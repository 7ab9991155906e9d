# An error hides no other: not those in the same statement's blocks, nor those behind it; and nothing follows from it.
class Box:
    def __init__(self) -> None:
        self.count = cuont
        self.name = "box"

    def grow(self) -> int:
        self.name.foo()
        return self.count + "a"


def narrowed(x: int | None, xs: list[int]) -> int:
    if x is None:
        return nothing
    if xs and unknown:
        return x + "a"
    for item in unknown_too:
        item.foo()
        xs.apend(item)
    return x + xs


def blocks(x: int | None, xs: list[int]) -> int:
    if xs:
        xs.apend(1)
    else:
        xs.apend(2)
    try:
        xs.apend(3)
    except ValueErr as error:
        print(error)
        xs.apend(4)
    finally:
        xs.apend(5)
    if x is None or unknown:
        return 1
    with opened(1) as file:
        file.foo()
        xs.apend(6)
    return x + 1


def again() -> int:
    y = unknown
    y.foo()
    y = 1
    return y + "a"


def main() -> None:
    box = Box()
    print(narrowed(box.grow(), []), blocks(1, []), again(), box.count.foo())


if __name__ == "__main__":
    main()
