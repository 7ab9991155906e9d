from rumpk import align, export, extern, section


@align(-4)
def f() -> None:
    pass


@section(".data")
def g() -> None:
    pass


@export("two words")
def h() -> None:
    pass


@extern(h)
def i() -> None: ...


@align(8192)
def j() -> None:
    pass
