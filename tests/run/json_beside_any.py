# alone: operations on Any are chosen among all that a program makes objects of
"""A recursive union of the program's own beside dicts of Any: what json gives fits both."""

import json
from collections.abc import Iterator
from typing import Any, NotRequired, TypedDict, TypeGuard

Scalar = str | int | float | bool | None
Json = dict[str, "Json"] | list["Json"] | Scalar


def deep_merge(a: dict[str, Any], b: dict[str, Any]) -> dict[str, Any]:
    out = dict(a)
    for k, v in b.items():
        if k in out and isinstance(out[k], dict) and isinstance(v, dict):
            out[k] = deep_merge(out[k], v)
        else:
            out[k] = v
    return out


def flatten(data: Json, prefix: str = "") -> Iterator[tuple[str, Scalar]]:
    if isinstance(data, dict):
        for key, value in data.items():
            yield from flatten(value, f"{prefix}.{key}" if prefix else key)
    elif isinstance(data, list):
        for i, value in enumerate(data):
            yield from flatten(value, f"{prefix}[{i}]")
    else:
        yield prefix, data


class Server(TypedDict):
    host: str
    port: int
    tags: NotRequired[list[str]]


def is_server(obj: object) -> TypeGuard[Server]:
    return isinstance(obj, dict) and isinstance(obj.get("host"), str) and isinstance(obj.get("port"), int)


def keys(data: Json) -> list[str]:
    return list(data) if isinstance(data, dict) else []


def main() -> None:
    print(deep_merge({"a": {"x": 1, "y": 2}, "b": 1}, {"a": {"y": 3}, "c": [1]}))
    data = json.loads('{"servers": [{"host": "a", "port": 80, "tags": ["x"]}, {"host": "b", "port": "bad"}], "n": null}')
    for path, value in flatten(data):
        print(f"{path} = {value!r}")
    for server in [s for s in data["servers"] if is_server(s)]:
        print(server["host"], server["port"], server.get("tags", []), server.get("tag"))
    print(keys(json.loads('{"a": {"y": 3}, "c": [1]}')))


if __name__ == "__main__":
    main()
