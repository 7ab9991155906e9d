def f(items: list[int]) -> str:
    return f"{items:>20}"
