"""Module variables that are a defaultdict, a Counter, an OrderedDict or a deque."""

from collections import Counter, OrderedDict, defaultdict, deque
from collections.abc import Callable


class Box:
    def __init__(self) -> None:
        self.items: list[int] = []

    def __repr__(self) -> str:
        return f"Box({self.items})"


def seven() -> int:
    return 7


CALLS: defaultdict[str, int] = defaultdict(int)
PLAIN: dict[str, int] = defaultdict(int)
BY_LENGTH: defaultdict[int, list[str]] = defaultdict(list)
BOXES: defaultdict[str, Box] = defaultdict(Box)
SEVENS: defaultdict[str, int] = defaultdict(seven)
NINES: defaultdict[str, int] = defaultdict(lambda: 9)
NONE: defaultdict[str, int] = defaultdict(None, {"a": 1})
LETTERS: Counter[str] = Counter("abracadabra")
COUNTS: dict[str, int] = Counter(["x", "y", "x"])
ORDER: OrderedDict[str, int] = OrderedDict([("one", 1), ("two", 2), ("three", 3)])
QUEUE: deque[int] = deque()
LAST: deque[str] = deque(["a", "b", "c", "d", "e"], maxlen=5)
PAIRS: deque[tuple[int, str]] = deque([(1, "x"), (2, "y")])
HANDLERS: defaultdict[str, list[Callable[[int], int]]] = defaultdict(list)

for word in ("tree", "bush", "oak", "elm", "ash", "birch"):
    BY_LENGTH[len(word)].append(word)


def handler(name: str) -> Callable[[Callable[[int], int]], Callable[[int], int]]:
    def register(f: Callable[[int], int]) -> Callable[[int], int]:
        HANDLERS[name].append(f)
        return f
    return register


@handler("up")
def increase(x: int) -> int:
    CALLS["increase"] += 1
    return x + 1


@handler("up")
def double(x: int) -> int:
    CALLS["double"] += 1
    return 2 * x


@handler("down")
def decrease(x: int) -> int:
    CALLS["decrease"] += 1
    return x - 1


def main() -> int:
    print(BY_LENGTH, BY_LENGTH[9], len(BY_LENGTH))
    BOXES["a"].items.append(3)
    print(BOXES["a"], BOXES["b"], sorted(BOXES))
    print(SEVENS["q"], NINES["q"], NONE)
    try:
        print(NONE["b"])
    except KeyError as error:
        print("KeyError", error)
    PLAIN["x"] += 2
    print(PLAIN, LETTERS.most_common(2), LETTERS["z"], COUNTS["x"], COUNTS["absent"], COUNTS)
    LETTERS.update("zzz")
    print(LETTERS["z"], LETTERS.total())
    ORDER.move_to_end("one")
    print(list(ORDER.items()), ORDER.popitem())
    for i in range(20):
        QUEUE.append(i)
        if i % 3 == 0:
            QUEUE.popleft()
    print(QUEUE, len(QUEUE))
    LAST.append("f")
    LAST.appendleft("0")
    print(LAST, LAST.maxlen, LAST[-1])
    PAIRS.extend([(3, "z"), (4, "w"), (5, "v")])
    PAIRS.rotate(2)
    print(PAIRS)
    x = 5
    for name in ("up", "down", "absent"):
        for f in HANDLERS[name]:
            x = f(x)
    print(x, CALLS, sorted(HANDLERS), increase(1))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
