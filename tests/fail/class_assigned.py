class A:
    pass


class B(A):
    pass


def f(a: A) -> None:
    a.__class__ = B
