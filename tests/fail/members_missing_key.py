from enum import IntEnum


class Lane(IntEnum):
    LEFT = 1
    RIGHT = 2


class Names(dict[int, str]):
    def __missing__(self, key: int) -> str:
        return f"no {key!r}"


def look(n: Names, k: int) -> str:
    return n[k]


def main() -> None:
    n = Names()
    n[2] = "right"
    k: int = Lane.LEFT
    print(n[k], look(n, k), n[Lane.RIGHT])


if __name__ == "__main__":
    main()
