def f(x: int) -> int:
    match x:
        case other:
            return other
        case 1:
            return 0
