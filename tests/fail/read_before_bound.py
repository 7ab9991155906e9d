def f() -> int:
    print(x)
    x = 1
    return x
