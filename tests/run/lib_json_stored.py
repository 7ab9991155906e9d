"""Items of what `json.loads` gives as targets, by text and number, whatever they turn out to be."""
import json


def main() -> None:
    data = json.loads('{"a": [1, 2, {"x": 1}], "b": {"c": 1}, "n": 5, "s": "t"}')
    data["a"][0] = "first"
    data["a"][2]["x"] = [1.5]
    data["a"][-1]["x"][0] = None
    data["b"]["c"] += 1
    data["a"][1] += 3
    print(data)
    del data["a"][1]
    del data["b"]["c"]
    for key in ("n", "s"):
        try:
            data[key][0] = 1
        except TypeError as error:
            print(error)
        try:
            del data[key][0]
        except TypeError as error:
            print(error)
    try:
        data[key][0] += 'x'
    except TypeError as error:
        print(error)
    try:
        data["n"][0] += 1
    except TypeError as error:
        print(error)
    try:
        del data["b"][0]
    except KeyError as error:
        print(repr(error))
    try:
        data["a"]["x"] = 1
    except TypeError as error:
        print(error)
    try:
        data["a"][9] = 1
    except IndexError as error:
        print(error)
    print(json.dumps(data))


if __name__ == "__main__":
    main()
