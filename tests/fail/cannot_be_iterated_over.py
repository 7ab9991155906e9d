def f(x: int) -> None:
    for i in x:
        print(i)
