def f() -> None:
    class Box:
        pass
