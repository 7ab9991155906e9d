from rumpk import Span, entry, export, extern, u8


@export("a")
def a(words: str, count: int | None) -> list[int]:
    return [1]


@export("b")
def b(pair: tuple[int, int], data: Span[u8]) -> tuple[int, int]:
    return pair


@extern("c")
def c(e: Exception) -> None: ...


@entry
def d(x: str) -> None:
    print(x)
