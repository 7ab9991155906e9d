def f(a: int, b: str) -> bool:
    return a == b
