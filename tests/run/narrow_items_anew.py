"""What is known of an item ends where a `__missing__` or `__getitem__` of the program may have run."""


class Wipe(dict[str, int | None]):
    def __missing__(self, key: str) -> int | None:
        self["a"] = None
        return 0


class Sly(dict[str, int | None]):
    def __getitem__(self, key: str) -> int | None:
        if key == "b":
            self["a"] = None
        return super().__getitem__(key)


def show(d: dict[str, int | None], other: str) -> None:
    if d["a"] is not None:
        d[other]
        print(d["a"])


def main() -> None:
    show(Wipe(a=1), "z")
    show(Sly(a=1, b=2), "b")
    show({"a": 3, "b": 4}, "b")


if __name__ == "__main__":
    main()
