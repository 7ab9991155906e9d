"""Objects are compared and shown in a program that has containers which no object holds: of functions, of a union that
mentions itself, of bytes."""

from collections.abc import Callable

J = int | str | list["J"] | dict[str, "J"]


class Hub:
    def __init__(self) -> None:
        self.watchers: set[Callable[[str], None]] = set()
        self.seen: list[str] = []
        self.rows: list[list[Callable[[str], None]]] = [[self.note]]
        self.table: dict[str, set[Callable[[str], None]]] = {"all": self.watchers}

    def note(self, text: str) -> None:
        self.seen.append(text)

    def tell(self, text: str) -> None:
        for watcher in self.watchers:
            watcher(text)
        for row in self.rows:
            for watcher in row:
                watcher(text + "!")


class Point:
    def __init__(self, x: int) -> None:
        self.x = x

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Point) and self.x == other.x

    def __hash__(self) -> int:
        return hash(self.x)


def walk(value: J) -> list[list[J]]:
    if isinstance(value, list):
        return [value] + [found for item in value for found in walk(item)]
    return []


def main() -> None:
    hub = Hub()
    hub.watchers.add(hub.note)
    hub.tell("one")
    print(hub.seen, len(hub.table["all"]))
    queues: dict[tuple[int, str], list[bytes]] = {(1, "a"): [b"x"]}
    queues.setdefault((2, "b"), []).append(b"y")
    found = walk([1, ["a", [2]], {"k": [3]}])
    print(len(found), [len(f) for f in found], sum(map(len, queues.values())))
    things: list[object] = [1, "x", None, Point(3), {1}, {"k": Point(4)}]
    print(things[:3], things == [1, "x", None, Point(3), {1}, {"k": Point(4)}], repr(things[4]), str(things[1]))


if __name__ == "__main__":
    main()
