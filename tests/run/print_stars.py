"""`print(*xs)`: among other arguments, and what is written when."""


class Loud:
    def __init__(self, name: str) -> None:
        self.name = name

    def __str__(self) -> str:
        print("<", self.name, ">", sep="", end="")
        if self.name == "bad":
            raise ValueError("no text")
        return self.name


def numbers(n: int) -> list[int]:
    print("evaluated")
    return list(range(n))


def main() -> None:
    print(*[1, 2, 3])
    print("a", *[1, 2], "b", *"xy", *(7, "t"), *{"k": 1}, sep="-")
    print(*numbers(0), "end")
    print(*numbers(0), *numbers(2), "end", sep=",")
    print(*numbers(0), *numbers(0))
    print("x", *numbers(0), sep="+")
    print(*range(3), *map(str, [4, 5]), *zip([1], [2]), *(i * i for i in range(3)), end="!\n")
    print(*())
    print(*(1, 2.5, None))
    print(*[Loud("p"), Loud("q")])
    try:
        print("first", *[Loud("ok"), Loud("bad"), Loud("never")], "last")
    except ValueError as error:
        print("|", error)
    print(*sorted({3, 1, 2}, reverse=True), sep="\n")


if __name__ == "__main__":
    main()
