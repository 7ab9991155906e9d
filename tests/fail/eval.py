def f(name: str) -> int:
    return eval(name)
