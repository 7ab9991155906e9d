def f(form: str, x: int, name: str, rest: tuple[int, ...]) -> str:
    return form % x


def g(x: int, name: str) -> str:
    return "%d %d" % x


def h(x: int, name: str) -> str:
    return "%d" % name


def k(rest: tuple[int, ...]) -> str:
    return "%d %d" % rest


def m(x: int) -> str:
    return "%d %q" % (x, x)


def n(x: int) -> str:
    return "50%" % ()
