def f() -> dict[list[int], int]:
    return {[1]: 2}
