"""Rows of a table where a column holds `[]` or `{}` beside lists or dicts that say what is in them."""


def main() -> None:
    rows = [("a", 1, []), ("b", 2, ["x"]), ("c", 3, [])]
    for n, i, xs in rows:
        print(n, i, xs)
    rows[0][2].append("q")
    print(rows)
    d = {"a": (1, {}), "b": (2, {"k": 3})}
    d["a"][1]["new"] = 5
    print(d)
    for x, ys in [("a", [1.5]), ("b", []), ("c", [2.0])]:
        print(x, ys, sum(ys))
    for x, zs in (("a", [1]), ("b", [])):
        print(x, zs)
    print([(1, (2, [])), (1, (3, [4.5]))], [("a", None, []), ("b", 3, [3])])
    u = ("a", []) if len(rows) > 1 else ("b", [1])
    print(u)


if __name__ == "__main__":
    main()
