def f(**options: int) -> int:
    return 1
