from collections.abc import Callable

seen: list[str] = []


def cold(fn: Callable[[int], int]) -> Callable[[int], int]:
    seen.append(fn.__name__)
    return lambda x: fn(x) * 10


class App:
    def export(self, fn: Callable[[int], int]) -> Callable[[int], int]:
        return fn


app = App()


@cold
def f(x: int) -> int:
    return x + 1


@app.export
def g(x: int) -> int:
    return x + 1


@unchecked
def h(x: int) -> int:
    return x + 1


def main() -> None:
    print(f(3), g(4), h(5), seen)
