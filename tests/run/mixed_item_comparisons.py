"""`==` and `<` of containers whose items have different types."""


def main() -> None:
    xs, ys = [1, 2], [1.0, 2.0]
    print([1] == [1.0], (1, 2) == (1.0, 2.0), {1: 2} == {1: 2.0}, {1} == {1.0}, [1] < [2.0], (1, 2) < (1.0, 3.0))
    print(xs == ys, xs != ys, xs < ys, xs <= ys, xs > ys, xs >= ys, ys == xs, xs == [1.0, 2.5], xs < [1.0, 2.5, 3.0])
    rows: list[list[int]] = [[1], [2, 3]]
    print(rows == [[1.0], [2.0, 3.0]], rows < [[1.0], [2.5]], rows != [[True], [2, 3]])
    names: list[str | None] = ["a", None]
    print(["a"] == names, names == ["a", None], [True, False] == [1, 0], [True] == xs)
    t: tuple[int, ...] = (1, 2)
    u: tuple[float, ...] = (1.0, 2.0, 3.5)
    print(t == u, t < u, t == u[:2], u > t, frozenset(xs) == set(ys), {"a": xs} == {"a": ys})
    pairs = [(1, "a")]
    print(pairs == [(1.0, "a")], pairs == [(1, "b")], {"x": (1, 2)} == {"x": (1.0, 2.0)})


if __name__ == "__main__":
    main()
