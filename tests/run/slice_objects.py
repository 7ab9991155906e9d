"""`slice` objects, and `__getitem__` that takes them."""


class Vec:
    def __init__(self, xs: list[int]) -> None:
        self.xs = xs

    def __getitem__(self, i: int | slice) -> "int | Vec":
        if isinstance(i, slice):
            return Vec(self.xs[i])
        return self.xs[i]

    def __len__(self) -> int:
        return len(self.xs)

    def __repr__(self) -> str:
        return f"Vec({self.xs})"


class Seq2:
    def __getitem__(self, i: slice) -> str:
        return f"{i.start}:{i.stop}:{i.step} {i.indices(10)}"


FIRST = slice(0, 2)


def main() -> None:
    s = slice(1, 3)
    xs = [1, 2, 3, 4, 5]
    print(xs[s], "hello"[s], (1, 2, 3, 4)[1:3], s, s.start, s.stop, s.step)
    print(xs[slice(None, None, -1)], xs[slice(2)], b"abcd"[s])
    v = Vec(xs)
    print(v[1], v[1:3], v[::2], v[s], v[-1])
    q = Seq2()
    print(q[1:2], q[:], q[::-1], q[2:])
    print(slice(1, 10, 2).indices(7), s == slice(1, 3), slice(5).indices(3))
    t: tuple[int, ...] = (1, 2, 3)
    print(t[s], xs[FIRST])
    parts = {"name": slice(0, 4), "age": slice(4, 6)}
    line = "bob 42"
    print({k: line[p].strip() for k, p in parts.items()})
    xs[s] = [9, 9, 9]
    del xs[slice(0, 1)]
    print(xs)


if __name__ == "__main__":
    main()
