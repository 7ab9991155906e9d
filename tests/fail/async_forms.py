async def source(n: int) -> int:
    return n


async def f(items: list[int]) -> int:
    total = 0
    async for x in items:
        total += x
    async with items as y:
        total += await source(1)
    return len([x async for x in items])
