from rumpk import export


@export("f")
def f(x: int) -> int:
    return x


@export("f")
def g(x: int) -> int:
    return x
