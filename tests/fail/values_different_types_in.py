def f(x: bool) -> None:
    items = [] if x else {}
    print(items)
