def f() -> str:
    show = lambda text, *, loud=False: text.upper() if loud else text
    return show("a")


def g() -> int:
    count = lambda *parts, **options: len(parts) + len(options)
    return count(1, 2)
