# apart: what programs assign, and what instances generic classes have, is asked of all of the image
"""What a test tells about an item at a constant index: used while nothing changes, checked where something may have."""


class Visit:
    def __init__(self, arrived: int | None, tag: int | str = 0) -> None:
        self.arrived = arrived
        self.tag = tag
        self.next: "list[Visit | None]" = [None]


def change(d: dict[str, int | None]) -> None:
    d["a"] = None


def dicts(d: dict[str, int | None]) -> int:
    if d["a"] is not None:
        print(d["a"] + 1, [d["a"], 2], -d["a"])
        d["a"] += 5
        d["b"] = 3
        print(d["a"] + 1 if d["a"] is not None else "none")
    if d["a"] is not None and d["b"] is not None and d["a"] > 2:
        other = d
        other["a"] = None
        try:
            print(d["a"] + 1)
        except TypeError as error:
            print(error)
    d["a"] = 7
    assert d["a"] is not None
    change(d)
    try:
        return d["a"] * 2
    except TypeError as error:
        print(error)
    return 0


def loops(xs: list[int | None]) -> None:
    if xs[0] is not None:
        for n in range(2):
            try:
                print(xs[0] - n)
            except TypeError as error:
                print(error)
            xs[-2] = None
    while xs[1] and xs[1] > 0:
        print(xs[1] + 1)
        xs[1] -= 4


def kinds(xs: list[int | str], t: tuple[int | None, str | int]) -> str:
    if isinstance(xs[0], str):
        return xs[0].upper()
    if isinstance(t[1], int) or t[0] is None:
        return f"{t[1]!r} {t[0]!r}"
    return f"{t[0] + 1} {t[1].upper()} {xs[0] + 1}"


def chains(visits: list[Visit]) -> None:
    assert visits[0].arrived is not None
    print(visits[0].arrived - 1)
    if visits[0].next[0] is not None:
        print(visits[0].next[0].arrived)
        visits[0].next.clear()
        try:
            print(visits[0].next[0].arrived)
        except IndexError as error:
            print(error)
    if not isinstance(visits[1].tag, str):
        print(visits[1].tag + 1)
    else:
        print(visits[1].tag + "!")


def main() -> None:
    print(dicts({"a": 1, "b": None}))
    loops([5, 8])
    loops([None, 3])
    print(kinds(["a"], (1, "b")), kinds([1], (1, "b")), kinds([1], (None, "b")), kinds([1], (2, 3)))
    first, second = Visit(4), Visit(None, "t")
    first.next[0] = second
    chains([first, second])
    chains([Visit(1), Visit(2, 9)])


if __name__ == "__main__":
    main()
