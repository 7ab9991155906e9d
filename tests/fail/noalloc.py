from rumpk import noalloc


@noalloc
def f(n: int) -> list[int]:
    return [n]
