"""Targets: nested, starred in every place, swaps in order, subscripts and attributes as targets, loops, with, comprehension targets."""


class Box:
    def __init__(self) -> None:
        self.value = 0
        self.items = [0, 0, 0]


def pairs() -> list[tuple[str, tuple[int, int]]]:
    return [("a", (1, 2)), ("b", (3, 4))]


def main() -> None:
    a, b = 1, 2
    a, b = b, a
    p = q, r = 3, 4
    print(a, b, p, q, r)
    a2, b2, c = list("xyz")
    (d, e), [f, *g] = (1, 2), [3, 4, 5]
    *h, last = range(4)
    first, *middle, end = list("hello")
    only, *nothing = [9][:1]
    print(a2, b2, c, d, e, f, g, h, last, first, middle, end, only, nothing)
    xs = [0, 1, 2, 3]
    i = 0
    i, xs[i] = 2, 10
    print(i, xs)
    xs[0], xs[1], xs[-1] = xs[-1], xs[0], xs[1]
    box = Box()
    box.value, box.items[1], *box.items[2:] = 7, 8, 9, 10
    print(xs, box.value, box.items)
    box.items[0], box.items[1] = box.items[1], box.items[0]
    for name, (low, high) in pairs():
        print(name, low, high, end=" ")
    for k, [m, *rest] in enumerate([[1, 2, 3], [4]]):
        print(k, m, rest, end=" ")
    for xs[0] in (5, 6):
        pass
    for box.value in range(3):
        pass
    print(xs, box.value, box.items)
    print([x + y for x, y in zip("ab", "cd")], {k: v for k, (v, *_) in {"p": (1, 2)}.items()}, [q for _, q in pairs() for q in q])
    (single,) = [5]
    [[deep]] = [[6]]
    ((left, right),) = [(7, 8)]
    x = y = z = [0]
    x.append(1)
    print(single, deep, left, right, x is y is z, z)
    n = 5
    n, m = m, n
    n += (m := n + 1)
    print(n, m, [w := 3, w * 2, w], (w := w + 1), w)
    for wrong in ([1], [1, 2, 3]):
        try:
            one, two = wrong
            print(one, two)
        except ValueError as error:
            print(error)
    try:
        left, *mid, right = xs[:1]
        print(left, mid, right)
    except ValueError as error:
        print(error)
    try:
        [u, v] = list("abc")
    except ValueError as error:
        print(error)
