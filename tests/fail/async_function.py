async def f() -> int:
    return 1
