"""Loops: else after break, continue and exceptions; nested breaks; while with walrus; loop variables that live on; mutation while walking; finally in loops."""
from collections.abc import Iterator


def first_divisor(n: int) -> int:
    for d in range(2, n):
        if n % d == 0:
            break
    else:
        return n
    return d


def countdown(n: int) -> Iterator[int]:
    try:
        while True:
            if n < 0:
                return
            yield n
            n -= 1
    finally:
        print("<closed>", end=" ")


def early(n: int) -> str:
    for k in range(n):
        try:
            if k == 2:
                return f"return at {k}"
            if k == 1:
                continue
            print("body", k, end=" ")
        finally:
            print("finally", k, end=" ")
            if n == 9:
                break
    else:
        return "ran out"
    return "left by finally"


def main() -> None:
    print([first_divisor(n) for n in (7, 9, 2, 35)])
    print(early(2), early(5), early(9))
    for i in range(3):
        for j in range(3):
            if j == i:
                break
            if (i, j) == (2, 0):
                continue
            print((i, j), end=" ")
        else:
            print("never", end=" ")
    else:
        print("outer done", i, j)
    for n in countdown(5):
        if n == 3:
            break
    print(n, list(countdown(1)))
    text = iter("abc;def;".split(";"))
    while (part := next(text, "")) and part != "def":
        print(part, end=" ")
    else:
        print("while else", part)
    while True:
        try:
            value = next(text)
        except StopIteration:
            print("stopped")
            break
        else:
            print("empty", repr(value), end=" ")
    xs = [1, 2, 3, 4]
    for x in xs:
        if x % 2:
            xs.append(x * 10)
        if len(xs) > 7:
            break
    print(xs, x)
    for x in xs[:]:
        xs.remove(x)
    print(xs, x)
    for _ in xs[:0]:
        print("never")
    else:
        print("else of nothing", end=" ")
    k = 10
    while k:
        k -= 3
        if k < 0:
            break
        if k == 4:
            continue
        print(k, end=" ")
    print("end", k)
    total = 0
    for a, b in zip(range(3), iter([10, 20])):
        total += a * b
    for at, (ch, n) in enumerate(zip("ab", [1, 2]), start=5):
        total += at * n + ord(ch)
    print(total, at, ch, [y for x in range(3) if x for y in range(x) if y < 2], sum(1 for _ in filter(None, [0, 1, "", "a"])))
