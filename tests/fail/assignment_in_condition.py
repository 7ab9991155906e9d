def zero(x: int) -> bool:
    return (x = 0)
