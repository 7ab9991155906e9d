"""A lambda that is given itself has a type without end."""


def main() -> int:
    print((lambda f: f(f, 5))(lambda f, n: 1 if n == 0 else n * f(f, n - 1)))
    return 0
