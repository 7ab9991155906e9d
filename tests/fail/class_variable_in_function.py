def f() -> int:
    class Box:
        items = [1, 2]

    return len(Box.items)
