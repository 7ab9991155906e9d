def f(p: tuple[int, int, int]) -> int:
    match p:
        case (a, *_):
            return a
