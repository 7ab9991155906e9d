"""An OrderedDict that changes while it is walked over: what is found out, and when; and its views as text."""

from collections import OrderedDict
from collections.abc import Callable


def walk(f: Callable[[OrderedDict[str, int], str], None]) -> None:
    o = OrderedDict(a=1, b=2, c=3)
    out: list[str] = []
    it = iter(o)
    try:
        for k in it:
            out.append(k)
            f(o, k)
    except RuntimeError as e:
        out.append(str(e))
    try:
        out.append(next(it, "end"))
    except RuntimeError as e:
        out.append(repr(e))
    print(out)
    o = OrderedDict(a=1, b=2, c=3)
    out = []
    try:
        for k, v in o.items():
            out.append(k)
            f(o, k)
    except RuntimeError as e:
        out.append(str(e))
    try:
        for k in reversed(o):
            out.append(k)
            f(o, k)
    except RuntimeError as e:
        out.append(str(e))
    o = OrderedDict(a=1, b=2, c=3)
    try:
        for v in o.values():
            out.append(str(v))
            f(o, "abccccccc"[v - 1])
    except RuntimeError as e:
        out.append(str(e))
    print(out)


def last_move(o: OrderedDict[str, int], k: str) -> None:
    o.move_to_end(k)


def first_move(o: OrderedDict[str, int], k: str) -> None:
    o.move_to_end(k, last=False)


def put_at(key: str) -> Callable[[OrderedDict[str, int], str], None]:
    def f(o: OrderedDict[str, int], k: str) -> None:
        if k == key:
            o["z"] = 1

    return f


def pop_at(key: str) -> Callable[[OrderedDict[str, int], str], None]:
    def f(o: OrderedDict[str, int], k: str) -> None:
        if k == key:
            o.popitem()
            o["y"] = 1

    return f


def clear(o: OrderedDict[str, int], k: str) -> None:
    o.clear()


def change(o: OrderedDict[str, int], k: str) -> None:
    o[k] = 5
    o.update(b=3)
    o.move_to_end(next(reversed(o)))
    o.move_to_end(next(iter(o)), False)


def main() -> None:
    for f in (last_move, first_move, put_at("a"), put_at("b"), put_at("c"), pop_at("b"), pop_at("c"), clear, change):
        walk(f)
    o = OrderedDict(a=1, b=2, c=3)
    o.move_to_end("b", last=False)
    o.move_to_end("b")
    print(o, len(o), o["b"])
    o.move_to_end("b")
    o.move_to_end("c", last=False)
    o.move_to_end("c", last=False)
    print(o, list(o.items()), o.keys(), o.values(), o.items())
    d: dict[str, int] = o
    print(d.keys(), dict(o).keys())
    for k in d:
        d[k] += 1
    try:
        for k in d:
            d[k + k] = 1
    except RuntimeError as e:
        print(e)


if __name__ == "__main__":
    main()
