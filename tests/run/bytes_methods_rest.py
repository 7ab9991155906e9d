# alone: operations on Any are chosen among all that a program makes objects of
"""Every method of bytes and bytearray that the older programs lack; bytes next to bytearrays; deque operators."""

from collections import deque
def main() -> None:
    b = b"Hello they're 3x wORLD\ta\n\tb"
    print(b.title(), b.capitalize(), b.swapcase(), b.istitle(), b"Ab Cd".istitle(), b"AbC".istitle(), b.expandtabs(), b.expandtabs(3), b"a\tb".expandtabs(0))
    t = bytes.maketrans(b"abc", b"xyz")
    print(b.translate(t), b.translate(None, b"lo"), b"abc".translate(t, b"b"))
    a = bytearray(b)
    print(a.title(), a.upper(), a.split(), a.partition(b"3"), a.center(40, b"*"), a.translate(t), a.join([b"1", b"2"]), a.zfill(30), a.rindex(b"x"), a.isascii())
    print(a.replace(bytearray(b"l"), b"__"), b + a, a + a, a == b, b == a, b < a, a >= b, a != b)
    a *= 2
    c = a
    c *= 2
    print(len(a), a is c, 2 * bytearray(b"x"))
    q = deque([1, 2], maxlen=5)
    q += [3, 4]
    q += range(3)
    print(q, q + deque([9]), q * 2, q.index(1, 2), q < deque([3]), deque([1, 2]) * 2)
    q *= 2
    print(q)
    xs = [1]
    xs += (2, 3)
    xs += range(2)
    xs += {5}
    print(xs, bytearray(b"it's"), bytearray(b"\"'"))
    try:
        del a[1000]
    except IndexError as e:
        print(e)
    a[2:4] = a
    print(a[:10])
