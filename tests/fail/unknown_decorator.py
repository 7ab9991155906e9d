def twice(f: int) -> int:
    return f


@twice
def g() -> int:
    return 1
