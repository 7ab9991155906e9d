"""Tables of classes that are asked for, not called."""

KINDS = {"int": int, "str": str, "float": float}


def check(name: str, x: object) -> bool:
    return isinstance(x, KINDS[name])


def names() -> list[str]:
    return [k.__name__ for k in KINDS.values()]


def main() -> None:
    print(check("int", 3), check("str", 3), names())
    t = int if len(KINDS) == 3 else str
    print(t.__name__, t is int, isinstance(3, t))


if __name__ == "__main__":
    main()
