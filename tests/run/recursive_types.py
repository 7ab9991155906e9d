"""Unions that mention themselves: written with quotes, as TypeAlias, twice with one meaning, through each other."""

from typing import TypeAlias, Union

Json = dict[str, "Json"] | list["Json"] | str | int | float | bool | None
Same: TypeAlias = "None | bool | float | int | str | list[Same] | dict[str, Same]"
Tree = Union[int, list["Tree"]]
Even: TypeAlias = "list[Odd] | int"
Odd: TypeAlias = "tuple[Even, Even] | str"


def depth(x: Json) -> int:
    if isinstance(x, dict):
        return 1 + max([depth(v) for v in x.values()], default=0)
    if isinstance(x, list):
        return 1 + max([depth(v) for v in x], default=0)
    return 0


def total(t: Tree) -> int:
    return t if isinstance(t, int) else sum([total(one) for one in t])


def kind(x: Same) -> str:
    match x:
        case None:
            return "null"
        case bool(b):
            return f"bool {b}"
        case int(n):
            return f"int {n}"
        case float(f):
            return f"float {f}"
        case str(s):
            return f"str {s}"
        case [first, *_]:
            return f"list of {kind(first)}"
        case _:
            return "other"


def leaves(x: Even) -> list[str]:
    if isinstance(x, int):
        return [str(x)]
    out: list[str] = []
    for odd in x:
        if isinstance(odd, str):
            out.append(odd)
        else:
            out += leaves(odd[0]) + leaves(odd[1])
    return out


def maybe(x: Json | None) -> str:
    return repr(x)


def main() -> None:
    data: Json = {"a": [1, 2.5, None, True, "x"], "b": {"c": {}}, "d": []}
    print(data, depth(data), depth(3), depth([[[]]]))
    tree: Tree = [1, [2, [3, 4]], 5]
    print(total(tree), tree)
    other: Same = data
    print(kind(other), kind(None), kind(True), kind(4), kind(0.5), kind("s"), kind([1]), kind([[None]]))
    print(leaves([("not", "x")[1], (1, 2), ([("y")], 3)]))
    print(maybe(data), maybe(None), maybe([1]))
    if isinstance(data, dict):
        inner = data["b"]
        if isinstance(inner, dict):
            inner["new"] = [data["d"]]
            print(inner, len(inner), data)
    print(data == {"a": 1}, data == data, [tree] == [[1, [2, [3, 4]], 5]])


if __name__ == "__main__":
    main()
