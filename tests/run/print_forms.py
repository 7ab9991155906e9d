"""print: separators, ends, every type, no arguments."""


class Thing:
    def __str__(self) -> str:
        return "a thing"

    def __repr__(self) -> str:
        return "Thing()"


def main() -> None:
    print()
    print("a", "b", 1, 2.5, True, None, "")
    print("a", "b", sep="-")
    print("a", "b", sep="", end="!\n")
    print("x", end="")
    print("y", end="|")
    print(end="\n")
    print(1, 2, 3, sep=", ", end=".\n")
    print("tab\tend", "new\nline", sep="\n")
    print([1, 2], ["a", "b"], [2.0], [None, 1], [True])
    print([(1, "x")], [[0]], (1, "x", 2.0, None, True, (1,)), {"a": [1]}, {1: "b"})
    print(Thing(), [Thing()], {"t": Thing()}, (Thing(),))
    print("", "", sep="*")
    print("é日😀", ["é"], sep=" → ")
    print(1 + 1, "1" + "1", [1] + [1], None is None)
    print(*[1, 2, 3])
    print(*"abc", sep="/")
    print("flushed", flush=True)
    for i in range(3):
        print(i, end=" " if i < 2 else "\n")


if __name__ == "__main__":
    raise SystemExit(main())
