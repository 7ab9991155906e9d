# alone: an order of `Any` here is read with all that objects of the other programs are
"""Operations on an `Any` that fit nothing that it can be: they raise where they run, and have a type until then."""

from typing import Any


def ordered(o: object) -> object:
    return sorted(o) if isinstance(o, set) else 1


def less(a: Any, b: bytes) -> bool:
    return a < b


def minus(a: Any, b: bytes) -> int:
    return a - b


def never_fits() -> None:
    data: dict[str, Any] = {"s": {3, 1, 2}}
    rows: list[tuple[str, Any]] = [("a", 1)]
    print(ordered(data["s"]), rows)
    data["l"] = rows
    for f in (less, minus):
        try:
            print(f(3, b"x"))
        except TypeError as e:
            print(e)


def wanders(a: Any) -> int:
    a.nothing(3)
    return a.none_such + 1


def main() -> None:
    never_fits()
    try:
        wanders(3)
    except AttributeError as e:
        print(e)


if __name__ == "__main__":
    main()
