def f() -> None:
    raise
