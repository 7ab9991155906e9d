from rumpk import Array, u8


def f() -> int:
    cells = Array[u8, 2]([1, 2, 3])
    return len(cells)
