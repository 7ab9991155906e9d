def f(items: list[int] = []) -> int:
    return len(items)
