def f() -> int:
    items = []
    return len(items)
