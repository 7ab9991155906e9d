"""functools.reduce and cmp_to_key; contextlib.closing and nullcontext; io.StringIO."""

from contextlib import closing, nullcontext
from functools import cmp_to_key, reduce
from io import StringIO


def add(a: int, b: int) -> int:
    return a + b


def longer(a: int, word: str) -> int:
    return max(a, len(word))


def by_last(a: str, b: str) -> int:
    return ord(a[-1]) - ord(b[-1])


class Door:
    def __init__(self) -> None:
        self.open = True

    def close(self) -> None:
        print("closing")
        self.open = False


def main() -> None:
    print(reduce(add, [1, 2, 3, 4]), reduce(add, (5,)), reduce(add, range(5), 100), reduce(longer, ["a", "ccc", "bb"], 0))
    print(reduce(add, [], 7))
    try:
        print(reduce(add, [0] * 0))
    except TypeError as error:
        print("TypeError", error)
    words = ["pear", "fig", "apple", "kiwi", "plum"]
    print(sorted(words, key=cmp_to_key(by_last)), sorted(words, key=cmp_to_key(by_last), reverse=True))
    words.sort(key=cmp_to_key(by_last))
    print(words, min(words, key=cmp_to_key(by_last)))
    door = Door()
    with closing(door) as same:
        print(same.open, same is door)
    print(door.open)
    with nullcontext(5) as five:
        print(five)
    out = StringIO()
    print(out.write("héllo\n"), out.write(""), out.write("two\nthree"), out.tell())
    print(repr(out.getvalue()), repr(out.read()), out.seek(0), repr(out.readline()), repr(out.read(2)), out.tell())
    print(out.write("XYZW"), repr(out.getvalue()), repr(out.readlines()), repr(out.readline()))
    text = StringIO("a\nb\n\nc")
    print([line for line in text], text.seek(2), text.truncate(), repr(text.getvalue()), text.seek(0, 2))
    text.seek(6)
    text.write("end")
    print(repr(text.getvalue()), text.seek(1), text.truncate(3), repr(text.getvalue()), repr(text.read()))
    report = StringIO()
    print("a", 1, 2.5, [None], file=report)
    print("b", "c", sep="-", end="|", file=report)
    print(*[1, 2], sep="+", file=report)
    print(repr(report.getvalue()))
    with StringIO("x") as short:
        print(short.read(), repr(short.read(1)))
    for step in range(4):
        try:
            if step == 0:
                short.read()
            elif step == 1:
                out.seek(-1)
            elif step == 2:
                out.seek(1, 1)
            else:
                short.write("more")
        except (ValueError, OSError) as error:
            print(type(error).__name__, error)


if __name__ == "__main__":
    main()
