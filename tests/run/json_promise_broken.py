# expected: json_promise_broken.out
"""What was promised of the result of json.loads and is not so: a TypeError at once, where CPython goes on."""

import json
from typing import TypedDict


class Rec(TypedDict):
    name: str
    n: int


def main() -> None:
    for text in ["[1]", '{"n": 1}', '{"name": 3, "n": 1}', '{"name": "a", "n": 1, "m": [1]}']:
        try:
            r: Rec = json.loads(text)
            print(r)
        except TypeError as e:
            print("TypeError", e)
    try:
        xs: list[int] = json.loads('[1, "a"]')
        print(xs)
    except TypeError as e:
        print("TypeError", e)


if __name__ == "__main__":
    main()
