"""Array[T, N]: zeroed, in place, checked; as a local, a field, a global, an argument."""

from typing import Final

from rumpk import Array, u8, u32, w32

PRIMES: Final[Array[int, 5]] = Array[int, 5]([2, 3, 5, 7, 11])
counters: Array[u32, 4] = Array[u32, 4]()


class Ring:
    slots: Array[int, 4]
    head: int

    def __init__(self) -> None:
        self.slots = Array[int, 4]()
        self.head = 0

    def push(self, value: int) -> None:
        self.slots[self.head % 4] = value
        self.head += 1


class Matrix:
    cells: Array[float, 9]

    def __init__(self) -> None:
        self.cells = Array[float, 9]()
        for i in range(3):
            self.cells[i * 4] = 1.0

    def trace(self) -> float:
        return self.cells[0] + self.cells[4] + self.cells[8]


def total(values: Array[int, 5]) -> int:
    result = 0
    for value in values:
        result += value
    return result


def clear(values: Array[u32, 4]) -> None:
    for i in range(len(values)):
        values[i] = u32(0)


def main() -> None:
    ring = Ring()
    for n in range(6):
        ring.push(n * n)
    print([value for value in ring.slots], len(ring.slots), ring.slots[-1], ring.head)
    print(total(PRIMES), PRIMES[0], PRIMES[4], 7 in PRIMES, 8 in PRIMES)
    counters[1] += 5
    counters[1] += 5
    counters[3] = u32(4294967295)
    print(counters[0], counters[1], counters[2], counters[3])
    try:
        counters[3] += 1
    except OverflowError:
        print("full", counters[3])
    clear(counters)
    print(counters[3])
    print(Matrix().trace(), Matrix().cells[1])
    words = Array[w32, 3]()
    words[0] -= 1
    words[1] = w32(7) << 31
    print(words[0], words[1], words[2])
    small = Array[u8, 3]([1, 2, 3])
    small[0] = small[1] + small[2]
    print(small[0], small[1], small[2], len(small))
    for bad in (3, -4, 100):
        try:
            print(small[bad])
        except IndexError as e:
            print(e)
        try:
            small[bad] = u8(0)
        except IndexError as e:
            print(e)
    flags = Array[bool, 2]()
    flags[1] = True
    print(flags[0], flags[1])


if __name__ == "__main__":
    raise SystemExit(main())
