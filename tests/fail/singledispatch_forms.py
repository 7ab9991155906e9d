from functools import singledispatch


@singledispatch
def show(x: object, pad: str = "") -> str:
    return pad


@show.register
def _(x: int, pad: str = " ") -> str:
    return pad
