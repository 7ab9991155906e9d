"""What `asdict` gives where the place asks for a `dict[str, Any]`."""
from dataclasses import dataclass, asdict, field
from typing import Any


@dataclass
class In:
    k: int


@dataclass
class D:
    a: int
    b: str
    c: list[In] = field(default_factory=list)

    def to_dict(self) -> dict[str, Any]:
        return asdict(self)


def main() -> None:
    d = D(1, "x", [In(2)]).to_dict()
    print(d, d["a"])
    for k, v in d.items():
        print(k, v)
    if isinstance(d["a"], int):
        print(d["a"] + 1)
    e: dict[str, Any] = {**asdict(In(3)), "more": [1]}
    print(e)
    e.update(asdict(D(4, "z")))
    print(e)


if __name__ == "__main__":
    main()
