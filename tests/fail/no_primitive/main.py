from rumpk import prim


def f(x: int) -> int:
    return prim.popcnt(x)
