def f(d: dict[str, int]) -> int:
    match d:
        case {"a": x}:
            return x
    return 0
