again = lambda: again()                         # noqa: E731


def f() -> int:
    return again()
