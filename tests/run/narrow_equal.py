"""What is equal to a text or a number is not None."""


def shout(x: str | None) -> str:
    if x == "a":
        return x.upper()
    if x != "b":
        return "other"
    return x * 2


def area(n: int | None, unit: str | None) -> int:
    if n in (1, 2, 3) and unit in ("m", "km"):
        return n * len(unit)
    return 0


class Door:
    def __init__(self, state: str | None) -> None:
        self.state = state

    def text(self) -> str:
        return self.state.title() if self.state == "open" or self.state == "shut" else "-"


def main() -> None:
    print(shout("a"), shout("b"), shout("c"), shout(None), area(2, "km"), area(None, "m"), area(5, "m"))
    print(Door("open").text(), Door("shut").text(), Door(None).text(), Door("x").text())


if __name__ == "__main__":
    main()
