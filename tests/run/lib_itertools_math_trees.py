# apart: an int where `float` is written makes every `float` of the image take ints
"""What modules of the library lacked: `itertools` of several types, `math` of ints and floats, BLAKE2 in trees, templates."""
import hashlib
import itertools
import math
import string
from collections.abc import Iterator
from contextlib import nullcontext


def letters() -> Iterator[str]:
    yield from "abcde"


def iterators() -> None:
    a, b, c = itertools.tee(letters(), 3)
    print(next(a), next(a), next(b), list(c), list(a), list(b))
    one, two = itertools.tee([1, 2])
    print(list(zip(one, two)))
    count = itertools.count(1.5, 0.25)
    print(next(count), next(count), [x for x, _ in zip(itertools.count(0.5), "abc")], next(itertools.count(7)))
    print(list(itertools.zip_longest([1], "ab", [1.5, 2.5, 3.5])))
    print(list(itertools.zip_longest([1], "ab", [True], fillvalue="-")), list(itertools.zip_longest([1, 2], [3], fillvalue=0)))
    print(list(itertools.zip_longest([1], [2, 3], [4], [5, 6, 7], fillvalue=0)))
    source = letters()
    print(list(itertools.zip_longest(*[source] * 2, fillvalue="x")), list(itertools.zip_longest(*[[1], [2, 3]])))


def stars() -> None:
    rows = [(1, 2, 3), (4, 5, 6)]
    print(list(itertools.starmap(lambda a, b, c: a * b + c, rows)), list(itertools.starmap(max, [(1, 5), (4, 3)])))
    print(list(itertools.starmap(lambda a: a * 2, [("x",), ("y",)])), list(itertools.starmap(pow, [(2, 3), (3, 2)])))
    print(list(itertools.starmap(lambda s, n: s * n, zip("ab", [2, 3]))))


def numbers() -> None:
    print(math.prod([1, 2, 3]), math.prod([1.5, 2.0]), math.prod([2, 3], start=0.5))
    floats = [0.1] * 5
    print(math.prod(floats, start=1.0), math.prod(x + 1 for x in range(4)), math.prod((True, 5)), math.prod({2, 3}))
    print(math.fsum([1, 2]), math.fsum(range(5)), math.fsum(x / 10 for x in range(11)), math.fsum((0.1,) * 10))
    print(math.gcd(), math.gcd(12, 18, 8), math.lcm(4, 6), math.hypot(3, 4), math.dist((1, 2), (4.0, 6.0)))


def trees() -> None:
    leaf = hashlib.blake2b(b"left", fanout=2, depth=2, leaf_size=4, node_offset=0, node_depth=0, inner_size=64)
    last = hashlib.blake2b(b"right", fanout=2, depth=2, leaf_size=4, node_offset=1, node_depth=0, inner_size=64, last_node=True)
    root = hashlib.blake2b(digest_size=32, fanout=2, depth=2, leaf_size=4, node_depth=1, inner_size=64, last_node=True)
    root.update(leaf.digest())
    root.update(last.digest())
    print(leaf.hexdigest(), last.copy().hexdigest(), root.hexdigest())
    small = hashlib.blake2s(b"x", digest_size=20, key=b"k", salt=b"s", person=b"p", fanout=3, depth=4, leaf_size=70000,
                            node_offset=2**40 + 5, node_depth=2, inner_size=16, last_node=True)
    print(small.hexdigest(), hashlib.blake2s(b"abc", key=b"secret", salt=b"12345678", person=b"abcdefgh").hexdigest())
    big = hashlib.blake2b(b"x" * 300, salt=b"salt", person=b"me", node_offset=2**62 + 3, fanout=0, depth=255)
    print(big.hexdigest(), len(hashlib.algorithms_available & hashlib.algorithms_guaranteed))
    for depth, fanout, inner in ((0, 1, 0), (1, 256, 0), (1, 1, 65)):
        try:
            hashlib.blake2b(depth=depth, fanout=fanout, inner_size=inner)
        except ValueError as error:
            print(error)


def templates() -> None:
    text = string.Template("$a ${b} $$ $a $_c ${d}x")
    print(text.get_identifiers(), text.is_valid(), text.template)
    for wrong in ("$", "${a", "$1", "a$ b $c", "${}", "$$$"):
        bad = string.Template(wrong)
        print(bad.is_valid(), bad.get_identifiers())


def main() -> None:
    iterators()
    stars()
    numbers()
    trees()
    templates()
    with nullcontext(enter_result=5) as five:
        print(five)


if __name__ == "__main__":
    main()
