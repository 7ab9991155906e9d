"""enumerate, zip, reversed, sorted, any, all, sum, min, max over different things."""


def main() -> None:
    names = ["ann", "bob", "cyd"]
    ages = [31, 25, 40, 99]
    for i, name in enumerate(names):
        print(i, name, end=";")
    for i, name in enumerate(names, 10):
        print(i, name, end=";")
    print()
    for name, age in zip(names, ages):
        print(name, age, end=";")
    for a, b, c in zip("ab", range(5), [True, False, True]):
        print(a, b, c, end=";")
    print()
    for i, (name, age) in enumerate(zip(names, ages)):
        print(i, name, age, end=";")
    print()
    print(list(zip(names, ages)), dict(zip(names, ages)), list(enumerate("xy")), list(reversed(names)))
    print(sum(ages), sum([1.5, 2.5]), sum(range(101)), min(ages), max(ages), min(names), max("hello"))
    print(min(2, 1), max(1.5, 0.5), max("a", "b"), min(3, 1, 2), max([(1, 2), (1, 3)]))
    print(any([n > 30 for n in ages]), all([n > 30 for n in ages]), any(names), all(["", "x"]))
    print(len(names), len("é"), len({1: 2}), abs(-3), abs(-2.5), divmod(7, 2), pow(2, 3), round(2.5), round(3.14159, 2))
    print(sorted(ages, reverse=True), min(ages, default=0), max([0][:0], default=-1))
    print(list(zip(names, names)), [(n, a) for n, a in zip(names, ages) if a > 26])


if __name__ == "__main__":
    raise SystemExit(main())
