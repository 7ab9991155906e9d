def f() -> None:
    global count
    count = 1
