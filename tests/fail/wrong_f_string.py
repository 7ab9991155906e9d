def show(x: int) -> str:
    return f"{}"
