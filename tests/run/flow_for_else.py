"""`else` of loops, break and continue, nested loops, the loop variable afterwards."""


def smallest_factor(n: int) -> int:
    for d in range(2, n):
        if n % d == 0:
            break
    else:
        return n
    return d


def find(grid: list[list[int]], wanted: int) -> tuple[int, int] | None:
    for r, row in enumerate(grid):
        for c, cell in enumerate(row):
            if cell == wanted:
                return r, c
    return None


def collatz(n: int) -> int:
    steps = 0
    while n != 1:
        n = 3 * n + 1 if n % 2 else n // 2
        steps += 1
        if steps > 1000:
            break
    else:
        return steps
    return -1


def main() -> None:
    print([smallest_factor(n) for n in range(2, 30)])
    print(find([[1, 2], [3, 4]], 3), find([[1]], 9), find([], 0))
    print([collatz(n) for n in (1, 7, 27)])
    for i in range(3):
        for j in range(3):
            if j == i:
                continue
            if j == 2 and i == 0:
                break
            print(i, j, end=";")
        else:
            print("row", i, end=";")
    print()
    for i in range(5):
        pass
    print(i)
    for i in range(0):
        print("never")
    else:
        print("empty loop, else runs, i is still", i)
    n = 0
    while True:
        n += 1
        if n % 2:
            continue
        if n > 6:
            break
        print(n, end=" ")
    print(n)
    while n > 100:
        print("never")
    else:
        print("while else")
    values = [3, 0, 5]
    for value in values:
        if value == 0:
            print("zero")
            continue
        print(15 // value, end=" ")
    print()
    for i in range(3):
        i *= 10
        print(i, end=" ")
    print()
    for x in [1, 2, 3]:
        for x in [x * 10]:
            pass
        print(x, end=" ")
    print()


if __name__ == "__main__":
    raise SystemExit(main())
