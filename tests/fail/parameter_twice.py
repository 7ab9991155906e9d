def add(a: int, a: int) -> int:
    return a
