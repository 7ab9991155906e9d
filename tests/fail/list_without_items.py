def f(items: list) -> int:
    return len(items)
