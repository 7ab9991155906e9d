def f(n: int) -> int:
    def twice() -> int:
        return 2 * n
    return twice()
