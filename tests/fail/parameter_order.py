def add(a: int = 0, b: int) -> int:
    return a + b
