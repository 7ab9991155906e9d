from rumpk import noraise


@noraise
def f(a: int, b: int) -> int:
    return a // b
