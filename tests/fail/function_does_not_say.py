def double(x: int):
    return 2 * x
