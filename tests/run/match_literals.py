"""match on literals: numbers, strings, None, bools, or-patterns, guards, captures, no match."""


def number(n: int) -> str:
    match n:
        case 0:
            return "zero"
        case 1 | 2 | 3:
            return "few"
        case -1:
            return "minus one"
        case x if x > 100:
            return f"big {x}"
        case x if x % 2 == 0:
            return f"even {x}"
        case _:
            return "other"


def word(text: str) -> int:
    match text:
        case "go" | "run":
            return 1
        case "stop":
            return 2
        case "":
            return 3
        case other:
            return len(other) * 10


def mixed(value: int | None) -> str:
    match value:
        case None:
            return "none"
        case 7:
            return "seven"
        case n:
            return str(n + 1)


def flag(value: bool) -> str:
    match value:
        case True:
            return "on"
        case False:
            return "off"


def nested(a: int, b: str) -> str:
    match a:
        case 1:
            match b:
                case "x":
                    return "1x"
                case _:
                    return "1?"
        case _:
            pass
    return "?"


def in_loop(values: list[int]) -> list[str]:
    out: list[str] = []
    for value in values:
        match value:
            case 0:
                continue
            case 9:
                break
            case v:
                out.append(f"v{v}")
    return out


def note(n: int) -> int:
    print("[subject once]", end=" ")
    return n


def main() -> None:
    print([number(n) for n in (0, 1, 2, 3, -1, 101, 50, 51, -7)])
    print([word(w) for w in ("go", "run", "stop", "", "jump")], mixed(None), mixed(7))
    print(mixed(8), flag(True), flag(1 > 2))
    print(nested(1, "x"), nested(1, "y"), nested(2, "x"))
    print(in_loop([1, 0, 2, 9, 3]))
    match note(2):
        case 1:
            print("one")
        case 2 as two:
            print("two", two)
        case _:
            print("never")
    match 2.5:
        case 2.5:
            print("float")
        case _:
            print("never")


if __name__ == "__main__":
    raise SystemExit(main())
