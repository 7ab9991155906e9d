# alone: what items of an Iterable are is asked of all that an image makes objects of
"""Tests of objects that are items of something narrower."""

from collections.abc import Iterable


def kinds(items: Iterable[object]) -> list[str]:
    out: list[str] = []
    for item in items:
        if isinstance(item, dict):
            out.append("dict")
        elif isinstance(item, list):
            out.append("list")
        else:
            out.append("other")
    return out


def kinds_wn1(items: Iterable[object]) -> list[str]:
    out: list[str] = []
    for x in items:
        match x:
            case dict():
                out.append("dict")
            case tuple():
                out.append("tuple")
            case list():
                out.append("list")
            case str():
                out.append("str")
            case set():
                out.append("set")
            case _:
                out.append("other")
    return out


xs: list[list[int | dict[str, tuple[int]]]] = []


def flatten(items: Iterable[object]) -> list[object]:
    out: list[object] = []
    for item in items:
        if isinstance(item, Iterable) and not isinstance(item, (str, bytes)):
            out.extend(flatten(item))
        else:
            out.append(item)
    return out


def run_wi1() -> None:
    a: list[int | dict[str, tuple[int]]] = [1, {"a": (1,)}]
    print(kinds(a))
    b: list[list[bytes]] = [[b"x"]]
    print(kinds(b))


def run_wn1() -> None:
    a: list[tuple[int, dict[str, int]]] = [(1, {})]
    print(
        kinds_wn1(a),
        kinds_wn1({"a": 1}),
        kinds_wn1([[{1.5}]]),
        kinds_wn1(x for x in [{"k": [1]}]),
        kinds_wn1({(1, "a")}),
    )
    objs: list[object] = []
    b: list[dict[int, bytes]] = [{1: b"x"}]
    objs.extend(b)
    objs += [{2.5}]
    print(kinds_wn1(objs), kinds_wn1(zip([1], [[2]])), kinds_wn1(enumerate([[1]])), kinds_wn1(map(lambda n: [n], [1])))
    t: list[object] = [[bytearray(b"q")]]
    print(kinds_wn1(t), kinds_wn1(sorted([[2], [1]])), kinds_wn1(reversed([[True]])))


def run_fl1() -> None:
    a: list[int | dict[str, tuple[int]]] = [1, {"a": (1,)}]
    print(flatten([a, 2]))


def main() -> None:
    run_wi1()
    run_wn1()
    run_fl1()


if __name__ == "__main__":
    main()
