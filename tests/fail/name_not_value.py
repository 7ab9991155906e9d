class Box:
    pass


def f() -> None:
    print(Box)
