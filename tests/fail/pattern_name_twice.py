def f(p: tuple[int, int]) -> int:
    match p:
        case (x, x):
            return x
    return 0
