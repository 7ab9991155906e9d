def f(form: bytes, x: int) -> bytes:
    return form % x


def g(x: int, name: str) -> str:
    return "%d %d" % x


def h(x: int, name: str) -> str:
    return "%d" % name


def k(rest: tuple[int, ...]) -> bytes:
    return b"%d %d" % rest


def m(x: int) -> str:
    return "%d %q" % (x, x)


def n(x: int) -> str:
    return "50%" % ()


def p(x: int) -> str:
    return "%5% of %d" % x
