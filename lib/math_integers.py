"""The part of module `math` that is about integers. Results beyond an int raise OverflowError."""

from typing import Collection, Final, TypeVar

from rumpk import prim, u64, unchecked

A = TypeVar("A")
B = TypeVar("B")
LARGEST_FACTORIAL: Final = 20


def gcd(a: int = 0, b: int = 0, /, *more: int) -> int:
    """The greatest common divisor, never negative."""
    x, y = _size(a), _size(b)
    while y != 0:
        x, y = y, prim.urem(x, y)
    for n in more:
        y = _size(n)
        while y != 0:
            x, y = y, prim.urem(x, y)
    return int(x)


@unchecked
def _size(x: int) -> u64:
    """The absolute value, which an int may not hold."""
    return prim.zext(u64, -x if x < 0 else x)


def lcm(*integers: int) -> int:
    """The least common multiple, never negative."""
    out = 1
    for n in integers:
        out = _lcm(out, n)
    return out


def _lcm(a: int, b: int) -> int:
    if a == 0 or b == 0:
        return 0
    out = a // gcd(a, b) * b
    return -out if out < 0 else out


def isqrt(n: int) -> int:
    """The square root, rounded down."""
    if n < 0:
        raise ValueError("isqrt() argument must be nonnegative")
    root = prim.fptosi(int, prim.fsqrt(prim.sitofp(float, n)))
    while root > 3037000499 or root * root > n:     # the first bound is the root of the largest int
        root -= 1
    while root < 3037000499 and (root + 1) * (root + 1) <= n:
        root += 1
    return root


def factorial(n: int) -> int:
    """n! for n from 0 to 20."""
    if n < 0:
        raise ValueError("factorial() not defined for negative values")
    if n > LARGEST_FACTORIAL:
        raise OverflowError("value does not fit int")
    out = 1
    for i in range(2, n + 1):
        out *= i
    return out


def comb(n: int, k: int) -> int:
    """How many ways there are to choose k of n things."""
    if n < 0:
        raise ValueError("n must be a non-negative integer")
    if k < 0:
        raise ValueError("k must be a non-negative integer")
    if k > n:
        return 0
    if k > n - k:
        k = n - k
    out = 1
    for i in range(1, k + 1):
        factor = n - k + i
        # Divide before multiplying: what the result holds, every step holds.
        common = gcd(out, i)
        out = out // common * (factor // (i // common))
    return out


def perm(n: int, k: int | None = None) -> int:
    """How many ways there are to choose k of n things in order; of all n without k."""
    if k is None:
        return factorial(n)
    if n < 0:
        raise ValueError("n must be a non-negative integer")
    if k < 0:
        raise ValueError("k must be a non-negative integer")
    if k > n:
        return 0
    out = 1
    for i in range(n - k + 1, n + 1):
        out *= i
    return out


def prod(iterable: Collection[A], /, *, start: int = 1) -> int:
    """The product of all values, and `start`. Of floats: the next function."""
    out = start
    for value in iterable:
        out *= int(value)
    return out


def prod_numbers(iterable: Collection[A], /, *, start: int | float = 1) -> int | float:
    """`prod` of ints and floats: an int until the first float."""
    out = start
    for value in iterable:
        out = out * value
    return out


def prod_floats(iterable: Collection[A], /, *, start: float = 1.0) -> float:
    """`prod` where the values or the start are floats."""
    out = start
    for value in iterable:
        out *= float(value)
    return out


def prod_objects(iterable: Collection[A]) -> int | A:
    """`prod` of objects that can be multiplied with 1, and with each other."""
    out: int | A = 1
    for value in iterable:
        out = out * value
    return out


def prod_objects_from(iterable: Collection[A], start: B) -> B:
    """`prod` of objects, from one that is their product so far."""
    out = start
    for value in iterable:
        out = out * value
    return out
