"""Loops whose subscripts are checked once before them: where the test holds, where it fails; counters at the edge."""

INT_MAX = 9_223_372_036_854_775_807


def fill(items: list[int], first: int, last: int, step: int, offset: int) -> str:
    done = 0
    try:
        for i in range(first, last, step):
            items[i + offset] = items[i] + 100
            done += 1
    except IndexError as error:
        return f"{error} after {done}"
    return f"all {done}"


def total(data: bytes, first: int, last: int) -> int:
    found = 0
    for i in range(first, last):
        found += data[i]
    return found


def count(flags: list[bool], start: int) -> int:
    for flag in flags:
        if flag:
            start += 1
        else:
            start -= 2
    return start


def early(items: list[int], stop_at: int) -> int:
    seen = 0
    for i in range(len(items) + 5):
        if items[i] == stop_at:
            break
        if items[i] % 2 == 0:
            continue
        seen += 1
    else:
        seen = -1
    return seen


class Grid:
    def __init__(self, width: int) -> None:
        self.width = width
        self.cells = [0] * width
        self.extra = bytearray(width)

    def bump(self, rounds: int) -> None:
        for i in range(rounds):
            self.cells[i] += i
            self.extra[i] = i * 2

    def swap(self, other: list[int]) -> int:
        moved = 0
        for i in range(self.width):
            if self.cells[i] == 3:
                self.cells = other
            moved += self.cells[i]
        return moved


def word(data: bytes, at: int) -> int:
    return data[at] | data[at + 1] << 8 | data[at + 2] << 16 | data[at + 3] << 24


def tail(items: list[int]) -> list[int]:
    out: list[int] = []
    for i in range(3):
        items.append(i)
        out.append(items[len(items) - 1] + items[-1])
    return out


def main() -> None:
    for first, last, step, offset in [(0, 8, 1, 0), (0, 8, 1, 1), (2, 8, 3, 0), (7, -1, -1, 0), (-8, 8, 1, 0),
                                      (-9, 3, 1, 0), (3, 20, 4, 0), (5, 5, 1, 90), (0, 7, 1, -3), (1, 8, 1, -1)]:
        items = [i * i for i in range(8)]
        print(first, last, step, offset, fill(items, first, last, step, offset), items)
    print(total(b"abcdef", 0, 6), total(b"abcdef", -3, 3), total(b"", 3, 1))
    try:
        print(total(b"abc", 1, 4))
    except IndexError as error:
        print(error)
    print(count([True, True, False], 0), count([False, True], INT_MAX - 1), count([], INT_MAX))
    print(early([1, 3, 4, 5, 9], 9), early([2, 7], 7))
    try:
        print(early([1, 2], 9))
    except IndexError as error:
        print(error)
    grid = Grid(5)
    grid.bump(5)
    try:
        grid.bump(7)
    except IndexError as error:
        print(error)
    print(grid.cells, bytes(grid.extra))
    grid.cells[1] = 3
    print(grid.swap([10, 20, 30, 40, 50]))
    try:
        print(grid.swap([1, 3]), grid.swap([1]))
    except IndexError as error:
        print(error)
    data = bytes([1, 2, 3, 4, 5])
    for at in (-5, -4, -3, -1, 0, 1, 2, 5, 9):
        try:
            print(at, word(data, at))
        except IndexError as error:
            print(at, error)
    print(tail([7]))


if __name__ == "__main__":
    main()
