def f(p: tuple[int, int]) -> int:
    match p:
        case (1, x) | (x, 1):
            return x
    return 0
