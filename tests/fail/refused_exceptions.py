def f() -> None:
    raise UnicodeTranslateError()


def g() -> None:
    raise SyntaxError("a", ("file", 1))
