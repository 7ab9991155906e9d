"""Loops in loops over lists of lists, whose rows are short, missing, shared or grown: values, and where errors come."""

Matrix = list[list[int]]


def product(a: Matrix, b: Matrix, n: int) -> Matrix:
    out: Matrix = []
    for row in a:
        sums: list[int] = []
        for j in range(n):
            total = 0
            for k in range(n):
                total += row[k] * b[k][j]
            sums.append(total)
        out.append(sums)
    return out


def by_places(a: Matrix, b: Matrix, out: Matrix, n: int) -> int:
    done = 0
    try:
        for i in range(n):
            for j in range(n):
                total = 0
                for k in range(n):
                    total += a[i][k] * b[k][j]
                out[i][j] = total
                done += 1
    except IndexError as e:
        print("IndexError", e, "behind", done)
    return done


def told(a: Matrix, n: int, m: int) -> list[int]:
    """What was seen before the error shows in which round it came."""
    seen: list[int] = []
    try:
        for j in range(n):
            for k in range(m):
                if a[k][j] == 99:
                    seen.append(-1)
                    break
                if a[k][j] == 98:
                    continue
                seen.append(a[k][j])
            else:
                seen.append(1000 + j)
    except IndexError:
        seen.append(-1000)
    return seen


def columns(a: Matrix, n: int) -> list[int]:
    """A new list grows in the outer loop only."""
    sums: list[int] = []
    for j in range(n):
        most = a[0][j]
        for k in range(1, len(a)):
            most = max(most, a[k][j])
        sums.append(most)
    return sums


def shared(rows: Matrix, n: int) -> list[int]:
    """The list that grows is one of the rows."""
    tail: list[int] = []
    rows.append(tail)
    seen: list[int] = []
    for j in range(n):
        tail.append(j)
        for k in range(len(rows)):
            if j < len(rows[k]):
                seen.append(rows[k][j])
    return seen


def replaced(rows: Matrix, n: int) -> int:
    """A row is taken away while the loops run."""
    total = 0
    try:
        for j in range(n):
            for k in range(len(rows)):
                total += rows[k][j]
            rows[j] = [j]
    except IndexError:
        total += 10_000
    return total


def popped(rows: Matrix, n: int) -> int:
    total = 0
    try:
        for j in range(n):
            for k in range(len(rows)):
                total += rows[k][j]
            rows[0].pop()
    except IndexError:
        total += 10_000
    return total


def behind(rows: Matrix, n: int, m: int) -> int:
    """The inner variable is used behind its loop, which has no turn here and there."""
    total, k = 0, 2
    try:
        for j in range(n):
            for k in range(m):
                total += rows[k][j]
            total += 100 * rows[k][j]
            k = 3
    except IndexError:
        total += 10_000
    return total


def late(rows: Matrix, n: int, known: bool) -> int:
    total = 0
    if known:
        held = rows
    try:
        for j in range(n):
            for k in range(n):
                total += held[k][j]
    except UnboundLocalError:
        total = -1
    return total


def unbound(rows: Matrix, n: int, m: int) -> int:
    total = 0
    try:
        for j in range(n):
            for k in range(m):
                total += rows[k][j]
            total += rows[k][j]
    except UnboundLocalError:
        total -= 7
    return total


def neighbours(cells: Matrix) -> list[int]:
    height, width = len(cells), len(cells[0])
    out: list[int] = []
    for y in range(1, height - 1):
        for x in range(1, width - 1):
            out.append(cells[y - 1][x - 1] + cells[y - 1][x + 1] + cells[y + 1][x] - cells[y][x - 1])
    return out


def ends(cells: Matrix, n: int) -> int:
    total = 0
    for j in range(n):
        for k in range(n):
            total = total * 3 % 1009 + cells[k - 1][j] + cells[-1][j] + cells[k][-j - 1]
    return total


def texts(words: list[bytes], n: int) -> int:
    total = 0
    try:
        for j in range(n):
            for k in range(len(words)):
                total = total * 7 % 10_007 + words[k][j]
    except IndexError:
        total += 100_000
    return total


def large(a: Matrix, n: int) -> int:
    total, rounds = 1, 0
    for j in range(n):
        for k in range(n):
            rounds += 1
            total += a[k][j]
            if total > 9_000_000_000_000_000_000:
                return -rounds
    return total


def changed(a: Matrix, n: int) -> int:
    """Variables of the loops that the body changes."""
    total = 0
    for j in range(n):
        for k in range(n):
            k = (k + 1) % n
            total = total * 5 % 10_007 + a[k][j]
        j = 0
        total += a[j][j]
    return total


def halves(a: Matrix, n: int) -> None:
    for i in range(n):
        for j in range(i):
            a[i][j], a[j][i] = a[j][i], a[i][j]


def filled(n: int, m: int, start: int) -> Matrix:
    return [[start + i * m + j for j in range(m)] for i in range(n)]


def main() -> int:
    a, b = filled(6, 6, 1), filled(6, 6, -9)
    print(product(a, b, 6), product(a, b, 0), product([], b, 3))
    out = filled(6, 6, 0)
    print(by_places(a, b, out, 6), out)
    for at in range(6):
        ragged = filled(6, 6, 2)
        ragged[at].pop()
        print(by_places(a, ragged, out, 6), by_places(ragged, b, out, 6), by_places(a, b, ragged, 6))
        print(told(ragged, 6, 6), told(ragged, 5, 6), told(ragged, 6, 7), told(ragged, 0, 9))
    marked = filled(5, 5, 96)
    print(told(marked, 5, 5), told(marked, 5, 2))
    print(columns(filled(3, 7, 4), 7), shared(filled(2, 3, 0), 5))
    print(replaced(filled(5, 5, 1), 5), popped(filled(5, 5, 1), 5))
    print(behind(filled(5, 5, 1), 5, 5), behind(filled(5, 5, 1), 5, 0), behind(filled(2, 5, 1), 5, 0))
    print(late(filled(5, 5, 1), 5, True), late(filled(5, 5, 1), 5, False))
    print(unbound(filled(5, 5, 1), 5, 4), unbound(filled(5, 5, 1), 5, 0))
    print(neighbours(filled(5, 6, 1)), neighbours(filled(2, 2, 1)), ends(filled(5, 5, 3), 5))
    print(texts([b"abcdef", b"ghijkl", b"mnopqr"], 6), texts([b"abcdef", b"ghijkl", b"mnopq"], 6))
    huge = filled(5, 5, 1)
    huge[3][4] = (1 << 63) - 10_000
    print(large(huge, 5), large(filled(5, 5, 4), 5), changed(a, 6))
    halves(a, 6)
    print(a)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
