def f(x: int) -> str:
    return "%d" % x
