"""json: reading, every message of an error, writing with every option, over typed data and over the union."""

import json
from json import JSONDecodeError, dumps, loads

Json = dict[str, "Json"] | list["Json"] | str | int | float | bool | None


GOOD = [
    "null", " true ", "false", "0", "-0", "12", "-345", "1.5", "-0.0", "1e3", "2E-2", "1.25e+2", "9223372036854775807",
    '""', '"abc"', '"a\\"b\\\\c\\/d\\b\\f\\n\\r\\t"', '"\\u00e9\\u20AC\\ud83d\\ude00"', '"héé€😀"', "[]", "[ ]", "[1,2 , 3]",
    '{}', '{ }', '{"a":1}', ' { "a" : [ true , { "b" : null } ] , "c" : "d" } ', '{"a":1,"a":2}', "NaN", "Infinity",
    "-Infinity", "[[[[]]]]", "[1.0,1,true,\"x\"]", "\t\n\r 7",
]
BAD = [
    "", "  ", "[", "{", "[1", "[1,", '{"a"', '{"a":', '{"a":1', '{"a":1,', '"abc', '"a\nb"', '"\\x"', '"\\u12"', '"\\', '"\\u',
    "-", "-a", "01", "1.", "1e", ".5", "[,]", "nul", "tru", "[1 2]", "{1:2}", '{"a" 1}', "[1]]", "{} {}", '"é\n"', '["é", x]',
    '{"k": 1,\n "m": }', "[1,\n2,\n\n x]", "'a'", "{'a': 1}", "\ufeff1", '"\\u00g0"', "[1,]", '{"a":1,}', "+1", "--1", "1 1",
]


def show(x: Json, level: int = 0) -> None:
    if isinstance(x, dict):
        for key, item in x.items():
            print("  " * level + key)
            show(item, level + 1)
    elif isinstance(x, list):
        for one in x:
            show(one, level + 1)
    else:
        print("  " * level + repr(x))


def read(text: str) -> None:
    try:
        print(repr(text), loads(text))
    except JSONDecodeError as error:
        print(repr(text), error, error.msg, error.pos, error.lineno, error.colno)


def write() -> None:
    print(dumps(None), dumps(True), dumps(3), dumps(-2.5), dumps("é\"\\\n\t\x01\x7f😀/"), dumps("é€\x7f", ensure_ascii=False))
    print(dumps([1, 2, 3]), dumps((1, "a", None, 2.0)), dumps(["a", 1, [None]]))
    print(dumps({"b": 1, "a": 2}), dumps({"b": 1, "a": 2}, sort_keys=True), dumps({1: "x", 2: "y"}), dumps({2.5: True}))
    print(dumps({True: 1, False: 0}), dumps({"k": {"inner": [1.5, 2.5]}}), dumps([(3, 0.5)]))
    nested = {"name": "x", "tags": ["a", "b"], "empty": [], "none": None, "deep": {"n": [{"z": 1}]}}
    print(dumps(nested, indent=2))
    print(dumps([1, [2, [], [3]]], indent="\t"), dumps([1, 2], indent=0), dumps({"a": 1}, indent=None))
    print(dumps([1, {"a": 2}], separators=(",", ":")), dumps({"a": [1, 2]}, indent=1, separators=(", ", " = ")))
    print(dumps([1e16, 1e-7, 0.1, 1e100, float("nan"), float("inf"), -float("inf")]))
    try:
        dumps([float("nan")], allow_nan=False)
    except ValueError as error:
        print("ValueError", error)


def main() -> None:
    for text in GOOD:
        read(text)
    for text in BAD:
        read(text)
    data: Json = json.loads('{"name": "Ada", "born": 1815, "langs": ["en", null, 2.5], "ok": true}')
    show(data)
    if isinstance(data, dict):
        data["more"] = [1, {"x": "y"}]
        name = data["name"]
        print(isinstance(name, str), sorted(data), len(data))
    print(dumps(data), dumps(data, indent=4, sort_keys=True))
    print(loads(dumps(data)) == data, loads(b'[1, "\xc3\xa9"]'), loads(bytearray(b"{}")))
    write()


if __name__ == "__main__":
    main()
