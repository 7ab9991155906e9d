"""json.loads where Any is part of the type: what JSON has not may be put in later."""

import json
from typing import Any


class C:
    def __repr__(self) -> str:
        return "C!"


def run_anyhold() -> None:
    data: dict[str, Any] = json.loads('{"a": {}, "q": [1]}')
    data["a"]["x"] = C()
    data["q"].append((1, 2))
    data["n"] = {1, 2}
    print(data)
    rows: list[dict[str, Any]] = json.loads('[{"a": [1]}]')
    rows[0]["a"].append(C())
    rows.append({"b": C()})
    print(rows)


def main() -> None:
    run_anyhold()


if __name__ == "__main__":
    main()
