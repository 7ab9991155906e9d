# alone: operations on Any are chosen among all that a program makes objects of
"""Values of a `dict[str, Any]`: operators, items, loops and methods, with the errors of those that have none."""
from typing import Any


def main() -> None:
    data: dict[str, Any] = {"a": 1, "b": [1, 2], "c": {"d": "e"}, "f": 2.5, "t": True, "n": None, "p": (1, "x")}
    print(data["a"] + 1, 1 + data["a"], data["a"] + data["f"], data["a"] * data["f"], data["t"] + 1)
    print(len(data["b"]), data["b"][0], data["c"]["d"].upper())
    for x in data["b"]:
        print(x * 2, -x)
    total = 0
    total += data["a"]
    print(total, data["a"] < 5, 5 >= data["a"], data["a"] == 1, sum(data["b"]), max(data["b"]), sorted(data["b"], reverse=True))
    print("d" in data["c"], 2 in data["b"], "e" in data["c"]["d"], 3 not in data["b"])
    print(data["c"].get("d"), data["c"].get("z"), data["c"].keys(), list(data["c"].items()))
    print(data["p"][0], data["p"][1:], len(data["p"]), data["b"][0:1], data["c"]["d"][0])
    a, b = data["b"]
    print(a, b, int(data["f"]), float(data["a"]), str(data["n"]), f"{data['a']:>4}|{data['f']:.3f}")
    for key in data["c"]:
        print(key)
    for key, value in data["c"].items():
        print(key, value)
    for i, x in enumerate(data["b"]):
        print(i, x)
    print([x + 1 for x in data["b"]], {k: len(v) for k, v in data["c"].items()})
    for bad in ("a", "n", "f"):
        try:
            print(len(data[bad]))
        except TypeError as e:
            print(e)
        try:
            print(data[bad][0])
        except TypeError as e:
            print(e)
        try:
            print(data[bad] + "x")
        except TypeError as e:
            print(e)
        try:
            for q in data[bad]:
                print(q)
        except TypeError as e:
            print(e)
        try:
            print(data[bad].upper())
        except AttributeError as e:
            print(e)
        try:
            print(data[bad] < "x")
        except TypeError as e:
            print(e)
        try:
            print("x" in data[bad])
        except TypeError as e:
            print(e)
    try:
        print(data["b"]["x"])
    except TypeError as e:
        print(e)
    try:
        print(data["c"]["x"])
    except KeyError as e:
        print(e)
    try:
        print(data["c"][0])
    except KeyError as e:
        print(e)
    data["a"] += 1
    data["c"]["k"] = 5
    data["b"][0] = 7
    data["b"].append(4)
    data["c"]["k"] += 2
    print(data)
    del data["c"]["k"]
    print(data)


if __name__ == "__main__":
    main()
