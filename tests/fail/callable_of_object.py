def f(x: object) -> bool:
    return callable(x)
