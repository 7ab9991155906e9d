def f() -> int:
    return
