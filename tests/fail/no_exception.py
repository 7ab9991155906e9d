def f() -> None:
    raise 5
