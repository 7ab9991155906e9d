def f[*Ts](x: int) -> int:
    return x
