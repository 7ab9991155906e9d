def f() -> int:
    show = lambda *parts: len(parts)
    return show(1, 2)
