def f(items: list[int]) -> list[int]:
    return [1 for items[0] in range(3)]
