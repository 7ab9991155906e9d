def f(n: int) -> None:
    if n == 0:
        raise BaseExceptionGroup()
    if n == 1:
        raise ExceptionGroup()
