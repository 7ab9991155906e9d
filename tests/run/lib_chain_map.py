"""ChainMap, heapq.merge."""
from collections import ChainMap
from heapq import merge


def main() -> None:
    base = {"color": "red", "user": "guest"}
    args = {"user": "admin"}
    chain = ChainMap(args, base)
    print(chain["user"], chain["color"], len(chain), list(chain), "user" in chain, "x" in chain, chain.get("x"), chain.get("x", "d"))
    print(chain, dict(chain.items()), sorted(chain.keys()), sorted(chain.values()))
    print(chain.keys(), chain.items(), [v for v in chain.values()], len(chain.items()), "user" in chain.keys(), chain == ChainMap(base))
    child = chain.new_child({"size": "9"})
    child["color"] = "blue"
    print(child, chain["color"], child.parents["color"], bool(child), child.maps[0])
    del child["color"]
    print(child["color"], child.pop("size"), child)
    for key in ("nope", "user"):
        try:
            print(child[key])
            del child[key]
        except KeyError as error:
            print("KeyError", error)
    empty: ChainMap[str, int] = ChainMap()
    empty["a"] = 1
    print(empty, len(empty), [k for k in empty], empty.parents)
    print(list(merge([1, 4, 7], [2, 4, 9], [], [0, 10])), list(merge([9, 3], [8, 1], reverse=True)))
    print(list(merge(["a", "c"], ("b", "d"))), [x for x in merge(range(0, 9, 3), range(1, 6, 2))], list(merge([3])))
    walk = merge([1, 5], [2, 6])
    print(next(walk), next(walk), list(walk))


if __name__ == "__main__":
    main()
