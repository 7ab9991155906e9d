def squares(n: int) -> int:
    for i in range(n):
        yield i * i
