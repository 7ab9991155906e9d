"""collections.defaultdict and OrderedDict, and a deque from anything."""

from collections import OrderedDict, defaultdict, deque


class Node:
    def __init__(self) -> None:
        self.edges: list[str] = []


def seven() -> int:
    return 7


def group(words: list[str]) -> dict[int, list[str]]:
    out: defaultdict[int, list[str]] = defaultdict(list)
    for word in words:
        out[len(word)].append(word)
    return out


class Index:
    def __init__(self) -> None:
        self.places: defaultdict[str, set[int]] = defaultdict(set)

    def add(self, text: str) -> None:
        for place, word in enumerate(text.split()):
            self.places[word].add(place)


def main() -> None:
    print(group(["a", "bb", "cc", "d"]))
    counts: defaultdict[str, int] = defaultdict(int)
    for letter in "mississippi":
        counts[letter] += 1
    print(counts, sorted(counts.items()), counts["x"], "x" in counts, counts.get("y"), counts.get("y", 5), len(counts))
    index = Index()
    index.add("to be or not to be")
    print(sorted(index.places["be"]), index.places["never"], len(index.places))
    nested: defaultdict[str, dict[str, int]] = defaultdict(dict)
    nested["a"]["b"] = 1
    nested["a"]["c"] = 2
    print(nested, dict(nested))
    graph: defaultdict[str, Node] = defaultdict(Node)
    graph["x"].edges.append("y")
    print(graph["x"].edges, graph["z"].edges, list(graph))
    sevens: defaultdict[int, int] = defaultdict(seven)
    sevens[1] += 1
    print(sevens[1], sevens[2], dict(sevens))
    floats: defaultdict[str, float] = defaultdict(float)
    floats["a"] += 0.5
    texts: defaultdict[str, str] = defaultdict(str)
    texts["a"] += "x"
    print(floats, texts, defaultdict[str, int](None))
    copied = counts.copy()
    copied["new"] += 1
    print("new" in counts, copied == counts, counts == dict(counts))
    nothing: defaultdict[str, int] = defaultdict(None, {"a": 1})
    try:
        nothing["b"]
    except KeyError as error:
        print("KeyError", error, nothing)
    order: OrderedDict[str, int] = OrderedDict()
    for n, key in enumerate(["one", "two", "three"]):
        order[key] = n
    order.move_to_end("one")
    print(order, list(order), order.popitem(), order.popitem(last=False), order)
    order["a"] = 1
    order["b"] = 2
    order.move_to_end("b", last=False)
    print(order, order == {"a": 1, "b": 2, "three": 2}, order == OrderedDict([("a", 1), ("b", 2), ("three", 2)]))
    for step in range(3):
        try:
            if step == 0:
                order.move_to_end("nope")
            elif step == 1:
                OrderedDict[str, int]().popitem()
            else:
                del order["gone"]
        except KeyError as error:
            print("KeyError", error)
    cache: OrderedDict[int, int] = OrderedDict()
    for page in [1, 2, 3, 1, 4, 5, 1, 6]:
        if page in cache:
            cache.move_to_end(page)
        cache[page] = page * page
        if len(cache) > 3:
            cache.popitem(last=False)
    print(cache, list(reversed(cache)), OrderedDict[int, int]())
    print(deque("abc"), deque((1, 2)), deque({"k": 1}), deque(range(4), 2), deque([1, 2, 3], maxlen=2))


if __name__ == "__main__":
    main()
