def total(a: int, b: int) -> int:
    return a b
