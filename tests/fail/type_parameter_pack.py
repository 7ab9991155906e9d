def f[**P](x: int) -> int:
    return x
