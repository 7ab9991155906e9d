from rumpk import unroll


def f(n: int) -> None:
    for i in unroll(range(n)):
        print(i)


def g() -> None:
    for c in unroll("abc"):
        print(c)
