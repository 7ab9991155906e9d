"""Subscripts that come again in neighbouring statements: swaps, places that are negative or missing, variables between."""

Pair = tuple[int, int]


def swap(xs: list[int], i: int, j: int) -> str:
    try:
        xs[i], xs[j] = xs[j], xs[i]
    except IndexError as e:
        return f"{e} {xs}"
    return str(xs)


def rotate(xs: list[str], i: int, j: int, k: int) -> str:
    try:
        xs[i], xs[j], xs[k] = xs[k], xs[i], xs[j]
    except IndexError as e:
        return f"{e} {xs}"
    return "".join(xs)


def count(xs: list[int], i: int) -> str:
    """The error of the sum comes before that of nothing; the item before it was changed."""
    try:
        xs[i] += 1
        xs[i + 1] -= 2
        xs[i] *= 3
        xs[i + 2] //= xs[i + 1]
    except (IndexError, ZeroDivisionError) as e:
        return f"{type(e).__name__} {e} {xs}"
    return str(xs)


def chain(xs: list[int], i: int) -> str:
    """The index is a variable that the statements themselves set."""
    try:
        i = xs[i]
        i = xs[i]
        a = xs[i]
        i = xs[a]
        b = xs[i] + xs[i]
        j = i
        xs[j] = b
        xs[j] = xs[j] + xs[i]
        i = j - 1
        c = xs[i] - xs[i]
        d = xs[j] * xs[j]
    except IndexError as e:
        return f"{e} {xs}"
    return f"{i} {a} {b} {c} {d} {xs}"


def two_lists(xs: list[int], ys: list[int], i: int) -> str:
    """The variable of a list is given another list between."""
    try:
        zs = xs
        zs[i] = zs[i] + 1
        zs = ys
        zs[i] = zs[i] + xs[i]
        xs = zs
        xs[i] = xs[i] * 2 + ys[i]
    except IndexError as e:
        return f"{e} {xs} {ys}"
    return f"{xs} {ys} {zs is ys}"


def ends(xs: list[int]) -> str:
    try:
        xs[0], xs[1] = xs[1], xs[0] + xs[-1]
        xs[2] = xs[2] + xs[0] + xs[2 - 1]
    except IndexError as e:
        return f"{e} {xs}"
    return str(xs)


def between(xs: list[int], i: int) -> str:
    """The list changes its length between two subscripts of the same place."""
    try:
        a = xs[i]
        xs.pop()
        b = xs[i]
        xs[i] = a + b
        xs.append(a)
        xs[i] += xs[i]
    except IndexError as e:
        return f"{e} {xs}"
    return str(xs)


def bytes_again(data: bytes, i: int) -> str:
    try:
        a = data[i]
        b = data[i] + data[i + 1]
        c = data[i + 1] * data[i]
    except IndexError as e:
        return str(e)
    return f"{a} {b} {c}"


def nested(rows: list[list[int]], i: int, j: int) -> str:
    try:
        rows[i][j], rows[j][i] = rows[j][i], rows[i][j]
        rows[i], rows[j] = rows[j], rows[i]
        rows[i][j] += rows[i][i]
        rows[i][j] += rows[i][j]
    except IndexError as e:
        return f"{e} {rows}"
    return str(rows)


def pairs(xs: list[Pair], i: int) -> str:
    try:
        a, b = xs[i]
        xs[i] = (b, a)
        c, _ = xs[i]
        xs[i] = (c + 1, xs[i][1])
    except IndexError as e:
        return f"{e} {xs}"
    return str(xs)


def main() -> int:
    for i in (-4, -3, -1, 0, 2, 3):
        for j in (-4, -2, 0, 1, 3):
            print(swap([1, 2, 3], i, j), rotate(["a", "b", "c"], i, j, 1), nested([[1, 2, 3], [4, 5, 6], [7, 8, 9]], i, j))
    for i in range(-6, 6):
        print(count([5, 7, 11, 13, 2], i), chain([1, 3, 4, 2, 0], i), two_lists([1, 2, 3], [4, 5], i))
        print(between([1, 2, 3], i), bytes_again(b"xyz", i), pairs([(1, 2), (3, 4)], i))
    print(ends([]), ends([1]), ends([1, 2]), ends([1, 2, 3]))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
