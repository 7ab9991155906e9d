A = B
B = A


def f() -> int:
    return A
