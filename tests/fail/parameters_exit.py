class Quiet:
    def __enter__(self) -> None: ...

    def __exit__(self, kind: int, error: int, trace: int) -> None: ...


def f() -> None:
    with Quiet():
        print(1)
