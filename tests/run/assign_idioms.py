"""Functions by other names, and the columns of zip(*rows)."""

say = print


def shout(x: str) -> None:
    say(x.upper())


def local(words: list[str]) -> int:
    measure = len
    biggest = max
    words.sort(key=measure)

    def inner(w: str) -> int:
        return measure(w) * 2

    return biggest(map(measure, words)) + sum(inner(w) for w in words) + (lambda w: measure(w))("abc")


def shadow(say: int) -> int:
    return say + 1


def rebound(flag: bool) -> str:
    show = repr
    if flag:
        return show("x")

    def show2(v: str) -> str:
        return show(v)

    return show2("y")


class T:
    def __init__(self) -> None:
        self.a: tuple[str, ...] = ()
        self.b: tuple[int, ...] = ()

    def fill(self, rows: list[tuple[str, int]]) -> None:
        self.a, self.b = zip(*rows)


def run_al1() -> None:
    h = print
    h("aliased", end="!\n")
    m = max
    h(m(1, 2), m([3, 9], key=lambda v: -v))
    shout("abc")
    h(local(["ccc", "a", "bb"]), shadow(3), rebound(True), rebound(False))
    f = sorted
    h(f({3, 1, 2}, reverse=True))


def run_uz1() -> None:
    pairs = [("a", 1), ("b", 2)]
    names, nums = zip(*pairs)
    print(names, nums)
    print(sum(nums), nums[0] + 1, names[0].upper())
    x, y, z = zip(*[(1, 2.5, "q"), (3, 4.5, "r")])
    print(x, y, z)
    d = {"k": 1, "l": 2}
    keys, values = zip(*d.items())
    print(keys, sum(values))
    ks, vs = zip(*sorted(d.items(), key=lambda kv: -kv[1]))
    print(ks, vs)
    e: list[tuple[str, int]] = []
    try:
        p, q = zip(*e)
    except ValueError as err:
        print(err)
    t = T()
    t.fill(pairs)
    print(t.a, t.b)
    u, v = zip(*[(1, 2), (3, 4)])
    print(u, v)
    idx, val = zip(*enumerate("abc"))
    print(idx, val)
    m, n = zip(*((i, str(i)) for i in range(3)))
    print(m, n)


def main() -> None:
    run_al1()
    run_uz1()


if __name__ == "__main__":
    main()
