"""json.JSONEncoder with a `default` of the program's own, cls=, and json.JSONDecoder."""

import io
import json
from dataclasses import asdict, dataclass
from datetime import date, datetime
from enum import Enum
from json import JSONDecodeError, JSONDecoder, JSONEncoder
from typing import Any


class Color(Enum):
    RED = "red"
    BLUE = "blue"


@dataclass
class Point:
    x: int
    y: float
    tags: set[str]


class Encoder(json.JSONEncoder):
    def default(self, o: Any) -> Any:
        if isinstance(o, set):
            return sorted(o)
        if isinstance(o, Point):
            return asdict(o)
        if isinstance(o, (date, datetime)):
            return o.isoformat()
        if isinstance(o, Color):
            return o.value
        return super().default(o)


class Named(JSONEncoder):
    def default(self, obj: object) -> object:
        if isinstance(obj, complex_like):
            return {"re": obj.re, "im": obj.im}
        return JSONEncoder.default(self, obj)


class complex_like:
    def __init__(self, re: float, im: float) -> None:
        self.re = re
        self.im = im


class Shouting(JSONEncoder):
    def encode(self, o: Any) -> str:
        return super().encode(o).upper()


def hexadecimal(o: object) -> object:
    return o.hex() if isinstance(o, bytes) else str(o)


def encodes() -> None:
    data: dict[str, Any] = {
        "set": {"b", "a"},
        "point": Point(1, 2.5, {"t"}),
        "when": date(2024, 3, 5),
        "color": Color.BLUE,
        "n": [1, None, True],
        "deep": {"at": datetime(2024, 3, 5, 9, 5), "points": [Point(0, 0.0, set())]},
    }
    print(json.dumps(data, cls=Encoder))
    print(json.dumps(data, cls=Encoder, indent=2, sort_keys=True))
    print(json.dumps({"a": {3, 1}}, cls=Encoder), json.dumps({2, 1}, cls=Encoder), json.dumps("text", cls=Encoder))
    print(json.dumps([complex_like(1.0, -2.0)], cls=Named, separators=(",", ":")))
    print(Encoder().encode(data["point"]), Encoder(indent=1).encode([{1}, {}, []]))
    print(json.dumps({"a": "é"}, cls=Shouting), json.dumps({"a": "é"}, cls=Shouting, ensure_ascii=False))
    print(json.dumps([1], cls=None), json.dumps([1.5, {"x": 2}], cls=JSONEncoder))
    out = io.StringIO()
    json.dump({"s": {1}}, out, cls=Encoder, indent="\t")
    json.dump([Color.RED], out, cls=Encoder)
    print(repr(out.getvalue()))
    for wrong in (complex_like(1.0, 1.0), [b"bytes"], {"k": [Named()]}):
        try:
            print(json.dumps(wrong, cls=Encoder))
        except TypeError as error:
            print(error)
    try:
        print(JSONEncoder(allow_nan=False).encode([float("nan")]))
    except ValueError as error:
        print(error)


def encoders() -> None:
    plain = JSONEncoder()
    print(plain.encode({"a": [1, 2.5, None, True, "é"], "b": {}}), plain.encode(()), plain.encode("x"), plain.encode(7))
    tight = json.JSONEncoder(separators=(",", ":"), ensure_ascii=False, sort_keys=True)
    print(tight.encode({"b": "é", "a": 1}), tight.item_separator, tight.key_separator, tight.sort_keys)
    print(JSONEncoder(default=hexadecimal).encode([b"\x01\xff", 1.5]))
    print("".join(JSONEncoder(indent=2).iterencode({"k": [1, 2]})))
    encoder: JSONEncoder = Encoder() if tight.sort_keys else plain
    print(encoder.encode([{2, 1}]))


def decodes() -> None:
    decoder = json.JSONDecoder()
    print(decoder.decode(' {"a": [1, 2]} '), decoder.raw_decode("[1, 2] rest"), decoder.raw_decode('é {"a": "ü"} x', 2))
    text = '{"a": 1} [2] 3 "é" null'
    at = 0
    while at < len(text):
        value, at = decoder.raw_decode(text, at)
        print(value, at)
        while at < len(text) and text[at].isspace():
            at += 1
    for wrong in ("[1] x", "", "  ", "{", "é"):
        try:
            print(JSONDecoder().decode(wrong))
        except JSONDecodeError as error:
            print(error, error.pos)
    for at in (0, 1, 4, 9, -1):
        try:
            print(decoder.raw_decode(" é [1]", at))
        except ValueError as error:
            print(error)
    print(decoder.decode('{"x": {"y": [10, 20]}}')["x"]["y"][1])


def main() -> None:
    encodes()
    encoders()
    decodes()


if __name__ == "__main__":
    main()
