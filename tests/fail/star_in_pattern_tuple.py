def f(p: tuple[int, int]) -> int:
    match p:
        case (a, b, *rest):
            return a + b + len(rest)
