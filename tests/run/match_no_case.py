"""A match on an int or str that no case fits does nothing."""


def name(n: int) -> str:
    result = "start"
    match n:
        case 1:
            result = "one"
        case 2:
            result = "two"
    return result


def main() -> None:
    print([name(n) for n in (1, 2, 3)])
    for word in ("a", "b"):
        match word:
            case "a":
                print("a")


if __name__ == "__main__":
    raise SystemExit(main())
