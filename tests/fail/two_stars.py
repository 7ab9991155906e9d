def f(items: list[int]) -> None:
    *a, *b = items
