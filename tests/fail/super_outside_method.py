def f() -> None:
    super().__init__()
