def f(out: list[str]) -> None:
    print("x", file=out)
